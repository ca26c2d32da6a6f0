//! G712: everything that must be judged can be read.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G712.md"));

/// What keeps something from being read; ids are full object ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unreadable<'a> {
    /// The history was cut off at this commit.
    Shallow(&'a str),
    /// The object is not there.
    Missing(&'a str),
    /// The object is not in this partial clone.
    NotFetched(&'a str),
    /// The object is there but is not what it should be.
    Malformed(&'a str),
}

/// The words for it.
#[must_use]
pub fn say(what: Unreadable<'_>) -> Message {
    let (message, remedy) = match what {
        Unreadable::Shallow(id) => (
            text!("de geschiedenis is afgekapt bij commit {id}", "the history is cut off at commit {id}"),
            text!(
                "haal alles op: `git fetch --unshallow`, of in CI `fetch-depth: 0`",
                "fetch everything: `git fetch --unshallow`, or in CI `fetch-depth: 0`",
            ),
        ),
        Unreadable::Missing(id) => (
            text!("object {id} ontbreekt in de repository", "object {id} is missing from the repository"),
            text!(
                "haal het op: `git fetch`, en kijk met `git fsck`",
                "fetch it: `git fetch`, and look with `git fsck`"
            ),
        ),
        Unreadable::NotFetched(id) => (
            text!("object {id} zit niet in deze gedeeltelijke kopie", "object {id} is not in this partial clone"),
            text!(
                "maak een volledige kopie: `git clone` zonder `--filter`",
                "make a full clone: `git clone` without `--filter`",
            ),
        ),
        Unreadable::Malformed(id) => (
            text!("object {id} is beschadigd", "object {id} is damaged"),
            text!("kijk met `git fsck` en haal het opnieuw op", "look with `git fsck` and fetch it again"),
        ),
    };
    Message::new(message, remedy)
}
