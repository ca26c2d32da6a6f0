#![no_main]
//! Any bytes as an e-mail that is imported, and mails of the world with bytes of theirs changed: never a panic; a case that is made
//! can be read, holds nothing of the message, and keeps it in the confidential folder only.

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/mails.rs"]
#[allow(dead_code)]
mod mails;
#[path = "../room.rs"]
mod room;

/// An input of three bytes and more that begins with this is a mail of the world: which one, where it is changed, and to what.
const WORLD: u8 = 0xff;

fn input(bytes: &[u8]) -> Vec<u8> {
    let [WORLD, which, changes @ ..] = bytes else { return bytes.to_vec() };
    let all = mails::mails();
    let mut mail = all[usize::from(*which) % all.len()].bytes.clone();
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_be_bytes([change[0], change[1]])) % mail.len();
        mail[at] = change[2];
    }
    mail
}

fuzz_target!(|bytes: &[u8]| {
    let Some(_) = room::imported("in.eml", &input(bytes), None) else { return };
});
