//! Several at once, and interrupted: nothing is lost, and whoever reads sees the old file or the new one.

use std::time::Duration;

use crate::common::{Office, words};

const SEALED: &str = "--sealed name,address,city,narrative";

fn open_case() -> (Office, String) {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = format!("new --channel e-mail --party cursist --topic training {SEALED}");
    let id = office.on("2026-04-17").by("m3").open(&line);
    (office, id)
}

#[test]
fn several_at_once_lose_nothing() {
    let (office, id) = open_case();
    let notes: Vec<String> = (0..6).map(|n| format!("poging-{n}")).collect();
    let started: Vec<_> = notes
        .iter()
        .map(|note| {
            let mut program = office.program();
            program.args(["step", &id, "gegevens-gevraagd", "--note", note]);
            program.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in started {
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
    }
    let text = office.text(&id);
    assert!(notes.iter().all(|note| text.matches(note).count() == 1), "{text}");
    office.done(&["check"]);
}

#[test]
fn of_two_that_take_the_same_step_one_is_refused() {
    let (office, id) = open_case();
    let started: Vec<_> = (0..2)
        .map(|_| {
            let mut program = office.program();
            program.args(["acknowledge", &id]).stdout(std::process::Stdio::piped());
            program.stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let mut codes: Vec<Option<i32>> =
        started.into_iter().map(|child| child.wait_with_output().unwrap().status.code()).collect();
    codes.sort_unstable();
    assert_eq!(codes, [Some(0), Some(1)]);
    assert_eq!(office.text(&id).matches("step: ontvangst-bevestigd").count(), 1);
}

#[test]
fn killed_at_any_moment_it_leaves_the_old_file_or_the_new_one() {
    let (office, id) = open_case();
    for n in 0..24_u64 {
        let before = office.text(&id);
        let mut program = office.program();
        program.args(["step", &id, "gegevens-gevraagd", "--note", &format!("nummer-{n}")]);
        program.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        let mut child = program.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(n * 4));
        // On Unix this is SIGKILL: nothing is tidied up. It may have ended already.
        let _ = child.kill();
        child.wait().unwrap();
        let after = office.text(&id);
        assert!(after == before || after.contains(&format!("note: nummer-{n}\n")), "half a file:\n{after}");
        assert!(after.ends_with("---\n"), "{after}");
    }
    // What a killed writer left beside it disturbs nobody.
    office.done(&["check"]);
    office.say(&format!("acknowledge {id}"));
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_it_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let (office, id) = open_case();
    let file = office.file(&id);
    let folder = file.parent().unwrap();
    let before = office.text(&id);
    let mode = |mode| std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let barred = std::fs::write(folder.join("proef"), "").is_err();
    let done = office.run(&["acknowledge", &id]);
    mode(0o755);
    if !barred {
        eprintln!("left out: this user may write anywhere");
        return;
    }
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    assert_eq!(office.text(&id), before);
}
