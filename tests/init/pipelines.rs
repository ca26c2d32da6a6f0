//! The files for a forge: YAML, with commands that exist and that run as they are written.

use std::fmt::Write;
use std::process::Command;

use serde_json::Value;

use crate::common::words;
use crate::init::desk::{Desk, TEMPLATES};

/// The files of each forge for continuous integration.
const PIPELINES: [(&str, &str); 4] = [
    ("github", ".github/workflows/klacht.yml"),
    ("forgejo", ".forgejo/workflows/klacht.yml"),
    ("gitea", ".gitea/workflows/klacht.yml"),
    ("gitlab", ".gitlab-ci.yml"),
];

#[allow(clippy::disallowed_methods, reason = "what others read is read by another reader than our own")]
fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The pieces of shell in a pipeline.
fn scripts(pipeline: &Value) -> Vec<String> {
    match pipeline {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| match (key.as_str(), value) {
                ("run", Value::String(script)) => vec![script.clone()],
                ("script" | "before_script", Value::Array(lines)) => {
                    lines.iter().map(|line| line.as_str().unwrap().to_owned()).collect()
                }
                _ => scripts(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(scripts).collect(),
        _ => Vec::new(),
    }
}

fn in_both_languages(of: impl Fn(&Desk, &str, &str)) {
    for (forge, path) in PIPELINES {
        for lang in ["nl", "en"] {
            of(&Desk::begun("minimal", &format!("--forge {forge} --lang {lang}")), forge, path);
        }
    }
}

#[test]
fn every_command_in_a_pipeline_exists() {
    in_both_languages(|desk, forge, path| {
        let scripts = scripts(&yaml(&desk.text(path)));
        let lines = scripts.iter().flat_map(|script| script.lines()).map(str::trim);
        let mut seen = 0;
        for line in lines.filter(|line| line.starts_with("klacht ")) {
            let words = line.split(" >").next().unwrap().split_whitespace().map(|word| word.trim_matches('"'));
            let known = klacht::cli::command(klacht::diagnostics::Lang::En).try_get_matches_from(words);
            assert!(known.is_ok(), "{forge}: {line}: {known:?}");
            seen += 1;
        }
        assert!(seen >= 6, "{forge}: {scripts:?}");
    });
}

#[test]
fn every_script_of_a_pipeline_runs() {
    for (at, (forge, path)) in PIPELINES.into_iter().enumerate() {
        let (template, opening, _) = TEMPLATES[at];
        let desk = Desk::begun(template, &format!("--forge {forge}"));
        desk.repo().commit("Register begonnen");
        desk.walk(opening, &[]);
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
        let search = std::env::join_paths(
            std::iter::once(program.to_path_buf()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        for old in ["HEAD~1", "0000000000000000000000000000000000000000"] {
            for script in scripts(&yaml(&desk.text(path))) {
                let mut shell: Command = desk.world.command("sh", &desk.root);
                shell.args(["-e", "-c", &script]).env("PATH", search.as_ref().unwrap());
                shell.env("GITHUB_STEP_SUMMARY", desk.world.path().join("summary"));
                shell.env("OLD", old).env("NEW", "HEAD");
                shell.env("CI_COMMIT_BEFORE_SHA", old).env("CI_COMMIT_SHA", "HEAD");
                let done = shell.output().unwrap();
                assert!(done.status.success(), "{forge} {old}: {script}: {}", words(&done));
            }
        }
    }
}

/// Whoever reads the log of a nightly run sees what is due, also when something in history is wrong.
#[test]
fn a_pipeline_speaks_the_language_of_its_register_and_shows_what_is_due_first() {
    for (forge, path) in PIPELINES {
        for lang in ["nl", "en"] {
            let text = Desk::begun("minimal", &format!("--forge {forge} --lang {lang}")).text(path);
            assert!(text.contains(&format!("\n  KLACHT_LANG: {lang}\n")), "{forge}: {text}");
            let (due, history) = (text.find("klacht due"), text.rfind("klacht check --history"));
            assert!(due.is_some() && due < history, "{forge}: {text}");
        }
    }
}

#[test]
fn a_form_asks_what_the_regulation_knows_and_what_it_gets_can_be_imported() {
    for ((template, ..), (forge, folder)) in TEMPLATES.into_iter().zip([
        ("github", ".github"),
        ("gitea", ".gitea"),
        ("forgejo", ".forgejo"),
        ("github", ".github"),
    ]) {
        let desk = Desk::begun(template, &format!("--forge {forge}"));
        let form = yaml(&desk.text(&format!("{folder}/ISSUE_TEMPLATE/klacht.yml")));
        let parts = form["body"].as_array().unwrap();
        assert!(parts[0]["attributes"]["value"].as_str().unwrap().contains("geen namen"));
        // What is asked on a forge stays there: never who complains, nor their words.
        let asked: Vec<&str> = parts[1..].iter().filter_map(|part| part["attributes"]["label"].as_str()).collect();
        assert!(
            asked.iter().all(|label| !["Naam", "Wat is er gebeurd", "Adres", "E-mail"].contains(label)),
            "{asked:?}"
        );
        assert!(parts.iter().all(|part| part["type"] != "textarea"), "{parts:?}");
        let mut filled = String::new();
        for part in &parts[1..] {
            let about = &part["attributes"];
            let label = about["label"].as_str().unwrap();
            let first = &about["options"][0];
            let answer = match part["type"].as_str().unwrap() {
                "checkboxes" => format!("- [x] {}", first["label"].as_str().unwrap()),
                "dropdown" if label == "Beklaagde" => "_No response_".to_owned(),
                "dropdown" => first.as_str().unwrap().to_owned(),
                _ if label == "Ontvangen" => "2026-01-05".to_owned(),
                _ => "iets".to_owned(),
            };
            write!(filled, "### {label}\n\n{answer}\n\n").unwrap();
        }
        std::fs::write(desk.world.path().join("form.md"), &filled).unwrap();
        desk.inside("import ../form.md --confidential vertrouwelijk");
        // Who complains and why came by another road, and is still to be put in the confidential part.
        let found = desk.found("check --format short");
        assert!(found.lines().all(|line| line.contains("W224")), "{found}\n{filled}");
        let untracked = desk.repo().git(&["status", "--porcelain", "--untracked-files=all"]);
        assert!(untracked.contains("cases/") && !untracked.contains("vertrouwelijk"), "{untracked}");
    }
}

#[test]
fn a_forge_without_files_gets_none() {
    let desk = Desk::begun("minimal", "--forge none");
    let hidden = |path: &String| path.starts_with('.');
    let own = [".gitattributes", ".gitignore", ".editorconfig", ".klacht-init.yaml"];
    let there = desk.files().into_keys().filter(|p| hidden(p) && !p.starts_with(".vscode/") && !own.contains(&&**p));
    let there: Vec<String> = there.collect();
    assert!(there.is_empty(), "{there:?}");
}
