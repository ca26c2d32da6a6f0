//! A disk that is full, a folder in which nothing may be written, a file in the way: all or nothing, and told in words.

use std::fs;
use std::process::Output;

use crate::common::words;
use crate::sturdy::incoming::{MAIL, ROWS};
use crate::sturdy::killing::{Place, full, reach};
use crate::sturdy::stories::{NEW, office, open_year, place, with_case};

/// What went wrong is told, with what to do, unless it was the telling that went wrong.
fn told(done: &Output) {
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(!said.contains("Quirijn") && !said.contains("Zonderland"), "{said}");
    if done.status.success() {
        return;
    }
    assert_eq!(done.status.code(), Some(3), "{said}");
    let lines = said.lines().filter(|line| !line.is_empty()).count();
    assert!(lines < 2 || (said.contains("fout: ") && said.contains("doe dit: ")), "{said}");
}

/// All of a file's cases with their confidential parts, or nothing at all; and once there is room again, all of them.
fn all_or_nothing(place: &Place, arguments: &[&str], count: usize, done: &Output) {
    let parts = || {
        let entries = fs::read_dir(place.dir().join("vertrouwelijk")).into_iter().flatten().flatten();
        entries.filter(|e| e.path().is_dir() && !e.file_name().to_string_lossy().starts_with('.')).count()
    };
    let made = place.cases().len();
    assert!(made == 0 || made == count, "{made} of {count} cases: {}", words(done));
    assert_eq!(parts(), made, "confidential parts: {}", words(done));
    assert!(made == count || !done.status.success(), "{}", words(done));
    let again = place.run(arguments);
    assert!(again.status.success(), "{}", words(&again));
    assert_eq!((place.cases().len(), parts()), (count, count), "{}", words(&again));
    assert!(place.halves().is_empty());
}

#[test]
fn a_disk_that_is_full_while_a_table_is_imported() {
    let office = office();
    for on in ["", "+"] {
        let failed = full(&place(&office), &ROWS, on, &|place, done| {
            told(done);
            all_or_nothing(place, &ROWS, 3, done);
        });
        assert!(reach(failed, 15), "{failed:?}");
    }
}

#[test]
fn a_disk_that_is_full_while_an_e_mail_is_imported() {
    let office = office();
    for on in ["", "+"] {
        let failed = full(&place(&office), &MAIL, on, &|place, done| {
            told(done);
            all_or_nothing(place, &MAIL, 1, done);
        });
        assert!(reach(failed, 5), "{failed:?}");
    }
}

#[test]
fn a_disk_that_is_full_at_a_step_or_a_new_case() {
    let office = office();
    let id = with_case(&office);
    let before = office.text(&id);
    full(&place(&office), &["step", &id, "klacht-vastgelegd"], "+", &|place, _| {
        let text = place.cases().concat();
        assert!(text == before || text.matches("step: klacht-vastgelegd").count() == 1, "{text}");
        assert!(place.halves().is_empty());
    });
    full(&place(&office), &NEW, "", &|place, done| {
        told(done);
        assert!(place.cases().iter().all(|text| text.ends_with("---\n")));
        assert!(place.halves().is_empty());
    });
}

#[test]
fn a_disk_that_is_full_at_the_closing_of_a_year() {
    let office = open_year();
    let path = "cases/cmm/2025/yearbook.yaml";
    let open = fs::read_to_string(office.desk.path().join(path)).unwrap();
    let typed = ["--today", "2026-01-31", "year", "close", "cmm", "2025", "--yes"];
    full(&Place::of(&office.world, "2026-11-20"), &typed, "+", &|place, _| {
        let book = fs::read_to_string(place.file(path)).unwrap();
        assert!(book == open || book.contains("    revision: 1\n"), "half a yearbook:\n{book}");
        assert!(place.halves().is_empty());
    });
}

/// The second complaint belongs in a folder whose name a file has taken.
#[test]
fn a_file_in_the_way_of_the_second_of_two() {
    let office = office();
    let rows = fs::read_to_string(office.world.path().join("oud.csv")).unwrap();
    fs::write(office.world.path().join("oud.csv"), rows.replacen("\n1;3-3-2026", "\n1;3-2-2026", 1)).unwrap();
    office.desk.write("cases/cbmk/2026/03", "in de weg");
    let done = office.run(&ROWS);
    told(&done);
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    let place = place(&office);
    assert!(place.cases().is_empty(), "the first was not taken back");
    office.desk.remove("cases/cbmk/2026/03");
    all_or_nothing(&place, &ROWS, 3, &done);
}

#[cfg(unix)]
#[test]
fn a_folder_in_which_nobody_may_write() {
    use std::os::unix::fs::PermissionsExt;
    let office = office();
    let folder = office.desk.path().join("cases/cbmk/2026");
    fs::create_dir_all(&folder).unwrap();
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    if fs::write(folder.join("proef"), "").is_ok() {
        fs::remove_file(folder.join("proef")).unwrap();
        eprintln!("left out: this user may write anywhere");
        return;
    }
    let done = office.run(&ROWS);
    mode(0o755);
    told(&done);
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    all_or_nothing(&place(&office), &ROWS, 3, &done);
}
