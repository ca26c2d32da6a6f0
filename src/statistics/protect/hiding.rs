//! The hidden counts while they are being chosen, with the witnesses found so far.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use super::attack::{group, links, push};
use super::extend::{cheapest_change, cost};
use super::program::Direction;
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
    /// For what each other count was hidden first.
    because: BTreeMap<usize, usize>,
}

impl<'a> Hiding<'a> {
    /// Hides the primary counts and the ties; nothing else yet.
    pub fn new(system: &'a System, primary: &BTreeSet<usize>, rule: Rule) -> Self {
        let hidden =
            system.cells.iter().enumerate().map(|(i, c)| c.role == Role::Tie || primary.contains(&i)).collect();
        let links = links(system);
        Self {
            system,
            rule,
            links,
            primary: primary.clone(),
            hidden,
            pool: vec![system.values()],
            because: BTreeMap::new(),
        }
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
        self.stir(targets);
        let mut order: Vec<usize> = targets.iter().copied().collect();
        order.sort_by_key(|i| (self.system.cells[*i].value, *i));
        order.into_iter().try_for_each(|cell| self.widen(cell))
    }

    /// Finds witnesses that move many counts at once, so that fewer have to be looked for one by one.
    fn stir(&mut self, targets: &BTreeSet<usize>) {
        let mut left: BTreeSet<usize> = targets.iter().copied().filter(|i| self.hidden[*i]).collect();
        while let Some(first) = left.first().copied() {
            let group = group(self.system, &self.links, &self.hidden, first);
            let mut goals: Vec<usize> = group.iter().copied().filter(|i| left.contains(i)).collect();
            left.retain(|i| group.binary_search(i).is_err());
            loop {
                goals.retain(|i| spread(&self.pool, *i) < self.need(*i));
                let before = goals.len();
                for direction in [Direction::Maximize, Direction::Minimize] {
                    self.pool.extend(push(self.system, &self.links, &self.hidden, &goals, direction));
                }
                goals.retain(|i| spread(&self.pool, *i) < self.need(*i));
                if goals.len() == before {
                    break;
                }
            }
        }
    }

    /// Whether a count has its width; looks for witnesses where the pool has none.
    fn is_wide(&mut self, cell: usize) -> bool {
        for direction in [Direction::Maximize, Direction::Minimize] {
            if spread(&self.pool, cell) >= self.need(cell) {
                return true;
            }
            self.find(cell, direction);
        }
        spread(&self.pool, cell) >= self.need(cell)
    }

    /// Adds the table in which a count is extreme, unless no count can be beyond one that is there.
    fn find(&mut self, cell: usize, direction: Direction) {
        let least = direction == Direction::Minimize && self.pool.iter().any(|w| w[cell] == 0);
        if !least {
            self.pool.extend(push(self.system, &self.links, &self.hidden, &[cell], direction));
        }
    }

    fn widen(&mut self, cell: usize) -> Result<(), Stuck> {
        while !self.is_wide(cell) {
            let value = self.system.cells[cell].value;
            let fall = value - self.pool.iter().map(|w| w[cell]).min().unwrap_or(value);
            let more = self.more(cell, fall).ok_or(Stuck { cell })?;
            for i in more {
                self.hidden[i] = true;
                self.because.entry(i).or_insert(cell);
            }
        }
        Ok(())
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

    /// Shows again, dearest first, those of `extra` that are not needed for any of `targets`.
    pub fn tidy(&mut self, extra: &BTreeSet<usize>, targets: &BTreeSet<usize>) {
        let mut order: Vec<usize> = extra.iter().copied().collect();
        order.sort_by_key(|i| (std::cmp::Reverse(cost(self.system, *i)), *i));
        for cell in order {
            let pool = self.pool.clone();
            let with_it = group(self.system, &self.links, &self.hidden, cell);
            if !self.safe_without(cell, &with_it, targets) {
                // Its witnesses hold as well while it is hidden.
                self.hidden[cell] = true;
                self.pool.extend(pool.into_iter().filter(|w| w[cell] != self.system.cells[cell].value));
            }
        }
    }

    /// Shows a count; whether the others of its group keep their width.
    fn safe_without(&mut self, cell: usize, group: &[usize], targets: &BTreeSet<usize>) -> bool {
        let value = self.system.cells[cell].value;
        self.pool.retain(|w| w[cell] == value);
        self.hidden[cell] = false;
        let left = |i: &usize, hidden: &[bool]| hidden[*i] && targets.contains(i);
        // What it was hidden for is the first to fail.
        if let Some(first) = self.because.get(&cell).copied().filter(|i| left(i, &self.hidden))
            && !self.is_wide(first)
        {
            return false;
        }
        let others: BTreeSet<usize> = group.iter().copied().filter(|i| left(i, &self.hidden)).collect();
        self.stir(&others);
        others.into_iter().all(|other| self.is_wide(other))
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
