//! A history that begins anew: nothing is lost, nobody else can do it, and nothing is left of what old commits said.

use std::path::PathBuf;
use std::process::Command;

use super::destroyed::{copy, house as begun};
use super::endings::tidied;
use super::house::House;
use crate::common::{Repo, words};

const CASE: &str = "K25-0001AD";
const PATH: &str = "cases/academie/2025/03/K25-0001AD.md";

/// A key of somebody, with which git can sign; its public line.
fn key(house: &House, name: &str) -> String {
    let file = signing_key(house, name);
    let mut command = house.world.command("ssh-keygen", house.world.path());
    let done = command.args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(&file).output().unwrap();
    assert!(done.status.success(), "{}", words(&done));
    std::fs::read_to_string(file.with_extension("pub")).unwrap().trim().to_owned()
}

fn signing_key(house: &House, name: &str) -> PathBuf {
    house.world.path().join(format!("ssh-{name}"))
}

/// The house of the cases that are destroyed, in which m2 keeps the register, and the keys of m2 and m3 are known.
fn house() -> House {
    let (house, _, _) = begun();
    let desk = house.desk("m2");
    let people = "policy/academie/people.yaml";
    let mut text = std::fs::read_to_string(desk.path().join(people)).unwrap();
    for person in ["m2", "m3"] {
        let git = format!("    git: [{person}@zilverlinde.example]\n");
        let line = key(&house, person);
        text = text.replace(&git, &format!("{git}    keys: [{{key: \"{line}\", from: 2023-01-01}}]\n"));
        signs(&house, house.desk(person), person);
    }
    key(&house, "nobody");
    house.world.set_author("m2@zilverlinde.example");
    desk.write(people, text).commit("Sleutels om mee te ondertekenen");
    house.push("m2");
    let settings = "schema: klacht.register/1\nprotected: [main]\nvault: {backups: 30 calendar days}\nauthority: {keepers: [academie/m2]}\n";
    desk.write("klacht.yaml", settings).commit("Beheerder");
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    house
}

fn signs(house: &House, desk: &Repo, name: &str) {
    desk.git(&["config", "gpg.format", "ssh"]);
    desk.git(&["config", "user.signingKey", signing_key(house, name).to_str().unwrap()]);
}

/// Destroys the case and sends that.
fn destroyed(house: &House) {
    house.done("m2", &["destroy", CASE, "--by", "m2", "--commit"]);
    house.push("m2");
}

/// Every object to which one commit leads and another does not.
fn only_in(desk: &Repo, old: &str, new: &str) -> Vec<String> {
    let of = |tip: &str| desk.git(&["rev-list", "--objects", "--no-object-names", tip]);
    let (old, new) = (of(old), of(new));
    let new: std::collections::BTreeSet<&str> = new.lines().collect();
    old.lines().filter(|id| !new.contains(id)).map(str::to_owned).collect()
}

fn git_dir(desk: &Repo) -> PathBuf {
    desk.path().join(".git")
}

fn own(house: &House, person: &str, id: &str, note: &str) {
    house.fed(person, &["seal", id, "--as", "note", "--commit"], note);
}

/// Something is among what was said.
fn has(said: &str, what: &str) {
    assert!(said.contains(what), "{what}: {said}");
}

fn living(house: &House) -> String {
    let told = house.done("m2", &["list", "--format", "json"]);
    told.split('"').find(|word| word.starts_with("K26-")).unwrap().to_owned()
}

