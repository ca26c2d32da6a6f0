//! `klacht doctor`: each thing that can be wrong is made wrong, seen, and mended by the command that is named.

mod desk;
mod office;
mod server;
