//! Two texts compared: which articles and paragraphs changed, and which words in them.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use crate::regulation::{Block, RegulationText, Shape};

/// What became of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stayed.
    Same,
    /// It is gone.
    Gone,
    /// It is new.
    New,
}

/// A paragraph, item or heading that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The heading above it, in the new text, or in the old one for what is gone.
    pub heading: String,
    /// Its number, in a numbered list.
    pub number: Option<u64>,
    /// The name by which a link finds it in the new text; nothing for what is gone.
    pub anchor: Option<String>,
    /// What became of it as a whole; `Same` when only words in it changed.
    pub whole: Fate,
    /// Its words in order.
    pub parts: Vec<(Fate, String)>,
}

/// How much of the shorter of two blocks must stand in the longer for them to be the same one, changed; from 0 to 1.
const ALIKE: f64 = 0.5;

/// What changed from one text to the next, in the order of the text.
#[must_use]
pub fn compare(old: &RegulationText, new: &RegulationText) -> Vec<Change> {
    let words = |text: &RegulationText| text.blocks.iter().map(|b| b.text.clone()).collect::<Vec<_>>();
    let (before, after) = (words(old), words(new));
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &before, &after) {
        let (gone, came) = match op {
            DiffOp::Equal { .. } => continue,
            op => (op.old_range(), op.new_range()),
        };
        let mut rest = gone;
        for index in came {
            let Some(block) = new.blocks.get(index) else { continue };
            let duplicate = rest.clone().find(|o| old.blocks.get(*o).is_some_and(|b| alike(b, block)));
            if let Some(duplicate) = duplicate {
                changes.extend((rest.start..duplicate).filter_map(|o| whole(old, o, Fate::Gone)));
                rest.start = duplicate + 1;
                changes.extend(old.blocks.get(duplicate).map(|b| reworded(new, index, b, block)));
            } else {
                changes.extend(whole(new, index, Fate::New));
            }
        }
        changes.extend(rest.filter_map(|o| whole(old, o, Fate::Gone)));
    }
    changes
}

fn alike(old: &Block, new: &Block) -> bool {
    let heading = |b: &Block| matches!(b.shape, Shape::Heading(_));
    let diff = TextDiff::from_words(old.text.as_str(), new.text.as_str());
    let words = |tag: ChangeTag| {
        let fitting = diff.iter_all_changes().filter(|c| c.tag() == tag);
        u32::try_from(fitting.filter(|c| !c.value().trim().is_empty()).count()).unwrap_or(u32::MAX)
    };
    let (same, gone, new_ones) = (words(ChangeTag::Equal), words(ChangeTag::Delete), words(ChangeTag::Insert));
    let shorter = f64::from(same) + f64::from(gone.min(new_ones));
    heading(old) == heading(new) && f64::from(same) >= ALIKE * shorter
}

/// The heading above a block.
fn heading(text: &RegulationText, index: usize) -> String {
    let above = text.blocks.get(..=index).unwrap_or_default().iter();
    above.rev().find(|b| matches!(b.shape, Shape::Heading(_))).map(|b| b.text.clone()).unwrap_or_default()
}

fn number(block: &Block) -> Option<u64> {
    match block.shape {
        Shape::Item { number, .. } => number,
        _ => None,
    }
}

/// A block that is wholly new or gone.
fn whole(text: &RegulationText, index: usize, fate: Fate) -> Option<Change> {
    let block = text.blocks.get(index)?;
    Some(Change {
        heading: heading(text, index),
        number: number(block),
        anchor: block.anchor.clone().filter(|_| fate == Fate::New),
        whole: fate,
        parts: vec![(fate, block.text.clone())],
    })
}

fn reworded(text: &RegulationText, index: usize, old: &Block, new: &Block) -> Change {
    Change {
        heading: heading(text, index),
        number: number(new),
        anchor: new.anchor.clone(),
        whole: Fate::Same,
        parts: words(&old.text, &new.text),
    }
}

/// Word by word. Blanks between two changed words change with them, so that a reader sees runs and not single words.
fn words(old: &str, new: &str) -> Vec<(Fate, String)> {
    let mut parts: Vec<(Fate, String)> = Vec::new();
    let (mut gone, mut came, mut blank) = (String::new(), String::new(), String::new());
    let mut settle = |gone: &mut String, came: &mut String, blank: &mut String, same: &str| {
        for (fate, run) in [(Fate::Gone, gone), (Fate::New, came)] {
            if !run.is_empty() {
                parts.push((fate, std::mem::take(run)));
            }
        }
        let same = format!("{}{same}", std::mem::take(blank));
        match parts.last_mut() {
            Some((Fate::Same, last)) => last.push_str(&same),
            _ if same.is_empty() => {}
            _ => parts.push((Fate::Same, same)),
        }
    };
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let word = change.value();
        let changing = !gone.is_empty() || !came.is_empty();
        match change.tag() {
            ChangeTag::Equal if changing && word.trim().is_empty() => blank.push_str(word),
            ChangeTag::Equal => settle(&mut gone, &mut came, &mut blank, word),
            tag => {
                gone.push_str(&blank);
                came.push_str(&blank);
                blank.clear();
                if tag == ChangeTag::Delete { &mut gone } else { &mut came }.push_str(word);
            }
        }
    }
    settle(&mut gone, &mut came, &mut blank, "");
    parts
}

#[cfg(test)]
#[path = "../../tests/unit/site/compare.rs"]
mod tests;
