//! Two people's edits of one case, merged by the real git.

mod attributes;
mod driver;
mod office;
mod resolved;
mod yearbooks;
