//! Sentences in two languages: one expression, checked by the compiler.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::lang::Lang;

/// The same words in both languages. Never holds personal data: messages reach logs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its two wordings, where they are no sentences of the program: see [`text!`](macro@crate::diagnostics::text).
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// The wording in one language.
    #[must_use]
    pub fn in_(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// A sentence in Dutch and in English, as a [`Text`].
///
/// `text!("{step} kan nog niet", "{step} is too early", step = naming::step(regulation, id))`: an argument shows itself in the
/// language of the sentence when it is a [`Text`] or another [`Worded`], and as it is displayed otherwise. A variable that is
/// displayed the same way in both need not be listed. Both sentences name the same arguments, or the program does not compile.
macro_rules! text {
    ($nl:literal, $en:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const _: () = assert!(
            $crate::diagnostics::text::same_arguments($nl, $en),
            "a sentence leaves out an argument of its other language"
        );
        #[allow(unused_imports, reason = "which of the two shows an argument is found for each argument")]
        use $crate::diagnostics::text::{ShowsInLanguage as _, ShowsItself as _};
        $(let $name = &$crate::diagnostics::text::argument!($name $(= $value)?);)*
        $crate::diagnostics::Text {
            nl: {
                $(let $name = (&$crate::diagnostics::text::Argument($name)).shown($crate::diagnostics::Lang::Nl);)*
                format!($nl)
            },
            en: {
                $(let $name = (&$crate::diagnostics::text::Argument($name)).shown($crate::diagnostics::Lang::En);)*
                format!($en)
            },
        }
    }};
}

/// The value of an argument of [`text!`]: what is given, or the variable of its name.
macro_rules! argument {
    ($name:ident = $value:expr) => {
        $value
    };
    ($name:ident) => {
        $name
    };
}

pub(crate) use {argument, text};

/// What has a wording in each language.
pub trait Worded {
    /// The wording in one language.
    fn worded(&self, lang: Lang) -> &str;
}

impl Worded for Text {
    fn worded(&self, lang: Lang) -> &str {
        self.in_(lang)
    }
}

impl<T: Worded + ?Sized> Worded for &T {
    fn worded(&self, lang: Lang) -> &str {
        (**self).worded(lang)
    }
}

/// An argument of `text!`, shown in the language of the sentence.
pub struct Argument<'a, T: ?Sized>(pub &'a T);

/// How a [`Worded`] argument shows itself. The compiler takes this way first.
pub trait ShowsInLanguage<'a> {
    /// In one language.
    fn shown(&self, lang: Lang) -> &'a str;
}

impl<'a, T: Worded + ?Sized> ShowsInLanguage<'a> for Argument<'a, T> {
    fn shown(&self, lang: Lang) -> &'a str {
        self.0.worded(lang)
    }
}

/// How any other argument shows itself: the same in each language.
pub trait ShowsItself<'a> {
    /// What is displayed.
    type Shown: ?Sized;
    /// In one language.
    fn shown(&self, lang: Lang) -> &'a Self::Shown;
}

impl<'a, T: Display + ?Sized> ShowsItself<'a> for &Argument<'a, T> {
    type Shown = T;

    fn shown(&self, _: Lang) -> &'a T {
        self.0
    }
}

/// Whether two sentences name the same arguments, in whatever order and however often. Runs in the compiler.
#[must_use]
pub const fn same_arguments(one: &str, other: &str) -> bool {
    names_all(one.as_bytes(), other.as_bytes()) && names_all(other.as_bytes(), one.as_bytes())
}

/// Whether each argument of `of` stands in `inside`.
const fn names_all(of: &[u8], inside: &[u8]) -> bool {
    let mut at = 0;
    while let Some((from, to)) = next_argument(of, at) {
        let mut there = false;
        let mut looked = 0;
        while let Some((start, end)) = next_argument(inside, looked) {
            there = there || same(of, from, to, inside, start, end);
            looked = end;
        }
        if !there {
            return false;
        }
        at = to;
    }
    true
}

/// Where the name of the next argument stands: after a brace that is not doubled, up to its end or to the form it is shown in.
const fn next_argument(text: &[u8], mut at: usize) -> Option<(usize, usize)> {
    while at < text.len() {
        if text[at] == b'{' {
            if at + 1 < text.len() && text[at + 1] == b'{' {
                at += 2;
                continue;
            }
            let from = at + 1;
            let mut to = from;
            while to < text.len() && text[to] != b'}' && text[to] != b':' {
                to += 1;
            }
            return Some((from, to));
        }
        at += 1;
    }
    None
}

const fn same(one: &[u8], from: usize, to: usize, other: &[u8], start: usize, end: usize) -> bool {
    if to - from != end - start {
        return false;
    }
    let mut at = 0;
    while at < to - from {
        if one[from + at] != other[start + at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
#[path = "../../tests/unit/diagnostics/text.rs"]
mod tests;
