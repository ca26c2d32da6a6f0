//! Earlier releases as constraints: what they showed is known, what they hid stays hidden and keeps its width.

use std::collections::BTreeMap;

use super::count::Count;
use super::figures::{Figures, Size};
use super::plan::Plan;
use super::protect::{Rule, attack, interval, program};
use super::refused::Refused;
use super::schema::Schema;
use super::shape::shape;
use super::system::{Builder, Key, Role, System};

/// What earlier releases say of each count.
#[derive(Debug, Clone, Default)]
pub struct Published(BTreeMap<Key, Count>);

impl Published {
    /// Collects the counts of releases. What one of them shows is known, whatever another hides.
    #[must_use]
    pub fn of(releases: &[Figures]) -> Self {
        let mut all = Self::default();
        releases.iter().for_each(|figures| all.add(figures));
        all
    }

    fn add(&mut self, figures: &Figures) {
        let year = figures.year;
        for (grid, table) in pair(figures) {
            let lines = table.rows.iter().map(|r| &r.counts).chain([&table.total]);
            for (keys, counts) in grid.keys.iter().zip(lines) {
                keys.iter().zip(&counts.0).for_each(|(key, count)| self.say(key.clone(), *count));
            }
        }
        self.say(Key::received(year), figures.received);
        self.say(Key::Carried(year - 1), figures.flow.carried_in);
        self.say(Key::Carried(year), figures.flow.carried_out);
        self.say(Key::Closed(year), figures.flow.closed);
    }

    fn say(&mut self, key: Key, count: Count) {
        let known = self.0.entry(key).or_insert(count);
        if count.shown().is_some() {
            *known = count;
        }
    }

    /// What is said of a count, when anything is.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Count> {
        self.0.get(key).copied()
    }

    /// What happens to a count, from what would happen to it without earlier releases.
    #[must_use]
    pub fn role(&self, key: &Key, role: Role) -> Role {
        match self.get(key) {
            Some(Count::Shown(_)) => Role::Known,
            Some(Count::Hidden | Count::Fewer) => Role::Held,
            None => role,
        }
    }
}

/// The tables of a release beside the keys of their counts.
pub fn pair(figures: &Figures) -> Vec<(super::plan::Grid, &super::figures::Table)> {
    let grids = Plan::of(figures).grids();
    grids.into_iter().filter_map(|grid| figures.table(&grid.id).map(|table| (grid, table))).collect()
}

/// Adds those counts of earlier releases that depend on `carried`, the true numbers carried over, where they are hidden.
///
/// The numbers of hidden counts are not known any more; any that fit will do, as a witness to start from.
///
/// # Errors
/// [`Refused::CarriedIn`] when no numbers fit.
pub fn earlier_into(
    releases: &[Figures],
    schema: &Schema,
    carried: &[(Key, i64)],
    rule: Rule,
    builder: &mut Builder,
) -> Result<(), Refused> {
    let published = Published::of(releases);
    let contradicts = |(key, value): &(Key, i64)| {
        published.get(key).and_then(Count::shown).is_some_and(|shown| i64::try_from(shown) != Ok(*value))
    };
    if carried.iter().any(contradicts) {
        return Err(Refused::CarriedIn);
    }
    let system = all(releases, schema, &published);
    let hidden: Vec<bool> = system.cells.iter().map(|c| c.role != Role::Known).collect();
    let links = attack::links(&system);
    let mut linked: Vec<usize> = Vec::new();
    for start in carried.iter().filter_map(|(key, _)| system.index(key)).filter(|i| hidden[*i]) {
        if !linked.contains(&start) {
            linked.extend(attack::group(&system, &links, &hidden, start));
        }
    }
    linked.sort_unstable();
    let values = complete(&system, &linked, carried).ok_or(Refused::CarriedIn)?;
    add(&system.with_values(&values), &linked, rule, builder);
    Ok(())
}

/// All counts of the releases; hidden ones with no number yet.
fn all(releases: &[Figures], schema: &Schema, published: &Published) -> System {
    let mut builder = Builder::default();
    let source = |key: &Key, role: Role| match published.get(key) {
        Some(Count::Shown(number)) => (i64::try_from(number).unwrap_or(i64::MAX), Role::Known),
        Some(Count::Hidden | Count::Fewer) => (0, Role::Held),
        // A pair of values that exclude each other is 0 in every release.
        None if role == Role::Known => (0, Role::Known),
        None if role == Role::Secret => (0, Role::Secret),
        None => (0, Role::Tie),
    };
    for figures in releases {
        shape(&Plan::of(figures), schema, &source, &mut builder);
        if figures.size == Size::Fewer {
            builder.bound(&Key::received(figures.year), i64::from(figures.k) - 1);
        }
    }
    builder.build()
}

/// Numbers for the linked counts that fit everything published and what is truly carried over.
fn complete(system: &System, linked: &[usize], carried: &[(Key, i64)]) -> Option<Vec<i64>> {
    let unknown = |&i: &usize| {
        let cell = &system.cells[i];
        let fixed = carried.iter().find(|(key, _)| *key == cell.key).map(|(_, value)| *value);
        program::Unknown { cost: 0.0, lower: fixed.unwrap_or(0), upper: fixed.or(cell.upper) }
    };
    let links = attack::links(system);
    let hidden: Vec<bool> = (0..system.cells.len()).map(|i| linked.binary_search(&i).is_ok()).collect();
    let found = program::Program {
        direction: program::Direction::Minimize,
        unknowns: linked.iter().map(unknown).collect(),
        rows: attack::rows(system, &links, &hidden, linked),
    }
    .whole()?;
    let mut values = system.values();
    linked.iter().zip(found).for_each(|(i, value)| values[*i] = value);
    Some(values)
}

/// Adds the linked counts, what they are tied to, and the sums between them.
fn add(system: &System, linked: &[usize], rule: Rule, builder: &mut Builder) {
    let hidden = (0..system.cells.len()).filter(|i| system.cells[*i].role != Role::Known).collect();
    for equation in &system.equations {
        if !equation.iter().any(|(i, _)| linked.binary_search(i).is_ok()) {
            continue;
        }
        for (i, _) in equation {
            let cell = &system.cells[*i];
            let wide = || interval(system, &hidden, *i).is_some_and(|(low, high)| high - low >= rule.width);
            let role = match cell.role {
                // What could be worked out already is not this release's to protect.
                Role::Secret if wide() => Role::Held,
                Role::Secret => Role::Tie,
                role => role,
            };
            builder.add(cell.key.clone(), cell.value, role, cell.margin);
            if let Some(upper) = cell.upper {
                builder.bound(&cell.key, upper);
            }
        }
        builder.zero(equation.iter().map(|(i, factor)| (system.cells[*i].key.clone(), *factor)).collect());
    }
}
