//! Signs before items.

use pulldown_cmark::{Event, Tag};

/// Whether an item, by the events in it, begins with a sign of its own, as in `a. een training`: it needs no second one before it.
pub fn signs_itself(item: &[Event<'_>]) -> bool {
    let words = item.iter().find_map(|event| match event {
        Event::Start(Tag::Paragraph) => None,
        Event::Text(text) => Some(text.as_ref()),
        _ => Some(""),
    });
    words
        .and_then(|words| words.split_once(". "))
        .is_some_and(|(sign, _)| sign.len() == 1 && sign.bytes().all(|b| b.is_ascii_lowercase()))
}
