//! Frozen figures: what a yearbook keeps of a closed year. Each block names the one before it, so that none can be changed, left out or
//! slipped in without the chain showing it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::digest::sha256_hex;
use crate::statistics::{Figures, Unsound, sound};
use crate::yaml::group;

group! {
    /// One frozen block: the figures of a year as they were published.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Frozen = "frozen figures" {
        /// Nothing that was recorded of a later day counts.
        must closed_on: NaiveDate, "dag van de bevriezing", "freeze day";
        /// One more for each correction.
        must revision: u32, "1, of meer na een correctie", "1, or more after a correction";
        /// The revision before, or else a block of the closed year before; none in the first block of all.
        #[serde(skip_serializing_if = "Option::is_none")]
        may previous: Option<String>, "sha256 van het blok ervoor", "sha256 of the block before";
        /// Those that were in force in the year, by the day from which each was.
        must versions: Vec<NaiveDate> as List(&Date), "versies van de regeling", "versions of the regulation";
        must figures: Figures as Any, "de gepubliceerde cijfers", "the published figures";
        /// As compact JSON, this line left out.
        must sha256: String, "sha256 van dit blok", "sha256 of this block";
    }
}

/// The blocks of one year of a regulation, oldest revision first.
pub type Blocks<'a> = (i32, &'a [Frozen]);

/// What is wrong with a frozen block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It is not what was frozen.
    Changed,
    /// It does not name the block before it.
    Chain,
    /// Its revision, its day or its year does not follow from where it stands.
    Order,
    /// Its figures do not add up, or give a hidden number away.
    Figures(Unsound),
}

impl Frozen {
    /// Freezes figures after the block before them.
    #[must_use]
    pub fn new(
        closed_on: NaiveDate,
        revision: u32,
        previous: Option<&Self>,
        versions: Vec<NaiveDate>,
        figures: Figures,
    ) -> Self {
        let previous = previous.map(|p| p.sha256.clone());
        let mut block = Self { closed_on, revision, previous, versions, figures, sha256: String::new() };
        block.sha256 = block.fingerprint();
        block
    }

    /// SHA-256 of everything in the block but itself.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let bare = Self { sha256: String::new(), ..self.clone() };
        let bytes = serde_json::to_vec(&bare).unwrap_or_default();
        sha256_hex(&bytes)
    }

    fn is_as_frozen(&self) -> bool {
        self.fingerprint() == self.sha256 && self.figures.is_intact()
    }
}

/// What is wrong with the blocks of a regulation, years in order: the year, the place in its list, what.
#[must_use]
pub fn judge(years: &[Blocks<'_>]) -> Vec<(i32, usize, Broken)> {
    let mut found = Vec::new();
    let mut before: &[Frozen] = &[];
    for (year, blocks) in years.iter().filter(|(_, blocks)| !blocks.is_empty()) {
        for (at, block) in blocks.iter().enumerate() {
            let last = at.checked_sub(1).and_then(|p| blocks.get(p));
            found.extend(one(*year, at, block, last, before).into_iter().map(|broken| (*year, at, broken)));
        }
        before = blocks;
    }
    found
}

fn one(year: i32, at: usize, block: &Frozen, last: Option<&Frozen>, before: &[Frozen]) -> Vec<Broken> {
    let mut found = Vec::new();
    if !block.is_as_frozen() {
        found.push(Broken::Changed);
    }
    let named = block.previous.as_deref();
    let chained = match last {
        Some(last) => named == Some(last.sha256.as_str()),
        // Which revision of the year before was the last one then, only the day could tell; any of them will do.
        None if before.is_empty() => named.is_none(),
        None => before.iter().any(|b| named == Some(b.sha256.as_str())),
    };
    if !chained {
        found.push(Broken::Chain);
    }
    let follows = usize::try_from(block.revision) == Ok(at + 1)
        && block.figures.year == year
        && block.closed_on.year() > year
        && last.is_none_or(|l| l.closed_on <= block.closed_on);
    if !follows {
        found.push(Broken::Order);
    }
    if let Err(unsound) = sound(&block.figures) {
        found.push(Broken::Figures(unsound));
    }
    found
}

/// The first block that stood in a yearbook and no longer stands there as it was.
#[must_use]
pub fn first_lost(before: &[Frozen], now: &[Frozen]) -> Option<usize> {
    before.iter().enumerate().position(|(at, block)| now.get(at) != Some(block))
}
