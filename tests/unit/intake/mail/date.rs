use super::*;

#[test]
fn moments_of_headers() {
    for (text, wanted) in [
        ("Sun, 8 Nov 2026 23:30:00 +0100", Some("2026-11-08T22:30:00")),
        ("Sun, 8 Nov 2026 23:30:00 CET", Some("2026-11-08T22:30:00")),
        ("8 Nov 2026 23:30:00 CEST", Some("2026-11-08T21:30:00")),
        ("Sun, 8 Nov 2026 23:30 MET", Some("2026-11-08T22:30:00")),
        ("Sun, 08 Nov 26 23:30:00 EST", Some("2026-11-09T04:30:00")),
        ("Sun, 8 Nov 2026 23:30:00 +0100 (CET)", Some("2026-11-08T22:30:00")),
        ("Sun, 8 November 2026 23:30:00 +0100", Some("2026-11-08T22:30:00")),
        ("zo, 8 november 2026 23:30:00 +0100", Some("2026-11-08T22:30:00")),
        ("Sun Nov  8 23:30:00 CET 2026", Some("2026-11-08T22:30:00")),
        ("Sun, 8 Nov 2026 23:30:60 GMT", Some("2026-11-08T23:30:59")),
        ("2026-11-08T23:30:00+01:00", Some("2026-11-08T22:30:00")),
        ("2026-11-08T23:30:00.123Z", Some("2026-11-08T23:30:00")),
        ("Sun, 8-Nov-2026 23:30:00 GMT+0100", Some("2026-11-08T22:30:00")),
        ("Sun, 8 Nov 2026 11:30:00 PM +0100", Some("2026-11-08T22:30:00")),
        ("Sun, 8 Nov 2026 23:30:00 Europe/Amsterdam", Some("2026-11-08T22:30:00")),
        // Days, hours and zones that are none.
        ("Sun, 31 Feb 2026 23:30:00 +0100", None),
        ("Sun, 31 Nov 2026 23:30:00 +0100", None),
        ("Sun, 8 Nov 2026 25:30:00 +0100", None),
        ("Sun, 8 Nov 2026 23:61:00 +0100", None),
        ("Sun, 8 Nov 2026 23:30:00 +2500", None),
        ("Sun, 8 Nov 2026 23:30:00 XYZ", None),
        ("Sun, 8 Nov 2026 23:30:00", None),
        ("Sun, 8 Nov 1926 23:30:00 +0100", None),
        ("Sun, 8 Nov 12026 23:30:00 +0100", None),
        ("8 8 Nov 2026 23:30:00 +0100", None),
        ("gisteren", None),
        ("", None),
    ] {
        let read = header(text).ok().map(|moment| moment.at.format("%Y-%m-%dT%H:%M:%S").to_string());
        assert_eq!(read.as_deref(), wanted, "{text}");
    }
}

#[test]
fn a_day_that_is_plain_is_told_though_its_zone_is_not() {
    assert_eq!(header("Sun, 8 Nov 2026 23:30:00 XYZ").unwrap_err().day, "2026-11-08".parse().ok());
    assert_eq!(header("Sun, 8 Nov 2026").unwrap_err().day, "2026-11-08".parse().ok());
    assert_eq!(header("Sun, 31 Nov 2026 10:00:00 +0100").unwrap_err().day, None);
    assert!(header("Mon, 8 Nov 2026 10:00:00 +0100").unwrap().other_weekday);
}

#[test]
fn moments_above_forwarded_messages() {
    for (text, wanted) in [
        ("maandag 9 november 2026 09:00", Some("2026-11-09T08:00:00")),
        ("ma 9 nov. 2026 om 09:00", Some("2026-11-09T08:00:00")),
        ("Mon, Nov 9, 2026 at 9:00 AM", Some("2026-11-09T08:00:00")),
        ("9 november 2026 om 09:00:00 CET", Some("2026-11-09T08:00:00")),
        ("9-11-2026 09:00", Some("2026-11-09T08:00:00")),
        ("2026-11-09 09:00", Some("2026-11-09T08:00:00")),
        ("13/11/2026 09:00", Some("2026-11-13T08:00:00")),
        // The ninth of November, or the eleventh of September.
        ("9/11/2026 09:00", None),
        ("zondag 29 maart 2026 02:30", Some("2026-03-29T00:30:00")),
    ] {
        let read = quoted(text).map(|moment| moment.at.format("%Y-%m-%dT%H:%M:%S").to_string());
        assert_eq!(read.as_deref(), wanted, "{text}");
    }
}

#[test]
fn only_what_can_be_nothing_but_a_date_is_repeated() {
    assert!(printable("Sun, 31 Nov 2026 10:00:00 +0100 (CET)").is_some());
    for secret in ["Jan Jansen", "8 Nov 2026 van Jan", "<jan@post.example>", "06-12345678 Zonderland"] {
        assert_eq!(printable(secret), None, "{secret}");
    }
}
