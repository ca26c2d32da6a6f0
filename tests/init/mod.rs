//! A register begun with `klacht init`: by flags, by answers, again and again, with the real program and the real git.

mod begun;
pub mod desk;
mod kept;
mod pipelines;
mod refused;
mod terminal;
mod watching;
