//! The e-mail with which it begins, and what of it may never be seen again.

use std::path::PathBuf;

use crate::common::{Office, words};
use crate::walk::scripts::Script;

/// What only the confidential folder may hold: the sender, the address, the subject, the words, the id of the message, and
/// what stands in an attachment.
pub const SECRETS: [&str; 8] = [
    "Quirijn",
    "Zonderland",
    "zonderland.example",
    "Boos over",
    "ijskoud",
    "zonder-weerga",
    "Notenlaan",
    "factuur-van-mij",
];

/// The message as it came in, put down outside the register.
pub fn message(office: &Office, script: &Script) -> PathBuf {
    let day: chrono::NaiveDate = script.received.parse().unwrap();
    let text = format!(
        "From: Quirijn Zonderland <quirijn@zonderland.example>\r\nTo: <{to}>\r\nDate: {day} 09:30:00 +0100\r\n\
         Message-ID: <zonder-weerga@zonderland.example>\r\nSubject: Boos over de cursus\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
         De zaal was ijskoud. Ik woon op Notenlaan 4.\r\n--b\r\nContent-Type: application/pdf\r\n\
         Content-Disposition: attachment; filename=\"factuur-van-mij.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         UERG\r\n--b--\r\n",
        to = script.to,
        day = day.format("%a, %-d %b %Y"),
    );
    let file = office.world.path().join("in.eml");
    std::fs::write(&file, text).unwrap();
    file
}

/// Imports it; the id of the case, and what was said.
pub fn import(office: &Office, script: &Script) -> (String, String) {
    let file = message(office, script);
    let confidential = office.world.path().join("vertrouwelijk");
    let mut arguments = vec!["import", file.to_str().unwrap(), "--confidential", confidential.to_str().unwrap()];
    arguments.extend(script.import.split_whitespace());
    let done = office.on(script.received).by(script.first).run(&arguments);
    let said = words(&done);
    assert!(done.status.success(), "{}: {said}", script.regulation);
    let path = said.lines().find(|line| line.starts_with("cases/")).unwrap();
    let id = path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned();
    // A second time it is known.
    let again = words(&office.run(&arguments));
    assert!(again.contains("zaken gemaakt: 0") && again.contains("al eerder ingevoerd: 1"), "{again}");
    (id, said)
}

/// Fails when a text tells something of the sender.
pub fn secret(text: &str, place: &str) {
    for word in SECRETS {
        assert!(!text.contains(word), "{place} tells `{word}`:\n{text}");
    }
}
