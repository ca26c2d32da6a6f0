//! What the entry at the cursor still wants, as lines to add: what is certain with its value, what can be chosen with each
//! choice, and what only a person can say as a key without a value, which `check` keeps asking for until it is filled in.

use super::actions::{Action, QUICK_FIX, is_no_worse, judged};
use super::entry::{Before, before, span, table, written};
use super::kind::FileKind;
use super::known::Glossary;
use super::place::Stretch;
use super::scene::Scene;
use crate::case::LogEntry;
use crate::casework::{ATTEST, Prompt, Values, complete, drafted};
use crate::diagnostics::{Finding, Text, text};
use crate::yaml::{Group, Route};

/// More choices than this are for completion to offer.
const FEW: usize = 6;

/// What can be added to the entry in which a stretch begins; `found` is what is found in the text as it is.
pub(super) fn all(scene: &Scene<'_>, found: &[Finding], at: Stretch) -> Vec<Action> {
    let Some(glossary) = Glossary::of(scene).filter(|_| scene.kind == FileKind::CASE) else {
        return Vec::new();
    };
    let offset = scene.ruler.offset(at.start);
    let Some(index) = (0..).map_while(|n| span(scene, n).map(|s| (n, s))).find(|(_, s)| s.contains(&offset)) else {
        return Vec::new();
    };
    let Some(before) = before(scene, index.0) else { return Vec::new() };
    let values = written(&scene.outline, index.0);
    if !values.contains_key("step") {
        return Vec::new();
    }
    let filler = Filler { scene, found, glossary: &glossary, before: &before, index: index.0, values };
    let mut actions: Vec<Action> = filler.certain().into_iter().collect();
    let prompts = table(&glossary, &before).prompts(&filler.values);
    actions.extend(prompts.iter().filter(|w| w.required && !w.certain).flat_map(|w| filler.open(w)));
    actions
}

struct Filler<'a> {
    scene: &'a Scene<'a>,
    found: &'a [Finding],
    glossary: &'a Glossary<'a>,
    before: &'a Before,
    index: usize,
    values: Values,
}

