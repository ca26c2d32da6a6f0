#![no_main]
//! Any bytes as a regulation, as people, as a yearbook: never a panic.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read = klacht::regulation::read_regulation(text);
    if let Some(regulation) = read.value {
        let _ = klacht::regulation::Precedence::of(&regulation);
    }
    let _ = klacht::regulation::read_people(text);
    let _ = klacht::yearbook::read_yearbook(text);
});
