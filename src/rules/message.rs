//! What a rule says: words and, where it differs from the rule's own, how grave it is. Places are found by the core.

use crate::diagnostics::{Severity, Text};
use crate::regulation::RuleRef;
use crate::yaml::Route;

/// A message and its remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong. Names steps, keys and dates; never a person's words.
    pub message: Text,
    /// One command or line that puts it right.
    pub remedy: Text,
    /// How grave, when other than the rule's own severity.
    pub severity: Option<Severity>,
}

impl Message {
    /// A message with its remedy, as grave as the rule.
    #[must_use]
    pub fn new(message: Text, remedy: Text) -> Self {
        Self { message, remedy, severity: None }
    }

    /// The same, but this grave.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// What a rule says of a place in a file that is no case: people.yaml, yearbook.yaml. The caller has its tree and finds
/// the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where in the file.
    pub at: Route,
    /// The rule of the regulation that demands it.
    pub rule: Option<RuleRef>,
    /// What it says.
    pub said: Message,
}
