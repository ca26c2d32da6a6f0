//! An issue form of a forge: Markdown with a heading for each question. What the complainant tells comes last, and nothing in it
//! is a question: whoever types a heading there must not answer for the organisation.

use super::row::{Remark, Row, SEALED, mark};
use crate::calendar::{DateError, date_words, parse_date};
use crate::diagnostics::text;

/// Headings of a form, in both languages, with the key they stand for.
const HEADINGS: &[(&str, &str)] = &[
    ("regulation", "regulation"),
    ("regeling", "regulation"),
    ("received", "received"),
    ("ontvangen", "received"),
    ("datum van ontvangst", "received"),
    ("channel", "channel"),
    ("kanaal", "channel"),
    ("source", "source"),
    ("herkomst", "source"),
    ("topics", "topics"),
    ("onderwerpen", "topics"),
    ("onderwerp", "topics"),
    ("main topic", "main_topic"),
    ("hoofdonderwerp", "main_topic"),
    ("severity", "severity"),
    ("ernst", "severity"),
    ("role", "role"),
    ("rol", "role"),
    ("respondent", "respondent"),
    ("beklaagde", "respondent"),
    ("naam", "name"),
    ("adres", "address"),
    ("woonplaats", "city"),
    ("e-mail", "email"),
    ("e-mailadres", "email"),
    ("telefoon", "phone"),
    ("phone", "phone"),
    ("what happened", "narrative"),
    ("wat is er gebeurd", "narrative"),
];

/// Reads a form; what was not understood comes with it. Other headings may name a field of the regulation.
#[must_use]
pub fn read(text: &str) -> (Row, Vec<Remark>) {
    let whole = mark("form", [text.as_bytes()]);
    let mut row = Row { mark: whole.clone(), content: whole, line: Some(1), ticked: true, ..Row::default() };
    let mut remarks = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for (line, heading, answer) in sections(text, &mut remarks) {
        let key = key(&heading);
        // An answer may hold a heading of its own: the file would then say two things, and nobody knows which was meant.
        if told.contains(&key) {
            remarks.push(Remark::refusal(Some(line), "deze kop staat er twee keer", "this heading stands there twice"));
            continue;
        }
        told.push(key.clone());
        if SEALED.contains(&key.as_str()) {
            row.keep(&key, &answer);
        } else if key == "received" {
            received(&mut row, &answer, line);
        } else {
            answers(&answer, key == "topics").iter().for_each(|value| row.say(&key, value));
        }
        if key.starts_with('?') {
            row.said.entry(format!("@{key}")).or_default().push(line.to_string());
        }
    }
    if told.is_empty() {
        remarks.push(Remark::refusal(
            Some(1),
            "hierin staat geen kop zoals `### Kanaal`",
            "there is no heading like `### Channel` in it",
        ));
    }
    (row, remarks)
}

/// What a heading asks; with a question mark before it when it is not known here.
fn key(heading: &str) -> String {
    let key = heading.trim_end_matches(['?', ':', '*']).trim().to_lowercase();
    let known = HEADINGS.iter().find(|(word, _)| *word == key).map(|(_, key)| (*key).to_owned());
    known.or_else(|| SEALED.contains(&key.as_str()).then(|| key.clone())).unwrap_or_else(|| format!("?{key}"))
}

/// The day of receipt, also as people write it, which is then said.
fn received(row: &mut Row, answer: &str, line: usize) {
    match parse_date(answer.trim()) {
        Ok(day) => row.say("received", &day.to_string()),
        Err(DateError::Order { meant } | DateError::Digits { meant } | DateError::Separators { meant }) => {
            let day = date_words(meant);
            let message =
                text!("de dag van ontvangst is gelezen als {day}", "the day of receipt was read as {day}", day);
            row.notes.push(Remark::told(Some(line), message, false));
            row.say("received", &meant.to_string());
        }
        Err(_) if answer.trim().is_empty() => {}
        Err(error) => {
            let why = error.words();
            row.line = Some(line);
            row.day_told = Some(text!("de dag van ontvangst: {why}", "the day of receipt: {why}", why));
        }
    }
}

/// The line, the heading and the text of each section; the last one is what the complainant tells.
fn sections(text: &str, remarks: &mut Vec<Remark>) -> Vec<(usize, String, String)> {
    let mut found: Vec<(usize, String, String)> = Vec::new();
    let mut told = false;
    for (at, line) in text.lines().enumerate() {
        let told_before = told;
        told |= line.strip_prefix("### ").is_some_and(|heading| key(heading.trim()) == "narrative");
        if told_before && line.starts_with("### ") {
            remarks.push(Remark::note(
                Some(at + 1),
                "dit lijkt een vraag, maar staat in wat de klager vertelt en is bij die woorden bewaard",
                "this looks like a question, but stands in what the complainant tells and is kept with these words",
            ));
        }
        if let Some(heading) = line.strip_prefix("### ").filter(|_| !told_before) {
            found.push((at + 1, heading.trim().to_owned(), String::new()));
        } else if let Some((.., answer)) = found.last_mut() {
            answer.push_str(line);
            answer.push('\n');
        }
    }
    for (.., answer) in &mut found {
        let empty = matches!(answer.trim(), "_No response_" | "_Geen antwoord_");
        *answer = if empty { String::new() } else { answer.trim().to_owned() };
    }
    found
}

/// The ticked boxes, the items of a list, or the values of a drop-down list.
fn answers(answer: &str, several: bool) -> Vec<String> {
    let lines: Vec<&str> = answer.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let boxes = lines.iter().any(|l| l.starts_with("- ["));
    let ticked = |line: &&str| line.strip_prefix("- [x] ").or(line.strip_prefix("- [X] ")).map(|v| v.trim().to_owned());
    if boxes {
        return lines.iter().filter_map(ticked).collect();
    }
    let plain = lines.into_iter().map(|l| l.strip_prefix("- ").unwrap_or(l));
    let split = plain.flat_map(|l| if several { l.split(',').collect() } else { vec![l] });
    split.map(|v| v.trim().to_owned()).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/intake/form.rs"]
mod tests;
