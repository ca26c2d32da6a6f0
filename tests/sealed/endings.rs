//! How cases end: all whose day has come, what a backup brings back, a server that lets go, and what can be said afterwards.

use std::path::Path;
use std::process::Output;

use super::destroyed::copy;
use super::house::House;
use crate::common::{root, words};

/// Three cases whose day has come: two that go, one with a hold. And one that lives.
const GO: [&str; 2] = ["K25-0001AD", "K25-0002AK"];
const HELD: &str = "K25-0003AS";

fn house() -> (House, String) {
    let house = House::of(&["m2", "m3"]);
    let text = std::fs::read_to_string(root().join("tests/requirements/base/academie/zelf-opgelost.md")).unwrap();
    for id in [GO[0], GO[1], HELD] {
        let mut text = text.replace("K25-0001AD", id).replace("EF-2025-003", &format!("EF-2025-{id}"));
        if id == HELD {
            text = text
                .replace("\nlog:\n", "\nlegal_hold: {since: 2025-05-01, reason: \"de rechter vroeg erom\"}\n\nlog:\n");
        }
        house.desk("m2").write(&format!("cases/academie/2025/03/{id}.md"), text);
    }
    house.desk("m2").commit("Klachten");
    for id in GO {
        house.fed("m2", &["seal", id, "--of", "p1", "--commit"], super::house::PERSON);
    }
    let living = house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    (house, living)
}

/// What is sealed of a case on the server, but for lists of readers that a living case has too.
fn objects(house: &House, ids: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for id in ids {
        let shared = house.server.git(&["rev-parse", &format!("refs/klacht/key/{id}:access")]);
        let names = ["part", "key"].map(|kind| format!("refs/klacht/{kind}/{id}"));
        let listed = house.server.git(&["rev-list", "--objects", "--no-object-names", &names[0], &names[1]]);
        found.extend(listed.lines().filter(|line| **line != shared).map(str::to_owned));
    }
    assert!(found.len() >= 6 * ids.len());
    found
}

/// `hook tidy` on the server, on a day.
pub fn tidied(house: &House, day: &str, more: &[&str]) -> Output {
    let mut command = house.world.klacht(house.server.path());
    command.env("KLACHT_TODAY", day).args(["hook", "tidy"]).args(more).output().unwrap()
}

#[test]
fn all_whose_day_has_come_go_and_the_others_do_not() {
    let (house, living) = house();
    let sealed = objects(&house, &GO);
    let plan = house.done("m2", &["destroy", "--due", "--plan"]);
    for id in GO {
        assert!(plan.contains(&format!("{id}: gaat weg, door m2")), "{plan}");
    }
    assert!(plan.contains(&format!("{HELD} mag niet worden vernietigd")), "{plan}");
    assert!(plan.contains("dag nog niet bekend: 1") && !plan.contains(&living), "{plan}");
    // Who may not, destroys none and is told who may.
    let other = house.done("m3", &["destroy", "--due", "--commit"]);
    assert!(other.contains("Vernietigd: 0") && other.contains("noem met --by een van: m2"), "{other}");
    assert_eq!(house.there(&house.store("m3"), &sealed), sealed.len());

    let said = house.done("m2", &["destroy", "--due", "--commit"]);
    assert!(said.contains("Vernietigd: 2. Geweigerd: 0.") && said.contains("elk object is nagekeken"), "{said}");
    assert_eq!(house.there(&house.store("m2"), &sealed), 0);
    let messages = house.desk("m2").git(&["log", "-2", "--format=%s"]);
    assert!(GO.iter().all(|id| messages.contains(&format!("Klacht {id}: vernietigd"))), "{messages}");
    assert!(house.done("m2", &["destroy", "--due", "--commit"]).contains("Vernietigd: 0"));
    house.push("m2");
    assert!(house.done("m2", &["open", &living]).contains("Kanariegeel"));
    house.pull("m3").done("m3", &["check", "--history"]);
}

