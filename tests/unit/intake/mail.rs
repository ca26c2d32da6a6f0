use proptest::prelude::*;

use super::*;

fn said(row: &Row) -> Option<&str> {
    row.said.get("received").map(|v| v[0].as_str())
}

#[test]
fn the_day_is_the_one_in_the_netherlands() {
    for (date, day) in [
        ("Tue, 17 Mar 2026 23:30:00 +0000", Some("2026-03-18")),
        ("Tue, 17 Mar 2026 23:30:00 +0100", Some("2026-03-17")),
        ("Thu, 18 Jun 2026 22:30:00 +0000", Some("2026-06-19")),
        ("Thu, 32 Jun 2026 22:30:00 +0000", None),
        ("gisteren", None),
    ] {
        let row = read(format!("From: a@b.example\r\nDate: {date}\r\n\r\nx").as_bytes()).unwrap();
        assert_eq!(said(&row), day, "{date}");
    }
}

#[test]
fn html_and_old_encodings_become_text() {
    let row = read(b"From: =?iso-8859-1?Q?J=F3?= <A@B.example>\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<p>Caf\xe9 <b>dicht</b></p>").unwrap();
    assert_eq!(row.confidential["name"], "Jó");
    assert!(row.confidential["narrative"].contains("Café dicht"), "{:?}", row.confidential);
}

#[test]
fn deep_nesting_and_many_parts_end() {
    let level = |n: u32| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n");
    let deep = format!("From: a@b.example\r\n{}", (0..2000).map(level).collect::<Vec<_>>().concat());
    assert!(read(deep.as_bytes()).is_some());
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(5000);
    assert!(read(format!("From: a@b.example\r\n{nested}").as_bytes()).is_some());
}

#[test]
fn what_is_no_message() {
    for bytes in [&b""[..], b"\0\0\0", b"zomaar tekst", b"PK\x03\x04"] {
        assert!(read(bytes).is_none());
    }
}

proptest! {
    #[test]
    fn nothing_panics(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }

    #[test]
    fn nothing_panics_on_what_looks_like_mail(
        parts in prop::collection::vec("(From: |Date: |To: |Content-Type: multipart/mixed; boundary=a|Content-Type: text/html; charset=|Content-Transfer-Encoding: base64|Content-Disposition: attachment; filename=|--a|--a--|=\\?utf-8\\?B\\?|Mon, 99 Foo 99999 25:61:61 \\+9999|<|>|\"|\r\n|\r\n\r\n|message/rfc822|[ -~]{0,20}|\\PC{0,5})", 0..40)
    ) {
        let _ = read(parts.concat().as_bytes());
    }
}
