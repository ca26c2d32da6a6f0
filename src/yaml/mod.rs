//! The only room that touches a YAML parser. It yields a tree in which every key and value has its span, tables of known
//! keys that check such a tree in one pass, and edits that change nothing but what they should. A file format is declared
//! with `group!` and `words!`: each key once, as a field of a struct and a line of its table.

mod build;
mod characters;
mod check;
mod edit;
mod fault;
mod group;
mod json;
mod layout;
mod node;
mod parse;
mod place;
mod remedy;
mod route;
mod scalar;
mod syntax;
mod table;
mod wording;
mod write;
mod written;

pub(crate) use characters::is_suspicious;
pub(crate) use check::{check, most_like};
pub(crate) use edit::{EditError, append_group};
pub use edit::{NewItem, NewValue, Scalar, append, remove, set};
pub(crate) use fault::{Fault, FaultKind, Syntax, Unreadable, Wrong};
pub(crate) use group::{group, words};
pub(crate) use json::to_json;
pub(crate) use node::{Entry, Span};
pub use node::{Node, Value};
pub(crate) use parse::MAX_BYTES;
pub use parse::parse;
pub(crate) use place::{append_value, place};
pub use route::{Route, Segment};
pub use scalar::is_name;
pub(crate) use scalar::{is_id, iso};
pub(crate) use table::{Field, Need};
pub use table::{Kind, Table};
pub(crate) use written::{Group, Written, kinds};

#[cfg(test)]
#[path = "../../tests/unit/yaml/tests/mod.rs"]
mod tests;
