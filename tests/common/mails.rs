//! Mails as the world writes them: made here, of invented people. Each with what must be read in it.

/// A mail, and what must be read in it.
pub struct Mail {
    /// What is special about it.
    pub about: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The day of receipt; nothing when a person must say it.
    pub day: Option<&'static str>,
    /// Who complains; nothing when it does not show.
    pub name: Option<&'static str>,
    /// What the words must hold; nothing when there are none.
    pub words: Option<&'static str>,
    /// Whether no person wrote it.
    pub machine: bool,
}

const WORDS: &str = "Het café was ijskoud en niemand belde mij terug.";
const NAME: &str = "José Grünwald";
const DAY: &str = "2026-11-16";
const DATE: &str = "Mon, 16 Nov 2026 10:12:00 +0100";

/// The address of the organisation.
pub const OURS: &str = "info@beeldhoek.example";
/// The address of one of its people.
pub const COLLEAGUE: &str = "sanne@beeldhoek.example";

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn quoted(bytes: &[u8]) -> Vec<u8> {
    let plain = |b: &u8| b.is_ascii() && *b != b'=' && (*b >= b' ' || matches!(b, b'\r' | b'\n'));
    let each = bytes.iter().flat_map(|b| if plain(b) { vec![*b] } else { format!("={b:02X}").into_bytes() });
    each.collect()
}

/// Base64, in lines of 76.
pub fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::new();
    for (at, three) in bytes.chunks(3).enumerate() {
        if at > 0 && at % 19 == 0 {
            text.extend(b"\r\n");
        }
        let sum = three.iter().fold(0_u32, |sum, b| sum << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = SIGNS[(sum >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { sign } else { b'=' });
        }
    }
    text
}

fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn good(about: impl Into<String>, bytes: Vec<u8>) -> Mail {
    Mail { about: about.into(), bytes, day: Some(DAY), name: Some(NAME), words: Some(WORDS), machine: false }
}

/// The ways in which programs write the letters of a name.
fn names() -> Vec<(&'static str, Vec<u8>)> {
    let plain = "José Grünwald <jose@post.example>";
    vec![
        ("encoded word, Q", b"=?utf-8?Q?Jos=C3=A9_Gr=C3=BCnwald?= <jose@post.example>".to_vec()),
        ("encoded word, B", b"=?UTF-8?B?Sm9zw6kgR3LDvG53YWxk?= <jose@post.example>".to_vec()),
        ("encoded word, Latin 1", b"=?iso-8859-1?q?Jos=E9_Gr=FCnwald?= <jose@post.example>".to_vec()),
        ("a letter cut in two", b"=?utf-8?Q?Jos=C3?=\r\n =?utf-8?Q?=A9_Gr=C3=BCnwald?= <jose@post.example>".to_vec()),
        ("a word a word", b"=?utf-8?Q?Jos=C3=A9?= =?utf-8?Q?_Gr=C3=BCnwald?= <jose@post.example>".to_vec()),
        ("a word between quotes", b"\"=?windows-1252?Q?Jos=E9_Gr=FCnwald?=\" <jose@post.example>".to_vec()),
        ("a word with blanks", b"=?utf-8?Q?Jos=C3=A9 Gr=C3=BCnwald?= <jose@post.example>".to_vec()),
        ("bare UTF-8", plain.as_bytes().to_vec()),
        ("bare Latin 1", latin(plain)),
        ("bare Latin 1 between quotes", latin("\"José Grünwald\" <jose@post.example>")),
        ("behind the address", b"jose@post.example (=?utf-8?Q?Jos=C3=A9_Gr=C3=BCnwald?=)".to_vec()),
    ]
}

