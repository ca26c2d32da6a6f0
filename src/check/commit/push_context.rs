//! What a gate is told besides the push itself.

use chrono::NaiveDate;

/// Looks up a variable of the environment.
pub type Lookup<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What a gate is told besides the push itself.
pub struct PushContext<'a> {
    /// Looks up a variable, for the name under which the transport let somebody in.
    pub variable: &'a Lookup<'a>,
    /// The server's day.
    pub today: NaiveDate,
}
