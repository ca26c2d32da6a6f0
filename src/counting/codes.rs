//! The values that do not come from a regulation. They stand in tally rows and in published figures.

/// Not ended yet, or its term still runs.
pub const OPEN: &str = "open";
/// Within the term.
pub const IN_TIME: &str = "in-time";
/// After the original term, within an extended one.
pub const EXTENDED: &str = "extended";
/// After the term.
pub const LATE: &str = "late";
/// No such term applied.
pub const NOT_APPLICABLE: &str = "not-applicable";
/// Within half of the original term.
pub const HALF: &str = "half";
/// Within the whole of it.
pub const WHOLE: &str = "whole";
/// The complainant was not asked, or did not need to be.
pub const NOT_ASKED: &str = "not-asked";
/// None was established, or there was none.
pub const NONE: &str = "none";
/// Somebody was heard, or offered to be.
pub const HELD: &str = "held";
/// It was left out on a ground that the regulation allows.
pub const WAIVED: &str = "waived";
/// A measure was named and not all are verified.
pub const AGREED: &str = "agreed";
/// Every measure that was named was verified.
pub const VERIFIED: &str = "verified";
/// The handling term was extended one time.
pub const ONCE: &str = "once";
/// It was extended several times.
pub const SEVERAL: &str = "several";
/// It ended and was opened again.
pub const REOPENED: &str = "reopened";
/// An amount above zero belonged to the solution.
pub const AMOUNT: &str = "amount";
/// The answers that a question after satisfaction takes.
pub const ANSWERS: [&str; 3] = ["ja", "nee", "onbekend"];
