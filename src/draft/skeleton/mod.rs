//! A first `regulation.yaml` from the text alone: for each sentence that names a time, a duty or somebody, a stub with the
//! sentence as its quote. What only a person can say stands in comments.
//!
//! - `people`: the words by which a text names who does something. - `stub`: one stub, and what is to be filled in.
//! - `lines`: YAML that is read back as it was meant, whatever the text holds.

mod lines;
mod people;
mod stub;

use std::collections::BTreeSet;

use lines::{comment, said};
use stub::{role, step, term};

use crate::diagnostics::{Lang, Text, text};
use crate::regulation::{RegulationText, Sentence};
use crate::rules::policy::dates::dates;
use crate::rules::policy::numbers::{durations, words};

/// Words by which a text says that something must be done.
const DUTY: &[&str] =
    &["moet", "moeten", "dient", "dienen", "zal", "zullen", "zult", "binnen", "uiterlijk", "verplicht"];

/// The stubs found so far, each block apart.
#[derive(Default)]
struct Found {
    roles: Vec<String>,
    steps: Vec<String>,
    terms: Vec<String>,
    known: BTreeSet<String>,
    left: Vec<String>,
    /// How many steps and terms there are.
    counted: (usize, usize),
}

/// The stub of `regulation.yaml` for a text in Dutch; `shown` is what its file is called. The same text gives the same bytes.
#[must_use]
pub fn skeleton(source: &str, shown: &str, lang: Lang) -> String {
    let read = RegulationText::read(source);
    let mut found = Found::default();
    let mut heading = [String::new(), String::new()];
    for sentence in &read.sentences {
        found.take(sentence, &mut heading, lang);
    }
    let mut out = head(&read, source, shown, lang);
    for (block, stubs) in [("roles", &found.roles), ("steps", &found.steps), ("terms", &found.terms)] {
        if stubs.is_empty() {
            out.push_str(&comment(0, &format!("{block}: []")));
        } else {
            out.extend([block, ":\n", &stubs.concat()]);
        }
        out.push('\n');
    }
    out.push_str(&foot(&found.left, lang));
    out
}

impl Found {
    fn take(&mut self, sentence: &Sentence, headings: &mut [String; 2], lang: Lang) {
        let words = words(&sentence.text);
        let named = durations(&words);
        let people = people::named(&words);
        let duty = words.iter().any(|word| DUTY.contains(&word.as_str()));
        for one in &people {
            if self.known.insert(one.id.clone()) {
                self.roles.push(role(one, &sentence.text, lang));
            }
        }
        let [step_heading, term_heading] = headings;
        if duty {
            self.counted.0 += 1;
            self.steps.extend(under(step_heading, &sentence.heading));
            self.steps.push(step(self.counted.0, &people, &sentence.text, lang));
        }
        if !named.is_empty() {
            self.terms.extend(under(term_heading, &sentence.heading));
        }
        let mut told: Vec<(u32, String)> = Vec::new();
        for one in &named {
            // `5 (vijf) werkdagen` is one time, named twice.
            let same = (one.count, one.unit.words(one.count).en);
            if !told.contains(&same) {
                told.push(same);
                self.counted.1 += 1;
                self.terms.push(term(self.counted.1, one, &words, &sentence.text, lang));
            }
        }
        if !duty && named.is_empty() && people.is_empty() {
            self.left.push(sentence.text.clone());
        }
    }
}

/// The heading above what follows, where it is another than above what came before.
fn under(last: &mut String, heading: &str) -> Option<String> {
    let other = last != heading && !heading.is_empty();
    heading.clone_into(last);
    other.then(|| comment(2, heading))
}

fn head(read: &RegulationText, source: &str, shown: &str, lang: Lang) -> String {
    let about = text!(
        "Opzet van regulation.yaml bij {shown}, van klacht policy skeleton. Elk citaat (quote) staat letterlijk in die tekst.",
        "Skeleton of regulation.yaml for {shown}, by klacht policy skeleton. Every quote stands word for word in that text."
    );
    let how = text!(
        "Vul in wat achter een # staat, geef alles een eigen id, en haal weg wat geen regel is. Wat elk blok betekent: docs/model.md",
        "Fill in what follows a #, give everything an id of its own, and remove what is no rule. What each block means: docs/model.md"
    );
    let mut out = comment(0, about.in_(lang)) + &comment(0, how.in_(lang)) + "schema: klacht.regulation/1\n";
    match &read.title {
        Some(title) if !title.is_empty() => out.extend(["title: ", &said(title), "\n"]),
        _ => out.push_str(&comment(0, text!("title: hoe de regeling heet", "title: what it is called").in_(lang))),
    }
    out.push_str(&comment(0, day(source).in_(lang)));
    let rest = text!(
        "updated: de dag van de laatste wijziging; organisation, channels, intake, topics, assignment, retention: docs/model.md",
        "updated: the day of the last change; organisation, channels, intake, topics, assignment, retention: docs/model.md"
    );
    out.push_str(&comment(0, rest.in_(lang)));
    out.push('\n');
    out
}

fn day(source: &str) -> Text {
    if let Some(day) = dates(source).first() {
        text!(
            "valid_from: {day} (de eerste dag die de tekst noemt; de map heet ook zo)",
            "valid_from: {day} (the first day that the text names; the folder is called so too)"
        )
    } else {
        text!(
            "valid_from: de dag vanaf wanneer zij geldt; de map heet ook zo",
            "valid_from: the day from which it holds; the folder is called so too"
        )
    }
}

/// The sentences in which nothing was found: each is a rule after all, or belongs to what is only told or left open.
fn foot(left: &[String], lang: Lang) -> String {
    if left.is_empty() {
        return String::new();
    }
    let about = text!(
        "In deze zinnen staat geen termijn, plicht of rol. Is het er toch een, of een onderwerp of kanaal? Zo niet: `statements` of `gaps`.",
        "These sentences name no time, duty or role. Is one there after all, or a topic or channel? If not: `statements` or `gaps`."
    );
    comment(0, about.in_(lang)) + &left.iter().map(|sentence| comment(0, &format!("- {sentence}"))).collect::<String>()
}
