//! A new register: five questions answered, files written from templates, nothing that exists changed.
//!
//! - `sector`, `forge`: what can be chosen. - `key`: the parts of the five questions. - `question`: how each is asked and
//!   what is proposed. - `answer`: whether an answer can be used. - `answers`: all of them together, and how they are kept.
//! - `template`: the bundled templates. - `files`: which files a register begins with. - `form`: what the issue form offers.
//! - `place`: what is there already, and putting down what is not. - `difference`: the two side by side.
//! - `beginning`: one regulation more in a register that is there, whole or not at all.

mod answer;
mod answers;
mod beginning;
mod difference;
mod files;
mod forge;
mod form;
mod key;
mod place;
mod question;
mod sector;
mod template;

#[cfg(test)]
#[path = "../../tests/unit/init/tests.rs"]
mod tests;

pub(crate) use answer::{Wrong, checked};
pub(crate) use answers::{ANSWERS, Answers, Given, Remembered, remembered};
pub(crate) use beginning::{begin_regulation, free};
pub(crate) use difference::difference;
pub(crate) use files::{Draft, files, forms_beside, regulation_files};
pub(crate) use forge::Forge;
pub(crate) use key::Key;
pub(crate) use place::{Found, Planned, append, held, plan, put};
pub(crate) use question::{Around, QUESTIONS, question};
pub(crate) use sector::Sector;
pub(crate) use template::TemplateFault;
