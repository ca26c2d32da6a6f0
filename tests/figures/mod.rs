//! Closing a year and reading its figures: the counting, the freeze, the chain, and the program that does it.

mod closing;
mod committed;
mod counting;
mod frozen;
mod register;
mod stats;
