use std::io::{Cursor, Write};

use super::*;
use crate::intake::mail::{Own, read};

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// 10 November 2026, 10:12 in Amsterdam.
fn ticks() -> [u8; 8] {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-10T09:12:00Z").unwrap().timestamp();
    ((u64::try_from(at).unwrap() + 11_644_473_600) * 10_000_000).to_le_bytes()
}

/// A `.msg` with these texts, one attachment, and a moment of delivery.
fn msg(texts: &[(u16, &str)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut put = |path: &str, bytes: &[u8]| file.create_stream(path).unwrap().write_all(bytes).unwrap();
    let mut list = vec![0_u8; 32];
    for (number, text) in texts {
        list.extend([0x1f, 0].into_iter().chain(number.to_le_bytes()).chain([6, 0, 0, 0]).chain([0; 8]));
        put(&format!("/__substg1.0_{number:04X}001F"), &utf16(text));
    }
    list.extend([0x40, 0].into_iter().chain(0x0e06_u16.to_le_bytes()).chain([6, 0, 0, 0]).chain(ticks()));
    put("/__properties_version1.0", &list);
    file.create_storage("/__attach_version1.0_#00000000").unwrap();
    let mut list = vec![0_u8; 8];
    for (number, kind) in [(0x3707_u16, 0x1f_u8), (0x3701, 2)] {
        list.extend(
            [kind, u8::from(kind == 2)].into_iter().chain(number.to_le_bytes()).chain([6, 0, 0, 0]).chain([0; 8]),
        );
    }
    let mut put = |path: &str, bytes: &[u8]| file.create_stream(path).unwrap().write_all(bytes).unwrap();
    put("/__attach_version1.0_#00000000/__properties_version1.0", &list);
    put("/__attach_version1.0_#00000000/__substg1.0_3707001F", &utf16("brief.pdf"));
    put("/__attach_version1.0_#00000000/__substg1.0_37010102", b"PDF");
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_outlook_file_is_a_message() {
    let bytes = msg(&[
        (0x0c1a, "José Grünwald"),
        (0x5d01, "jose@post.example"),
        (0x0037, "Boos"),
        (0x1000, "De zaal was koud."),
    ]);
    let rows = read(&bytes, &Own::default()).unwrap();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(row.confidential["name"], "José Grünwald");
    assert_eq!(row.confidential["email"], "jose@post.example");
    assert_eq!(row.confidential["narrative"], "Boos\n\nDe zaal was koud.");
    assert_eq!(row.said["received"], ["2026-11-10"]);
    assert_eq!((row.attachments[0].name.as_str(), row.attachments[0].bytes.as_slice()), ("001-brief.pdf", &b"PDF"[..]));
    assert_eq!(row.original.as_ref().unwrap().bytes, bytes);
    let kept = "Received: from x by y; Wed, 11 Nov 2026 10:00:00 +0100\r\nFrom: =?utf-8?Q?Zo=C3=AB?= <zoe@post.example>\r\nContent-Type: text/html\r\n";
    let rows = read(&msg(&[(0x007d, kept), (0x1000, "De zaal was koud.")]), &Own::default()).unwrap();
    assert_eq!((rows[0].confidential["name"].as_str(), rows[0].said["received"][0].as_str()), ("Zoë", "2026-11-11"));
}

/// A `winmail.dat` with these attributes.
fn tnef(attributes: &[(u8, u32, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0x78, 0x9f, 0x3e, 0x22, 1, 0];
    for (level, attribute, data) in attributes {
        bytes.push(*level);
        bytes.extend(attribute.to_le_bytes());
        bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        bytes.extend(*data);
        bytes.extend([0, 0]);
    }
    bytes
}

#[test]
fn what_outlook_wraps_is_unwrapped() {
    let rtf = compressed_rtf::compress_rtf(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\uc1 De zaal was \'e9cht\par koud \u8364?.}",
    )
    .unwrap();
    let mut props = 1_u32.to_le_bytes().to_vec();
    props.extend([2, 1, 9, 0x10, 1, 0, 0, 0]);
    props.extend(u32::try_from(rtf.len()).unwrap().to_le_bytes());
    props.extend(&rtf);
    let wrapped = tnef(&[
        (1, 0x0006_9003, &props),
        (2, 0x0006_9002, &[0; 14]),
        (2, 0x0001_8010, b"brief.pdf\0"),
        (2, 0x0006_800f, b"PDF"),
    ]);
    let body = data_encoding::BASE64.encode(&wrapped);
    let mail = format!(
        "From: a@b.example\r\nDate: Mon, 16 Nov 2026 10:12:00 +0100\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n"
    );
    let rows = read(mail.as_bytes(), &Own::default()).unwrap();
    assert_eq!(rows[0].confidential["narrative"], "De zaal was écht\nkoud €.");
    let names: Vec<&str> = rows[0].attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["001-winmail.dat", "002-brief.pdf"]);
}

#[test]
fn broken_files_end() {
    let whole = msg(&[(0x1000, "x")]);
    for end in (0..whole.len()).step_by(97) {
        let _ = as_mail(&whole[..end]);
    }
    let whole = tnef(&[(1, 0x0006_9003, &[255; 40]), (2, 0x0006_9002, &[0; 14]), (2, 0x0006_9005, &[1; 9])]);
    for end in 0..whole.len() {
        let _ = as_mail(&whole[..end]);
    }
}
