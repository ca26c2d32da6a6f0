//! Scenarios that need a history: each item is a commit, judged against its parent, with real git.
//!
//! `{case, change, yearbook, by: <e-mail of the author>, on: <date>}`, or `{remove: true}` for the case of the item before; the policy is
//! committed first. `case`/`text`/`change` as elsewhere; `same: true` starts from the text of the item before.

use klacht::check::check_range;
use klacht::diagnostics::Finding;
use klacht::register::{Range, Register};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

use super::register::{Folder, place};
use super::{base, change};

/// Everything found in the commits after the policy.
pub fn findings(regulation: &str, commits: &[Value]) -> Vec<Finding> {
    let folder = Folder::new(regulation);
    let git = |args: &[&str], on: &str, by: &str| run(folder.path(), args, on, by);
    git(&["init", "-q", "-b", "main"], "2020-01-01", "m1@x.example");
    git(&["add", "-A"], "2020-01-01", "m1@x.example");
    git(&["commit", "-qm", "policy"], "2020-01-01", "m1@x.example");
    let register = Register::open(folder.path()).unwrap();
    let start = register.head().unwrap().unwrap();
    let mut text = String::new();
    for commit in commits {
        let on = commit["on"].as_str().unwrap();
        let by = commit.get("by").and_then(Value::as_str).unwrap_or("m1@x.example");
        if commit.get("remove").is_some() {
            git(&["rm", "-q", &place(regulation, &text)], on, by);
        } else {
            let before = place(regulation, &text);
            text = match (commit.get("case"), commit.get("text")) {
                (Some(name), _) => base::text(regulation, name.as_str().unwrap()),
                (_, Some(whole)) => whole.as_str().unwrap().to_owned(),
                _ => text,
            };
            let changes = commit.get("change").and_then(Value::as_array).cloned().unwrap_or_default();
            text = change::apply(&text, &changes);
            // A destroyed case stays where it was, though its text no longer says where that is.
            let path = if text.contains("\ndestroyed:") && !before.ends_with("K25-000000.md") {
                before
            } else {
                place(regulation, &text)
            };
            folder.write(&path, &text);
        }
        if let Some(book) = commit.get("yearbook") {
            let year = book["year"].as_str().unwrap();
            folder.write(&format!("cases/{regulation}/{year}/yearbook.yaml"), book["text"].as_str().unwrap());
        }
        git(&["add", "-A"], on, by);
        git(&["commit", "-qm", "zaak bijgewerkt"], on, by);
    }
    let tip = Register::open(folder.path()).unwrap().head().unwrap().unwrap();
    let register = Register::open(folder.path()).unwrap();
    check_range(&register, &Range::between(start, tip), &|_, _| {}).unwrap().findings
}

fn run(dir: &Path, args: &[&str], on: &str, by: &str) {
    let when = format!("{on}T17:00:00+01:00");
    let done = Command::new("git")
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "medewerker")
        .env("GIT_AUTHOR_EMAIL", by)
        .env("GIT_COMMITTER_NAME", "medewerker")
        .env("GIT_COMMITTER_EMAIL", by)
        .env("GIT_AUTHOR_DATE", &when)
        .env("GIT_COMMITTER_DATE", &when)
        .output()
        .unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}
