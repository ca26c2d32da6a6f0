//! G754: what is sealed travels in two references of its own for each case.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G754.md"));

/// Why a reference is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misnamed {
    /// It is neither the key nor the pieces of a case.
    Name,
    /// It names a file, a folder or a tag.
    NoCommit,
    /// The settings say that what is sealed goes elsewhere.
    Elsewhere,
    /// A branch or tag that holds what is sealed.
    Smuggled,
}

/// The words for a reference.
#[must_use]
pub fn say(why: Misnamed) -> Message {
    let message = match why {
        Misnamed::Name => text!(
            "onder refs/klacht staan alleen key/<zaaknummer> en part/<zaaknummer>",
            "below refs/klacht stand only key/<case id> and part/<case id>"
        ),
        Misnamed::NoCommit => text!("dit wijst geen commit aan", "this does not name a commit"),
        Misnamed::Elsewhere => text!(
            "wat verzegeld is, gaat bij dit register naar een andere opslag (`vault.remote`)",
            "what is sealed goes to another repository with this register (`vault.remote`)"
        ),
        Misnamed::Smuggled => text!(
            "verzegelde stukken staan niet in een tak of label: daar zouden ze blijven als de klacht vernietigd is",
            "sealed pieces do not stand in a branch or tag: there they would stay when the case is destroyed"
        ),
    };
    let remedy = match why {
        Misnamed::Smuggled => {
            text!("push alleen uw tak: `git push origin HEAD`", "push your branch alone: `git push origin HEAD`")
        }
        _ => text!("laat het versturen over aan `klacht sync`", "leave the sending to `klacht sync`"),
    };
    Message::new(message, remedy)
}
