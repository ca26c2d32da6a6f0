//! The verbs that look over all cases: what they show, what they keep between runs, what they never tell.

mod calendar;
mod due;
mod export;
mod kept;
mod list;
mod room;
