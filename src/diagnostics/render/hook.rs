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
/// Bytes of everything: under 1,000.
const WHOLE: usize = 990;
/// Bytes of a path where there is no case id.
const PATH: usize = 70;

/// Writes the three gravest findings on two lines each and how many more there are: under 1 kB, plain text without colour or
/// boxes. A case is named by its id, not by its path: a path can hold a name.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let findings = report.gravest_first();
    let more = Counts::of(findings.iter().copied().skip(SHOWN));
    let last = if more.total() > 0 { rest(more, options.lang) + "\n" } else { String::new() };
    let shown: Vec<(&Finding, String)> = findings
        .into_iter()
        .take(SHOWN)
        .map(|finding| (finding, shorten_bytes(&first(finding, options.lang), FIRST_LINE)))
        .collect();
    // What the rest leaves is shared by the remedies that are still to come, so that few findings say more of what to do.
    let mut room = WHOLE.saturating_sub(last.len() + shown.iter().map(|(_, line)| line.len() + 1).sum::<usize>());
    for (at, (finding, line)) in shown.iter().enumerate() {
        let second = second(finding, options.lang, (room / (shown.len() - at)).saturating_sub(1));
        room = room.saturating_sub(second.len() + 1);
        writeln!(out, "{line}\n{second}")?;
    }
    write!(out, "{last}")
}

/// `fout W201 K26-7F3QXM regel 14: what is wrong`; behind the line the commit, where it is not the last of the push.
fn first(finding: &Finding, lang: Lang) -> String {
    let row = match lang {
        Lang::Nl => "regel",
        Lang::En => "line",
    };
    let subject = finding.case.as_ref().unwrap_or(&finding.path);
    let subject = shorten_bytes(&clean(subject), PATH);
    let severity = finding.severity.name(lang);
    let message = clean(finding.message.in_(lang));
    let commit = finding.commit.as_ref().and_then(|id| id.get(..7)).map(|id| format!(" ({id})")).unwrap_or_default();
    format!("{severity} {} {subject} {row} {}{commit}: {message}", finding.code, finding.position.line)
}

/// The remedy, or as much of it as is a whole instruction and fits. Half a command does harm, so one of which nothing fits gives
/// way to the rule's page.
fn second(finding: &Finding, lang: Lang, room: usize) -> String {
    let prefix = match lang {
        Lang::Nl => "  doe dit: ",
        Lang::En => "  fix: ",
    };
    let remedy = clean(finding.remedy.in_(lang));
    let plain = without_asides(&remedy);
    let said = [remedy.as_str(), first_of(&remedy), plain.as_str(), first_of(&plain)];
    let fits = said.into_iter().find(|said| !said.is_empty() && prefix.len() + said.len() <= room);
    fits.map_or_else(|| format!("{prefix}klacht explain {}", finding.code), |said| format!("{prefix}{said}"))
}

/// Where something is literal: within back quotes a command or a line to write, within quotes a name.
struct Literal(Option<char>);

impl Literal {
    /// Takes one character in; whether it is part of something literal.
    fn takes(&mut self, c: char) -> bool {
        match (self.0, c) {
            (Some(end), _) => {
                if c == end {
                    self.0 = None;
                }
                true
            }
            (None, '`') => {
                self.0 = Some('`');
                true
            }
            (None, '“') => {
                self.0 = Some('”');
                true
            }
            (None, _) => false,
        }
    }
}

/// The first of several instructions: what stands before the first semicolon.
fn first_of(remedy: &str) -> &str {
    let mut literal = Literal(None);
    let end = remedy.char_indices().find(|(_, c)| !literal.takes(*c) && *c == ';').map(|(at, _)| at);
    end.and_then(|at| remedy.get(..at)).unwrap_or(remedy)
}

/// The remedy without what stands between parentheses.
fn without_asides(remedy: &str) -> String {
    let (mut literal, mut depth, mut plain) = (Literal(None), 0_usize, String::new());
    for c in remedy.chars() {
        let is_literal = literal.takes(c);
        match c {
            '(' if !is_literal => {
                depth += 1;
                plain.truncate(plain.trim_end().len());
            }
            ')' if !is_literal && depth > 0 => depth -= 1,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
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