/// The ways in which programs write the letters of a text: what they say of them, and the bytes.
fn bodies() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let (utf8, one) = (WORDS.as_bytes().to_vec(), latin(WORDS));
    vec![
        ("UTF-8", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n", utf8.clone()),
        (
            "UTF-8, quoted",
            "Content-Type: text/plain; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            quoted(&utf8),
        ),
        (
            "UTF-8, base64",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n",
            base64(&utf8),
        ),
        ("Latin 1", "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n", one.clone()),
        (
            "Windows, quoted",
            "Content-Type: text/plain; charset=Windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            quoted(&one),
        ),
        (
            "Latin 9, base64",
            "Content-Type: text/plain; charset=iso-8859-15\r\nContent-Transfer-Encoding: base64\r\n",
            base64(&one),
        ),
        ("nothing said, UTF-8", "", utf8.clone()),
        ("nothing said, Latin 1", "", one.clone()),
        ("said to be ASCII, Latin 1", "Content-Type: text/plain; charset=us-ascii\r\n", one.clone()),
        (
            "said to be UTF-8, Latin 1",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            quoted(&one),
        ),
        ("said to be Latin 1, UTF-8", "Content-Type: text/plain; charset=iso-8859-1\r\n", utf8),
        ("letters that nobody knows", "Content-Type: text/plain; charset=x-onbekend\r\n", one),
    ]
}

const FROM: &str = "From: =?utf-8?Q?Jos=C3=A9_Gr=C3=BCnwald?= <jose@post.example>\r\n";

fn letters() -> Vec<Mail> {
    let mut all = Vec::new();
    for (how, name) in names() {
        for (body_how, head, body) in bodies() {
            let bytes = join(&[
                b"From: ",
                &name,
                b"\r\nDate: ",
                DATE.as_bytes(),
                b"\r\n",
                head.as_bytes(),
                b"\r\n",
                &body,
                b"\r\n",
            ]);
            all.push(good(format!("{how}; {body_how}"), bytes));
        }
    }
    all
}

/// A mail of one sender and day with this head and body.
fn plain(head: &str, body: &str) -> Vec<u8> {
    format!("{FROM}Date: {DATE}\r\n{head}\r\n{body}").into_bytes()
}

const HTML: &str = "<html><head><title>x</title><style>p {margin: 0}</style></head><body><p class=MsoNormal>Het caf&eacute; was <b>ijs</b>koud en<o:p></o:p> niemand belde mij&nbsp;terug.</p></body></html>";
const TEXT: &str = "Content-Type: text/plain; charset=utf-8\r\n\r\n";

/// Parts of a message with their boundary.
fn parts(kind: &str, parts: &[String]) -> (String, String) {
    let body = parts.iter().fold(String::new(), |body, part| body + "--grens\r\n" + part + "\r\n");
    (
        format!("MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary=\"grens\"\r\n"),
        format!("{body}--grens--\r\n"),
    )
}

fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let text = format!("{TEXT}{WORDS}");
    let html = format!("Content-Type: text/html; charset=utf-8\r\n\r\n{HTML}");
    let pdf = "Content-Type: application/pdf; name=\"brief.pdf\"\r\nContent-Disposition: attachment; filename=\"brief.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG".to_owned();
    let picture = "Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG".to_owned();
    let signature =
        "Content-Type: application/pgp-signature; name=signature.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----".to_owned();
    let calendar = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR".to_owned();
    let empty = format!("{TEXT} \r\n");
    let card =
        "Content-Type: text/x-vcard; name=a.vcf\r\nContent-Disposition: attachment\r\n\r\nBEGIN:VCARD".to_owned();
    let shaped = |kind: &str, list: &[String]| {
        let (head, body) = parts(kind, list);
        plain(&head, &body)
    };
    let mut all = vec![
        ("HTML alone", plain("Content-Type: text/html; charset=utf-8\r\n", HTML)),
        ("HTML said to be text", plain("Content-Type: text/plain; charset=utf-8\r\n", HTML)),
        ("text or HTML", shaped("alternative", &[text.clone(), html.clone()])),
        ("an empty text, or HTML", shaped("alternative", &[empty, html.clone()])),
        ("text and a PDF", shaped("mixed", &[text.clone(), pdf])),
        ("HTML and its picture", shaped("related", &[html.clone(), picture.clone()])),
        ("text and a picture in it", shaped("mixed", &[text.clone(), picture])),
        ("signed", shaped("signed; protocol=\"application/pgp-signature\"", &[text.clone(), signature])),
        ("text and a calendar", shaped("alternative", &[text.clone(), html.clone(), calendar])),
        ("text and a card", shaped("mixed", &[text, card])),
    ];
    let half = WORDS.replace("niemand ", "niemand \r\n");
    all.push(("flowed", plain("Content-Type: text/plain; charset=utf-8; format=flowed\r\n", &half)));
    let half = WORDS.replace("niemand ", "niemand  \r\n");
    all.push((
        "flowed, blanks to be dropped",
        plain("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n", &half),
    ));
    let signed = format!(
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n{WORDS}\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\nx\r\n-----END PGP SIGNATURE-----\r\n"
    );
    all.push(("signed within the text", plain("Content-Type: text/plain; charset=utf-8\r\n", &signed)));
    all
}

