//! GitLab code quality: a JSON list whose fingerprints do not depend on lines, so that a merge request shows what is new.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Options;
use super::fingerprint::fingerprinted;
use super::text::{line, write_json};
use crate::diagnostics::finding::Severity;
use crate::diagnostics::report::Report;

/// Writes the list.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let items: Vec<Value> = fingerprinted(&report.findings)
        .into_iter()
        .map(|(finding, fingerprint)| {
            let at = finding.position;
            json!({
                "check_name": finding.code,
                "description": line(finding.message.in_(options.lang)),
                "severity": severity(finding.severity),
                "fingerprint": fingerprint,
                "location": {
                    "path": finding.path,
                    "positions": {
                        "begin": { "line": at.line, "column": at.column },
                        "end": { "line": at.end_line, "column": at.end_column },
                    },
                },
            })
        })
        .collect();
    write_json(out, &items)
}

/// GitLab's word; `critical` and `blocker` are left to faults in programs.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Hint => "info",
    }
}
