//! The hidden counts while they are being chosen, with the witnesses found so far.

use std::collections::BTreeSet;

use super::Rule;
use super::attack::{extremes, group, links};
use super::extend::{cheapest_change, cost};
use crate::statistics::system::{Role, System};

/// A count that cannot be protected among the counts that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stuck {
    /// Its place in the system.
    pub cell: usize,
}

/// What was hidden, and why it is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// Hidden for their own sake.
    pub primary: BTreeSet<usize>,
    /// All that is hidden and must keep its width.
    pub counts: BTreeSet<usize>,
    /// All that is not shown, ties included.
    pub hidden: BTreeSet<usize>,
    /// Tables that agree with everything shown. The first is the truth: never store or show them.
    pub witnesses: Vec<Vec<i64>>,
}

/// A choice in progress.
pub struct Hiding<'a> {
    system: &'a System,
    rule: Rule,
    links: Vec<Vec<usize>>,
    primary: BTreeSet<usize>,
    hidden: Vec<bool>,
    pool: Vec<Vec<i64>>,
}

impl<'a> Hiding<'a> {
    /// Hides the primary counts and the ties; nothing else yet.
    pub fn new(system: &'a System, primary: &BTreeSet<usize>, rule: Rule) -> Self {
        let hidden =
            system.cells.iter().enumerate().map(|(i, c)| c.role == Role::Tie || primary.contains(&i)).collect();
        let links = links(system);
        Self { system, rule, links, primary: primary.clone(), hidden, pool: vec![system.values()] }
    }

    /// The hidden counts that must keep their width.
    pub fn counts(&self) -> BTreeSet<usize> {
        let must = |i: &usize| {
            self.hidden[*i]
                && (self.primary.contains(i) || !matches!(self.system.cells[*i].role, Role::Tie | Role::Secret))
        };
        (0..self.hidden.len()).filter(must).collect()
    }

    /// How far a count must be able to differ: the width, or all that its bound leaves.
    fn need(&self, cell: usize) -> i64 {
        self.system.cells[cell].upper.map_or(self.rule.width, |upper| upper.min(self.rule.width))
    }

    /// Hides more until each of `targets` has its width, in the order of their values.
    pub fn protect(&mut self, targets: &BTreeSet<usize>) -> Result<(), Stuck> {
        let mut order: Vec<usize> = targets.iter().copied().collect();
        order.sort_by_key(|i| (self.system.cells[*i].value, *i));
        order.into_iter().try_for_each(|cell| self.widen(cell))
    }

    fn widen(&mut self, cell: usize) -> Result<(), Stuck> {
        loop {
            if spread(&self.pool, cell) >= self.need(cell) {
                return Ok(());
            }
            let value = self.system.cells[cell].value;
            let [least, greatest] = extremes(self.system, &self.links, &self.hidden, cell);
            let fall = value - least.as_ref().map_or(value, |w| w[cell]);
            self.pool.extend([least, greatest].into_iter().flatten());
            if spread(&self.pool, cell) >= self.need(cell) {
                return Ok(());
            }
            let more = self.more(cell, fall).ok_or(Stuck { cell })?;
            more.into_iter().for_each(|i| self.hidden[i] = true);
        }
    }

    /// What to hide next: enough to complete the width upwards, else the whole width upwards, else all the way down.
    fn more(&self, cell: usize, fall: i64) -> Option<Vec<usize>> {
        let need = self.need(cell);
        let steps = [need - fall, need, -self.system.cells[cell].value];
        steps.into_iter().filter(|by| *by != 0).find_map(|by| {
            let moved = cheapest_change(self.system, &self.hidden, cell, by)?;
            let new: Vec<usize> = moved.into_iter().filter(|i| !self.hidden[*i]).collect();
            (!new.is_empty()).then_some(new)
        })
    }

    /// Shows again, dearest first, what was hidden for the sake of others and is not needed for any of `targets`.
    pub fn tidy(&mut self, primary: &BTreeSet<usize>, targets: &BTreeSet<usize>) {
        let mut order: Vec<usize> = self.counts().difference(primary).copied().collect();
        order.sort_by_key(|i| (std::cmp::Reverse(cost(self.system, *i)), *i));
        for cell in order {
            self.show_if_safe(cell, targets);
        }
    }

    fn show_if_safe(&mut self, cell: usize, targets: &BTreeSet<usize>) {
        let value = self.system.cells[cell].value;
        let with_it = group(self.system, &self.links, &self.hidden, cell);
        let mut left: Vec<Vec<i64>> = self.pool.iter().filter(|w| w[cell] == value).cloned().collect();
        self.hidden[cell] = false;
        for other in with_it.into_iter().filter(|i| *i != cell && self.hidden[*i] && targets.contains(i)) {
            if spread(&left, other) >= self.need(other) {
                continue;
            }
            left.extend(extremes(self.system, &self.links, &self.hidden, other).into_iter().flatten());
            if spread(&left, other) < self.need(other) {
                self.hidden[cell] = true;
                return;
            }
        }
        self.pool = left;
    }

    /// The result.
    pub fn finish(self) -> Protected {
        let hidden = (0..self.hidden.len()).filter(|i| self.hidden[*i]).collect();
        Protected { counts: self.counts(), primary: self.primary, hidden, witnesses: self.pool }
    }
}

/// How far the witnesses are apart in a count.
pub fn spread(pool: &[Vec<i64>], cell: usize) -> i64 {
    let (least, most) =
        pool.iter().map(|w| w[cell]).fold((i64::MAX, i64::MIN), |(least, most), x| (least.min(x), most.max(x)));
    most - least
}
