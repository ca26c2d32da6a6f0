//! What seals, killed at each call that writes: no case names what is not there, and what is sealed still opens.

use std::fs;

use crate::common::{Office, draws, words};
use crate::sturdy::killing::{Place, killed, reach};

/// In what is sealed: what must stand in no file but the one that it was read from.
const CANARY: &str = "Kanariegeel";
const DAY: &str = "2026-05-04";
const NEW: [&str; 10] = [
    "new",
    "--channel",
    "e-mail",
    "--party",
    "cursist",
    "--topic",
    "planning",
    "--sealed-from",
    "../words.txt",
    "--commit",
];

/// A desk with a key, one in the safe, and a case with something sealed; its id.
fn office() -> (Office, String) {
    let office = Office::new("academie", "zilverlinde.example");
    office.on(DAY).by("m2");
    fs::write(
        office.world.path().join("words.txt"),
        format!("name: Ans {CANARY}\nemail: ans@post.example\nnarrative: De les ging niet door.\n"),
    )
    .unwrap();
    let place = Place::of(&office.world, DAY);
    let source = [&NEW[..], &["--source", "extern"]].concat();
    for line in [&["keys", "new", "--commit"][..], &["keys", "recovery", "make", "../safe", "--commit"], &source] {
        let done = place.run(line);
        assert!(done.status.success(), "{}", words(&done));
    }
    let id = office.desk.git(&["log", "-1", "--format=%s"]).split(' ').nth(1).unwrap().to_owned();
    (office, id)
}

/// Whether each case that names a piece has it here, and its words stand nowhere.
fn whole(place: &Place) {
    for text in place.cases() {
        let id = text.split("id: ").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        for piece in text.split("{id: ").skip(1).chain(text.split("- id: ").skip(1)) {
            let name = piece.split([',', '\n']).next().unwrap();
            let store = place.file(".git/klacht/vault.git");
            let listed = place.git(&[
                "--git-dir",
                store.to_str().unwrap(),
                "ls-tree",
                "--name-only",
                &format!("refs/klacht/part/{id}"),
            ]);
            assert!(listed.contains(name), "{name} is not in {listed}");
        }
    }
    for entry in walkdir::WalkDir::new(place.dir()).into_iter().flatten().filter(|e| e.file_type().is_file()) {
        let own = entry.file_name() == "words.txt";
        let bytes = fs::read(entry.path()).unwrap();
        assert!(
            own || !bytes.windows(CANARY.len()).any(|part| part == CANARY.as_bytes()),
            "{}",
            entry.path().display()
        );
    }
}

fn opens(place: &Place, id: &str) {
    let done = place.run(&["open", id]);
    assert!(done.status.success() && words(&done).contains(CANARY), "{}", words(&done));
}

#[test]
fn a_case_that_is_opened_with_words() {
    let (office, id) = office();
    let typed = [&NEW[..], &["--source", "extern"]].concat();
    let kills = killed(&Place::of(&office.world, DAY), &typed, &|place, again| {
        whole(place);
        if let Some(done) = again {
            assert!(done.status.success(), "{}", words(done));
        }
    });
    assert!(reach(kills, 20), "killed {kills:?} times only");
    opens(&Place::of(&office.world, DAY), &id);
}

#[test]
fn a_piece_that_is_added() {
    let (office, id) = office();
    let typed = ["seal", &id, "../words.txt", "--as", "attachment", "--commit"];
    let kills = killed(&Place::of(&office.world, DAY), &typed, &|place, again| {
        whole(place);
        if let Some(done) = again {
            assert!(done.status.success(), "{}", words(done));
        }
    });
    assert!(reach(kills, 10), "killed {kills:?} times only");
}

/// Each passphrase takes its second: on request only.
#[test]
fn a_key_that_is_renewed() {
    if !draws(false, true) {
        return;
    }
    let (office, id) = office();
    let kills = killed(&Place::of(&office.world, DAY), &["keys", "renew", "--commit"], &|place, again| {
        whole(place);
        if let Some(done) = again {
            assert!(done.status.success(), "{}", words(done));
            opens(place, &id);
        }
    });
    assert!(reach(kills, 10), "killed {kills:?} times only");
}
