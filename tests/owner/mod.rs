//! What the owner of a regulation does before the first complaint: begin one, make its data from its text, walk through it.

mod begun;
mod desk;
mod patterns;
mod skeleton;
mod walked;
