//! W211: a step goes by a channel and in a form that the regulation allows.

use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W211.md"));

/// What it says of a step that is written where oral is meant, or the other way round.
#[must_use]
pub fn wrong_form(docket: &Docket<'_>, step: &str, channel: &str, wanted: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (name, channel) = (naming::step(regulation, step), naming::channel(regulation, channel));
    let wanted = if wanted == "written" { text!("schriftelijk", "written") } else { text!("mondeling", "oral") };
    let message = text!(
        "{name} moet {wanted}, en dat is {channel} niet",
        "{name} must be {wanted}, and {channel} is not",
        name,
        wanted,
        channel
    );
    Message::new(message, remedy(docket, step))
}

/// What it says of a step that went by another channel, or does not say by which.
#[must_use]
pub fn wrong_channel(docket: &Docket<'_>, step: &str, channel: Option<&str>) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let message = match channel.map(|c| naming::channel(regulation, c)) {
        None => text!("bij {name} staat niet langs welk kanaal", "{name} does not say by which channel", name),
        Some(channel) => text!("{name} kan niet langs {channel}", "{name} cannot go by {channel}", name, channel),
    };
    Message::new(message, remedy(docket, step))
}

fn remedy(docket: &Docket<'_>, step: &str) -> Text {
    let step = docket.version.regulation.step(step);
    let allowed = naming::ids(&step.map(|s| docket.progress.channels_for(s)).unwrap_or_default());
    let flag = naming::by_step("channel");
    text!("schrijf `channel:`{flag} met een van: {allowed}", "write `channel:`{flag} with one of: {allowed}", flag)
}
