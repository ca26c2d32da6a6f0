use proptest::prelude::*;

use super::super::identity::{Identity, lock, seal};
use super::*;

fn sealed(to: usize, bytes: usize) -> Vec<u8> {
    let recipients: Vec<_> = (0..to).map(|_| Identity::generate().recipient()).collect();
    seal(&recipients, &vec![0; bytes]).unwrap()
}

#[test]
fn readers_and_size_are_seen_without_a_key() {
    for size in [0, 1, 1024, 65_535, 65_536, 65_537, 131_072, 1_000_000] {
        for to in [1, 3, 10] {
            assert_eq!(Envelope::of(&sealed(to, size)), Ok(Envelope { recipients: to, size }));
        }
    }
}

/// The library adds a stanza that nobody knows now and then: each of many is borne.
#[test]
fn a_stanza_that_nobody_knows_is_borne() {
    for _ in 0..100 {
        assert_eq!(Envelope::of(&sealed(2, 1024)).map(|e| e.recipients), Ok(2));
    }
}

#[test]
fn what_was_not_sealed_is_seen() {
    let mine = Identity::generate();
    let locked = lock(&mine, &age::secrecy::SecretString::from("een zin".to_owned())).unwrap();
    assert_eq!(Envelope::of(&locked), Err(NoEnvelope::Passphrase));
    assert_eq!(Envelope::of(b"naam: Jansen\n"), Err(NoEnvelope::Header));
    let whole = sealed(1, 1024);
    let head = whole.len() - 1024 - 32;
    let plain = [&whole[..head], &vec![b'a'; 1056]].concat();
    assert_eq!(Envelope::of(&plain), Err(NoEnvelope::Plain));
    assert_eq!(Envelope::of(&whole[..head]), Err(NoEnvelope::Payload));
    assert_eq!(Envelope::of(&whole[..head + 16 + 8]), Err(NoEnvelope::Payload));
    let two = String::from_utf8_lossy(&whole[..VERSION.len()]).into_owned() + "-> a\nYQ\n-> b\nYQ\n";
    assert_eq!(Envelope::of(&[two.as_bytes(), &whole[VERSION.len()..]].concat()), Err(NoEnvelope::Stanza));
    let long = format!("age-encryption.org/v1\n-> a\n{}\n\n", vec!["A".repeat(64); 20].join("\n"));
    assert_eq!(Envelope::of(&[long.as_bytes(), &whole[VERSION.len()..]].concat()), Err(NoEnvelope::Stanza));
}

proptest! {
    #[test]
    fn nothing_makes_it_fall(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0usize..1200) {
        let whole = sealed(1, 1024);
        let begun = [&whole[..cut.min(whole.len())], &bytes[..]].concat();
        let _ = Envelope::of(&begun);
    }
}

proptest::proptest! {
    /// Whatever bytes come in are seen through or refused, and never stop the hook.
    #[test]
    fn any_bytes_are_looked_at(cut in 0usize..1400, at in 0usize..1400, byte: u8, tail: Vec<u8>) {
        let identity = crate::sealing::Identity::generate();
        let mut bytes = crate::sealing::CaseKey::generate().wrapped(&[identity.recipient()]).unwrap();
        bytes.truncate(cut.max(1));
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.extend(tail);
        let _ = Envelope::of(&bytes);
        let _ = crate::sealing::Access::read(&String::from_utf8_lossy(&bytes));
    }
}
