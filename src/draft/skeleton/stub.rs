//! One stub of a role, a step or a term: its quote ready, the rest to be filled in.

use super::lines::{comment, said};
use super::people::Named as Person;
use crate::calendar::{Duration, Unit};
use crate::diagnostics::{Lang, Text, text};
use crate::rules::policy::numbers::{Named, recurs};

/// How deep the keys of an item stand.
const KEYS: usize = 4;

fn key(name: &str, value: &str) -> String {
    format!("{:KEYS$}{name}: {value}\n", "")
}

fn open(text: &Text, lang: Lang) -> String {
    comment(KEYS, text.in_(lang))
}

/// Somebody whom the text names.
pub(super) fn role(person: &Person, sentence: &str, lang: Lang) -> String {
    let mut out = format!("  - id: {}\n", person.id) + &key("name", &said(&person.word)) + &key("kind", person.kind);
    let other = text!("klopt dat? anders: staff, party of external", "is that so? else: staff, party or external");
    out.push_str(&open(&other, lang));
    match person.position {
        Some(position) => out.push_str(&key("as", &format!("[{position}]"))),
        None if person.kind == "external" => {}
        None => out.push_str(&open(
            &text!(
                "as: [respondent, involved], als een klacht over hen kan gaan",
                "as: [respondent, involved], if a complaint can be about them"
            ),
            lang,
        )),
    }
    out + &key("quote", &said(sentence))
}

/// Something that the text says must be done.
pub(super) fn step(number: usize, people: &[Person], sentence: &str, lang: Lang) -> String {
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    let by = if ids.is_empty() { "handler".to_owned() } else { ids.join(", ") };
    let lines = [
        text!("name: wat er is gedaan, zoals `Klager gehoord`", "name: what was done, such as `Klager gehoord`"),
        text!("by: [{by}] (wie het doet)", "by: [{by}] (who does it)"),
        text!("to: [complainant] (wie het ontvangt)", "to: [complainant] (who receives it)"),
        text!("after: [de stap die eerst komt]", "after: [the step that comes first]"),
    ];
    let todo: String = lines.iter().map(|line| open(line, lang)).collect();
    format!("  - id: {}-{number}\n", text!("stap", "step").in_(lang)) + &todo + &key("quote", &said(sentence))
}

/// A time that the text names.
pub(super) fn term(number: usize, named: &Named, words: &[String], sentence: &str, lang: Lang) -> String {
    let mut out = format!("  - id: {}-{number}\n", text!("termijn", "term").in_(lang));
    let again = recurs(words, named);
    let held = if again { "every" } else { "within" };
    if let Ok(duration) = Duration::new(named.count, named.unit) {
        out.push_str(&key(held, &duration.to_string()));
    } else {
        let more = text!("{held}: hoe lang, zoals 5 working days", "{held}: how long, such as 5 working days");
        out.push_str(&open(&more, lang));
    }
    let name = text!("name: wat er op tijd moet zijn", "name: what must be in time");
    out.push_str(&open(&name, lang));
    if again {
        let step = text!("step: de stap die steeds terugkomt", "step: the step that recurs");
        out.push_str(&open(&step, lang));
    } else {
        let from = text!(
            "from: received, of de stap waarna de tijd gaat lopen",
            "from: received, or the step from which the time runs"
        );
        out.push_str(&open(&from, lang));
    }
    let until = text!("until: [de stap die op tijd moet zijn]", "until: [the step that must be in time]");
    out.push_str(&open(&until, lang));
    out.push_str(&doubts(named, words, lang));
    out + &key("quote", &said(sentence))
}

/// What a person must decide, since the sentence does not say it or says something else than a term.
fn doubts(named: &Named, words: &[String], lang: Lang) -> String {
    let mut out = String::new();
    let near = words.get(named.word..).unwrap_or_default().iter().take(3);
    if named.unit == Unit::CalendarDays && near.clone().any(|word| matches!(word.as_str(), "dag" | "dagen")) {
        let which = text!(
            "de tekst zegt alleen `dagen`: kalenderdagen of werkdagen? weet u het niet, dan ook bij `gaps`",
            "the text says only `dagen`: calendar days or working days? if you do not know, add it to `gaps` too"
        );
        out.push_str(&open(&which, lang));
    }
    let keeps = |word: &String| word.starts_with("bewa") || word.starts_with("vernietig");
    if words.iter().any(keeps) {
        let kept = text!(
            "gaat dit over hoe lang iets wordt bewaard? dan hoort het in `retention`",
            "is this about how long something is kept? then it belongs in `retention`"
        );
        out.push_str(&open(&kept, lang));
    }
    let longer = |word: &String| word.starts_with("verleng");
    if words.iter().any(longer) {
        let more = text!(
            "gaat dit over meer tijd? dan hoort het in `extensions` (at_most)",
            "is this about more time? then it belongs in `extensions` (at_most)"
        );
        out.push_str(&open(&more, lang));
    }
    out
}
