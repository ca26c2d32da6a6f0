//! The command line around the verbs: completion, manual pages, mistakes, help, and the guides that show them.

mod bundle;
mod completing;
mod guides;
mod mistakes;
mod pages;
mod shells;
mod tree;
mod typos;
