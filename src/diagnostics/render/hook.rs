//! For a git hook: what refuses a push, short enough for any client's message window and any log.

use std::io::{self, Write};

use super::Options;
use super::text::{clean, shorten_bytes};
use crate::diagnostics::finding::Finding;
use crate::diagnostics::lang::Lang;
use crate::diagnostics::report::{Report, tally};
use crate::diagnostics::sink::Counts;

/// How many findings are shown.
const SHOWN: usize = 3;
/// Bytes of a finding's first line.
const FIRST_LINE: usize = 160;
/// Bytes of a finding's second line. Three of both and the last line stay under 1,000 bytes.
const SECOND_LINE: usize = 130;
/// Bytes of a path where there is no case id.
const PATH: usize = 70;

/// Writes the three gravest findings on two lines each and how many more there are: under 1 kB, plain text without colour
/// or boxes. A case is named by its id, not by its path: a path can hold a name.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let findings = report.gravest_first();
    for finding in findings.iter().take(SHOWN) {
        writeln!(out, "{}", shorten_bytes(&first(finding, options.lang), FIRST_LINE))?;
        writeln!(out, "{}", second(finding, options.lang))?;
    }
    let more = Counts::of(findings.into_iter().skip(SHOWN));
    if more.total() > 0 {
        writeln!(out, "{}", rest(more, options.lang))?;
    }
    Ok(())
}

/// `fout W201 K26-7F3QXM regel 14: what is wrong`.
fn first(finding: &Finding, lang: Lang) -> String {
    let row = match lang {
        Lang::Nl => "regel",
        Lang::En => "line",
    };
    let subject = finding.case.as_ref().unwrap_or(&finding.path);
    let subject = shorten_bytes(&clean(subject), PATH);
    let severity = finding.severity.name(lang);
    let message = clean(finding.message.in_(lang));
    format!("{severity} {} {subject} {row} {}: {message}", finding.code, finding.position.line)
}

/// The remedy. Half a command does harm, so one that does not fit gives way to the rule's page.
fn second(finding: &Finding, lang: Lang) -> String {
    let prefix = match lang {
        Lang::Nl => "  doe dit: ",
        Lang::En => "  do this: ",
    };
    let remedy = clean(finding.remedy.in_(lang));
    if remedy.is_empty() || prefix.len() + remedy.len() > SECOND_LINE {
        return format!("{prefix}klacht explain {}", finding.code);
    }
    format!("{prefix}{remedy}")
}

fn rest(more: Counts, lang: Lang) -> String {
    let what =
        if more.errors == 0 { tally(more, lang).split_once(", ").map(|(_, rest)| rest.to_owned()) } else { None };
    let what = what.unwrap_or_else(|| tally(more, lang));
    match lang {
        Lang::Nl => format!("en nog {what}; alles zien: klacht check"),
        Lang::En => format!("and {what} more; to see all: klacht check"),
    }
}
