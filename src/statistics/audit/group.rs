//! A group of unknowns that depend on each other, and how far each of them can differ.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::Failed;
use super::puzzle::Puzzle;
use crate::statistics::ladder::Part;

/// Nothing that is counted here comes near this.
const FAR: i64 = 100_000;
/// A search for whole numbers gives up after so many branches.
const BRANCHES: u64 = 5_000;

/// A group of unknowns, with the tables that fit and were found so far.
#[derive(Debug, Clone)]
pub struct Group {
    /// Their places among the puzzle's unknowns.
    pub cells: Vec<usize>,
    sums: Vec<(Vec<(usize, i64)>, i64)>,
    upper: Vec<i64>,
    found: Vec<Vec<i64>>,
}

impl Group {
    /// The unknowns of a puzzle at these places, with the sums between them.
    #[must_use]
    pub fn new(puzzle: &Puzzle, cells: Vec<usize>) -> Self {
        let own = |at: &usize| cells.binary_search(at).ok();
        let local = |(terms, sum): &(Vec<(usize, i64)>, i64)| {
            let terms: Option<Vec<(usize, i64)>> = terms.iter().map(|(at, f)| Some((own(at)?, *f))).collect();
            terms.map(|terms| (terms, *sum))
        };
        let sums = puzzle.sums.iter().filter_map(local).collect();
        let upper = cells.iter().map(|at| puzzle.unknowns[*at].upper.unwrap_or(FAR)).collect();
        Self { cells, sums, upper, found: Vec::new() }
    }

    /// The least width of a hidden count in this group, if it hides any that has bounds.
    pub fn least_width(&mut self, puzzle: &Puzzle, need: i64) -> Result<Option<i64>, Failed> {
        let free = vec![0; self.cells.len()];
        let mut reach = self.stir(puzzle, &free, need);
        let mut least: Option<i64> = None;
        for cell in 0..self.cells.len() {
            let unknown = &puzzle.unknowns[self.cells[cell]];
            if let Some(part) = &unknown.unsaid {
                self.unsaid(cell, part, need, &mut reach)?;
            }
            let Some(part) = &unknown.part else { continue };
            // Only what was found to be narrower than all before can make the least less.
            if least.is_some_and(|least| reach.width(cell) >= least) {
                continue;
            }
            let failed = || Failed { part: part.clone() };
            let (low, high) = self.ends(cell, &free, &mut reach).ok_or_else(failed)?;
            if high - low < need.min(self.upper[cell]) {
                return Err(failed());
            }
            // A count that nothing bounds says nothing about the least.
            least = least.into_iter().chain((high - low < FAR / 2).then_some(high - low)).min();
        }
        Ok(least)
    }

    /// A number that no table has, but that has a meaning, must not be proven small.
    fn unsaid(&mut self, cell: usize, part: &Part, need: i64, reach: &mut Reachable) -> Result<(), Failed> {
        let free = vec![0; self.cells.len()];
        if reach.high[cell] < need && self.ends(cell, &free, reach).is_none_or(|(_, high)| high < need) {
            return Err(Failed { part: part.clone() });
        }
        Ok(())
    }

    /// Whether every hidden count that is not among `own` keeps its width for somebody who knows that each of `own` is at least 1.
    pub fn withstands(&mut self, puzzle: &Puzzle, own: &[usize], need: i64) -> Result<(), Failed> {
        let lower: Vec<i64> = self.cells.iter().map(|at| i64::from(own.contains(at))).collect();
        let mut reach = self.stir(puzzle, &lower, need);
        for cell in 0..self.cells.len() {
            let Some(part) = &puzzle.unknowns[self.cells[cell]].part else { continue };
            let need = need.min(self.upper[cell] - 1);
            if lower[cell] == 1 || reach.width(cell) >= need {
                continue;
            }
            if self.ends(cell, &lower, &mut reach).is_none_or(|(low, high)| high - low < need) {
                return Err(Failed { part: part.clone() });
            }
        }
        Ok(())
    }

