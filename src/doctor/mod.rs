//! Whether everything around a register is set up so that the program can do its work: git, the hooks, the settings, the
//! clock, the calendar. Reads, never mends: each finding names the command that does.
//!
//! - `examination`: what is looked at, and in which order.
//! - `hooks`, `settings`, `identity`, `keepers`, `sealed`, `time`: the parts.
//! - `bundle`: the same for a helpdesk, without anything about persons.

mod bundle;
mod examination;
mod hooks;
mod identity;
mod keepers;
mod sealed;
mod settings;
mod time;

pub(crate) use bundle::{bundle, is_bundle};
pub(crate) use examination::{Circumstances, Grade, Sign, examine};
pub(crate) use hooks::{calls, runs_beside};