/// Dates, with the day on which it came in.
fn dates() -> Vec<(&'static str, Option<&'static str>)> {
    vec![
        ("Date: Sun, 8 Nov 2026 23:30:00 +0100", Some("2026-11-08")),
        ("Date: Sun, 8 Nov 2026 23:30:00 +0000", Some("2026-11-09")),
        ("Date: Sun, 8 Nov 2026 23:30:00 CET", Some("2026-11-08")),
        ("Date: Sun, 8 Nov 2026 18:30:00 EST", Some("2026-11-09")),
        ("Date: Sun, 8 Nov 2026 23:30:00 GMT", Some("2026-11-09")),
        ("Date: Sun, 8 Nov 2026 23:30:00 +0100 (West-Europa (standaardtijd))", Some("2026-11-08")),
        ("Date: 8 Nov 2026 23:30 +0100", Some("2026-11-08")),
        ("Date: Sun, 08 Nov 26 23:30:00 +0100", Some("2026-11-08")),
        ("Date: Sun, 8 November 2026 23:30:00 +0100", Some("2026-11-08")),
        ("Date: zo, 8 nov. 2026 23:30:00 +0100", Some("2026-11-08")),
        ("Date: Sun Nov  8 23:30:00 2026 +0100", Some("2026-11-08")),
        ("Date: 2026-11-08T23:30:00+01:00", Some("2026-11-08")),
        ("date:Sun, 8 Nov 2026 23:30:00 +0100", Some("2026-11-08")),
        ("Date: Sun,\r\n 8 Nov 2026\r\n 23:30:00 +0100", Some("2026-11-08")),
        ("Date: Thu, 31 Jun 2026 23:30:00 +0100", None),
        ("Date: Sun, 8 Nov 2026 23:30:00 QQQ", None),
        ("Date: Sun, 8 Nov 2026 28:30:00 +0100", None),
        ("Date: gisteren", None),
        ("Subject: zonder dag", None),
        (
            "Received: from pc by mx.beeldhoek.example with ESMTP id 1; Mon, 9 Nov 2026 08:00:00 +0100\r\nDate: Sun, 1 Nov 2026 23:30:00 +0100",
            Some("2026-11-09"),
        ),
        (
            "Received: from mx by imap.beeldhoek.example;\r\n\tMon, 9 Nov 2026 08:00:00 +0100 (CET)\r\nReceived: from pc by mx; Mon, 2 Nov 2026 08:00:00 +0100\r\nDate: Mon, 1 Jan 1990 00:00:00 +0000",
            Some("2026-11-09"),
        ),
        (
            "Received: from pc by mx; Mon, 9 Nov 2026 08:00:00 +0100\r\nDate: Thu, 9 Nov 2036 08:00:00 +0100",
            Some("2026-11-09"),
        ),
        ("Received: from pc by mx; Mon, 9 Nov 2026 08:00:00 +0100\r\nDate: kapot", Some("2026-11-09")),
        (
            "Received: (qmail 1 invoked by uid 1); 9 Nov 2026 07:00:00 -0000\r\nDate: Sun, 8 Nov 2026 23:30:00 +0100",
            Some("2026-11-09"),
        ),
    ]
}

