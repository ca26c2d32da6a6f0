//! The year's record of one regulation: reports, discussions, declarations, the rows that outlive their cases, and the
//! figures of a closed year as they were frozen.

pub mod frozen;
mod record;

pub use frozen::{Broken, Frozen};
pub use record::{DiscussionHeld, Learned, Report, TallyKind, TallyRow, Yearbook, read_yearbook};
