//! The sentences at the top of a year: each says one published number, or that there is none.

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use crate::regulation::{Means, Version};
use crate::statistics::{Count, Figures, Size};

/// The table of how the term was kept.
pub const KEPT: &str = "timeliness";
/// The row of complaints that were decided within the term.
pub const IN_TIME: &str = "in-time";

/// Three to five sentences about a year, its version of the regulation naming the judgements.
pub fn headline(
    words: &FigureWords<'_>,
    figures: &Figures,
    before: Option<&Figures>,
    version: &Version,
) -> Result<Vec<String>, SiteFault> {
    let mut said = vec![received(words, figures)?];
    if let Some(Count::Shown(number)) = before.map(|b| b.received) {
        said.push(words.about("figures-said-before", number, &[("year", &(figures.year - 1).to_string())])?);
    }
    if let Size::Fewer | Size::Total = figures.size {
        said.push(words.say("figures-said-small")?);
        return Ok(said);
    }
    if figures.table(KEPT).is_some() {
        said.push(in_time(words, figures)?);
    }
    said.push(median(words, figures)?);
    said.extend(judged(words, figures, version)?);
    Ok(said)
}

/// How many complaints came in.
pub fn received(words: &FigureWords<'_>, figures: &Figures) -> Result<String, SiteFault> {
    let year = figures.year.to_string();
    match figures.received {
        Count::Shown(number) => words.about("figures-said-received", number, &[("year", &year)]),
        Count::Fewer => words.with("figures-said-fewer", &[("year", &year)]),
        Count::Hidden => words.with("figures-said-not-received", &[("year", &year)]),
    }
}

/// How many were decided in time, with their share.
pub fn in_time(words: &FigureWords<'_>, figures: &Figures) -> Result<String, SiteFault> {
    counted(words, figures, (KEPT, IN_TIME), "figures-said-in-time", "figures-said-not-in-time")
}

/// How long half of the complaints took.
pub fn median(words: &FigureWords<'_>, figures: &Figures) -> Result<String, SiteFault> {
    match figures.times {
        Some(times) => words.about("figures-said-median", u64::from(times.median), &[]),
        None => words.say("figures-said-no-median"),
    }
}

/// How many were upheld, or else resolved, when exactly one judgement of the scale means so: two would have to be added up.
fn judged(words: &FigureWords<'_>, figures: &Figures, version: &Version) -> Result<Option<String>, SiteFault> {
    let Some(judgement) = version.regulation.judgement.as_ref().filter(|_| figures.table("outcome").is_some()) else {
        return Ok(None);
    };
    for (means, key) in [(Means::Upheld, "upheld"), (Means::Resolved, "resolved")] {
        let meant: Vec<&str> = judgement.scale.iter().filter(|j| j.means == means).map(|j| j.id.as_str()).collect();
        if let [only] = meant.as_slice() {
            let (yes, no) = (format!("figures-said-{key}"), format!("figures-said-not-{key}"));
            return counted(words, figures, ("outcome", only), &yes, &no).map(Some);
        }
    }
    Ok(None)
}

/// A row of a table in a sentence, with its share where both counts are published; another sentence when it is hidden.
fn counted(
    words: &FigureWords<'_>,
    figures: &Figures,
    (table, row): (&str, &str),
    yes: &str,
    no: &str,
) -> Result<String, SiteFault> {
    let table = figures.table(table);
    let count = table.and_then(|t| t.count(Some(row), None)).unwrap_or(Count::Hidden);
    let base = table.and_then(|t| t.count(None, None)).unwrap_or(Count::Hidden);
    let share = words.share(count, base).map(|share| format!(" ({share})")).unwrap_or_default();
    match count {
        Count::Shown(number) => words.about(yes, number, &[("share", &share)]),
        Count::Hidden | Count::Fewer => words.say(no),
    }
}
