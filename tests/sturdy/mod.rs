//! What must hold whatever happens: a program that is killed, a disk that fails, two at once, chance that repeats itself.

mod chance;
mod faults;
mod incoming;
mod killed;
mod killing;
mod races;
mod sealed;
mod stories;
