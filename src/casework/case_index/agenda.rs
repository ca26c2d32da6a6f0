//! What is due or overdue as of a day, and for whom.

use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

use super::labels::Labels;
use super::row::{DueRow, Row};
use crate::diagnostics::Lang;
use crate::docket::State;
use crate::regulation::Selector;

/// A stretch of time from today on, as it is typed: `7d`, `2w`, `1m`, `1y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// So many days.
    Days(u64),
    /// So many months: to the same day of a later month.
    Months(u32),
}

/// The longest stretch, in its own unit: more is a slip of the keyboard.
const MOST: u32 = 999;

/// A text that is no stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSpan;

impl FromStr for Span {
    type Err = NoSpan;

    fn from_str(text: &str) -> Result<Self, NoSpan> {
        let unit = text.chars().next_back().ok_or(NoSpan)?;
        let digits = text.strip_suffix(unit).ok_or(NoSpan)?;
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let count: u32 = digits.parse().ok().filter(|count| plain && *count <= MOST).ok_or(NoSpan)?;
        match unit {
            'd' => Ok(Self::Days(u64::from(count))),
            'w' => Ok(Self::Days(u64::from(count) * 7)),
            'm' => Ok(Self::Months(count)),
            'y' | 'j' => Ok(Self::Months(count * 12)),
            _ => Err(NoSpan),
        }
    }
}

impl Span {
    /// The last day of the stretch that begins on `day`.
    #[must_use]
    pub fn until(self, day: NaiveDate) -> NaiveDate {
        let end = match self {
            Self::Days(count) => day.checked_add_days(Days::new(count)),
            Self::Months(count) => day.checked_add_months(Months::new(count)),
        };
        end.unwrap_or(NaiveDate::MAX)
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The day to look from.
    pub today: NaiveDate,
    /// How far ahead; all that has a day when absent. What is overdue is always there.
    pub within: Option<Span>,
    /// Only for this role or person.
    pub who: Option<&'a str>,
    /// Only of this regulation.
    pub regulation: Option<&'a str>,
}

/// One thing that is due.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// The case.
    pub row: &'a Row<&'a str>,
    /// What.
    pub due: &'a DueRow<&'a str>,
    /// The last day.
    pub on: NaiveDate,
    /// Days left; negative when it is late by so many.
    pub left: i64,
    /// The persons who can, today.
    pub persons: Vec<&'a str>,
}

impl Item<'_> {
    /// Whether its last day has passed.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.left < 0
    }
}

/// One thing that is to be done without a last day.
#[derive(Debug, Clone)]
pub struct Undated<'a> {
    /// The case.
    pub row: &'a Row<&'a str>,
    /// What.
    pub due: &'a DueRow<&'a str>,
    /// The persons who can, today.
    pub persons: Vec<&'a str>,
    /// Of a report, for which no term runs: for how many days it has been there.
    pub age: Option<i64>,
}

/// Everything that is due, the most urgent first.
#[derive(Debug, Clone, Default)]
pub struct Agenda<'a> {
    /// What has a day.
    pub items: Vec<Item<'a>>,
    /// What is to be done and no term sets a day for, in the order of the cases.
    pub undated: Vec<Undated<'a>>,
}

impl<'a> Agenda<'a> {
    /// The agenda of a register: its cases, and who holds which role in it.
    #[must_use]
    pub fn of(rows: &'a [Row<&'a str>], labels: &'a Labels, wanted: &Wanted<'_>) -> Self {
        let last = wanted.within.map_or(NaiveDate::MAX, |span| span.until(wanted.today));
        let mut agenda = Self::default();
        for row in rows.iter().filter(|row| wanted.regulation.is_none_or(|id| id == row.regulation)) {
            for due in &row.due {
                let persons = labels.persons(row.regulation, &due.by, wanted.today);
                let staff = |who| labels.is_staff(row.regulation, who, wanted.today);
                if !wanted.who.is_none_or(|who| is_for(due, &persons, who) || (by_any_staff(due, who) && staff(who))) {
                    continue;
                }
                match due.on {
                    None => {
                        let received = row.received.filter(|_| row.state == State::Report);
                        let age = received.map(|received| (wanted.today - received).num_days());
                        agenda.undated.push(Undated { row, due, persons, age });
                    }
                    Some(on) if on <= last => {
                        let left = (on - wanted.today).num_days();
                        agenda.items.push(Item { row, due, on, left, persons });
                    }
                    Some(_) => {}
                }
            }
        }
        agenda.items.sort_by_key(|item| (item.on, item.row.id, item.due.kind));
        agenda.undated.sort_by_key(|item| (item.row.id, item.due.kind));
        agenda
    }

    /// How many are late.
    #[must_use]
    pub fn late(&self) -> usize {
        self.items.iter().filter(|item| item.is_late()).count()
    }
}

fn is_for(due: &DueRow<&str>, persons: &[&str], who: &str) -> bool {
    persons.contains(&who) || due.by.iter().any(|actor| actor.selector == who || actor.role == Some(who))
}

/// Whether any member of staff can do it, whatever their role, and the case does not keep this one from it.
fn by_any_staff(due: &DueRow<&str>, who: &str) -> bool {
    due.by.iter().any(|actor| actor.selector == Selector::Anyone.word() && !actor.kept.contains(&who))
}

/// The roles that must, in words, each once.
#[must_use]
pub fn roles<'a>(labels: &'a Labels, row: &Row<&'a str>, due: &DueRow<&'a str>, lang: Lang) -> Vec<&'a str> {
    let mut found = Vec::new();
    for actor in &due.by {
        let words = labels.words(row.regulation, actor, lang);
        if !found.contains(&words) {
            found.push(words);
        }
    }
    found
}

#[cfg(test)]
#[path = "../../../tests/unit/casework/case_index/agenda.rs"]
mod tests;
