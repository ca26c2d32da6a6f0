//! # P527: sentence-passive
//!
//! ## What it checks
//!
//! No sentence of `text.nl.md` has `wordt`, `worden`, `werd` or `werden` with a participle.
//!
//! ## Why
//!
//! “De klacht wordt behandeld” hides who handles it. A reader wants to know whom to call. This is advice: it refuses nothing.
//!
//! ## Example
//!
//! ```markdown
//! 1. De klacht wordt binnen vier weken behandeld.
//! ```
//!
//! ## How to put it right
//!
//! Say who does it: “De klachtenfunctionaris behandelt de klacht binnen vier weken.”
//!
//! ---
//!
//! # P527: sentence-passive
//!
//! ## Wat wordt nagekeken
//!
//! Geen zin van `text.nl.md` heeft `wordt`, `worden`, `werd` of `werden` met een voltooid deelwoord.
//!
//! ## Waarom
//!
//! “De klacht wordt behandeld” verbergt wie dat doet. Een lezer wil weten bij wie hij terechtkan. Dit is een advies: het weigert
//! niets.
//!
//! ## Voorbeeld
//!
//! ```markdown
//! 1. De klacht wordt binnen vier weken behandeld.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zeg wie het doet: “De klachtenfunctionaris behandelt de klacht binnen vier weken.”

use std::sync::LazyLock;

use regex::Regex;

use super::super::Rule;
use super::{Remark, Subject, names, numbers, said};
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P527",
    name: "sentence-passive",
    severity: Severity::Hint,
    summary: ("Een zin zegt wie iets doet.", "A sentence says who does something."),
    source: include_str!("p527.rs"),
};

const AUXILIARIES: [&str; 4] = ["wordt", "worden", "werd", "werden"];

/// `behandeld`, `voorgelegd`, `afgehandeld`, `genomen`.
static PARTICIPLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:[a-z]{2,8})?ge[a-zëï]{2,}(?:d|t|en)|(?:[a-z]{2,8})?(?:be|ver|ont|her|er)[a-zëï]{3,}[dt])$").ok()
});

/// Words that look like a participle and are none.
const NOUNS: [&str; 12] = [
    "gevallen",
    "gesprekken",
    "gebreken",
    "getallen",
    "gebieden",
    "gewoonten",
    "geschillen",
    "gevolgen",
    "geld",
    "beleid",
    "verstand",
    "bericht",
];

/// Sentences that hide who does something.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let passive = subject.version.text.sentences.iter().filter(|s| is_passive(&s.text));
    passive
        .map(|sentence| {
            let shown = names::short(&sentence.text);
            Remark::in_text(
                sentence.span,
                said(
                    (format!("deze zin zegt niet wie het doet: “{shown}”"), {
                        format!("this sentence does not say who does it: “{shown}”")
                    }),
                    ("noem wie het doet", "say who does it"),
                ),
            )
        })
        .collect()
}

fn is_passive(sentence: &str) -> bool {
    let words = numbers::words(sentence);
    let participle = |w: &String| !NOUNS.contains(&w.as_str()) && PARTICIPLE.as_ref().is_some_and(|p| p.is_match(w));
    words.iter().any(|w| AUXILIARIES.contains(&w.as_str())) && words.iter().any(participle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participle_makes_it_passive() {
        for passive in ["De klacht wordt behandeld.", "Dan wordt de klacht voorgelegd.", "Er werden besluiten genomen."]
        {
            assert!(is_passive(passive), "{passive}");
        }
        for active in ["Het wordt snel duidelijk.", "Wij hebben de klacht behandeld.", "Het worden lange gesprekken."] {
            assert!(!is_passive(active), "{active}");
        }
    }
}
