//! Keys that are renewed, lost, retired and taken from a safe; people who leave.

use super::house::House;

#[test]
fn a_key_is_renewed_and_the_old_one_opens_nothing_any_more() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let old = std::fs::read_dir(house.keys("m3")).unwrap().next().unwrap().unwrap().path();
    let still = house.refused("m3", &["keys", "retire", "m3/1"]);
    assert!(still.contains("keys renew"), "{still}");
    house.done("m3", &["keys", "renew", "--commit"]);
    house.push("m3");
    assert!(house.done("m3", &["keys", "status"]).contains("opgevolgd op 2026-05-04"));
    house.done("m3", &["keys", "retire", "m3/1", "--commit"]);
    assert!(!old.exists());
    assert!(house.done("m3", &["open", &id]).contains("Kanariegeel"));
    house.push("m3").pull("m2").done("m2", &["sync"]);
    assert!(house.done("m2", &["open", &id]).contains("Kanariegeel"));
    let list = house.server.git(&["show", &format!("refs/klacht/key/{id}:access")]);
    assert_eq!(list, "may m2/1\nmay m3/2\nmay recovery/1\nwas m3/1");
}

#[test]
fn the_key_in_the_safe_is_renewed_and_the_old_one_retired() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let (safe, other) = (house.safe(), house.world.path().join("safe-2"));
    let (safe, other) = (safe.to_str().unwrap(), other.to_str().unwrap());
    let again = house.refused("m2", &["keys", "recovery", "make", other]);
    assert!(again.contains("klacht keys recovery renew"), "{again}");
    let same = house.refused("m2", &["keys", "recovery", "renew", safe]);
    assert!(same.contains("staat al een reservesleutel"), "nothing is written over the old one: {same}");
    let early = house.refused("m2", &["keys", "retire", "recovery/1"]);
    assert!(early.contains("de reservesleutel die nu geldt"), "{early}");
    assert!(house.refused("m2", &["keys", "remove", "recovery"]).contains("zonder reservesleutel"));

    let said = house.done("m2", &["keys", "recovery", "renew", other, "--commit"]);
    assert!(said.contains("Kaart C:") && said.contains("gewijzigd: 1"), "{said}");
    // A colleague has not heard of it, and sealed a case that is not sent yet.
    let late = house.opened("m3");
    house.push("m2").pull("m3").push("m3");
    for id in [&id, &late] {
        let list = house.server.git(&["show", &format!("refs/klacht/key/{id}:access")]);
        assert_eq!(list, "may m2/1\nmay m3/1\nmay recovery/2\nwas recovery/1");
    }
    house.pull("m2").done("m2", &["sync"]);
    house.done("m2", &["keys", "retire", "recovery/1", "--commit"]);
    assert!(house.done("m2", &["keys", "status"]).contains("recovery/1  2026-05-04  vernietigd op 2026-05-04"));
    house.push("m2");
    assert!(house.done("m2", &["open", &late]).contains("Kanariegeel"));
    // A new one that was lost: each case gets a new key for what comes later.
    let public = |id: &str| {
        house.desk("m2").git(&[
            "--git-dir",
            house.store("m2").to_str().unwrap(),
            "show",
            &format!("refs/klacht/key/{id}:key.pub"),
        ])
    };
    let before = public(&id);
    let lost = house.done("m2", &["keys", "lost", "recovery/2", "--commit"]);
    assert!(lost.contains("klacht keys recovery renew") && lost.contains(&id), "{lost}");
    let third = house.world.path().join("safe-3");
    house.done("m2", &["keys", "recovery", "renew", third.to_str().unwrap(), "--commit"]);
    assert_eq!(public(&id).lines().skip(1).collect::<Vec<_>>(), before.lines().collect::<Vec<_>>());
    house.push("m2");
}

#[test]
fn who_leaves_reads_nothing_that_comes_later() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let said = house.done("m2", &["keys", "lost", "m3", "--commit"]);
    assert!(said.contains(&id) && said.contains("72 uur"), "{said}");
    house.done("m2", &["keys", "remove", "m3", "--anew"]);
    house.fed("m2", &["seal", &id, "--as", "note", "--commit"], "Kanariegeel, later.\n");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    assert!(house.refused("m3", &["open", &id]).contains("niet voor u"));
    assert!(house.done("m2", &["open", &id]).contains("later."));
    assert!(house.done("m2", &["keys", "status"]).contains("kwijt sinds 2026-05-04"));
}

/// After a loss: who could read what on the day on which it happened.
#[test]
fn who_could_read_on_a_day_is_reckoned() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let on = |day: &str| house.done("m2", &["access", &id, "--on", day]);
    let of = |day: &str| house.done("m2", &["access", "--person", "m3", "--on", day]);
    assert!(on("2026-05-05").contains("m2/1  kon lezen\nm3/1  kon lezen\nrecovery/1  kon lezen\n"));
    assert!(on("2026-05-03").contains("Niemand.") && of("2026-05-03").contains("Geen enkele zaak."));
    assert!(of("2026-05-05").contains(&format!("{id}  m3/1  kon lezen\n")));
    house.on("2026-05-10").done("m2", &["keys", "lost", "m3", "--commit"]);
    house.done("m2", &["keys", "remove", "m3", "--anew"]);
    assert!(of("2026-05-09").contains("m3/1  kon openen wat er al was, of een oude kopie (nu niet meer op de lijst)"));
    assert!(of("2026-05-11").contains("(kwijt sinds zo 10 mei 2026)"), "{}", of("2026-05-11"));
    let typed = house.refused("m2", &["access", "--person", "m33", "--on", "2026-05-05"]);
    assert!(typed.contains("geen persoon"), "{typed}");
}

