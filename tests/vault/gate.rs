//! What a server that has no key takes and refuses of what is sealed: each rule with a push that passes and one that fails.

use klacht::check::{PushContext, check_push};
use klacht::register::{Register, Update};

use crate::common::words;
use crate::vault::office::{
    ACCESS, CASE, GONE, ID, OF_CASE, OTHER, Office, PIECES, file, naming, piece, recipient, sealed, under_passphrase,
};

#[test]
fn a_case_is_sealed_and_then_named() {
    let office = Office::new();
    let (part, case) = office.begun();
    office.write(&case);
    office.gate.accepts(&["main"]);
    // Another piece, and the key for others: on its own, and in one push with the case.
    let bytes = sealed(1, 81_920);
    let first = office.desk().try_git(&["cat-file", "blob", &format!("{part}:{}", file(PIECES[0]))]).stdout;
    let more = office.commit(&[(&file(PIECES[0]), &first), (&file(PIECES[1]), &bytes)], &[&part]);
    office.write(&naming(&[(PIECES[0], &first), (PIECES[1], &bytes)], ""));
    office.gate.accepts(&["main", &format!("{more}:refs/klacht/part/{ID}")]);
    office.accepts(&[("key", ID, &office.key("may m3/1\nmay recovery/1\nwas m2/1\n", 2))]);
    // A case of which nothing is known yet, and of which nothing is sealed but its key.
    office.accepts(&[("key", OTHER, &office.key(ACCESS, 3))]);
    let home = walkdir::WalkDir::new(office.gate.world.home()).into_iter().filter_map(Result::ok);
    let secrets = home.filter(|e| std::fs::read_to_string(e.path()).is_ok_and(|t| t.contains("AGE-SECRET"))).count();
    assert_eq!(secrets, 0, "the server has no key");
}

#[test]
fn only_two_references_a_case() {
    let office = Office::new();
    let key = office.key(ACCESS, 3);
    for (kind, id) in [("copy", ID), ("key", "K25-0000A8"), ("key", "overzicht"), ("seen/key", ID), ("key/x", ID)] {
        office.refuses(&[(kind, id, &key)], &["G754"]);
    }
    office.desk().git(&["tag", "--annotate", "--message", "x", "label", &key]);
    office.refuses(&[("key", ID, &office.desk().id("label"))], &["G754"]);
    office.refuses(&[("key", ID, &office.desk().id(&format!("{key}^{{tree}}")))], &["G754"]);
    let elsewhere = Office::with("vault: {remote: ../kluis.git}\n");
    elsewhere.refuses(&[("key", ID, &elsewhere.key(ACCESS, 3))], &["G754"]);
}

#[test]
fn what_is_sealed_stands_in_no_branch() {
    let office = Office::new();
    let (part, _) = office.begun();
    let key = office.key(ACCESS, 3);
    office.gate.refuses(&[&format!("{part}:refs/heads/kladje")], &["G754"]);
    office.gate.refuses(&[&format!("{key}:refs/heads/kladje")], &["G754"]);
    // Nor by another name of its maker, or below what looks harmless.
    let renamed = office.commit_by(&office.desk().id(&format!("{part}^{{tree}}")), &[], "m3 <m3> 0 +0000", "\n");
    let above = office.commit_of(&office.tree(&[("LEESMIJ", b"x")]), &[&renamed]);
    office.gate.refuses(&[&format!("{above}:refs/heads/kladje")], &["G754"]);
    assert!(!office.gate.push(&[&format!("{part}:refs/tags/kladje")]).accepted);
    office.desk().git(&["merge", "--quiet", "--no-edit", "--allow-unrelated-histories", &part]);
    assert!(!office.gate.push(&["main"]).accepted, "taken up by the register itself");
    office.desk().git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    let harmless = office.commit_of(&office.tree(&[("LEESMIJ", b"x")]), &[]);
    office.gate.accepts(&[&format!("{harmless}:refs/heads/kladje")]);
}

