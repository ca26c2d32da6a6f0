//! A world of its own for tests with real git: no settings of the machine, fixed people and dates, no network.
//!
//! ```ignore
//! let world = World::new();
//! let repo = world.repo("register");
//! repo.write("cases/a.md", "text");
//! let first = repo.commit("first");
//! ```
#![allow(dead_code, unused_imports)]

mod objects;
mod repo;
mod server;
mod world;

pub use objects::Line;
pub use repo::Repo;
pub use server::Pushed;
pub use world::World;
