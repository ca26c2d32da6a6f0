//! A version of a regulation held against another, and tried on the cases of a year. Reads, never writes.
//!
//! - `side`: what stands on one side: a version of the register, or a draft in any folder.
//! - `folder`: where a draft stands, whose it is, and what is wrong in it. - `known`: what somebody may have meant.
//! - `naming`: the names of its rules in a language.
//! - `comparison`: what changes, in groups, and which open cases stay under the old version.
//! - `skeleton`: a first regulation.yaml from the text alone.
//! - `walk`: the shortest way to each end of a draft, with dates.
//! - `trial`, `outcome`: last year's cases as the draft would have judged them.

mod comparison;
mod folder;
mod known;
mod naming;
mod outcome;
mod side;
mod skeleton;
mod trial;
mod walk;

pub(crate) use comparison::{Comparison, compare};
pub(crate) use folder::judged;
pub(crate) use known::meant;
pub(crate) use outcome::{LateTerm, StepCount, Trial};
pub(crate) use side::{draft_or_version, side, sides};
pub use skeleton::skeleton;
pub(crate) use trial::simulate;
pub use walk::{End, Walk, walk};
