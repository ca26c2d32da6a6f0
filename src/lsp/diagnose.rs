//! Findings as editors show them.

use std::path::Path;

use super::place::{CursorPlace, Ruler, Stretch};
use super::protocol::{Client, Diagnostic, Location, Page, Related};
use super::uri::uri_of;
use crate::diagnostics::{Article, Finding, Lang, Severity};

/// Where a register keeps the pages of the rules, if it does.
const PAGES: &str = "docs/rules";

/// For whom findings are put in words.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The folder of the register.
    pub root: &'a Path,
    /// The language.
    pub lang: Lang,
    /// What the editor can show.
    pub client: Client,
}

/// A finding as a diagnostic of the document that it was found in.
#[must_use]
pub fn diagnostic(finding: &Finding, ruler: &Ruler<'_>, reader: Reader<'_>) -> Diagnostic {
    let todo = match reader.lang {
        Lang::Nl => "doe dit",
        Lang::En => "fix",
    };
    let message = format!("{}\n{todo}: {}", finding.message.in_(reader.lang), finding.remedy.in_(reader.lang));
    let article = finding.article.as_ref().filter(|_| reader.client.related);
    Diagnostic {
        range: ruler.stretch(ruler.span(&finding.position)),
        severity: severity(finding.severity),
        code: finding.code.to_owned(),
        code_description: page(finding.code, reader),
        source: "klacht",
        message,
        related_information: article.map(|a| related(a, reader.root)).into_iter().collect(),
    }
}

/// Editors hide what they call a hint; what is worth knowing here must be seen.
fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Hint => 3,
    }
}

/// The page of a rule, in a register that has them.
fn page(code: &str, reader: Reader<'_>) -> Option<Page> {
    let file = reader.root.join(PAGES).join(format!("{code}.md"));
    (reader.client.pages && file.is_file()).then(|| Page { href: uri_of(&file) })
}

fn related(article: &Article, root: &Path) -> Related {
    let line = article.line.saturating_sub(1);
    let start = CursorPlace { line, character: 0 };
    let message = article.quote.as_ref().map_or_else(|| article.rule.clone(), |quote| format!("“{quote}”"));
    let uri = uri_of(&root.join(&article.path));
    Related { location: Location { uri, range: Stretch { start, end: start } }, message }
}
