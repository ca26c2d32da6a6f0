//! Where a text came from: what counts as alone in it, how it is named, and how something is taken out of it.

use crate::diagnostics::{Text, text};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The front matter of a case.
    CaseData,
    /// The body of a case: working notes.
    CaseBody,
    /// Any other tracked file.
    File,
    /// The path of a tracked file.
    Path,
    /// The name of a branch or tag.
    Branch,
    /// The message of a commit.
    Message,
    /// The message of a commit that is being made.
    Draft,
    /// The name of whoever made a commit or a tag, or what else it bears.
    Signer,
}

impl Source {
    /// All of them, in the order of the declaration.
    #[cfg(test)]
    pub const ALL: [Self; 8] = [
        Self::CaseData,
        Self::CaseBody,
        Self::File,
        Self::Path,
        Self::Branch,
        Self::Message,
        Self::Draft,
        Self::Signer,
    ];

    /// Whether the text is a name: words in it are parted by hyphens, underscores and slashes.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Path | Self::Branch)
    }

    /// Whether people write in sentences about other people here.
    #[must_use]
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::CaseData | Self::CaseBody | Self::Message | Self::Draft)
    }

    /// The place as the subject of a sentence.
    pub(super) fn place(self) -> Text {
        match self {
            Self::CaseData => text!("in de gegevens van de klacht", "the front matter of this case"),
            Self::CaseBody => text!("in de aantekeningen bij de klacht", "the body of this case"),
            Self::File => text!("in dit bestand", "this file"),
            Self::Path => text!("in de naam van dit bestand", "the name of this file"),
            Self::Branch => text!("in de naam van deze tak", "the name of this branch"),
            Self::Message | Self::Draft => text!("in het bericht van deze commit", "the message of this commit"),
            Self::Signer => text!("in de kop van deze commit of dit label", "the header of this commit or tag"),
        }
    }

    /// How to take something out, and how to record that it may stay.
    pub(super) fn remedy(self, code: &str) -> Text {
        match self {
            Self::CaseData | Self::CaseBody => text!(
                "zet het in het verzegelde deel en noem hier alleen de sleutel (p1, m3); is het geen persoonsgegeven: `accepted: [{{code: {code}, why: …, by: m3}}]`",
                "put it in the sealed part and name only the key here (p1, m3); if it is no personal data: `accepted: [{{code: {code}, why: …, by: m3}}]`"
            ),
            Self::File => text!(
                "haal het weg; mag het blijven, zet dan in klacht.yaml: `accepted: [{{path: …, code: {code}, why: …, by: m3}}]`",
                "take it out; if it may stay, write in klacht.yaml: `accepted: [{{path: …, code: {code}, why: …, by: m3}}]`"
            ),
            Self::Path => text!("geef het bestand een andere naam: `git mv`", "rename the file: `git mv`"),
            Self::Branch => text!(
                "geef de tak een andere naam: `git branch -m NIEUWE-NAAM`",
                "rename the branch: `git branch -m NEW-NAME`"
            ),
            Self::Message => text!(
                "schrijf het bericht zonder dat: `git commit --amend`; een nummer dat geen persoonsgegeven is, kan in de klacht staan",
                "write the message without it: `git commit --amend`; a number that is no personal data may stand in the case"
            ),
            Self::Draft => text!(
                "schrijf het bericht zonder dat: `git commit -e -F .git/COMMIT_EDITMSG`; een nummer dat geen persoonsgegeven is, kan in de klacht staan",
                "write the message without it: `git commit -e -F .git/COMMIT_EDITMSG`; a number that is no personal data may stand in the case"
            ),
            Self::Signer => text!(
                "zet uw naam opnieuw: `git config user.name \"…\"`, dan `git commit --amend --reset-author`",
                "set your name anew: `git config user.name \"…\"`, then `git commit --amend --reset-author`"
            ),
        }
    }
}
