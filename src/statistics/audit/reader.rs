//! The reader who re-runs the method: it is public, so whoever has the figures can try it on every table that fits them and keep those that
//! give the same figures. A small count must then still have two values.
//!
//! Each group of hidden counts with at most [`COMPLETIONS`] completions is tried whole. Completions nearest to the truth are re-run first,
//! and only those that show a small count a value it has not had yet, so most groups need a few re-runs. After [`RE_RUNS`] of them a
//! group that is still not cleared is taken to fail, and the year says less. Groups with more completions are counted as beyond.

use std::collections::{BTreeMap, BTreeSet};

use super::Failed;
use crate::statistics::protect::{Rule, attack, program, protect, small};
use crate::statistics::release::Prepared;
use crate::statistics::system::{Role, System, residue};

/// A group with more completions than this is not tried.
pub const COMPLETIONS: usize = 20_000;
/// A group is not tried if the search for its completions takes more steps than this.
const STEPS: usize = 400_000;
/// The method is re-run so often for one group at most.
pub const RE_RUNS: usize = 60;

/// How many groups were tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tried {
    /// Groups of which every completion was known.
    pub enumerated: u32,
    /// Groups with too many.
    pub beyond: u32,
}

/// Plays the reader against everything that was prepared.
pub fn check(prepared: &Prepared, rule: Rule) -> Result<Tried, Failed> {
    let mut tried = Tried::default();
    let Prepared { plan, system, done } = prepared;
    let ties = |i: usize| system.cells[i].role == Role::Tie;
    let mut left: BTreeSet<usize> = done.hidden.iter().copied().filter(|i| !ties(*i)).collect();
    let hidden: Vec<bool> = (0..system.cells.len()).map(|i| done.hidden.contains(&i)).collect();
    let links = attack::links(system);
    while let Some(start) = left.first().copied() {
        let group = attack::group(system, &links, &hidden, start);
        left.retain(|i| group.binary_search(i).is_err());
        let counts: Vec<usize> = group.iter().copied().filter(|i| !ties(*i)).collect();
        let Some(completions) = completions(system, &counts, &hidden) else {
            tried.beyond += 1;
            continue;
        };
        tried.enumerated += 1;
        if let Some(cell) = singled_out(prepared, rule, &group, &counts, &completions) {
            return Err(Failed { part: plan.part(&system.cells[cell].key) });
        }
    }
    Ok(tried)
}

/// A small hidden count that has one value in all tables that give the same figures, as far as they were tried.
fn singled_out(
    prepared: &Prepared,
    rule: Rule,
    group: &[usize],
    counts: &[usize],
    completions: &[Vec<i64>],
) -> Option<usize> {
    let system = &prepared.system;
    let is_small = |i: &usize| system.cells[*i].value < rule.k && prepared.done.counts.contains(i);
    let mut single: BTreeSet<usize> = counts.iter().copied().filter(is_small).collect();
    let truth: Vec<i64> = counts.iter().map(|i| system.cells[*i].value).collect();
    let distance = |c: &Vec<i64>| c.iter().zip(&truth).map(|(a, b)| (a - b).abs()).sum::<i64>();
    let mut order: Vec<&Vec<i64>> = completions.iter().collect();
    order.sort_by_cached_key(|c| (distance(c), (*c).clone()));
    let mut runs = 0;
    for completion in order {
        let news = counts.iter().zip(completion).any(|(i, x)| single.contains(i) && *x != system.cells[*i].value);
        if !news {
            continue;
        }
        if runs == RE_RUNS {
            break;
        }
        runs += 1;
        if same_figures(prepared, rule, group, counts, completion) {
            counts.iter().zip(completion).filter(|(i, x)| **x != system.cells[**i].value).for_each(|(i, _)| {
                single.remove(i);
            });
        }
        if single.is_empty() {
            return None;
        }
    }
    single.first().copied()
}

/// Whether the method hides the same counts if these were the true numbers.
fn same_figures(prepared: &Prepared, rule: Rule, group: &[usize], counts: &[usize], completion: &[i64]) -> bool {
    let system = &prepared.system;
    let given: BTreeMap<usize, i64> = counts.iter().copied().zip(completion.iter().copied()).collect();
    let Some(values) = with_ties(system, group, &given) else { return false };
    let other = system.with_values(&values);
    let primary = small(&other, rule);
    if !primary.iter().all(|i| prepared.done.hidden.contains(i)) {
        return false;
    }
    protect(&other, &primary, rule).is_ok_and(|done| done.hidden == prepared.done.hidden)
}

/// All numbers, when those of the group's counts are given: its ties are chosen to fit. None when they cannot.
fn with_ties(system: &System, group: &[usize], given: &BTreeMap<usize, i64>) -> Option<Vec<i64>> {
    let mut values = system.values();
    given.iter().for_each(|(i, value)| values[*i] = *value);
    let other = system.with_values(&values);
    let ties: Vec<usize> = group.iter().copied().filter(|i| !given.contains_key(i)).collect();
    if ties.is_empty() {
        return other.admits(&values).then_some(values);
    }
    let mask: Vec<bool> = (0..system.cells.len()).map(|i| ties.binary_search(&i).is_ok()).collect();
    let unknown = |i: &usize| program::Unknown { cost: 0.0, lower: 0, upper: system.cells[*i].upper };
    let found = program::Program {
        direction: program::Direction::Minimize,
        unknowns: ties.iter().map(unknown).collect(),
        rows: attack::rows(&other, &attack::links(&other), &mask, &ties),
    }
    .whole()?;
    ties.iter().zip(found).for_each(|(i, value)| values[*i] = value);
    other.admits(&values).then_some(values)
}

