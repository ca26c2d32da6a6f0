//! What single values must look like, with an eye for the habits of people who write Dutch.

use super::check::most_like;
use super::fault::Wrong;
use super::table::Kind;
use crate::calendar::parse_date;

/// What is wrong with `text` as a value of `kind`; nothing for kinds that are no single value. `plain`: written without quotes.
pub(super) fn judge(text: &str, plain: bool, kind: &Kind) -> Option<Wrong> {
    if text.trim().is_empty() && !matches!(kind, Kind::Any) {
        return Some(Wrong::Empty);
    }
    match kind {
        Kind::Id => (!is_id(text)).then_some(Wrong::Id),
        Kind::Name => (!is_name(text)).then_some(Wrong::Name),
        Kind::Date => date(text),
        Kind::Whole => (!is_whole(text) || !plain).then_some(Wrong::Whole),
        Kind::Amount => amount(text),
        Kind::Flag => flag(text, plain),
        Kind::YesNo => yes_no(text),
        Kind::Duration => duration(text),
        Kind::OneOf(allowed) => one_of(text, allowed),
        _ => None,
    }
}

/// What to say when something other than a single value stands where `kind` is wanted.
pub(super) fn wanted(kind: &Kind) -> Wrong {
    match kind {
        Kind::Id => Wrong::Id,
        Kind::Name => Wrong::Name,
        Kind::Date => Wrong::Date,
        Kind::Whole => Wrong::Whole,
        Kind::Amount => Wrong::Amount { instead: None },
        Kind::Flag => Wrong::Flag { instead: None },
        Kind::YesNo => Wrong::YesNo { instead: None },
        Kind::Duration => Wrong::Duration,
        Kind::OneOf(allowed) => Wrong::OneOf { allowed, instead: None },
        _ => Wrong::Text,
    }
}

/// Lower-case letters, digits and hyphens, beginning with a letter or digit.
#[must_use]
pub fn is_id(text: &str) -> bool {
    is_name(text) && !text.contains('_')
}

/// Like an id, and underscores.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let inner = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    text.bytes().all(inner) && !text.starts_with(['-', '_']) && !text.ends_with(['-', '_']) && !text.is_empty()
}

fn is_whole(text: &str) -> bool {
    text.parse::<u32>().is_ok() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

fn date(text: &str) -> Option<Wrong> {
    if is_iso(text) {
        return iso(text).is_none().then_some(Wrong::NoSuchDate);
    }
    // As tools write a date that they took for a moment.
    let stamp = text.split_once(['T', 't', ' ']).filter(|(_, time)| time.starts_with(|c: char| c.is_ascii_digit()));
    if let Some((day, _)) = stamp.filter(|(day, _)| iso(day).is_some()) {
        return Some(Wrong::DateOrder { instead: Some(day.to_owned()) });
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [first, month, last] = parts.as_slice() else { return Some(Wrong::Date) };
    if !parts.iter().all(|p| !p.is_empty() && p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit())) {
        return Some(Wrong::Date);
    }
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return Some(Wrong::Date);
    }
    let instead = format!("{year}-{month:0>2}-{day:0>2}");
    Some(Wrong::DateOrder { instead: iso(&instead).map(|_| instead) })
}

fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

/// A date as it is written everywhere: four digits, two, two.
#[must_use]
pub fn iso(text: &str) -> Option<chrono::NaiveDate> {
    parse_date(text).ok()
}

fn amount(text: &str) -> Option<Wrong> {
    let right = |text: &str| {
        let (euros, cents) = text.split_once('.').unwrap_or((text, "00"));
        is_whole(euros) && cents.len() == 2 && cents.bytes().all(|b| b.is_ascii_digit())
    };
    if right(text) {
        return None;
    }
    let euros = text.trim_start_matches('€').trim();
    let euros = euros.strip_suffix(",-").unwrap_or(euros);
    // `1.250,50` and `12,5`: points between thousands, a comma before the cents.
    let instead = match euros.split_once(',') {
        Some((euros, cents)) => format!("{}.{cents:0<2}", euros.replace('.', "")),
        None => euros.to_owned(),
    };
    Some(Wrong::Amount { instead: right(&instead).then_some(instead) })
}

fn flag(text: &str, plain: bool) -> Option<Wrong> {
    match text {
        "true" | "false" if plain => None,
        "ja" | "yes" | "on" | "waar" | "Ja" | "Yes" | "True" | "TRUE" | "true" => {
            Some(Wrong::Flag { instead: Some("true") })
        }
        "nee" | "no" | "off" | "onwaar" | "Nee" | "No" | "False" | "FALSE" | "false" => {
            Some(Wrong::Flag { instead: Some("false") })
        }
        _ => Some(Wrong::Flag { instead: None }),
    }
}

fn yes_no(text: &str) -> Option<Wrong> {
    let instead = match text {
        "ja" | "nee" => return None,
        _ => match text.to_lowercase().as_str() {
            "ja" | "j" | "yes" | "y" | "true" | "on" | "waar" => Some("ja"),
            "nee" | "neen" | "n" | "no" | "false" | "off" | "onwaar" => Some("nee"),
            _ => None,
        },
    };
    Some(Wrong::YesNo { instead })
}

fn duration(text: &str) -> Option<Wrong> {
    if text.parse::<crate::calendar::Duration>().is_ok() {
        return None;
    }
    let Some((count, unit)) = text.split_once(' ') else { return Some(Wrong::Duration) };
    if !is_whole(count) || count == "0" {
        return Some(Wrong::Duration);
    }
    match unit {
        "day" | "days" | "dag" | "dagen" => Some(Wrong::BareDays { count: count.parse().unwrap_or(1) }),
        _ => Some(Wrong::Duration),
    }
}

fn one_of(text: &str, allowed: &'static [&'static str]) -> Option<Wrong> {
    let instead = || most_like(text, allowed.iter().copied());
    (!allowed.contains(&text)).then(|| Wrong::OneOf { allowed, instead: instead() })
}
