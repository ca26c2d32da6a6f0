//! A case replayed against its regulation: where it stands, which clocks run, who must do what by when, which steps are
//! possible and what each lacks. Knows no files, no git, no output; nothing it finds is ever stored.

mod actors;
mod cast;
mod clock;
mod condition;
mod data;
mod duty;
mod extension;
mod facts;
mod keeping;
mod lack;
mod order;
mod progress;
mod replay;
mod stand_in;
mod timeliness;
mod value;
mod way;

pub use crate::regulation::CORRECTION;
pub use cast::{Cast, Who};
pub use clock::{Clock, ClockState, Due};
pub use duty::{Duty, Possible};
pub use keeping::{Discussed, Keeping, Verdict};
pub use lack::{Disagreement, HandlerFault, Lack, LackKind, MOST, Receipt, TopicsFault};
pub use progress::{Ended, Open, Progress, RECEIPT, Taken, corrects_receipt};
pub use replay::{Docket, State};
pub use timeliness::Span;
pub use value::has_form;