fn forwards() -> Vec<Mail> {
    let from = format!("From: Sanne <{COLLEAGUE}>\r\nTo: {OURS}\r\nDate: Tue, 17 Nov 2026 09:00:00 +0100\r\n");
    let utf8 = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    let inline = [
        (
            "Outlook, Dutch",
            "-----Oorspronkelijk bericht-----\r\nVan: José Grünwald <jose@post.example>\r\nVerzonden: maandag 16 november 2026 10:12\r\nAan: Sanne\r\nOnderwerp: Klacht",
        ),
        (
            "Outlook, English",
            "________________________________\r\nFrom: José Grünwald <jose@post.example>\r\nSent: Monday, November 16, 2026 10:12 AM\r\nTo: Sanne\r\nSubject: Klacht",
        ),
        (
            "Gmail",
            "---------- Forwarded message ---------\r\nVan: José Grünwald <jose@post.example>\r\nDate: ma 16 nov 2026 om 10:12\r\nSubject: Klacht\r\nTo: <info@beeldhoek.example>\r\n",
        ),
        (
            "Apple",
            "Begin doorgestuurd bericht:\r\n\r\nVan: José Grünwald <jose@post.example>\r\nOnderwerp: Klacht\r\nDatum: 16 november 2026 om 10:12:00 CET\r\nAan: info@beeldhoek.example",
        ),
        (
            "Thunderbird",
            "-------- Doorgestuurd bericht --------\r\nOnderwerp: Klacht\r\nVan: José Grünwald <jose@post.example>\r\nDatum: Mon, 16 Nov 2026 10:12:00 +0100\r\nAan: info@beeldhoek.example",
        ),
    ];
    let mut all: Vec<Mail> = inline
        .iter()
        .map(|(how, block)| {
            good(
                format!("forwarded by {how}"),
                format!("{from}Subject: FW: Klacht\r\n{utf8}Voor het register.\r\n\r\n{block}\r\n\r\n{WORDS}\r\n")
                    .into_bytes(),
            )
        })
        .collect();
    let inner =
        format!("Content-Type: message/rfc822\r\n\r\n{FROM}Date: {DATE}\r\nSubject: Klacht\r\n{utf8}{WORDS}\r\n");
    let (head, body) = parts("mixed", &[format!("{TEXT}Voor het register."), inner.clone()]);
    all.push(good("forwarded as an attachment", format!("{from}{head}\r\n{body}").into_bytes()));
    let (head, body) = parts("mixed", &[format!("{TEXT}\r\n"), inner]);
    all.push(good("a mail in a mail of whoever complains", plain(&head, &body)));
    for from in [
        "Website <info@beeldhoek.example>",
        "WordPress <wordpress@beeldhoek.example>",
        "Formulier <noreply@formulieren.example>",
    ] {
        let head = format!(
            "From: {from}\r\nReply-To: =?utf-8?Q?Jos=C3=A9_Gr=C3=BCnwald?= <jose@post.example>\r\nAuto-Submitted: auto-generated\r\n"
        );
        all.push(good(format!("form of {from}"), format!("{head}Date: {DATE}\r\n{utf8}{WORDS}\r\n").into_bytes()));
    }
    let head =
        "List-Id: Info <info.beeldhoek.example>\r\nPrecedence: list\r\nList-Post: <mailto:info@beeldhoek.example>\r\n";
    all.push(good(
        "a group of ours",
        plain(&format!("{head}{}", utf8.trim_end_matches("\r\n").to_owned() + "\r\n"), WORDS),
    ));
    all
}

