#![no_main]
//! Any bytes as an e-mail that is imported: never a panic; a case that is made can be read, holds nothing of the message, and
//! keeps it in the confidential folder only.

use libfuzzer_sys::fuzz_target;

#[path = "../room.rs"]
mod room;

fuzz_target!(|bytes: &[u8]| {
    let Some(outcome) = room::imported("in.eml", bytes, None) else { return };
    assert!(outcome.cases.len() <= 1);
});
