//! Days as the public reads them.

use chrono::NaiveDate;

use crate::calendar::date_words;
use crate::diagnostics::Lang;

/// A day without the day of the week: `20 november 2026`.
#[must_use]
pub fn day_words(day: NaiveDate, lang: Lang) -> String {
    let words = date_words(day);
    let words = words.in_(lang);
    words.split_once(' ').map_or(words, |(_, rest)| rest).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::calendar::day_words::*;

    #[test]
    fn a_day_in_words() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(day_words(day, Lang::Nl), "20 november 2026");
        assert_eq!(day_words(day, Lang::En), "20 November 2026");
    }
}