/// Every way to fill the counts so that the sums between them hold; none when there are too many.
#[must_use]
pub fn completions(system: &System, counts: &[usize], hidden: &[bool]) -> Option<Vec<Vec<i64>>> {
    let place = |cell: usize| counts.binary_search(&cell).ok();
    // Sums with a tie in them are looked at when a completion is used.
    let own = |e: &&Vec<(usize, i64)>| e.iter().any(|(c, _)| place(*c).is_some());
    let plain = |e: &&Vec<(usize, i64)>| e.iter().all(|(c, _)| place(*c).is_some() || !hidden[*c]);
    let values = system.values();
    let sums = system.equations.iter().filter(own).filter(plain).map(|equation| {
        let terms: Vec<(usize, i64)> = equation.iter().filter_map(|(c, f)| Some((place(*c)?, *f))).collect();
        let inside: i64 = terms.iter().map(|(at, f)| f * values[counts[*at]]).sum();
        (terms, inside - residue(equation, &values))
    });
    let mut search = Search {
        sums: sums.collect(),
        upper: counts.iter().map(|c| system.cells[*c].upper).collect(),
        filled: Vec::new(),
        found: Vec::new(),
        steps: 0,
    };
    search.fill(&mut vec![None; counts.len()]).then_some(search.found)
}

struct Search {
    sums: Vec<(Vec<(usize, i64)>, i64)>,
    upper: Vec<Option<i64>>,
    filled: Vec<usize>,
    found: Vec<Vec<i64>>,
    steps: usize,
}

impl Search {
    /// Fills what is open; false when there is too much.
    fn fill(&mut self, values: &mut Vec<Option<i64>>) -> bool {
        self.steps += 1;
        if self.steps > STEPS || self.found.len() > COMPLETIONS {
            return false;
        }
        let mark = self.filled.len();
        if !self.force(values) {
            self.undo(values, mark);
            return true;
        }
        let next = (0..values.len()).filter(|at| values[*at].is_none()).map(|at| (self.range(values, at), at)).min();
        let complete = match next {
            None => {
                self.found.push(values.iter().map(|v| v.unwrap_or_default()).collect());
                self.found.len() <= COMPLETIONS
            }
            Some(((i64::MAX, ..), _)) => false,
            Some(((_, low, high), at)) => (low..=high).all(|value| {
                values[at] = Some(value);
                let ok = self.fill(values);
                values[at] = None;
                ok
            }),
        };
        self.undo(values, mark);
        complete
    }

    fn undo(&mut self, values: &mut [Option<i64>], mark: usize) {
        for at in self.filled.drain(mark..) {
            values[at] = None;
        }
    }

    /// Fills every count that has one value left; false when one has none.
    fn force(&mut self, values: &mut [Option<i64>]) -> bool {
        loop {
            let mut changed = false;
            for at in 0..values.len() {
                if values[at].is_some() {
                    continue;
                }
                let (_, low, high) = self.range(values, at);
                if low > high {
                    return false;
                }
                if low == high {
                    values[at] = Some(low);
                    self.filled.push(at);
                    changed = true;
                }
            }
            if !changed {
                let whole = |(terms, sum): &(Vec<(usize, i64)>, i64)| {
                    let known: Option<i64> = terms.iter().map(|(at, f)| values[*at].map(|v| v * f)).sum();
                    known.is_none_or(|known| known == *sum)
                };
                return self.sums.iter().all(whole);
            }
        }
    }

    /// The width and bounds that single sums leave a count; the width is greatest when there is no upper bound.
    fn range(&self, values: &[Option<i64>], at: usize) -> (i64, i64, i64) {
        let (mut low, mut high) = (0, self.upper[at].unwrap_or(i64::MAX));
        for (terms, sum) in self.sums.iter().filter(|(terms, _)| terms.iter().any(|(i, _)| *i == at)) {
            // factor * x = sum - others, and open others are anything from 0 up to their own bound.
            let mut rest = (*sum, *sum);
            let mut factor = 0;
            for (i, f) in terms {
                match values[*i] {
                    _ if *i == at => factor = *f,
                    Some(v) => rest = (rest.0.saturating_sub(f * v), rest.1.saturating_sub(f * v)),
                    None if *f > 0 => rest.0 = i64::MIN,
                    None => rest.1 = i64::MAX,
                }
            }
            let (least, most) = if factor > 0 { rest } else { (rest.1.saturating_neg(), rest.0.saturating_neg()) };
            let by = factor.abs().max(1);
            if least > 0 {
                low = low.max(least.saturating_add(by - 1) / by);
            }
            if most < i64::MAX {
                high = high.min(if most < 0 { -1 } else { most / by });
            }
        }
        let width = if high == i64::MAX { i64::MAX } else { high - low };
        (width, low, high)
    }
}
