//! HTML as it reads: what a browser shows on another line or in another place stays apart, what it does not show is left out.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements that stand within a line, or are nothing to see; every other one begins a line and ends one, as those of HTML do.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
];
/// Those that stand in a place of their own on the same line.
const CELLS: &[&str] = &["td", "th", "input", "button", "select", "option", "textarea", "meter", "progress"];
/// Those that a browser keeps a blank line around.
const PARAGRAPHS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "pre",
    "table",
    "hr",
    "figure",
    "fieldset",
];
/// Those of which nothing is shown.
const UNSEEN: &[&str] =
    &["head", "title", "style", "script", "template", "noscript", "object", "svg", "math", "iframe"];
/// Those that have no end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// The text of HTML, by lines.
pub(super) fn text(html: &str) -> String {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => page.begins(&tag),
            Token::EndTag(tag) => page.ends(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => page.says(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.text.trim().to_owned()
}

/// What separates what comes from what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Page {
    text: String,
    gap: Gap,
    /// Which elements are open of which nothing is shown, the outermost first, and how deep each stands within its like.
    unseen: Option<(String, usize)>,
    /// How many elements are open whose blanks are kept.
    kept: usize,
    /// Names of open elements that a style puts on a line of their own.
    blocks: Vec<String>,
}

impl Page {
    fn begins(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |key: &str| {
            let value = tag.attributes.iter().find(|(name, _)| name.as_slice() == key.as_bytes());
            value.map(|(_, value)| String::from_utf8_lossy(value).to_lowercase())
        };
        if let Some((open, depth)) = &mut self.unseen {
            // A body without the end of its head before it.
            if open == "head" && name == "body" {
                self.unseen = None;
            } else {
                *depth += usize::from(*open == name);
                return;
            }
        }
        let style = attribute("style").unwrap_or_default().replace(' ', "");
        let hidden = attribute("hidden").is_some() || style.contains("display:none") || style.contains("mso-hide:all");
        if !VOID.contains(&name.as_str()) && (hidden || UNSEEN.contains(&name.as_str())) {
            self.unseen = Some((name, 0));
            return;
        }
        match name.as_str() {
            "br" => self.line(),
            "li" => {
                self.apart(Gap::Line);
                self.says("- ");
                return;
            }
            "img" => {
                self.says(&attribute("alt").filter(|alt| alt.chars().count() <= 2).unwrap_or_default());
            }
            "input" if attribute("type").as_deref() != Some("hidden") => {
                let value = tag.attributes.iter().find(|(name, _)| name.as_slice() == b"value");
                self.apart(Gap::Blank);
                self.says(&value.map(|(_, value)| String::from_utf8_lossy(value).into_owned()).unwrap_or_default());
            }
            _ => {}
        }
        let parted = ["display:block", "display:flex", "display:grid", "display:table", "float:", "position:absolute"];
        if INLINE.contains(&name.as_str()) && parted.iter().any(|way| style.contains(way)) {
            self.apart(Gap::Line);
            self.blocks.push(name);
            return;
        }
        self.apart(gap(&name));
        self.kept += usize::from(matches!(name.as_str(), "pre" | "textarea"));
    }

    fn ends(&mut self, name: &str) {
        if let Some((open, depth)) = &mut self.unseen {
            if open == name {
                match depth.checked_sub(1) {
                    Some(less) => *depth = less,
                    None => self.unseen = None,
                }
            }
            return;
        }
        if let Some(at) = self.blocks.iter().rposition(|open| open == name) {
            self.blocks.truncate(at);
            self.apart(Gap::Line);
            return;
        }
        if matches!(name, "pre" | "textarea") {
            self.kept = self.kept.saturating_sub(1);
        }
        self.apart(if name == "br" { Gap::Line } else { gap(name) });
    }

    fn apart(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// A line that is ended for certain: two in a row leave one blank.
    fn line(&mut self) {
        if self.gap >= Gap::Line {
            self.gap = Gap::Paragraph;
        } else {
            self.gap = Gap::Line;
        }
    }

    fn says(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        for c in text.chars() {
            match c {
                // Where a word may be broken, which is not seen.
                '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => {}
                '\n' if self.kept > 0 => self.line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}' => self.apart(Gap::Blank),
                _ => {
                    self.part();
                    self.text.push(c);
                }
            }
        }
    }

    /// Writes what separates; nothing before the first word.
    fn part(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if !self.text.is_empty() {
            self.text.push_str(match gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
    }
}

fn gap(name: &str) -> Gap {
    if PARAGRAPHS.contains(&name) {
        Gap::Paragraph
    } else if CELLS.contains(&name) {
        Gap::Blank
    } else if INLINE.contains(&name) || name.contains(':') || name == "br" {
        Gap::None
    } else {
        Gap::Line
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/html.rs"]
mod tests;
