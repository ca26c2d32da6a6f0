//! What every reader knows besides the figures: values that exclude each other.

use super::puzzle::{Puzzle, named};
use crate::statistics::figures::Figures;
use crate::statistics::schema::{Dimension, OTHER, Schema};

/// Pairs of values that exclude each other, as counts of both together.
pub struct Background<'a> {
    puzzle: &'a mut Puzzle,
    figures: &'a Figures,
    schema: &'a Schema,
}

impl<'a> Background<'a> {
    /// What readers know besides `figures`.
    pub fn new(puzzle: &'a mut Puzzle, figures: &'a Figures, schema: &'a Schema) -> Self {
        Self { puzzle, figures, schema }
    }

    fn rows(&self, dimension: Dimension) -> Vec<String> {
        let table = self.figures.table(dimension.id());
        table.map(|t| t.rows.iter().map(|r| r.id.clone()).collect()).unwrap_or_default()
    }

    /// Adds those counts and their sums to the puzzle.
    pub fn add(&mut self) {
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