#[test]
fn a_history_begins_anew_and_nothing_is_lost() {
    let house = house().with(&["m4"]);
    let id = living(&house);
    // m4 goes home; m3 hears of the destruction and works on.
    destroyed(&house);
    own(&house, "m4", &id, "Kanariegeel, van thuis.\n");
    house.pull("m3").done("m3", &["sync"]);
    let new = house.opened("m3");
    let old = house.server.id("main");
    // A clone of before, with work that nobody ever sends.
    let sleeper = house.world.clone_of(&house.server, "sleeper", &[]);

    let plan = house.done("m2", &["history", "renew", "--plan"]);
    let count = house.server.git(&["rev-list", "--count", "main"]);
    assert!(plan.contains(&format!("commits die gaan: {count}; vernietigde zaken: 1")), "{plan}");
    assert_eq!(house.server.id("main"), old);
    let said = house.done("m2", &["history", "renew", "--reason", "het jaar  is gesloten"]);
    assert!(said.contains("elk object is nagekeken") && said.contains("begint opnieuw"), "{said}");
    let bridge = house.server.id("main");
    assert_eq!(
        house.server.git(&["rev-parse", "main^{tree}"]),
        house.server.git(&["rev-parse", &format!("{old}^{{tree}}")])
    );
    assert_eq!(house.server.git(&["rev-list", "main"]), bridge);
    let message = house.server.git(&["log", "-1", "--format=%B"]);
    assert!(message.contains("\n\nhet jaar is gesloten\n\nKlacht-Renews: ") && message.contains(&old), "{message}");

    sleeper.git(&["fetch", "--quiet", "origin", "main"]);
    let past = only_in(&sleeper, &old, "FETCH_HEAD");
    assert!(past.len() > 20 && past.contains(&old), "{}", past.len());
    assert_eq!(house.there(&git_dir(house.desk("m2")), &past), 0);

    follow(&house, &past);
    assert!(house.server.git(&["rev-list", "main"]).ends_with(&bridge));
    house.done("m2", &["sync"]);
    has(&house.done("m2", &["open", &id]), "van thuis.");
    has(&house.done("m2", &["open", &new]), "Kanariegeel");

    // Before the server let go, and afterwards, the old history comes back by no name.
    comes_not_back(&house, &sleeper);
    assert!(
        certificate(&house).contains("de server heeft nog niet gezegd dat de oude weg is"),
        "{}",
        certificate(&house)
    );
    assert!(house.there(house.server.path(), &past) > 0);
    let done = tidied(&house, "2026-05-06", &["--now"]);
    assert!(done.status.success() && words(&done).contains("de oude geschiedenis is weg"), "{}", words(&done));
    assert_eq!(house.there(house.server.path(), &past), 0);
    comes_not_back(&house, &sleeper);
    let told = house.done("m2", &["check", "--history"]);
    assert!(
        told.contains("G771") && told.contains("bruggen: 1") && told.contains("ondertekend door academie/m2"),
        "{told}"
    );
    assert!(!house.done("m2", &["check", "--history", "--authority"]).contains("G753"), "nobody gave anything since");
    is_complete(&house);
}

/// The others: git itself stops, and nothing is lost; sync takes along what was not sent yet, from a current base and from an old one.
fn follow(house: &House, past: &[String]) {
    let pulled = house.desk("m3").try_git(&["pull"]);
    assert!(!pulled.status.success(), "{}", words(&pulled));
    for person in ["m3", "m4"] {
        let desk = house.desk(person);
        assert!(house.there(&git_dir(desk), past) > 0, "{person}");
        let said = house.done(person, &["sync"]);
        assert!(
            said.contains("deze computer volgt") && said.contains("Eigen commits meegenomen: 1."),
            "{person}: {said}"
        );
        assert_eq!(house.there(&git_dir(desk), past), 0, "{person}");
        assert_eq!(desk.head(), house.server.id("main"), "{person}");
        assert_eq!(desk.git(&["status", "--porcelain"]), "", "{person}");
        assert!(house.done(person, &["sync"]).contains("niets nieuws"), "{person}");
    }
}

fn comes_not_back(house: &House, sleeper: &Repo) {
    sleeper.git(&["switch", "--quiet", "-C", "oud", "main~2"]);
    let pushed = sleeper.push(&house.server, &["oud"]);
    assert!(!pushed.accepted && pushed.text.contains("G751"), "{}", pushed.text);
    sleeper.git(&["switch", "--quiet", "main"]);
    for (spec, code) in [("main:refs/tags/oud", "G723"), ("+main:main", "G709")] {
        let pushed = sleeper.push(&house.server, &[spec]);
        assert!(!pushed.accepted && pushed.text.contains(code), "{spec}: {}", pushed.text);
    }
}

