//! The published figures as a reader sees them: known numbers, unknown ones, and what must add up.

use std::collections::BTreeMap;

use super::group::Group;
use crate::statistics::count::Count;
use crate::statistics::figures::{Basis, Figures, Table};
use crate::statistics::ladder::Part;
use crate::statistics::schema::{Dimension, OTHER, Schema};

/// A number that is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The year whose figures hide it.
    pub year: i32,
    /// The part that hides it; none when no part has it and it only ties others together.
    pub part: Option<Part>,
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
            Background { puzzle: &mut puzzle, figures, schema }.add();
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
                self.add(name, Unknown { year, part: Some(part), upper });
            }
        }
    }

    fn add(&mut self, name: String, unknown: Unknown) {
        self.numbers.insert(name, Number::Unknown(self.unknowns.len()));
        self.unknowns.push(unknown);
    }

    /// A number that no table has, unless one does.
    fn tie(&mut self, name: &str, year: i32) {
        if !self.numbers.contains_key(name) {
            self.add(name.to_owned(), Unknown { year, part: None, upper: None });
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

    fn adds_up(&mut self, total: String, parts: Vec<String>) {
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
        self.tie(&kept, year);
        self.tie(&done, year);
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
                self.tie(&rest, year);
                let all = name(figures, table, Some(&row.id), None);
                self.zero(&[(all, 1), (rest, 1), (named(year, &[]), -codes)]);
            }
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

/// Pairs of values that exclude each other, as counts of both together.
struct Background<'a> {
    puzzle: &'a mut Puzzle,
    figures: &'a Figures,
    schema: &'a Schema,
}

impl Background<'_> {
    fn rows(&self, dimension: Dimension) -> Vec<String> {
        let table = self.figures.table(dimension.id());
        table.map(|t| t.rows.iter().map(|r| r.id.clone()).collect()).unwrap_or_default()
    }

    fn add(&mut self) {
        let mut pairs: Vec<(Dimension, Dimension)> =
            self.schema.impossible.iter().map(|(a, _, b, _)| (*a.min(b), *a.max(b))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs.retain(|(a, b)| !self.rows(*a).is_empty() && !self.rows(*b).is_empty());
        let hub = self.figures.hub;
        let crossed = self.figures.tables.iter().any(|t| t.dimensions.len() == 2);
        let context = hub.filter(|hub| crossed || pairs.iter().any(|(a, b)| a == hub || b == hub));
        for (a, b) in pairs {
            match context {
                Some(hub) if a != hub && b != hub => {
                    self.cross(&[], hub, a);
                    self.cross(&[], hub, b);
                    for row in self.rows(hub) {
                        self.cross(&[(hub, row)], a, b);
                    }
                }
                _ => self.cross(&[], a, b),
            }
        }
    }

    /// Counts of `a` by `b` among complaints with the values `given`.
    fn cross(&mut self, given: &[(Dimension, String)], a: Dimension, b: Dimension) {
        let year = self.figures.year;
        let (rows, columns) = (self.rows(a), self.rows(b));
        let full = |more: &[(Dimension, &str)]| {
            let given = given.iter().map(|(d, v)| (d.id(), v.as_str()));
            named(year, &given.chain(more.iter().map(|(d, v)| (d.id(), *v))).collect::<Vec<_>>())
        };
        let pairs = rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column)));
        let possible: Vec<_> = pairs.filter(|(row, column)| !self.excluded((a, row), (b, column))).collect();
        for (row, column) in possible {
            self.puzzle.tie(&full(&[(a, row), (b, column)]), year);
        }
        for row in &rows {
            self.puzzle.adds_up(full(&[(a, row)]), columns.iter().map(|c| full(&[(a, row), (b, c)])).collect());
        }
        for column in &columns {
            self.puzzle.adds_up(full(&[(b, column)]), rows.iter().map(|r| full(&[(a, r), (b, column)])).collect());
        }
    }

    fn codes<'b>(&'b self, (dimension, row): (Dimension, &'b str)) -> Vec<&'b str> {
        let merged = self.figures.hub == Some(dimension) && row == OTHER && !self.figures.merged.is_empty();
        if merged { self.figures.merged.iter().map(String::as_str).collect() } else { vec![row] }
    }

    fn excluded(&self, a: (Dimension, &str), b: (Dimension, &str)) -> bool {
        let all = |x| self.codes(b).into_iter().all(|y| self.schema.is_impossible((a.0, x), (b.0, y)));
        self.codes(a).into_iter().all(all)
    }
}
