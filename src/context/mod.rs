//! What is in force for one state of a register: settings, regulations and yearbooks, read once; and the placing of findings
//! in the files that were read.

mod exceptions;
mod halves;
mod in_force;
mod placing;
mod settings;
mod site;

pub(crate) use exceptions::read_exceptions;
pub use in_force::Context;
pub(crate) use in_force::{Kept, Year, decode};
pub(crate) use placing::{Page, article, is_ours, refuses, whole as about_file};
pub(crate) use settings::{AcceptedHit, FourEyes, Override, Settings, Strength, VaultSettings};
pub(crate) use site::SiteSettings;