#[test]
fn a_commit_says_nothing_else() {
    let office = Office::new();
    let (name, bytes) = (file(PIECES[0]), piece());
    let tree = office.tree(&[(&name, &bytes)]);
    let maker = "klacht <klacht> 0 +0000";
    let wrong = [
        office.commit_by(&tree, &[], "m3 <m3> 0 +0000", "\n"),
        office.commit_by(&tree, &[], "klacht <klacht> 1 +0000", "\n"),
        office.commit_by(&tree, &[], maker, "\nWoorden van de klager"),
        office.commit_by(&tree, &[], maker, "encoding UTF-8\n\n"),
        office.commit_by(&tree, &[], maker, "gpgsig x\n\n"),
        office.commit(&[(&name, &bytes), ("leesmij.txt", b"Jan")], &[]),
        office.commit(&[("AAAAAAAAAAAAAAAAAAAAAAAAAA.age", &bytes)], &[]),
        office.commit(&[("aaaaaaaaaaaaaaaaaaaaaaaaaaa.age", &bytes)], &[]),
    ];
    for commit in wrong {
        office.refuses(&[("part", ID, &commit)], &["G755"]);
    }
    let blob = office.desk().git_with(&["hash-object", "-w", "--stdin"], &bytes);
    for (mode, id) in [("100755", &blob), ("120000", &blob), ("40000", &tree)] {
        let odd = office.desk().tree(&[(mode, name.as_bytes(), id)]);
        office.refuses(&[("part", ID, &office.commit_of(&odd, &[]))], &["G755"]);
    }
    office.accepts(&[("part", ID, &office.commit_of(&tree, &[]))]);
}

#[test]
fn what_is_called_sealed_is_sealed() {
    let office = Office::with("vault: {max_piece: 100000}\n");
    let name = file(PIECES[0]);
    let mut plain = piece();
    let payload = plain.len() - 1024;
    plain[payload..].fill(b' ');
    let wrong: [&[u8]; 8] = [
        b"De les ging niet door.",
        &plain,
        &under_passphrase(&[0; 1024]),
        &sealed(2, 1024),
        &sealed(1, 1000),
        &sealed(1, 131_072),
        &piece()[..200],
        b"",
    ];
    for bytes in wrong {
        office.refuses(&[("part", ID, &office.commit(&[(&name, bytes)], &[]))], &["G756"]);
    }
    office.accepts(&[("part", ID, &office.commit(&[(&name, &sealed(1, 81_920))], &[]))]);
}

#[test]
fn a_key_is_for_who_may_read() {
    let office = Office::new();
    let (_, case) = office.begun();
    let wrong = [
        (ACCESS, 2),
        (ACCESS, 4),
        ("may m2/1\nmay m3/1\n", 2),
        ("may m2/2\nmay m3/1\nmay recovery/1\n", 3),
        ("may m2/1\nmay m3/1\nmay m4/1\nmay recovery/1\n", 4),
        ("may m2/1\nmay recovery/1\n", 2),
        ("may m3/1\nmay m2/1\nmay recovery/1\n", 3),
        ("", 1),
    ];
    for (access, keys) in wrong {
        office.refuses(&[("key", ID, &office.key(access, keys))], &["G757"]);
    }
    let (list, public) = (ACCESS.as_bytes(), format!("{}\n", *OF_CASE));
    let wrapped = sealed(3, 75);
    let odd: [&[(&str, &[u8])]; 4] = [
        &[("access", list), ("key.age", &wrapped)],
        &[("access", list), ("key.age", &wrapped), ("key.pub", b"age1plugin1xyz\n")],
        &[("access", list), ("key.age", &wrapped), ("key.pub", &public.as_bytes()[..62])],
        &[("access", list), ("key.age", &wrapped), ("key.pub", public.as_bytes()), ("notes", b"x")],
    ];
    for files in odd {
        office.refuses(&[("key", ID, &office.commit(files, &[]))], &["G757"]);
    }
    let good = [("access", list), ("key.age", wrapped.as_slice()), ("key.pub", public.as_bytes())];
    let past = office.commit(&good, &[&office.desk().id("HEAD")]);
    office.refuses(&[("key", ID, &past)], &["G757"]);
    let under = [("access", list), ("key.age", &under_passphrase(b"x")), ("key.pub", public.as_bytes())];
    office.refuses(&[("key", ID, &office.commit(&under, &[]))], &["G756"]);
    // m1 has no role any more, which counts as soon as it is known of which regulation the case is.
    let former = office.key("may m1/1\nmay m2/1\nmay m3/1\nmay recovery/1\n", 4);
    office.accepts(&[("key", ID, &former)]);
    office.write(&case);
    office.gate.refuses(&["main"], &["G757"]);
    let without = office.key("may m2/1\nmay m3/1\nmay recovery/1\nwas m1/1\n", 3);
    office.gate.accepts(&["main", &format!("+{without}:refs/klacht/key/{ID}")]);
    office.refuses(&[("key", ID, &former)], &["G757"]);
}

