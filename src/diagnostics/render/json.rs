//! One JSON document for programs, in both languages. Its shape is promised: a change that breaks readers needs a new
//! number in `schema`.

use std::io::{self, Write};

use serde::Serialize;

use super::fingerprint::fingerprinted;
use super::text::{clean, write_json};
use crate::diagnostics::Text;
use crate::diagnostics::finding::{Article, Finding};
use crate::diagnostics::report::Report;
use crate::diagnostics::sink::Counts;

/// The name and number of the shape.
const SCHEMA: &str = "klacht.check/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: Tool<'a>,
    summary: Summary,
    findings: Vec<Item>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'static str,
    version: &'a str,
}

#[derive(Serialize)]
struct Summary {
    checked: usize,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize)]
struct Item {
    #[serde(flatten)]
    finding: Finding,
    fingerprint: String,
}

/// Writes the document. Texts are cleaned but whole; paths and routes are exact.
pub fn write(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let item = |(finding, fingerprint): (&Finding, String)| Item { finding: cleaned(finding), fingerprint };
    let document = Document {
        schema: SCHEMA,
        tool: Tool { name: "klacht", version: &report.tool_version },
        summary: Summary { checked: report.checked, counts: report.counts() },
        findings: fingerprinted(&report.findings).into_iter().map(item).collect(),
    };
    write_json(out, &document)
}

fn cleaned(finding: &Finding) -> Finding {
    let text = |text: &Text| Text::new(clean(&text.nl), clean(&text.en));
    let article = finding.article.as_ref().map(|article| Article {
        quote: article.quote.as_deref().map(clean),
        rule: clean(&article.rule),
        ..article.clone()
    });
    Finding { article, message: text(&finding.message), remedy: text(&finding.remedy), ..finding.clone() }
}
