//! `JUnit` XML: a suite for each file, so that a build server shows how many files were checked and how many failed.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Suites, TestCase, TestCaseStatus, TestSuite};

use super::Options;
use super::text::{clean, line};
use crate::diagnostics::finding::{Finding, Severity};
use crate::diagnostics::lang::Lang;
use crate::diagnostics::report::Report;

/// Writes the suites by path: errors fail, warnings and hints are shown as skipped, a file without findings passes. No
/// times and no random ids: the same report gives the same bytes.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for path in &report.checked_paths {
        files.entry(path).or_default();
    }
    for finding in &report.findings {
        files.entry(&finding.path).or_default().push(finding);
    }
    let mut suites = Suites::new("klacht");
    for (path, findings) in files {
        let path = clean(path);
        let mut suite = TestSuite::new(&path);
        if findings.is_empty() {
            suite.add_test_case(case("check", &path, TestCaseStatus::success()));
        }
        for finding in findings {
            suite.add_test_case(case(&name(finding), &path, status(finding, options.lang)));
        }
        suites.add_test_suite(suite);
    }
    suites.serialize(out).map_err(io::Error::other)
}

fn case(name: &str, path: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(path);
    case
}

/// Without the line, so that a build server recognises the test from one run to the next.
fn name(finding: &Finding) -> String {
    match &finding.route {
        Some(route) => format!("{} {}", finding.code, clean(route)),
        None => finding.code.to_owned(),
    }
}

fn status(finding: &Finding, lang: Lang) -> TestCaseStatus {
    let mut status = match finding.severity {
        Severity::Error => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Severity::Warning | Severity::Hint => TestCaseStatus::skipped(),
    };
    let at = finding.position;
    let remedy = match lang {
        Lang::Nl => "doe dit",
        Lang::En => "fix",
    };
    let place = format!("{}:{}:{}", clean(&finding.path), at.line, at.column);
    status.set_type(finding.code);
    status.set_message(line(finding.message.in_(lang)));
    status.set_description(format!("{place}\n{remedy}: {}", line(finding.remedy.in_(lang))));
    status
}