#[test]
fn a_newcomer_is_let_in_by_somebody_who_can_read_and_only_where_the_regulation_lets_them() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    house.push("m2");
    let house = house.with(&["m4", "m9"]);
    house.pull("m2");
    for person in ["m4", "m9"] {
        house.done(person, &["sync"]);
        assert!(house.refused(person, &["open", &id]).contains("niet voor u"));
    }
    assert!(house.done("m2", &["keys", "add", "m4"]).contains("gewijzigd: 1"));
    assert!(house.done("m2", &["keys", "add", "m9"]).contains("niet volgens de regeling: 1"));
    house.push("m2");
    house.pull("m4").done("m4", &["sync"]);
    assert!(house.done("m4", &["open", &id]).contains("Kanariegeel"));
    let typed = house.refused("m2", &["keys", "add", "m44"]);
    assert!(typed.contains("m4/1"), "{typed}");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_is_not_repeated() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    let mut command = house.program("m2");
    let done =
        command.env("KLACHT_PASSPHRASE_COMMAND", "echo een-andere-wachtzin").args(["open", &id]).output().unwrap();
    let said = crate::common::words(&done);
    assert!(!done.status.success() && said.contains("andere wachtzin") && !said.contains("een-andere"), "{said}");
    let mut command = house.program("m2");
    let done = command.env("KLACHT_PASSPHRASE_COMMAND", "echo kort").args(["keys", "new"]).output().unwrap();
    assert!(crate::common::words(&done).contains("te kort"));
}

/// `doctor` says what endangers what is sealed, and nothing where all is well.
#[test]
fn doctor_says_what_endangers_the_sealed_part() {
    let house = House::of(&["m2", "m3"]);
    house.opened("m2");
    house.push("m2");
    let doctor = |house: &House| crate::common::words(&house.run("m2", &["doctor"]));
    assert!(doctor(&house).contains("het verzegelde deel is goed ingericht"), "{}", doctor(&house));
    house.done("m2", &["keys", "lost", "m3", "--commit"]);
    assert!(doctor(&house).contains("klacht keys remove m3/1 --anew"), "{}", doctor(&house));
    house.desk("m2").git(&["config", "rerere.enabled", "true"]);
    assert!(doctor(&house).contains("git config rerere.enabled false"));
    house.desk("m2").write("vertrouwelijk/K26-7F3QXM/data.json", "{}");
    assert!(doctor(&house).contains("klacht seal --from"));
    let copied = house.world.path().join("Dropbox/keys");
    std::fs::create_dir_all(&copied).unwrap();
    let mut program = house.program("m2");
    let said = crate::common::words(&program.env("KLACHT_KEYS", &copied).arg("doctor").output().unwrap());
    assert!(said.contains("een map die wordt gekopieerd"), "{said}");
}

/// A stock `age` opens what klacht sealed: nobody depends on the program to read what is theirs.
#[test]
fn the_stock_program_opens_it_too() {
    let there = std::process::Command::new("age").arg("--version").output().is_ok_and(|o| o.status.success());
    if !there {
        eprintln!("left out: age is not installed");
        return;
    }
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    house.push("m2");
    let run = |line: &str| {
        let done = house.world.command("sh", house.world.path()).args(["-c", line]).output().unwrap();
        assert!(done.status.success(), "{line}: {}", crate::common::words(&done));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let cards = std::fs::read_to_string(house.world.path().join("cards.txt")).unwrap();
    let card = |letter: &str| {
        let line = cards.lines().skip_while(|line| !line.contains(letter)).nth(1).unwrap().to_owned();
        let file = house.world.path().join(format!("card-{letter}"));
        std::fs::write(&file, line).unwrap();
    };
    card("A");
    card("C");
    run("age -d -i card-C safe/reserve-A-C.age | age -d -i card-A > recovery");
    let piece = run(&format!("git --git-dir server.git ls-tree --name-only refs/klacht/part/{id} | head -1"));
    run(&format!(
        "git --git-dir server.git cat-file blob refs/klacht/key/{id}:key.age | age -d -i recovery > case-key"
    ));
    let read = run(&format!(
        "git --git-dir server.git cat-file blob refs/klacht/part/{id}:{} | age -d -i case-key | tail -c +9",
        piece.trim()
    ));
    assert!(read.contains("klacht.piece/1") && read.contains("Kanariegeel"), "{read}");
}

/// Who slips a key of his own under the name of a colleague gets nothing sealed to it, also where no gate refuses the line.
#[test]
fn a_key_that_changed_under_its_name_gets_nothing() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    let people = house.desk("m2").path().join("policy/academie/people.yaml");
    let text = std::fs::read_to_string(&people).unwrap();
    let keys: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("age1")).collect();
    assert_eq!(keys.len(), 3, "{text}");
    std::fs::write(&people, text.replace(keys[1], keys[0])).unwrap();
    let said = house.refused("m2", &["keys", "add", "m3", "--cases", &id]);
    assert!(said.contains("een andere dan deze werkplek kende") && said.contains("klacht keys trust"), "{said}");
    let changed = said.split('`').nth(1).unwrap().split(' ').next_back().unwrap().to_owned();
    assert!(house.refused("m2", &["keys", "trust", "m9/4"]).contains("kent de sleutel m9/4 niet"));
    assert!(house.done("m2", &["keys", "trust", &changed]).contains("geldt hier nu"));
    assert!(house.done("m2", &["keys", "trust", &changed]).contains("was hier al"));
    assert!(!words_of(&house, &["keys", "add", "m3", "--cases", &id]).contains("andere dan"));
}

fn words_of(house: &House, arguments: &[&str]) -> String {
    crate::common::words(&house.run("m2", arguments))
}
