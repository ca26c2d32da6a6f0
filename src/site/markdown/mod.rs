//! Markdown as HTML for the pages of the site. Only what this file writes becomes an element: raw HTML is shown as the
//! words it is, and a link leads nowhere unless its scheme is known.

mod footnotes;
mod links;
mod references;
mod sign;
mod table;
mod writer;

#[cfg(test)]
#[path = "../../../tests/unit/site/markdown/tests.rs"]
mod tests;

use std::collections::BTreeMap;

use crate::diagnostics::Lang;

/// What is put into a text besides its own words. Events are those of [`crate::regulation::events`]. The HTML given here
/// is written as it is.
#[derive(Debug, Clone, Default)]
pub struct Additions {
    /// Names of headings and items, by the event that begins them.
    pub anchors: BTreeMap<usize, String>,
    /// HTML after a byte of an event's text.
    pub marks: BTreeMap<(usize, usize), String>,
    /// HTML before an event that begins a heading.
    pub before: BTreeMap<usize, String>,
    /// HTML at the end.
    pub after: String,
}

/// The text as HTML, without its title: that is the heading of the page. Other headings are of the second level or
/// lower.
#[must_use]
pub fn to_html(source: &str, lang: Lang, additions: &Additions) -> String {
    writer::write(source, lang, additions)
}

/// Words as they may stand in an element or in an attribute between double quotes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Signs that no page may hold.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}
