//! G750: what git tracks stands in a place that the register knows.

use crate::diagnostics::{Text, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G750.md"));

/// Where something belongs that stands where nothing belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Belongs {
    /// What holds data of persons: in the sealed part.
    Sealed,
    /// A case.
    Cases,
    /// A regulation, or who works by it.
    Policy,
    /// A page or style of the site.
    Templates,
    /// Nowhere that the program knows.
    Elsewhere,
}

impl Belongs {
    fn place(self) -> Text {
        match self {
            Self::Sealed => text!("hoort in het verzegelde deel", "belongs in the sealed part"),
            Self::Cases => {
                text!("hoort in `cases/<regeling>/<jaar>/<maand>/`", "belongs in `cases/<regulation>/<year>/<month>/`")
            }
            Self::Policy => text!("hoort in `policy/<regeling>/`", "belongs in `policy/<regulation>/`"),
            Self::Templates => text!("hoort in `site-templates/`", "belongs in `site-templates/`"),
            Self::Elsewhere => text!("heeft geen plaats in een register", "has no place in a register"),
        }
    }
}

/// The words for `count` new files, of which the gravest belongs there; `show` is the command that names them.
#[must_use]
pub fn say(belongs: Belongs, count: usize, show: &str) -> Message {
    let place = belongs.place();
    let others = match count {
        0 | 1 => text!("", ""),
        2 => text!(" (en nog 1 bestand)", " (and 1 file more)"),
        many => text!(" (en nog {count} bestanden)", " (and {count} files more)", count = many - 1),
    };
    Message::new(
        text!("een nieuw bestand {place}{others}", "a new file {place}{others}", place, others),
        text!(
            "zie welk: `{show}`; haal het weg: `git rm --cached`; mag het: `tracked: [MAP/]` in klacht.yaml",
            "see which: `{show}`; take it out: `git rm --cached`; if it may be there: `tracked: [FOLDER/]` in klacht.yaml"
        ),
    )
}

/// The words for a file that stands there already.
#[must_use]
pub fn stands(belongs: Belongs) -> Message {
    let place = belongs.place();
    Message::new(
        text!("dit bestand {place}", "this file {place}", place),
        text!(
            "haal het weg met `git rm --cached`; mag het er staan: `tracked: [MAP/]` in klacht.yaml",
            "take it out with `git rm --cached`; if it may be there: `tracked: [FOLDER/]` in klacht.yaml"
        ),
    )
}