/// What no person wrote to complain.
fn machines() -> Vec<Mail> {
    let heads = [
        "Auto-Submitted: auto-replied\r\nSubject: Afwezig",
        "Auto-Submitted: auto-generated",
        "X-Autoreply: yes",
        "X-Autorespond: Klacht",
        "Precedence: auto_reply",
        "Precedence: bulk",
        "Return-Path: <>",
        "X-Failed-Recipients: wie@post.example",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        "Content-Type: text/calendar; method=REPLY",
        "List-Id: <nieuws.krant.example>",
        "List-Unsubscribe: <mailto:weg@krant.example>",
        "Subject: Automatisch antwoord: Klacht",
        "Subject: Automatic reply: Klacht",
        "Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Klacht?=",
        "Subject: Undeliverable: Klacht",
    ];
    heads
        .iter()
        .map(|head| Mail { machine: true, ..good(format!("machine: {head}"), plain(&format!("{head}\r\n"), WORDS)) })
        .collect()
}

/// What is broken, and can be read all the same.
fn broken() -> Vec<Mail> {
    let (head, body) = parts("mixed", &[format!("{TEXT}{WORDS}")]);
    let whole = plain("Content-Type: text/plain; charset=utf-8\r\n", WORDS);
    let text = String::from_utf8_lossy(&whole).into_owned();
    vec![
        good("no last boundary", plain(&head, body.trim_end().trim_end_matches("--grens--"))),
        good(
            "another boundary than was said",
            plain(&head.replace("grens", "muur"), &format!("{}{WORDS}", "--grens\r\n\r\n")),
        ),
        good("only line feeds", text.replace("\r\n", "\n").into_bytes()),
        good("only carriage returns", text.replace("\r\n", "\r").into_bytes()),
        good("a byte order mark", join(&[b"\xef\xbb\xbf", &whole])),
        good("in UTF-16", [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()),
        good("blank lines before it", join(&[b"\r\n\r\n", &whole])),
        good("from a mailbox", join(&[b"From jose@post.example Mon Nov 16 10:12:00 2026\n", &whole])),
        good(
            "one line of base64",
            plain(
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: BASE64\r\n",
                &String::from_utf8_lossy(&base64(WORDS.as_bytes())).replace("\r\n", ""),
            ),
        ),
        good("a header that is none", plain("dit is geen kop\r\nContent-Type: text/plain; charset=utf-8\r\n", WORDS)),
        good(
            "a soft line end at the end",
            plain(
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
                &format!("{}=", String::from_utf8_lossy(&quoted(WORDS.as_bytes()))),
            ),
        ),
        good(
            "twice a header",
            plain("Content-Type: text/plain; charset=utf-8\r\nDate: Mon, 1 Jan 1990 00:00:00 +0000\r\n", WORDS),
        ),
    ]
}

/// Where the words are not in the message.
fn wordless() -> Vec<Mail> {
    let none = |about: &str, bytes| Mail { words: None, ..good(about, bytes) };
    let pdf = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''Jos%C3%A9.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG".to_owned();
    let (head, body) = parts("mixed", &[format!("{TEXT}Zie bijlage."), pdf]);
    vec![
        none("a letter attached", plain(&head, &body)),
        none(
            "a photo alone",
            plain("Content-Type: image/jpeg; name=foto.jpg\r\nContent-Transfer-Encoding: base64\r\n", "UERG"),
        ),
        none("a subject alone", plain("Subject: Klacht\r\n", "")),
        none("a telephone's own line", plain("Subject: Klacht\r\n", "Verstuurd vanaf mijn telefoon")),
        none(
            "encrypted, S/MIME",
            plain(
                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n",
                "UERG",
            ),
        ),
        none(
            "encrypted within the text",
            plain(
                "Content-Type: text/plain\r\n",
                "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n",
            ),
        ),
    ]
}

/// All of them.
pub fn mails() -> Vec<Mail> {
    let shapes = shapes().into_iter().map(|(how, bytes)| good(how, bytes));
    let dated = dates().into_iter().map(|(head, day)| {
        let bytes = format!("{FROM}{head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}").into_bytes();
        Mail { day, ..good(head, bytes) }
    });
    let all = letters().into_iter().chain(shapes).chain(dated);
    all.chain(forwards()).chain(machines()).chain(broken()).chain(wordless()).collect()
}