/// The keys that a case had before stay: whoever lacks one lets earlier pieces open for nobody.
#[test]
fn no_key_of_a_case_is_forgotten() {
    let office = Office::new();
    office.begun();
    let with = |recipients: &str| {
        let files = [("access", ACCESS.as_bytes()), ("key.age", &sealed(3, 150)), ("key.pub", recipients.as_bytes())];
        office.commit(&files.map(|(name, bytes)| (name, bytes)), &[])
    };
    let (first, newer) = (OF_CASE.as_str(), recipient());
    office.accepts(&[("key", ID, &with(&format!("{newer}\n{first}\n")))]);
    office.refuses(&[("key", ID, &with(&format!("{newer}\n")))], &["G757"]);
    office.refuses(&[("key", ID, &with(&format!("{newer}\n{newer}\n{first}\n")))], &["G757"]);
}

#[test]
fn pieces_stay() {
    let office = Office::new();
    let (a, b) = (piece(), piece());
    let names = PIECES.map(file);
    let first = office.commit(&[(&names[0], &a)], &[]);
    office.accepts(&[("key", ID, &office.key(ACCESS, 3)), ("part", ID, &first)]);
    let both = office.commit(&[(&names[0], &a), (&names[1], &b)], &[&first]);
    let changed = office.commit(&[(&names[0], &b)], &[&first]);
    let lost = office.commit(&[(&names[1], &b)], &[&first]);
    let back = office.commit(&[(&names[0], &a)], &[&both]);
    let joined = office.commit(&[(&names[0], &a), (&names[1], &b)], &[&first, &lost]);
    for wrong in [&changed, &lost, &back, &joined] {
        office.refuses(&[("part", ID, wrong)], &["G758"]);
    }
    office.accepts(&[("part", ID, &both)]);
    let anew = office.commit(&[(&names[0], &a), (&names[1], &b)], &[]);
    let less = office.commit(&[(&names[0], &a)], &[]);
    for wrong in [&anew, &less, &first] {
        office.refuses(&[("part", ID, wrong)], &["G758"]);
    }
    // It was taken back: named so in the case, in the same push.
    office.write(&naming(&[(PIECES[0], &a), (PIECES[1], &b)], ""));
    office.gate.accepts(&["main"]);
    let withdrawn =
        format!("  withdrawn:\n    - {{id: {}, on: 2025-03-03, by: m3, why: van een andere klacht}}\n", PIECES[1]);
    office.write(&naming(&[(PIECES[0], &a), (PIECES[1], &b)], &withdrawn));
    let none = office.commit(&[], &[]);
    office.gate.refuses(&["main", &format!("+{none}:refs/klacht/part/{ID}")], &["G758", "G760"]);
    office.gate.accepts(&["main", &format!("+{less}:refs/klacht/part/{ID}")]);
    // It does not come back.
    office.refuses(&[("part", ID, &both)], &["G758"]);
    let again = office.commit(&[(&names[0], &a), (&names[1], &b)], &[&less]);
    office.refuses(&[("part", ID, &again)], &["G758"]);
}

