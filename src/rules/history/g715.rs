//! # G715: signature-not-good
//!
//! ## What it checks
//!
//! Where the register asks for signatures (`identity: {strength: signature}` in `klacht.yaml`), each commit has an SSH signature
//! that fits it, made with a key of a person in `people.yaml`. Whether the key counted is judged by the day on which
//! the server received the commit.
//!
//! ## Why
//!
//! The author of a commit is a line of text that anybody can type. A signature proves who it was.
//!
//! ## Example
//!
//! ```yaml
//! keys: [{key: "ssh-ed25519 AAAA…", from: 2023-01-01}]
//! ```
//!
//! ## How to put it right
//!
//! `git config gpg.format ssh`, `git config user.signingkey ~/.ssh/id_ed25519.pub`, then `git commit --amend -S`.
//!
//! ---
//!
//! # G715: signature-not-good
//!
//! ## Wat wordt nagekeken
//!
//! Vraagt het register om handtekeningen (`identity: {strength: signature}` in `klacht.yaml`), dan heeft elke commit een
//! SSH-handtekening die erbij past, gezet met een sleutel van een persoon uit `people.yaml`. Of de sleutel gold,
//! hangt af van de dag waarop de server de commit ontving.
//!
//! ## Waarom
//!
//! De auteur van een commit is een regel tekst die iedereen kan typen. Een handtekening bewijst wie het was.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! keys: [{key: "ssh-ed25519 AAAA…", from: 2023-01-01}]
//! ```
//!
//! ## Zo zet u het recht
//!
//! `git config gpg.format ssh`, `git config user.signingkey ~/.ssh/id_ed25519.pub`, daarna `git commit --amend -S`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G715",
    name: "signature-not-good",
    severity: Severity::Error,
    summary: (
        "Een commit is ondertekend met een sleutel uit people.yaml die op die dag gold.",
        "A commit is signed with a key of people.yaml that counted on that day.",
    ),
    source: include_str!("g715.rs"),
};

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
    let sign = ("onderteken: `git commit --amend -S`".to_owned(), "sign it: `git commit --amend -S`".to_owned());
    let plain = |nl: &str, en: &str| (nl.to_owned(), en.to_owned());
    match fault {
        SignatureFault::Unsigned => said(plain("deze commit is niet ondertekend", "this commit is not signed"), sign),
        SignatureFault::NotValidThen(key) => said(
            (
                format!("sleutel {key} gold niet op de dag van ontvangst"),
                format!("key {key} did not count on the day of receipt"),
            ),
            plain(
                "onderteken met een sleutel die nu geldt, of laat people.yaml bijwerken",
                "sign with a key that counts now, or have people.yaml brought up to date",
            ),
        ),
        SignatureFault::UnknownKey(key) => said(
            (format!("sleutel {key} staat niet in people.yaml"), format!("key {key} is not in people.yaml")),
            plain(
                "laat de sleutel toevoegen onder `keys:` van uw persoon",
                "have the key added under `keys:` of your person",
            ),
        ),
        SignatureFault::Unreadable => said(
            plain("de handtekening is geen SSH-handtekening", "the signature is no SSH signature"),
            plain(
                "`git config gpg.format ssh`, dan `git commit --amend -S`",
                "`git config gpg.format ssh`, then `git commit --amend -S`",
            ),
        ),
        SignatureFault::WrongPurpose => {
            said(plain("de handtekening is niet voor git gezet", "the signature was not made for git"), sign)
        }
        SignatureFault::Bad => said(
            plain(
                "de handtekening past niet bij deze commit: een van beide is gewijzigd",
                "the signature does not fit this commit: one of the two was changed",
            ),
            sign,
        ),
    }
}
