//! From a register to the public: gathers what the site may see, and puts what was built in its folder.
//!
//! The only room that knows both the register and the site. What it hands to the site is the allow-list [`Input`].
//!
//! [`Input`]: crate::site::Input

pub mod closing;
mod gather;

pub use gather::{Asked, gather};
