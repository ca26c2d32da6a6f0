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

pub use build::{MAX_DEPTH, MAX_NODES};
pub use characters::is_suspicious;
pub use check::{check, check_value, most_like};
pub use edit::{EditError, NewItem, NewValue, Scalar, append, append_group, remove, set};
pub use fault::{Fault, FaultKind, Refused, Syntax, Unreadable, Wrong};
pub(crate) use group::{group, words};
pub use json::to_json;
pub use node::{Entry, Node, Span, Value};
pub use parse::{MAX_BYTES, parse};
pub use place::{append_value, place};
pub use route::{Route, Segment};
pub use scalar::{is_id, is_name, iso};
pub use table::{Field, Kind, Need, Table};
pub use written::{Group, Written, kinds};

#[cfg(test)]
#[path = "../../tests/unit/yaml/tests/mod.rs"]
mod tests;
