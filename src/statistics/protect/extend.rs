//! What else to hide so that a count can move: the cheapest change of the table that moves it.

use super::program::{Direction, Program, Unknown};
use crate::statistics::system::{Role, System};

/// Hiding an inner count costs this much and its value.
const INNER: i64 = 10;
/// Hiding a total costs this much and its value: totals are what readers look for.
const MARGIN: i64 = 60;
/// A change below this is rounding.
const NOTHING: f64 = 1e-6;

/// What hiding a count costs. It depends on the value on purpose: fixed costs made it easier to work the table out by re-running the
/// method.
#[must_use]
pub fn cost(system: &System, cell: usize) -> i64 {
    let cell = &system.cells[cell];
    if cell.margin { MARGIN + cell.value } else { INNER + cell.value }
}

/// The counts that move in the cheapest change in which `cell` moves by `by`; hidden ones move for nothing, known ones never.
/// Nothing when no change does it.
#[must_use]
pub fn cheapest_change(system: &System, hidden: &[bool], cell: usize, by: i64) -> Option<Vec<usize>> {
    let count = system.cells.len();
    // Each count is an increase and a decrease; a count cannot fall below zero.
    let change = |i: usize, up: bool| {
        let own = system.cells[i].role == Role::Known;
        let price = if hidden[i] { 0 } else { cost(system, i) };
        let room =
            if up { system.cells[i].upper.map(|u| u - system.cells[i].value) } else { Some(system.cells[i].value) };
        let fixed = if (by > 0) == up { by.abs() } else { 0 };
        let (lower, upper) = match () {
            () if i == cell => (fixed, Some(fixed)),
            () if own => (0, Some(0)),
            () => (0, room),
        };
        // Prices are small whole numbers.
        #[allow(clippy::cast_precision_loss)]
        let cost = price as f64;
        Unknown { cost, lower, upper }
    };
    let unknowns = (0..count).map(|i| change(i, true)).chain((0..count).map(|i| change(i, false))).collect();
    let both_ways = |equation: &Vec<(usize, i64)>| {
        let down = equation.iter().map(|(i, factor)| (i + count, -factor));
        (equation.iter().copied().chain(down).collect(), 0)
    };
    let rows = system.equations.iter().map(both_ways).collect();
    let found = Program { direction: Direction::Minimize, unknowns, rows }.relaxed()?;
    let moved = |i: &usize| (found[*i] - found[*i + count]).abs() > NOTHING;
    Some((0..count).filter(moved).collect())
}
