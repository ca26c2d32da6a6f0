//! What may stand under the cursor: keys of the file, values that the regulation knows, steps that are possible now.

use super::article;
use super::cursor::{Cursor, look};
use super::kind::{FileKind, keys, kind_at, single, table_at};
use super::known::{Glossary, Offers};
use super::protocol::{CompletionItem, Markup, TextEdit};
use super::scene::Scene;
use super::{ids, steps};
use crate::diagnostics::text;
use crate::yaml::{Kind, Need, Segment, Table};

/// Kinds of items, by the protocol's numbers.
const FIELD: u8 = 5;
const VALUE: u8 = 12;

/// One thing to insert, before it is put in the protocol's words.
pub(super) struct Proposal {
    /// What is shown, and by what it is found.
    pub label: String,
    /// The kind of item.
    pub kind: u8,
    /// A few words.
    pub detail: String,
    /// What it is.
    pub words: String,
    /// What it inserts.
    pub insert: String,
    /// Whether that has places to fill in.
    pub snippet: bool,
    /// What comes first; below 1000.
    pub rank: usize,
}

/// What may stand at an offset; empty where nothing is known.
#[must_use]
pub fn items(scene: &Scene<'_>, offset: usize) -> Vec<CompletionItem> {
    let Some(cursor) = look(scene.text, scene.data.clone(), offset) else { return Vec::new() };
    let range = scene.ruler.stretch(cursor.word.clone());
    let item = |p: Proposal| CompletionItem {
        filter_text: p.label.clone(),
        sort_text: format!("{:03}", p.rank.min(999)),
        label: p.label,
        kind: p.kind,
        detail: p.detail,
        documentation: (!p.words.is_empty()).then(|| Markup::markdown(p.words)),
        insert_text_format: if p.snippet { 2 } else { 1 },
        text_edit: TextEdit { range, new_text: p.insert },
    };
    proposals(scene, &cursor).into_iter().map(item).collect()
}

fn proposals(scene: &Scene<'_>, cursor: &Cursor) -> Vec<Proposal> {
    let Some(table) = scene.table() else { return Vec::new() };
    let group = table_at(table, &cursor.within).filter(|_| cursor.key.is_none());
    let free = cursor.key.is_none().then(|| kind_at(table, &cursor.within)).flatten();
    match (group, free) {
        (Some(group), _) => in_group(scene, cursor, group),
        (None, Some(Kind::Each(_))) => brought_in(scene, cursor),
        // In a list, on a line of its own: the next item is begun.
        (None, Some(Kind::List(_))) if keys(&cursor.within) == ["log"] && cursor.alone => steps::items(scene, cursor),
        _ => values(scene, cursor, table),
    }
}

/// Keys of a group that are not there yet; in an entry of the log, the data of its step.
fn in_group(scene: &Scene<'_>, cursor: &Cursor, group: &'static Table) -> Vec<Proposal> {
    let mut there: Vec<&str> = scene.outline.keys(&cursor.within).collect();
    there.extend(cursor.beside.iter().map(String::as_str));
    let word = scene.text.get(cursor.word.clone()).unwrap_or_default();
    let mut all = brought_in(scene, cursor);
    let fields = group.fields.iter().enumerate().filter(|(_, f)| !there.contains(&f.key) || f.key == word);
    all.extend(fields.map(|(nth, field)| {
        let nested = matches!(field.kind, Kind::Sub(_) | Kind::List(_) | Kind::Each(_));
        Proposal {
            label: field.key.to_owned(),
            kind: FIELD,
            detail: scene.say(&field.about()),
            words: String::new(),
            insert: if nested { format!("{}:", field.key) } else { format!("{}: ", field.key) },
            snippet: false,
            rank: if field.need == Need::Required { 100 + nth } else { 200 + nth },
        }
    }));
    let begins =
        cursor.alone && matches!(cursor.within.0.as_slice(), [Segment::Key(key), Segment::Index(_)] if key == "log");
    if begins && there.is_empty() {
        all.extend(steps::items(scene, cursor));
    }
    all
}

