use super::*;

#[test]
fn days_are_as_the_map_says_and_nothing_else() {
    for (cell, dates, wanted) in [
        ("3-9-2026", Some("d-m-yyyy"), Some("2026-09-03")),
        ("03-09-2026 00:00", Some("d-m-yyyy"), Some("2026-09-03")),
        ("03-09-2026 14:12:05", Some("dd-mm-yyyy"), Some("2026-09-03")),
        ("03/09/2026", Some("dd/mm/yyyy"), Some("2026-09-03")),
        ("2026-09-03", None, Some("2026-09-03")),
        ("2026-09-03T10:00:00", None, Some("2026-09-03")),
        ("3-9-26", Some("d-m-yy"), Some("2026-09-03")),
        ("46268", Some("excel"), Some("2026-09-03")),
        ("46268,5", Some("excel"), Some("2026-09-03")),
        ("3-9-26", Some("d-m-yyyy"), None),
        ("3-9-2026", Some("d-m-yy"), None),
        ("2026-09-03", Some("d-m-yyyy"), None),
        ("3/9/2026", Some("d-m-yyyy"), None),
        ("26-09-03", None, None),
        ("31-2-2026", Some("d-m-yyyy"), None),
        ("46268", Some("d-m-yyyy"), None),
        ("+3-9-2026", Some("d-m-yyyy"), None),
        ("3-9-2026 of later", Some("d-m-yyyy"), None),
    ] {
        assert_eq!(day(cell, dates), wanted.map(|w| w.parse().unwrap()), "{cell} {dates:?}");
    }
    let told = |cell: &str| no_day(cell, "Datum", Some("d-m-yyyy")).nl;
    assert!(
        told("3-9-26").contains("twee cijfers") && told("46268").contains("Excel") && told("x").contains("d-m-yyyy")
    );
}

#[test]
fn what_a_spreadsheet_puts_around_a_value_goes_and_what_it_lost_is_told() {
    for (cell, wanted) in
        [(" 7 ", "7"), ("=\"007\"", "007"), ("'0612", "0612"), ("'s-Gravenhage", "'s-Gravenhage"), ("\u{a0}x", "x")]
    {
        assert_eq!(plain(cell), wanted);
    }
    for cell in ["1,23457E+11", "1.2E+05", "2E-10", "#N/A", "#WAARDE!", "#######"] {
        assert!(lost(cell).is_some(), "{cell}");
    }
    for cell in ["E", "1E", "3E klas", "Beekstraat 3E", "#", "12,5", "1E3"] {
        assert!(lost(cell).is_none(), "{cell}");
    }
}