impl Filler<'_> {
    /// Everything that is certain, in one action.
    fn certain(&self) -> Option<Action> {
        let workspace = table(self.glossary, self.before);
        let mut values = self.values.clone();
        let Ok(()) =
            complete::<std::convert::Infallible>(&mut values, |v| workspace.prompts(v), &mut |_| Ok(Vec::new()));
        let mut new: Vec<(&String, &Vec<String>)> =
            values.iter().filter(|(k, _)| !self.values.contains_key(*k) && !k.contains(':')).collect();
        // In the order in which entries are written.
        new.sort_by_key(|(key, _)| LogEntry::TABLE.keys().position(|k| k == key.as_str()).unwrap_or(usize::MAX));
        let text = new
            .iter()
            .try_fold(self.scene.text.to_owned(), |text, (key, said)| self.added(&text, key, &value_of(key, said)))?;
        let keys: Vec<&str> = new.iter().map(|(key, _)| key.as_str()).collect();
        if keys.is_empty() || !self.is_better(&text) {
            return None;
        }
        let keys = keys.join(", ");
        let title = text!("Vul in wat vaststaat: {keys}", "Fill in what is certain: {keys}");
        Some(Action { title: self.scene.say(&title), kind: QUICK_FIX, text, finding: None, preferred: true })
    }

    /// A want that somebody must answer: one action a choice, or a key to fill in.
    fn open(&self, prompt: &Prompt) -> Vec<Action> {
        if let Some(attestation) = prompt.key.strip_prefix(ATTEST) {
            return self.declared(attestation).into_iter().collect();
        }
        if prompt.key.contains(':') {
            return Vec::new();
        }
        let label = self.scene.say(&prompt.label);
        if prompt.choices.is_empty() || prompt.choices.len() > FEW {
            let title =
                text!("Voeg een regel `{key}:` toe ({label})", "Add a line `{key}:` ({label})", key = prompt.key);
            let text = self.added(self.scene.text, &prompt.key, "");
            return text.into_iter().map(|text| self.action(&title, text)).collect();
        }
        let choices = prompt.choices.iter().filter_map(|choice| {
            let value = value_of(&prompt.key, std::slice::from_ref(&choice.value));
            let text = self.added(self.scene.text, &prompt.key, &value).filter(|text| self.is_better(text))?;
            let (key, name) = (&prompt.key, &choice.name);
            let title = text!("Schrijf `{key}: {value}` ({name})", "Write `{key}: {value}` ({name})", name);
            Some(self.action(&title, text))
        });
        choices.collect()
    }

    fn action(&self, title: &Text, text: String) -> Action {
        Action { title: self.scene.say(title), kind: QUICK_FIX, text, finding: None, preferred: false }
    }

    /// A declaration that the step asks, with how it is known left open.
    fn declared(&self, attestation: &str) -> Option<Action> {
        const OPEN: &str = "open-gelaten";
        let mut values = self.values.clone();
        values.insert(format!("{ATTEST}{attestation}"), vec![OPEN.to_owned()]);
        let regulation = &self.glossary.version.regulation;
        let (bare, with) = (
            drafted(&self.before.source, regulation, &self.values).ok()?,
            drafted(&self.before.source, regulation, &values).ok()?,
        );
        let lines = similar::TextDiff::from_lines(&bare, &with);
        let new = lines.iter_all_changes().filter(|c| c.tag() == similar::ChangeTag::Insert);
        let new: String = new.map(|c| c.value().replace(OPEN, "")).collect();
        let text = self.with_declaration(&new)?;
        let title = text!("Voeg de verklaring `{attestation}` toe", "Add the declaration `{attestation}`");
        Some(self.action(&title, text))
    }

    /// The text with the lines of a declaration: below the others, or before the log.
    fn with_declaration(&self, lines: &str) -> Option<String> {
        let outline = &self.scene.outline;
        let mut text = self.scene.text.to_owned();
        let begun = outline.pairs.iter().any(|p| p.group.0.is_empty() && p.key == "attestations");
        let log = outline.pairs.iter().find(|p| p.group.0.is_empty() && p.key == "log")?;
        let log_line = text.get(..log.span.start)?.rfind('\n').map_or(0, |at| at + 1);
        let lines = lines.trim_matches(['\n', '\r']);
        let lines = if begun { lines.to_owned() } else { format!("{}\n", lines.trim_start_matches('\n')) };
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let at = if begun {
            let last = outline
                .pairs
                .iter()
                .filter(|p| p.group.0.len() == 2 && p.group.0.starts_with(&Route::root().key("attestations").0));
            let last = last.map(|p| p.span.end).max()?;
            text.get(last..)?.find('\n').map_or(text.len(), |n| last + n + 1)
        } else {
            log_line
        };
        text.insert_str(at, &format!("{lines}{end}"));
        Some(text)
    }

    /// The text with one more key in the entry.
    fn added(&self, text: &str, key: &str, value: &str) -> Option<String> {
        let own = Route::root().key("log").index(self.index);
        let data = self.scene.kind.data(text)?;
        let outline = super::outline::Outline::of(text, data);
        let pair = format!("{key}: {value}");
        // A key that stands there without a value gets one.
        if let Some(bare) = outline.pairs.iter().find(|p| p.group == own && p.key == key) {
            let mut text = text.to_owned();
            let blank = if text.get(..bare.span.start)?.ends_with(':') { " " } else { "" };
            text.replace_range(bare.span.clone(), &format!("{blank}{value}"));
            return Some(text);
        }
        let first = outline.pairs.iter().find(|p| p.group == own)?;
        let start = text.get(..first.span.start)?.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(start..)?.split('\n').next()?;
        let mut text = text.to_owned();
        if line.trim_start().trim_start_matches("- ").trim_start().starts_with('{') {
            let close = start + line.rfind('}')?;
            text.insert_str(close, &format!(", {}", pair.trim_end()));
            return Some(text);
        }
        let column = line.find(&format!("{}:", first.key))?;
        let below = Route(own.0.clone());
        let within = |route: &Route| route.0.starts_with(&below.0);
        let pairs = outline.pairs.iter().filter(|p| within(&p.group)).map(|p| p.span.end);
        let items = outline.items.iter().filter(|(r, _)| within(r) && r.0.len() > below.0.len()).map(|(_, at)| *at);
        let last = pairs.chain(items).max()?;
        let end = text.get(last..)?.find('\n').map_or(text.len(), |n| last + n + 1);
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        text.insert_str(
            end,
            &format!("{}{}{line_end}", " ".repeat(column), if value.is_empty() { format!("{key}: ") } else { pair }),
        );
        Some(text)
    }

    /// Whether nothing is refused in a text that was not refused before.
    fn is_better(&self, text: &str) -> bool {
        is_no_worse(self.found, &judged(self.scene, text))
    }
}

/// A value as it is written: receivers and parts as a list.
fn value_of(key: &str, said: &[String]) -> String {
    match said {
        [one] if !matches!(key, "to" | "cc" | "parts") => one.clone(),
        many => format!("[{}]", many.join(", ")),
    }
}
