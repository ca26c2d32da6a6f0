use super::*;

fn clean(bytes: &[u8]) -> String {
    String::from_utf8(cleaned(bytes)).unwrap()
}

#[test]
fn a_head_is_read_in_the_letters_that_it_is_written_in() {
    let latin = b"From: \"Jos\xe9\" <j@x.example>\nContent-Type: text/plain; charset=iso-8859-1\n\nx";
    assert!(clean(latin).contains("José"));
    assert!(clean(b"From: Zo\xeb <z@x.example>\n\nx").contains("Zoë"));
    assert!(clean("From: Zoë <z@x.example>\n\nx".as_bytes()).contains("Zoë"));
    // Said to be UTF-8, and is not.
    assert!(clean(b"From: Zo\xeb <z@x.example>\nContent-Type: text/plain; charset=utf-8\n\nx").contains("Zoë"));
    assert!(
        clean(b"From: \xb3ucja <l@x.example>\nContent-Type: text/plain; charset=iso-8859-2\n\nx").contains("łucja")
    );
}

#[test]
fn encoded_words_are_whole() {
    for (written, wanted) in [
        ("=?utf-8?Q?Jos=C3=A9?= Gr", "José Gr"),
        // A letter cut in two.
        ("=?utf-8?Q?Jos=C3?= =?utf-8?Q?=A9_x?=", "José x"),
        ("=?utf-8?B?Sm9zww==?=\r\n =?utf-8?B?qQ==?=", "José"),
        ("\"=?iso-8859-1?Q?Jos=E9?=\"", "\"José\""),
        ("=?ISO-8859-1*nl?q?Jos=E9_de_Boer?=", "José de Boer"),
        ("=?utf-8?Q?Jan de Boer?=", "Jan de Boer"),
        // Says UTF-8, is Windows.
        ("=?utf-8?Q?Jos=E9?=", "José"),
        ("=?windows-1252?Q?=80?=", "€"),
        ("=?onbekend?Q?x?=", "=?onbekend?Q?x?="),
    ] {
        assert_eq!(clean(format!("From: {written}\n\nx").as_bytes()), format!("From: {wanted}\n\nx"), "{written}");
    }
    // What means something in a head stays wrapped.
    assert!(clean(b"From: =?utf-8?Q?Boer,_Jan?= <j@x.example>\n\nx").contains("=?utf-8?B?"));
}

#[test]
fn what_stands_before_a_message_is_taken_away() {
    for before in ["\u{feff}", "\n\n", "From a@x.example Mon Nov 16 10:12:00 2026\n", "\u{feff}\r\n"] {
        assert!(clean(format!("{before}From: a@x.example\n\nx").as_bytes()).starts_with("From: "), "{before:?}");
    }
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("From: é\n\nx".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(clean(&utf16).starts_with("From: é"));
    assert!(clean(b"From: a@x.example\rSubject: y\r\rx").contains("\nSubject"));
}

#[test]
fn the_letters_of_a_body() {
    assert_eq!(letters(b"caf\xe9", None).as_deref(), Some("café"));
    assert_eq!(letters("café".as_bytes(), None).as_deref(), Some("café"));
    assert_eq!(letters("café".as_bytes(), Some("iso-8859-1")).as_deref(), Some("café"));
    assert_eq!(letters(b"caf\xe9", Some("utf-8")).as_deref(), Some("café"));
    assert_eq!(letters(b"caf\xc3\xa9 \xe2\x82", Some("utf-8")).as_deref(), Some("café \u{fffd}"));
}
