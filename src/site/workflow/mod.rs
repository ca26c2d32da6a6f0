//! The steps of a regulation as a drawing, and the same in words for who does not see it.

mod draw;
mod graph;
mod rows;

use std::collections::BTreeMap;

use serde::Serialize;

use self::draw::Labels;
use self::graph::{Graph, Node};
use self::rows::{Cell, Rows};
use super::fault::SiteFault;
use super::phrases::Phrases;
use super::voice::Voice;
use crate::diagnostics::Lang;
use crate::regulation::{AskType, Does, For, Regulation, Step, Version};

/// A drawing with its words. The template `workflow.html` shows both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagram {
    /// The drawing: an `svg` element, safe to put in a page as it is.
    pub svg: String,
    /// What the drawing shows, in one or two sentences.
    pub description: String,
    /// The steps in the order of the drawing; their numbers are those in the boxes.
    pub rows: Vec<DiagramRow>,
}

/// One step in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiagramRow {
    /// Its number in the drawing, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// After which steps it comes, by number; nothing for a first step.
    pub after: Option<String>,
    /// Who takes it.
    pub who: Option<String>,
    /// Within what time.
    pub within: Option<String>,
    /// What else there is to know: that it is not always taken, that it ends the case.
    pub remarks: Vec<String>,
}

/// Draws the steps of a version. `prefix` begins the ids inside the drawing: a page with two drawings needs two of them.
pub fn diagram(version: &Version, lang: Lang, words: &Phrases, prefix: &str) -> Result<Diagram, SiteFault> {
    let voice = Voice::new(version, lang, words);
    let graph = Graph::of(&version.regulation);
    let laid = Rows::of(&graph);
    let numbers = numbers(&graph, &laid);
    let receipt = voice.say("workflow-receipt")?;
    let label = |node: &Node, number: &usize| match graph.step(*node) {
        Some(step) => format!("{number}. {}", voice.names.item("steps", &step.id)),
        None => receipt.clone(),
    };
    let mut of: BTreeMap<Node, String> = numbers.iter().map(|(node, number)| (*node, label(node, number))).collect();
    of.insert(Node::Receipt, receipt.clone());
    let title = voice.with("workflow-title", &[("title", voice.names.title().into())])?;
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    let description = voice.with("workflow-description", &[("n", count.into())])?;
    let any_time = voice.say("workflow-any-time")?;
    let labels = Labels { of: &of, any_time: &any_time, title: &title, description: &description, prefix };
    let svg = draw::svg(&graph, &laid, &labels);
    let mut steps: Vec<(usize, Node)> = numbers.iter().map(|(node, number)| (*number, *node)).collect();
    steps.sort_unstable();
    let rows = steps.iter().filter_map(|(number, node)| Some((*number, graph.step(*node)?, *node)));
    let rows = rows.map(|(number, step, node)| row(&voice, &graph, &numbers, number, step, node));
    Ok(Diagram { svg, description, rows: rows.collect::<Result<_, _>>()? })
}

/// The steps in the order of the drawing.
#[must_use]
pub fn in_order(regulation: &Regulation) -> Vec<&Step> {
    let graph = Graph::of(regulation);
    let mut numbered: Vec<(usize, Node)> =
        numbers(&graph, &Rows::of(&graph)).into_iter().map(|(node, number)| (number, node)).collect();
    numbered.sort_unstable();
    numbered.into_iter().filter_map(|(_, node)| graph.step(node)).collect()
}

/// The steps numbered as they stand: from top to bottom, from left to right, those of any moment at the end.
fn numbers(graph: &Graph<'_>, laid: &Rows) -> BTreeMap<Node, usize> {
    let cells = laid.rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Node(node) => Some(*node),
        Cell::Pass { .. } => None,
    });
    let steps = cells.chain(graph.any_time.iter().copied()).filter(|node| *node != Node::Receipt);
    steps.enumerate().map(|(index, node)| (node, index + 1)).collect()
}

