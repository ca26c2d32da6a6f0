//! The sectors for which there is a regulation to begin with.

use crate::calendar::{Duration, Unit};
use crate::diagnostics::{Text, text};

/// A sector, and with it a template of a regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sector {
    /// Training: course members, clients, a mediator.
    Training,
    /// Coaching: coachees, clients, a mediator.
    Coaching,
    /// Debt collection: debtors, creditors, a disciplinary ombudsman.
    Collection,
    /// Any office: a complainant, a committee.
    Minimal,
}

/// What a template proposes where nobody says otherwise. All of it is invented.
pub(super) struct Proposal {
    /// Weeks within which the outcome is told.
    pub decide: u32,
    /// Weeks by which that may be extended.
    pub extend: u32,
    /// The name of the independent body.
    pub body: &'static str,
    /// Where it can be found.
    pub body_site: &'static str,
    /// Whether its ruling binds.
    pub binding: bool,
}

impl Sector {
    /// Every one; the plainest last.
    pub const ALL: [Self; 4] = [Self::Training, Self::Coaching, Self::Collection, Self::Minimal];

    /// The word by which it is chosen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::Coaching => "coaching",
            Self::Collection => "collection",
            Self::Minimal => "minimal",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Training => text!("opleider", "training"),
            Self::Coaching => text!("coaching", "coaching"),
            Self::Collection => text!("incasso", "debt collection"),
            Self::Minimal => text!("anders", "other"),
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.word() == word)
    }

    pub(super) fn proposal(self) -> Proposal {
        let mediation = ("Mediationpunt Voorbeeld", "https://www.mediationpunt.example");
        let (decide, extend, (body, body_site), binding) = match self {
            Self::Training => (4, 2, mediation, true),
            Self::Coaching => (3, 2, mediation, false),
            Self::Collection => (4, 2, ("Ombudsman Incasso Voorbeeld", "https://www.ombudsman-incasso.example"), true),
            Self::Minimal => (6, 4, ("Klachtencommissie Voorbeeld", "https://www.klachtencommissie.example"), false),
        };
        Proposal { decide, extend, body, body_site, binding }
    }
}

/// So many of this unit, which a proposal always has.
pub(super) fn duration(count: u32, unit: Unit) -> Option<Duration> {
    Duration::new(count, unit).ok()
}
