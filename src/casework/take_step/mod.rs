//! One step of a case: what it asks, who may take it, and the entry that is written.

pub mod asked_data;
pub mod eligible;
pub mod log_entry;
pub mod resubmitted;
pub mod short_verb;
pub mod step_form;
pub mod written_step;
