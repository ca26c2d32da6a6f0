//! What is in force for one state of a register: settings, regulations and yearbooks, read once; and the placing of findings
//! in the files that were read.

mod in_force;
mod placing;
mod settings;
mod site;

pub use in_force::{Context, Kept, Year, decode};
pub use placing::{Page, article, is_ours, refuses, whole as about_file};
pub use settings::{AcceptedHit, Authority, FourEyes, Identity, Notice, Override, Settings, Strength};
pub use site::{SiteSettings, Tested};
