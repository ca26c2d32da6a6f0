//! Keyed counts and the sums between them: one variable per key, so that the same count in two tables is one unknown.

use std::collections::BTreeMap;

use super::schema::Dimension;

/// What a count counts. Its order breaks every tie, so results do not depend on the order of records. Values are told by their place
/// in the published order of their dimension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Open at the end of a year, and so at the start of the next.
    Carried(i32),
    /// Closed in a year.
    Closed(i32),
    /// Received before a year and still open at its end.
    StillOpen(i32),
    /// Received before a year and closed in it.
    OldClosed(i32),
    /// Complaints of a year with these values; without any, all that were received.
    Complaints(i32, Vec<(Dimension, usize)>),
    /// Further mentions of a hub value in a year, or of all.
    Also(i32, Option<usize>),
    /// All mentions of a hub value in a year, or of all.
    Mentions(i32, Option<usize>),
    /// Complaints of a year that do not mention a hub value at all.
    Unmentioned(i32, usize),
}

impl Key {
    /// All complaints received in a year.
    #[must_use]
    pub const fn received(year: i32) -> Self {
        Self::Complaints(year, Vec::new())
    }

    /// Complaints of a year with these values, in whatever order they are named.
    #[must_use]
    pub fn complaints(year: i32, values: &[(Dimension, usize)]) -> Self {
        let mut values = values.to_vec();
        values.sort_unstable();
        Self::Complaints(year, values)
    }

    /// The year whose count it is; for a number carried over, the year at whose end it was open.
    #[must_use]
    pub const fn year(&self) -> i32 {
        match self {
            Self::Carried(year)
            | Self::Closed(year)
            | Self::StillOpen(year)
            | Self::OldClosed(year)
            | Self::Complaints(year, _)
            | Self::Also(year, _)
            | Self::Mentions(year, _)
            | Self::Unmentioned(year, _) => *year,
        }
    }
}

/// What happens to a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Shown unless it is small or would give a small one away.
    Open,
    /// Always shown: a grand total, a zero that everybody knows, a count of an earlier release.
    Known,
    /// Never shown, and protected when it is small: a reader could work it out.
    Secret,
    /// Hidden by an earlier release: stays hidden and stays protected.
    Held,
    /// Never shown and not protected: it only ties other counts together.
    Tie,
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it counts.
    pub key: Key,
    /// The true number.
    pub value: i64,
    /// What happens to it.
    pub role: Role,
    /// A sum of others, which is dearer to hide.
    pub margin: bool,
    /// The most it can be for every reader.
    pub upper: Option<i64>,
}

/// A sum that is always zero: cells by index, with their factors.
pub type Equation = Vec<(usize, i64)>;

/// Counts in the order of their keys, and the equations between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct System {
    /// The counts.
    pub cells: Vec<Cell>,
    /// What always holds between them.
    pub equations: Vec<Equation>,
}

impl System {
    /// The place of a key.
    #[must_use]
    pub fn index(&self, key: &Key) -> Option<usize> {
        self.cells.binary_search_by(|c| c.key.cmp(key)).ok()
    }

    /// The true numbers, in order.
    #[must_use]
    pub fn values(&self) -> Vec<i64> {
        self.cells.iter().map(|c| c.value).collect()
    }

    /// The same system with other numbers.
    #[must_use]
    pub fn with_values(&self, values: &[i64]) -> Self {
        let mut other = self.clone();
        for (cell, value) in other.cells.iter_mut().zip(values) {
            cell.value = *value;
        }
        other
    }

    /// Whether `values` are possible numbers: not negative, within the bounds, every equation zero. Integer addition only.
    #[must_use]
    pub fn admits(&self, values: &[i64]) -> bool {
        let bounded = |(cell, value): (&Cell, &i64)| *value >= 0 && cell.upper.is_none_or(|upper| *value <= upper);
        values.len() == self.cells.len()
            && self.cells.iter().zip(values).all(bounded)
            && self.equations.iter().all(|e| residue(e, values) == 0)
    }
}

/// What a sum comes to.
#[must_use]
pub fn residue(equation: &[(usize, i64)], values: &[i64]) -> i64 {
    equation.iter().map(|(cell, factor)| factor * values.get(*cell).copied().unwrap_or_default()).sum()
}

/// Collects counts and sums in any order.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    cells: BTreeMap<Key, Cell>,
    equations: Vec<Vec<(Key, i64)>>,
}

impl Builder {
    /// Adds a count. A second one with the same key is the same count, and the first one stays: earlier releases come first.
    pub fn add(&mut self, key: Key, value: i64, role: Role, margin: bool) {
        self.cells.entry(key.clone()).or_insert(Cell { key, value, role, margin, upper: None });
    }

    /// Says that every reader knows a count to be at most `upper`.
    pub fn bound(&mut self, key: &Key, upper: i64) {
        if let Some(cell) = self.cells.get_mut(key) {
            cell.upper = Some(upper);
        }
    }

    /// Says that `total` is the sum of `parts`. A total without parts is no sum.
    pub fn sum(&mut self, total: Key, parts: impl IntoIterator<Item = Key>) {
        let mut terms: Vec<(Key, i64)> = parts.into_iter().map(|key| (key, 1)).collect();
        if !terms.is_empty() {
            terms.push((total, -1));
            self.equations.push(terms);
        }
    }

    /// Says that a weighted sum is zero.
    pub fn zero(&mut self, terms: Vec<(Key, i64)>) {
        self.equations.push(terms);
    }

    /// A count that was added.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<&Cell> {
        self.cells.get(key)
    }

    /// The counts in the order of their keys. Equal equations are kept once; terms whose key was never added are left out.
    #[must_use]
    pub fn build(self) -> System {
        let cells: Vec<Cell> = self.cells.into_values().collect();
        let place = |key: &Key| cells.binary_search_by(|c| c.key.cmp(key)).ok();
        let mut equations: Vec<Equation> = self
            .equations
            .iter()
            .map(|terms| {
                let mut equation = BTreeMap::<usize, i64>::new();
                for (key, factor) in terms {
                    if let Some(at) = place(key) {
                        *equation.entry(at).or_default() += factor;
                    }
                }
                equation.into_iter().filter(|(_, factor)| *factor != 0).collect()
            })
            .collect();
        equations.sort();
        equations.dedup();
        System { cells, equations }
    }
}
