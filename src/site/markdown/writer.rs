//! From the events of a text to HTML.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::footnotes::Footnotes;
use super::links::allowed;
use super::references::linked;
use super::sign::signs_itself;
use super::table::Table;
use super::{Additions, escape};
use crate::diagnostics::Lang;
use crate::regulation::events;

struct Writer<'a> {
    lang: Lang,
    additions: &'a Additions,
    out: String,
    /// The closing tag of each link that is open; empty for one that leads nowhere.
    links: Vec<&'static str>,
    /// The closing tag of each strong text.
    strong: Vec<&'static str>,
    /// Marks that wait until a link, a picture or code has ended.
    waiting: String,
    in_picture: usize,
    in_code: bool,
    heading: Option<String>,
    above: String,
    title_seen: bool,
    in_title: bool,
    ordered: Vec<bool>,
    table: Table,
    footnotes: Footnotes,
    /// The places that a reference can lead to.
    places: BTreeSet<&'a str>,
    /// The name of the article.
    article: Option<String>,
}

/// Writes a text.
pub fn write(source: &str, lang: Lang, additions: &Additions) -> String {
    let all: Vec<Event<'_>> = events(source).map(|(event, _)| event).collect();
    let mut writer = Writer {
        lang,
        additions,
        out: String::with_capacity(source.len() * 2),
        links: Vec::new(),
        strong: Vec::new(),
        waiting: String::new(),
        in_picture: 0,
        in_code: false,
        heading: None,
        above: String::new(),
        title_seen: false,
        in_title: false,
        ordered: Vec::new(),
        table: Table::default(),
        footnotes: Footnotes::default(),
        places: additions.anchors.values().map(String::as_str).collect(),
        article: None,
    };
    for (number, event) in all.iter().enumerate() {
        writer.event(number, event, &all);
    }
    writer.out.push_str(&additions.after);
    writer.out
}

