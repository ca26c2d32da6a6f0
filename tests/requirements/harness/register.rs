//! A register in a folder of its own, without git: the policy of one regulation and what a scenario puts beside it.

use std::fs;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use klacht::check::{check_cases, check_snapshot};
use klacht::diagnostics::Finding;
use klacht::register::Register;

use crate::common::{copy, root};

/// The folder; it goes when the test is over.
pub struct Folder {
    dir: tempfile::TempDir,
    regulation: String,
}

impl Folder {
    /// With the policy of a regulation and nothing else.
    pub fn new(regulation: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let from = if regulation == "awb9" { root().join("tests/fixtures/awb9/policy") } else { root().join("policy") };
        copy(&from.join(regulation), &dir.path().join("policy").join(regulation));
        Self { dir, regulation: regulation.to_owned() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Puts a case in the place that its id and day of receipt ask for; the path in the register.
    pub fn case(&self, text: &str) -> String {
        let path = place(&self.regulation, text);
        self.write(&path, text);
        path
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dir.path().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Everything found, as of a day.
    pub fn check(&self, day: Option<NaiveDate>) -> Vec<Finding> {
        let register = Register::folder(self.dir.path()).unwrap();
        check_snapshot(&register.work_tree().unwrap(), day, &|_, _| {}).unwrap().findings
    }

    /// As [`check`](Self::check), but for the regulation itself: searching its workflow takes most of the time.
    pub fn check_cases(&self, day: Option<NaiveDate>) -> Vec<Finding> {
        let register = Register::folder(self.dir.path()).unwrap();
        check_cases(&register.work_tree().unwrap(), day).unwrap().findings
    }
}

/// The path of a case by its own words; what cannot be read goes to a fixed place.
pub fn place(regulation: &str, text: &str) -> String {
    let line = |key: &str| text.lines().find_map(|l| l.strip_prefix(key)).map(str::trim);
    let id = line("id: ").unwrap_or("K25-000000");
    let year = format!("20{}", id.get(1..3).unwrap_or("25"));
    match line("received: ").and_then(|d| d.parse::<NaiveDate>().ok()) {
        Some(day) => format!("cases/{regulation}/{}/{:02}/{id}.md", day.year(), day.month()),
        None => format!("cases/{regulation}/{year}/01/{id}.md"),
    }
}