fn certificate(house: &House) -> String {
    words(&house.run("m2", &["destroy", "--certificate", CASE]))
}

/// Every key renewed, the backups over: nothing is waited for any more.
fn is_complete(house: &House) {
    house.on("2026-05-08");
    for person in ["m2", "m3"] {
        house.done(person, &["sync"]);
        house.done(person, &["keys", "renew", "--commit"]);
        house.push(person);
        house.done(person, &["keys", "retire", &format!("{person}/1"), "--commit"]);
        house.push(person);
    }
    house.done("m2", &["sync"]);
    let people = "policy/academie/people.yaml";
    let desk = house.desk("m2");
    let text = std::fs::read_to_string(desk.path().join(people)).unwrap();
    let retired = text.replace("id: recovery/1\n", "id: recovery/1\n    retired: 2026-05-08\n");
    assert_ne!(text, retired, "{text}");
    desk.write(people, retired);
    let said = certificate(house);
    assert!(
        said.contains("buiten bereik: sinds") && said.contains("reservekopieën van de server blijven tot en met"),
        "{said}"
    );
    assert!(!said.contains("oude commits") && !said.contains("klacht history renew"), "{said}");
    house.on("2026-07-01");
    let done = house.run("m2", &["destroy", "--certificate", CASE]);
    assert!(done.status.success(), "{}", words(&done));
    insta::assert_snapshot!(
        "complete",
        words(&done)
            .replace(house.world.path().to_str().unwrap(), "…")
            .lines()
            .filter(|line| !line.contains("objecten"))
            .collect::<Vec<_>>()
            .join("\n")
    );
    desk.git(&["restore", people]);
}

/// Year after year: each bridge remembers those before it, and a desk that slept through two of them follows.
#[test]
fn a_chain_of_bridges_is_held_together() {
    let house = house();
    destroyed(&house);
    let sleeper = house.world.clone_of(&house.server, "sleeper", &[]);
    let commits = |tip: &str| house.server.git(&["rev-list", "--count", tip]).parse::<usize>().unwrap();
    let first = commits("main");
    house.done("m2", &["history", "renew"]);
    let one = house.server.id("main");
    house.opened("m2");
    house.push("m2");
    let second = commits("main");
    house.done("m3", &["sync"]);
    own(&house, "m3", &living(&house), "Kanariegeel, nog niet verstuurd.\n");
    house.on("2027-05-04");
    house.done("m2", &["history", "renew"]);
    let message = house.server.git(&["log", "-1", "--format=%B"]);
    assert!(message.contains(&format!("Klacht-Beginning: {one}\nKlacht-Commits: {second}\n")), "{message}");
    assert!(
        message.lines().any(|line| line.starts_with("Klacht-Earlier: ") && line.ends_with(&format!(" {first}"))),
        "{message}"
    );
    let said = house.done("m3", &["sync"]);
    assert!(said.contains("Eigen commits meegenomen: 1."), "{said}");
    assert!(house.there(&git_dir(house.desk("m3")), std::slice::from_ref(&one)) == 0);
    let mut follows = house.world.klacht(sleeper.path());
    let done = follows.env("KLACHT_LANG", "nl").arg("sync").output().unwrap();
    assert!(done.status.success() && words(&done).contains("deze computer volgt"), "{}", words(&done));
    assert_eq!(sleeper.head(), house.server.id("main"));
    assert!(tidied(&house, "2027-05-06", &["--now"]).status.success());
    assert_eq!(house.there(house.server.path(), &[one]), 0);
    house.done("m2", &["sync"]);
    let told = house.done("m2", &["check", "--history"]);
    assert!(told.contains(&format!("bruggen: 2; {} commits", first + second)), "{told}");
}

