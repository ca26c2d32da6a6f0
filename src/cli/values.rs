//! Values of flags, read once for all verbs, so that a wrong one is told in one voice.

use std::fmt;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::diagnostics::{FailOn, Format, Text, text};

/// A value that does not fit, with what to write instead.
#[derive(Debug)]
pub struct Unfit(pub Text);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Unfit {}

/// Splits `KEY=VALUE`.
///
/// # Errors
///
/// [`Unfit`] when there is no equals sign.
pub fn pair(text: &str) -> Result<(String, String), Unfit> {
    let (key, value) = text.split_once('=').ok_or_else(|| {
        Unfit(text!(
            "schrijf wat het is, een isgelijkteken en de waarde, zoals `oordeel=gegrond`",
            "write what it is, an equals sign and the value, such as `oordeel=gegrond`"
        ))
    })?;
    Ok((key.trim().to_owned(), value.to_owned()))
}

/// What somebody may have meant, and what there is to choose from.
pub(crate) fn choice(word: &str, known: &[&str]) -> Text {
    let all = known.join(", ");
    if let Some(near) = crate::yaml::most_like(word, known.iter().copied()) {
        text!("bedoelt u `{near}`? er is: {all}", "did you mean `{near}`? there are: {all}")
    } else {
        text!("kies uit {all}", "choose from {all}")
    }
}

/// One of the values of a type, by their names. What clap would make of the type itself tells of each value in English.
pub fn one_of<T: ValueEnum + Send + Sync + 'static>() -> impl TypedValueParser<Value = T> {
    let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
    PossibleValuesParser::new(names).try_map(|name| T::from_str(&name, false))
}

/// One of the values of a type that knows nothing of command lines, by their names.
pub fn among<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(all.iter().map(|one| name(*one)));
    names.try_map(move |word| all.iter().copied().find(|one| name(*one) == word).ok_or(word))
}

/// A form in which findings are printed.
pub fn finding_format() -> impl TypedValueParser<Value = Format> {
    among(&Format::ALL, Format::name)
}

/// The severity from which on it fails.
pub fn failing_severity() -> impl TypedValueParser<Value = FailOn> {
    among(&FailOn::ALL, FailOn::name)
}

/// For reading, or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Answer {
    /// For reading.
    Text,
    /// For programs.
    Json,
}
