//! The rows of a drawing: which nodes stand next to each other, in an order with few crossing lines.

use std::collections::BTreeMap;

use super::graph::{Graph, Node};

/// What stands in a row: a node, or a line on its way from one node to another further down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A node.
    Node(Node),
    /// A line passes here.
    Pass {
        /// Where it comes from.
        from: Node,
        /// Where it goes.
        to: Node,
        /// In which row.
        row: usize,
    },
}

/// The rows with the lines between neighbouring rows.
#[derive(Debug, Clone)]
pub struct Rows {
    /// Cells from top to bottom, each row from left to right.
    pub rows: Vec<Vec<Cell>>,
    /// For each line the cells on its way, from top to bottom.
    pub lines: Vec<Vec<Cell>>,
}

/// How often the rows are put in order, downwards and upwards in turn. More changes nothing in regulations of 40 steps.
const SWEEPS: usize = 12;

impl Rows {
    /// Lays out a graph.
    #[must_use]
    pub fn of(graph: &Graph<'_>) -> Self {
        let layers = graph.layers();
        let depth = layers.values().max().map_or(0, |last| last + 1);
        let mut rows = vec![Vec::new(); depth];
        for (node, layer) in &layers {
            rows[*layer].push(Cell::Node(*node));
        }
        let mut lines = Vec::new();
        for (to, above) in &graph.before {
            for from in above {
                let (Some(first), Some(last)) = (layers.get(from), layers.get(to)) else { continue };
                let passes = (first + 1..*last).map(|row| Cell::Pass { from: *from, to: *to, row });
                let passes: Vec<Cell> = passes.collect();
                for (offset, pass) in passes.iter().enumerate() {
                    rows[first + 1 + offset].push(*pass);
                }
                let ends = [Cell::Node(*from), Cell::Node(*to)];
                lines.push([&ends[..1], &passes, &ends[1..]].concat());
            }
        }
        let mut laid = Self { rows, lines };
        laid.order();
        laid
    }

    /// Moves each cell to the mean of its neighbours in the row before, keeping the best order that was seen.
    fn order(&mut self) {
        let mut best = (self.crossings(), self.rows.clone());
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            let last = self.rows.len();
            for step in 1..last {
                let row = if down { step } else { last - 1 - step };
                let fixed = if down { row - 1 } else { row + 1 };
                self.settle(row, fixed);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.rows.clone());
            }
        }
        self.rows = best.1;
    }

    fn settle(&mut self, row: usize, fixed: usize) {
        let places = places(&self.rows[fixed]);
        let means: BTreeMap<Cell, usize> = self.rows[row]
            .iter()
            .enumerate()
            .map(|(here, cell)| {
                let near: Vec<usize> = self.pairs().filter_map(|(a, b)| other(a, b, *cell, &places)).collect();
                // In thousandths, so that whole numbers suffice.
                let mean = if near.is_empty() { here * 1000 } else { near.iter().sum::<usize>() * 1000 / near.len() };
                (*cell, mean)
            })
            .collect();
        self.rows[row].sort_by_key(|cell| means.get(cell).copied());
    }

    /// The pieces of the lines, each between two neighbouring rows.
    fn pairs(&self) -> impl Iterator<Item = (Cell, Cell)> + '_ {
        self.lines.iter().flat_map(|line| line.windows(2).filter_map(|w| Some((*w.first()?, *w.get(1)?))))
    }

    /// How many pieces of lines cross each other.
    fn crossings(&self) -> usize {
        let mut count = 0;
        for rows in self.rows.windows(2) {
            let (above, below) = (places(&rows[0]), places(&rows[1]));
            let pieces: Vec<(usize, usize)> =
                self.pairs().filter_map(|(a, b)| Some((*above.get(&a)?, *below.get(&b)?))).collect();
            for (index, one) in pieces.iter().enumerate() {
                let crossed =
                    |two: &&(usize, usize)| (one.0 < two.0 && one.1 > two.1) || (one.0 > two.0 && one.1 < two.1);
                count += pieces.iter().skip(index + 1).filter(crossed).count();
            }
        }
        count
    }
}

fn places(row: &[Cell]) -> BTreeMap<Cell, usize> {
    row.iter().enumerate().map(|(place, cell)| (*cell, place)).collect()
}

/// The place of the other end of a piece, when `cell` is one end and the other stands in the fixed row.
fn other(a: Cell, b: Cell, cell: Cell, fixed: &BTreeMap<Cell, usize>) -> Option<usize> {
    let end = if a == cell {
        b
    } else if b == cell {
        a
    } else {
        return None;
    };
    fixed.get(&end).copied()
}
