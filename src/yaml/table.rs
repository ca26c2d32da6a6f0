//! Tables of known keys: what a file may say, declared once and checked in one pass.

use super::fault::Fault;
use super::node::Node;
use super::route::Route;
use crate::diagnostics::Text;

/// The keys that a group may have.
#[derive(Debug)]
pub struct Table {
    /// What the group is called, for schemas and pages: `case`, `case.log`.
    pub name: &'static str,
    /// The known keys, in the order in which they are written.
    pub fields: &'static [Field],
    /// Other keys may stand here too.
    pub open: bool,
}

/// One key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// What it is for, in Dutch.
    pub about_nl: &'static str,
    /// What it is for, in English.
    pub about_en: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text, also when it looks like a number.
    Text,
    /// Lower-case letters, digits and hyphens.
    Id,
    /// Lower-case letters, digits, hyphens and underscores.
    Name,
    /// `2026-04-17`.
    Date,
    /// A whole number, not negative.
    Whole,
    /// An amount with a decimal point: `12`, `12.50`.
    Amount,
    /// `true` or `false`.
    Flag,
    /// `ja` or `nee`.
    YesNo,
    /// `5 working days`, `2 weeks`.
    Duration,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A group with its own table.
    Sub(&'static Table),
    /// A group whose keys are free and whose values are all of one kind.
    Each(&'static Kind),
    /// A list.
    List(&'static Kind),
    /// One value, or a list of them.
    OneOrMany(&'static Kind),
    /// The first of these whose shape (text, list, group) fits.
    Either(&'static [Kind]),
    /// Anything.
    Any,
    /// A check of its own.
    Custom(fn(&Node, &Route, &mut Vec<Fault>)),
}

impl Field {
    /// A key that must be there.
    #[must_use]
    pub const fn required(key: &'static str, kind: Kind, about_nl: &'static str, about_en: &'static str) -> Self {
        Self { key, kind, need: Need::Required, about_nl, about_en }
    }

    /// A key that may be there.
    #[must_use]
    pub const fn optional(key: &'static str, kind: Kind, about_nl: &'static str, about_en: &'static str) -> Self {
        Self { key, kind, need: Need::Optional, about_nl, about_en }
    }

    /// What it is for, in both languages.
    #[must_use]
    pub fn about(&self) -> Text {
        Text::new(self.about_nl, self.about_en)
    }
}

impl Table {
    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|f| f.key)
    }
}
