//! One register under one regulation, in which every input is imported anew.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use klacht::casework::Workspace;
use klacht::diagnostics::Severity;
use klacht::intake::{Confidential, Given, Map, Outcome, Run};

/// How a table is read; `DELIMITER` stands for what is between its columns.
#[allow(dead_code, reason = "not every target reads tables")]
pub const MAP: &str = "schema: klacht.map/1
regulation: cbmk
delimiter: \"DELIMITER\"
dates: d-m-yyyy
columns:
  - {column: N, is: key}
  - {column: D, is: received}
  - {column: C, is: channel, values: {Tel: telefoon}}
  - {column: T, is: topics}
  - {column: R, is: role}
  - {column: A, is: confidential.name}
  - {column: V, is: confidential.narrative}
  - {column: X, is: ignored}
";

/// A place of this process, with the regulation in it.
fn place() -> &'static Path {
    static PLACE: OnceLock<PathBuf> = OnceLock::new();
    PLACE.get_or_init(|| {
        let place = std::env::temp_dir().join(format!("klacht-fuzz-{}", std::process::id()));
        let policy = place.join("register/policy/cbmk");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy/cbmk");
        for name in ["people.yaml", "2022-01-01/regulation.yaml", "2022-01-01/text.nl.md"] {
            let file = policy.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a place to write");
            fs::copy(from.join(name), file).expect("the regulation");
        }
        fs::write(place.join("register/klacht.yaml"), "schema: klacht.register/1\n").expect("a place to write");
        place
    })
}

/// Imports bytes as a file of this name; what became of it. Panics when what came of it is not as it must be.
pub fn imported(name: &str, bytes: &[u8], map: Option<&Map>) -> Option<Outcome> {
    let (place, drawn) = (place(), Cell::new(0_u64));
    for folder in ["vertrouwelijk", "register/cases"] {
        let _ = fs::remove_dir_all(place.join(folder));
    }
    let file = place.join(name);
    fs::write(&file, bytes).expect("a place to write");
    DESK.with(|desk| into(desk, place, &file, map, &drawn))
}

thread_local! {
    /// Opened once: the regulation is the same for every input.
    static DESK: Workspace = Workspace::open(&place().join("register"), None).ok().expect("a register");
}

fn into(desk: &Workspace, place: &Path, file: &Path, map: Option<&Map>, drawn: &Cell<u64>) -> Option<Outcome> {
    let mut folder = Confidential::open(&place.join("vertrouwelijk"), &desk.root).ok().expect("a folder");
    let given = Given {
        regulation: Some("cbmk".to_owned()),
        channel: Some("e-mail".to_owned()),
        role: Some("debiteur".to_owned()),
        topics: vec!["incasso".to_owned()],
        ..Given::default()
    };
    let random = || {
        drawn.set(drawn.get() + 1);
        Some(drawn.get() << 40)
    };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let run = Run { workspace: desk, given: &given, map, today, dry: false, random: &random };
    let outcome = run.import(file, &mut folder).ok()?;
    sound(&outcome, place, desk, today);
    Some(outcome)
}

/// Nothing of what is refused is written; every case that was made is a case, and brings no error but that data are missing.
fn sound(outcome: &Outcome, place: &Path, desk: &Workspace, today: chrono::NaiveDate) {
    assert!(!outcome.refused() || outcome.cases.is_empty());
    for path in &outcome.cases {
        let text = fs::read_to_string(place.join("register").join(path)).expect("a case");
        assert!(klacht::case::read(&text).0.is_some(), "{text}");
        assert!(text.ends_with("log: []\n---\n"), "{text}");
    }
    assert!(!place.join("escaped").exists());
    let found = klacht::check::check_cases(&desk.files, Some(today)).ok().expect("a verdict").findings;
    let grave: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error && f.code != "W224").collect();
    assert!(grave.is_empty(), "{grave:?}");
}