fn row(
    voice: &Voice<'_>,
    graph: &Graph<'_>,
    numbers: &BTreeMap<Node, usize>,
    number: usize,
    step: &Step,
    node: Node,
) -> Result<DiagramRow, SiteFault> {
    let after = after(voice, graph, numbers, step, node)?;
    let limits = voice.limits(step)?;
    let who = voice.actors(step)?;
    Ok(DiagramRow {
        number,
        name: voice.names.item("steps", &step.id),
        after,
        who: Some(who).filter(|w| !w.is_empty()),
        within: Some(limits.join("; ")).filter(|w| !w.is_empty()),
        remarks: remarks(voice, graph, numbers, step, node)?,
    })
}

/// After which steps a step comes, by number. Of those named as alternatives one is enough; of the others each is needed.
fn after(
    voice: &Voice<'_>,
    graph: &Graph<'_>,
    numbers: &BTreeMap<Node, usize>,
    step: &Step,
    node: Node,
) -> Result<Option<String>, SiteFault> {
    let written = |mut places: Vec<usize>| {
        places.sort_unstable();
        places.dedup();
        places.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let named = |ids: &[String]| {
        let numbered = numbers.iter().filter(|(node, _)| graph.step(**node).is_some_and(|s| ids.contains(&s.id)));
        written(numbered.map(|(_, number)| *number).collect())
    };
    let (all, any) = (named(&step.after), named(&step.after_any));
    if !all.is_empty() && any.len() > 1 {
        let values = [("all", voice.both(&all)?.into()), ("any", voice.either(&any)?.into())];
        return voice.with("workflow-and-one-of", &values).map(Some);
    }
    let before = graph.before.get(&node).into_iter().flatten();
    let before = written(before.filter_map(|n| numbers.get(n).copied()).collect());
    Ok(match before.len() {
        0 => None,
        _ if step.after.is_empty() => Some(voice.either(&before)?),
        _ => Some(voice.both(&before)?),
    })
}

fn remarks(
    voice: &Voice<'_>,
    graph: &Graph<'_>,
    numbers: &BTreeMap<Node, usize>,
    step: &Step,
    node: Node,
) -> Result<Vec<String>, SiteFault> {
    let mut keys = Vec::new();
    if graph.any_time.contains(&node) {
        keys.push("workflow-remark-any-time");
    } else if graph.skippable(node) {
        keys.push("workflow-remark-maybe");
    }
    if step.belongs_to == For::Report {
        keys.push("workflow-remark-report");
    }
    match step.does {
        Some(Does::Formalise) => keys.push("workflow-remark-formalise"),
        Some(Does::Close | Does::End) => keys.push("workflow-remark-end"),
        _ => {}
    }
    let mut said = keys.into_iter().map(|key| voice.say(key)).collect::<Result<Vec<_>, _>>()?;
    for (_, to) in graph.loops.iter().filter(|(from, _)| *from == node) {
        let number = numbers.get(to).copied().unwrap_or_default().to_string();
        said.push(voice.with("workflow-remark-back", &[("n", number.into())])?);
    }
    said.extend(contents(voice, step)?);
    Ok(said)
}

/// What a step has in it by a fixed list: its parts, and the answers that it can have.
fn contents(voice: &Voice<'_>, step: &Step) -> Result<Vec<String>, SiteFault> {
    let name =
        |place: String, code: &str| voice.names.of(&format!("{place}/{code}")).unwrap_or_else(|| code.to_owned());
    let of = |place: &str, codes: &[String]| codes.iter().map(|code| name(place.to_owned(), code)).collect::<Vec<_>>();
    let mut said = Vec::new();
    if !step.parts.is_empty() {
        let parts = voice.both(&of(&format!("steps/{}/parts", step.id), &step.parts))?;
        said.push(voice.with("workflow-remark-parts", &[("parts", parts.into())])?);
    }
    for ask in step.asks.iter().filter(|ask| ask.kind == AskType::Choice) {
        let place = format!("steps/{}/{}", step.id, ask.key);
        let answers = voice.either(&of(&place, &ask.values))?;
        let question = voice.names.of(&place).unwrap_or_else(|| ask.key.clone());
        said.push(voice.with("workflow-remark-choice", &[("name", question.into()), ("answers", answers.into())])?);
    }
    Ok(said)
}

#[cfg(test)]
#[path = "../../../tests/unit/site/workflow/tests.rs"]
mod tests;
