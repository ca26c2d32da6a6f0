//! Scenarios as data.
//!
//! ```yaml
//! - row: ACA-40
//!   keeps: {case: zelf-opgelost}
//!   breaks:
//!     case: zelf-opgelost
//!     change: [{set: "log[0].on", to: 2026-02-20}]
//!     expect: T301 terms/reactie
//! ```
//! Keys of a side: `case` (a base case) or `text` (a whole case file); `change` (see `change`); `today`; `yearbook` (`{year, file}`
//! of the base folder or `{year, text}`, with `change`); `people` and `regulation` (changes of the newest version's file) and `text_change`
//! (replacements in its `text.nl.md`); `history` (see `history`), `expect` (breaks only): the code and the rule of the regulation on which the
//! finding must rest, `-` where it rests on none.

use klacht::calendar::parse_date;
use klacht::diagnostics::{Finding, Severity};
use serde_json::Value;

use super::register::Folder;
use super::{base, change, history};
use crate::common::root;

/// One side of a row.
pub struct Scenario {
    /// The row.
    pub row: String,
    /// What must be found; nothing when the row is kept.
    pub expect: Option<String>,
    /// What must not be found when the row is kept: what its break is known by, be it a warning.
    unwanted: Option<String>,
    regulation: String,
    data: Value,
}

/// The scenarios of a regulation, in `<regulation>.yaml` and, where there are many, `<regulation>-2.yaml`.
pub fn all(regulation: &str) -> Vec<Scenario> {
    let files = [regulation.to_owned(), format!("{regulation}-2")];
    files.iter().flat_map(|file| in_file(regulation, file)).collect()
}

/// Those in which there are several of something, in `<regulation>-several.yaml`: a second pair for some of the rows.
pub fn several(regulation: &str) -> Vec<Scenario> {
    in_file(regulation, &format!("{regulation}-several"))
}

/// The scenarios of one file; none when there is no such file.
fn in_file(regulation: &str, file: &str) -> Vec<Scenario> {
    let path = root().join(format!("tests/requirements/scenarios/{file}.yaml"));
    let Ok(text) = std::fs::read_to_string(&path) else { return Vec::new() };
    let tree = change::tree_of(&text);
    let mut all = Vec::new();
    for item in tree.as_array().unwrap_or(&Vec::new()) {
        let row = item["row"].as_str().unwrap().to_owned();
        for side in ["keeps", "breaks"] {
            let Some(data) = item.get(side) else { continue };
            let expect = data.get("expect").and_then(Value::as_str).map(str::to_owned);
            assert_eq!(expect.is_some(), side == "breaks", "{row}: `expect` belongs to `breaks`");
            let unwanted = item.get("breaks").and_then(|b| b["expect"].as_str()).map(str::to_owned);
            let (row, regulation) = (row.clone(), regulation.to_owned());
            all.push(Scenario { row, expect, unwanted, regulation, data: data.clone() });
        }
    }
    all
}

/// A finding as scenarios name it.
pub fn shown(finding: &Finding) -> String {
    format!("{} {}", finding.code, finding.article.as_ref().map_or("-", |a| a.rule.as_str()))
}

impl Scenario {
    /// What is not as it should be.
    pub fn wrong(&self) -> Vec<String> {
        let findings = self.findings();
        let told =
            |f: &Finding| format!("    {} {:?} {}:{} {}", shown(f), f.severity, f.path, f.position.line, f.message.en);
        let all = || findings.iter().map(told).collect::<Vec<_>>().join("\n");
        match &self.expect {
            None => {
                let broken = |f: &Finding| self.unwanted.as_ref().is_some_and(|u| shown(f) == *u);
                let refused = findings.iter().any(|f| f.severity == Severity::Error || broken(f));
                refused.then(|| format!("{} keeps, but:\n{}", self.row, all())).into_iter().collect()
            }
            Some(expected) => {
                let there = findings.iter().any(|f| shown(f) == *expected);
                (!there).then(|| format!("{} breaks, but no {expected}:\n{}", self.row, all())).into_iter().collect()
            }
        }
    }

    fn changes(&self, key: &str) -> Vec<Value> {
        self.data.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
    }

    fn findings(&self) -> Vec<Finding> {
        if let Some(commits) = self.data.get("history").and_then(Value::as_array) {
            return history::findings(&self.regulation, commits);
        }
        let folder = Folder::new(&self.regulation);
        let version = newest(&folder, &self.regulation);
        for (key, path) in [
            ("people", format!("policy/{}/people.yaml", self.regulation)),
            ("regulation", format!("{version}/regulation.yaml")),
            ("text_change", format!("{version}/text.nl.md")),
        ] {
            let changes = self.changes(key);
            if !changes.is_empty() {
                folder.write(&path, &change::apply(&folder.read(&path), &changes));
            }
        }
        if let Some(text) = self.case() {
            folder.case(&text);
        }
        if let Some(book) = self.data.get("yearbook") {
            let year = book["year"].as_str().unwrap();
            folder.write(&format!("cases/{}/{year}/yearbook.yaml", self.regulation), &self.yearbook(book));
        }
        let day = self.data.get("today").and_then(Value::as_str).map(|d| parse_date(d).unwrap());
        let same_policy = ["regulation", "text_change"].iter().all(|key| self.data.get(*key).is_none());
        if same_policy { folder.check_cases(day) } else { folder.check(day) }
    }

    fn case(&self) -> Option<String> {
        let text = match (self.data.get("case"), self.data.get("text")) {
            (Some(name), _) => base::text(&self.regulation, name.as_str().unwrap()),
            (_, Some(text)) => text.as_str().unwrap().to_owned(),
            _ => return None,
        };
        Some(change::apply(&text, &self.changes("change")))
    }

    fn yearbook(&self, book: &Value) -> String {
        let text = match (book.get("file"), book.get("text")) {
            (Some(name), _) => {
                let path = format!("tests/requirements/base/{}/{}", self.regulation, name.as_str().unwrap());
                std::fs::read_to_string(root().join(path)).unwrap()
            }
            (_, Some(text)) => text.as_str().unwrap().to_owned(),
            _ => "schema: klacht.yearbook/1\n".to_owned(),
        };
        let changes = book.get("change").and_then(Value::as_array).cloned().unwrap_or_default();
        change::apply(&text, &changes)
    }
}

/// The folder of the newest version.
pub fn newest(folder: &Folder, regulation: &str) -> String {
    let mut versions: Vec<String> = std::fs::read_dir(folder.path().join("policy").join(regulation))
        .unwrap()
        .map(|e| e.unwrap())
        .filter(|e| e.file_type().unwrap().is_dir())
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    versions.sort();
    format!("policy/{regulation}/{}", versions.last().unwrap())
}
