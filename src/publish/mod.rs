//! From a register to the public: gathers what the site may see, and puts what was built in its folder.
//!
//! The only room that knows both the register and the site. What it hands to the site is the allow-list [`Input`].
//!
//! - `source`: which state of the register, and by which day. `gather`: the input of the site.
//! - `lessons`: whether the words for the public are for the public.
//! - `findings`: what is wrong with a site, in the files that have to be mended.
//! - `write`, `swap`: the folder, whole or not at all.
//! - `serve`: the same in memory, for whoever is working on it.
//!
//! [`Input`]: crate::site::Input

pub mod closing;
mod demands;
mod findings;
mod gather;
mod lessons;
pub(crate) mod serve;
mod source;
mod swap;
mod write;

pub(crate) use demands::demands;
pub use findings::findings;
pub use gather::{Asked, gather};
pub(crate) use source::Source;
pub use write::{Guarded, NotWritten, write};