/// The message that a bridge of this history has.
fn message(house: &House) -> String {
    let (head, count) = (house.server.id("main"), house.server.git(&["rev-list", "--count", "main"]));
    let beginning = house.server.git(&["rev-list", "--max-parents=0", "main"]);
    format!(
        "Geschiedenis vernieuwd\n\nKlacht-Renews: {head}\nKlacht-Beginning: {beginning}\nKlacht-Commits: {count}\nKlacht-Verdict: no errors\nKlacht-Program: klacht 0.1.0\nKlacht-Destroyed: 1\n"
    )
}

/// A commit without parents, signed with somebody's key or not at all.
fn forged(house: &House, tree: &str, message: &str, key: Option<&str>) -> String {
    let desk = house.desk("m2");
    let file = house.world.path().join("message");
    std::fs::write(&file, message).unwrap();
    let (name, file) = (key.map(|key| signing_key(house, key)), file.to_str().unwrap());
    let signs = name.map(|name| format!("user.signingKey={}", name.display()));
    let mut arguments = Vec::new();
    if let Some(signs) = &signs {
        arguments.extend(["-c", signs.as_str()]);
    }
    arguments.push("commit-tree");
    arguments.extend(signs.as_ref().map(|_| "-S"));
    arguments.extend(["-F", file, tree]);
    desk.git(&arguments)
}

/// What the server says to a push of a commit as its main branch.
fn pushed(house: &House, commit: &str) -> (bool, String) {
    let before = house.server.id("main");
    let mut command = house.desk("m2").command(&["push", "--quiet", "--force", "origin", &format!("{commit}:main")]);
    let done = command.env("KLACHT_TODAY", "2026-05-04").output().unwrap();
    if done.status.success() {
        house.server.git(&["update-ref", "refs/heads/main", &before]);
    }
    (done.status.success(), words(&done))
}

#[test]
fn no_other_beginning_is_taken() {
    let house = house();
    destroyed(&house);
    let desk = house.desk("m2");
    let tree = desk.git(&["rev-parse", "HEAD^{tree}"]);
    let right = message(&house);
    // The same way with nothing wrong is open.
    let honest = forged(&house, &tree, &right, Some("m2"));
    let (taken, said) = pushed(&house, &honest);
    assert!(taken, "{said}");

    let earlier = desk.git(&["rev-parse", "HEAD~1^{tree}"]);
    let (head, before) = (desk.head(), desk.id("HEAD~1"));
    let count = house.server.git(&["rev-list", "--count", "main"]);
    let plus = right.replace(&format!("Commits: {count}"), "Commits: 3");
    let other = right.replace(&format!("Renews: {head}"), &format!("Renews: {before}"));
    let more = right.replace("Destroyed: 1", "Destroyed: 41");
    let of = format!("{right}Klacht-Earlier: {before} {head} 12\n");
    let name = right.replace("vernieuwd\n\n", "vernieuwd\n\nbel 06 12345678\n\n");
    let tries: [(&str, &str, &str, Option<&str>); 9] = [
        ("other files", &earlier, &right, Some("m2")),
        ("not signed", &tree, &right, None),
        ("a key of nobody", &tree, &right, Some("nobody")),
        ("a clerk", &tree, &right, Some("m3")),
        ("another head", &tree, &other, Some("m2")),
        ("another count", &tree, &plus, Some("m2")),
        ("other destructions", &tree, &more, Some("m2")),
        ("a history that never was", &tree, &of, Some("m2")),
        ("somebody's number", &tree, &name, Some("m2")),
    ];
    let mut told = String::new();
    for (what, tree, message, key) in tries {
        let (taken, said) = pushed(&house, &forged(&house, tree, message, key));
        assert!(!taken && said.contains("G772"), "{what}: {said}");
        told.push_str(&heard(what, &said));
    }
    // Words of another form are no bridge at all.
    for (what, message) in [
        ("no words", "Opnieuw\n".to_owned()),
        ("another verdict", right.replace("no errors", "388 errors")),
        ("a word more", format!("{right}\nVertrouw mij\n")),
    ] {
        let (taken, said) = pushed(&house, &forged(&house, &tree, &message, Some("m2")));
        assert!(!taken && said.contains("G709"), "{what}: {said}");
        told.push_str(&heard(what, &said));
    }
    // On top of a good one: what is wrong there, and the old history merged in.
    let bad = desk.git(&["commit-tree", "-p", &honest, "-m", "Zaak terug", &earlier]);
    let (taken, said) = pushed(&house, &bad);
    assert!(!taken && said.contains("G736"), "{said}");
    let merge = desk.git(&["commit-tree", "-p", &honest, "-p", &head, "-m", "Samen", &tree]);
    let (taken, said) = pushed(&house, &merge);
    assert!(!taken && said.contains("G723"), "{said}");
    told.push_str(&heard("merged in", &said));
    // Another branch of the register does not begin anew.
    let pushed = desk.push(&house.server, &["--force", &format!("{honest}:refs/heads/ander")]);
    assert!(pushed.accepted, "not guarded: {}", pushed.text);
    insta::assert_snapshot!(told);
}

