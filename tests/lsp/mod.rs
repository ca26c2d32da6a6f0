//! The language server as editors use it: real messages to the real program, and Neovim.

mod acting;
mod asked;
mod handled;
mod judged;
mod neovim;
mod random;
mod resting;
mod session;
mod spoken;
