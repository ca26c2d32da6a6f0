//! What is sealed, with the real program and the real git; the server has no key.

mod gate;
mod office;
