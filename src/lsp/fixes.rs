//! Findings whose remedy is an edit. What is proposed was tried: the finding is gone, and nothing else is refused.

use std::ops::Range;

use super::actions::{Action, QUICK_FIX, is_no_worse, judged};
use super::cursor::look;
use super::kind::FileKind;
use super::known::Glossary;
use super::outline::bare;
use super::scene::Scene;
use crate::case;
use crate::diagnostics::{Finding, Text, text};
use crate::yaml::{Fault, FaultKind, Syntax, Unreadable, Wrong, check, parse};

/// More values than this are for completion to offer.
const FEW: usize = 6;
/// How many values that look alike are proposed.
const LIKE: usize = 3;

/// An edit that may put a fault right.
struct Fix {
    title: Text,
    part: Range<usize>,
    put: String,
}

impl Fix {
    /// Something else in the place of a part of the text.
    fn replace(part: Range<usize>, put: impl Into<String>) -> Self {
        let put = put.into();
        let title = text!("Vervang door `{put}`", "Replace by `{put}`");
        Self { title, part, put }
    }

    fn named(self, nl: &str, en: &str) -> Self {
        Self { title: Text::new(nl, en), ..self }
    }
}

/// The fixes for the findings at a place; `found` is everything that is found in the text as it is.
pub(super) fn all(scene: &Scene<'_>, found: &[Finding], here: &[Finding]) -> Vec<Action> {
    let faults = faults(scene);
    let mut actions = Vec::new();
    for finding in here {
        let span = scene.ruler.span(&finding.position);
        let of = |f: &&Fault| f.code() == finding.code && f.span.start == span.start;
        let mut fixes: Vec<Fix> = faults.iter().filter(of).flat_map(|f| fixes(scene, f)).collect();
        if fixes.is_empty() {
            fixes = like(scene, span);
        }
        let only = fixes.len() == 1;
        actions.extend(fixes.into_iter().filter_map(|fix| tried(scene, found, finding, fix, only)));
    }
    actions
}

/// Everything that is wrong with the notation.
fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    if scene.kind == FileKind::CASE {
        return case::read(scene.text).2;
    }
    let Some(table) = scene.table() else { return Vec::new() };
    let (tree, mut faults) = parse(scene.text, 0);
    if let Some(tree) = &tree {
        check(tree, table, &mut faults);
    }
    faults
}

/// The action of a fix, when it helps.
fn tried(scene: &Scene<'_>, found: &[Finding], finding: &Finding, fix: Fix, preferred: bool) -> Option<Action> {
    let mut text = scene.text.to_owned();
    text.get(fix.part.clone())?;
    text.replace_range(fix.part, &fix.put);
    let after = judged(scene, &text);
    let same = |all: &[Finding]| all.iter().filter(|f| f.code == finding.code && f.message == finding.message).count();
    (same(&after) < same(found) && is_no_worse(found, &after)).then(|| Action {
        title: scene.say(&fix.title),
        kind: QUICK_FIX,
        text,
        finding: Some(finding.clone()),
        preferred,
    })
}

fn fixes(scene: &Scene<'_>, fault: &Fault) -> Vec<Fix> {
    let span = fault.span.start..fault.span.end;
    match &fault.kind {
        FaultKind::UnknownKey { suggestion: Some(key), .. } => vec![Fix::replace(span, *key)],
        FaultKind::UnknownKey { .. } | FaultKind::DuplicateKey { .. } => vec![without_line(scene, span)],
        FaultKind::MissingKey { key, .. } => missing(scene, fault, key).into_iter().collect(),
        FaultKind::WrongKind(wrong) => valued(span, wrong),
        FaultKind::Suspicious { indentation, .. } => {
            let blanks = scene.text.get(span.clone()).map_or(0, |t| t.chars().filter(|c| c.is_whitespace()).count());
            let fix = Fix::replace(span, " ".repeat(blanks));
            vec![if *indentation || blanks > 0 {
                fix.named("Zet er gewone spaties", "Put ordinary blanks there")
            } else {
                fix.named("Verwijder het teken", "Remove the character")
            }]
        }
        FaultKind::SwallowedComment => quoted(scene, span).into_iter().collect(),
        FaultKind::Syntax(syntax) => of_syntax(scene, span, *syntax).into_iter().collect(),
        FaultKind::Unreadable(Unreadable::NoFrontMatter) if scene.kind == FileKind::CASE => {
            let at = if scene.text.starts_with('\u{feff}') { 3 } else { 0 };
            vec![Fix::replace(at..at, "---\n").named("Zet er een regel `---` boven", "Put a line `---` above it")]
        }
        _ => Vec::new(),
    }
}

