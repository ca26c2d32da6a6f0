//! # G713: recorded-by-stranger
//!
//! ## What it checks
//!
//! Whoever made the commit is a person of `people.yaml` and holds, on that day, a role to which the regulation gives
//! access to cases.
//!
//! ## Why
//!
//! Complaints are confidential. The regulation says who may see them; whoever may not see them cannot record them
//! either.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     git: [m3@organisatie.example]
//! ```
//!
//! ## How to put it right
//!
//! Check `git config user.email`. Is it right, then ask whoever keeps `people.yaml` to add it.
//!
//! ---
//!
//! # G713: recorded-by-stranger
//!
//! ## Wat wordt nagekeken
//!
//! Wie de commit maakte, staat in `people.yaml` en heeft op die dag een rol die volgens de regeling toegang geeft tot
//! klachten.
//!
//! ## Waarom
//!
//! Klachten zijn vertrouwelijk. De regeling zegt wie ze mag zien; wie ze niet mag zien, kan ze ook niet vastleggen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     git: [m3@organisatie.example]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Kijk met `git config user.email`. Klopt dat, vraag dan wie `people.yaml` beheert om het toe te voegen.

use chrono::NaiveDate;

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Rule, Said};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G713",
    name: "recorded-by-stranger",
    severity: Severity::Error,
    summary: (
        "Alleen wie op de toegangslijst staat, legt klachten vast.",
        "Only people on the access list record cases.",
    ),
    source: include_str!("g713.rs"),
};

/// Why somebody may not record cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stranger<'a> {
    /// Nobody of people.yaml has this identity. The identity itself is not told: it is an address.
    Unknown,
    /// A person, by key, without a role that gives access on that day.
    WithoutAccess {
        /// The person's key.
        person: &'a str,
        /// The day.
        on: NaiveDate,
    },
}

/// The words for it.
#[must_use]
pub fn say(who: Stranger<'_>) -> Said {
    match who {
        Stranger::Unknown => said(
            (
                "wie deze commit maakte, staat niet in people.yaml".to_owned(),
                "whoever made this commit is not in people.yaml".to_owned(),
            ),
            (
                "zet uw eigen adres: `git config user.email …`, dan `git commit --amend --reset-author`".to_owned(),
                "set your own address: `git config user.email …`, then `git commit --amend --reset-author`".to_owned(),
            ),
        ),
        Stranger::WithoutAccess { person, on } => said(
            (
                format!("{person} heeft op {on} geen rol die toegang geeft tot klachten"),
                format!("{person} holds no role on {on} that gives access to cases"),
            ),
            (
                "laat iemand met zo'n rol dit vastleggen, of zet de rol in people.yaml".to_owned(),
                "let somebody with such a role record this, or add the role to people.yaml".to_owned(),
            ),
        ),
    }
}
