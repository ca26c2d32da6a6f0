//! `klacht year close`, from the command line.

use crate::common::{Bundled, Terminal};

const BOOK: &str = "cases/cmm/2025/yearbook.yaml";

/// The cases of cmm are never destroyed, so the same year can be closed again on the same day, from a register that went on since.
#[test]
fn a_year_is_frozen_as_it_was_and_nothing_else_is_touched() {
    let desk = Bundled::of("cmm");
    let (open, closed) = desk.open(BOOK);
    let close = ["--today", "2026-01-31", "year", "close", "cmm", "2025"];
    let (code, out, notes) = desk.run(&[&close[..], &["--dry-run"]].concat());
    assert_eq!((code, desk.read(BOOK)), (0, open.clone()), "{notes}");
    assert!(out.contains("ontvangen") && out.contains("  9\n"), "{out}");
    let (code, _, notes) = desk.run(&close);
    assert_eq!((code, desk.read(BOOK)), (2, open.clone()), "nobody said yes: {notes}");
    let (code, again, notes) = desk.run(&["--today", "2026-01-31", "jaar", "sluit", "cmm", "2025", "--yes"]);
    assert_eq!((code, again), (0, out), "{notes}");
    assert_eq!(desk.read(BOOK), closed);
    assert!(desk.read(BOOK).starts_with(&open));
}

/// On a terminal it asks first, and anything but yes leaves the year open.
#[test]
fn on_a_terminal_it_is_asked_first() {
    let desk = Bundled::of("cmm");
    let (open, closed) = desk.open(BOOK);
    for (socket, answer, code, book) in [("tmux", "n", 1, &open), ("tmux-2", "j", 0, &closed)] {
        let like = desk.world.klacht(desk.repo.path());
        let Some(terminal) = Terminal::open(desk.world.path().join(socket), like) else { return };
        terminal.run_program("--today 2026-01-31 year close cmm 2025");
        terminal.sees("Deze cijfers bevriezen? [j/N]");
        terminal.line(answer);
        terminal.sees(&format!("klaar-{code}"));
        assert_eq!(desk.read(BOOK), *book, "{answer}");
    }
}

#[test]
fn what_cannot_be_closed_is_refused_with_what_to_do() {
    let desk = Bundled::of("cmm");
    let refused = |arguments: &[&str], words: &str| {
        let (code, out, notes) = desk.run(&[&["--lang", "en", "--today", "2026-11-20"], arguments].concat());
        assert!(code == 2 && out.is_empty() && notes.contains(words), "{arguments:?}: {code} {out}{notes}");
    };
    refused(&["year", "close", "cmm", "2026", "--yes"], "2026 is not over yet");
    refused(&["year", "close", "cmm", "2025", "--yes"], "year close cmm 2025 --correct");
    refused(&["year", "close", "cmm", "2023", "--yes"], "2024 is already closed");
    refused(&["year", "close", "cmm", "2019", "--yes"], "not in force in 2019");
    refused(&["year", "close", "cmn", "2025", "--yes"], "did you mean cmm?");
    refused(&["year", "close", "cmm", "2023", "--correct", "--yes"], "2023 is not closed yet");
    desk.repo.write("cases/cmm/2025/03/K25-MZ0RY6.md", "---\nid: [\n---\n");
    refused(&["year", "close", "cmm", "2025", "--correct", "--yes"], "1 files cannot be read");
}

/// The complaint that was open on the freeze day has been closed since: nothing that is shown changes, so a revision may be published.
#[test]
fn a_correction_is_a_revision_in_the_chain() {
    let desk = Bundled::of("cmm");
    let before = desk.read(BOOK);
    let (code, _, notes) = desk.run(&["--today", "2026-02-16", "year", "close", "cmm", "2025", "--correct", "--yes"]);
    assert_eq!(code, 0, "{notes}");
    let after = desk.read(BOOK);
    assert!(after.starts_with(before.trim_end()) && after.contains("    revision: 2\n"), "{after}");
    let (_, out, notes) = desk.run(&["--today", "2026-11-20", "check", "--format", "short"]);
    assert!(!out.contains("G724"), "{out}{notes}");
}

#[test]
fn a_destroyed_case_without_a_row_stops_the_closing() {
    let desk = Bundled::of("cbmk");
    let book = "cases/cbmk/2025/yearbook.yaml";
    let (open, _) = desk.open(book);
    let row = open.lines().find(|l| l.starts_with("  - {received: 2025-Q1")).unwrap();
    desk.repo.write(book, open.replacen(&format!("{row}\n"), "", 1));
    let (code, _, notes) = desk.run(&["--today", "2026-11-20", "year", "close", "cbmk", "2025", "--yes"]);
    assert!(code == 2 && notes.contains("telregels"), "{notes}");
}

#[test]
fn a_lesson_of_a_person_stops_the_closing_and_is_not_repeated() {
    let desk = Bundled::of("cmm");
    let (open, _) = desk.open(BOOK);
    let sealed = desk.world.path().join("vertrouwelijk");
    std::fs::create_dir_all(sealed.join("K25-531A8S")).unwrap();
    std::fs::write(sealed.join("K25-531A8S/data.json"), "{\"name\": \"Fleur Oosterwijk\"}\n").unwrap();
    let sealed = sealed.to_string_lossy().into_owned();
    let close = ["--lang", "en", "--today", "2026-01-31", "year", "close", "cmm", "2025", "--dry-run"];
    let with = |lesson: &str, more: &[&str]| {
        desk.repo.write(BOOK, format!("{open}\nlessons:\n  - nl: {lesson}\n"));
        let (code, out, notes) = desk.run(&[&close[..], more].concat());
        assert!(!format!("{out}{notes}").contains("Oosterwijk"), "{out}{notes}");
        (code, out)
    };
    let folder = ["--confidential", sealed.as_str()];
    let private = |(code, out): (i32, String)| code == 1 && out.contains("error[S810]") && !out.contains("received");
    assert!(private(with("Bel 06-12345678.", &[])));
    assert!(private(with("Na de les van Oosterwijk bellen wij terug.", &folder)));
    assert_eq!(with("Na de les bellen wij terug.", &folder).0, 0);
    assert_eq!(with("Na de les bellen wij terug.", &["--confidential", "weg"]).0, 2);
}
