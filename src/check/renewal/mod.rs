//! A history that begins anew: the commit that takes its place, what that says of it, and whether it may.

mod bridge;
mod judge;

pub use bridge::Bridge;
pub use judge::{Renewal, bridge_of, renewal_due, signed_by, told};
