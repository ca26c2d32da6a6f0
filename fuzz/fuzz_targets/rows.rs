#![no_main]
//! Any text as a table or as an issue form that is imported: never a panic; all of it or nothing; every case can be read.

use libfuzzer_sys::fuzz_target;

#[path = "../room.rs"]
mod room;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says which it is, and how the table is laid out.
    let Some((first, rest)) = bytes.split_first() else { return };
    if first % 4 == 0 {
        room::imported("in.md", rest, None);
        return;
    }
    let delimiter = [",", ";", "|"][usize::from(first % 4) - 1];
    let map = room::MAP.replace("DELIMITER", delimiter);
    let Ok(map) = klacht::intake::map::read(&map) else { panic!("the map is right") };
    room::imported("in.csv", rest, Some(&map));
    let Ok(text) = std::str::from_utf8(rest) else { return };
    // The map itself comes from somebody's hands too.
    let _ = klacht::intake::map::read(text);
});