fn heard(what: &str, said: &str) -> String {
    let lines = said.lines().filter_map(|line| line.strip_prefix("remote: ")).map(str::trim_end);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).map(hidden).collect();
    format!("{what}:\n  {}\n", lines.join("\n  "))
}

/// Without what differs from run to run.
fn hidden(line: &str) -> String {
    let words = line.split(' ').map(|word| if word.starts_with("SHA256:") { "SHA256:…" } else { word });
    let words: Vec<&str> = words.collect();
    let line = words.join(" ");
    let hex = |word: &str| word.len() >= 7 && word.chars().all(|c| c.is_ascii_hexdigit());
    line.split(' ')
        .map(|word| if hex(word.trim_matches(|c: char| !c.is_alphanumeric())) { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A fault in old commits does not vanish by a new beginning.
#[test]
fn a_history_with_errors_stays() {
    let house = house();
    let desk = house.desk("m2");
    let case = std::fs::read_to_string(desk.path().join(PATH)).unwrap();
    let hooks = desk.path().join(".git/hooks");
    std::fs::rename(&hooks, desk.path().join(".git/aside")).unwrap();
    desk.write(PATH, case.replace("on: 2025-03-10", "on: 2025-03-09")).commit("Weg");
    desk.write(PATH, case).commit("Terug");
    std::fs::rename(house.server.path().join("hooks"), house.server.path().join("aside")).unwrap();
    desk.git(&["push", "--quiet", "origin", "main"]);
    std::fs::rename(house.server.path().join("aside"), house.server.path().join("hooks")).unwrap();
    let said = house.refused("m2", &["history", "renew"]);
    assert!(said.contains("fouten (") && said.contains("check --history"), "{said}");
    let tree = desk.git(&["rev-parse", "HEAD^{tree}"]);
    let message = message(&house).replace("Destroyed: 1", "Destroyed: 0");
    let (taken, said) = pushed(&house, &forged(&house, &tree, &message, Some("m2")));
    assert!(!taken && said.contains("G772"), "{said}");
    insta::assert_snapshot!(heard("errors", &said));
}

#[test]
fn what_stands_in_the_way_is_named() {
    let house = house();
    let desk = house.desk("m2");
    desk.git(&["push", "--quiet", "origin", "HEAD~1:refs/heads/probeer"]);
    desk.git(&["tag", "jaar-2025"]);
    desk.git(&["push", "--quiet", "origin", "jaar-2025"]);
    let said = house.refused("m2", &["history", "renew"]);
    assert!(said.contains("git push origin --delete refs/heads/probeer refs/tags/jaar-2025"), "{said}");
    has(&house.refused("m2", &["history", "renew", "--plan"]), "refs/tags/jaar-2025");
    desk.git(&["push", "--quiet", "origin", "--delete", "refs/heads/probeer", "refs/tags/jaar-2025"]);
    desk.write("klacht.yaml", "schema: klacht.register/1\n");
    has(&house.refused("m2", &["history", "renew"]), "niet is vastgelegd");
    desk.git(&["restore", "klacht.yaml"]);
    let id = living(&house);
    own(&house, "m2", &id, "Kanariegeel.\n");
    has(&house.refused("m2", &["history", "renew"]), "klacht sync");
    house.push("m2");
    desk.git(&["config", "--unset", "user.signingKey"]);
    has(&house.refused("m2", &["history", "renew"]), "user.signingKey");
    house.done("m3", &["sync"]);
    has(&house.refused("m3", &["history", "renew"]), "m3 vernieuwde de geschiedenis en is geen beheerder");
    signs(&house, desk, "m2");

    // A label and a branch of before, here only: named, and everything goes when they do.
    let old = house.desk("m3").head();
    house.desk("m3").git(&["branch", "eigen", "HEAD~1"]);
    house.desk("m3").write(PATH, "weggelegd").git(&["stash", "push", "--quiet"]);
    let said = house.done("m2", &["history", "renew"]);
    assert!(said.contains("refs/tags/jaar-2025") && !said.contains("elk object"), "{said}");
    desk.git(&["tag", "-d", "jaar-2025"]);
    has(&house.done("m2", &["sync"]), "elk object is nagekeken");
    assert_eq!(house.there(&git_dir(desk), std::slice::from_ref(&old)), 0);
    let said = house.done("m3", &["sync"]);
    assert!(said.contains("refs/heads/eigen, stash@{0}"), "{said}");
    house.desk("m3").git(&["branch", "-D", "eigen"]);
    house.desk("m3").git(&["stash", "drop", "--quiet"]);
    has(&house.done("m3", &["sync"]), "elk object is nagekeken");
    assert_eq!(house.there(&git_dir(house.desk("m3")), &[old]), 0);
}

/// A desk follows nobody's word but a keeper's, whatever a server without a hook took.
#[test]
fn a_desk_follows_no_stranger() {
    let house = house();
    destroyed(&house);
    let desk = house.desk("m3");
    own(&house, "m3", &living(&house), "Kanariegeel.\n");
    let (head, old) = (desk.head(), house.server.id("main"));
    let tree = house.desk("m2").git(&["rev-parse", "HEAD^{tree}"]);
    let earlier = house.desk("m2").git(&["rev-parse", "HEAD~1^{tree}"]);
    let right = message(&house);
    std::fs::rename(house.server.path().join("hooks"), house.server.path().join("aside")).unwrap();
    // It was here before, so that a desk sees what was there.
    desk.git(&["fetch", "--quiet"]);
    let elsewhere = right.replace("Beginning: ", "Beginning: 1").replace("1\n", "\n");
    for (what, commit) in [
        ("a key of nobody", forged(&house, &tree, &right, Some("nobody"))),
        ("a clerk", forged(&house, &tree, &right, Some("m3"))),
        ("other files", forged(&house, &earlier, &right, Some("m2"))),
        ("no bridge", forged(&house, &tree, "Opnieuw\n", Some("m2"))),
        ("of something else", forged(&house, &tree, &elsewhere, Some("m2"))),
    ] {
        house.desk("m2").git(&["push", "--quiet", "--force", "origin", &format!("{commit}:main")]);
        let said = house.refused("m3", &["sync"]);
        assert!(said.contains("en die wordt niet gevolgd"), "{what}: {said}");
        assert_eq!(desk.head(), head, "{what}");
    }
    house.desk("m2").git(&["push", "--quiet", "--force", "origin", &format!("{old}:main")]);
    house.desk("m2").git(&["fetch", "--quiet"]);
    house.done("m2", &["history", "renew"]);
    has(&house.done("m3", &["sync"]), "Eigen commits meegenomen: 1.");
    assert_eq!(desk.head(), house.server.id("main"));
}

/// Git, which kills whoever runs it before or after it did what is named.
fn killing(house: &House, command: &mut Command, when: &str, what: &str) {
    let folder = house.world.path().join(format!("killing-{when}-{}", what.len()));
    std::fs::create_dir_all(&folder).unwrap();
    let real = house.world.command("sh", house.world.path()).args(["-c", "command -v git"]).output().unwrap();
    let real = String::from_utf8(real.stdout).unwrap();
    let (before, after) = if when == "before" { ("kill -9 $PPID; exit 1", ":") } else { (":", "kill -9 $PPID") };
    let script = format!(
        "#!/bin/sh\ncase \"$*\" in *\"{what}\"*) {before};; esac\n{real} \"$@\"\ncode=$?\ncase \"$*\" in *\"{what}\"*) {after};; esac\nexit $code\n",
        real = real.trim()
    );
    let file = folder.join("git");
    std::fs::write(&file, script).unwrap();
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    command.env("PATH", path);
}

#[test]
fn whatever_stops_it_the_next_sync_goes_on() {
    let house = house();
    destroyed(&house);
    let steps = [
        ("before", "reset --quiet --keep"),
        ("after", "reset --quiet --keep"),
        ("before", "-d refs/klacht/synced"),
        ("after", "-d refs/klacht/synced"),
        ("before", "gc --quiet --prune=now"),
        ("after", "gc --quiet --prune=now"),
        ("after", "cat-file --batch-all-objects"),
    ];
    let desks: Vec<Repo> =
        (0..steps.len()).map(|n| house.world.clone_of(&house.server, &format!("follows-{n}"), &[])).collect();
    let with_work = house.world.clone_of(&house.server, "works", &[]);
    let old = house.server.id("main");

    // Whoever renews is stopped before the server heard of it: nothing happened. And right after.
    let mut command = house.program("m2");
    killing(&house, &mut command, "before", "push --quiet --force-with-lease");
    assert!(!command.args(["history", "renew"]).output().unwrap().status.success());
    assert_eq!(house.server.id("main"), old);
    has(&house.done("m2", &["sync"]), "niets nieuws");
    let mut command = house.program("m2");
    killing(&house, &mut command, "after", "push --quiet --force-with-lease");
    assert!(!command.args(["history", "renew"]).output().unwrap().status.success());
    let bridge = house.server.id("main");
    assert!(bridge != old && house.desk("m2").head() == old);
    has(&house.refused("m2", &["history", "renew"]), "klacht sync");
    has(&house.done("m2", &["sync"]), "elk object is nagekeken");

    house.world.set_author("m2@zilverlinde.example");
    with_work.git(&["config", "core.hooksPath", "/nowhere"]);
    with_work.write("README.md", "Lees mij\n").commit("Uitleg");
    with_work.git(&["fetch", "--quiet", "origin"]);
    let past = only_in(&with_work, &old, "origin/main");
    let sync = |desk: &Repo| {
        let mut command = house.world.klacht(desk.path());
        command.env("KLACHT_TODAY", "2026-05-04").env("KLACHT_LANG", "nl").arg("sync");
        command
    };
    for (desk, (when, what)) in desks.iter().zip(steps) {
        let mut command = sync(desk);
        killing(&house, &mut command, when, what);
        assert!(!command.output().unwrap().status.success(), "{when} {what}");
        let done = sync(desk).output().unwrap();
        assert!(
            done.status.success() && words(&done).contains("elk object is nagekeken"),
            "{when} {what}: {}",
            words(&done)
        );
        assert_eq!(desk.head(), bridge, "{when} {what}");
        assert_eq!(house.there(&git_dir(desk), &past), 0, "{when} {what}");
        assert!(words(&sync(desk).output().unwrap()).contains("niets nieuws"), "{when} {what}");
    }
    // The same with work of one's own.
    let mut command = sync(&with_work);
    killing(&house, &mut command, "after", "rebase --quiet --onto");
    assert!(!command.output().unwrap().status.success());
    let done = sync(&with_work).output().unwrap();
    assert!(words(&done).contains("elk object is nagekeken"), "{}", words(&done));
    assert_eq!(house.there(&git_dir(&with_work), &past), 0);
    assert!(with_work.path().join("README.md").exists());
    assert_eq!(with_work.git(&["rev-parse", "HEAD~1"]), bridge);
}

/// Two desks changed the same: git waits for somebody, nothing is lost, and then it goes on.
#[test]
fn work_that_collides_waits_for_a_person() {
    let house = house();
    destroyed(&house);
    let works = house.world.clone_of(&house.server, "works", &[]);
    works.git(&["config", "core.hooksPath", "/nowhere"]);
    house.world.set_author("m3@zilverlinde.example");
    works.write("README.md", "Van mij\n").commit("Uitleg");
    house.done("m2", &["history", "renew"]);
    house.world.set_author("m2@zilverlinde.example");
    house.desk("m2").write("README.md", "Van hen\n").commit("Uitleg");
    house.push("m2");
    let sync = || {
        let mut command = house.world.klacht(works.path());
        let done = command.env("KLACHT_TODAY", "2026-05-04").env("KLACHT_LANG", "nl").arg("sync").output().unwrap();
        (done.status.success(), words(&done))
    };
    for _ in 0..2 {
        let (done, said) = sync();
        assert!(!done && said.contains("git rebase --continue"), "{said}");
    }
    works.write("README.md", "Van ons\n").git(&["add", "README.md"]);
    works.git(&["-c", "core.editor=true", "rebase", "--continue"]);
    let (done, said) = sync();
    assert!(done && said.contains("elk object is nagekeken"), "{said}");
    assert_eq!(works.head(), house.server.id("main"));
    assert_eq!(works.git(&["show", "HEAD:README.md"]), "Van ons");
}

/// A server that still holds something says so, and by what. Without a server there is nobody to follow, and the same is gone here.
#[test]
fn what_still_leads_to_the_old_history_is_named() {
    let house = house();
    destroyed(&house);
    let old = house.server.id("main");
    let alone = house.world.path().join("alone");
    copy(house.desk("m2").path(), &alone);
    assert!(!words(&house.run("m2", &["doctor"])).contains("history renew"));
    house.on("2027-05-04");
    has(&words(&house.run("m2", &["doctor"])), "klacht history renew");
    house.on("2026-05-04");
    house.done("m2", &["history", "renew"]);
    house.server.git(&["branch", "vergeten", &old]);
    let done = tidied(&house, "2026-05-06", &["--now"]);
    assert!(!done.status.success(), "{}", words(&done));
    has(&words(&done), "leidt nog: refs/heads/vergeten");
    house.server.git(&["branch", "-D", "vergeten"]);
    let done = tidied(&house, "2026-05-06", &["--now"]);
    assert!(done.status.success(), "{}", words(&done));
    assert_eq!(house.there(house.server.path(), std::slice::from_ref(&old)), 0);
    has(&house.server.git(&["cat-file", "blob", "refs/klacht/tidy/seen"]), " 2026-05-06");
    assert!(tidied(&house, "2026-05-07", &["--now"]).status.success());
    has(&house.server.git(&["cat-file", "blob", "refs/klacht/tidy/seen"]), " 2026-05-06");
    without_a_server(&house, &Repo::at(&house.world, alone), &old);
}

fn without_a_server(house: &House, desk: &Repo, old: &str) {
    desk.git(&["remote", "remove", "origin"]);
    let run = |arguments: &[&str]| {
        let mut command = house.world.klacht(desk.path());
        command.env("KLACHT_TODAY", "2026-05-04").env("KLACHT_LANG", "nl").args(arguments);
        command
    };
    let mut command = run(&["history", "renew"]);
    killing(house, &mut command, "before", "gc --quiet --prune=now");
    assert!(!command.output().unwrap().status.success());
    let past = [old.to_owned()];
    assert_eq!(house.there(&git_dir(desk), &past), 1);
    let done = run(&["sync"]).output().unwrap();
    assert!(done.status.success(), "{}", words(&done));
    has(&words(&done), "elk object is nagekeken");
    assert_eq!(house.there(&git_dir(desk), &past), 0);
    let done = run(&["check", "--history"]).output().unwrap();
    assert!(done.status.success(), "{}", words(&done));
    has(&words(&done), "bruggen: 1");
}
