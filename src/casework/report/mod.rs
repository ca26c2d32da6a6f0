//! A case and its steps for a reader.

pub mod case_report;
pub mod entry_details;
pub mod step_cards;
