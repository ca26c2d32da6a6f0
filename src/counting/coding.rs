//! From a case to its codes: everything else falls away here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::case::{Case, Position};
use crate::counting::codes::{
    AGREED, AMOUNT, HELD, IN_TIME, LATE, NONE, NOT_APPLICABLE, NOT_ASKED, OPEN, REOPENED, VERIFIED, WAIVED,
};
use crate::counting::quarter::Quarter;
use crate::counting::term;
use crate::counting::vocabulary::asked;
use crate::docket::{Docket, Progress, Span, Taken, Timetable};
use crate::regulation::{AskType, Does, Ending, Means, Step, hundredths};
use crate::statistics::{Dimension, Record};

/// A complaint as it is counted: its codes, and the quarters in which it came and first ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The codes; only those that are known.
    pub record: Record,
    /// When it was received, or became a complaint.
    pub received: Quarter,
    /// When it ended for the first time; none while it never did.
    pub closed: Option<Quarter>,
}

/// The case as it stood at the end of a day; nothing when it was not there yet.
#[must_use]
pub fn as_of(case: &Case, day: NaiveDate) -> Option<Case> {
    if case.first_day() > day {
        return None;
    }
    let mut case = case.clone();
    case.log.retain(|e| e.on <= day);
    case.attestations.retain(|a| a.on <= day);
    Some(case)
}

/// The codes of a complaint on a day, of which the docket knows nothing later. A report is none, nor is what is left of a destroyed
/// case: its row in the yearbook counts instead. What was registered twice is counted in the case in which it goes on.
#[must_use]
pub fn code(docket: &Docket<'_>, on: NaiveDate) -> Option<Coded> {
    let progress = &docket.progress;
    let twice = progress.ended.is_some_and(|ended| ended.step.ends_as == Some(Ending::Duplicate));
    if docket.case().destroyed.is_some() || !progress.complaint || twice {
        return None;
    }
    let received = Quarter::of(progress.started);
    let mut record = Record::new(codes(docket, on));
    record.also = also(docket.case());
    record.days = progress.ended.and_then(|e| u32::try_from((e.on - progress.started).num_days()).ok());
    Some(Coded { record, received, closed: first_end(progress).map(Quarter::of) })
}

fn codes(docket: &Docket<'_>, on: NaiveDate) -> BTreeMap<Dimension, String> {
    let (case, progress) = (docket.case(), &docket.progress);
    let regulation = progress.regulation();
    let handling = term::kept(docket, term::handling(regulation));
    let ordinary = regulation.severity.as_ref().and_then(|s| s.list.first()).map(|i| i.id.clone());
    let known = [
        (Dimension::Topic, main_topic(case).map(str::to_owned)),
        (Dimension::Channel, Some(case.intake.channel.clone())),
        (Dimension::Source, case.intake.source.clone()),
        (Dimension::Complainant, complainant(case)),
        (Dimension::Severity, case.severity.clone().or(ordinary)),
        (Dimension::Cause, Some(cause(progress).unwrap_or(NONE).to_owned())),
        (Dimension::Outcome, Some(outcome(progress).to_owned())),
        (Dimension::Timeliness, Some(handling.timeliness.to_owned())),
        (Dimension::Acknowledgement, Some(term::acknowledged(docket, on).to_owned())),
        (Dimension::Satisfaction, Some(satisfaction(progress).unwrap_or(NOT_ASKED).to_owned())),
        (Dimension::Quarter, Some(Quarter::of(progress.started).code())),
        (Dimension::HandlingBand, Some(handling.band.to_owned())),
        (Dimension::Escalation, Some(escalation(progress).unwrap_or(NONE).to_owned())),
        (Dimension::Hearing, Some(hearing(progress).to_owned())),
        (Dimension::Measures, Some(measures(progress).to_owned())),
        (Dimension::Extension, Some(handling.extension.to_owned())),
        (Dimension::Progress, Some(progress_told(&docket.timetable, on).to_owned())),
        (Dimension::Reopening, Some(reopening(progress).to_owned())),
        (Dimension::Redress, Some(redress(progress).to_owned())),
    ];
    known.into_iter().filter_map(|(dimension, code)| Some((dimension, code?))).collect()
}

