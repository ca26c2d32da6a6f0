use super::*;

const TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

fn id() -> Id {
    Id::from_hex(TREE.as_bytes()).unwrap()
}

fn parse(headers: &str) -> Commit {
    Commit::parse(id(), format!("tree {TREE}\n{headers}\nmessage\n").as_bytes()).unwrap()
}

const GOOD: &str = "author Ada <ada@a.example> 1770000000 +0100\ncommitter Bo <bo@a.example> 1770000060 -0500\n";

#[test]
fn reads_an_ordinary_commit() {
    let commit = parse(&format!("parent {TREE}\n{GOOD}"));
    assert_eq!(commit.faults, []);
    assert_eq!((commit.author.name.as_slice(), commit.committer.email.as_str()), (&b"Ada"[..], "bo@a.example"));
    assert_eq!(commit.parents, [id()]);
    assert_eq!(commit.message, b"message\n");
}

#[test]
fn a_date_is_that_of_the_commits_own_zone() {
    let near_midnight = "author A <a@a.example> 1770073200 +0100\ncommitter A <a@a.example> 1770073200 -0500\n";
    let commit = parse(near_midnight);
    assert_eq!(commit.author.date().unwrap().to_string(), "2026-02-03");
    assert_eq!(commit.committer.date().unwrap().to_string(), "2026-02-02");
}

#[test]
fn two_authors_are_a_fault_and_neither_is_believed() {
    let commit = parse(&format!("author Eve <eve@a.example> 1770000000 +0000\n{GOOD}"));
    assert_eq!(commit.faults, [CommitFault::Author]);
    assert_eq!(commit.author, Signer::default());
}

#[test]
fn a_committer_must_be_there() {
    let commit = parse("author Ada <ada@a.example> 1770000000 +0100\n");
    assert_eq!(commit.faults, [CommitFault::Committer]);
}

#[test]
fn impossible_times_are_faults() {
    for time in [
        "99999999999999 +0000",
        "-5 +0000",
        "1770000000 +9959",
        "1770000000 +0160",
        "1770000000",
        "x +0000",
        "1770000000 0100",
    ] {
        let commit = parse(&format!("author A <a@a.example> {time}\ncommitter A <a@a.example> 1770000000 +0000\n"));
        assert_eq!(commit.faults, [CommitFault::ImpossibleTime], "{time}");
        assert_eq!(commit.author.date(), None);
    }
}

#[test]
fn an_address_cannot_hide_another() {
    let commit =
        parse("author A <a@a.example> B <b@a.example> 1770000000 +0000\ncommitter A <a@a.example> 1770000000 +0000\n");
    assert_eq!(commit.faults, [CommitFault::Author]);
}

#[test]
fn a_name_of_other_bytes_is_kept_and_is_a_fault() {
    let mut raw = format!("tree {TREE}\nauthor ").into_bytes();
    raw.extend_from_slice(b"\xe9\xff <a@a.example> 1770000000 +0000\ncommitter A <a@a.example> 1770000000 +0000\n\nm");
    let commit = Commit::parse(id(), &raw).unwrap();
    assert_eq!(commit.faults, [CommitFault::NotUtf8]);
    assert_eq!(commit.author.name, b"\xe9\xff");
}

#[test]
fn a_signature_is_taken_out_of_what_it_signs() {
    let commit = parse(&format!("{GOOD}gpgsig -----BEGIN\n line\n -----END\nencoding latin1\n"));
    let signature = commit.signature.unwrap();
    assert_eq!(signature.armor, b"-----BEGIN\nline\n-----END");
    assert_eq!(signature.payload, format!("tree {TREE}\n{GOOD}encoding latin1\n\nmessage\n").as_bytes());
}

#[test]
fn doubled_and_disordered_headers_are_faults() {
    assert_eq!(parse(&format!("{GOOD}gpgsig a\ngpgsig b\n")).faults, [CommitFault::Headers]);
    assert_eq!(parse(&format!("{GOOD}parent {TREE}\n")).faults, [CommitFault::Headers]);
    assert_eq!(parse(&format!("tree {TREE}\n{GOOD}")).faults, [CommitFault::Headers]);
}

#[test]
fn a_nul_hides_part_of_a_message() {
    let raw = format!("tree {TREE}\n{GOOD}\nseen\0hidden");
    assert_eq!(Commit::parse(id(), raw.as_bytes()).unwrap().faults, [CommitFault::NulInMessage]);
}

#[test]
fn what_has_no_tree_is_no_commit() {
    assert!(Commit::parse(id(), b"author A <a@a.example> 1 +0000\n\n").is_err());
    assert!(Commit::parse(id(), b"").is_err());
}

#[test]
fn the_outline_agrees_with_the_whole() {
    let raw = format!("tree {TREE}\nparent {TREE}\n{GOOD}\nm");
    assert_eq!(outline(id(), raw.as_bytes()).unwrap(), (id(), vec![id()], 1_770_000_060));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_commit_or_an_error_but_never_a_panic(tail in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..120)) {
        for head in ["", "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor ", "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"] {
            let raw = [head.as_bytes(), &tail].concat();
            let _ = Commit::parse(id(), &raw);
            let _ = outline(id(), &raw);
        }
    }
}
