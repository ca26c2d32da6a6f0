//! Patterns of the program. One that is no pattern stops the program: a rule that silently looked for nothing would let
//! everything through.

use regex::Regex;
use regex::bytes::RegexSet;

/// The patterns of a file, each compiled when it is first used, and a test that compiles them all.
macro_rules! patterns {
    ($($(#[$meta:meta])* $name:ident = $source:expr;)+) => {
        $($(#[$meta])*
        static $name: ::std::sync::LazyLock<::regex::Regex> =
            ::std::sync::LazyLock::new(|| $crate::patterns::pattern($source));)+

        #[cfg(test)]
        #[test]
        fn every_pattern_is_one() {
            $(::std::sync::LazyLock::force(&$name);)+
        }
    };
}

pub(crate) use patterns;

/// A pattern that was written by us.
#[allow(clippy::panic, reason = "a rule without its pattern would find nothing; a test compiles every pattern")]
pub(crate) fn pattern(source: impl AsRef<str>) -> Regex {
    let source = source.as_ref();
    Regex::new(source).unwrap_or_else(|error| panic!("no pattern: {source}: {error}"))
}

/// Patterns that are looked for together, in bytes.
#[allow(clippy::panic, reason = "as for one")]
pub(crate) fn pattern_set<'a>(sources: impl Iterator<Item = &'a str>) -> RegexSet {
    RegexSet::new(sources).unwrap_or_else(|error| panic!("no patterns: {error}"))
}

#[cfg(test)]
#[path = "../tests/unit/patterns.rs"]
mod tests;
