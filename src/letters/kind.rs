//! The kinds of letter, by the words under which somebody asks for them.

use crate::diagnostics::{Lang, Text};

/// A kind of letter to the complainant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The complaint came in (ISO 10002, 7.4).
    Acknowledgement,
    /// Something is missing.
    Request,
    /// The complainant is invited to tell the story.
    Invitation,
    /// It takes longer.
    Extension,
    /// How it stands.
    Progress,
    /// What was decided (ISO 10002, 7.8).
    Outcome,
    /// The way to an external body.
    Referral,
    /// It is over (ISO 10002, 7.9).
    Closing,
}

impl Kind {
    /// Every kind, in the order in which a case needs them.
    pub const ALL: [Self; 8] = [
        Self::Acknowledgement,
        Self::Request,
        Self::Invitation,
        Self::Extension,
        Self::Progress,
        Self::Outcome,
        Self::Referral,
        Self::Closing,
    ];

    /// The word that names it on the command line and in the name of its template.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Request => "request",
            Self::Invitation => "invitation",
            Self::Extension => "extension",
            Self::Progress => "progress",
            Self::Outcome => "outcome",
            Self::Referral => "referral",
            Self::Closing => "closing",
        }
    }

    /// The same in Dutch.
    #[must_use]
    pub fn dutch(self) -> &'static str {
        match self {
            Self::Acknowledgement => "ontvangstbevestiging",
            Self::Request => "gegevens",
            Self::Invitation => "uitnodiging",
            Self::Extension => "verlenging",
            Self::Progress => "tussenbericht",
            Self::Outcome => "uitkomst",
            Self::Referral => "doorverwijzing",
            Self::Closing => "sluiting",
        }
    }

    /// The word in a language.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.dutch(),
            Lang::En => self.word(),
        }
    }

    /// The kind that a word in either language names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word || kind.dutch() == word)
    }

    /// Every word, in both languages.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().flat_map(|kind| [kind.word(), kind.dutch()])
    }

    /// What it is for, in a few words.
    #[must_use]
    pub fn about(self) -> Text {
        let (nl, en) = match self {
            Self::Acknowledgement => ("de klacht is ontvangen", "the complaint was received"),
            Self::Request => ("er ontbreken gegevens", "data are missing"),
            Self::Invitation => ("uitnodiging om het verhaal te vertellen", "invitation to tell the story"),
            Self::Extension => ("het duurt langer", "it takes longer"),
            Self::Progress => ("hoe het ervoor staat", "how it stands"),
            Self::Outcome => ("de uitkomst", "the outcome"),
            Self::Referral => ("de weg naar buiten", "the way to an external body"),
            Self::Closing => ("de klacht is gesloten", "the complaint is closed"),
        };
        Text::new(nl, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_kind() {
        for kind in Kind::ALL {
            assert_eq!((Kind::named(kind.word()), Kind::named(kind.dutch())), (Some(kind), Some(kind)));
        }
        assert_eq!(Kind::named("brief"), None);
        assert_eq!(Kind::words().collect::<std::collections::BTreeSet<_>>().len(), 16);
    }
}
