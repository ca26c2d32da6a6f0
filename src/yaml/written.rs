//! How a type of the program is written in a file: from this the kind of a key follows, where the key is declared.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::table::{Kind, Table};
use crate::calendar::{Counting, Duration};

/// A type that a key of a file can have.
#[diagnostic::on_unimplemented(
    message = "nothing says how `{Self}` is written in a file",
    label = "declare it with `group!` or `words!`, or say of what kind the key is: `must key: {Self} as Text, …`"
)]
pub trait Written {
    /// What one such value is.
    const KIND: Kind;
    /// What several of them are: of single words one may stand there without a list.
    const SEVERAL: Kind = Kind::OneOrMany(&Self::KIND);
}

/// A type that is written as a group of keys.
#[diagnostic::on_unimplemented(
    message = "nothing says how `{Self}` is written in a file",
    label = "declare it with `group!` or `words!`, or say of what kind the key is: `must key: {Self} as Text, …`"
)]
pub trait Group {
    /// Its keys.
    const TABLE: &'static Table;
}

impl<T: Group> Written for T {
    const KIND: Kind = Kind::Sub(T::TABLE);
    const SEVERAL: Kind = Kind::List(&Self::KIND);
}

/// What is said of a key with `as`, where the type alone does not tell.
pub mod kinds {
    #[allow(clippy::enum_glob_use, reason = "a declaration of keys names little else")]
    pub use super::super::table::Kind::*;
    use super::Kind;

    /// One id, or a list of them.
    pub const IDS: Kind = OneOrMany(&Id);
    /// One name, or a list of them.
    pub const NAMES: Kind = OneOrMany(&Name);
}

impl Written for String {
    const KIND: Kind = Kind::Text;
}

impl Written for NaiveDate {
    const KIND: Kind = Kind::Date;
}

impl Written for Duration {
    const KIND: Kind = Kind::Duration;
}

impl Written for bool {
    const KIND: Kind = Kind::Flag;
}

impl Written for u32 {
    const KIND: Kind = Kind::Whole;
}

impl Written for u64 {
    const KIND: Kind = Kind::Whole;
}

impl Written for usize {
    const KIND: Kind = Kind::Whole;
}

impl Written for Counting {
    const KIND: Kind = Kind::OneOf(&["termijnenwet", "as-stated"]);
}

impl<T: Written> Written for Option<T> {
    const KIND: Kind = T::KIND;
    const SEVERAL: Kind = T::SEVERAL;
}

impl<T: Written> Written for Vec<T> {
    const KIND: Kind = T::SEVERAL;
}

impl<T: Written> Written for BTreeMap<String, T> {
    const KIND: Kind = Kind::Each(&T::KIND);
    const SEVERAL: Kind = Kind::List(&Self::KIND);
}
