#![no_main]
//! Any bytes as the text of a regulation: never a panic, and what is found lies in the text.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(source) = std::str::from_utf8(data) else { return };
    let text = klacht::regulation::RegulationText::read(source);
    for sentence in &text.sentences {
        assert!(sentence.span.end <= source.len());
        assert!(text.contains(&sentence.text));
        let _ = text.touched(&sentence.text);
    }
});
