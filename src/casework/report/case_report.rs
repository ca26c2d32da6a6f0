//! One case for a reader: what happened, where it stands, what runs, what must be done, how long it is kept.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::date_words;
use crate::casework::report::entry_details::entry_details;
use crate::casework::report::step_cards::{reckoning, standing};
use crate::diagnostics::{Text, text};
use crate::docket::{ClockState, Discussed, Docket, Duty, MayDestroy, State, Waits};
use crate::naming;
use crate::regulation::{Ending, Hold, Selector};

/// A case for a reader. Holds keys and the regulation's own words, never a person.
#[derive(Debug, Clone, Serialize)]
pub struct CaseReport {
    /// `klacht.show/1`.
    pub schema: &'static str,
    /// The id.
    pub id: String,
    /// The regulation.
    pub regulation: String,
    /// Its title.
    pub title: Text,
    /// Path of the version by which it is judged.
    pub version: String,
    /// The day of receipt.
    pub received: NaiveDate,
    /// The day by which this is told.
    pub day: NaiveDate,
    /// Where it stands.
    pub state: Text,
    /// Who handles it.
    pub handler: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// The same by name.
    pub topic_names: Vec<Text>,
    /// What happened.
    pub timeline: Vec<Event>,
    /// Every term.
    pub clocks: Vec<ClockView>,
    /// What must be done.
    pub duties: Vec<DutyView>,
    /// How long it is kept.
    #[serde(rename = "keeping")]
    pub retention: RetentionView,
}

/// One step taken.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// Its number in the log, from 1.
    pub number: usize,
    /// The day.
    pub on: NaiveDate,
    /// The step.
    pub step: String,
    /// Its name in the regulation.
    pub name: Text,
    /// By whom.
    pub by: Vec<String>,
    /// To whom.
    pub to: Vec<String>,
    /// With whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Who got a copy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cc: Vec<String>,
    /// To whom it was reported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reported_to: Vec<String>,
    /// What tells it from others of the same step: parties, parts, codes, the entry that it corrects.
    pub about: Vec<Text>,
    /// Whether a correction annulled it.
    pub annulled: bool,
    /// Whether it was late and says why.
    pub late: bool,
}

/// One term.
#[derive(Debug, Clone, Serialize)]
pub struct ClockView {
    /// The term.
    pub term: String,
    /// Its name.
    pub name: Text,
    /// From which day.
    pub from: NaiveDate,
    /// The last day.
    pub due: NaiveDate,
    /// `running`, `suspended`, `stopped`, or `conditional`: asked of whoever takes the step that is its own occasion.
    pub state: &'static str,
    /// Whether it is, or was, late.
    pub late: bool,
    /// How often it was extended.
    pub extensions: usize,
    /// Where it stands.
    pub standing: Text,
    /// How its last day was counted.
    pub reckoning: Text,
}

