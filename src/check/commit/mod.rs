//! A commit judged against each of its parents.

pub mod bases;
pub mod candidate;
pub mod changes;
pub mod policy_change;
pub mod prefetch;
pub mod previous;
pub mod push_context;
pub mod range;
pub mod removed;
pub mod staged;
pub mod texts;
pub mod validator;
pub mod yearbook_change;
