//! The next step of a case, taken at once where everything that it asks is known.

use super::actions::{Action, NEXT_STEP};
use super::entry::{Before, completed, table};
use super::kind::FileKind;
use super::known::Glossary;
use super::scene::Scene;
use crate::calendar::date_words;
use crate::case;
use crate::casework::{Values, drafted, judge_edit};
use crate::diagnostics::Text;
use crate::docket::Docket;

/// Each step that is possible now and asks nothing that only a person can say. None of them is one that `check` would refuse.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Action> {
    let Some(glossary) = Glossary::of(scene).filter(|_| scene.kind == FileKind::CASE) else {
        return Vec::new();
    };
    let Some(case) = case::read(scene.text).0 else { return Vec::new() };
    let before = Before { source: scene.text.to_owned(), case };
    let docket = Docket::replay(&before.case, glossary.version, &glossary.history.people);
    let open = docket.possible().into_iter().filter(|p| p.obstacles.is_empty());
    let action = |possible: crate::docket::Possible<'_>| {
        let values = Values::from([("step".to_owned(), vec![possible.step.id.clone()])]);
        let (values, open) = completed(&table(&glossary, &before), values);
        if !open.is_empty() {
            return None;
        }
        let text = drafted(scene.text, &glossary.version.regulation, &values).ok()?;
        let brought = judge_edit(&scene.room.workspace, scene.path, Some(scene.text), &text, scene.day);
        if brought.refused() {
            return None;
        }
        let until = possible.until.map(date_words);
        let (nl, en) =
            until.map_or_else(Default::default, |on| (format!(", uiterlijk {}", on.nl), format!(", by {}", on.en)));
        let id = &possible.step.id;
        let name = glossary.version.regulation.step_name(id);
        let title =
            Text::new(format!("Volgende stap: {} ({id}){nl}", name.nl), format!("Next step: {} ({id}){en}", name.en));
        Some(Action { title: scene.say(&title), kind: NEXT_STEP, text, finding: None, preferred: false })
    };
    open.filter_map(action).collect()
}