/// Something that must be done.
#[derive(Debug, Clone, Serialize)]
pub struct DutyView {
    /// The step.
    pub step: String,
    /// The steps that would do as well, where the regulation leaves the choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<String>,
    /// Its name, with the choice.
    pub name: Text,
    /// For whom or of what.
    pub detail: Option<Text>,
    /// Who must.
    pub by: Text,
    /// Keys of those who can.
    pub persons: Vec<String>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// How long a case is kept.
#[derive(Debug, Clone, Serialize)]
pub struct RetentionView {
    /// In words.
    pub words: Text,
    /// The first day on which it may be destroyed, when that is known.
    pub from: Option<NaiveDate>,
    /// The last day by which it must be, where the regulation says so and that day is known.
    pub until: Option<NaiveDate>,
    /// What stops destruction.
    pub holds: Vec<Text>,
}

/// Tells of a case by a day.
#[must_use]
pub fn case_report(docket: &Docket<'_>, regulation: &str, discussed: &Discussed, day: NaiveDate) -> CaseReport {
    // A way that opens when a term has ended shows on the day that is asked for.
    let docket = &docket.clone().as_of(day);
    let case = docket.case();
    CaseReport {
        schema: "klacht.show/1",
        id: case.id.to_string(),
        regulation: regulation.to_owned(),
        title: docket.version.regulation.titled(),
        version: docket.version.path.clone(),
        received: case.first_day(),
        day,
        state: state(docket),
        handler: docket.progress.handler.map(str::to_owned),
        topics: case.topics.clone(),
        topic_names: case.topics.iter().map(|id| topic(docket, id)).collect(),
        timeline: timeline(docket),
        clocks: clocks(docket, day),
        duties: docket.duties(day).iter().map(|d| duty(docket, d)).collect(),
        retention: retention(docket, discussed, day),
    }
}

/// The name of a topic; its id where the regulation has no such topic.
fn topic(docket: &Docket<'_>, id: &str) -> Text {
    let regulation = &docket.version.regulation;
    regulation.named(&format!("topics/{id}"), regulation.topic(id).map_or(id, |topic| &topic.name))
}

fn timeline(docket: &Docket<'_>) -> Vec<Event> {
    let regulation = &docket.version.regulation;
    let entries = docket.case().log.iter().enumerate();
    entries
        .map(|(index, e)| Event {
            number: index + 1,
            on: e.on,
            step: e.step.clone(),
            name: regulation.step_name(&e.step),
            by: e.by.clone(),
            to: e.to.clone(),
            with: e.with.clone(),
            cc: e.cc.clone(),
            reported_to: e.reported_to.clone(),
            about: entry_details(docket, e),
            annulled: docket.progress.annulled.contains(&index),
            late: e.late.is_some(),
        })
        .collect()
}

fn clocks(docket: &Docket<'_>, day: NaiveDate) -> Vec<ClockView> {
    let regulation = &docket.version.regulation;
    let view = |c: &crate::docket::Clock<'_>| ClockView {
        term: c.term.id.clone(),
        name: regulation.term_name(c.term),
        from: c.from,
        due: c.due.on,
        state: match c.state {
            ClockState::Running => "running",
            ClockState::Suspended => "suspended",
            ClockState::Stopped { .. } => "stopped",
        },
        late: c.late(Some(day)),
        extensions: c.due.extensions,
        standing: standing(c, day),
        reckoning: reckoning(docket, c),
    };
    let mut views: Vec<ClockView> = docket.clocks().iter().map(view).collect();
    views.extend(docket.timetable.foretold.iter().filter(|(c, _)| c.state == ClockState::Running).map(|(c, steps)| {
        let on = date_words(c.due.on);
        let steps = steps.iter().filter_map(|id| regulation.step(id));
        let name = naming::any_of_steps(regulation, steps);
        let standing = text!("uiterlijk {on}, voor “{name}”", "by {on}, for “{name}”", on, name);
        ClockView { state: "conditional", late: false, standing, ..view(c) }
    }));
    // Notices that come again and again have no clock of their own; the next one has its last day.
    views.extend(docket.timetable.next_notices.iter().map(|(term, due)| (*term, *due)).map(|(term, due)| {
        let on = date_words(due);
        let every = term.every.map_or_else(|| naming::same(""), crate::calendar::Duration::words);
        ClockView {
            term: term.id.clone(),
            name: regulation.term_name(term),
            from: docket.progress.started,
            due,
            state: "running",
            late: day > due,
            extensions: 0,
            standing: text!("de volgende uiterlijk {on}", "the next by {on}", on),
            reckoning: text!("elke {every}", "every {every}", every),
        }
    }));
    views
}

fn duty(docket: &Docket<'_>, duty: &Duty<'_>) -> DutyView {
    let regulation = &docket.version.regulation;
    let by: Vec<&str> = duty.by.iter().copied().map(Selector::word).collect();
    let mut persons: Vec<String> = duty.persons.iter().map(|p| (*p).to_owned()).collect();
    let mut told = std::collections::BTreeSet::new();
    persons.retain(|p| told.insert(p.clone()));
    DutyView {
        step: duty.step.id.clone(),
        or: duty.or.iter().map(|s| s.id.clone()).collect(),
        name: naming::any_of_steps(regulation, duty.steps()),
        detail: duty.detail.as_deref().map(|d| naming::detail(docket, &duty.step.id, d)),
        by: naming::whos(regulation, &by),
        persons,
        until: duty.until,
    }
}

