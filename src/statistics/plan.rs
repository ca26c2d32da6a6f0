//! What a year's release counts: its axes after merging, which tables are crossed, whether the flow is told.

use super::figures::{ALSO, Basis, Figures, MAIN, MENTIONS};
use super::schema::{Dimension, OTHER, Schema};
use super::system::Key;

/// A dimension with its published values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Which dimension.
    pub dimension: Dimension,
    /// The published values, in order.
    pub values: Vec<String>,
    /// For each of them the codes that it stands for: itself, or those that were merged.
    pub members: Vec<Vec<String>>,
}

impl Axis {
    /// An axis whose values stand for themselves.
    #[must_use]
    pub fn plain(dimension: Dimension, values: &[String]) -> Self {
        Self { dimension, values: values.to_vec(), members: values.iter().map(|v| vec![v.clone()]).collect() }
    }

    /// The same axis with some values merged into `other`, which comes last.
    #[must_use]
    pub fn merging(&self, merged: &[String]) -> Self {
        if merged.is_empty() {
            return self.clone();
        }
        let kept: Vec<String> = self.values.iter().filter(|v| !merged.contains(v)).cloned().collect();
        let mut axis = Self::plain(self.dimension, &kept);
        axis.values.push(OTHER.to_owned());
        axis.members.push(merged.to_vec());
        axis
    }

    /// The place of the value that a code is counted under.
    #[must_use]
    pub fn place(&self, code: &str) -> Option<usize> {
        self.members.iter().position(|codes| codes.iter().any(|c| c == code))
    }
}

/// What is counted and shown of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The year.
    pub year: i32,
    /// The dimensions that are shown, in the order of the schema.
    pub axes: Vec<Axis>,
    /// The dimension by which others are crossed; one of the axes.
    pub hub: Option<Dimension>,
    /// Hub values that are counted as `other`.
    pub merged: Vec<String>,
    /// The dimensions that are crossed with the hub.
    pub crossed: Vec<Dimension>,
    /// Whether mentions are counted.
    pub mentions: bool,
    /// Whether numbers carried over and closed are told where they are safe.
    pub flow: bool,
}

/// The counts of one table by their keys, totals last.
pub struct Grid {
    /// Its id.
    pub id: String,
    /// Its dimensions, the hub first.
    pub dimensions: Vec<Dimension>,
    /// What it counts.
    pub basis: Basis,
    /// Ids of its columns.
    pub columns: Vec<String>,
    /// Ids of its rows.
    pub rows: Vec<String>,
    /// One line per row, then the totals.
    pub keys: Vec<Vec<Key>>,
}

impl Plan {
    /// An axis of the plan.
    #[must_use]
    pub fn axis(&self, dimension: Dimension) -> Option<&Axis> {
        self.axes.iter().find(|a| a.dimension == dimension)
    }

    /// The axis of the hub.
    #[must_use]
    pub fn hub_axis(&self) -> Option<&Axis> {
        self.hub.and_then(|hub| self.axis(hub))
    }

    /// What the published figures of an earlier year count.
    #[must_use]
    pub fn of(figures: &Figures) -> Self {
        let one_way = figures.tables.iter().filter(|t| t.basis == Basis::Complaints && t.dimensions.len() == 1);
        let axes = one_way.map(|table| {
            let dimension = table.dimensions[0];
            let values: Vec<String> = table.rows.iter().map(|r| r.id.clone()).collect();
            let mut axis = Axis::plain(dimension, &values);
            if figures.hub == Some(dimension) && !figures.merged.is_empty() {
                axis.members.pop();
                axis.members.push(figures.merged.clone());
            }
            axis
        });
        Self {
            year: figures.year,
            axes: axes.collect(),
            hub: figures.hub,
            merged: figures.merged.clone(),
            crossed: figures.tables.iter().filter_map(|t| t.dimensions.get(1)).copied().collect(),
            mentions: figures.table(MENTIONS).is_some(),
            flow: true,
        }
    }

    /// The tables that the plan shows, those of one dimension first.
    #[must_use]
    pub fn grids(&self) -> Vec<Grid> {
        let mut grids: Vec<Grid> = self.axes.iter().map(|axis| self.one_way(axis)).collect();
        if let Some(hub) = self.hub_axis() {
            grids.extend(self.mentions.then(|| self.mention_grid(hub)));
            let others = self.axes.iter().filter(|a| self.crossed.contains(&a.dimension));
            grids.extend(others.map(|other| self.two_way(hub, other)));
        }
        grids
    }

    fn one_way(&self, axis: &Axis) -> Grid {
        let d = axis.dimension;
        let lines = (0..axis.values.len()).map(|v| vec![Key::complaints(self.year, &[(d, v)])]);
        Grid {
            id: d.id().to_owned(),
            dimensions: vec![d],
            basis: Basis::Complaints,
            columns: Vec::new(),
            rows: axis.values.clone(),
            keys: lines.chain([vec![Key::received(self.year)]]).collect(),
        }
    }

    fn two_way(&self, hub: &Axis, other: &Axis) -> Grid {
        let (h, d) = (hub.dimension, other.dimension);
        let columns = || (0..other.values.len()).map(Some).chain([None]);
        let key = |row: Option<usize>, column: Option<usize>| {
            let values: Vec<_> = row.map(|v| (h, v)).into_iter().chain(column.map(|v| (d, v))).collect();
            Key::complaints(self.year, &values)
        };
        let lines = (0..hub.values.len()).map(Some).chain([None]);
        Grid {
            id: format!("{h}-{d}"),
            dimensions: vec![h, d],
            basis: Basis::Complaints,
            columns: other.values.clone(),
            rows: hub.values.clone(),
            keys: lines.map(|row| columns().map(|column| key(row, column)).collect()).collect(),
        }
    }

    fn mention_grid(&self, hub: &Axis) -> Grid {
        let year = self.year;
        let line = |row: Option<usize>| {
            let main: Vec<_> = row.map(|v| (hub.dimension, v)).into_iter().collect();
            vec![Key::complaints(year, &main), Key::Also(year, row), Key::Mentions(year, row)]
        };
        Grid {
            id: MENTIONS.to_owned(),
            dimensions: vec![hub.dimension],
            basis: Basis::Mentions,
            columns: vec![MAIN.to_owned(), ALSO.to_owned()],
            rows: hub.values.clone(),
            keys: (0..hub.values.len()).map(Some).chain([None]).map(line).collect(),
        }
    }

    /// Whether two published values can never be together: all codes that they stand for exclude each other.
    #[must_use]
    pub fn excluded(schema: &Schema, a: (&Axis, usize), b: (&Axis, usize)) -> bool {
        let codes = |(axis, value): (&Axis, usize)| axis.members[value].clone();
        let (left, right) = (codes(a), codes(b));
        left.iter().all(|x| right.iter().all(|y| schema.is_impossible((a.0.dimension, x), (b.0.dimension, y))))
    }
}
