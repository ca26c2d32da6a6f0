//! The year's record of one regulation: reports, discussions, declarations, the rows that outlive their cases, and the
//! figures of a closed year as they were frozen.

pub(crate) mod frozen;
mod record;

pub(crate) use frozen::Broken;
pub use frozen::Frozen;
pub(crate) use record::{DiscussionHeld, Learned, TallyKind};
pub use record::{Report, TallyRow, Yearbook, read_yearbook};