fn state(docket: &Docket<'_>) -> Text {
    let (nl, en) = match docket.state() {
        State::Report => ("melding, nog geen klacht", "a report, not yet a complaint"),
        State::Open => ("in behandeling", "being handled"),
        State::Escalated => ("bij de externe instantie", "before the external body"),
        State::Ruled => ("de uitspraak is nog niet uitgevoerd", "the ruling is still to be carried out"),
        State::Destroyed => ("vernietigd", "destroyed"),
        State::Ended(None) => ("afgesloten", "closed"),
        State::Ended(Some(ending)) => match ending {
            Ending::Settled => ("afgesloten: opgelost", "closed: settled"),
            Ending::Decided => ("afgesloten met een beslissing", "closed with a decision"),
            Ending::Withdrawn => ("ingetrokken", "withdrawn"),
            Ending::Inadmissible => ("niet behandeld", "not handled"),
            Ending::NoComplaint => ("geen klacht", "no complaint"),
            Ending::Duplicate => ("dubbel ingeschreven", "registered twice"),
        },
    };
    Text::new(nl, en)
}

fn retention(docket: &Docket<'_>, discussed: &Discussed, day: NaiveDate) -> RetentionView {
    let retention = docket.retention(discussed);
    let date = |d: NaiveDate| date_words(d);
    let words = match docket.may_be_destroyed(day, discussed) {
        MayDestroy::TooEarly(None) if docket.progress.ended.is_none() && retention.until.is_some() => {
            let last = date_words(retention.until.unwrap_or(day));
            text!("te beëindigen en te vernietigen, uiterlijk {last}", "to be ended and destroyed by {last}", last)
        }
        MayDestroy::Allowed => due_by(retention.until, day),
        MayDestroy::Held(_) => text!("mag nog niet worden vernietigd", "may not be destroyed yet"),
        MayDestroy::TooEarly(Some(from)) => {
            let from = date(from);
            text!("mag weg vanaf {from}", "may be destroyed from {from}", from)
        }
        MayDestroy::TooEarly(None) => text!("bewaren; de dag is nog niet bekend", "kept; the date is not known yet"),
        MayDestroy::Never => {
            text!("de regeling noemt geen dag van vernietiging", "the regulation sets no date of destruction")
        }
    };
    RetentionView {
        words,
        from: retention.from,
        until: retention.until,
        holds: retention.holds.iter().map(|h| held(*h, docket)).collect(),
    }
}

/// That it may be destroyed, and by when it must be or had to be.
fn due_by(until: Option<NaiveDate>, day: NaiveDate) -> Text {
    let Some(until) = until else { return text!("mag worden vernietigd", "may be destroyed") };
    let (last, late) = (date_words(until), (day - until).num_days());
    let days = if late == 1 { text!("dag", "day") } else { text!("dagen", "days") };
    if late > 0 {
        return text!(
            "moest uiterlijk {last} zijn vernietigd: {late} {days} te laat",
            "had to be destroyed by {last}: {late} {days} late",
            last,
            days
        );
    }
    text!("te vernietigen, uiterlijk {last}", "to be destroyed by {last}", last)
}

/// What stops destruction, with the reason that was given for it.
fn held(why: Hold, docket: &Docket<'_>) -> Text {
    let words = hold(why, docket);
    match docket.case().legal_hold.as_ref().filter(|_| why == Hold::Legal) {
        Some(legal) => text!(
            "{words}, sinds {date_words}: {reason}",
            "{words}, since {date_words}: {reason}",
            words,
            date_words = date_words(legal.since),
            reason = legal.reason
        ),
        None => words,
    }
}

/// What stops destruction, in words.
pub(crate) fn hold(hold: Hold, docket: &Docket<'_>) -> Text {
    let ruled = docket.progress.open_escalation().is_some_and(|(_, waits)| waits == Waits::ForExecution);
    let (nl, en) = match hold {
        Hold::OpenEscalation if ruled => {
            ("wij hebben de uitspraak nog niet uitgevoerd", "we have not carried out the ruling yet")
        }
        Hold::OpenEscalation => ("de externe instantie is nog bezig", "the external body is still handling it"),
        Hold::OpenMeasure => {
            ("een maatregel is nog niet genomen en getoetst", "a measure has not been taken and verified yet")
        }
        Hold::OpenSatisfaction => ("de tevredenheid is nog niet gevraagd", "satisfaction has not been asked yet"),
        Hold::Legal => ("er rust een juridische bewaarplicht op", "there is a legal hold"),
    };
    Text::new(nl, en)
}
