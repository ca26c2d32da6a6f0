//! The published figures as a reader sees them: known numbers, unknown ones, and what must add up.

use std::collections::BTreeMap;

use super::background::Background;
use super::group::Group;
use crate::statistics::count::Count;
use crate::statistics::figures::{Basis, Figures, Table};
use crate::statistics::ladder::Part;
use crate::statistics::schema::{OTHER, Schema};

/// A number that is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The year whose figures hide it.
    pub year: i32,
    /// The part that hides it; none when no part has it and it only ties others together.
    pub part: Option<Part>,
    /// For a number of no part that has a meaning all the same: the part that could give it away.
    pub unsaid: Option<Part>,
    /// The most that the figures let it be by themselves.
    pub upper: Option<i64>,
}

/// A number: published, or an unknown by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Known(i64),
    Unknown(usize),
}

/// Unknowns, and sums of them that must come to a number.
#[derive(Debug, Clone, Default)]
pub struct Puzzle {
    /// What is not known.
    pub unknowns: Vec<Unknown>,
    /// Weighted sums of unknowns, and what they come to.
    pub sums: Vec<(Vec<(usize, i64)>, i64)>,
    numbers: BTreeMap<String, Number>,
}

impl Puzzle {
    /// Reads releases. The schema says what every reader knows besides: which values exclude each other, which means open.
    #[must_use]
    pub fn new(releases: &[&Figures], schema: &Schema) -> Self {
        let mut puzzle = Self::default();
        // A number that one release shows is known in all of them.
        releases.iter().for_each(|figures| puzzle.read(figures, true));
        releases.iter().for_each(|figures| puzzle.read(figures, false));
        for figures in releases {
            puzzle.table_sums(figures);
            puzzle.flow_sums(figures, schema);
            puzzle.mention_limits(figures);
            Background::new(&mut puzzle, figures, schema).add();
        }
        puzzle
    }

    /// The unknown of a name.
    #[must_use]
    pub fn unknown(&self, name: &str) -> Option<usize> {
        match self.numbers.get(name) {
            Some(Number::Unknown(at)) => Some(*at),
            Some(Number::Known(_)) | None => None,
        }
    }

    fn read(&mut self, figures: &Figures, shown: bool) {
        let year = figures.year;
        let limit = i64::from(figures.k) - 1;
        let mut all = vec![
            (named(year, &[]), figures.received, Part::Flow),
            (carried(year - 1), figures.flow.carried_in, Part::Flow),
            (carried(year), figures.flow.carried_out, Part::Flow),
            (format!("{year} closed"), figures.flow.closed, Part::Flow),
        ];
        for table in &figures.tables {
            let part = || Part::Table(table.id.clone());
            all.extend(table.cells().map(|(row, column, count)| (name(figures, table, row, column), count, part())));
        }
        for (name, count, part) in all.into_iter().filter(|(_, count, _)| count.shown().is_some() == shown) {
            if let Some(number) = count.shown() {
                self.numbers.insert(name, Number::Known(i64::try_from(number).unwrap_or(i64::MAX)));
            } else if !self.numbers.contains_key(&name) {
                let upper = (count == Count::Fewer).then_some(limit);
                self.add(name, Unknown { year, part: Some(part), unsaid: None, upper });
            }
        }
    }

    fn add(&mut self, name: String, unknown: Unknown) {
        self.numbers.insert(name, Number::Unknown(self.unknowns.len()));
        self.unknowns.push(unknown);
    }

    /// A number that no table has, unless one does.
    pub fn tie(&mut self, name: &str, year: i32) {
        self.unsaid(name, year, None);
    }

    /// The same, for a number that must not be proven small.
    fn unsaid(&mut self, name: &str, year: i32, unsaid: Option<Part>) {
        if !self.numbers.contains_key(name) {
            self.add(name.to_owned(), Unknown { year, part: None, unsaid, upper: None });
        }
    }

