//! A house with rounds, which several rows share: confirmed, answered, closed, re-opened.

use super::{House, house};

/// The steps of a round, with more of them and with terms.
pub fn rounds(steps: &str, rest: &str) -> House {
    house(&format!(
        "
  - {{id: bevestigd, name: Bevestigd, by: [behandelaar], each_round: true}}!
  - {{id: bericht, name: Bericht, by: [behandelaar], optional: true}}!
  - {{id: antwoord, name: Antwoord, by: [behandelaar], after: [bevestigd], each_round: true}}!
  - {{id: gesloten, name: Gesloten, does: close, ends_as: decided, by: [behandelaar], after: [antwoord], each_round: true}}!
  - {{id: heropend, name: Heropend, does: reopen, by: [behandelaar], after: [gesloten], optional: true}}!
{steps}
{rest}"
    ))
}

/// The first round, answered in time and closed, and the second confirmed on Tuesday 3 November 2026.
pub const SECOND: &[&str] = &[
    "toegewezen 2026-09-14 handler: m1",
    "bevestigd 2026-09-14",
    "antwoord 2026-09-21",
    "gesloten 2026-09-21",
    "heropend 2026-11-02",
    "bevestigd 2026-11-03",
];

/// The second round with more entries.
pub fn second(more: &[&'static str]) -> Vec<&'static str> {
    SECOND.iter().chain(more).copied().collect()
}
