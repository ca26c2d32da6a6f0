//! Words out: letters to the complainant, filled from the regulation and the docket.
//!
//! The dates are those that are enforced, with how they were reckoned. Name and address come from the
//! sealed part, where somebody can open it; else they stay visible gaps such as `[naam klager]`: they are not in git. A letter whose facts are not in the case is refused,
//! with what to do first.
//!
//! - `kind`: the kinds of letter. - `author`: one case on one day, in one language.
//! - `terms`, `ways`, `decision`, `asked`, `said`: time limits, external bodies, the outcome, what a step tells besides, and what
//!   each other kind says.
//! - `letter`: all of it together.
//! - `template`: the texts, which an organisation may replace. - `mail`: a letter as a draft.

mod asked;
mod author;
mod decision;
mod error;
mod kind;
mod letter;
mod mail;
mod said;
mod template;
mod terms;
mod ways;

pub use author::Author;
pub use error::LetterError;
pub use kind::Kind;
pub(crate) use letter::Addressee;
pub use letter::{Facts, Letter};
pub(crate) use mail::draft;
pub use template::Templates;
pub(crate) use template::{BUNDLED, overrides};