/// Git refuses one commit: its files are as they were, what is sealed of it stays, and the other goes.
#[test]
fn a_refusal_of_one_does_not_stop_the_others() {
    let (house, _) = house();
    let [first, second] = [objects(&house, &GO[..1]), objects(&house, &GO[1..])];
    let hook = house.desk("m2").path().join(".git/hooks/commit-msg");
    let was = std::fs::read_to_string(&hook).unwrap();
    std::fs::write(&hook, format!("#!/bin/sh\ngrep -q {} \"$1\" && exit 1\nexit 0\n", GO[0])).unwrap();
    let said = house.refused("m2", &["destroy", "--due", "--commit"]);
    assert!(said.contains("Vernietigd: 1. Geweigerd: 1."), "{said}");
    assert!(said.contains(&format!("{} is niet vernietigd", GO[0])), "{said}");
    assert_eq!(house.desk("m2").git(&["status", "--porcelain"]), "");
    assert_eq!(house.there(&house.store("m2"), &first), first.len());
    assert_eq!(house.there(&house.store("m2"), &second), 0);
    std::fs::write(&hook, was).unwrap();
    assert!(house.done("m2", &["destroy", "--due", "--commit"]).contains("Vernietigd: 1. Geweigerd: 0."));
    assert_eq!(house.there(&house.store("m2"), &first), 0);
    house.push("m2");
}

/// A desk with the case file and without what is sealed does not write a stub that names nobody.
#[test]
fn a_stub_never_leaves_out_who_could_read() {
    let (house, _) = house();
    let alone = house.world.clone_of(&house.server, "alone", &[]);
    let run = |arguments: &[&str]| {
        let mut command = house.world.klacht(alone.path());
        let done = command.env("KLACHT_TODAY", "2026-05-04").args(arguments).output().unwrap();
        (done.status.success(), words(&done))
    };
    let (done, said) = run(&["destroy", GO[0], "--by", "m2"]);
    assert!(!done && said.contains("klacht sync"), "{said}");
    assert!(run(&["sync", "--sealed-only"]).0);
    assert!(run(&["destroy", GO[0], "--by", "m2"]).0);
    let stub = std::fs::read_to_string(alone.path().join(format!("cases/academie/2025/03/{}.md", GO[0]))).unwrap();
    assert!(stub.contains("keys: [m2/1, m3/1, recovery/1]"), "{stub}");
}

/// Somebody was let in meanwhile: the server takes no stub that leaves them out, for nobody could say later that they could read.
#[test]
fn a_stub_names_who_came_in_meanwhile() {
    let (house, _) = house();
    let house = house.with(&["m4"]);
    house.pull("m2").done("m2", &["sync"]);
    house.pull("m3").done("m3", &["sync"]);
    house.done("m2", &["destroy", GO[0], "--by", "m2", "--commit"]);
    assert!(house.done("m3", &["keys", "add", "m4", "--cases", GO[0]]).contains("gewijzigd: 1"));
    house.push("m3");
    let said = house.refused("m2", &["sync"]);
    assert!(said.contains("G770") && said.contains("m4/1"), "{said}");
    let path = format!("cases/academie/2025/03/{}.md", GO[0]);
    let desk = house.desk("m2");
    let stub = std::fs::read_to_string(desk.path().join(&path)).unwrap();
    desk.write(&path, stub.replace("m3/1,", "m3/1, m4/1,"));
    desk.git(&["commit", "--quiet", "--amend", "--no-edit", &path]);
    house.push("m2");
    assert!(!house.server.git(&["for-each-ref"]).contains(GO[0]));
}

/// Of the desk, of the server, of both: what was destroyed goes again.
#[test]
fn what_a_backup_brings_back_goes_again() {
    let (house, living) = house();
    let sealed = objects(&house, &GO);
    let [desk, server] = ["desk", "server"].map(|name| house.world.path().join(format!("backup-{name}")));
    house.desk("m2").write(&format!("vertrouwelijk/{}/brief.txt", GO[0]), "oud");
    copy(house.desk("m2").path(), &desk);
    copy(house.server.path(), &server);
    house.done("m2", &["destroy", "--due", "--commit"]);
    house.push("m2");
    assert!(!house.desk("m2").path().join("vertrouwelijk").join(GO[0]).exists());

    // The server: references and objects are there again, and the stubs are not.
    std::fs::remove_dir_all(house.server.path()).unwrap();
    copy(&server, house.server.path());
    let said = house.done("m2", &["destroy", "--replay"]);
    assert!(said.contains("Vernietigde zaken: 2; daarvan stond hier weer iets van 0."), "{said}");
    assert!(GO.iter().all(|id| !house.server.git(&["for-each-ref"]).contains(id)));
    assert!(house.there(house.server.path(), &sealed) > 0);
    assert!(tidied(&house, "2026-05-05", &["--now"]).status.success());
    assert_eq!(house.there(house.server.path(), &sealed), 0);

    // The whole desk, as it was before.
    std::fs::remove_dir_all(house.desk("m2").path()).unwrap();
    copy(&desk, house.desk("m2").path());
    assert_eq!(house.there(&house.store("m2"), &sealed), sealed.len());
    let said = house.done("m2", &["destroy", "--replay"]);
    assert!(said.contains("daarvan stond hier weer iets van 2.") && said.contains("elk object is nagekeken"), "{said}");
    assert_eq!(house.there(&house.store("m2"), &sealed), 0);
    assert!(!house.desk("m2").path().join("vertrouwelijk").join(GO[0]).exists());

    // Only files: a case file in the place of its stub.
    let path = format!("cases/academie/2025/03/{}.md", GO[1]);
    std::fs::copy(desk.join(&path), house.desk("m2").path().join(&path)).unwrap();
    let said = house.done("m2", &["destroy", "--replay"]);
    assert!(said.contains(&path), "{said}");
    assert_eq!(house.desk("m2").git(&["status", "--porcelain"]), "");
    assert!(house.done("m2", &["open", &living]).contains("Kanariegeel"));
}