#[test]
fn what_is_sealed_lives_as_long_as_its_case() {
    let office = Office::new();
    let (part, case) = office.begun();
    office.write(&case);
    office.gate.accepts(&["main"]);
    for kind in ["key", "part"] {
        office.refuses(&[(kind, ID, "")], &["G759"]);
    }
    office.refuses(&[("key", OTHER, &office.key(ACCESS, 3)), ("part", ID, "")], &["G759"]);
    // Destroyed, as it stands on the server.
    let key = office.key(ACCESS, 3);
    let stub = |id: &str| format!("---\nid: {id}\ndestroyed: {{on: 2025-06-01, by: m2}}\n---\n");
    office.desk().write(CASE, stub(ID)).write(&CASE.replace(ID, GONE), stub(GONE));
    // In the push that makes it one, whatever else is said of that.
    let new = office.desk().commit("Vernietigd");
    let (server, nothing) = (&office.gate.server, "0".repeat(40));
    for object in [&new, &key] {
        server.git(&["fetch", "--quiet", office.desk().path().to_str().unwrap(), object]);
    }
    let (main, old) = (server.id("main"), server.id(&format!("refs/klacht/key/{ID}")));
    for (to, told) in [(&key, true), (&nothing, false)] {
        let lines = format!("{main} {new} refs/heads/main\n{old} {to} refs/klacht/key/{ID}\n");
        let push = PushContext { variable: &|_| None, today: "2025-06-01".parse().unwrap() };
        let updates = Update::parse_all(lines.as_bytes()).unwrap();
        let found = check_push(&Register::open(server.path()).unwrap(), &updates, &push).unwrap().findings;
        assert_eq!(found.iter().any(|f| f.code == "G759"), told, "{found:#?}");
        // It names nobody, and three could read it.
        let named = found.iter().find(|f| f.code == "G770").map(|f| f.message.en.clone()).unwrap();
        assert!(named.ends_with("m2/1, m3/1, recovery/1"), "{named}");
    }
    server.git(&["fetch", "--quiet", office.desk().path().to_str().unwrap(), "+HEAD:refs/heads/main"]);
    office.refuses(&[("key", ID, &key)], &["G759"]);
    office.refuses(&[("part", GONE, &part)], &["G759"]);
    office.accepts(&[("key", ID, ""), ("part", ID, "")]);
    office.refuses(&[("part", ID, &part)], &["G759"]);
    // What is left of it stays as well.
    office.desk().remove(CASE).commit("Weg");
    office.gate.refuses(&["main"], &["G704"]);
    office.desk().git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk().write(CASE, stub(ID).replace("06-01", "06-02")).commit("Anders");
    let pushed = office.gate.push(&["main"]);
    assert!(!pushed.accepted && pushed.text.contains("G736"), "{}", pushed.text);
}

#[test]
fn the_pieces_that_a_case_names_are_there() {
    let office = Office::new();
    let bytes = piece();
    let part = office.commit(&[(&file(PIECES[0]), &bytes)], &[]);
    office.write(&naming(&[(PIECES[0], &bytes)], ""));
    let said = office.gate.refuses(&["main"], &["G760"]);
    assert!(said.contains("klacht sync"), "{said}");
    office.gate.refuses(&["main", &format!("{part}:refs/klacht/part/{ID}")], &["G760"]);
    office.accepts(&[("key", ID, &office.key(ACCESS, 3)), ("part", ID, &part)]);
    office.gate.accepts(&["main"]);
    // Another than was sealed.
    let second = piece();
    let more = office.commit(&[(&file(PIECES[0]), &bytes), (&file(PIECES[1]), &second)], &[&part]);
    office.write(&naming(&[(PIECES[0], &bytes), (PIECES[1], b"iets anders")], ""));
    office.gate.refuses(&["main", &format!("{more}:refs/klacht/part/{ID}")], &["G760"]);
    // Where the vault is elsewhere, its pieces are not looked for here.
    let elsewhere = Office::with("vault: {remote: ../kluis.git}\n");
    elsewhere.write(&naming(&[(PIECES[0], &bytes)], ""));
    elsewhere.gate.accepts(&["main"]);
}

