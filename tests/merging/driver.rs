//! `klacht merge-driver`, run by git.

use crate::merging::office::{CASE, Office, base, called, confirmed, with};

#[test]
fn both_appended_and_both_are_kept_in_order_of_date() {
    let wanted = with(&with(&base(), &called()), &confirmed());
    for (ours, theirs) in [(confirmed(), called()), (called(), confirmed())] {
        let office = Office::driven();
        office.part(&base(), &with(&base(), &ours), &with(&base(), &theirs));
        let (merged, said) = office.merge();
        assert!(merged, "{said}");
        assert_eq!(office.case(), wanted);
        let (code, out, notes) = office.run(&["check", "--format", "short"]);
        assert_eq!(code, 0, "{out}{notes}");
    }
}

#[test]
fn without_the_driver_git_leaves_a_conflict() {
    let office = Office::new();
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &called()));
    assert!(!office.merge().0);
    assert!(office.case().contains("<<<<<<<"));
}

#[test]
fn a_step_and_another_key_and_the_notes_go_together() {
    let office = Office::driven();
    let ours = with(&base(), &confirmed()).replace("# Dossier", "# Dossier van maart");
    let theirs = base()
        .replace("fields: [name, narrative]", "fields: [name, narrative, address]   # aangevuld")
        .replace("Werkaantekeningen.", "Werkaantekeningen.\n\nOverleg volgt.");
    office.part(&base(), &ours, &theirs);
    let (merged, said) = office.merge();
    assert!(merged, "{said}");
    let wanted = ours
        .replace("fields: [name, narrative]", "fields: [name, narrative, address]   # aangevuld")
        .replace("Werkaantekeningen.", "Werkaantekeningen.\n\nOverleg volgt.");
    assert_eq!(office.case(), wanted);
}

#[test]
fn what_is_not_legal_together_is_left_to_people() {
    let office = Office::driven();
    // Twice confirmed, each on a day of its own: the step may be taken once.
    let again = confirmed().replace("2025-03-05", "2025-03-06");
    office.part(&base(), &with(&base(), &confirmed()), &with(&base(), &again));
    let (merged, said) = office.merge();
    assert!(!merged && said.contains("samen mag het niet"), "{said}");
    assert!(office.case().contains("<<<<<<< ") && office.case().contains(">>>>>>> "), "{}", office.case());
    assert_eq!(office.repo.git(&["diff", "--name-only", "--diff-filter=U"]), CASE);
}

#[test]
fn two_values_for_one_key_are_explained_and_marked() {
    let office = Office::driven();
    let (ours, theirs) = (base().replace("as: complainant", "as: involved"), base().replace("key: p1", "key: p2"));
    office.part(&base(), &ours, &theirs);
    let (merged, said) = office.merge();
    assert!(!merged && said.contains("beide hebben `parties` veranderd"), "{said}");
    assert!(office.case().contains("<<<<<<< "));
    // A log that was rewritten is no matter for a machine.
    let office = Office::driven();
    office.part(&base(), &base().replace("handler: m3", "handler: m4"), &with(&base(), &confirmed()));
    let (merged, said) = office.merge();
    assert!(!merged && said.contains("al was vastgelegd"), "{said}");
}

#[test]
fn windows_line_ends_stay() {
    let office = Office::driven();
    office.repo.write(".gitattributes", "* -text\ncases/**/*.md merge=klacht\n");
    let windows = |text: String| text.replace('\n', "\r\n");
    office.part(&windows(base()), &windows(with(&base(), &confirmed())), &windows(with(&base(), &called())));
    let (merged, said) = office.merge();
    assert!(merged, "{said}");
    assert_eq!(office.case(), windows(with(&with(&base(), &called()), &confirmed())));
}

/// Somebody whose editor ends lines in another way changed nothing that another said.
#[test]
fn line_ends_that_one_changed_are_followed_and_stand_in_nobodys_way() {
    let windows = |text: String| text.replace('\n', "\r\n");
    let together = with(&with(&base(), &called()), &confirmed());
    for (ours, theirs) in [
        (with(&base(), &confirmed()), windows(with(&base(), &called()))),
        (windows(with(&base(), &confirmed())), with(&base(), &called())),
    ] {
        let office = Office::driven();
        office.repo.write(".gitattributes", "* -text\ncases/**/*.md merge=klacht\n");
        office.part(&base(), &ours, &theirs);
        let (merged, said) = office.merge();
        assert!(merged, "{said}");
        assert_eq!(office.case(), windows(together.clone()));
    }
    // Nor are they marked as two versions of every line where something else is.
    let office = Office::driven();
    office.repo.write(".gitattributes", "* -text\ncases/**/*.md merge=klacht\n");
    let theirs = windows(base().replace("fields: [name,", "fields: [name, phone,"));
    office.part(&base(), &base().replace("fields: [name,", "fields: [name, email,"), &theirs);
    let (merged, said) = office.merge();
    assert!(!merged && said.contains("`sealed.fields`"), "{said}");
    let marked =
        "<<<<<<< ours\r\n  fields: [name, email, narrative]\r\n=======\r\n  fields: [name, phone, narrative]\r\n";
    assert!(office.case().contains(marked), "{}", office.case());
}

#[test]
fn a_case_that_one_destroyed_and_the_other_worked_on_is_left_to_people() {
    let destroyed = "---\nid: K25-0000A7\n\ndestroyed: {on: 2025-03-06, by: m1}\n---\n";
    let worked = with(&base(), &confirmed());
    for (ours, theirs) in [(destroyed, worked.as_str()), (worked.as_str(), destroyed)] {
        let office = Office::driven();
        office.part(&base(), ours, theirs);
        let (merged, said) = office.merge();
        assert!(!merged && said.contains("de een vernietigde deze klacht"), "{said}");
        assert!(said.contains("laat in het bestand één van beide versies heel staan"), "{said}");
        let (code, _, notes) = office.run(&["--lang", "en", "resolve", "K25-0000A7"]);
        assert!(code == 1 && notes.contains("one destroyed this case"), "{notes}");
    }
}