/// Without `--now` a server keeps what came in during the last hour, for a push may be under way; a night later it is gone.
#[test]
fn a_server_lets_go_at_night_and_says_so() {
    let (house, living) = house();
    let sealed = objects(&house, &GO);
    // What nothing leads to then keeps the age of its file, which a test can change.
    house.server.git(&["config", "gc.cruftPacks", "false"]);
    house.done("m2", &["destroy", "--due", "--commit"]);
    house.push("m2");
    let early = tidied(&house, "2026-05-05", &[]);
    assert!(!early.status.success() && words(&early).contains("2026-05-05 NIET schoon"), "{}", words(&early));
    assert_eq!(house.there(house.server.path(), &sealed), sealed.len(), "nothing is older than an hour");
    age(house.server.path());
    let late = tidied(&house, "2026-05-06", &[]);
    assert!(
        late.status.success() && words(&late).contains("2026-05-06 schoon: 2 zaken vernietigd"),
        "{}",
        words(&late)
    );
    assert_eq!(house.there(house.server.path(), &sealed), 0);
    let log = std::fs::read_to_string(house.server.path().join("klacht-tidy.log")).unwrap();
    assert_eq!(log.lines().count(), 2);
    assert!(!log.contains("K25-") && !log.contains("K26-"), "{log}");
    let again = tidied(&house, "2026-05-07", &[]);
    assert!(again.status.success(), "{}", words(&again));
    // The first day counts.
    let list = house.server.git(&["cat-file", "blob", "refs/klacht/tidy/seen"]);
    assert_eq!(list, format!("{} 2026-05-06\n{} 2026-05-06", GO[0], GO[1]));
    house.done("m3", &["sync"]);
    assert!(house.done("m3", &["open", &living]).contains("Kanariegeel"));
    // Nobody writes there but the server.
    let desk = house.desk("m2");
    for spec in ["+HEAD:refs/klacht/tidy/seen", ":refs/klacht/tidy/seen"] {
        let pushed = desk.push(&house.server, &[spec]);
        assert!(!pushed.accepted && pushed.text.contains("G754"), "{spec}: {}", pushed.text);
    }
}

/// What is sealed stands in a repository of its own: which cases were destroyed is read from the register.
#[test]
fn a_vault_elsewhere_says_that_it_is_clean_too() {
    let (house, _) = house();
    house.done("m2", &["destroy", "--due", "--commit"]);
    house.push("m2");
    let vault = house.world.bare("vault.git");
    let server = house.server.path().to_str().unwrap();
    vault.git(&["fetch", "--quiet", server, "+refs/klacht/*:refs/klacht/*"]);
    let tidied = |more: &[&str]| {
        let mut command = house.world.klacht(vault.path());
        let done =
            command.env("KLACHT_TODAY", "2026-05-06").args(["hook", "tidy", "--now"]).args(more).output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
        vault.git(&["for-each-ref", "--format=%(refname)", "refs/klacht/tidy"])
    };
    assert_eq!(tidied(&[]), "");
    assert_eq!(tidied(&["--register", server]), "refs/klacht/tidy/seen");
    let list = vault.git(&["cat-file", "blob", "refs/klacht/tidy/seen"]);
    assert_eq!(list, format!("{} 2026-05-06\n{} 2026-05-06", GO[0], GO[1]));
}

