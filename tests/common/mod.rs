//! A world of its own for tests with real git: no settings of the machine, fixed people and dates, no network.
//!
//! ```ignore
//! let world = World::new();
//! let repo = world.repo("register");
//! repo.write("cases/a.md", "text");
//! let first = repo.commit("first");
//! ```
// Each test program uses a part of this; helpers may stop a test the short way.
#![allow(dead_code, unused_imports, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod objects;
mod repo;
mod server;
mod terminal;
mod world;

pub use objects::Line;
pub use repo::Repo;
pub use server::Pushed;
pub use terminal::Terminal;
pub use world::World;
