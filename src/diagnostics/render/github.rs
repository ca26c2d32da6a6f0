//! Annotations for GitHub Actions: `::error title=…,file=…,line=…::text`.

use std::io::{self, Write};

use super::Options;
use super::text::{clean, line};
use crate::diagnostics::finding::{Finding, Severity};
use crate::diagnostics::lang::Lang;
use crate::diagnostics::report::Report;

/// Writes an annotation a finding, errors first: GitHub shows ten a kind and silently drops the rest.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    for finding in report.gravest_first() {
        writeln!(out, "{}", annotation(finding, options.lang))?;
    }
    Ok(())
}

fn annotation(finding: &Finding, lang: Lang) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let at = finding.position;
    let title = property(&format!("klacht ({})", finding.code));
    let mut properties =
        format!("title={title},file={},line={},endLine={}", property(&finding.path), at.line, at.end_line);
    if at.line == at.end_line {
        // Columns are allowed on one line only.
        properties = format!("{properties},col={},endColumn={}", at.column, at.end_column);
    }
    format!("::{command} {properties}::{}", data(&body(finding, lang)))
}

/// The message, the rule and the remedy on lines of their own; the line ends are escaped afterwards.
fn body(finding: &Finding, lang: Lang) -> String {
    let (regulation, remedy) = match lang {
        Lang::Nl => ("regeling", "doe dit"),
        Lang::En => ("regulation", "fix"),
    };
    let mut lines = vec![line(finding.message.in_(lang))];
    if let Some(article) = &finding.article {
        lines.push(format!("{regulation}: {}:{} ({})", clean(&article.path), article.line, clean(&article.rule)));
    }
    if !finding.remedy.in_(lang).is_empty() {
        lines.push(format!("{remedy}: {}", line(finding.remedy.in_(lang))));
    }
    lines.join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&clean(text)).replace(':', "%3A").replace(',', "%2C")
}