    /// Says that a weighted sum of named numbers is zero; a name that nobody knows counts as zero.
    fn zero(&mut self, terms: &[(String, i64)]) {
        let mut sum = 0;
        let mut unknown = BTreeMap::<usize, i64>::new();
        for (name, factor) in terms {
            match self.numbers.get(name) {
                Some(Number::Known(number)) => sum -= factor * number,
                Some(Number::Unknown(at)) => *unknown.entry(*at).or_default() += factor,
                None => {}
            }
        }
        unknown.retain(|_, factor| *factor != 0);
        let sum = (unknown.into_iter().collect::<Vec<_>>(), sum);
        if !sum.0.is_empty() && !self.sums.contains(&sum) {
            self.sums.push(sum);
        }
    }

    /// Says that a named number is the sum of others.
    pub fn adds_up(&mut self, total: String, parts: Vec<String>) {
        let mut terms: Vec<(String, i64)> = parts.into_iter().map(|part| (part, 1)).collect();
        terms.push((total, -1));
        self.zero(&terms);
    }

    fn table_sums(&mut self, figures: &Figures) {
        for table in &figures.tables {
            let rows: Vec<Option<&str>> = table.rows.iter().map(|r| Some(r.id.as_str())).collect();
            let columns: Vec<Option<&str>> = table.columns.iter().map(|c| Some(c.as_str())).collect();
            let cell = |row, column| name(figures, table, row, column);
            for column in columns.iter().copied().chain([None]) {
                self.adds_up(cell(None, column), rows.iter().map(|row| cell(*row, column)).collect());
            }
            for row in rows.iter().copied().chain([None]).filter(|_| !columns.is_empty()) {
                self.adds_up(cell(row, None), columns.iter().map(|column| cell(row, *column)).collect());
            }
        }
    }

    fn flow_sums(&mut self, figures: &Figures, schema: &Schema) {
        let year = figures.year;
        let (before, after) = (carried(year - 1), carried(year));
        let closed = format!("{year} closed");
        self.zero(&[(before.clone(), 1), (named(year, &[]), 1), (closed, -1), (after.clone(), -1)]);
        let Some((dimension, code)) = &schema.open else { return };
        let Some(table) = figures.table(dimension.id()) else { return };
        let row = if figures.hub == Some(*dimension) && figures.merged.contains(code) { OTHER } else { code };
        if table.count(Some(row), None).is_none() {
            return;
        }
        let (kept, done) = (format!("{year} still open"), format!("{year} old closed"));
        // Where the flow is not told at all, nothing can be worked out from it.
        let told = [figures.flow.carried_in, figures.flow.closed, figures.flow.carried_out];
        let unsaid = told.iter().any(|c| c.shown().is_some()).then_some(Part::Flow);
        self.unsaid(&kept, year, unsaid.clone());
        self.unsaid(&done, year, unsaid);
        self.adds_up(after, vec![kept.clone(), named(year, &[(dimension.id(), row)])]);
        self.adds_up(before, vec![kept, done]);
    }

    fn mention_limits(&mut self, figures: &Figures) {
        let year = figures.year;
        for table in figures.tables.iter().filter(|t| t.basis == Basis::Mentions) {
            for row in &table.rows {
                let merged = row.id == OTHER && !figures.merged.is_empty();
                let codes = if merged { i64::try_from(figures.merged.len()).unwrap_or(i64::MAX) } else { 1 };
                let rest = format!("{year} without {}", row.id);
                self.unsaid(&rest, year, (!merged).then(|| Part::Table(table.id.clone())));
                let all = name(figures, table, Some(&row.id), None);
                self.zero(&[(all, 1), (rest, 1), (named(year, &[]), -codes)]);
            }
        }
    }

