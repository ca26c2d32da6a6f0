//! Rules on the public site. They only have words: what is wrong is found where the site is built, and told to `say` in
//! plain values.

pub mod s801;
pub mod s802;
pub mod s803;
pub mod s804;
pub mod s805;
pub mod s806;
pub mod s807;
pub mod s808;
pub mod s809;
pub mod s810;
#[cfg(test)]
mod tests;

use super::{Message, Rule};
use crate::diagnostics::Text;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &s801::RULE,
    &s802::RULE,
    &s803::RULE,
    &s804::RULE,
    &s805::RULE,
    &s806::RULE,
    &s807::RULE,
    &s808::RULE,
    &s809::RULE,
    &s810::RULE,
];

/// A message and its remedy, each Dutch and English.
fn said(message: (String, String), remedy: (String, String)) -> Message {
    Message::new(Text::new(message.0, message.1), Text::new(remedy.0, remedy.1))
}
