//! A new case: its id, what its regulation asks, and the cases that say the same.

pub mod duplicates;
pub mod free_id;
pub mod party;
pub mod question_texts;
pub mod questions;
pub mod written_case;