impl Writer<'_> {
    fn event(&mut self, number: usize, event: &Event<'_>, all: &[Event<'_>]) {
        match event {
            Event::Start(tag) => self.start(number, tag, all),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.words(number, text),
            Event::Code(text) => {
                self.put("<code>");
                self.in_code = true;
                self.words(number, text);
                self.in_code = false;
                self.put("</code>");
                self.release();
            }
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.put(&escape(text));
            }
            Event::SoftBreak => self.put("\n"),
            Event::HardBreak => self.put("<br>\n"),
            Event::Rule => self.put("<hr>\n"),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(_) => {}
        }
    }

    /// Writes, unless these are words of the title, which the page has as its own heading.
    fn put(&mut self, html: &str) {
        if !self.in_title {
            self.out.push_str(html);
        }
    }

    /// Marks in a link would be links in a link; they wait.
    fn release(&mut self) {
        if self.links.is_empty() && self.in_picture == 0 && !self.in_code {
            let waiting = std::mem::take(&mut self.waiting);
            self.put(&waiting);
        }
    }

    fn words(&mut self, number: usize, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
        let mut from = 0;
        let additions = self.additions;
        for ((_, byte), mark) in additions.marks.range((number, 0)..=(number, text.len())) {
            let Some(part) = text.get(from..*byte) else { continue };
            self.linked(part);
            from = *byte;
            self.waiting.push_str(mark);
            self.release();
        }
        self.linked(text.get(from..).unwrap_or_default());
    }

    /// Words in which references lead to the places that they name.
    fn linked(&mut self, words: &str) {
        let plain = self.links.is_empty() && self.in_picture == 0 && !self.in_code && self.heading.is_none();
        let html = if plain { linked(words, self.lang, self.article.as_deref(), &self.places) } else { escape(words) };
        self.put(&html);
    }

    fn start(&mut self, number: usize, tag: &Tag<'_>, all: &[Event<'_>]) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.put("<p>"),
            Tag::Heading { level, .. } => self.start_heading(number, *level),
            Tag::BlockQuote(_) => self.put("<blockquote>\n"),
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.put("<pre tabindex=\"0\"><code>");
            }
            Tag::List(first) => self.start_list(*first),
            Tag::Item => self.start_item(number, all),
            Tag::FootnoteDefinition(label) => {
                let html = self.footnotes.start(label);
                self.put(&html);
            }
            Tag::Table(_) => {
                let html = self.table.start(self.lang, &self.above);
                self.put(&html);
            }
            Tag::TableHead => {
                let html = self.table.start_head();
                self.put(html);
            }
            Tag::TableRow => {
                let html = self.table.start_row();
                self.put(html);
            }
            Tag::TableCell => self.put(self.table.start_cell()),
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.start_strong(number, all),
            Tag::Link { dest_url, .. } => self.start_link(dest_url),
            // There are no pictures on these pages; the words that stand for one are shown.
            Tag::Image { .. } => self.in_picture += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.put("</p>\n"),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.put("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.put("</code></pre>\n");
                self.release();
            }
            TagEnd::List(_) => {
                let ordered = self.ordered.pop().unwrap_or_default();
                self.put(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.put("</li>\n"),
            TagEnd::FootnoteDefinition => {
                let html = self.footnotes.end();
                self.put(&html);
            }
            TagEnd::Table => self.put(self.table.end()),
            TagEnd::TableHead => {
                let html = self.table.end_head();
                self.put(html);
            }
            TagEnd::TableRow => self.put("</tr>\n"),
            TagEnd::TableCell => self.put(self.table.end_cell()),
            TagEnd::Emphasis => self.put("</em>"),
            TagEnd::Strong => {
                let close = self.strong.pop().unwrap_or("</strong>");
                self.put(close);
            }
            TagEnd::Link => {
                let close = self.links.pop().unwrap_or_default();
                self.put(close);
                self.release();
            }
            TagEnd::Image => {
                self.in_picture = self.in_picture.saturating_sub(1);
                self.release();
            }
            _ => {}
        }
    }

    fn start_heading(&mut self, number: usize, level: HeadingLevel) {
        if level == HeadingLevel::H1 && !self.title_seen {
            self.title_seen = true;
            self.in_title = true;
            return;
        }
        if let Some(html) = self.additions.before.get(&number) {
            self.out.push_str(html);
        }
        let id = self.id(number);
        self.article = self.additions.anchors.get(&number).cloned();
        self.put(&format!("<h{}{id}>", shown(level)));
        self.heading = Some(String::new());
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        if std::mem::take(&mut self.in_title) {
            return;
        }
        self.above = self.heading.take().unwrap_or_default();
        self.put(&format!("</h{}>\n", shown(level)));
    }

    fn start_list(&mut self, first: Option<u64>) {
        self.ordered.push(first.is_some());
        match first {
            None => self.put("<ul>\n"),
            Some(1) => self.put("<ol>\n"),
            Some(first) => self.put(&format!("<ol start=\"{first}\">\n")),
        }
    }

    fn start_item(&mut self, number: usize, all: &[Event<'_>]) {
        let id = self.id(number);
        let own = signs_itself(all.get(number + 1..).unwrap_or_default());
        self.put(&format!("<li{id}{}>", if own { " class=\"own\"" } else { "" }));
    }

    /// A strong word at the start of an item with a colon behind it is a word that is explained there.
    fn start_strong(&mut self, number: usize, all: &[Event<'_>]) {
        let before = number.checked_sub(1).and_then(|n| all.get(n));
        let first = matches!(before, Some(Event::Start(Tag::Item)))
            || (matches!(before, Some(Event::Start(Tag::Paragraph)))
                && matches!(number.checked_sub(2).and_then(|n| all.get(n)), Some(Event::Start(Tag::Item))));
        let colon = matches!(all.get(number + 3), Some(Event::Text(text)) if text.starts_with(':'))
            && matches!(all.get(number + 2), Some(Event::End(TagEnd::Strong)));
        let (open, close) = if first && colon { ("<dfn>", "</dfn>") } else { ("<strong>", "</strong>") };
        self.strong.push(close);
        self.put(open);
    }

    fn start_link(&mut self, target: &str) {
        match allowed(target) {
            Some(target) if self.in_picture == 0 && !self.in_title => {
                self.put(&format!("<a href=\"{}\">", escape(&target)));
                self.links.push("</a>");
            }
            _ => self.links.push(""),
        }
    }

    fn footnote_reference(&mut self, label: &str) {
        if !self.links.is_empty() || self.in_picture > 0 || self.in_title {
            return;
        }
        let html = self.footnotes.reference(label);
        self.put(&html);
    }

    fn id(&self, number: usize) -> String {
        self.additions.anchors.get(&number).map(|name| format!(" id=\"{}\"", escape(name))).unwrap_or_default()
    }
}

/// The page has the only heading of the first level.
fn shown(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}
