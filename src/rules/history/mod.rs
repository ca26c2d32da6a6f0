//! Rules on git and history: what was logged stays. They only have words: what is wrong is found where git is read, and
//! told to `say` in plain values, so that this room knows no git.

pub mod g701;
pub mod g702;
pub mod g703;
pub mod g704;
pub mod g705;
pub mod g706;
pub mod g707;
pub mod g708;
pub mod g709;
pub mod g710;
pub mod g711;
pub mod g712;
pub mod g713;
pub mod g714;
pub mod g715;
pub mod g716;
pub mod g717;
pub mod g718;
pub mod g719;
pub mod g720;
pub mod g721;
pub mod g722;
pub mod g723;
pub mod g724;
pub mod g725;
pub mod g730;
#[cfg(test)]
mod tests;

use super::{Message, Rule};
use crate::diagnostics::Text;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &g701::RULE,
    &g702::RULE,
    &g703::RULE,
    &g704::RULE,
    &g705::RULE,
    &g706::RULE,
    &g707::RULE,
    &g708::RULE,
    &g709::RULE,
    &g710::RULE,
    &g711::RULE,
    &g712::RULE,
    &g713::RULE,
    &g714::RULE,
    &g715::RULE,
    &g716::RULE,
    &g717::RULE,
    &g718::RULE,
    &g719::RULE,
    &g720::RULE,
    &g721::RULE,
    &g722::RULE,
    &g723::RULE,
    &g724::RULE,
    &g725::RULE,
    &g730::RULE,
];

/// A message and its remedy, each Dutch and English.
fn said(message: (String, String), remedy: (String, String)) -> Message {
    Message::new(Text::new(message.0, message.1), Text::new(remedy.0, remedy.1))
}
