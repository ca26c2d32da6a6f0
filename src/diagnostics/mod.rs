//! What is found wrong: the finding, the sink that collects findings, and the renderers.

mod finding;
mod lang;
mod lines;
pub mod render;
mod report;
mod sink;
pub mod text;

pub use finding::{Article, Finding, Position, Severity};
pub use lang::Lang;
pub use lines::{EditorPlace, Lines};
pub use render::{Format, Options, render};
pub use report::{FailOn, Report, RuleCard, exit_code, summary, tally};
pub use sink::{Counts, Sink};
pub use text::Text;
pub(crate) use text::text;