fn valued(span: Range<usize>, wrong: &Wrong) -> Vec<Fix> {
    let words: Vec<String> = match wrong {
        Wrong::DateOrder { instead: Some(word) } | Wrong::Amount { instead: Some(word) } => vec![word.clone()],
        Wrong::Flag { instead: Some(word) }
        | Wrong::YesNo { instead: Some(word) }
        | Wrong::OneOf { instead: Some(word), .. } => vec![(*word).to_owned()],
        Wrong::Flag { instead: None } => vec!["true".to_owned(), "false".to_owned()],
        Wrong::YesNo { instead: None } => vec!["ja".to_owned(), "nee".to_owned()],
        Wrong::OneOf { allowed, instead: None } if allowed.len() <= FEW => {
            allowed.iter().map(|w| (*w).to_owned()).collect()
        }
        Wrong::BareDays { count } => vec![format!("{count} calendar days"), format!("{count} working days")],
        _ => Vec::new(),
    };
    words.into_iter().map(|word| Fix::replace(span.clone(), word)).collect()
}

/// A line without what is on it.
fn without_line(scene: &Scene<'_>, span: Range<usize>) -> Fix {
    let line = line(scene.text, span.start);
    let end = scene
        .text
        .get(line.end..)
        .map_or(line.end, |rest| line.end + rest.len() - rest.trim_start_matches(['\r', '\n']).len().min(rest.len()));
    let end = scene.text.get(line.end..end).and_then(|ends| ends.find('\n')).map_or(end, |n| line.end + n + 1);
    Fix::replace(line.start..end, "").named("Verwijder deze regel", "Remove this line")
}

/// A key that must be there, on a line of its own below the first of its group; the value where it can be known.
fn missing(scene: &Scene<'_>, fault: &Fault, key: &str) -> Option<Fix> {
    let line = line(scene.text, fault.span.start);
    let before = scene.text.get(line.start..fault.span.start)?;
    let flow = before.contains('{');
    let value = match key {
        "on" | "received" => scene.day.to_string(),
        "id" => crate::paths::case_name(scene.path)?.to_owned(),
        _ => String::new(),
    };
    let pair = format!("{key}: {value}");
    let end = if scene.text.contains("\r\n") { "\r\n" } else { "\n" };
    let fix = if flow {
        Fix::replace(fault.span.start..fault.span.start, format!("{pair}, "))
    } else {
        Fix::replace(line.start..line.start, String::new()).below(scene, &line, before.len(), &pair, end)
    };
    Some(fix.named(&format!("Voeg `{pair}` toe"), &format!("Add `{pair}`")))
}

impl Fix {
    /// A line after the first of a group. What the first line holds may go on below it, so the key goes before it: the dash
    /// of an item moves along.
    fn below(self, scene: &Scene<'_>, line: &Range<usize>, column: usize, pair: &str, end: &str) -> Self {
        let lead = scene.text.get(line.start..line.start + column).unwrap_or_default().to_owned();
        let part = line.start..line.start + column;
        Self { part, put: format!("{lead}{pair}{end}{}", " ".repeat(column)), ..self }
    }
}

/// The value of a line between quotes.
fn quoted(scene: &Scene<'_>, span: Range<usize>) -> Option<Fix> {
    let line = line(scene.text, span.start);
    let words = scene.text.get(line.clone())?;
    let colon = words.find(": ")? + 2;
    let value = words.get(colon..)?;
    let lead = value.len() - value.trim_start().len();
    let part = line.start + colon + lead..line.end;
    let inner = value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’']).replace('\\', "\\\\").replace('"', "\\\"");
    let fix = Fix::replace(part, format!("\"{inner}\""));
    Some(fix.named("Zet de tekst tussen aanhalingstekens", "Put the text in quotes"))
}

fn of_syntax(scene: &Scene<'_>, span: Range<usize>, syntax: Syntax) -> Option<Fix> {
    let line = line(scene.text, span.start);
    let words = scene.text.get(line.clone())?;
    match syntax {
        Syntax::Tab => {
            let fix = Fix::replace(line, words.replace('\t', "  "));
            Some(fix.named("Vervang de tab door spaties", "Replace the tab by blanks"))
        }
        Syntax::BlankAfterColon => {
            let colon = words.find(':')? + 1;
            let at = line.start + colon;
            Some(Fix::replace(at..at, " ").named("Zet een spatie na de dubbele punt", "Put a blank after the colon"))
        }
        Syntax::SecondColon | Syntax::Begins(_) | Syntax::AfterQuote | Syntax::CurlyQuotes | Syntax::OpenQuote => {
            quoted(scene, span)
        }
        _ => None,
    }
}

/// Known values in the place of one that is not known, those first that look like it.
fn like(scene: &Scene<'_>, span: Range<usize>) -> Vec<Fix> {
    let Some(glossary) = Glossary::of(scene).filter(|_| scene.kind == FileKind::CASE) else {
        return Vec::new();
    };
    let Some(cursor) = look(scene.text, scene.data.clone(), span.start) else { return Vec::new() };
    let word = bare(scene.text.get(cursor.word.clone()).unwrap_or_default());
    let mut known = glossary.values(&cursor.target());
    if word.is_empty() || cursor.word.start != span.start || known.iter().any(|k| k.value == word) {
        return Vec::new();
    }
    known.sort_by_key(|k| strsim::osa_distance(&word, &k.value));
    known.truncate(LIKE);
    known.into_iter().map(|k| Fix::replace(cursor.word.clone(), k.value)).collect()
}

/// The bytes of the line that an offset is on, without its end.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(start..).unwrap_or_default();
    let words = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    start..start + words.len()
}
