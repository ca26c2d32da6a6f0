//! What is looked at between two steps: the letters that fit, what is due, the case, the list, the calendar.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use klacht::calendar::MONTHS_NL;
use regex::Regex;
use serde_json::Value;

use crate::common::{Office, words};
use crate::walk::arrival::secret;

/// A thing that is due: what, of what, and by which day.
pub type Due = (String, String, String, String);

/// One look at one case.
pub struct Look {
    /// What is due.
    pub due: BTreeSet<Due>,
    /// Which letters can be written.
    pub letters: BTreeSet<String>,
    /// Days that a letter about progress promises for the next one.
    pub promised: BTreeSet<String>,
}

fn json(office: &Office, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(office, arguments)).unwrap()
}

/// What a command prints, which tells nothing of the sender.
fn said(office: &Office, arguments: &[&str]) -> String {
    let done = office.run(arguments);
    assert!(done.status.success(), "{arguments:?}: {}", words(&done));
    secret(&words(&done), &arguments.join(" "));
    String::from_utf8(done.stdout).unwrap()
}

/// Looks at everything, at the letters if they are asked for.
pub fn look(office: &Office, id: &str, place: &str, letters_too: bool) -> Look {
    let shown = json(office, &["show", id, "--format", "json"]);
    let due = due(office, id, &shown, place);
    listed(office, id, &due);
    calendar(office, &due, place);
    let mut promised = BTreeSet::new();
    let letters = if letters_too { letters(office, id, &shown, place, &mut promised) } else { BTreeSet::new() };
    Look { due, letters, promised }
}

/// Looks at the forms for reading too, and at what goes to another program.
pub fn read_over(office: &Office, id: &str) {
    let shown = said(office, &["show", id]);
    assert!(shown.contains(id), "{shown}");
    for arguments in [
        &["list"][..],
        &["list", "--format", "csv"],
        &["due"],
        &["due", "--format", "md"],
        &["step", id],
        &["step", id, "--all"],
        &["export"],
        &["export", "--with-ids", "--format", "json"],
    ] {
        said(office, arguments);
    }
}

/// What is due: never late in these stories, and on the day that the case itself reckons.
fn due(office: &Office, id: &str, shown: &Value, place: &str) -> BTreeSet<Due> {
    let found = json(office, &["due", "--format", "json"]);
    assert_eq!((&found["late"], &found["unread"]), (&0.into(), &0.into()), "{place}: {found:#}");
    let mut all = BTreeSet::new();
    for item in found["due"].as_array().unwrap() {
        assert_eq!(item["id"], id);
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        if item["kind"] == "destruction" {
            // From one day on it may be done; by a later one it must.
            let from = shown["keeping"]["from"].as_str().unwrap();
            assert!(text("due").as_str() > from, "{place}: {item:#} {from}");
        } else if !text("term").is_empty() {
            let reckoned = shown["clocks"].as_array().unwrap();
            let same = reckoned.iter().any(|c| c["term"] == item["term"] && c["due"] == item["due"]);
            assert!(same, "{place}: {item:#} is not in {reckoned:#?}");
        }
        let detail = item["detail"].as_str().map_or_else(|| item["detail"].to_string(), str::to_owned);
        all.insert((text("kind"), text("step"), detail, text("due")));
    }
    all
}

fn listed(office: &Office, id: &str, due: &BTreeSet<Due>) {
    let found = json(office, &["list", "--format", "json"]);
    let cases = found["cases"].as_array().unwrap();
    assert!(cases.len() == 1 && cases[0]["id"] == id, "{found:#}");
    let next = cases[0]["next"]["due"].as_str();
    let first = due.iter().map(|(.., on)| on.as_str()).min();
    assert_eq!(next, first, "{found:#} {due:?}");
}

fn calendar(office: &Office, due: &BTreeSet<Due>, place: &str) {
    let text = said(office, &["due", "--ics"]);
    let days: BTreeSet<String> =
        text.lines().filter_map(|l| l.strip_prefix("DTSTART;VALUE=DATE:")).map(|day| day.trim().to_owned()).collect();
    let wanted: BTreeSet<String> = due.iter().map(|(.., on)| on.replace('-', "")).collect();
    assert_eq!(days, wanted, "{place}: {text}");
}

/// Writes every letter that can be written, as text and as a draft for a mail program.
fn letters(office: &Office, id: &str, shown: &Value, place: &str, promised: &mut BTreeSet<String>) -> BTreeSet<String> {
    let kinds: BTreeSet<String> =
        said(office, &["letter", id]).lines().filter_map(|l| l.split_whitespace().next()).map(str::to_owned).collect();
    let days = days_of(shown, &office.text(id));
    for kind in &kinds {
        let text = said(office, &["letter", id, kind]);
        let place = format!("{place}: {kind}");
        for day in told(&text).difference(&days) {
            // A notice promises the next one; on that day it is due when this one has been sent.
            assert_eq!(kind, "tussenbericht", "{place}: {day} is no day of this case\n{text}\n{shown:#}");
            promised.insert(day.to_string());
        }
        enforced(kind, &text, shown, &place);
        let draft = said(office, &["letter", id, kind, "--format", "eml"]);
        let message = mail_parser::MessageParser::default().parse(draft.as_bytes()).unwrap();
        assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), text.trim_end(), "{place}");
    }
    kinds
}

/// The letters that name time limits name the ones that are enforced.
fn enforced(kind: &str, text: &str, shown: &Value, place: &str) {
    let told = told(text);
    let clocks = shown["clocks"].as_array().unwrap();
    let day = |c: &Value| c["due"].as_str().unwrap().parse::<NaiveDate>().unwrap();
    let named = |wanted: &dyn Fn(&Value) -> bool| {
        let mut some = clocks.iter().filter(|c| wanted(c)).peekable();
        some.peek().is_none() || some.any(|c| told.contains(&day(c)))
    };
    let well = match kind {
        // The term of the acknowledgement itself is of no use to whoever reads one.
        "ontvangstbevestiging" | "tussenbericht" => {
            let own = ["ontvangstbevestiging", "reactie"];
            named(&|c| c["state"] == "running" && !own.contains(&c["term"].as_str().unwrap()))
        }
        "verlenging" => named(&|c| c["extensions"].as_u64() > Some(0)),
        _ => true,
    };
    assert!(well, "{place}: no enforced day\n{text}\n{clocks:#?}");
}

/// Every day that belongs to a case: in its file, in its account, and in how its days were reckoned.
fn days_of(shown: &Value, source: &str) -> BTreeSet<NaiveDate> {
    let account = shown.to_string();
    let iso = Regex::new(r"\d{4}-\d{2}-\d{2}").unwrap();
    let mut days: BTreeSet<NaiveDate> =
        iso.find_iter(&account).chain(iso.find_iter(source)).filter_map(|m| m.as_str().parse().ok()).collect();
    days.extend(told(&account));
    days
}

/// The days that a text names in Dutch words.
fn told(text: &str) -> BTreeSet<NaiveDate> {
    let months: BTreeMap<&str, u32> = MONTHS_NL.into_iter().zip(1..).collect();
    let words = Regex::new(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})").unwrap();
    let day = |found: regex::Captures<'_>| {
        let month = months.get(&found[2])?;
        NaiveDate::from_ymd_opt(found[3].parse().ok()?, *month, found[1].parse().ok()?)
    };
    words.captures_iter(text).filter_map(day).collect()
}
