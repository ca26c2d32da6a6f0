//! The manual pages: one for each command, in both languages, and without a complaint of the program that shows them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use klacht::diagnostics::Lang;

use crate::common::{Terminal, words as said};
use crate::shell::bundle::Bundle;
use crate::shell::tree::{commands, english};

fn pages(bundle: &Bundle, folder: &str) -> BTreeMap<String, String> {
    bundle.done(&["man", "--dir", folder]);
    let top = bundle.register.path().join(folder);
    let files = walkdir::WalkDir::new(&top).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let named = |path: &Path| path.strip_prefix(&top).unwrap().to_string_lossy().replace('\\', "/");
    files.map(|entry| (named(entry.path()), std::fs::read_to_string(entry.path()).unwrap())).collect()
}

#[test]
fn every_command_has_a_page_in_both_languages_the_same_each_time() {
    let bundle = Bundle::small();
    let first = pages(&bundle, "one");
    assert_eq!(first, pages(&bundle, "two"));
    let mut wanted = Vec::new();
    for (lang, folder, examples, codes) in
        [(Lang::En, "man1", "EXAMPLES", "EXIT STATUS"), (Lang::Nl, "nl/man1", "VOORBEELDEN", "EINDCODES")]
    {
        for (path, command) in commands(lang) {
            let name = std::iter::once("klacht").chain(path.split_whitespace()).collect::<Vec<_>>().join("-");
            let file = format!("{folder}/{name}.1");
            let page = first.get(&file).unwrap_or_else(|| panic!("{file} is missing"));
            assert!(page.contains(&format!(".TH {name} 1  \"klacht {}\"", env!("CARGO_PKG_VERSION"))), "{page}");
            for heading in [examples, codes] {
                assert!(page.contains(&format!(".SH \"{heading}\"\n")) || page.contains(&format!(".SH {heading}\n")));
            }
            assert!(page.contains("KLACHT_DIR") && page.contains("\\fB101\\fR"), "{file}");
            let about = command.get_about().unwrap().to_string();
            assert!(plain(page).contains(&plain(&about)), "{file} does not say: {about}");
            wanted.push(file);
        }
    }
    wanted.sort();
    assert_eq!(first.into_keys().collect::<Vec<_>>(), wanted);
}

#[test]
fn no_dutch_page_has_an_english_word() {
    let bundle = Bundle::small();
    let pages = pages(&bundle, "man");
    let words = |folder: &'static str| {
        let of = pages.iter().filter(move |(name, _)| name.starts_with(folder));
        of.flat_map(|(name, page)| english(page).into_iter().map(move |word| format!("{name}: {word}")))
    };
    assert_eq!(words("nl/").collect::<Vec<_>>(), Vec::<String>::new());
    assert!(words("man1/").count() > 100, "the words find nothing");
}

/// Without what roff escapes.
fn plain(text: &str) -> String {
    text.replace("\\*(Aq", "").chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn the_main_page_is_printed_in_the_chosen_language() {
    let bundle = Bundle::small();
    let pages = pages(&bundle, "man");
    assert_eq!(bundle.done(&["man"]), pages["nl/man1/klacht.1"]);
    assert_eq!(bundle.done(&["handleiding", "--lang", "en"]), pages["man1/klacht.1"]);
}

fn there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success()) || {
        eprintln!("left out: {program} is not installed");
        false
    }
}

#[test]
fn on_a_terminal_the_page_is_shown_as_man_shows_pages() {
    if !there("man") {
        return;
    }
    let bundle = Bundle::small();
    let mut like = bundle.command("man");
    like.env("LC_ALL", "C.UTF-8").env("MANPAGER", "cat").env("KLACHT_LANG", "nl");
    let Some(shown) = Terminal::open(bundle.world.path().join("tmux"), like) else { return };
    shown.run_program("man");
    let screen = shown.sees("klaar-0");
    assert!(screen.contains("EINDCODES") && !screen.contains(".SH"), "{screen}");
}

#[test]
fn no_page_makes_groff_or_man_complain() {
    let bundle = Bundle::small();
    let pages = pages(&bundle, "man");
    let ways: [(&str, &[&str]); 2] = [
        ("groff", &["-ww", "-K", "utf8", "-man", "-Tutf8", "-z"]),
        ("man", &["-l", "--warnings", "-E", "UTF-8", "-P", "cat"]),
    ];
    for (program, options) in ways.into_iter().filter(|(program, _)| there(program)) {
        for name in pages.keys() {
            let mut command = bundle.command(program);
            let done = command.env("LC_ALL", "C.UTF-8").args(options).arg(format!("man/{name}")).output().unwrap();
            assert!(done.status.success() && done.stderr.is_empty(), "{program} {name}: {}", said(&done));
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let bundle = Bundle::small();
    bundle.register.write("vol", "geen map");
    let done = bundle.run(&["man", "--dir", "vol"]);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    assert!(said(&done).contains("doe dit:"), "{}", said(&done));
}
