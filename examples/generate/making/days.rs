//! The days of a case: those of its path, moved and jittered, on days when somebody is at work.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use klacht::calendar::closed;
use klacht::case::Case;

use super::dice::Dice;

/// How far a case may stray from its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jitter {
    /// Whole weeks only: what was legal there is legal here.
    None,
    /// In so many of a hundred gaps, a day or two more or less.
    Percent(usize),
}

/// Monday to Friday.
pub fn weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The day after `day`, so many days later.
pub fn plus(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// `days` further, which may be back.
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    if days < 0 {
        day.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(day)
    } else {
        plus(day, days.unsigned_abs())
    }
}

/// The first day from `day` on with somebody at work.
pub fn open_from(mut day: NaiveDate) -> NaiveDate {
    while closed(day).is_some() {
        day = plus(day, 1);
    }
    day
}

/// The last weekday up to `day`.
pub fn back_to_weekday(mut day: NaiveDate) -> NaiveDate {
    while !weekday(day) {
        day = shift(day, -1);
    }
    day
}

/// The day of each entry of the log, for a case that came in on `received`. `stretch` holds one gap up, by so many days.
pub fn lay(
    base: &Case,
    received: NaiveDate,
    jitter: Jitter,
    stretch: Option<(usize, u64)>,
    dice: &mut Dice,
) -> Vec<NaiveDate> {
    let first = base.first_day();
    let percent = match jitter {
        Jitter::None => {
            let moved = (received - first).num_days();
            return base.log.iter().map(|e| shift(e.on, moved)).collect();
        }
        Jitter::Percent(percent) => percent,
    };
    let (mut before, mut now) = (first, received);
    let mut days = Vec::with_capacity(base.log.len());
    for (index, entry) in base.log.iter().enumerate() {
        let mut gap = working_days(before, entry.on);
        if dice.chance(percent) {
            gap = jittered(gap, dice);
        }
        if let Some((_, more)) = stretch.filter(|(at, _)| *at == index) {
            gap += more;
        }
        now = forward(now, gap);
        days.push(now);
        before = entry.on;
    }
    days
}

fn jittered(gap: u64, dice: &mut Dice) -> u64 {
    if gap > 20 {
        return gap * (55 + dice.below(60) as u64) / 100;
    }
    let most = if gap > 5 { 2 } else { 1 };
    let by = 1 + dice.below(most) as u64;
    if dice.chance(50) { gap + by } else { gap.saturating_sub(by) }
}

fn working_days(from: NaiveDate, to: NaiveDate) -> u64 {
    from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| weekday(*d)).count() as u64
}

fn forward(from: NaiveDate, gap: u64) -> NaiveDate {
    (0..gap).fold(open_from(from), |day, _| open_from(plus(day, 1)))
}
