//! G732: the settings stay, and are not made weaker than the server allows.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G732.md"));

/// What settings may not become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weakened<'a> {
    /// Removed, or emptied.
    Gone,
    /// With a strength below the server's own, which is this one.
    Floor(&'a str),
    /// With a variable that whoever pushes can set.
    Variable(&'a str),
}

/// The words for it.
#[must_use]
pub fn say(what: Weakened<'_>) -> Message {
    let back = text!(
        "zet het terug: `git checkout HEAD~1 -- klacht.yaml`",
        "put it back: `git checkout HEAD~1 -- klacht.yaml`"
    );
    match what {
        Weakened::Gone => Message::new(
            text!(
                "klacht.yaml is weg of leeg: dan geldt overal het zwakste",
                "klacht.yaml is gone or empty: the weakest of everything would hold"
            ),
            back,
        ),
        Weakened::Floor(word) => Message::new(
            text!(
                "deze server neemt niets aan onder `strength: {word}`",
                "this server takes nothing below `strength: {word}`"
            ),
            text!(
                "laat de beheerder van de server `klacht.floor` wijzigen",
                "have the server's administrator change `klacht.floor`"
            ),
        ),
        Weakened::Variable(name) => Message::new(
            text!(
                "`{name}` kan ook zetten wie instuurt: dan is ieder wie hij wil",
                "`{name}` can be set by whoever pushes: then anybody is who he likes"
            ),
            text!(
                "kies REMOTE_USER, GL_USER, GL_USERNAME of GITEA_PUSHER_NAME; een andere op de server: `git config klacht.variable {name}`",
                "take REMOTE_USER, GL_USER, GL_USERNAME or GITEA_PUSHER_NAME; another one on the server: `git config klacht.variable {name}`"
            ),
        ),
    }
}
