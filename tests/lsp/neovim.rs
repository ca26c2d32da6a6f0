//! A real editor: Neovim without a screen, driven by `editor.lua`.

use std::path::Path;

use serde_json::{Value, json};

use crate::common::{Office, root, words};

/// Whether the editor is here; says so when it is not.
#[allow(clippy::print_stdout, reason = "whoever reads the outcome must see what was left out")]
pub fn is_here() -> bool {
    let here = std::process::Command::new("nvim").arg("--version").output().is_ok_and(|done| done.status.success());
    if !here {
        println!("left out: neovim is not installed");
    }
    here
}

/// Lets Neovim do a job with a file; what came of it.
pub fn edited(office: &Office, path: &Path, mut job: Value) -> Value {
    let home = office.world.home();
    let (file, out) = (home.join("job.json"), home.join("told.json"));
    job["path"] = json!(path);
    job["root"] = json!(office.desk.path());
    job["program"] = json!(env!("CARGO_BIN_EXE_klacht"));
    job["out"] = json!(out);
    std::fs::write(&file, job.to_string()).unwrap();
    let _ = std::fs::remove_file(&out);
    let mut program = office.world.command("nvim", office.desk.path());
    // The day and the person are those of the desk.
    for (name, value) in office.program().get_envs().filter_map(|(n, v)| v.map(|v| (n.to_owned(), v.to_owned()))) {
        program.env(name, value);
    }
    let script = format!("luafile {}", root().join("tests/lsp/editor.lua").display());
    program.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", &script]).env("KLACHT_JOB", &file);
    let done = program.output().unwrap();
    let told = std::fs::read_to_string(&out).unwrap_or_else(|_| panic!("nothing was told: {}", words(&done)));
    let told: Value = serde_json::from_str(&told).unwrap();
    assert!(done.status.success() && told["problem"].is_null(), "{}\n{told:#}", words(&done));
    told
}

#[test]
fn a_fault_is_shown_an_action_mends_it_a_completion_is_taken_and_check_is_content() {
    if !is_here() {
        return;
    }
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let id = office.open(
        "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative",
    );
    office.on("2026-04-20");
    // Before the fault stand an emoji and an accent: bytes, characters and units of UTF-16 all differ.
    let entry = "log:\n  - {step: ontvangst-bevestigd, by: m3, to: [p1], note: \"😀é\", on: 20-04-2026}";
    let text = office.text(&id).replace("main_topic: training\n", "").replace("log: []", entry);
    std::fs::write(office.file(&id), &text).unwrap();
    let line = text.lines().position(|l| l.contains("20-04-2026")).unwrap();
    let column = text.lines().nth(line).unwrap().find("20-04-2026").unwrap();
    let job =
        json!({"title": "Vervang door `2026-04-20`", "at": "^topics:", "keys": "omain_topic: ", "word": "training"});
    let told = edited(&office, &office.file(&id), job);
    assert_eq!(told["fault"]["line"], line, "{told:#}");
    assert_eq!((&told["fault"]["column"], &told["fault"]["stop"]), (&json!(column), &json!(column + 10)));
    assert_eq!((&told["fault"]["code"], &told["acted"]), (&json!("C107"), &json!(true)));
    let saved = office.text(&id);
    assert!(saved.contains("on: 2026-04-20}") && saved.contains("\nmain_topic: training\n"), "{saved}");
    let checked = office.run(&["check", "--format", "short"]);
    assert!(checked.status.success(), "{}", words(&checked));
}