/// Pushes go on while a server lets go, and lose nothing.
#[test]
fn a_server_lets_go_beside_pushes() {
    let (house, living) = house();
    house.done("m2", &["destroy", "--due", "--commit"]);
    house.push("m2");
    let command = |_| {
        let mut command = house.world.klacht(house.server.path());
        command.env("KLACHT_TODAY", "2026-05-05").args(["hook", "tidy"]);
        command
    };
    let commands: Vec<_> = (0..40).map(command).collect();
    let pushing = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let still = std::sync::Arc::clone(&pushing);
    let tidying = std::thread::spawn(move || {
        let run = |mut command: std::process::Command| {
            still.load(std::sync::atomic::Ordering::SeqCst).then(|| command.output().unwrap())
        };
        commands.into_iter().filter_map(run).count()
    });
    for n in 0..5 {
        let note = format!("Kanariegeel, bericht {n}.\n");
        house.fed("m2", &["seal", &living, "--as", "note", "--commit"], &note);
        house.push("m2");
    }
    pushing.store(false, std::sync::atomic::Ordering::SeqCst);
    assert!(tidying.join().unwrap() > 1);
    house.server.git(&["fsck", "--full", "--strict"]);
    house.pull("m3").done("m3", &["sync"]);
    let read = house.done("m3", &["open", &living]);
    assert!((0..5).all(|n| read.contains(&format!("bericht {n}."))), "{read}");
}

/// What git keeps in spite of all is found: a proof that sees nothing proves nothing.
#[test]
fn what_is_left_on_a_server_is_noticed() {
    let (house, _) = house();
    house.server.git(&["repack", "-a", "-d", "-q"]);
    let pack = std::fs::read_dir(house.server.path().join("objects/pack")).unwrap().filter_map(Result::ok);
    let pack = pack.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|ext| ext == "pack")).unwrap();
    std::fs::write(pack.with_extension("keep"), "").unwrap();
    house.done("m2", &["destroy", "--due", "--commit"]);
    house.push("m2");
    let said = tidied(&house, "2026-05-05", &["--now"]);
    assert!(!said.status.success() && words(&said).contains("*.keep"), "{}", words(&said));
    let certificate = |house: &House| words(&house.run("m2", &["destroy", "--certificate", GO[0]]));
    assert!(certificate(&house).contains("de server heeft nog niet gezegd"), "{}", certificate(&house));
    std::fs::remove_file(pack.with_extension("keep")).unwrap();
    assert!(tidied(&house, "2026-05-06", &["--now"]).status.success());
    assert!(certificate(&house).contains("buiten bereik: sinds wo 6 mei 2026"), "{}", certificate(&house));
}

#[test]
fn a_certificate_says_since_when_and_what_it_waits_for() {
    let (house, living) = house();
    assert!(house.refused("m2", &["destroy", "--certificate", &living]).contains("is niet vernietigd"));
    house.done("m2", &["destroy", "--due", "--commit"]);
    let certificate = |house: &House| words(&house.run("m2", &["destroy", "--certificate", GO[0]]));
    assert!(certificate(&house).contains("op de server staat er nog iets van"), "{}", certificate(&house));
    house.push("m2");
    assert!(certificate(&house).contains("klacht hook tidy"), "{}", certificate(&house));
    assert!(tidied(&house, "2026-05-05", &["--now"]).status.success());
    house.on("2026-05-08");
    let status = house.done("m2", &["keys", "status"]);
    assert!(status.contains(&format!("m3/1: {}, {}", GO[0], GO[1])), "{status}");
    for person in ["m2", "m3"] {
        house.pull(person).done(person, &["keys", "renew", "--commit"]);
        house.push(person);
        house.done(person, &["keys", "retire", &format!("{person}/1"), "--commit"]);
        house.push(person);
    }
    house.pull("m2");
    assert!(!house.done("m2", &["keys", "status"]).contains("m3/1: K25"));
    let said = certificate(&house);
    insta::assert_snapshot!(said.replace(house.world.path().to_str().unwrap(), "…"));
    let json = house.run("m2", &["destroy", "--certificate", GO[0], "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["out_of_reach"]["since"], "2026-05-05");
    let waits: Vec<&str> =
        json["complete"]["waits"].as_array().unwrap().iter().map(|w| w["for"].as_str().unwrap()).collect();
    assert_eq!(waits, ["recovery/1", "history"]);
    // A lost key: it never comes.
    house.done("m2", &["keys", "lost", "m3/1", "--commit"]);
    assert!(certificate(&house).contains("volledig: nee, en dat komt niet meer"), "{}", certificate(&house));
}

/// Makes every file of a repository two hours older.
fn age(dir: &Path) {
    let past = std::time::SystemTime::now() - std::time::Duration::from_hours(2);
    for entry in walkdir::WalkDir::new(dir.join("objects")).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(entry.path(), std::fs::Permissions::from_mode(0o600)).unwrap();
            std::fs::File::options().append(true).open(entry.path()).unwrap().set_modified(past).unwrap();
        }
    }
}
