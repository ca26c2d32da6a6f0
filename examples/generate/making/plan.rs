//! How many cases of what: the bundled register in numbers.

use chrono::{Datelike, NaiveDate};

use super::dice::Dice;
use super::maker::{Maker, Wish};
use super::paths::BasePath;
use super::{FIRST, STANDS_ON, day};

/// One regulation: cases received in 2024, 2025 and 2026.
pub struct Share {
    /// The regulation.
    pub regulation: &'static str,
    /// Cases by year.
    pub years: [usize; 3],
    /// How often every path occurs at least.
    pub each_path: usize,
    /// Whether cases are kept for ever.
    pub for_ever: bool,
}

/// The bundled register.
pub const SHARES: [Share; 5] = [
    Share { regulation: "academie", years: [20, 26, 26], each_path: 2, for_ever: false },
    Share { regulation: "cbmk", years: [12, 108, 20], each_path: 2, for_ever: false },
    Share { regulation: "cmm", years: [10, 14, 12], each_path: 2, for_ever: true },
    Share { regulation: "interactie", years: [15, 19, 17], each_path: 2, for_ever: false },
    Share { regulation: "square-mile", years: [1, 3, 4], each_path: 1, for_ever: true },
];

/// Times of receipt in which a whole case of any path can still be there, the latest first.
pub const LATELY: [(NaiveDate, NaiveDate); 7] = [
    (day(2026, 9, 15), day(2026, 11, 12)),
    (day(2026, 6, 15), day(2026, 9, 14)),
    (day(2026, 4, 1), day(2026, 6, 14)),
    (day(2026, 1, 1), day(2026, 3, 31)),
    (day(2025, 7, 1), day(2025, 12, 31)),
    (day(2025, 1, 1), day(2025, 6, 30)),
    (day(2024, 1, 1), day(2024, 12, 31)),
];

/// When cases came in that nobody has finished yet.
pub const JUST_NOW: (NaiveDate, NaiveDate) = (day(2026, 10, 12), day(2026, 11, 18));

/// The days of receipt of a year.
pub fn year(nth: usize) -> (NaiveDate, NaiveDate) {
    let number = FIRST.year() + i32::try_from(nth).unwrap_or(0);
    let last = day(number, 12, 31).min(day(STANDS_ON.year(), 11, 16));
    (day(number, 1, 1), last)
}

/// How often a path is followed, against the others.
fn weight(path: &BasePath) -> usize {
    match path.name.as_str() {
        "open" => 0,
        "plain" | "zelf-opgelost" | "satisfied-signed" => 10,
        "report" | "oral-report" | "melding-direct-opgelost" | "melding-geen-klacht" | "amount-director-consulted" => 3,
        "reopened-satisfied" | "withdrawn-after-handover" | "verlengd" | "directeur-geraadpleegd" | "extension" => 2,
        _ => 1,
    }
}

/// A path of the regulation, the ordinary ones more often.
pub fn any<'a>(maker: &'a Maker, regulation: &str, dice: &mut Dice) -> Option<&'a BasePath> {
    let paths = || maker.paths.iter().filter(|p| p.regulation == regulation);
    let mut left = dice.below(paths().map(weight).sum());
    paths().find(|path| {
        let here = weight(path);
        let found = left < here;
        left = left.saturating_sub(here);
        found && here > 0
    })
}

/// A case received within `days`; some are late, in some an entry was annulled.
pub fn wish(path: &BasePath, days: (NaiveDate, NaiveDate), number: u64) -> Wish<'_> {
    let short = path.case.log.len() < 4;
    // Not every path can be late by its hard terms: of these, some four of a hundred cases are left.
    let late = number % 15 == 7 && !short;
    let corrected = number % 16 == 5 && !short;
    Wish { path, from: days.0, until: days.1, late, corrected, finished: false, stands_on: STANDS_ON }
}
