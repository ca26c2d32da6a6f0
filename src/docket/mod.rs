//! A case replayed against its regulation: where it stands, which clocks run, who must do what by when, which steps are
//! possible and what each lacks. Knows no files, no git, no output; nothing it finds is ever stored.

mod actors;
mod clock;
mod condition;
mod corrections;
mod data;
mod duty;
mod excluded;
mod extension;
mod facts;
mod needed;
mod occasion;
mod order;
mod participants;
mod path;
mod progress;
mod readers;
mod recipients;
mod recurring;
mod replay;
mod retention;
mod run;
mod several;
mod stand_in;
mod starts;
mod timeliness;
mod timetable;
mod value;
mod violation;

pub(crate) use crate::regulation::CORRECTION;
pub use clock::ClockState;
pub(crate) use clock::{Clock, Due};
pub(crate) use corrections::{RECEIPT, corrected_fact, corrects_receipt};
pub use duty::{Duty, Possible};
pub(crate) use participants::Participants;
pub(crate) use progress::{Progress, Taken};
pub use replay::{Docket, State};
pub use retention::{Discussed, Reported};
pub(crate) use retention::{MayDestroy, Waits};
pub(crate) use timeliness::Span;
pub(crate) use timetable::Timetable;
pub(crate) use value::has_form;
pub(crate) use violation::{Disagreement, HandlerFault, MOST, Receipt, TopicsFault};
pub use violation::{Violation, ViolationKind};
