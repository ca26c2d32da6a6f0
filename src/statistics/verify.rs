//! The check that needs no solver: witnesses are whole tables, equal to what is shown, far apart in what is hidden.

use std::collections::BTreeSet;

use super::protect::{Protected, Rule};
use super::system::{Role, System};

/// What is wrong with a set of witnesses. Cells are told by their place: nothing here may reach a public page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// A witness is no possible table.
    Impossible {
        /// Which witness.
        witness: usize,
    },
    /// A witness differs from what is shown.
    Differs {
        /// Which witness.
        witness: usize,
        /// Where.
        cell: usize,
    },
    /// No two witnesses differ enough in a hidden count.
    Narrow {
        /// Which count.
        cell: usize,
    },
    /// A count that the rule hides is shown.
    Small {
        /// Which count.
        cell: usize,
    },
}

/// Checks by integer addition that every hidden count has its width. A fault in the solver can hide too much, never too little.
///
/// # Errors
/// The first thing that is not proven.
pub fn verify(system: &System, primary: &BTreeSet<usize>, done: &Protected, rule: Rule) -> Result<(), Unproven> {
    if let Some(cell) = primary.iter().find(|i| !done.hidden.contains(i)) {
        return Err(Unproven::Small { cell: *cell });
    }
    for (number, witness) in done.witnesses.iter().enumerate() {
        if !system.admits(witness) {
            return Err(Unproven::Impossible { witness: number });
        }
        let differs = |i: &usize| !done.hidden.contains(i) && witness[*i] != system.cells[*i].value;
        if let Some(cell) = (0..system.cells.len()).find(differs) {
            return Err(Unproven::Differs { witness: number, cell });
        }
    }
    let open = |i: &&usize| matches!(system.cells[**i].role, Role::Open | Role::Held);
    for &cell in done.hidden.iter().filter(open).chain(primary) {
        let need = system.cells[cell].upper.map_or(rule.width, |upper| upper.min(rule.width));
        let most = done.witnesses.iter().map(|w| w[cell]).max().unwrap_or_default();
        let least = done.witnesses.iter().map(|w| w[cell]).min().unwrap_or_default();
        if most - least < need {
            return Err(Unproven::Narrow { cell });
        }
    }
    Ok(())
}