#[test]
fn what_a_case_says_of_its_pieces_stays() {
    let office = Office::new();
    let (_, case) = office.begun();
    office.write(&case);
    office.gate.accepts(&["main"]);
    let ticked = case.replace("holds: [name, narrative]", "holds: [name, narrative, tel]");
    office.write(&ticked);
    office.gate.refuses(&["main"], &["G761"]);
}

#[test]
fn a_tick_is_no_piece() {
    let office = Office::new();
    office.begun();
    office.write(&crate::vault::office::Story::plain().with(1));
    office.gate.refuses(&["main"], &["W225"]);
}

#[test]
fn a_desk_compares_with_what_it_has() {
    let office = Office::new();
    let (part, case) = office.begun();
    let check = || {
        let done = office.gate.run(office.desk(), &["check", "--format", "short"]);
        words(&done).lines().filter(|line| line.contains("G760")).map(str::to_owned).collect::<Vec<_>>()
    };
    let good = case.split("sha256: ").nth(1).unwrap()[..64].to_owned();
    office.desk().write(CASE, case.replace(&good, &"0".repeat(64)));
    assert_eq!(check(), Vec::<String>::new(), "nothing is kept here");
    let store = office.desk().path().join(".git/klacht/vault.git");
    office.desk().git(&["init", "--quiet", "--bare", store.to_str().unwrap()]);
    assert!(check()[0].contains("warning[G760]"), "{:?}", check());
    office.desk().git(&["push", "--quiet", store.to_str().unwrap(), &format!("{part}:refs/klacht/part/{ID}")]);
    assert!(check()[0].contains("error[G760]"), "{:?}", check());
    office.desk().write(CASE, case);
    assert_eq!(check(), Vec::<String>::new());
}

#[test]
fn a_clone_that_knows_nothing_of_it_takes_nothing_away() {
    let office = Office::new();
    office.begun();
    let before = office.gate.server.git(&["for-each-ref", "refs/klacht"]);
    for options in ["--mirror", "--prune"] {
        let specs: &[&str] = if options == "--mirror" { &[options] } else { &[options, "refs/*:refs/*"] };
        let pushed = office.gate.push(specs);
        assert!(!pushed.accepted && pushed.text.contains("G759"), "{}", pushed.text);
    }
    assert_eq!(before, office.gate.server.git(&["for-each-ref", "refs/klacht"]));
}

#[test]
fn what_the_server_has_taken_out_leaves_what_is_sealed() {
    let office = Office::new();
    office.begun();
    let server = &office.gate.server;
    server.git(&["update-ref", "refs/klacht/without", "main"]);
    let before = server.git(&["for-each-ref", "refs/klacht/key", "refs/klacht/part"]);
    let (old, new) = (server.id("main"), server.id("main~1"));
    let register = Register::open(server.path()).unwrap();
    let id = |hex: &str| klacht::register::Id::from_hex(hex.as_bytes()).unwrap();
    register.take_out("refs/heads/main", id(&old), id(&new), &[id(&old)]).unwrap();
    assert_eq!(server.git(&["for-each-ref", "refs/klacht"]), before, "and what was brought in is gone");
}

#[test]
fn many_cases_do_not_slow_a_push() {
    let office = Office::new();
    let (part, case) = office.begun();
    let server = office.gate.server.path();
    let packed = std::fs::read_to_string(server.join("packed-refs")).unwrap_or_default();
    let mut lines: Vec<String> = packed.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    lines.extend((0..20_000).map(|n| format!("{part} refs/klacht/part/X{n:05}")));
    lines.sort_by(|a, b| a[41..].cmp(&b[41..]));
    let header = "# pack-refs with: peeled fully-peeled sorted \n";
    std::fs::write(server.join("packed-refs"), format!("{header}{}\n", lines.join("\n"))).unwrap();
    office.write(&case);
    let begun = std::time::Instant::now();
    office.gate.accepts(&["main"]);
    let done = office.gate.run(&office.gate.server, &["check", "--history"]);
    assert!(done.status.success(), "{}", words(&done));
    // Generous: it is the order that counts, on a busy machine and unoptimised.
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
