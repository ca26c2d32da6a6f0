//! Folders and files that git would store and no register should hold.

use std::time::Instant;

use crate::common::{Line, draws, words};
use crate::gate::office::{CASE, Office, codes};

/// An office with a case of three entries, and git's own guard off, so that only ours is tried.
fn grown() -> Office {
    let office = Office::new();
    office.server.git(&["config", "receive.fsckObjects", "false"]);
    office.grow(3);
    office.accepts(&["main"]);
    office
}

/// A commit whose folder of the case holds exactly these entries.
fn with_folder(office: &Office, lines: &[Line<'_>]) -> String {
    let mut tree = office.desk.tree(lines);
    for (outer, name) in [("cases/cbmk/2025", "03"), ("cases/cbmk", "2025"), ("cases", "cbmk")] {
        let listed = office.desk.git(&["ls-tree", &format!("HEAD:{outer}")]);
        assert_eq!(listed.lines().count(), 1, "{outer} holds nothing else");
        tree = office.desk.tree(&[("40000", name.as_bytes(), &tree)]);
    }
    let others = [("40000", "policy"), ("100644", "klacht.yaml")]
        .map(|(mode, name)| (mode, name, office.desk.id(&format!("HEAD:{name}"))));
    let lines: Vec<Line<'_>> = vec![
        ("40000", b"cases", &tree),
        (others[1].0, others[1].1.as_bytes(), &others[1].2),
        (others[0].0, others[0].1.as_bytes(), &others[0].2),
    ];
    let top = office.desk.tree(&lines);
    office.desk.commit_tree(&top, &["HEAD"])
}

fn refused(office: &Office, lines: &[Line<'_>], wanted: &str) {
    let commit = with_folder(office, lines);
    let pushed = office.push(&[&format!("{commit}:refs/heads/main")]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&wanted.to_owned()), "{lines:?}: {}", pushed.text);
}

#[test]
fn hostile_entries_are_refused() {
    let office = grown();
    let blob = office.desk.id(&format!("HEAD:{CASE}"));
    let link = office.desk.blob("/etc/hostname");
    let commit = office.desk.head();
    let folder = office.desk.tree(&[("100644", b"x.md", &blob)]);
    let (name, small): (&[u8], &[u8]) = (b"K25-0000A7.md", b"k25-0000a7.md");
    refused(&office, &[("120000", name, &link)], "G701");
    refused(&office, &[("160000", name, &commit)], "G701");
    refused(&office, &[("100755", name, &blob)], "G701");
    refused(&office, &[("40000", name, &folder)], "G701");
    refused(&office, &[("100644", name, &blob), ("100644", small, &blob)], "G701");
    refused(&office, &[("100644", name, &blob), ("100644", name, &link)], "G701");
    refused(&office, &[("100644", small, &blob), ("100644", name, &blob)], "G701");
    refused(&office, &[("100644", b"..", &blob), ("100644", name, &blob)], "G701");
    refused(&office, &[("100644", b"K25-\xff.md", &blob), ("100644", name, &blob)], "G701");
    refused(&office, &[("100644", b"K25-0000A7.md\n", &blob), ("100644", name, &blob)], "G701");
}

#[test]
fn a_link_in_place_of_all_cases_is_refused() {
    let office = grown();
    let link = office.desk.blob("elsewhere");
    let (policy, settings) = (office.desk.id("HEAD:policy"), office.desk.id("HEAD:klacht.yaml"));
    for name in ["cases", "Cases"] {
        let top = office.desk.tree(&[
            ("120000", name.as_bytes(), &link),
            ("100644", b"klacht.yaml", &settings),
            ("40000", b"policy", &policy),
        ]);
        let commit = office.desk.commit_tree(&top, &["HEAD"]);
        let pushed = office.push(&[&format!("{commit}:refs/heads/main")]);
        assert!(!pushed.accepted && pushed.text.contains("fout G70"), "{}", pushed.text);
    }
}

#[test]
fn what_stands_beside_the_register_is_not_ours() {
    let office = grown();
    office.desk.write(".ci/run", "#!/bin/sh\n").git(&["add", "--all"]);
    office.desk.git(&["update-index", "--chmod=+x", ".ci/run"]);
    std::os::unix::fs::symlink("run", office.desk.path().join(".ci/also")).unwrap();
    office.desk.git(&["add", ".ci/also"]);
    office.desk.commit_staged("Gereedschap");
    office.accepts(&["main"]);
    office.guard_desk();
    office.desk.write(".ci/more", "x\n").commit("Meer");
}

#[test]
fn attachments_and_strays_are_refused() {
    let office = grown();
    office.desk.write("cases/cbmk/2025/03/brief.pdf", "x").commit("Bijlage");
    office.refuses(&["main"], &["D606"]);
}

/// A file of zeros packs to almost nothing and would fill the memory of whoever unpacks it.
#[test]
fn a_file_that_is_too_large_is_refused_without_being_unpacked() {
    let office = grown();
    office.server.git(&["config", "receive.unpackLimit", "1"]);
    for repo in [&office.desk, &office.server] {
        repo.git(&["config", "core.bigFileThreshold", "1m"]);
    }
    let path = "cases/cbmk/2025/03/K25-0000B8.md";
    let megabytes = draws(64, 600);
    office.desk.write(path, vec![0_u8; megabytes << 20]).commit("Groot");
    let begun = Instant::now();
    let text = office.refuses(&["main"], &["G721"]);
    assert!(!text.contains("C1"), "{text}");
    println!("{megabytes} MB refused in {:?}", begun.elapsed());
    // The memory that the program takes for it: the limit is well under the size of the file.
    let (old, new) = (office.server.id("main"), office.desk.head());
    office.server.git(&["fetch", "--quiet", office.desk.path().to_str().unwrap(), &new]);
    let script = format!(
        "ulimit -d {}; echo '{old} {new} refs/heads/main' | '{}' hook pre-receive",
        48 * 1024,
        env!("CARGO_BIN_EXE_klacht")
    );
    let done = office.world.command("sh", office.server.path()).args(["-c", &script]).output().unwrap();
    assert_eq!(done.status.code(), Some(1), "{}", words(&done));
}
