//! The gate, with the real program and the real git: what a commit and a push are refused for, and what must pass.
// Helpers of tests may stop a test the short way, as tests may.

mod ahead;
mod client;
mod client_merges;
mod except;
mod flow;
mod formats;
mod gitolite;
mod grants;
mod http;
mod identity;
mod input;
mod merges;
pub mod office;
mod personal;
mod policy;
mod pushes;
mod references;
mod signatures;
mod trees;
mod usage;
