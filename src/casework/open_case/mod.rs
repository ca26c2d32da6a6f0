//! The register on disk, as much of it as one case needs; one writer at a time.

pub mod judged_edit;
pub mod store;
pub mod workspace;
