//! The two languages of everything a person reads.

use std::str::FromStr;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Dutch, the language of the people who handle complaints.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language's tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The first candidate that names Dutch or English, such as `en`, `nl_NL.UTF-8` or `en-GB`; Dutch when none does.
    ///
    /// Give them in this order: `--lang`, `KLACHT_LANG`, `LC_ALL`, `LANG`. `C` and `POSIX` name no language.
    #[must_use]
    pub fn resolve<'a>(candidates: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        candidates.into_iter().flatten().find_map(Self::of_locale).unwrap_or_default()
    }

    fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.trim().split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| language.eq_ignore_ascii_case(lang.tag()))
    }
}

impl FromStr for Lang {
    type Err = String;

    /// Exactly `nl` or `en`: what somebody types is not guessed at.
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag() == text)
            .ok_or_else(|| "kies nl of en / choose nl or en".to_owned())
    }
}

#[cfg(test)]
#[path = "../../tests/unit/diagnostics/lang.rs"]
mod tests;
