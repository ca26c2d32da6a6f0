//! A plan as counts and sums: what is shown, and what every reader knows besides.
//!
//! What readers know besides: pairs of values that exclude each other (also in tables that are not shown), that a complaint mentions a
//! topic at most once, that those still open are part of what is carried out.

use super::plan::{Axis, Plan};
use super::schema::{Dimension, Schema};
use super::system::{Builder, Key, Role};

/// Tells the number of a count and what happens to it, from what would happen to it in a new release.
pub type Source<'a> = &'a dyn Fn(&Key, Role) -> (i64, Role);

/// Writes a plan's counts into a builder.
pub struct Shape<'a> {
    plan: &'a Plan,
    schema: &'a Schema,
    source: Source<'a>,
    builder: &'a mut Builder,
}

/// Adds the counts of a plan and the sums between them.
pub fn shape(plan: &Plan, schema: &Schema, source: Source<'_>, builder: &mut Builder) {
    let mut shape = Shape { plan, schema, source, builder };
    shape.add(Key::received(plan.year), Role::Known, true);
    shape.one_way();
    shape.two_way();
    shape.ties();
    shape.mentions();
    shape.flow();
}

impl Shape<'_> {
    fn add(&mut self, key: Key, role: Role, margin: bool) {
        let (value, role) = (self.source)(&key, role);
        self.builder.add(key, value, role, margin);
    }

    fn key(&self, values: &[(Dimension, usize)]) -> Key {
        Key::complaints(self.plan.year, values)
    }

    fn one_way(&mut self) {
        for axis in &self.plan.axes {
            let d = axis.dimension;
            let hub = self.plan.hub == Some(d) && !self.plan.crossed.is_empty();
            let margin = hub || self.plan.crossed.contains(&d);
            for v in 0..axis.values.len() {
                self.add(self.key(&[(d, v)]), Role::Open, margin);
            }
            let parts: Vec<Key> = (0..axis.values.len()).map(|v| self.key(&[(d, v)])).collect();
            self.builder.sum(Key::received(self.plan.year), parts);
        }
    }

    /// The hub, where anything is known by it.
    fn hub(&self) -> Option<&'_ Axis> {
        let plan = self.plan;
        let known = |d: Dimension| plan.axes.iter().any(|a| a.dimension != d && self.related(d, a.dimension));
        plan.hub_axis().filter(|hub| !plan.crossed.is_empty() || known(hub.dimension))
    }

    /// Whether some values of two dimensions exclude each other.
    fn related(&self, a: Dimension, b: Dimension) -> bool {
        self.schema.impossible.iter().any(|(x, _, y, _)| (*x, *y) == (a, b) || (*x, *y) == (b, a))
    }

    /// Pairs of axes besides the hub with values that exclude each other.
    fn pairs(&self) -> Vec<(Axis, Axis)> {
        let others: Vec<&Axis> = self.plan.axes.iter().filter(|a| Some(a.dimension) != self.plan.hub).collect();
        let mut pairs = Vec::new();
        for (at, a) in others.iter().enumerate() {
            let later = others[at + 1..].iter().filter(|b| self.related(a.dimension, b.dimension));
            pairs.extend(later.map(|b| ((*a).clone(), (*b).clone())));
        }
        pairs
    }

    /// The hub by another dimension: shown, or needed to tie others together.
    fn two_way(&mut self) {
        let Some(hub) = self.hub().cloned() else { return };
        let tied: Vec<Dimension> = self.pairs().iter().flat_map(|(a, b)| [a.dimension, b.dimension]).collect();
        let plan = self.plan;
        for axis in plan.axes.iter().filter(|a| a.dimension != hub.dimension) {
            let d = axis.dimension;
            let shown = plan.crossed.contains(&d);
            if !shown && !tied.contains(&d) && !self.related(hub.dimension, d) {
                continue;
            }
            for h in 0..hub.values.len() {
                for v in 0..axis.values.len() {
                    let role = match () {
                        () if Plan::excluded(self.schema, (&hub, h), (axis, v)) => Role::Known,
                        () if shown => Role::Open,
                        () => Role::Tie,
                    };
                    self.add(self.key(&[(hub.dimension, h), (d, v)]), role, false);
                }
            }
            self.sums(&[], &hub, axis);
            self.sums(&[], axis, &hub);
        }
    }

    /// Says that each value of `of` is the sum over `by`, among complaints that have the values `given`.
    fn sums(&mut self, given: &[(Dimension, usize)], of: &Axis, by: &Axis) {
        for v in 0..of.values.len() {
            let total = [given, &[(of.dimension, v)]].concat();
            let part = |w| self.key(&[&total[..], &[(by.dimension, w)]].concat());
            let parts: Vec<Key> = (0..by.values.len()).map(part).filter(|k| self.builder.get(k).is_some()).collect();
            let total = self.key(&total);
            if parts.is_empty() {
                self.builder.zero(vec![(total, 1)]);
            } else {
                self.builder.sum(total, parts);
            }
        }
    }

    /// Values that exclude each other tie the counts of their tables together, within each hub value.
    fn ties(&mut self) {
        let hub = self.hub().cloned();
        let given: Vec<Vec<(Dimension, usize)>> = match &hub {
            Some(hub) => (0..hub.values.len()).map(|h| vec![(hub.dimension, h)]).collect(),
            None => vec![Vec::new()],
        };
        for (a, b) in self.pairs() {
            for context in &given {
                for v in 0..a.values.len() {
                    for w in 0..b.values.len() {
                        if !Plan::excluded(self.schema, (&a, v), (&b, w)) {
                            let values = [&context[..], &[(a.dimension, v), (b.dimension, w)]].concat();
                            self.add(self.key(&values), Role::Tie, false);
                        }
                    }
                }
                self.sums(context, &a, &b);
                self.sums(context, &b, &a);
            }
        }
    }

    fn mentions(&mut self) {
        let Some(hub) = self.plan.hub_axis().filter(|_| self.plan.mentions).cloned() else { return };
        let year = self.plan.year;
        for value in (0..hub.values.len()).map(Some).chain([None]) {
            let main: Vec<_> = value.map(|v| (hub.dimension, v)).into_iter().collect();
            self.add(Key::Also(year, value), Role::Open, value.is_none());
            self.add(Key::Mentions(year, value), Role::Open, true);
            self.builder.sum(Key::Mentions(year, value), [self.key(&main), Key::Also(year, value)]);
        }
        self.builder.sum(Key::Also(year, None), (0..hub.values.len()).map(|v| Key::Also(year, Some(v))));
        self.builder.sum(Key::Mentions(year, None), (0..hub.values.len()).map(|v| Key::Mentions(year, Some(v))));
        for (v, members) in hub.members.iter().enumerate() {
            // A complaint mentions each code at most once, so a merged value at most as often as it has codes.
            let codes = i64::try_from(members.len()).unwrap_or(i64::MAX);
            self.add(Key::Unmentioned(year, v), if codes == 1 { Role::Secret } else { Role::Tie }, false);
            let terms =
                vec![(Key::Mentions(year, Some(v)), 1), (Key::Unmentioned(year, v), 1), (Key::received(year), -codes)];
            self.builder.zero(terms);
        }
    }

    fn flow(&mut self) {
        if !self.plan.flow {
            return;
        }
        let year = self.plan.year;
        let (before, after, closed) = (Key::Carried(year - 1), Key::Carried(year), Key::Closed(year));
        for key in [&before, &after, &closed] {
            self.add(key.clone(), Role::Open, false);
        }
        let terms = vec![(before.clone(), 1), (Key::received(year), 1), (closed, -1), (after.clone(), -1)];
        self.builder.zero(terms);
        let Some(open) = open_key(self.plan, self.schema) else { return };
        self.add(Key::StillOpen(year), Role::Secret, false);
        self.add(Key::OldClosed(year), Role::Secret, false);
        self.builder.sum(after, [Key::StillOpen(year), open]);
        self.builder.sum(before, [Key::StillOpen(year), Key::OldClosed(year)]);
    }
}

/// The count of the complaints of the year that are still open, when the plan counts them.
#[must_use]
pub fn open_key(plan: &Plan, schema: &Schema) -> Option<Key> {
    let (dimension, code) = schema.open.as_ref()?;
    let place = plan.axis(*dimension)?.place(code)?;
    Some(Key::complaints(plan.year, &[(*dimension, place)]))
}
