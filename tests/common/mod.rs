//! A world of its own for tests with real git: no settings of the machine, fixed people and dates, no network.
//!
//! ```ignore
//! let world = World::new();
//! let repo = world.repo("register");
//! repo.write("cases/a.md", "text");
//! let first = repo.commit("first");
//! ```
mod bundled;
mod draws;
mod files;
pub mod http;
mod objects;
mod office;
mod repo;
mod saved;
mod server;
mod terminal;
mod world;

pub use bundled::{Bundled, TODAY};
pub use draws::{chance, draws};
pub use files::{CONTEXT, REGULATIONS, base_cases, copy, outcome, root, words};
pub use objects::Line;
pub use office::Office;
pub use repo::Repo;
pub use server::Pushed;
pub use terminal::Terminal;
pub use world::World;
