//! Footnotes: numbered when they are first met, each with a way back.

use std::collections::{BTreeMap, BTreeSet};

/// Which footnotes were met so far.
#[derive(Debug, Default)]
pub struct Footnotes {
    /// The number of each, and how often it was referred to.
    met: BTreeMap<String, (usize, usize)>,
    defined: BTreeSet<usize>,
    /// Those that are open, with their number where a sentence before them referred to them.
    open: Vec<Option<usize>>,
}

impl Footnotes {
    fn get(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.met.len() + 1;
        self.met.entry(label.to_owned()).or_insert((next, 0))
    }

    /// A sentence refers to one.
    pub fn reference(&mut self, label: &str) -> String {
        let (number, times) = self.get(label);
        *times += 1;
        format!(
            "<sup><a id=\"bij-voetnoot-{number}-{times}\" href=\"#voetnoot-{number}\" role=\"doc-noteref\">*{number}</a></sup>"
        )
    }

    /// One begins.
    pub fn start(&mut self, label: &str) -> String {
        let (number, times) = *self.get(label);
        // A note that is defined twice keeps the name for the first.
        let first = self.defined.insert(number);
        let id = if first { format!(" id=\"voetnoot-{number}\"") } else { String::new() };
        self.open.push((times > 0).then_some(number));
        format!("<div class=\"footnote\"{id}>\n")
    }

    /// One ends.
    pub fn end(&mut self) -> String {
        let back = self.open.pop().flatten().map(|number| {
            format!("<p><a href=\"#bij-voetnoot-{number}-1\" role=\"doc-backlink\">*{number} ↩</a></p>\n")
        });
        format!("{}</div>\n", back.unwrap_or_default())
    }
}
