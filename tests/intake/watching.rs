//! A folder that is watched.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::room::Room;

fn message(id: &str, head: &str) -> String {
    format!(
        "From: Quirijn Zonderland <q@zonderland.example>\r\nTo: klachten@klinkerdam.example\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nMessage-ID: <{id}@zonderland.example>\r\n{head}\r\nTe duur {id}.\r\n"
    )
}

/// Watches a folder until something holds, or a minute is over.
fn watched(room: &Room, folder: &Path, holds: impl Fn() -> bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(room.register())
        .env_clear()
        .env("KLACHT_TODAY", "2026-11-20")
        .args(["import", "--watch", "--confidential", "../vertrouwelijk", "--topic", "incasso", "--role", "debiteur"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while !holds() && began.elapsed() < Duration::from_mins(1) {
        assert!(child.try_wait().unwrap().is_none(), "it ended");
        sleep(Duration::from_millis(100));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(holds());
}

#[test]
fn a_maildir_is_taken_in_message_by_message_and_nothing_twice() {
    let room = Room::new();
    let mail = room.register().join("../post");
    for folder in ["new", "cur", "tmp"] {
        fs::create_dir_all(mail.join(folder)).unwrap();
    }
    fs::write(mail.join("new/1.host"), message("a1", "")).unwrap();
    fs::write(mail.join("new/2.host"), message("b2", "Auto-Submitted: auto-replied\r\n")).unwrap();
    fs::write(mail.join("tmp/3.host"), "From: half").unwrap();
    watched(&room, &mail, || mail.join("cur/1.host:2,S").is_file());
    assert_eq!(room.cases().len(), 1);
    // What no person wrote is for a person; what is being written is not touched.
    assert!(mail.join("new/2.host").is_file() && mail.join("tmp/3.host").is_file());
    // Killed before it was put aside: found again, and not a second time imported.
    fs::rename(mail.join("cur/1.host:2,S"), mail.join("new/1.host")).unwrap();
    watched(&room, &mail, || mail.join("cur/1.host:2,S").is_file());
    assert_eq!(room.cases().len(), 1);
}

#[test]
fn a_plain_folder_is_emptied_into_one_beside_it() {
    let room = Room::new();
    let folder = room.register().join("../binnen");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("in.eml"), message("a1", "")).unwrap();
    fs::write(folder.join("notitie.pdf"), "PDF").unwrap();
    watched(&room, &folder, || folder.join("ingelezen/in.eml").is_file());
    assert!(folder.join("notitie.pdf").is_file());
    assert_eq!(room.cases().len(), 1);
    // Without watching, a folder is what is in it, and stays as it is.
    let (code, said) = room.run(&["import", "../binnen/ingelezen", "--confidential", "../vertrouwelijk"]);
    assert!(code == 0 && said.contains("al ingevoerd als zaak"), "{said}");
    assert!(folder.join("ingelezen/in.eml").is_file());
}
