//! The only room that touches a YAML parser. It yields a tree in which every key and value has its span, tables of known
//! keys that check such a tree in one pass, and edits that change nothing but what they should.

mod node;
mod route;

pub use node::{Entry, Node, Span, Value};
pub use route::{Route, Segment};
