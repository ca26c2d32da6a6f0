//! What is found wrong: the finding, the sink that collects findings, and the renderers.

mod finding;
mod lang;
mod lines;
pub(crate) mod render;
mod report;
mod sink;
pub(crate) mod text;

pub(crate) use finding::{Article, Position};
pub use finding::{Finding, Severity};
pub use lang::Lang;
pub(crate) use lines::Lines;
pub(crate) use render::{Format, Options, render};
pub(crate) use report::{FailOn, Report, RuleCard, exit_code, summary, tally};
pub(crate) use sink::Sink;
pub(crate) use text::Text;
pub(crate) use text::text;