/// The main topic, or the first where none is called so.
#[must_use]
pub fn main_topic(case: &Case) -> Option<&str> {
    case.main_topic.as_ref().or(case.topics.first()).map(String::as_str)
}

fn also(case: &Case) -> Vec<String> {
    let main = main_topic(case);
    let mut also: Vec<String> = Vec::new();
    for topic in case.topics.iter().filter(|t| Some(t.as_str()) != main) {
        if !also.contains(topic) {
            also.push(topic.clone());
        }
    }
    also
}

/// The role of the complainant.
#[must_use]
pub fn complainant(case: &Case) -> Option<String> {
    case.parties.iter().find(|p| p.position == Position::Complainant).and_then(|p| p.role.clone())
}

/// The first day on which it ended as a complaint. Opened again it is not a new complaint, and is not closed twice.
fn first_end(progress: &Progress<'_>) -> Option<NaiveDate> {
    let ends = |t: &&Taken<'_>| matches!(t.step.does, Some(Does::Close | Does::End)) && t.entry.on >= progress.started;
    progress.taken.iter().find(ends).map(|t| t.entry.on)
}

/// The root cause: the last that was established, the first of several.
#[must_use]
pub fn cause<'a>(progress: &Progress<'a>) -> Option<&'a str> {
    progress.taken.iter().rev().find_map(|taken| {
        let asks = taken.step.asks.iter().filter(|a| matches!(a.kind, AskType::Cause | AskType::Causes));
        asks.filter_map(|a| taken.entry.data.iter().find(|(key, _)| *key == a.key))
            .find_map(|(_, value)| value.text().or_else(|| value.texts().first().map(String::as_str)))
    })
}

/// The judgement, as it was given last.
#[must_use]
pub fn judgement<'a>(progress: &Progress<'a>) -> Option<&'a str> {
    let rule = progress.regulation().judgement.as_ref()?;
    progress.taken.iter().rev().filter(|t| rule.judged_by(t.step)).find_map(|t| t.entry.value(&rule.key))
}

/// The judgement as it is counted. A solution that the complainant refused in the end is none: it counts as not solved, or as no
/// judgement where the scale has no word for that.
#[must_use]
pub fn counted_judgement<'a>(progress: &Progress<'a>) -> Option<&'a str> {
    let given = judgement(progress)?;
    let scale = progress.regulation().judgement.iter().flat_map(|j| &j.scale);
    let means = |means: Means| scale.clone().find(move |item| item.means == means).map(|item| item.id.as_str());
    let solved = scale.clone().any(|item| item.id == given && item.means == Means::Resolved);
    if solved && refused(progress) { means(Means::NotResolved) } else { Some(given) }
}

/// Whether the complainant did not accept the last judgement: said no after it, or was sent on by a step that ends the case otherwise
/// than the ordinary closing.
fn refused(progress: &Progress<'_>) -> bool {
    let regulation = progress.regulation();
    let Some(rule) = &regulation.judgement else { return false };
    let judged = progress.taken.iter().rposition(|t| rule.judged_by(t.step) && t.entry.value(&rule.key).is_some());
    let since = progress.taken.iter().skip(judged.unwrap_or_default());
    // The answer that is counted; another may be about the handling.
    let answer = asked(regulation)
        .and_then(|rule| since.rev().filter(|t| t.step.id == rule.step).find_map(|t| t.entry.value(&rule.key)));
    if let Some(answer) = answer {
        return answer == "nee";
    }
    let sent_on = |step: &Step| {
        let offered = regulation.escalations.iter().any(|way| way.steps.offer.as_ref() == Some(&step.id));
        offered && step.when.is_some() && regulation.milestones.closing.as_ref() != Some(&step.id)
    };
    progress.ended.is_some_and(|ended| sent_on(ended.step))
}

/// How it ended: as judged; as withdrawn, inadmissible or no complaint even where a judgement had been given before.
fn outcome<'a>(progress: &Progress<'a>) -> &'a str {
    let Some(ended) = progress.ended else { return OPEN };
    ended_as(ended.step.ends_as.unwrap_or(Ending::Decided), counted_judgement(progress))
}

