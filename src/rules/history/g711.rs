//! G711: only branches and tags of commits are accepted.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G711.md"));

/// Why a reference is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refused {
    /// It makes git show one object in place of another.
    Replacement,
    /// It names a file, a folder or nothing that can be read, where a commit is wanted.
    NoCommit,
    /// Neither branch nor tag.
    OtherKind,
    /// A tag that was there and is to name something else.
    TagMoved,
    /// Its name can be taken for that of the register's branch, by git or by whoever reads it.
    Lookalike,
    /// A tag that goes: another of its name could follow.
    TagGone,
}

/// The words for a reference, by its full name.
#[must_use]
pub fn say(reference: &str, why: Refused) -> Message {
    let message = match why {
        Refused::Replacement => {
            text!("{reference} vervangt een commit door een andere", "{reference} replaces one commit by another")
        }
        Refused::NoCommit => text!("{reference} wijst geen commit aan", "{reference} does not name a commit"),
        Refused::OtherKind => {
            text!("{reference} is geen tak en geen label", "{reference} is neither a branch nor a tag")
        }
        Refused::TagGone => text!("het label {reference} gaat weg", "the tag {reference} goes"),
        Refused::Lookalike => text!(
            "{reference} is te verwarren met de tak van het register",
            "{reference} can be taken for the branch of the register"
        ),
        Refused::TagMoved => {
            text!("{reference} bestaat al en kan niet worden verzet", "{reference} exists already and cannot be moved")
        }
    };
    if why == Refused::Lookalike {
        return Message::new(message, text!("kies een andere naam", "choose another name"));
    }
    Message::new(
        message,
        text!("push alleen uw tak: `git push origin HEAD`", "push your branch alone: `git push origin HEAD`"),
    )
}
