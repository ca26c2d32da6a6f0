//! What a destroyed case leaves behind: a row of codes, without id and with no date finer than a quarter.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use klacht::case::Position;
use klacht::docket::{Docket, LackKind};
use klacht::regulation::{Ending, Selector};

use super::yaml::{list, scalar};

/// Rows with how often each occurs.
pub type Tally = BTreeMap<String, usize>;

/// The row of a case that is destroyed on `gone`, without braces.
pub fn row(docket: &Docket<'_>, gone: NaiveDate) -> String {
    let case = docket.case();
    let regulation = docket.progress.regulation();
    let main = case.main_topic.as_ref().or(case.topics.first());
    let complainant = case.parties.iter().find(|p| p.position == Position::Complainant).and_then(|p| p.role.as_ref());
    let value = |key: &str| docket.progress.value(key).map(str::to_owned);
    let judgement = regulation.judgement.as_ref().and_then(|j| value(&j.key));
    let asked = regulation.satisfaction.iter().find(|s| s.of.iter().any(|o| matches!(o, Selector::Position(_))));
    let ending = docket.progress.ended.and_then(|e| e.step.ends_as).map(Ending::word);
    let mut words = vec![format!("received: {}", quarter(case.first_day()))];
    let mut put = |key: &str, text: Option<String>| words.extend(text.map(|t| format!("{key}: {}", scalar(&t, true))));
    put("topic", main.cloned());
    if case.topics.len() > 1 {
        let topics = list(&case.topics);
        words.push(format!("topics: {topics}"));
    }
    let mut put = |key: &str, text: Option<String>| words.extend(text.map(|t| format!("{key}: {}", scalar(&t, true))));
    put("channel", Some(case.intake.channel.clone()));
    put("source", case.intake.source.clone());
    put("severity", case.severity.clone());
    put("complainant", complainant.cloned());
    put("cause", cause(docket));
    put("judgement", judgement);
    put("ended", ending.map(str::to_owned));
    put("satisfied", asked.and_then(|a| value(&a.key)));
    put("timeliness", timeliness(docket).map(str::to_owned));
    put("destroyed", Some(quarter(gone)));
    words.join(", ")
}

fn cause(docket: &Docket<'_>) -> Option<String> {
    let mut data = docket.case().log.iter().flat_map(|e| &e.data);
    let named = data.rfind(|(key, _)| key == "oorzaak" || key == "oorzaken")?;
    named.1.texts().first().cloned()
}

/// How the terms were kept; nothing for a report, which has none.
fn timeliness(docket: &Docket<'_>) -> Option<&'static str> {
    if !docket.progress.complaint {
        return None;
    }
    let late = docket.lacks.iter().any(|l| matches!(l.kind, LackKind::Late { .. }));
    let extended = docket.clocks().iter().any(|c| c.due.extensions > 0);
    Some(match (late, extended) {
        (true, _) => "late",
        (_, true) => "extended",
        _ => "in-time",
    })
}

fn quarter(day: NaiveDate) -> String {
    format!("{}-Q{}", day.year(), day.month0() / 3 + 1)
}
