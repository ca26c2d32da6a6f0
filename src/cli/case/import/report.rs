//! What became of a file, for whoever imports it.

use std::fmt::Write;
use std::path::Path;

use crate::diagnostics::{Lang, Text, text};
use crate::intake::Outcome;

/// What became of a file: the cases it became, and what was not understood, by line.
pub(super) fn report(file: &Path, outcome: &Outcome, dry: bool, lang: Lang) -> String {
    let shown = file.display();
    let mut text = String::new();
    // Writing to a string cannot fail.
    for remark in &outcome.remarks {
        let place = remark.line.map_or_else(String::new, |line| format!(":{line}"));
        let word = match (remark.blocks, lang) {
            (true, Lang::Nl) => "fout",
            (true, Lang::En) => "error",
            (false, Lang::Nl) => "let op",
            (false, Lang::En) => "note",
        };
        let _ = writeln!(text, "{shown}{place}: {word}: {}", remark.message.in_(lang));
    }
    let lines = outcome.lines.iter().copied().chain(std::iter::repeat(None));
    for (path, line) in outcome.cases.iter().zip(lines) {
        let place = line.map_or_else(String::new, |line| format!("{shown}:{line}: "));
        let _ = writeln!(text, "{place}{path}");
    }
    let _ = writeln!(text, "{shown}: {}", counted(outcome, dry).in_(lang));
    text
}

/// How many of what came of it. What is not there is not counted aloud.
fn counted(outcome: &Outcome, dry: bool) -> Text {
    if outcome.refused() {
        return text!("niets ingevoerd", "nothing imported");
    }
    let (made, known, attached) = (outcome.cases.len(), outcome.known, outcome.attachments);
    let (added, aside) = (outcome.added, outcome.aside);
    let mut said = if added > 0 {
        text!(
            "toegevoegde berichten: {added}; bijlagen: {attached}",
            "messages added: {added}; attachments: {attached}"
        )
    } else if dry {
        text!("te maken zaken: {made}; bijlagen: {attached}", "cases to make: {made}; attachments: {attached}")
    } else {
        text!("zaken gemaakt: {made}; bijlagen: {attached}", "cases made: {made}; attachments: {attached}")
    };
    said = text!("{said}; al eerder ingevoerd: {known}", "{said}; imported before: {known}", said, known);
    if aside > 0 {
        said = text!("{said}; terzijde gelegd: {aside}", "{said}; set aside: {aside}", said, aside);
    }
    said
}
