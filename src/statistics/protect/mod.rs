//! Which counts to hide so that no small one can be worked out.
//!
//! A small count is hidden; others are hidden with it until an attacker who knows every published number, and solves for the hidden
//! ones, finds that each can differ by at least the width. The attacker is a linear program per group of hidden counts that depend on
//! each other; what it finds are whole tables ("witnesses"), which [`verify`](super::verify) checks by addition alone.

pub(crate) mod attack;
mod extend;
mod hiding;
pub(crate) mod program;

use std::collections::BTreeSet;

pub(crate) use attack::interval;
pub(crate) use hiding::{Protected, Stuck};

use hiding::Hiding;

use super::system::{Cell, Role, System};

/// What counts as small, and how far a hidden count must be able to differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// A count below this is hidden.
    pub k: i64,
    /// A hidden count can differ at least so much.
    pub width: i64,
    /// Zeros are hidden too. Without it, readers who re-run the method can deduce counts (one in fifty in trials).
    pub zeros: bool,
}

impl Rule {
    /// The least `k` that is allowed. With 3, a reader who re-runs this public, deterministic method deduced one small count in three.
    pub const FLOOR: u32 = 5;

    /// The rule of the house: what is below `k` is hidden, zeros too, with a width of `k`. None when `k` is below
    /// [`Self::FLOOR`].
    #[must_use]
    pub fn new(k: u32) -> Option<Self> {
        (k >= Self::FLOOR).then(|| Self { k: i64::from(k), width: i64::from(k), zeros: true })
    }
}

/// The counts that a rule hides for their own sake, and those that are hidden already.
#[must_use]
pub fn small(system: &System, rule: Rule) -> BTreeSet<usize> {
    let small = |value: i64| value < rule.k && (rule.zeros || value > 0);
    let chosen = |cell: &Cell| match cell.role {
        Role::Open | Role::Secret => small(cell.value),
        Role::Held => true,
        Role::Known | Role::Tie => false,
    };
    system.cells.iter().enumerate().filter(|(_, c)| chosen(c)).map(|(i, _)| i).collect()
}

/// Hides the `primary` counts and what would give them away. Every step is decided by numbers and, where they are equal, by keys.
///
/// # Errors
/// The count that cannot be protected, with all other counts of the system there.
pub fn protect(system: &System, primary: &BTreeSet<usize>, rule: Rule) -> Result<Protected, Stuck> {
    let mut hiding = Hiding::new(system, primary, rule);
    hiding.protect(primary)?;
    let extra = hiding.counts().difference(primary).copied().collect();
    hiding.tidy(&extra, primary);
    // A count that was hidden for another's sake must not be worked out either.
    let first = hiding.counts();
    let mut all = first.clone();
    loop {
        hiding.protect(&all)?;
        let now = hiding.counts();
        if now == all {
            break;
        }
        all = now;
    }
    // What was hidden before is needed still; only what came in with the last step may not be.
    hiding.tidy(&all.difference(&first).copied().collect(), &all);
    Ok(hiding.finish())
}
