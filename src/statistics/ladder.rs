//! How much a year says: by its size first, then step by step less, until what is said is safe.

use std::collections::BTreeSet;

use super::figures::{MENTIONS, Size};
use super::plan::{Axis, Plan};
use super::schema::{OTHER, Schema};
use super::system::{Key, Role, System};
use super::tabulate::{Tally, Year};

/// From so many complaints on, tables of one dimension are shown.
const ONE_WAY: u64 = 20;
/// From so many on, tables by the hub.
const STAR: u64 = 50;

impl Size {
    /// How much a year with so many complaints may say at most. Below `k` not even the total is told.
    #[must_use]
    pub fn of(received: u64, k: u32) -> Self {
        match received {
            n if n < u64::from(k) => Self::Fewer,
            n if n < ONE_WAY => Self::Total,
            n if n < STAR => Self::OneWay,
            _ => Self::Star,
        }
    }
}

/// The most that a year of this size says.
#[must_use]
pub fn top(year: &Year, schema: &Schema, size: Size, k: u32) -> Plan {
    let axes: Vec<Axis> = match size {
        Size::Fewer | Size::Total => Vec::new(),
        Size::OneWay | Size::Star => schema.dimensions.iter().map(|(d, values)| Axis::plain(*d, values)).collect(),
    };
    let mut plan = Plan {
        year: year.year,
        axes,
        hub: schema.hub,
        merged: Vec::new(),
        crossed: Vec::new(),
        mentions: false,
        flow: size != Size::Fewer,
    };
    merge(&mut plan, year, schema, k);
    if plan.hub_axis().is_none() {
        plan.hub = None;
    } else if size == Size::Star {
        plan.crossed = plan.axes.iter().map(|a| a.dimension).filter(|d| Some(*d) != plan.hub).collect();
        plan.mentions = schema.mentions;
    }
    plan
}

/// Merges the hub's small values; a hub of which one value is left says nothing and goes.
fn merge(plan: &mut Plan, year: &Year, schema: &Schema, k: u32) {
    let Some(hub) = plan.hub_axis().cloned() else { return };
    let tally = Tally::new(year, plan, schema);
    let total = |v| tally.count(&Key::complaints(plan.year, &[(hub.dimension, v)]), plan.year);
    let totals: Vec<i64> = (0..hub.values.len()).map(total).collect();
    plan.merged = small_values(&hub.values, &totals, i64::from(k));
    let merged = hub.merging(&plan.merged);
    plan.axes.retain(|a| a.dimension != hub.dimension || merged.values.len() > 1);
    if let Some(axis) = plan.axes.iter_mut().find(|a| a.dimension == hub.dimension) {
        *axis = merged;
    } else {
        plan.merged.clear();
    }
}

/// The values to count together: those below `k`, with the last others until they are `k` together.
fn small_values(values: &[String], totals: &[i64], k: i64) -> Vec<String> {
    let mut out: Vec<bool> = totals.iter().map(|total| *total < k).collect();
    if !out.contains(&true) {
        return Vec::new();
    }
    // A vocabulary's own `other` cannot stand beside the merged one.
    values.iter().zip(&mut out).filter(|(value, _)| *value == OTHER).for_each(|(_, out)| *out = true);
    loop {
        let sum: i64 = totals.iter().zip(&out).filter(|(_, out)| **out).map(|(total, _)| total).sum();
        match out.iter().rposition(|out| !out) {
            Some(last) if sum < k => out[last] = true,
            _ => break,
        }
    }
    values.iter().zip(out).filter(|(_, out)| *out).map(|(value, _)| value.clone()).collect()
}

/// The part of a release that a count belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A table, by its id.
    Table(String),
    /// Numbers carried over and closed.
    Flow,
}

impl Plan {
    /// The part that a count belongs to. Counts of earlier years are touched by the flow only.
    #[must_use]
    pub fn part(&self, key: &Key) -> Part {
        let own = key.year() == self.year;
        match key {
            Key::Complaints(_, values) if own => match values.as_slice() {
                [] => Part::Flow,
                [(d, _)] => Part::Table(d.id().to_owned()),
                [first, second, ..] => {
                    let other = if self.hub == Some(first.0) { second.0 } else { first.0 };
                    Part::Table(self.hub.map_or_else(|| other.id().to_owned(), |hub| format!("{hub}-{other}")))
                }
            },
            Key::Also(..) | Key::Mentions(..) | Key::Unmentioned(..) if own => Part::Table(MENTIONS.to_owned()),
            _ => Part::Flow,
        }
    }

    /// One step down: the same plan without a part. A hub keeps its own table as long as others are crossed with it: of these the last
    /// goes first. None when nothing is left to leave out.
    #[must_use]
    pub fn without(&self, part: &Part) -> Option<Self> {
        let mut less = self.clone();
        match part {
            Part::Flow if self.flow => less.flow = false,
            Part::Flow => return self.last_part().and_then(|part| self.without(&part)),
            Part::Table(id) if id == MENTIONS => less.mentions = false,
            Part::Table(id) => less.drop_table(id),
        }
        if less == *self { self.last_part().and_then(|last| self.without(&last)) } else { Some(less) }
    }

    fn drop_table(&mut self, id: &str) {
        let hub = self.hub;
        let crossed = |d: &super::Dimension| hub.is_some_and(|hub| format!("{hub}-{d}") == id) || d.id() == id;
        if let Some(at) = self.crossed.iter().position(crossed) {
            self.crossed.remove(at);
        } else if hub.is_some_and(|hub| hub.id() == id) && !self.crossed.is_empty() {
            self.crossed.pop();
        } else if hub.is_some_and(|hub| hub.id() == id) && self.mentions {
            self.mentions = false;
        } else {
            self.axes.retain(|a| a.dimension.id() != id);
        }
        if self.hub_axis().is_none() {
            self.hub = None;
            self.merged.clear();
        }
    }

    /// The part that goes first when the one at fault is gone already.
    fn last_part(&self) -> Option<Part> {
        let crossed = self.crossed.last().and_then(|d| self.hub.map(|hub| Part::Table(format!("{hub}-{d}"))));
        let axis = || self.axes.last().map(|a| Part::Table(a.dimension.id().to_owned()));
        crossed.or_else(axis).or(self.flow.then_some(Part::Flow))
    }

    /// What is said in the end.
    #[must_use]
    pub fn size(&self) -> Size {
        match () {
            () if self.axes.is_empty() => Size::Total,
            () if self.crossed.is_empty() && !self.mentions => Size::OneWay,
            () => Size::Star,
        }
    }

    /// The table by the hub of which most is hidden, if that is more than half of its inner counts.
    #[must_use]
    pub fn mostly_hidden(&self, system: &System, hidden: &BTreeSet<usize>) -> Option<Part> {
        let mut worst: Option<(u64, Part)> = None;
        for grid in self.grids().into_iter().filter(|g| !g.columns.is_empty()) {
            let rows = grid.keys.iter().take(grid.rows.len());
            let inner = rows.flat_map(|line| line.iter().take(grid.columns.len())).filter_map(|key| system.index(key));
            let inner: Vec<usize> = inner.filter(|i| system.cells[*i].role != Role::Known).collect();
            let gone = inner.iter().filter(|i| hidden.contains(i)).count();
            let share = (gone as u64 * 10_000).checked_div(inner.len() as u64).unwrap_or_default();
            if 2 * gone > inner.len() && worst.as_ref().is_none_or(|(most, _)| share > *most) {
                worst = Some((share, Part::Table(grid.id)));
            }
        }
        worst.map(|(_, part)| part)
    }
}
