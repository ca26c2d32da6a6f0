//! Any bytes as a case file: a case or a reason, never a panic; an appended entry is read back and can be taken away again.
#![no_main]

use klacht::case::{read, read_bytes, split};
use klacht::yaml::{NewItem, NewValue, Route, Scalar, append, remove};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (case, _, faults) = read_bytes(bytes, 1 << 16);
    assert!(case.is_some() || !faults.is_empty());
    let (Some(case), Ok(source)) = (case, std::str::from_utf8(bytes)) else { return };
    let data = split(source).0.expect("it was read").data;
    let text = |t: &str| NewValue::One(Scalar::Text(t.into()));
    let item = NewItem(vec![("step".into(), text("a")), ("on".into(), text("2026-01-02"))]);
    let log = Route::root().key("log");
    let Ok(edited) = append(&source[data.clone()], &log, &item) else { return };
    let whole = [&source[..data.start], &edited, &source[data.end..]].concat();
    let longer = read(&whole).0.expect("an edit leaves a case that can be read");
    assert_eq!(longer.log.len(), case.log.len() + 1);
    let _ = remove(&edited, &log.index(case.log.len()));
});
