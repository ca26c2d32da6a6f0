//! `klacht resolve`, after a merge that git left unresolved.

use crate::office::{CASE, Office, base, called, confirmed, with};

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