/// The outcome by the way it ended and the judgement, if any.
#[must_use]
pub fn ended_as(ending: Ending, judgement: Option<&str>) -> &str {
    match ending {
        Ending::Withdrawn | Ending::Inadmissible | Ending::NoComplaint | Ending::Duplicate => ending.word(),
        Ending::Settled | Ending::Decided => judgement.unwrap_or(ending.word()),
    }
}

/// What the complainant answered last; of several, who is satisfied least.
#[must_use]
pub fn satisfaction<'a>(progress: &Progress<'a>) -> Option<&'a str> {
    let rule = asked(progress.regulation())?;
    let mut asked = progress.taken.iter().rev().filter(|t| t.step.id == rule.step);
    let last = asked.find_map(|t| t.entry.value(&rule.key))?;
    Some(if progress.answers(&rule.key, None).len() > 1 { progress.value(&rule.key)? } else { last })
}

/// The body to which it went, the last one of several. Where nothing is filed, the referral is how it goes there; an offer that
/// nobody took up does not count where a filing would.
#[must_use]
pub fn escalation<'a>(progress: &Progress<'a>) -> Option<&'a str> {
    let went = |t: &&Taken<'a>| {
        progress.regulation().escalations.iter().find(|way| {
            let begins = way.steps.filed.as_ref().or(way.steps.offer.as_ref());
            begins.is_some_and(|b| *b == t.step.id)
        })
    };
    progress.taken.iter().rev().find_map(|t| went(&t)).map(|way| way.body.as_str())
}

/// Whether somebody was heard, or it was left out as the regulation allows.
#[must_use]
pub fn hearing(progress: &Progress<'_>) -> &'static str {
    let Some(step) = progress.regulation().milestones.hearing.as_deref() else { return NOT_APPLICABLE };
    let entries = || progress.taken.iter().filter(|t| t.step.id == step);
    if entries().any(|t| t.entry.waived.is_none()) {
        HELD
    } else if entries().next().is_some() {
        WAIVED
    } else {
        NONE
    }
}

/// Whether measures were named, and whether all of them were verified and found taken.
#[must_use]
pub fn measures(progress: &Progress<'_>) -> &'static str {
    let Some(rule) = &progress.regulation().measures else { return NONE };
    let mut named = progress.taken.iter().filter(|t| t.step.id == rule.step);
    if !named.any(|t| t.entry.value(&rule.key).is_some()) {
        NONE
    } else if rule.verified.is_some() && !progress.open_measure() {
        VERIFIED
    } else {
        AGREED
    }
}

/// Whether every notice of progress that was due came in time, as known on a day.
fn progress_told(timetable: &Timetable<'_>, on: NaiveDate) -> &'static str {
    let spans = || timetable.spans.iter().map(|(_, span)| span);
    let overdue = timetable.next_notices.iter().any(|(_, due)| *due < on);
    if overdue || spans().any(Span::is_late) {
        LATE
    } else if spans().any(|span| span.notice) {
        IN_TIME
    } else {
        NOT_APPLICABLE
    }
}

/// Whether it was opened again.
fn reopening(progress: &Progress<'_>) -> &'static str {
    let again = progress.taken.iter().any(|t| t.step.does == Some(Does::Reopen) && t.entry.on >= progress.started);
    if again { REOPENED } else { NONE }
}

/// Whether the amount that was noted last is above zero. What a round decides that was opened again counts no longer.
fn redress(progress: &Progress<'_>) -> &'static str {
    let stands = |t: &&Taken<'_>| t.round == progress.round || !t.step.each_round;
    let amounts = progress.taken.iter().rev().filter(stands).find_map(|taken| {
        let asked = taken.step.asks.iter().filter(|a| a.kind == AskType::Amount);
        asked.filter_map(|a| taken.entry.value(&a.key)).find_map(hundredths)
    });
    if amounts.is_some_and(|cents| cents > 0) { AMOUNT } else { NONE }
}
