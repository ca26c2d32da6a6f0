use super::*;

fn found(text: &str) -> Vec<String> {
    durations(&words(text)).iter().map(|n| told(n).en).collect()
}

#[test]
fn numbers_are_read_in_words_and_digits() {
    let cases = [("8", 8), ("acht", 8), ("één", 1), ("eenentwintig", 21), ("drieëntwintig", 23), ("negentig", 90)];
    for (word, n) in cases {
        assert_eq!(number(word), Some(n), "{word}");
    }
    assert_eq!(number("achter"), None);
    assert_eq!(number("teen"), None);
}

#[test]
fn durations_are_found_however_they_are_written() {
    let cases: [(&str, &[&str]); 11] = [
        ("Wij sturen die binnen vijf kalenderdagen.", &["5 calendar days"]),
        ("binnen 5 (vijf) werkdagen", &["5 working days", "5 working days"]),
        ("binnen diezelfde twee weken", &["2 weeks"]),
        ("maakt elk jaar een verslag", &["1 year"]),
        ("Minstens één keer per jaar", &["1 year"]),
        ("twee keer per jaar", &["6 months"]),
        ("een tweewekelijks bericht", &["2 weeks"]),
        ("elke twee weken", &["2 weeks"]),
        ("tot een half jaar na de afhandeling", &["6 months"]),
        ("binnen anderhalf jaar", &["18 months"]),
        ("hoogstens twee keer", &[]),
    ];
    for (text, wanted) in cases {
        assert_eq!(found(text), wanted, "{text}");
    }
}

#[test]
fn what_comes_again_is_told_from_what_is_over_once() {
    let again = |text: &str| {
        let words = words(text);
        durations(&words).iter().map(|named| recurs(&words, named)).collect::<Vec<_>>()
    };
    for text in ["elk jaar", "elke twee weken", "jaarlijks", "twee keer per jaar"] {
        assert_eq!(again(text), [true], "{text}");
    }
    assert_eq!(again("binnen twee weken en daarna een half jaar"), [false, false]);
    assert_eq!(again("4294967295 kwartalen"), [false]);
}

#[test]
fn fourteen_days_are_two_weeks_but_not_ten_working_days() {
    let two_weeks: Duration = "2 weeks".parse().unwrap();
    let says = |text: &str| durations(&words(text)).iter().any(|n| same(n, two_weeks));
    assert!(says("binnen veertien dagen"));
    assert!(!says("binnen tien werkdagen"));
    assert!(!says("binnen drie weken"));
}
