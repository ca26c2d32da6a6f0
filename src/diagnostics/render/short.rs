//! One line a finding, in a form that editors and `grep` rely on: `path:line:column: error[W201] text`.

use std::io::{self, Write};

use super::Options;
use super::text::{clean, line};
use crate::diagnostics::report::Report;

/// Writes every finding on its line. The severity word is English in every language, because editors match it.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    for finding in &report.findings {
        let path = clean(&finding.path);
        // A line that begins with `::` is a command to GitHub's runner.
        let guard = if path.trim_start().starts_with("::") { "./" } else { "" };
        let (row, column) = (finding.position.line, finding.position.column);
        let (word, message) = (finding.severity.word(), line(finding.message.in_(options.lang)));
        writeln!(out, "{guard}{path}:{row}:{column}: {word}[{}] {message}", finding.code)?;
    }
    Ok(())
}
