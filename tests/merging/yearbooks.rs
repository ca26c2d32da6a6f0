//! Two people's rows of one yearbook: each stays, in a merge and by `klacht resolve`.

use crate::merging::office::Office;

const BOOK: &str = "cases/cbmk/2025/yearbook.yaml";
const HEAD: &str = "schema: klacht.yearbook/1\n";

fn row(topic: &str) -> String {
    format!("  - {{received: 2025-Q1, topic: {topic}, destroyed: 2027-Q4}}\n")
}

/// A book on both branches; ours is checked out.
fn part(office: &Office, base: Option<&str>, ours: &str, theirs: &str) {
    office.repo.write("README.md", "Het register\n");
    if let Some(base) = base {
        office.repo.write(BOOK, base);
    }
    office.repo.commit("Begin");
    office.repo.branch("theirs").write(BOOK, theirs).commit("Zij");
    office.repo.switch("main").write(BOOK, ours).commit("Wij");
}

fn book(office: &Office) -> String {
    std::fs::read_to_string(office.repo.path().join(BOOK)).unwrap()
}

#[test]
fn rows_of_both_stay_also_two_that_are_alike() {
    let begun = format!("{HEAD}\ntally:\n{}", row("incasso"));
    for (base, ours, theirs) in [
        (None, "", ""),
        (Some(HEAD.to_owned()), "", ""),
        (Some(begun.clone()), "", ""),
        (Some(begun), "\nparticipants: 12\n", "\nlessons:\n  - nl: Wij bellen eerder terug.\n"),
    ] {
        for topic in ["incasso", "verkoop"] {
            let office = Office::driven();
            let text = base.clone().unwrap_or_else(|| HEAD.to_owned());
            let with = |topic: &str, more: &str| {
                let list = if text.contains("tally:") { text.clone() } else { format!("{text}\ntally:\n") };
                format!("{list}{topic}{more}")
            };
            // The same file on both sides is none that git asks about.
            let both = format!("{}{}", row("verkoop"), row(topic));
            part(&office, base.as_deref(), &with(&both, ours), &with(&row("incasso"), theirs));
            let done = office.repo.try_git(&["merge", "--quiet", "--no-edit", "theirs"]);
            let merged = book(&office);
            assert!(done.status.success(), "{merged}");
            let rows = merged.lines().filter(|line| line.contains("received:")).count();
            assert_eq!(rows, text.matches("received:").count() + 3, "{merged}");
            assert!([ours, theirs].iter().all(|more| merged.contains(more.trim())), "{merged}");
        }
    }
}

#[test]
fn what_only_people_can_choose_is_left_to_them() {
    for (ours, theirs) in [
        ("participants: 12\n", "participants: 13\n"),
        ("figures:\n  - {revision: 1}\n", "figures:\n  - {revision: 1, on: 2026-01-05}\n"),
    ] {
        let office = Office::driven();
        part(&office, Some(HEAD), &format!("{HEAD}{ours}"), &format!("{HEAD}{theirs}"));
        assert!(!office.repo.try_git(&["merge", "--quiet", "--no-edit", "theirs"]).status.success());
        assert!(book(&office).contains("<<<<<<< "), "{}", book(&office));
    }
}

#[test]
fn resolve_takes_a_yearbook() {
    let office = Office::new();
    let with = |topic: &str| format!("{HEAD}\ntally:\n{}", row(topic));
    part(&office, None, &with("verkoop"), &with("incasso"));
    assert!(!office.repo.try_git(&["merge", "--quiet", "--no-edit", "theirs"]).status.success());
    let (code, _, notes) = office.run(&["resolve", BOOK]);
    assert!(code == 0 && book(&office).matches("received:").count() == 2, "{notes}");
    office.repo.commit("Samen");
    assert_eq!(office.run(&["resolve", BOOK]).0, 2);
}
