//! G715: a commit is signed with a key of people.yaml that counted on that day.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G715.md"));

/// What is wrong with a signature; a fingerprint is that of the key it was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureFault<'a> {
    /// There is none.
    Unsigned,
    /// Made with a known key that did not count on the day of receipt.
    NotValidThen(&'a str),
    /// Made with a key of nobody.
    UnknownKey(&'a str),
    /// Not an SSH signature, or not readable.
    Unreadable,
    /// Made for another purpose than git.
    WrongPurpose,
    /// It does not fit the commit.
    Bad,
}

/// The words for it.
#[must_use]
pub fn say(fault: SignatureFault<'_>) -> Message {
    let sign = text!("onderteken: `git commit --amend -S`", "sign it: `git commit --amend -S`");
    match fault {
        SignatureFault::Unsigned => {
            Message::new(text!("deze commit is niet ondertekend", "this commit is not signed"), sign)
        }
        SignatureFault::NotValidThen(key) => Message::new(
            text!("sleutel {key} gold niet op de dag van ontvangst", "key {key} did not count on the day of receipt"),
            text!(
                "onderteken met een sleutel die nu geldt, of laat people.yaml bijwerken",
                "sign with a key that counts now, or have people.yaml brought up to date",
            ),
        ),
        SignatureFault::UnknownKey(key) => Message::new(
            text!("sleutel {key} staat niet in people.yaml", "key {key} is not in people.yaml"),
            text!(
                "laat de sleutel toevoegen onder `keys:` van uw persoon",
                "have the key added under `keys:` of your person",
            ),
        ),
        SignatureFault::Unreadable => Message::new(
            text!("de handtekening is geen SSH-handtekening", "the signature is no SSH signature"),
            text!(
                "`git config gpg.format ssh`, dan `git commit --amend -S`",
                "`git config gpg.format ssh`, then `git commit --amend -S`",
            ),
        ),
        SignatureFault::WrongPurpose => {
            Message::new(text!("de handtekening is niet voor git gezet", "the signature was not made for git"), sign)
        }
        SignatureFault::Bad => Message::new(
            text!(
                "de handtekening past niet bij deze commit: een van beide is gewijzigd",
                "the signature does not fit this commit: one of the two was changed",
            ),
            sign,
        ),
    }
}
