//! What each kind of letter says beyond what all say, or why it cannot be said yet.

use chrono::NaiveDate;
use serde::Serialize;

use super::author::Author;
use super::error::{LetterError, refused};
use super::terms::Limit;
use super::ways::Line;
use crate::calendar::day_words;
use crate::diagnostics::{Lang, Text, text};
use crate::docket::{ClockState, State, Taken, ViolationKind};
use crate::regulation::{AskType, Does, Ending, Extension, IncompleteDo, Step};

/// What is asked of a complainant whose complaint is incomplete.
#[derive(Debug, Clone, Serialize)]
pub struct Missing {
    /// What is missing, in words.
    pub items: Vec<String>,
    /// Whether the time limits stand still meanwhile.
    pub suspends: bool,
    /// Whether the complaint may be left unhandled without it.
    pub may_stop: bool,
}

/// The conversation to which the complainant is invited.
#[derive(Debug, Clone, Serialize)]
pub struct Hearing {
    /// The name of the step.
    pub step: String,
    /// The ways in which it may take place.
    pub channels: Vec<String>,
    /// Whether handling goes on when the invitation is not taken up.
    pub offer_suffices: bool,
}

/// A term that was extended.
#[derive(Debug, Clone, Serialize)]
pub struct Longer {
    /// The limits that were extended.
    pub limits: Vec<Limit>,
    /// The new last day, in words.
    pub until: String,
    /// The last day before, in words.
    pub was: String,
    /// Why, as it was recorded, where the step that gives notice asks for it.
    pub reason: Option<String>,
}

/// How the case ended.
#[derive(Debug, Clone, Serialize)]
pub struct Closed {
    /// When, in words.
    pub on: String,
    /// `settled`, `decided`, `withdrawn`, `inadmissible` or `no-complaint`.
    pub ending: Option<&'static str>,
    /// Why, in the words that were recorded with the step that ended it.
    pub reason: Option<String>,
    /// Until when the case is kept at least, in words, where that is known.
    pub kept_until: Option<String>,
    /// Whether it can be opened again.
    pub reopens: bool,
}

/// What to write when a promised day has passed.
fn it_is_later() -> Text {
    text!(
        "schrijf een brief van de soort `tussenbericht`: die zegt dat het later wordt dan beloofd",
        "write a letter of the kind `progress`: it says that it is later than promised"
    )
}

