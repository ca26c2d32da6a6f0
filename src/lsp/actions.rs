//! What can be done about the place where somebody is: findings put right, an entry filled in, the next step taken.

use serde::Serialize;
use serde_json::{Value, json};
use similar::{DiffTag, TextDiff};

use super::diagnose::{Reader, diagnostic};
use super::place::{CursorPlace, Stretch};
use super::protocol::{Diagnostic, TextEdit, Wanted};
use super::scene::Scene;
use super::{filling, fixes, next};
use crate::diagnostics::{Finding, Severity};

/// Puts something right.
pub const QUICK_FIX: &str = "quickfix";
/// Rules of the notation, without which nothing else can be judged.
const NOTATION: [&str; 8] = ["C101", "C102", "C103", "C104", "C105", "C106", "C107", "C114"];
/// Takes the next step.
pub const NEXT_STEP: &str = "refactor.step";

/// One action: what it is called and the text as it would become.
pub(super) struct Action {
    /// What it does.
    pub title: String,
    /// Its kind.
    pub kind: &'static str,
    /// The whole text afterwards.
    pub text: String,
    /// Where the finding stands that it puts right.
    pub finding: Option<Finding>,
    /// Whether it is what somebody would want.
    pub preferred: bool,
}

/// An action as the protocol has it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CodeAction {
    title: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diagnostics: Vec<Diagnostic>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_preferred: bool,
    edit: Value,
}

/// Everything that can be done at a stretch of a text.
#[must_use]
pub fn all(scene: &Scene<'_>, at: Stretch, wanted: &Wanted) -> Vec<CodeAction> {
    // Without the capability an action could only be a command, and there are none.
    if !scene.client.literal_actions {
        return Vec::new();
    }
    let mut actions = Vec::new();
    if wanted.prompts(QUICK_FIX) {
        let found = judged(scene, scene.text);
        // The cursor need not stand on the very word that is wrong: its line is enough.
        let lines = Stretch {
            start: CursorPlace { character: 0, ..at.start },
            end: CursorPlace { character: u32::MAX, ..at.end },
        };
        let here = |f: &&Finding| scene.ruler.stretch(scene.ruler.span(&f.position)).meets(&lines);
        let here: Vec<Finding> = found.iter().filter(here).cloned().collect();
        actions.extend(fixes::all(scene, &found, &here));
        actions.extend(filling::all(scene, &found, at));
    }
    if wanted.prompts(NEXT_STEP) {
        actions.extend(next::all(scene));
    }
    actions.into_iter().map(|action| coded(scene, action)).collect()
}

/// What `check` finds about the document if it had this text.
pub(super) fn judged(scene: &Scene<'_>, text: &str) -> Vec<Finding> {
    let mut texts = scene.texts.clone();
    texts.insert(scene.path.to_owned(), text.to_owned());
    scene.room.judge(&texts, scene.path, scene.day).unwrap_or_default()
}

/// Whether a text is no worse than another by what is found in both. A file that can be read at last may show what its
/// notation hid.
pub(super) fn is_no_worse(before: &[Finding], after: &[Finding]) -> bool {
    let errors = |all: &[Finding]| all.iter().filter(|f| f.severity == Severity::Error).count();
    let notation = |all: &[Finding]| all.iter().filter(|f| NOTATION.contains(&f.code)).count();
    errors(after) <= errors(before) || notation(after) < notation(before)
}

fn coded(scene: &Scene<'_>, action: Action) -> CodeAction {
    let reader = Reader { root: &scene.room.workspace.root, lang: scene.lang, client: scene.client };
    let diagnostics = action.finding.iter().map(|f| diagnostic(f, &scene.ruler, reader)).collect();
    let edits = json!(edits(scene, &action.text));
    let edit = if scene.client.versioned {
        json!({"documentChanges": [{"textDocument": {"uri": scene.uri, "version": scene.version}, "edits": edits}]})
    } else {
        json!({"changes": {scene.uri: edits}})
    };
    CodeAction { title: action.title, kind: action.kind, diagnostics, is_preferred: action.preferred, edit }
}

/// The edits that make one text of another, line by line: what stays is not touched.
fn edits(scene: &Scene<'_>, after: &str) -> Vec<TextEdit> {
    let diff = TextDiff::from_lines(scene.text, after);
    let (old, new) = (starts(scene.text), starts(after));
    let at = |starts: &[usize], line: usize| starts.get(line).copied().unwrap_or_default();
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    changed
        .map(|op| {
            let (gone, come) = (op.old_range(), op.new_range());
            let range = scene.ruler.stretch(at(&old, gone.start)..at(&old, gone.end));
            let new_text = after.get(at(&new, come.start)..at(&new, come.end)).unwrap_or_default().to_owned();
            TextEdit { range, new_text }
        })
        .collect()
}

/// Where each line begins, and at last where the text ends.
fn starts(text: &str) -> Vec<usize> {
    let mut at = 0;
    let ends = text.split_inclusive('\n').map(|line| {
        at += line.len();
        at
    });
    std::iter::once(0).chain(ends).collect()
}
