//! What is found wrong: the finding, the sink that collects findings, and the renderers.

mod finding;

pub use finding::{Article, Finding, Position, Severity, Text};