impl Author<'_> {
    /// Refuses what can only be written while the case is open.
    pub(super) fn still_open(&self) -> Result<(), LetterError> {
        match self.docket.state() {
            State::Ended(_) | State::Destroyed => refused(
                text!("deze zaak is al afgesloten", "this case is closed already"),
                text!(
                    "schrijf een brief van de soort `sluiting`, of open de zaak eerst weer als de regeling dat toelaat",
                    "write a letter of the kind `closing`, or open the case again first if the regulation allows it"
                ),
            ),
            _ => Ok(()),
        }
    }

    /// Refuses what is only written in a complaint.
    pub(super) fn is_complaint(&self) -> Result<(), LetterError> {
        if self.docket.progress.complaint {
            return Ok(());
        }
        let step = self.rules().steps.iter().find(|s| s.does == Some(Does::Formalise));
        refused(
            text!("dit is nog een melding en geen klacht", "this is a report still and no complaint"),
            match step.map(|s| s.id.as_str()) {
                Some(step) => text!(
                    "leg eerst de stap `{step}` vast, als de melding een klacht is geworden",
                    "first record the step `{step}`, if the report became a complaint"
                ),
                None => text!("schrijf de melder zelf", "write to the person who reported it yourself"),
            },
        )
    }

    /// What is missing.
    pub(super) fn missing(&self) -> Result<Missing, LetterError> {
        let progress = &self.docket.progress;
        let mut items: Vec<String> = progress.missing_intake().iter().map(|f| datum(f, self.lang)).collect();
        items.extend(self.docket.violations.iter().filter_map(|violation| match &violation.kind {
            ViolationKind::FactMissing { field, .. } if self.rules().fields.iter().any(|f| f.id == *field) => {
                Some(self.names.item("fields", field))
            }
            _ => None,
        }));
        if items.is_empty() {
            return refused(
                text!("er ontbreken geen gegevens", "no data are missing"),
                text!(
                    "ontbreekt er toch iets, haal het dan weg bij `sealed.fields` in de zaak",
                    "if something is missing all the same, take it out of `sealed.fields` in the case"
                ),
            );
        }
        let rule = self.rules().intake.as_ref().and_then(|i| i.when_incomplete.as_ref());
        let stops = |s: &Step| s.does == Some(Does::End) && s.ends_as == Some(Ending::Inadmissible);
        Ok(Missing {
            items,
            suspends: rule.is_some_and(|r| r.action == IncompleteDo::Suspend),
            may_stop: rule.is_some_and(|r| r.action == IncompleteDo::Reject) || self.rules().steps.iter().any(stops),
        })
    }

    /// To what the complainant is invited.
    pub(super) fn hearing(&self) -> Result<Hearing, LetterError> {
        let step = self.rules().milestones.hearing.as_deref().and_then(|id| self.rules().step(id));
        let Some(step) = step else {
            return refused(
                text!(
                    "deze regeling kent geen stap waarin de klager zijn verhaal vertelt",
                    "this regulation knows no step in which the complainant tells the story"
                ),
                text!(
                    "noem die stap bij `milestones.hearing` in de regeling, of bel de klager",
                    "name that step under `milestones.hearing` in the regulation, or call the complainant"
                ),
            );
        };
        let asked = !step.channels.is_empty();
        let channels = step.channels.iter().filter(|_| asked).map(|c| self.names.item("channels", c)).collect();
        Ok(Hearing { step: self.names.item("steps", &step.id), channels, offer_suffices: step.offer_suffices })
    }

    /// What was extended.
    pub(super) fn longer(&self) -> Result<Longer, LetterError> {
        let rules = &self.rules().extensions;
        let Some(first) = rules.first() else {
            return refused(
                text!("deze regeling kent geen verlenging", "this regulation knows no extension"),
                text!("rond de klacht af binnen de termijn", "finish the complaint within its term"),
            );
        };
        let extended = |rule: &Extension| -> Vec<Limit> {
            let clocks =
                self.docket.clocks().into_iter().filter(|c| {
                    c.due.extensions > 0 && rule.terms.contains(&c.term.id) && c.state == ClockState::Running
                });
            clocks.map(|c| self.limit(&c)).collect()
        };
        let limits: Vec<Limit> = rules.iter().map(extended).find(|l| !l.is_empty()).unwrap_or_default();
        if limits.iter().all(|l| l.date < self.today) && !limits.is_empty() {
            return refused(text!("de nieuwe dag is ook al voorbij", "the new day has passed as well"), it_is_later());
        }
        let progress = &self.docket.progress;
        let mut notices = rules.iter().flat_map(|rule| progress.entries(&rule.step));
        if limits.is_empty() && notices.any(|notice| self.docket.extends_nothing(notice.entry)) {
            return refused(
                text!(
                    "de verlenging kwam na de termijn en verlengt dus niets",
                    "the extension came after the term and so extends nothing"
                ),
                it_is_later(),
            );
        }
        let limits: Vec<Limit> = limits.into_iter().filter(|l| l.date >= self.today).collect();
        let Some(limit) = limits.first().cloned() else {
            return refused(
                text!("in deze zaak is geen lopende termijn verlengd", "in this case no running term was extended"),
                text!(
                    "leg eerst, binnen de termijn, de stap `{step}` vast met `{new_date}`",
                    "first record, within the term, the step `{step}` with `{new_date}`",
                    step = first.step,
                    new_date = first.new_date
                ),
            );
        };
        let noticed = rules.iter().filter_map(|rule| progress.entries(&rule.step).next_back()).max_by_key(|t| t.index);
        let reason = noticed.and_then(|notice| told_freely(notice).next());
        Ok(Longer { until: limit.until, was: limit.was.unwrap_or_default(), limits, reason })
    }

    /// How it ended.
    pub(super) fn closed(&self) -> Result<Closed, LetterError> {
        let Some(ended) = self.docket.progress.ended else {
            return refused(
                text!("deze zaak is nog niet afgesloten", "this case is not closed yet"),
                match self.rules().milestones.closing.as_deref() {
                    Some(closing) => text!(
                        "leg eerst de stap `{closing}` vast, of een andere stap die de zaak beëindigt",
                        "first record the step `{closing}`, or another step that ends the case"
                    ),
                    None => text!(
                        "leg eerst de stap vast die de zaak beëindigt",
                        "first record the step that ends the case"
                    ),
                },
            );
        };
        let kept: Option<NaiveDate> = self.docket.retention(self.discussed).from.filter(|day| *day >= self.today);
        Ok(Closed {
            on: day_words(ended.on, self.lang),
            ending: ended.step.ends_as.map(Ending::word),
            reason: self
                .docket
                .progress
                .taken
                .iter()
                .rev()
                .find(|t| t.step.id == ended.step.id)
                .and_then(|t| told_freely(t).next()),
            kept_until: kept.map(|d| day_words(d, self.lang)),
            reopens: self.reopens(),
        })
    }

    /// The written ways in which a report becomes a complaint, with what may be public of their addresses.
    pub(super) fn ways_in(&self) -> Vec<Line> {
        let progress = &self.docket.progress;
        let step = self.rules().steps.iter().find(|s| s.does == Some(Does::Formalise));
        let Some(step) = step.filter(|_| !progress.complaint) else { return Vec::new() };
        let channels = progress.channels_for(step);
        let formal = channels.iter().filter_map(|id| self.rules().channel(id)).filter(|c| c.formal);
        let contacts = &self.rules().organisation.contact;
        formal
            .map(|channel| {
                let contact = contacts.iter().find(|c| Some(&c.id) == channel.contact.as_ref() && c.publish);
                let value = contact.map(|c| c.value.clone()).unwrap_or_default();
                Line { label: self.names.item("channels", &channel.id), value }
            })
            .collect()
    }
}

/// What was recorded in words of their own, in answer to what the step asks.
pub(super) fn told_freely(taken: &Taken<'_>) -> impl Iterator<Item = String> {
    let texts = taken.step.asks.iter().filter(|ask| ask.kind == AskType::Text);
    texts.filter_map(|ask| taken.entry.value(&ask.key)).map(str::to_owned)
}

/// A piece of personal data that a complaint must have, as a letter asks for it.
fn datum(field: &str, lang: Lang) -> String {
    let words = match (field, lang) {
        ("name", Lang::Nl) => "uw naam",
        ("name", Lang::En) => "your name",
        ("address", Lang::Nl) => "uw adres",
        ("address", Lang::En) => "your address",
        ("city", Lang::Nl) => "uw woonplaats",
        ("city", Lang::En) => "your town",
        ("email", Lang::Nl) => "uw e-mailadres",
        ("email", Lang::En) => "your e-mail address",
        ("phone", Lang::Nl) => "uw telefoonnummer",
        ("phone", Lang::En) => "your telephone number",
        ("narrative", Lang::Nl) => "wat er is gebeurd",
        ("narrative", Lang::En) => "what happened",
        ("signature", Lang::Nl) => "uw handtekening",
        ("signature", Lang::En) => "your signature",
        (field, _) => field,
    };
    words.to_owned()
}
