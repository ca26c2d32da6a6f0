use proptest::prelude::*;

use super::*;

#[path = "../../common/mails.rs"]
mod mails;

fn read(bytes: &[u8]) -> Option<Row> {
    super::read(bytes, &Own::default())?.into_iter().next()
}

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

fn ours() -> Own {
    let mut own = Own::default();
    own.add("info@beeldhoek.example", true);
    own.add("m3@elders.example", false);
    own
}

/// A message with this head and body.
fn row(head: &str, body: &str) -> Row {
    let plain = ["From:", "Date:"].map(|name| head.contains(name));
    let from = if plain[0] { "" } else { "From: Anja Veldman <anja@post.example>\r\n" };
    let date = if plain[1] { "" } else { "Date: Mon, 16 Nov 2026 10:12:00 +0100\r\n" };
    let text = format!("{from}{date}{head}\r\n\r\n{body}");
    super::read(text.as_bytes(), &ours()).unwrap().remove(0)
}

fn notes(row: &Row) -> String {
    row.notes.iter().map(|note| note.message.en.clone()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_trace_of_the_server_goes_before_the_clock_of_the_sender() {
    let traces = "Received: from mx by imap.beeldhoek.example;\r\n\tMon, 16 Nov 2026 10:15:00 +0100 (CET)\r\nReceived: from pc by mx; Sun, 1 Nov 2026 10:00:00 +0100\r\nDate: Sun, 1 Nov 2026 10:00:00 +0100";
    let found = row(traces, "x");
    assert_eq!(said(&found), Some("2026-11-16"));
    assert!(notes(&found).contains("Mon 16 November 2026") && notes(&found).contains("Sun 1 November 2026"));
    // One that cannot be read is passed over.
    let found =
        row("Received: by x; Mon, 31 Nov 2026 10:15:00 +0100\r\nReceived: by y; Tue, 17 Nov 2026 10:15:00 +0100", "x");
    assert_eq!(said(&found), Some("2026-11-17"));
    let found = row("Date: Sun, 31 Feb 2026 10:00:00 +0100", "x");
    assert!(said(&found).is_none() && found.day_told.unwrap().en.contains("`Sun, 31 Feb 2026 10:00:00 +0100`"));
    let found = row("Date: Sun, 8 Nov 2026 10:00:00 XYZ", "x");
    assert!(found.day_told.unwrap().en.contains("`--received 2026-11-08`"));
}

#[test]
fn whose_complaint_it_is() {
    for (head, name, email) in [
        (
            "From: Anja Veldman <anja@post.example>, Marie Loo <marie@post.example>",
            "Anja Veldman; Marie Loo",
            "anja@post.example; marie@post.example",
        ),
        (
            "From: Website <info@beeldhoek.example>\r\nReply-To: Wilma Hoek <wilma@post.example>",
            "Wilma Hoek",
            "wilma@post.example",
        ),
        (
            "From: Formulier <noreply@formulieren.example>\r\nReply-To: Wilma Hoek <wilma@post.example>",
            "Wilma Hoek",
            "wilma@post.example",
        ),
        (
            "From: Wilma Hoek via Lijst <lijst@groep.example>\r\nReply-To: Wilma Hoek <wilma@post.example>",
            "Wilma Hoek",
            "wilma@post.example",
        ),
        ("From: anja@post.example (Anja Veldman)", "Anja Veldman", "anja@post.example"),
        ("From: 'Anja Veldman' <anja@post.example>", "Anja Veldman", "anja@post.example"),
        ("From: \"anja@post.example\" <anja@post.example>", "", "anja@post.example"),
        ("From: =?utf-8?B?Sm9zww==?= =?utf-8?B?qQ==?= <jose@post.example>", "José", "jose@post.example"),
        ("From: =?utf-8?Q?Veldman=2C_Anja?= <anja@post.example>", "Veldman, Anja", "anja@post.example"),
        // An answer to somebody else is no other complainant.
        ("From: Anja Veldman <anja@post.example>\r\nReply-To: werk@post.example", "Anja Veldman", "anja@post.example"),
    ] {
        let row = row(head, "De zaal was koud.");
        let kept = |key: &str| row.confidential.get(key).cloned().unwrap_or_default();
        assert_eq!((kept("name").as_str(), kept("email").as_str(), row.own_sender), (name, email, false), "{head}");
    }
    assert!(row("From: Sanne <m3@elders.example>", "x").own_sender);
    assert!(row("From: Balie <balie@beeldhoek.example>", "x").own_sender);
    assert!(!row("From: Sanne <m4@elders.example>", "x").own_sender);
}

#[test]
fn what_a_colleague_passes_on_is_the_complaint() {
    let text = "Voor het register.\r\n\r\nVan: Klaas Duin <klaas@post.example>\r\nVerzonden: maandag 9 november 2026 09:00\r\nAan: Sanne\r\nOnderwerp: Klacht\r\n\r\nTe laat.";
    let inline = row("From: Sanne <m3@elders.example>\r\nSubject: FW: Klacht", text);
    let inside = row(
        "From: Sanne <m3@elders.example>\r\nContent-Type: multipart/mixed; boundary=b",
        "--b\r\nContent-Type: text/plain\r\n\r\nVoor het register.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nReceived: by mx; Mon, 9 Nov 2026 09:00:00 +0100\r\nFrom: Klaas Duin <klaas@post.example>\r\nSubject: Klacht\r\n\r\nTe laat.\r\n--b--\r\n",
    );
    for row in [inline, inside] {
        assert_eq!((row.confidential["name"].as_str(), said(&row)), ("Klaas Duin", Some("2026-11-09")));
        assert!(row.confidential["narrative"].ends_with("Te laat.") && !row.own_sender, "{row:?}");
        assert!(!row.confidential["narrative"].contains("Voor het register"));
    }
}

const HTML: &str = "Content-Type: multipart/alternative; boundary=b";

#[test]
fn the_form_that_has_the_words_is_taken() {
    for plain in ["", "  \r\n", "Uw programma toont geen HTML.", "Verstuurd vanaf mijn iPhone"] {
        let body = format!(
            "--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>De zaal was zo koud dat wij met onze jassen aan zaten, de hele dag, en niemand deed iets aan de verwarming</p>\r\n--b--\r\n"
        );
        assert!(row(HTML, &body).confidential["narrative"].contains("met onze jassen"), "{plain}");
    }
    let body = "--b\r\nContent-Type: text/plain\r\n\r\nDe zaal was koud.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>De zaal was <b>koud</b>.</p>\r\n--b--\r\n";
    assert_eq!(row(HTML, body).confidential["narrative"], "De zaal was koud.");
}

#[test]
fn a_narrative_is_claimed_only_when_there_is_one() {
    let pdf = "--b\r\nContent-Type: application/pdf; name=\"Jan.pdf\"\r\nContent-Disposition: attachment; filename=\"Jan.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG\r\n--b--\r\n";
    let with = |text: &str| format!("--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n{pdf}");
    let mixed = "Subject: Klacht\r\nContent-Type: multipart/mixed; boundary=b";
    for (head, body, told) in [
        (mixed, with(""), "attachments/001 (a letter or document)"),
        (mixed, with("Zie bijlage.\r\n\r\nGroet, Anja"), "attachments/001"),
        (mixed, with("Verstuurd vanaf mijn iPhone"), "attachments/001"),
        ("Subject: Klacht\r\nContent-Type: application/pdf", "PDF".to_owned(), "attachments/001"),
        ("Subject: Klacht\r\nContent-Type: image/jpeg; name=a.jpg", "JPG".to_owned(), "a photo"),
        ("Subject: Klacht", String::new(), "a subject at most"),
        ("Subject: Klacht\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64", "UERG".to_owned(), "encrypted"),
        ("Subject: Klacht\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64", "UERG".to_owned(), "signature"),
        ("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b", "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--\r\n".to_owned(), "encrypted"),
        ("Subject: Klacht", "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----".to_owned(), "encrypted"),
    ] {
        let row = row(head, &body);
        assert_eq!(row.confidential.get("narrative"), None, "{head}\n{body}");
        assert!(notes(&row).contains(told) && !notes(&row).contains("Jan"), "{head}: {}", notes(&row));
    }
    let signed = "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nDe zaal was koud.\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\nx\r\n-----END PGP SIGNATURE-----";
    assert_eq!(row("Subject: Boos", signed).confidential["narrative"], "Boos\n\nDe zaal was koud.");
    let flowed = row("Content-Type: text/plain; format=flowed; delsp=yes", "Dit is een regel die  \r\nverder gaat.");
    assert_eq!(flowed.confidential["narrative"], "Dit is een regel die verder gaat.");
}

#[test]
fn what_no_person_wrote_is_told_by_each_of_its_marks() {
    for head in [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (vacation)",
        "X-Autoreply: yes",
        "X-Autorespond: x",
        "Precedence: auto_reply",
        "Precedence: bulk",
        "Return-Path: <>",
        "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "X-Failed-Recipients: x@y.example",
        "List-Id: <nieuws.krant.example>",
        "List-Unsubscribe: <https://krant.example/weg>",
        "Subject: Automatisch antwoord: Klacht",
        "Subject: Out of Office: Klacht",
        "Subject: =?utf-8?Q?Onbestelbaar:_Klacht?=",
        "Subject: Gelezen: Klacht",
        "Content-Type: text/calendar; method=REPLY",
    ] {
        assert_eq!(row(head, "x").doubts.len(), 1, "{head}");
    }
    for head in [
        "Auto-Submitted: no",
        "X-Auto-Response-Suppress: All",
        "Precedence: normal",
        "Precedence: list\r\nList-Id: <info.beeldhoek.example>\r\nList-Post: <mailto:info@beeldhoek.example>",
        "From: Website <info@beeldhoek.example>\r\nReply-To: w@post.example\r\nAuto-Submitted: auto-generated",
        "Content-Type: text/calendar; method=REQUEST",
        "Return-Path: <anja@post.example>",
        "Subject: Ik kreeg een automatisch antwoord",
    ] {
        assert_eq!(row(head, "x").doubts, [], "{head}");
    }
}

#[test]
fn the_mail_of_the_world_is_read_with_its_day_its_name_and_its_words() {
    let mut own = Own::default();
    own.add(mails::OURS, true);
    own.add(mails::COLLEAGUE, false);
    let all = mails::mails();
    assert!(all.len() >= 200, "{}", all.len());
    let mut wrong = Vec::new();
    for mail in &all {
        let Some(rows) = super::read(&mail.bytes, &own) else {
            wrong.push(format!("{}: not read", mail.about));
            continue;
        };
        let row = &rows[0];
        let words = row.confidential.get("narrative").map(|words| words.replace('\n', " "));
        let sound = rows.len() == 1
            && row.doubts.is_empty() != mail.machine
            && (mail.machine
                || said(row) == mail.day
                    && row.confidential.get("name").map(String::as_str) == mail.name
                    && words.is_some() == mail.words.is_some()
                    && mail.words.is_none_or(|wanted| words.as_deref().unwrap_or_default().contains(wanted)));
        if !sound {
            let name = row.confidential.get("name");
            wrong.push(format!("{}: {:?} {name:?} {words:?} {:?}", mail.about, said(row), row.doubts.len()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}
