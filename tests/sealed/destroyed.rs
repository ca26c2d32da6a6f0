//! What is destroyed is gone here, on the server and on every other desk, and does not come back.

use std::path::Path;

use super::house::House;
use crate::common::root;

/// A case that closed on 28 March 2025, so that its day is 28 September, with something sealed; and one that lives.
pub(super) fn house() -> (House, &'static str, Vec<String>) {
    let id = "K25-0001AD";
    let house = House::of(&["m2", "m3"]);
    let text = std::fs::read_to_string(root().join("tests/requirements/base/academie/zelf-opgelost.md")).unwrap();
    house.desk("m2").write("cases/academie/2025/03/K25-0001AD.md", text);
    house.desk("m2").commit("Klacht");
    house.fed("m2", &["seal", id, "--of", "p1", "--commit"], super::house::PERSON);
    house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let shared = house.server.git(&["rev-parse", &format!("refs/klacht/key/{id}:access")]);
    let listed = house.server.git(&[
        "rev-list",
        "--objects",
        "--no-object-names",
        &format!("refs/klacht/part/{id}"),
        &format!("refs/klacht/key/{id}"),
    ]);
    // Two lists of the same readers are one object, which lives on with the other case.
    (house, id, listed.lines().filter(|line| **line != shared).map(str::to_owned).collect())
}

pub(super) fn server_tidied(house: &House) {
    let done = super::endings::tidied(house, "2026-05-05", &["--now"]);
    assert!(done.status.success(), "{}", crate::common::words(&done));
}

#[test]
fn what_is_destroyed_is_gone_everywhere_and_what_lives_is_there() {
    let (house, id, objects) = house();
    assert!(house.there(&house.store("m3"), &objects) == objects.len() && objects.len() >= 7);
    let said = house.done("m2", &["destroy", id, "--by", "m2", "--commit"]);
    assert!(said.contains("elk object is nagekeken"), "{said}");
    let stub = std::fs::read_to_string(house.desk("m2").path().join("cases/academie/2025/03/K25-0001AD.md")).unwrap();
    assert!(stub.contains("destroyed: {on: 2026-05-04, by: m2, keys: [m2/1, m3/1, recovery/1]}"), "{stub}");
    assert_eq!(house.there(&house.store("m2"), &objects), 0);
    assert!(!said.contains("artikel 19"), "{said}");
    let kept = house.done("m2", &["access", id]);
    assert_eq!(kept, "kon lezen, en kan een oude kopie nog openen: m2/1, m3/1, recovery/1\n");
    let could = |day: &str| house.done("m2", &["access", "--person", "m3", "--on", day]);
    assert!(could("2026-05-04").contains(&format!("{id}  m3/1  kon openen")), "{}", could("2026-05-04"));

    house.push("m2");
    assert!(!house.server.git(&["for-each-ref"]).contains(id));
    server_tidied(&house);
    assert_eq!(house.there(house.server.path(), &objects), 0);

    // The other desk has it still, until it hears of it.
    assert_eq!(house.there(&house.store("m3"), &objects), objects.len());
    let said = house.done("m3", &["sync"]);
    assert!(said.contains("vernietigd: 1"), "{said}");
    assert_eq!(house.there(&house.store("m3"), &objects), 0);
    house.pull("m3");
    assert!(house.refused("m3", &["open", id]).contains("niets verzegeld"));
    let living = house.done("m3", &["list", "--format", "json"]);
    let other = living.split('"').find(|word| word.starts_with("K26-")).unwrap().to_owned();
    assert!(house.done("m3", &["open", &other]).contains("Kanariegeel"));
    house.done("m3", &["check", "--history"]);
}

/// A backup of yesterday's server, and a desk that was switched off, bring nothing back.
#[test]
fn a_backup_that_is_put_back_brings_nothing_back() {
    let (house, id, objects) = house();
    let backup = house.world.path().join("backup.git");
    copy(house.server.path(), &backup);
    house.done("m2", &["destroy", id, "--by", "m2", "--commit"]);
    house.push("m2");
    std::fs::remove_dir_all(house.server.path()).unwrap();
    copy(&backup, house.server.path());
    assert!(house.server.git(&["for-each-ref"]).contains(id));
    house.push("m2");
    house.done("m2", &["sync"]);
    assert!(!house.server.git(&["for-each-ref"]).contains(id));
    house.done("m3", &["sync"]);
    house.done("m2", &["sync"]);
    assert!(!house.server.git(&["for-each-ref"]).contains(id));
    server_tidied(&house);
    for place in [house.server.path().to_path_buf(), house.store("m2"), house.store("m3")] {
        assert_eq!(house.there(&place, &objects), 0, "{}", place.display());
    }
}

pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().filter_map(Result::ok) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// Whoever was given something of it is to be told that it is destroyed (GDPR, article 19).
#[test]
fn whoever_was_given_something_is_named() {
    let (house, id, _) = house();
    let path = "cases/academie/2025/03/K25-0001AD.md";
    let desk = house.desk("m2");
    let text = std::fs::read_to_string(desk.path().join(path)).unwrap();
    desk.write(path, text.replace("as: respondent, person: m6}", "as: respondent}"));
    let said = house.done("m2", &["destroy", id, "--by", "m2", "--dry-run"]);
    assert!(said.contains("artikel 19") && said.contains("\n  p2  ") && !said.contains("\n  p1  "), "{said}");
    let said = house.done("m2", &["destroy", id, "--by", "m2"]);
    assert!(said.contains("artikel 19") && said.contains("hebben wij klacht K25-0001AD"), "{said}");
}

/// A forge that runs no hook: a check in its pipeline says what a hook would have refused.
#[test]
fn where_no_hook_runs_a_check_sees_what_is_wrong() {
    let (house, id, _) = house();
    let pipeline = house.world.clone_of(&house.server, "pipeline", &[]);
    let check = || {
        pipeline.git(&["pull", "--quiet"]);
        pipeline.git(&["fetch", "--quiet", "--prune", "origin", "+refs/klacht/*:refs/klacht/*"]);
        let mut check = house.world.klacht(pipeline.path());
        check.args(["check", "--sealed"]).env("KLACHT_TODAY", "2026-05-04").env("KLACHT_LANG", "nl");
        let done = check.output().unwrap();
        (done.status.code(), crate::common::words(&done))
    };
    assert_eq!(check().0, Some(0), "{}", check().1);
    // A key on a list that is lost since is for somebody to take off; a list that is none is refused.
    house.done("m2", &["keys", "lost", "m3", "--commit"]);
    house.push("m2");
    let (code, said) = check();
    assert!(code == Some(0) && said.contains("waarschuwing") && said.contains("G757"), "{said}");
    let all = house.server.git(&["for-each-ref", "--format=%(refname)", "refs/klacht/key/"]);
    let living = all.lines().find(|name| !name.ends_with(id)).unwrap();
    let whole = house.server.id(living);
    let half = house.server.git(&["rev-parse", &format!("{whole}^{{tree}}")]);
    house.server.git(&["update-ref", living, &half]);
    let (code, said) = check();
    assert!(code == Some(1) && said.contains("G754"), "{said}");
    let files = [("key.age", "x\n"), ("key.pub", "age1x\n"), ("access", "may m2/1\n")];
    let files: Vec<_> = files.map(|(name, text)| ("100644", name, house.server.store("blob", text.as_bytes()))).into();
    let mut lines: Vec<_> = files.iter().map(|(mode, name, blob)| (*mode, name.as_bytes(), blob.as_str())).collect();
    lines.sort_unstable_by_key(|line| line.1);
    let maker = "klacht <klacht> 0 +0000";
    let made = format!("tree {}\nauthor {maker}\ncommitter {maker}\n\n", house.server.tree(&lines));
    house.server.git(&["update-ref", living, &house.server.store("commit", made.as_bytes())]);
    let (code, said) = check();
    assert!(code == Some(1) && said.contains("fout") && said.contains("G757"), "{said}");
    house.server.git(&["update-ref", living, &whole]);
    // A piece that a case names is taken away, and another comes back after its case was destroyed.
    let (part, key) = (format!("refs/klacht/part/{id}"), format!("refs/klacht/key/{id}"));
    let (was, list) = (house.server.id(&part), house.server.id(&key));
    house.server.git(&["update-ref", "-d", &part]);
    let (code, said) = check();
    assert!(code == Some(1) && said.contains("G760"), "{said}");
    house.server.git(&["update-ref", &part, &was]);
    let backup = house.world.path().join("backup.git");
    copy(house.server.path(), &backup);
    house.done("m2", &["destroy", id, "--by", "m2", "--commit"]);
    house.push("m2");
    assert_eq!(check().0, Some(0), "{}", check().1);
    let from = format!("file://{}", backup.display());
    house.server.git(&["fetch", "--quiet", &from, &format!("+{part}:{part}"), &format!("+{key}:{key}")]);
    assert_eq!(house.server.id(&key), list);
    let (code, said) = check();
    assert!(code == Some(1) && said.contains("G759") && !said.contains("Kanariegeel"), "{said}");
    // Something else under the name of a key.
    house.server.git(&["update-ref", "-d", &part]);
    house.server.git(&["update-ref", &key, "main"]);
    let (code, said) = check();
    assert!(code == Some(1) && said.contains("G759"), "{said}");
}
