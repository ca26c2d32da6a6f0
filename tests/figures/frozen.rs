//! Frozen figures stay: a change shows in the work tree and in the history.

use crate::common::{Bundled, REGULATIONS};

const BOOK: &str = "cases/cbmk/2025/yearbook.yaml";
const BEFORE: &str = "cases/cbmk/2024/yearbook.yaml";

fn check(desk: &Bundled) -> String {
    desk.run(&["--lang", "en", "--today", "2026-11-20", "check", "--format", "short"]).1
}

fn change(desk: &Bundled, path: &str, old: &str, new: &str) {
    let text = desk.read(path);
    assert!(text.contains(old), "{old}");
    desk.repo.write(path, text.replacen(old, new, 1));
}

#[test]
fn the_frozen_figures_of_the_register_are_sound() {
    for regulation in REGULATIONS {
        let out = check(&Bundled::of(regulation));
        assert!(!out.contains("yearbook.yaml"), "{out}");
    }
}

#[test]
fn every_change_shows() {
    let tampered = [
        (BOOK, "revision: 1", "revision: 2", "is out of order"),
        (BOOK, "closed_on: 2026-01-31", "closed_on: 2026-02-01", "is not what was frozen"),
        (BOOK, "- none: 101", "- none: 100", "does not add up"),
        (BOOK, "- late: hidden", "- late: 3", "gives a number away"),
        (BOOK, "closed: 104", "closed: 105", "is not what was frozen"),
        (BEFORE, "received: 12", "received: 13", "is not what was frozen"),
    ];
    let desk = Bundled::of("cbmk");
    let (now, then) = (desk.read(BOOK), desk.read(BEFORE));
    for (path, old, new, words) in tampered {
        change(&desk, path, old, new);
        let out = check(&desk);
        assert!(out.contains("error[G724]") && out.contains(words) && out.contains(path), "{new}: {out}");
        desk.repo.write(BOOK, &now).write(BEFORE, &then);
    }
}

#[test]
fn the_chain_breaks_when_a_block_is_left_out() {
    let desk = Bundled::of("cbmk");
    desk.open(BEFORE);
    let out = check(&desk);
    assert!(out.contains("error[G724]") && out.contains(BOOK), "{out}");
}

#[test]
fn no_later_commit_changes_a_block() {
    let desk = Bundled::of("cbmk");
    desk.world.set_author("m1@klinkerdam.example");
    let first = desk.repo.commit("alles");
    desk.open(BOOK);
    let second = desk.repo.commit("cijfers weg");
    let judged = |from: &str, to: &str| {
        desk.run(&["--lang", "en", "check", "--range", &format!("{from}..{to}"), "--format", "short"]).1
    };
    let out = judged(&first, &second);
    assert!(out.contains("error[G724]") && out.contains("frozen block 1"), "{out}");
    desk.repo.git(&["checkout", &first, "--", BOOK]);
    let third = desk.repo.commit("cijfers terug");
    assert!(!judged(&second, &third).contains("G724"), "adding a block is what a yearbook is for");
}

/// The yearbooks of two regulations as they were frozen before there were tables of extensions, notices, reopening and redress.
const FIRST: &[(&str, &str)] = &[
    (BEFORE, include_str!("first-notation/cbmk-2024.yaml")),
    (BOOK, include_str!("first-notation/cbmk-2025.yaml")),
    ("cases/cmm/2024/yearbook.yaml", include_str!("first-notation/cmm-2024.yaml")),
    ("cases/cmm/2025/yearbook.yaml", include_str!("first-notation/cmm-2025.yaml")),
];

fn of_first(regulation: &str) -> Bundled {
    let desk = Bundled::of(regulation);
    for (path, text) in FIRST.iter().filter(|(path, _)| path.contains(regulation)) {
        assert!(text.contains("klacht.figures/1") && !text.contains("klacht.figures/2"), "{path}");
        desk.repo.write(path, text);
    }
    desk
}

#[test]
fn what_was_frozen_in_the_first_notation_stands_and_cannot_be_changed_either() {
    let desk = of_first("cbmk");
    assert!(!check(&desk).contains("G724"), "{}", check(&desk));
    change(&desk, BOOK, "klacht.figures/1", "klacht.figures/2");
    assert!(check(&desk).contains("error[G724]"));
    desk.repo.write(BOOK, FIRST[1].1);
    change(&desk, BOOK, "- id: outcome", "- id: redress");
    assert!(check(&desk).contains("error[G724]"));
}

#[test]
fn a_year_is_closed_after_one_of_the_first_notation() {
    let desk = of_first("cmm");
    desk.open("cases/cmm/2025/yearbook.yaml");
    let (code, _, notes) = desk.run(&["--today", "2026-01-31", "year", "close", "cmm", "2025", "--yes"]);
    assert_eq!(code, 0, "{notes}");
    assert!(desk.read("cases/cmm/2025/yearbook.yaml").contains("schema: klacht.figures/2"));
    assert!(!check(&desk).contains("G724"), "{}", check(&desk));
}
