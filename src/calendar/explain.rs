//! A reckoning in words.

use chrono::NaiveDate;

use super::date::date_words;
use super::duration::{Duration, Unit};
use super::holidays::Closed;
use super::term::{ClosedDay, Reckoning, ReckoningStep};
use crate::diagnostics::{Text, text};

impl Reckoning {
    /// The reckoning, one line a step; the first names the start, the last ends with the end date.
    #[must_use]
    pub fn explain(&self) -> Vec<Text> {
        let from = dated("vanaf ", "from ", self.start);
        std::iter::once(from).chain(self.steps.iter().map(|step| self.step(step))).collect()
    }

    /// The reckoning in one sentence that opens with what started it: for `received`,
    /// `received Thu 30 April 2026; 2 weeks end Thu 14 May 2026, Ascension Day; moved to Mon 18 May 2026`.
    #[must_use]
    pub fn summary(&self, event: &Text) -> Text {
        let first = dated(&format!("{} ", event.nl), &format!("{} ", event.en), self.start);
        let rest = self.steps.iter().map(|step| match step {
            ReckoningStep::Moved { to, .. } | ReckoningStep::Lengthened { to } => moved(*to),
            step => self.step(step),
        });
        join(&std::iter::once(first).chain(rest).collect::<Vec<_>>(), "; ")
    }

    fn step(&self, step: &ReckoningStep) -> Text {
        match step {
            ReckoningStep::Skipped { days } => skipped(days),
            ReckoningStep::StoodStill { days, names } => {
                let names = join(&names.iter().map(|n| Text::new(n.as_ref(), n.as_ref())).collect::<Vec<_>>(), ", ");
                match days {
                    1 => text!("1 dag stilgestaan ({names})", "stood still for 1 day ({names})", names),
                    _ => text!("{days} dagen stilgestaan ({names})", "stood still for {days} days ({names})", names),
                }
            }
            ReckoningStep::LastOfMonth { day } => text!(
                "de maand waarin de termijn eindigt heeft geen dag {day}, dus telt haar laatste dag",
                "the month in which the term ends has no day {day}, so its last day counts"
            ),
            ReckoningStep::Ends { on, closed } => {
                let end = ends(self.duration, self.lasts.as_ref(), *on);
                let why = closed.as_ref().filter(|why| !why.weekend());
                why.map_or(end.clone(), |why| join(&[end, why.words()], ", "))
            }
            ReckoningStep::NotExtended { on } => dated(
                "de Termijnenwet verlengt zo'n lange termijn niet (art. 4): het blijft ",
                "the Termijnenwet does not extend so long a term (art. 4): it stays ",
                *on,
            ),
            ReckoningStep::Moved { past, to } if past.is_empty() => moved(*to),
            ReckoningStep::Moved { past, to } => {
                let past = join(&past.iter().map(named).collect::<Vec<_>>(), ", ");
                let past = text!("ook gesloten: {past}", "closed too: {past}", past);
                join(&[past, moved(*to)], "; ")
            }
            ReckoningStep::Lengthened { to } => dated(
                "de termijn moet twee open dagen bevatten (art. 2): verschoven naar ",
                "the term must contain two open days (art. 2): moved to ",
                *to,
            ),
        }
    }
}

fn dated(nl: &str, en: &str, date: NaiveDate) -> Text {
    let date = date_words(date);
    Text::new(format!("{nl}{}", date.nl), format!("{en}{}", date.en))
}

fn moved(to: NaiveDate) -> Text {
    dated("verschoven naar ", "moved to ", to)
}

fn ends(duration: Duration, lasts: Option<&Text>, on: NaiveDate) -> Text {
    let words = lasts.cloned().unwrap_or_else(|| duration.words());
    let one = duration.count() == 1;
    // Dutch counts years in the singular: `2 jaar loopt`, but `2 weken lopen`.
    let nl = if one || duration.unit() == Unit::Years { "loopt" } else { "lopen" };
    let en = if one { "ends" } else { "end" };
    dated(&format!("{} {nl} tot en met ", words.nl), &format!("{} {en} ", words.en), on)
}

/// A closed day with its reason, which a weekend day does not need.
fn named(day: &ClosedDay) -> Text {
    let date = date_words(day.date);
    if day.why.weekend() {
        return date;
    }
    let why = day.why.words();
    text!("{date} ({why})", "{date} ({why})", date, why)
}

/// Days not counted: weekend days as a number, the others by name.
fn skipped(days: &[ClosedDay]) -> Text {
    let (weekend, others): (Vec<&ClosedDay>, Vec<&ClosedDay>) = days.iter().partition(|day| day.why.weekend());
    let mut parts: Vec<Text> = runs(&others).iter().map(|days| run(days)).collect();
    match weekend.len() {
        0 => {}
        1 => parts.push(text!("1 weekenddag", "1 weekend day")),
        count => parts.push(text!("{count} weekenddagen", "{count} weekend days")),
    }
    let days = join(&parts, ", ");
    text!("niet meegeteld: {days}", "not counted: {days}", days)
}

/// Days of one name that follow each other, told together.
fn runs<'a>(days: &[&'a ClosedDay]) -> Vec<Vec<&'a ClosedDay>> {
    let mut found: Vec<Vec<&ClosedDay>> = Vec::new();
    for day in days {
        let follows = |last: &&ClosedDay| {
            matches!(day.why, Closed::Named { .. }) && last.why == day.why && last.date.succ_opt() == Some(day.date)
        };
        match found.last_mut().filter(|run| run.last().is_some_and(follows)) {
            Some(run) => run.push(day),
            None => found.push(vec![day]),
        }
    }
    found
}

fn run(days: &[&ClosedDay]) -> Text {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Text::new("", "") };
    if days.len() == 1 {
        return named(first);
    }
    let (from, until, why) = (date_words(first.date), date_words(last.date), first.why.words());
    text!("{from} tot en met {until} ({why})", "{from} to {until} ({why})", from, until, why)
}

fn join(parts: &[Text], by: &str) -> Text {
    let [nl, en] = [|part: &Text| part.nl.clone(), |part: &Text| part.en.clone()]
        .map(|side| parts.iter().map(side).collect::<Vec<_>>().join(by));
    Text::new(nl, en)
}
