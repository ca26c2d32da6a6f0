//! The solver: the least or greatest value of one unknown, as a table of whole numbers.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome};

/// The way in which an unknown is pushed.
pub(crate) use microlp::OptimizationDirection as Direction;

/// An unknown with its bounds and its cost.
#[derive(Debug, Clone, Copy)]
pub struct Unknown {
    /// Its weight in the goal.
    pub cost: f64,
    /// The least that it can be.
    pub lower: i64,
    /// The most that it can be.
    pub upper: Option<i64>,
}

/// A linear program over whole-number data.
#[derive(Debug, Clone)]
pub struct Program {
    /// What is pushed down or up.
    pub direction: OptimizationDirection,
    /// The unknowns.
    pub unknowns: Vec<Unknown>,
    /// Weighted sums that must come to a number.
    pub rows: Vec<(Vec<(usize, i64)>, i64)>,
}

/// A solution search may look at so many branches; a program that needs more is taken to have no answer.
const BRANCHES: u64 = 5_000;
/// What a solver's number may be off from a whole one.
const NEAR: f64 = 1e-6;

impl Program {
    /// The best table of whole numbers. The relaxed program is tried first: its corners are nearly always whole. None when there is no
    /// solution, or none was found; the answer is checked by addition, so a solver's fault cannot become an answer.
    #[must_use]
    pub fn whole(&self) -> Option<Vec<i64>> {
        let relaxed = self.solve(false)?;
        let rounded: Vec<i64> = relaxed.iter().map(|x| round(*x)).collect();
        if self.holds(&rounded) && relaxed.iter().zip(&rounded).all(|(x, r)| (x - as_float(*r)).abs() < NEAR) {
            return Some(rounded);
        }
        let whole: Vec<i64> = self.solve(true)?.iter().map(|x| round(*x)).collect();
        self.holds(&whole).then_some(whole)
    }

    /// The best solution, in parts of units where that is better.
    #[must_use]
    pub fn relaxed(&self) -> Option<Vec<f64>> {
        self.solve(false)
    }

    fn solve(&self, whole: bool) -> Option<Vec<f64>> {
        let mut problem = Problem::new(self.direction);
        let unknowns: Vec<_> = self
            .unknowns
            .iter()
            .map(|u| {
                if whole {
                    let bound = |x: i64| i32::try_from(x).unwrap_or(i32::MAX);
                    problem.add_integer_var(u.cost, (bound(u.lower), u.upper.map_or(i32::MAX, bound)))
                } else {
                    problem.add_var(u.cost, (as_float(u.lower), u.upper.map_or(f64::INFINITY, as_float)))
                }
            })
            .collect();
        for (terms, sum) in &self.rows {
            let terms: Vec<_> = terms.iter().map(|(i, factor)| (unknowns[*i], as_float(*factor))).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, as_float(*sum));
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(BRANCHES);
        match problem.solve_with(options) {
            Ok(SolveOutcome::Solution(solution)) => Some(unknowns.iter().map(|u| solution.var_value(*u)).collect()),
            Ok(SolveOutcome::Interrupted(_)) | Err(_) => None,
        }
    }

    fn holds(&self, values: &[i64]) -> bool {
        let within = |(u, x): (&Unknown, &i64)| *x >= u.lower && u.upper.is_none_or(|upper| *x <= upper);
        self.unknowns.iter().zip(values).all(within)
            && self.rows.iter().all(|(terms, sum)| terms.iter().map(|(i, f)| f * values[*i]).sum::<i64>() == *sum)
    }
}

/// Counts are far below 2^52, where this is exact.
#[allow(clippy::cast_precision_loss)]
fn as_float(number: i64) -> f64 {
    number as f64
}

#[allow(clippy::cast_possible_truncation)]
fn round(number: f64) -> i64 {
    number.round() as i64
}
