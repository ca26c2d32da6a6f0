use super::super::finding::Position;
use super::super::text::text;
use super::*;

fn finding(code: &'static str, path: &str, line: u32) -> Finding {
    Finding::new(code, Severity::Error, path, text!("mis", "wrong"), text!("doe", "do"))
        .at(Position { line, ..Position::START })
}

fn order(sink: &Sink) -> Vec<(String, u32, &'static str)> {
    sink.clone().into_findings().into_iter().map(|f| (f.path, f.position.line, f.code)).collect()
}

fn counts(sink: &Sink) -> Counts {
    Counts::of(&sink.clone().into_findings())
}

#[test]
fn yields_by_path_position_code_whatever_the_order_of_arrival() {
    let all = [finding("C102", "b", 1), finding("C101", "b", 1), finding("C109", "a", 9), finding("C109", "a", 2)];
    let mut forwards = Sink::new();
    all.iter().cloned().for_each(|f| forwards.push(f));
    let mut backwards = Sink::new();
    all.iter().rev().cloned().for_each(|f| backwards.push(f));
    assert_eq!(
        order(&forwards),
        [
            ("a".to_owned(), 2, "C109"),
            ("a".to_owned(), 9, "C109"),
            ("b".to_owned(), 1, "C101"),
            ("b".to_owned(), 1, "C102")
        ]
    );
    assert_eq!(forwards.into_findings(), backwards.into_findings());
}

#[test]
fn keeps_a_double_once_with_the_graver_severity() {
    let mut sink = Sink::new();
    sink.push_at_most(finding("C101", "a", 1), Severity::Warning);
    assert_eq!(counts(&sink).worst(), Some(Severity::Warning));
    sink.push(finding("C101", "a", 1));
    sink.push_at_most(finding("C101", "a", 1), Severity::Hint);
    assert_eq!(counts(&sink), Counts { errors: 1, warnings: 0, hints: 0 });
}

#[test]
fn overrides_change_the_severity_of_a_code() {
    let mut sink = Sink::with_overrides([("C101".to_owned(), Severity::Hint)]);
    sink.push(finding("C101", "a", 1));
    sink.push(finding("C102", "a", 1));
    assert_eq!(counts(&sink), Counts { errors: 1, warnings: 0, hints: 1 });
    let mut all = Sink::new();
    all.absorb(sink);
    assert_eq!(counts(&all), Counts { errors: 1, warnings: 0, hints: 1 });
}

#[test]
fn an_empty_sink_has_no_worst() {
    assert_eq!(counts(&Sink::new()).worst(), None);
}
