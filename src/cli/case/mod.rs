//! Verbs for one case.

pub mod add;
pub mod args;
pub mod destroy;
pub mod edit;
pub mod import;
pub mod letter;
pub mod letter_place;
pub mod letter_sent;
pub mod new;
pub mod notices;
pub mod show;
pub mod step;
pub mod undo;
