//! Any bytes: never a panic, every fault at a place that exists, and a word about everything that is not read.
#![no_main]

use klacht::case::{decode, split};
use klacht::yaml::{Route, Scalar, parse, set};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = decode(bytes, 1 << 16) else { return };
    let (found, faults) = split(source);
    assert!(found.is_some() == faults.is_empty());
    let data = found.map_or(source, |f| &source[f.data]);
    let (node, faults) = parse(data, 0);
    assert!(node.is_some() || !faults.is_empty());
    for fault in &faults {
        assert!(data.get(fault.span.start..fault.span.end).is_some());
        assert!(!fault.message().nl.is_empty() && !fault.remedy().nl.is_empty());
    }
    // An edit is right or refused; that it is never wrong is checked where it is made.
    let _ = set(data, &Route::root().key("id"), &Scalar::Text("K26".into()));
});
