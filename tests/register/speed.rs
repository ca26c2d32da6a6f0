//! One measurement, run by hand in release: `cargo test --release --test register speed -- --ignored --nocapture`.

use std::fmt::Write as _;
use std::time::Instant;

use klacht::register::{Content, Range};

use crate::common::{Repo, World};
use crate::{id, open};

const COMMITS: usize = 20_000;

/// A register of sharded folders: each commit adds one case and changes one of the last two hundred.
fn import(repo: &Repo) {
    let path =
        |number: usize| format!("cases/cmm/{}/{:02}/K{number:06}.md", 2020 + number / 4000, number / 333 % 12 + 1);
    let body = |number: usize, turn: usize| {
        format!("---\nid: K{number}\nturn: {turn}\n---\n{}", format!("line {number} {turn}\n").repeat(60))
    };
    let mut stream = String::new();
    for number in 0..COMMITS {
        let seconds = 1_700_000_000 + number * 600;
        write!(
            stream,
            "commit refs/heads/main\nmark :{}\ncommitter C <c@a.example> {seconds} +0100\ndata 2\nm\n",
            number + 1
        )
        .unwrap();
        if number > 0 {
            writeln!(stream, "from :{number}").unwrap();
        }
        for (which, turn) in [(number, 0), (number.saturating_sub(number * 7 % 200), number)] {
            let text = body(which, turn);
            write!(stream, "M 100644 inline {}\ndata {}\n{text}\n", path(which), text.len()).unwrap();
        }
    }
    repo.git_with(&["fast-import", "--quiet"], stream.as_bytes());
    repo.git(&["gc", "--quiet"]);
}

#[test]
#[ignore = "a measurement of a minute, run by hand"]
fn walking_a_long_history() {
    let world = World::new();
    let repo = world.bare("r.git");
    import(&repo);
    for _ in 0..3 {
        let start = Instant::now();
        repo.git(&["log", "--raw", "-m", "--no-renames", "--no-abbrev", "--root", "main"]);
        let git = start.elapsed();

        let register = open(&repo);
        let tip = id(&repo.head());
        let start = Instant::now();
        let walk = register.walk(&Range::all(tip)).unwrap();
        let ordered = start.elapsed();
        let (mut commits, mut blobs) = (0, Vec::new());
        for step in walk {
            commits += 1;
            let step = step.unwrap();
            blobs.extend(step.against.iter().flat_map(|found| &found.changes).filter_map(|change| change.new));
        }
        let walked = start.elapsed();
        let start = Instant::now();
        let bytes: usize = blobs
            .iter()
            .map(|blob| if let Content::Bytes(text) = register.blob(*blob).unwrap() { text.len() } else { 0 })
            .sum();
        let read = start.elapsed();
        let mut input = String::new();
        for blob in &blobs {
            writeln!(input, "{blob}").unwrap();
        }
        std::fs::write(world.path().join("blobs"), &input).unwrap();
        let start = Instant::now();
        let file = std::fs::File::open(world.path().join("blobs")).unwrap();
        repo.command(&["cat-file", "--batch", "--buffer"])
            .stdin(file)
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        let cat = start.elapsed();

        let start = Instant::now();
        let parent = register.commit_named("main~1").unwrap();
        let last: usize = register
            .walk(&Range::between(parent, tip))
            .unwrap()
            .map(|step| step.unwrap().against[0].changes.len())
            .sum();
        let one = start.elapsed();
        println!(
            "git log {git:?}; order {ordered:?}, walk {walked:?} of {commits}; blobs {read:?} ({bytes} bytes), cat-file {cat:?}; one commit {one:?} ({last})"
        );
        assert_eq!(commits, COMMITS);
    }
}
