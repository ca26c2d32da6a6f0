//! A language server: what `check`, `step` and `show` know, in any editor, while somebody types.
//!
//! - `server`: one message after the other; `wire`, `protocol`: messages as bytes and as types.
//! - `search`: what takes a moment, on a thread of its own.
//! - `documents`: what is open, in which register (`room`); `overlay`: the files as the editor has them; `scene`: one document
//!   with all that is known of where it stands.
//! - `place`, `uri`: places and files as editors name them.
//! - `outline`, `cursor`, `kind`: where somebody is, also in a line that is half typed.
//! - `known`, `ids`, `article`: the values that are known at a place, and the regulation's words on them; `entry`, `steps`: what
//!   an entry of the log still wants, and which one can be next.
//! - `diagnose`, `complete`, `hover`, `actions`: what the editor shows. `fixes`, `filling`, `next`: the actions.
//!
//! Texts come whole at each change. Nothing that stands in a document is ever logged.

mod actions;
mod article;
mod complete;
mod cursor;
mod diagnose;
mod documents;
mod entry;
mod filling;
mod fixes;
mod hover;
mod ids;
mod kind;
mod known;
mod next;
mod outline;
mod overlay;
mod place;
mod protocol;
mod room;
mod scene;
mod search;
mod server;
mod steps;
mod uri;
mod wire;

#[cfg(test)]
#[path = "../../tests/unit/lsp/tests.rs"]
mod tests;

pub use server::{Setting, serve};
