//! `klacht resolve`, after a merge that git left unresolved.

use crate::merging::office::{CASE, Office, base, called, confirmed, with};

#[test]
fn an_unresolved_case_is_merged_and_staged() {
    let office = Office::new();
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &called()));
    assert!(!office.merge().0);
    let (code, _, notes) = office.run(&["resolve", "k25-0000a7"]);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(office.case(), with(&with(&base(), &called()), &confirmed()));
    assert_eq!(office.repo.git(&["ls-files", "--unmerged"]), "");
    assert_eq!(office.repo.git(&["diff", "--name-only"]), "");
    office.repo.git(&["commit", "--quiet", "--no-edit"]);
    assert_eq!(office.repo.git(&["rev-list", "--parents", "-1", "HEAD"]).split(' ').count(), 3);
}

#[test]
fn what_cannot_be_merged_is_left_as_it_was() {
    let office = Office::new();
    let (ours, theirs) = (base().replace("as: complainant", "as: involved"), base().replace("key: p1", "key: p2"));
    office.part(&base(), &ours, &theirs);
    assert!(!office.merge().0);
    let before = office.case();
    let (code, out, notes) = office.run(&["voegsamen", "K25-0000A7"]);
    assert!(code == 1 && out.is_empty() && notes.contains("`parties`"), "{notes}");
    assert_eq!(office.case(), before);
    assert_eq!(office.repo.git(&["ls-files", "--unmerged"]).lines().count(), 3);
}

#[test]
fn a_deleted_case_and_one_that_does_not_wait() {
    let office = Office::new();
    office.part(&base(), &with(&base(), &confirmed()), &base().replace("# Dossier", "# Weg"));
    office.repo.switch("theirs").remove(CASE).commit("Weg");
    office.repo.switch("ours");
    let (code, _, notes) = office.run(&["resolve", "K25-0000A7"]);
    assert!(code == 2 && notes.contains("git status"), "{notes}");
    assert!(!office.merge().0);
    let (code, _, notes) = office.run(&["--lang", "en", "resolve", "K25-0000A7"]);
    assert!(code == 1 && notes.contains("deleted"), "{notes}");
    assert_eq!(office.run(&["resolve", "geen-nummer"]).0, 2);
}

#[test]
fn what_somebody_merged_by_hand_is_not_overwritten() {
    let office = Office::new();
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &called()));
    assert!(!office.merge().0);
    office.repo.write(CASE, with(&base(), &called()));
    let (code, _, notes) = office.run(&["resolve", "K25-0000A7"]);
    assert!(code == 2 && notes.contains("met de hand"), "{notes}");
    assert_eq!(office.case(), with(&base(), &called()));
    office.repo.git(&["checkout", "--merge", "--", CASE]);
    assert_eq!(office.run(&["resolve", "K25-0000A7"]).0, 0);
}

#[test]
fn of_a_step_that_both_took_one_stands_and_the_other_is_annulled() {
    let office = Office::new();
    let other = confirmed().replace("2025-03-20", "2025-03-21").replace("by: m1", "by: m3");
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &other));
    assert!(!office.merge().0);
    let before = office.case();
    let (code, _, notes) = office.run(&["resolve", "K25-0000A7"]);
    assert_eq!((code, office.case()), (1, before), "{notes}");
    let both =
        "hier (ours): 2025-03-05 ontvangst-bevestigd m1\nbinnengekomen (theirs): 2025-03-05 ontvangst-bevestigd m3\n";
    assert!(notes.contains(both) && notes.contains("klacht resolve K25-0000A7 --keep ours --reason"), "{notes}");
    let keep = ["resolve", "K25-0000A7", "--keep", "theirs", "--by", "m1", "--reason", "dubbel verstuurd"];
    let (code, _, notes) = office.run(&keep[..4]);
    assert!(code == 2 && notes.contains("--by"), "nobody is known to git here: {notes}");
    let (code, _, notes) = office.run(&keep[..6]);
    assert!(code == 2 && notes.contains("--reason"), "{notes}");
    let (code, _, notes) = office.run(&keep);
    assert_eq!(code, 0, "{notes}");
    let text = office.case();
    assert_eq!(text.matches("step: ontvangst-bevestigd").count(), 2, "what was logged stays: {text}");
    let correction = text.split("- step: correctie").nth(1).unwrap();
    let number = if text.find("by: m3").unwrap() < text.rfind("by: m1\n    to: [p1]").unwrap() { "4" } else { "3" };
    assert!(
        correction.contains(&format!("of: '{number}'")) || correction.contains(&format!("of: {number}\n")),
        "{text}"
    );
    office.repo.git(&["commit", "--quiet", "--no-edit"]);
    let (code, found, notes) = office.run(&["check", "--history", "--fail-on", "error"]);
    assert_eq!(code, 0, "{found}{notes}");
    let (_, shown, _) = office.run(&["show", "K25-0000A7", "--format", "json"]);
    assert!(shown.contains("2025-03-21"), "theirs holds: {shown}");
}

#[test]
fn where_commits_are_laid_upon_others_what_is_there_comes_first() {
    let office = Office::driven();
    // By their texts the call would come first on that day.
    let called = called().replace("2025-03-04", "2025-03-05");
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &called));
    office.repo.switch("theirs").git(&["rebase", "--quiet", "ours"]);
    assert_eq!(office.case(), with(&with(&base(), &confirmed()), &called));
    let (code, found, notes) = office.run(&["check", "--history"]);
    assert_eq!(code, 0, "{found}{notes}");
}

#[test]
fn in_a_rebase_ours_is_what_was_made_here() {
    let office = Office::new();
    let other = confirmed().replace("2025-03-20", "2025-03-21").replace("by: m1", "by: m3");
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &other));
    assert!(!office.repo.try_git(&["rebase", "--quiet", "theirs"]).status.success());
    let (code, _, notes) = office.run(&["resolve", "K25-0000A7"]);
    assert!(code == 1 && notes.contains("hier (ours): 2025-03-05 ontvangst-bevestigd m1\n"), "{notes}");
    let bad = ["resolve", "K25-0000A7", "--keep", "ours", "--by", "m1", "--reason", "bel 06-1234\u{35}678"];
    let (code, _, notes) = office.run(&bad);
    assert!(code == 1 && notes.contains("ook zo mag het niet") && notes.contains("telefoonnummer"), "{notes}");
    let nobody = ["resolve", "K25-0000A7", "--keep", "ours", "--by", "jan", "--reason", "dubbel"];
    let (code, _, notes) = office.run(&nobody);
    assert!(code == 1 && notes.contains("ook zo mag het niet"), "nobody is called so: {notes}");
    let (code, _, notes) = office.run(&["resolve", "K25-0000A7", "--keep", "ours", "--by", "m1", "--reason", "dubbel"]);
    assert!(code == 0 && notes.contains("git rebase --continue"), "{notes}");
    let text = office.case();
    let places =
        ["by: m3\n    to: [p1]", "by: m1\n    to: [p1]", "step: correctie"].map(|part| text.find(part).unwrap());
    assert!(places.is_sorted(), "what was there comes first: {text}");
    office.repo.git(&["-c", "core.editor=true", "rebase", "--continue"]);
    let (code, found, notes) = office.run(&["check", "--history"]);
    assert_eq!(code, 0, "{found}{notes}");
    let (_, shown, _) = office.run(&["show", "K25-0000A7", "--format", "json"]);
    assert!(shown.contains("2025-03-20"), "ours holds: {shown}");
}
