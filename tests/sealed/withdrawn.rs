//! A piece that was sealed by mistake goes, here, on the server and on every other desk; nothing else does.

use super::house::House;

/// A case on two desks with four pieces: person, words, a scan that does not belong there, a note.
fn house() -> (House, String, String) {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    let file = house.world.path().join("scan.pdf");
    std::fs::write(&file, "Kanariegeel op papier").unwrap();
    house.done("m2", &["seal", &id, file.to_str().unwrap(), "--as", "attachment", "--of", "p1", "--commit"]);
    house.fed("m2", &["seal", &id, "--as", "note", "--commit"], "Eerste aantekening.\n");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let path = house.desk("m2").git(&["ls-files", "cases"]);
    let text = std::fs::read_to_string(house.desk("m2").path().join(path.trim())).unwrap();
    let piece = text.lines().filter(|line| line.contains("id: ") && !line.contains("K26-")).nth(2).unwrap();
    let piece = piece.split("id: ").nth(1).unwrap().trim_end_matches([',', '}']).split(',').next().unwrap().to_owned();
    let blob = house.server.git(&["rev-parse", &format!("refs/klacht/part/{id}:{piece}.age")]);
    (house, id, blob.trim().to_owned())
}

fn there(house: &House, blob: &str) -> [usize; 3] {
    let blob = [blob.to_owned()];
    house.server.git(&["gc", "--quiet", "--prune=now"]);
    [house.store("m2"), house.store("m3"), house.server.path().to_path_buf()].map(|place| house.there(&place, &blob))
}

#[test]
fn a_piece_that_was_taken_back_goes_everywhere_and_nothing_else_does() {
    let (house, id, blob) = house();
    assert_eq!(there(&house, &blob), [1, 1, 1]);
    house.fed("m3", &["seal", &id, "--as", "note", "--commit"], "Tweede aantekening.\n");
    let said = house.done("m2", &["seal", &id, "--withdraw", "3", "--reason", "verkeerde zaak", "--commit"]);
    assert!(said.contains("Teruggenomen.") && said.contains("klacht sync"), "{said}");
    let read = house.done("m2", &["open", &id]);
    assert!(!read.contains("scan.pdf") && read.contains("teruggenomen stukken: 1"), "{read}");
    assert!(read.contains("\n 4. aantekening"), "{read}");
    assert!(house.done("m2", &["sync"]).contains("zonder teruggenomen stuk: 1"));
    assert_eq!(there(&house, &blob), [0, 1, 0]);
    let chain = house.server.git(&["rev-list", "--count", &format!("refs/klacht/part/{id}")]);
    assert_eq!(chain.trim(), "3", "a commit a piece, as it begins anew");

    // The other desk added something meanwhile: that is there, and what was taken back is not.
    house.pull("m3").push("m3");
    assert_eq!(there(&house, &blob), [0, 0, 0]);
    house.pull("m2").done("m2", &["sync"]);
    for person in ["m2", "m3"] {
        let read = house.done(person, &["open", &id]);
        assert!(read.contains("Eerste aantekening") && read.contains("Tweede aantekening"), "{person}: {read}");
        assert!(read.contains("Ans Kanariegeel") && !read.contains("scan.pdf"), "{person}: {read}");
        assert!(house.done(person, &["sync"]).contains("niets nieuws"));
    }
    house.done("m2", &["check", "--history"]);
}

/// Two desks take back a piece each: both go.
#[test]
fn two_desks_take_back_at_once() {
    let (house, id, blob) = house();
    house.done("m2", &["seal", &id, "--withdraw", "3", "--reason", "verkeerde zaak", "--commit"]);
    house.done("m3", &["seal", &id, "--withdraw", "4", "--reason", "onjuist", "--commit"]);
    house.push("m2").pull("m3").push("m3");
    house.pull("m2").done("m2", &["sync"]);
    assert_eq!(there(&house, &blob), [0, 0, 0]);
    for person in ["m2", "m3"] {
        let read = house.done(person, &["open", &id]);
        assert!(read.contains("teruggenomen stukken: 2") && read.contains("Ans Kanariegeel"), "{person}: {read}");
        assert!(!read.contains("aantekening") && !read.contains("scan.pdf"), "{person}: {read}");
    }
    let pieces = house.server.git(&["ls-tree", "--name-only", &format!("refs/klacht/part/{id}")]);
    assert_eq!(pieces.lines().count(), 2, "{pieces}");
}

/// A machine that stopped between the case file and the pieces: whoever syncs next finishes it.
#[test]
fn what_was_half_taken_back_is_finished_by_the_next_sync() {
    let (house, id, blob) = house();
    let store = house.store("m2");
    let kept = house.world.path().join("kept");
    let copy = std::process::Command::new("cp").arg("-r").args([&store, &kept]).status().unwrap();
    assert!(copy.success());
    house.done("m2", &["seal", &id, "--withdraw", "3", "--reason", "verkeerde zaak", "--commit"]);
    std::fs::remove_dir_all(&store).unwrap();
    std::fs::rename(&kept, &store).unwrap();
    assert!(!house.done("m2", &["open", &id]).contains("scan.pdf"));
    house.desk("m2").git(&["push", "--quiet"]);
    assert_eq!(there(&house, &blob), [1, 1, 1]);
    house.pull("m3").done("m3", &["sync"]);
    house.done("m2", &["sync"]);
    assert_eq!(there(&house, &blob), [0, 0, 0]);
}

#[test]
fn what_cannot_be_taken_back_is_said() {
    let (house, id, _) = house();
    let taken = |rest: &[&str]| house.refused("m2", &[&["seal", &id, "--withdraw"], rest].concat());
    assert!(taken(&["9", "--reason", "onjuist"]).contains("stuk 9 is er niet"));
    assert!(taken(&["3"]).contains("--reason"));
    let shown = house.done("m2", &["seal", &id, "--withdraw", "3", "--reason", "onjuist", "--dry-run"]);
    assert!(shown.contains("+  withdrawn:"), "{shown}");
    house.done("m2", &["seal", &id, "--withdraw", "3", "--reason", "onjuist"]);
    assert!(taken(&["3", "--reason", "onjuist"]).contains("al teruggenomen"));
    assert!(house.refused("m2", &["open", &id, "--piece", "3"]).contains("stuk 3 is er niet"));
}

/// What no server has is gone at once, also where the store was packed before.
#[test]
fn what_was_never_sent_is_gone_at_once() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    for note in ["een", "twee"] {
        house.fed("m2", &["seal", &id, "--as", "note", "--commit"], note);
    }
    let store = house.store("m2");
    let objects = || {
        let arguments = ["--git-dir", store.to_str().unwrap(), "cat-file", "--batch-all-objects", "--batch-check"];
        let done = house.world.command("git", house.world.path()).args(arguments).output().unwrap();
        let told = String::from_utf8(done.stdout).unwrap();
        told.lines().filter(|line| line.contains(" blob ")).count()
    };
    // Three files of the key, and four pieces.
    assert_eq!(objects(), 7);
    for (number, left) in [("3", 6), ("4", 5)] {
        let said = house.done("m2", &["seal", &id, "--withdraw", number, "--reason", "onjuist", "--commit"]);
        assert!(said.contains("en hier weg"), "{said}");
        assert_eq!(objects(), left);
    }
}
