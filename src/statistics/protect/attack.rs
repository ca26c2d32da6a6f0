//! The attacker: the least and greatest that a hidden count can be, for somebody who knows all that is shown.

use super::program::{Direction, Program, Unknown};
use crate::statistics::system::System;

/// The hidden counts that depend on `start`, by the equations, in order.
#[must_use]
pub fn group(system: &System, links: &[Vec<usize>], hidden: &[bool], start: usize) -> Vec<usize> {
    let mut inside = vec![false; system.cells.len()];
    let mut seen = vec![false; system.equations.len()];
    let mut open = vec![start];
    inside[start] = true;
    while let Some(cell) = open.pop() {
        for &equation in &links[cell] {
            if std::mem::replace(&mut seen[equation], true) {
                continue;
            }
            for &(next, _) in &system.equations[equation] {
                if hidden[next] && !std::mem::replace(&mut inside[next], true) {
                    open.push(next);
                }
            }
        }
    }
    (0..inside.len()).filter(|i| inside[*i]).collect()
}

/// For every count the equations that it stands in.
#[must_use]
pub fn links(system: &System) -> Vec<Vec<usize>> {
    let mut links = vec![Vec::new(); system.cells.len()];
    for (number, equation) in system.equations.iter().enumerate() {
        equation.iter().for_each(|(cell, _)| links[*cell].push(number));
    }
    links
}

/// A table in which the sum of `goals`, which depend on each other, is least or greatest, as far as the solver finds it. Counts outside their
/// group keep their numbers.
///
/// A count without any bound (a number carried over, where what was closed is hidden as well) is pushed up to a bound far beyond the
/// width, which can only make the attacker look stronger than he is.
#[must_use]
pub fn push(
    system: &System,
    links: &[Vec<usize>],
    hidden: &[bool],
    goals: &[usize],
    direction: Direction,
) -> Option<Vec<i64>> {
    let group = group(system, links, hidden, *goals.first()?);
    let far = system.cells.iter().map(|c| c.value).max().unwrap_or_default() * 2 + 100;
    let unknowns = group.iter().map(|i| {
        let upper = system.cells[*i].upper;
        let goal = goals.contains(i);
        Unknown { cost: f64::from(u8::from(goal)), lower: 0, upper: if goal { upper.or(Some(far)) } else { upper } }
    });
    let program = Program { direction, unknowns: unknowns.collect(), rows: rows(system, links, hidden, &group) };
    let found = program.whole()?;
    let mut values = system.values();
    group.iter().zip(found).for_each(|(i, value)| values[*i] = value);
    Some(values)
}

/// The equations of a group, with what is shown on the other side.
#[must_use]
pub fn rows(system: &System, links: &[Vec<usize>], hidden: &[bool], group: &[usize]) -> Vec<(Vec<(usize, i64)>, i64)> {
    let mut numbers: Vec<usize> = group.iter().flat_map(|i| &links[*i]).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let row = |number: usize| {
        let mut terms = Vec::new();
        let mut sum = 0;
        for &(cell, factor) in &system.equations[number] {
            match group.binary_search(&cell) {
                Ok(at) if hidden[cell] => terms.push((at, factor)),
                _ => sum -= factor * system.cells[cell].value,
            }
        }
        (terms, sum)
    };
    numbers.into_iter().map(row).collect()
}

/// The least and greatest that a count can be when the counts of `hidden` are hidden; none when the solver finds no answer.
#[must_use]
pub fn interval(system: &System, hidden: &std::collections::BTreeSet<usize>, cell: usize) -> Option<(i64, i64)> {
    let mask: Vec<bool> = (0..system.cells.len()).map(|i| hidden.contains(&i)).collect();
    let links = links(system);
    let end = |direction| push(system, &links, &mask, &[cell], direction).map(|table| table[cell]);
    Some((end(Direction::Minimize)?, end(Direction::Maximize)?))
}
