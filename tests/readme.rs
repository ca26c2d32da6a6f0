//! The README says what the program does with the bundled register; this keeps it true.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in this repository, in an environment of its own.
fn klacht(arguments: &[&str], threads: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .unwrap()
}

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn the_first_command_ends_as_the_readme_says() {
    let done = klacht(&["check"], "2");
    let told = String::from_utf8(done.stderr).unwrap();
    let last = told.lines().last().unwrap();
    assert_eq!(done.status.code(), Some(0), "{told}");
    assert!(readme().lines().any(|line| line == last), "the README does not say: {last}");
}

#[test]
fn the_output_is_the_same_whatever_the_threads() {
    for format in ["json", "short", "sarif", "junit"] {
        let one = klacht(&["check", "--format", format], "1");
        let two = klacht(&["check", "--format", format], "2");
        assert!(one.stdout == two.stdout && !one.stdout.is_empty(), "{format}");
    }
}

#[test]
fn the_regulations_of_the_register_are_sound() {
    let done = klacht(&["policy", "check"], "2");
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stdout));
    let covered = klacht(&["policy", "coverage", "interactie", "--lang", "en"], "2");
    let text = String::from_utf8(covered.stdout).unwrap();
    assert!(text.contains("held by a rule"), "{text}");
}

#[test]
fn the_readme_is_short_enough_to_be_read() {
    let lines = readme().lines().count();
    assert!((90..=130).contains(&lines), "{lines} lines");
}
