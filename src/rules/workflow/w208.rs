//! W208: a step holds no data that the regulation does not ask for.

use crate::diagnostics::{Text, text};
use crate::docket::{CORRECTION, Docket, RECEIPT};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W208.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, near: Option<&str>) -> Message {
    let regulation = &docket.version.regulation;
    let (name, key) = (naming::step(regulation, step), naming::shown(key, "dit veld", "this key"));
    let message = text!("{name} vraagt niet om {key}", "{name} does not ask for {key}", name, key);
    let remedy = match near {
        _ if step == CORRECTION => of_a_correction(&key),
        Some(near) => {
            let flag = naming::by_step(near);
            text!("schrijf `{near}:`{flag} als u dat bedoelt", "write `{near}:`{flag} if that is meant", flag)
        }
        None => text!("haal {key} weg bij deze stap", "remove {key} from this step", key),
    };
    Message::new(message, remedy)
}

/// A correction only points and says why; what it puts right of the receipt stands at the top of the file.
fn of_a_correction(key: &Text) -> Text {
    let flag = naming::by_step_as(&format!("--of {RECEIPT} --set received=…` / `--set channel=…"));
    text!(
        "haal {key} weg bij deze correctie; de dag of de manier van ontvangst verandert boven in het bestand{flag}",
        "remove {key} from this correction; the day or the channel of receipt changes at the top of the file{flag}",
        key,
        flag
    )
}
