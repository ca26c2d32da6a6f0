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

pub use comparison::{Comparison, GroupOf, Sentence, compare};
pub use folder::judged;
pub use known::meant;
pub use outcome::{LateTerm, OneCase, StepCount, Trial};
pub use side::{Sides, draft_or_version, side, sides};
pub use skeleton::skeleton;
pub use trial::simulate;
pub use walk::{End, Named, Step, Walk, walk};
