//! Verbs over the whole register.

pub mod check;
pub mod due;
pub mod explain;
pub mod export;
pub mod list;
pub mod looking;
pub mod states;
pub mod watch;