    /// Two versions of a year as one puzzle: what is unknown in either, and how much the second has more. None when a number that both
    /// versions show differs by less than `k`.
    ///
    /// Where no number fell, readers take the new complaints to be added to the old ones, so no difference is negative.
    #[must_use]
    pub fn difference(old: &Self, new: &Self, year: i32, k: i64) -> Option<Self> {
        let mut both = Self::default();
        both.copy(old, "old");
        both.copy(new, "new");
        let ours = format!("{year}");
        let shared = |name: &&String| new.numbers.contains_key(*name);
        let pairs: Vec<(&String, Number, Number)> =
            old.numbers.keys().filter(shared).map(|name| (name, old.numbers[name], new.numbers[name])).collect();
        let own = |name: &str| {
            name == ours || name.starts_with(&format!("{ours} ")) || name.ends_with(&format!("after {ours}"))
        };
        let known: Vec<i64> = pairs
            .iter()
            .filter(|(name, ..)| own(name))
            .filter_map(|(_, a, b)| match (a, b) {
                // A zero that is shown is one that everybody knows.
                (Number::Known(a), Number::Known(b)) if (*a, *b) != (0, 0) => Some(b - a),
                _ => None,
            })
            .collect();
        if known.iter().any(|more| more.abs() < k) {
            return None;
        }
        if known.iter().any(|more| *more < 0) {
            return Some(both);
        }
        for (name, ..) in pairs.iter().filter(|(_, a, b)| !matches!((a, b), (Number::Known(_), Number::Known(_)))) {
            // Of two unknowns of another year only their being equal is known.
            let more = format!("more {name}");
            if own(name) {
                let part =
                    [old, new].into_iter().find_map(|p| p.unknown(name).and_then(|at| p.unknowns[at].part.clone()));
                both.add(more.clone(), Unknown { year, part, unsaid: None, upper: None });
            }
            both.zero(&[(format!("new {name}"), 1), (format!("old {name}"), -1), (more, -1)]);
        }
        Some(both)
    }

    /// Takes over another puzzle under names of its own.
    fn copy(&mut self, other: &Self, label: &str) {
        let first = self.unknowns.len();
        self.unknowns.extend(other.unknowns.iter().cloned());
        let moved = |terms: &[(usize, i64)]| terms.iter().map(|(at, f)| (at + first, *f)).collect();
        self.sums.extend(other.sums.iter().map(|(terms, sum)| (moved(terms), *sum)));
        for (name, number) in &other.numbers {
            let number = match number {
                Number::Unknown(at) => Number::Unknown(at + first),
                Number::Known(known) => Number::Known(*known),
            };
            self.numbers.insert(format!("{label} {name}"), number);
        }
    }

    /// The unknowns in groups that depend on each other.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        let mut of: Vec<usize> = (0..self.unknowns.len()).collect();
        // Each sum makes its unknowns one group, named by the least of them, until nothing changes.
        loop {
            let mut changed = false;
            for (terms, _) in &self.sums {
                let least = terms.iter().map(|(at, _)| of[*at]).min().unwrap_or_default();
                for (at, _) in terms {
                    changed |= of[*at] != least;
                    of[*at] = least;
                }
            }
            if !changed {
                break;
            }
        }
        let mut groups = BTreeMap::<usize, Vec<usize>>::new();
        of.iter().enumerate().for_each(|(at, group)| groups.entry(*group).or_default().push(at));
        groups.into_values().map(|cells| Group::new(self, cells)).collect()
    }
}

/// The name of the complaints of a year with these values.
pub fn named(year: i32, values: &[(&str, &str)]) -> String {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.iter().fold(format!("{year}"), |name, (d, v)| format!("{name} {d}={v}"))
}

fn carried(year: i32) -> String {
    format!("open after {year}")
}

/// The name of a table's count; the same count has the same name in every table.
fn name(figures: &Figures, table: &Table, row: Option<&str>, column: Option<&str>) -> String {
    let year = figures.year;
    let first = table.dimensions.first().map_or("", |d| d.id());
    let mut values: Vec<(&str, &str)> = row.map(|row| (first, row)).into_iter().collect();
    if table.basis == Basis::Complaints {
        let second = table.dimensions.get(1).map_or("", |d| d.id());
        values.extend(column.map(|column| (second, column)));
        return named(year, &values);
    }
    match column {
        Some(crate::statistics::figures::MAIN) => named(year, &values),
        Some(_) => format!("{} also", named(year, &values)),
        None => format!("{} mentions", named(year, &values)),
    }
}
