//! For people: what is wrong, where, which article demands otherwise, and one thing to do.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet};

use super::text::{clean, line};
use super::{Options, Source};
use crate::diagnostics::finding::{Article, Finding, Position, Severity};
use crate::diagnostics::lang::Lang;
use crate::diagnostics::lines::Lines;
use crate::diagnostics::report::Report;

/// Writes every finding, a blank line between two.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options, source: Source<'_>) -> io::Result<()> {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() }.term_width(options.width);
    let mut files = Files { source, on: options.snippets, last: None };
    for (number, finding) in report.findings.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        let excerpt = files.of(finding).and_then(|text| Excerpt::of(text, finding.position));
        writeln!(out, "{}", renderer.render(&[group(finding, excerpt, options.lang)]))?;
    }
    Ok(())
}

fn group(finding: &Finding, excerpt: Option<Excerpt>, lang: Lang) -> Group<'static> {
    let title = level(finding.severity)
        .with_name(Some(finding.severity.name(lang)))
        .primary_title(line(finding.message.in_(lang)))
        .id(finding.code);
    let path = clean(&finding.path);
    let group = match excerpt {
        Some(Excerpt { line, text, span }) => title
            .element(Snippet::source(text).line_start(line).path(path).annotation(AnnotationKind::Primary.span(span))),
        None => title.element(
            Origin::path(path).line(finding.position.line as usize).char_column(finding.position.column as usize),
        ),
    };
    group.elements(footers(finding, lang))
}

/// The lines under the place: the article, the commit, the remedy, the page.
fn footers(finding: &Finding, lang: Lang) -> Vec<Message<'static>> {
    let words = match lang {
        Lang::Nl => ["regeling", "commit", "doe dit", "uitleg"],
        Lang::En => ["regulation", "commit", "fix", "explanation"],
    };
    let [article, commit, remedy, explain] = words;
    let mut footers = Vec::new();
    let mut add = |word: &'static str, text: String| footers.push(Level::NOTE.with_name(Some(word)).message(text));
    if let Some(demanded) = &finding.article {
        add(article, article_text(demanded));
    }
    if let Some(id) = &finding.commit {
        add(commit, clean(id).chars().take(12).collect());
    }
    if !finding.remedy.in_(lang).is_empty() {
        add(remedy, line(finding.remedy.in_(lang)));
    }
    add(explain, format!("klacht explain {}", finding.code));
    footers
}

/// `policy/…/regulation.yaml:31 (terms/beslissing): "the quoted words"`.
fn article_text(article: &Article) -> String {
    let place = format!("{}:{} ({})", clean(&article.path), article.line, clean(&article.rule));
    match &article.quote {
        Some(quote) => format!("{place}: \"{}\"", line(quote)),
        None => place,
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP,
    }
}

/// The faulty line, cleaned, and the byte range of the fault in it.
struct Excerpt {
    line: usize,
    text: String,
    span: Range<usize>,
}

impl Excerpt {
    /// Only the first line of a fault is shown: enough to find it, and no more of a complainant's words than needed.
    fn of(text: &str, position: Position) -> Option<Self> {
        let text = clean(Lines::new(text).line(position.line)?);
        let start = byte_of(&text, position.column);
        let end = if position.end_line > position.line { text.len() } else { byte_of(&text, position.end_column) };
        Some(Self { line: position.line as usize, span: start..end.max(start), text })
    }
}

/// The byte offset of a column, counted from 1; the end for a column beyond the line.
fn byte_of(line: &str, column: u32) -> usize {
    let before = usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
    line.char_indices().nth(before).map_or(line.len(), |(offset, _)| offset)
}

/// The texts asked for, the last one kept: findings come sorted by path.
struct Files<'a> {
    source: Source<'a>,
    on: bool,
    last: Option<(String, Option<String>, Option<String>)>,
}

impl Files<'_> {
    fn of(&mut self, finding: &Finding) -> Option<&str> {
        if !self.on {
            return None;
        }
        let known =
            self.last.as_ref().is_some_and(|(path, commit, _)| *path == finding.path && *commit == finding.commit);
        if !known {
            let text = (self.source)(&finding.path, finding.commit.as_deref());
            self.last = Some((finding.path.clone(), finding.commit.clone(), text));
        }
        self.last.as_ref().and_then(|(_, _, text)| text.as_deref())
    }
}
