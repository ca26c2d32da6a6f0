//! Each command that writes, killed at each call that writes: no half file, no lost case, and the same command goes on.

use std::fs;
use std::process::Output;

use crate::common::words;
use crate::sturdy::incoming::{MAIL, ROWS};
use crate::sturdy::killing::{Place, killed, reach};
use crate::sturdy::stories::{NEW, office, open_year, outlived, parted, place, with_case};

/// Enough to be sure that something was killed in the middle.
fn often(kills: Option<usize>, least: usize) {
    assert!(reach(kills, least), "killed {kills:?} times only");
}

fn succeeded(again: Option<&Output>) {
    if let Some(done) = again {
        assert!(done.status.success(), "{}", words(done));
    }
}

fn nothing_half(place: &Place, again: Option<&Output>) {
    if again.is_some() {
        assert_eq!(place.halves(), Vec::<std::path::PathBuf>::new());
    }
    for text in place.cases() {
        assert!(text.starts_with("---\n") && text.ends_with("---\n"), "half a case:\n{text}");
    }
}

#[test]
fn a_new_case() {
    for more in [&[][..], &["--commit"]] {
        let office = office();
        let kills = killed(&place(&office), &[&NEW[..], more].concat(), &|place, again| {
            nothing_half(place, again);
            succeeded(again);
            // Whoever saw no id does it again; that first case is whole, and on the list.
            let most = 1 + usize::from(again.is_some());
            assert!((usize::from(again.is_some())..=most).contains(&place.cases().len()));
        });
        often(kills, 6);
    }
}

#[test]
fn a_step() {
    for more in [&[][..], &["--commit"]] {
        let office = office();
        let id = with_case(&office);
        let before = office.text(&id);
        let typed = [&["step", &id, "klacht-vastgelegd"][..], more].concat();
        let kills = killed(&place(&office), &typed, &|place, again| {
            nothing_half(place, again);
            let text = place.cases().concat();
            let taken = text.matches("step: klacht-vastgelegd").count();
            match again {
                None => assert!(text == before || taken == 1, "{text}"),
                // Taken before the kill, it cannot be taken again.
                Some(done) => assert!(taken == 1 && matches!(done.status.code(), Some(0 | 1)), "{}", words(done)),
            }
        });
        often(kills, 5);
    }
}

#[test]
fn something_that_is_added() {
    let office = office();
    let id = with_case(&office);
    let before = office.text(&id);
    let typed = ["add", &id, "--sealed", "phone", "--hold", "procedure", "--commit"];
    let kills = killed(&place(&office), &typed, &|place, again| {
        nothing_half(place, again);
        let text = place.cases().concat();
        let added = text.contains("fields: [name, narrative, phone]\n") && text.contains("reason: procedure\n");
        match again {
            None => assert!(text == before || added, "{text}"),
            // Added before the kill, it is told that it is there.
            Some(done) => assert!(added && matches!(done.status.code(), Some(0 | 2)), "{}", words(done)),
        }
    });
    often(kills, 5);
}

#[test]
fn a_destruction() {
    let (office, id) = outlived();
    let before = office.text(id);
    let typed = ["destroy", id, "--by", "m2", "--commit"];
    let kills = killed(&Place::of(&office.world, "2025-10-06"), &typed, &|place, again| {
        assert!(again.is_none() || place.halves().is_empty(), "{:?}", place.halves());
        let text = place.cases().concat();
        let gone = text.contains("destroyed: {on: 2025-10-06, by: m2}");
        assert!(if gone { !text.contains("log:") } else { text == before }, "half destroyed:\n{text}");
        let book = fs::read_to_string(place.file("cases/academie/2025/yearbook.yaml")).unwrap_or_default();
        assert!(!gone || book.contains("received: 2025-Q1"), "destroyed without the row that counts:\n{book}");
        if let Some(done) = again {
            // Destroyed before the kill, it is told that it was.
            assert!(gone && matches!(done.status.code(), Some(0 | 2)), "{}", words(done));
            assert_eq!(book.matches("received: 2025-Q1").count(), 1, "counted twice:\n{book}");
        }
    });
    often(kills, 6);
}

#[test]
fn an_e_mail() {
    let office = office();
    let kills = killed(&place(&office), &MAIL, &|place, again| {
        nothing_half(place, again);
        succeeded(again);
        imported(place, again, 1);
    });
    often(kills, 10);
}

#[test]
fn a_table() {
    let office = office();
    let kills = killed(&place(&office), &ROWS, &|place, again| {
        nothing_half(place, again);
        succeeded(again);
        imported(place, again, 3);
    });
    often(kills, 20);
}

