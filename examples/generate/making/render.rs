//! A case as a file: keys in the order of docs/model.md, blank lines between groups and between the entries of the log.

use std::fmt::Write as _;

use klacht::case::{Case, DataValue, LogEntry, Party};

use super::yaml::{list, one_or_list, scalar};

/// The file of a case with its working note.
pub fn case(case: &Case, note: &str) -> String {
    let mut out = format!("---\nid: {}\n", case.id);
    if let Some(gone) = &case.destroyed {
        line(&mut out, format_args!("\ndestroyed: {{on: {}, by: {}}}\n---", gone.on, gone.by));
        return out;
    }
    if let Some(received) = case.received {
        line(&mut out, format_args!("\nreceived: {received}"));
    }
    facts(&mut out, case);
    if !case.attestations.is_empty() {
        line(&mut out, format_args!("\nattestations:"));
    }
    for given in &case.attestations {
        let (id, on, by) = (&given.attestation, given.on, &given.by);
        line(&mut out, format_args!("  - attestation: {id}\n    on: {on}\n    by: {by}"));
        if let Some(how) = &given.how {
            line(&mut out, format_args!("    how: {}", scalar(how, false)));
        }
    }
    if !case.log.is_empty() {
        line(&mut out, format_args!("\nlog:"));
    }
    let entries: Vec<String> = case.log.iter().map(entry).collect();
    out.push_str(&entries.join("\n"));
    line(&mut out, format_args!("---\n\n{note}"));
    out
}

// Writing to a string cannot fail.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
    out.push('\n');
}

fn facts(out: &mut String, case: &Case) {
    line(out, format_args!("\nintake:\n  channel: {}", scalar(&case.intake.channel, false)));
    if let Some(source) = &case.intake.source {
        line(out, format_args!("  source: {}", scalar(source, false)));
    }
    line(out, format_args!("\nparties:"));
    for party in &case.parties {
        line(out, format_args!("  - {{{}}}", party_words(party)));
    }
    if !case.topics.is_empty() {
        line(out, format_args!("\ntopics: {}", list(&case.topics)));
    }
    if let Some(main) = &case.main_topic {
        line(out, format_args!("main_topic: {}", scalar(main, false)));
    }
    if let Some(severity) = &case.severity {
        line(out, format_args!("severity: {}", scalar(severity, false)));
    }
    if !case.fields.is_empty() {
        line(out, format_args!("\nfields:"));
    }
    for (key, value) in &case.fields {
        line(out, format_args!("  {key}: {}", data(value)));
    }
    if let Some(sealed) = &case.sealed {
        line(out, format_args!("\nsealed:\n  fields: {}", list(&sealed.fields)));
    }
}

fn party_words(party: &Party) -> String {
    let mut words = format!("key: {}", party.key);
    if let Some(role) = &party.role {
        let _ = write!(words, ", role: {role}");
    }
    let _ = write!(words, ", as: {}", party.position.word());
    if let Some(person) = &party.person {
        let _ = write!(words, ", person: {person}");
    }
    words
}

fn data(value: &DataValue) -> String {
    match value {
        DataValue::Text(text) => scalar(text, false),
        DataValue::List(texts) => list(texts),
    }
}

fn entry(entry: &LogEntry) -> String {
    let mut out = String::new();
    line(&mut out, format_args!("  - step: {}", entry.step));
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            line(&mut out, format_args!("    {key}: {value}"));
        }
    };
    let text = |t: &Option<String>| t.as_ref().map(|t| scalar(t, false));
    let keys = |keys: &Vec<String>| (!keys.is_empty()).then(|| list(keys));
    let few = |keys: &Vec<String>| (!keys.is_empty()).then(|| one_or_list(keys));
    put("of", text(&entry.of));
    put("on", Some(entry.on.to_string()));
    put("by", few(&entry.by));
    put("to", keys(&entry.to));
    put("cc", keys(&entry.cc));
    put("with", keys(&entry.with));
    put("reported_to", keys(&entry.reported_to));
    put("channel", text(&entry.channel));
    put("party", few(&entry.party));
    put("parts", keys(&entry.parts));
    put("late", text(&entry.late));
    put("waived", text(&entry.waived));
    put("waiver", text(&entry.waiver));
    put("offered", entry.offered.then(|| "true".to_owned()));
    put("recorded_by", text(&entry.recorded_by));
    put("reason", text(&entry.reason));
    put("ref", text(&entry.ref_));
    put("note", text(&entry.note));
    put("handler", text(&entry.handler));
    for (key, value) in &entry.data {
        put(key, Some(data(value)));
    }
    out
}
