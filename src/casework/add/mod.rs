//! What is added to a case after it was opened: parties, topics, facts, holds.

pub mod addition;