/// Each case has its confidential part, each complaint one case, and nothing lies about that no case names.
fn imported(place: &Place, again: Option<&Output>, count: usize) {
    let cases = place.cases();
    assert!(again.map_or(cases.len() <= count, |_| cases.len() == count), "{} cases", cases.len());
    let confidential = place.dir().join("vertrouwelijk");
    for text in &cases {
        let id = text.lines().find_map(|l| l.strip_prefix("id: ")).unwrap();
        assert!(confidential.join(id).join("data.json").is_file(), "{id} has lost its confidential part");
    }
    if again.is_some() {
        let folders = fs::read_dir(&confidential).unwrap().flatten().filter(|e| e.path().is_dir()).count();
        assert_eq!(folders, count, "confidential parts that belong to no case");
    }
}

#[test]
fn the_closing_of_a_year() {
    let office = open_year();
    let typed = ["--today", "2026-01-31", "year", "close", "cmm", "2025", "--yes"];
    let path = "cases/cmm/2025/yearbook.yaml";
    let open = fs::read_to_string(office.desk.path().join(path)).unwrap();
    let kills = killed(&Place::of(&office.world, "2026-11-20"), &typed, &|place, again| {
        let book = fs::read_to_string(place.file(path)).unwrap();
        let frozen = book.matches("    revision: 1\n").count();
        assert!(book == open || frozen == 1, "half a yearbook:\n{book}");
        if let Some(done) = again {
            assert!(frozen == 1 && matches!(done.status.code(), Some(0 | 2)), "{}", words(done));
            assert!(place.halves().is_empty());
        }
    });
    often(kills, 4);
}

#[test]
fn the_resolving_of_a_merge() {
    let (office, id) = parted();
    let kills = killed(&Place::of(&office.world, "2026-03-06"), &["resolve", &id], &|place, again| {
        let text = place.cases().concat();
        let marked = text.contains("<<<<<<< ");
        let both = text.contains("step: contact-geprobeerd") && text.contains("step: ontvangst-bevestigd");
        assert!(both && text.ends_with("---\n"), "{text}");
        if let Some(done) = again {
            // Staged before the kill, it waits for no merging any more.
            assert!(!marked && matches!(done.status.code(), Some(0 | 2)), "{}", words(done));
            assert_eq!(place.git(&["ls-files", "--unmerged"]), "", "{}", words(done));
            assert!(place.halves().is_empty());
        }
    });
    often(kills, 4);
}

/// Files for somebody's own use: whole, or as they were. A calendar and a bundle take the place of an earlier one.
#[test]
fn files_that_were_asked_for() {
    let office = office();
    let id = with_case(&office);
    // A letter stays out of git.
    office.desk.write(".git/info/exclude", "/brief.txt\n");
    let calendar = "BEGIN:VCALENDAR\r\nPRODID:-//klacht//klacht//NL\r\nEND:VCALENDAR\r\n";
    for (typed, file, was) in [
        (&["letter", &id, "ontvangstbevestiging", "-o", "brief.txt", "--force"][..], "brief.txt", "van mij"),
        (&["due", "--ics", "termijnen.ics"], "termijnen.ics", calendar),
        (&["doctor", "--bundle", "bundel.txt"], "bundel.txt", "klacht doctor\n\nvan gisteren\n"),
    ] {
        fs::write(office.desk.path().join(file), was).unwrap();
        let whole = {
            let done = office.run(typed);
            assert!(done.status.success(), "{typed:?}: {}", words(&done));
            let path = office.desk.path().join(file);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, was).unwrap();
            text
        };
        let kills = killed(&place(&office), typed, &|place, again| {
            let text = fs::read_to_string(place.file(file)).unwrap();
            assert!(text == whole || (text == was && again.is_none()), "{typed:?}: half a file:\n{text}");
            // What is half done of the overview, in .git, is of another writer.
            let halves: Vec<_> = place.halves().into_iter().filter(|p| !p.starts_with(place.file(".git"))).collect();
            assert!(again.is_none() || halves.is_empty(), "{typed:?}: {halves:?}");
            succeeded(again);
        });
        often(kills, 3);
        fs::remove_file(office.desk.path().join(file)).unwrap();
    }
}

#[test]
fn the_hooks() {
    let office = office();
    fs::write(office.desk.path().join(".git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n").unwrap();
    let typed = ["hook", "install", "--replace"];
    let kills = killed(&place(&office), &typed, &|place, again| {
        succeeded(again);
        let hook = fs::read_to_string(place.file(".git/hooks/pre-commit")).unwrap_or_default();
        let kept = fs::read_to_string(place.file(".git/hooks/pre-commit.voor-klacht")).unwrap_or_default();
        assert!(hook == "#!/bin/sh\nexit 0\n" || kept == "#!/bin/sh\nexit 0\n", "somebody's own hook is lost");
        assert!(hook.is_empty() || hook.ends_with('\n'), "half a hook: {hook}");
        if again.is_some() {
            assert!(hook.contains("hook pre-commit"), "{hook}");
        }
    });
    often(kills, 3);
}