/// Keys that only the regulation brings in.
fn brought_in(scene: &Scene<'_>, cursor: &Cursor) -> Vec<Proposal> {
    let Some(glossary) = Glossary::of(scene).filter(|_| scene.kind == FileKind::CASE) else {
        return Vec::new();
    };
    let there: Vec<&str> = scene.outline.keys(&cursor.within).collect();
    let own = glossary.keys(&cursor.within).into_iter().filter(|k| !there.contains(&k.value.as_str()));
    own.enumerate()
        .map(|(rank, known)| Proposal {
            insert: format!("{}: ", known.value),
            kind: FIELD,
            rank,
            ..proposal(scene, &glossary, &known)
        })
        .collect()
}

/// Values at the place where the cursor is.
fn values(scene: &Scene<'_>, cursor: &Cursor, table: &'static Table) -> Vec<Proposal> {
    let at = cursor.target();
    let glossary = Glossary::of(scene);
    if scene.kind == FileKind::CASE
        && let Some(glossary) = &glossary
    {
        if keys(&at) == ["log", "step"] {
            return steps::items(scene, cursor);
        }
        let (wanted, known) = (steps::wanted(glossary, &at), glossary.values(&at));
        // Who may take a step, or handle the case, is a closed list.
        let closed = wanted.is_some() && matches!(keys(&at).as_slice(), ["log", "by" | "handler"]);
        let wanted = wanted.unwrap_or_default();
        if !wanted.is_empty() || !known.is_empty() {
            let first = |k: &Offers| wanted.iter().position(|w| w.value == k.value);
            let rest = known.iter().filter(|k| !closed && first(k).is_none()).cloned();
            let ranked =
                wanted.iter().cloned().map(|k| known.iter().find(|o| o.value == k.value).cloned().unwrap_or(k));
            return ranked
                .chain(rest)
                .enumerate()
                .map(|(rank, k)| Proposal { rank, ..proposal(scene, glossary, &k) })
                .collect();
        }
    }
    let kind = kind_at(table, &at).map(single);
    let known = if scene.kind == FileKind::CASE { Vec::new() } else { ids::named(scene, &at) };
    let all = if known.is_empty() { of_kind(scene, kind) } else { known };
    let plain = |(rank, known): (usize, Offers)| match &glossary {
        Some(glossary) => Proposal { rank, ..proposal(scene, glossary, &known) },
        None => Proposal { rank, ..bare(scene, &known) },
    };
    all.into_iter().enumerate().map(plain).collect()
}

/// What any file may hold at a place of this kind.
fn of_kind(scene: &Scene<'_>, kind: Option<Kind>) -> Vec<Offers> {
    let words = |all: &[&str]| all.iter().map(|w| Offers::new(w, text!("", ""))).collect();
    match kind {
        Some(Kind::OneOf(all)) => words(all),
        Some(Kind::Flag) => words(&["true", "false"]),
        Some(Kind::YesNo) => words(&["ja", "nee"]),
        Some(Kind::Date) => vec![Offers::new(&scene.day.to_string(), text!("vandaag", "today"))],
        _ => Vec::new(),
    }
}

fn bare(scene: &Scene<'_>, known: &Offers) -> Proposal {
    Proposal {
        label: known.value.clone(),
        kind: VALUE,
        detail: scene.say(&known.name),
        words: String::new(),
        insert: known.value.clone(),
        snippet: false,
        rank: 0,
    }
}

/// A value with what it is and the article that names it.
pub(super) fn proposal(scene: &Scene<'_>, glossary: &Glossary<'_>, known: &Offers) -> Proposal {
    let words = known.rule.as_ref().map(|rule| article::words(glossary.version, rule, scene.lang));
    Proposal { words: words.unwrap_or_default(), ..bare(scene, known) }
}