    /// Finds tables in which many counts are far from what was found, before each is looked at by itself.
    fn stir(&mut self, puzzle: &Puzzle, lower: &[i64], need: i64) -> Reachable {
        let mut reach = Reachable::new(self.cells.len());
        let fits = |t: &&Vec<i64>| t.iter().zip(lower).all(|(x, low)| x >= low);
        self.found.iter().filter(fits).for_each(|table| reach.add(table));
        let counted = |at: &usize| puzzle.unknowns[self.cells[*at]].part.is_some() && lower[*at] == 0;
        let mut goals: Vec<usize> = (0..self.cells.len()).filter(counted).collect();
        let mut before = usize::MAX;
        loop {
            goals.retain(|at| reach.width(*at) < need);
            if goals.is_empty() || goals.len() == before {
                return reach;
            }
            before = goals.len();
            for direction in [OptimizationDirection::Maximize, OptimizationDirection::Minimize] {
                if let Some(table) = self.extreme(&goals, lower, direction) {
                    reach.add(&table);
                    self.found.push(table);
                }
            }
        }
    }

    /// The least and greatest of a count, exactly. None when the solver fails.
    fn ends(&mut self, cell: usize, lower: &[i64], reach: &mut Reachable) -> Option<(i64, i64)> {
        if reach.low[cell] != lower[cell] {
            let table = self.extreme(&[cell], lower, OptimizationDirection::Minimize)?;
            reach.add(&table);
            self.found.push(table);
        }
        let table = self.extreme(&[cell], lower, OptimizationDirection::Maximize)?;
        reach.add(&table);
        self.found.push(table);
        Some((reach.low[cell], reach.high[cell]))
    }

    /// The interval of an unknown, by its place in the puzzle.
    #[cfg(test)]
    pub fn interval(&mut self, at: usize) -> Option<(i64, i64)> {
        let cell = self.cells.binary_search(&at).ok()?;
        let count = self.cells.len();
        self.ends(cell, &vec![0; count], &mut Reachable::new(count))
    }

    fn extreme(&self, goals: &[usize], lower: &[i64], direction: OptimizationDirection) -> Option<Vec<i64>> {
        self.solve(goals, lower, direction, false).or_else(|| self.solve(goals, lower, direction, true))
    }

    /// A table in which a sum of counts is extreme, if the solver's answer is one of whole numbers that add up.
    fn solve(&self, goals: &[usize], lower: &[i64], direction: OptimizationDirection, whole: bool) -> Option<Vec<i64>> {
        let mut problem = Problem::new(direction);
        let variables: Vec<Variable> = (0..self.cells.len())
            .map(|at| {
                let goal = if goals.contains(&at) { 1.0 } else { 0.0 };
                let (low, high) = (small(lower[at]), small(self.upper[at]));
                if whole {
                    problem.add_integer_var(goal, (low, high))
                } else {
                    problem.add_var(goal, (f64::from(low), f64::from(high)))
                }
            })
            .collect();
        for (terms, sum) in &self.sums {
            let terms: Vec<(Variable, f64)> =
                terms.iter().map(|(at, f)| (variables[*at], f64::from(small(*f)))).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, f64::from(small(*sum)));
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(BRANCHES);
        let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
        let exact: Vec<f64> = variables.iter().map(|v| solution.var_value(*v)).collect();
        // Counts are far below the range of both types.
        #[allow(clippy::cast_possible_truncation)]
        let table: Vec<i64> = exact.iter().map(|x| x.round() as i64).collect();
        let near = exact.iter().zip(&table).all(|(x, n)| (x - f64::from(small(*n))).abs() < 1e-6);
        let adds_up =
            |(terms, sum): &(Vec<(usize, i64)>, i64)| terms.iter().map(|(at, f)| f * table[*at]).sum::<i64>() == *sum;
        let bounded = (0..table.len()).all(|at| table[at] >= lower[at] && table[at] <= self.upper[at]);
        (near && bounded && self.sums.iter().all(adds_up)).then_some(table)
    }
}

/// How low and high each count is in some tables.
struct Reachable {
    low: Vec<i64>,
    high: Vec<i64>,
}

impl Reachable {
    fn new(count: usize) -> Self {
        Self { low: vec![i64::MAX; count], high: vec![i64::MIN; count] }
    }

    fn add(&mut self, table: &[i64]) {
        for ((low, high), x) in self.low.iter_mut().zip(&mut self.high).zip(table) {
            *low = (*low).min(*x);
            *high = (*high).max(*x);
        }
    }

    fn width(&self, cell: usize) -> i64 {
        self.high[cell].saturating_sub(self.low[cell])
    }
}

fn small(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
