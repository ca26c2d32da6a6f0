//! One cell as spreadsheets write it: days, and what was lost on the way.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::diagnostics::{Text, text};

/// How dates are written where the map does not say.
pub(super) const DATES: &str = "yyyy-mm-dd";

/// What Excel shows in place of what it could not reckon, in both languages.
const ERRORS: &[&str] = &[
    "#N/A", "#N/B", "#REF!", "#VERW!", "#NAME?", "#NAAM?", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NUM!",
    "#GETAL!", "#NULL!", "#LEEG!",
];

/// A cell without what a spreadsheet puts around it: blanks, `="007"`, and the sign that keeps a number as it was typed.
pub(super) fn plain(cell: &str) -> &str {
    let cell = cell.trim().trim_start_matches('\u{feff}').trim();
    let formula = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let typed = cell.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
    formula.or(typed).unwrap_or(cell).trim()
}

/// What a spreadsheet lost of a cell; nothing when it is whole.
pub(super) fn lost(cell: &str) -> Option<Text> {
    let upper = cell.to_uppercase();
    if ERRORS.contains(&upper.as_str()) || (cell.len() > 2 && cell.bytes().all(|b| b == b'#')) {
        return Some(text!(
            "hier staat een foutmelding van het rekenblad in plaats van de waarde; herstel de cel, of maak de kolom breder",
            "the spreadsheet wrote an error in place of the value; mend the cell, or make the column wider"
        ));
    }
    let short = upper.split_once('E').is_some_and(|(number, power)| {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
        let power = power.strip_prefix(['+', '-']).unwrap_or_default();
        digits(number.trim_start_matches('-')) && !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
    });
    short.then(|| {
        text!(
            "het rekenblad heeft dit nummer ingekort (zoals 1,2E+11); zet de kolom op tekst en vul het hele nummer in",
            "the spreadsheet shortened this number (such as 1.2E+11); make the column text and write the whole number"
        )
    })
}

/// A date as the map says that it is written; the time of day behind it says nothing here.
pub(super) fn day(cell: &str, dates: Option<&str>) -> Option<NaiveDate> {
    let date = match cell.split_once([' ', 'T']) {
        Some((date, time)) if is_time(time) => date,
        _ => cell,
    };
    let dates = dates.unwrap_or(DATES);
    if dates == "excel" {
        return serial(date);
    }
    let sign = if dates.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = date.split(sign).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = if dates.starts_with('y') { (first, second, third) } else { (third, second, first) };
    let width = if dates.ends_with("-yy") { 2 } else { 4 };
    let number = |text: &str, most: usize| {
        ((1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())?
    };
    let years = number(year, width).filter(|_| year.len() == width)?;
    let years = i32::try_from(years).ok()? + if width == 2 { 2000 } else { 0 };
    NaiveDate::from_ymd_opt(years, number(month, 2)?, number(day, 2)?)
}

fn is_time(text: &str) -> bool {
    let text = text.trim().trim_end_matches('Z');
    ["%H:%M", "%H:%M:%S", "%H:%M:%S%.f"].iter().any(|form| NaiveTime::parse_from_str(text, form).is_ok())
}

/// A day by its number, as Excel keeps it.
fn serial(cell: &str) -> Option<NaiveDate> {
    let whole = cell.split([',', '.']).next()?;
    let number: u64 = whole.parse().ok().filter(|n| (30_000..80_000).contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))
}

/// What is wrong with a cell that holds no date as the map says, and what to do.
pub(super) fn no_day(cell: &str, heading: &str, dates: Option<&str>) -> Text {
    let pattern = dates.unwrap_or(DATES);
    if dates != Some("excel") && serial(cell).is_some() {
        return text!(
            "kolom `{heading}`: hier staat een dagnummer van Excel; toon de kolom als datum, of schrijf `dates: excel` in de kaart",
            "column `{heading}`: this is a day by Excel's number; show the column as a date, or write `dates: excel` in the map"
        );
    }
    let short =
        cell.rsplit(['-', '/']).next().is_some_and(|year| year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()));
    if short && cell.matches(['-', '/']).count() == 2 && !pattern.ends_with("-yy") && !pattern.starts_with('y') {
        return text!(
            "kolom `{heading}`: het jaar heeft twee cijfers; schrijf een datum zoals `{pattern}`, of `dates: d-m-yy` in de kaart",
            "column `{heading}`: the year has two digits; write a date like `{pattern}`, or `dates: d-m-yy` in the map"
        );
    }
    text!(
        "kolom `{heading}`: dit is geen datum zoals `{pattern}`; verbeter hem in deze rij, of `dates` in de kaart",
        "column `{heading}`: this is no date like `{pattern}`; mend it in this row, or `dates` in the map"
    )
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/table/cell.rs"]
mod tests;
