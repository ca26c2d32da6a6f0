use std::time::Instant;

use insta::assert_debug_snapshot;
use proptest::prelude::*;

use super::{places, show, tree};
use crate::yaml::{FaultKind, Syntax, Value, parse};

#[test]
fn every_key_and_value_has_its_place() {
    let source = "a: 1\nb:\nc:\n  - x\n  - y: 'z'\n# c\n\nd: [1, {e: 2}]\nf: |\n  tekst\n\n# uit\n\ng: 2\n";
    let root = tree(source);
    let at = |key: &str| {
        let span = root.get(key).expect("the key").span;
        source.get(span.start..span.end).expect("text")
    };
    assert_eq!(at("a"), "1");
    assert_eq!(at("b"), "");
    assert_eq!(at("c"), "- x\n  - y: 'z'");
    assert_eq!(at("d"), "[1, {e: 2}]");
    assert_eq!(at("f"), "tekst");
    assert_eq!(&source[root.span.start..root.span.end], source.trim_end());
    assert_eq!(root.get("f").and_then(|n| n.text()), Some("tekst\n"));
    assert_eq!(root.get("b").map(|n| &n.value), Some(&Value::Null));
    let key = &root.entries()[2];
    assert_eq!(&source[key.key_span.start..key.key_span.end], "c");
}

#[test]
fn spans_count_from_the_base() {
    let (node, faults) = parse("a: 1\na: &x 2\n", 100);
    assert_eq!(node.expect("a tree").get("a").expect("a").span.start, 103);
    let spans: Vec<_> = faults.iter().map(|f| (f.span.start, f.other.map(|o| o.start))).collect();
    assert_eq!(spans, [(105, Some(100)), (108, None)]);
}

#[test]
fn values_stay_as_written() {
    let root = tree("a: no\nb: 0123\nc: 2025-03-14\nd: 12:30\ne: 'x'\nf: ~\n");
    let text = |key| root.get(key).and_then(|n| n.text());
    assert_eq!([text("a"), text("b"), text("c"), text("d")].map(Option::unwrap), ["no", "0123", "2025-03-14", "12:30"]);
    assert_eq!(root.get("e").map(|n| &n.value), Some(&Value::Scalar { text: "x".into(), plain: false }));
    assert_eq!(root.get("f").map(|n| &n.value), Some(&Value::Null));
}

#[test]
fn dutch_traps() {
    assert_debug_snapshot!(places("onderwerp: Klacht: te laat\n"), @"");
    assert_debug_snapshot!(places("a:1\nb: 2\n"), @"");
    assert_debug_snapshot!(places("x: 1\na:1\nb: 2\n"), @"");
    assert_debug_snapshot!(places("a:1"), @"");
    assert_debug_snapshot!(places("a:\n\tb: 1\n"), @"");
    assert_debug_snapshot!(places("a: @jan\n"), @"");
    assert_debug_snapshot!(places("a: “krom”\n"), @"");
    assert_debug_snapshot!(places("a: 'open\nb: 1\n"), @"");
    assert_debug_snapshot!(places("a: 1\n  b: 2\n"), @"");
    assert_debug_snapshot!(places("a: 1\n\u{a0}b: 2\n"), @"");
    assert_debug_snapshot!(places("onderwerp: nr #5\n"), @"");
    assert_debug_snapshot!(places("onderwerp: zaak #A12 # ja\n"), @"");
    assert_debug_snapshot!(places("a: [1, 2\nb: 3\n"), @"");
    assert_debug_snapshot!(places("a: - b\n"), @"");
    assert_debug_snapshot!(places("a: \"c:\\q\"\n"), @"");
    assert_debug_snapshot!(places("a: \"b\" c\n"), @"");
    assert_debug_snapshot!(places("a: 1\nlos\nb: 2\n"), @"");
    assert_debug_snapshot!(places(": x\n"), @"");
    assert_debug_snapshot!(places("a: |x\n  b\n"), @"");
}

#[test]
fn ordinary_comments_and_quotes_are_left_alone() {
    for source in
        ["a: 1 # tekst\n", "a: 1 #tekst\n", "a: “een” en “twee” dus\n", "a: \"nr #5\"\n", "a: nr#5\n", "a: nr # vijf\n"]
    {
        assert_eq!(places(source), [""; 0], "{source}");
    }
}

#[test]
fn refused_features() {
    assert_debug_snapshot!(places("a: &x 1\nb: *x\nc: *y\nd: !t 2\n<<: {}\n? [q]\n: z\n"), @"");
    assert_debug_snapshot!(places("a: 1\n...\nb: 2\n"), @"");
    assert_debug_snapshot!(places("%YAML 1.2\n---\na: 1\n"), @"");
}

#[test]
fn equal_keys_at_any_depth() {
    assert_debug_snapshot!(places("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\nl:\n  - x: 1\n    x: 2\n"), @"");
    let many: String = (0..100).map(|n| format!("k{}: 1\n", n % 90)).collect();
    let (_, faults) = parse(&many, 0);
    assert_eq!(faults.len(), 10);
    for fault in &faults {
        let FaultKind::DuplicateKey { key } = &fault.kind else { panic!("{fault:?}") };
        let first = fault.other.expect("the first one");
        assert_eq!(&many[first.start..first.end], key);
        assert_eq!(&many[fault.span.start..fault.span.end], key);
        assert!(first.start < fault.span.start);
    }
}

#[test]
fn invisible_characters() {
    assert_debug_snapshot!(places("a: x\u{202e}y\nb: \u{a0}\u{a0}z\n# \u{200b}\nc: \"\u{7}\"\n"), @"");
}

#[test]
fn several_mistakes_in_one_pass() {
    assert_debug_snapshot!(places("a: b: c\nd:1\ne: @f\ng: 1\ng: &h 2\nlos\n\ti: 3\nj: k: l\n"), @"");
}

#[test]
fn hostile_input_is_refused_fast() {
    let brackets = "[".repeat(100_000);
    let dashes = "- ".repeat(50_000);
    let nested: String = (0..5_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    let keys: String = (0..40_000).map(|n| format!("k{n}: 1\n")).collect();
    let equal = "a: 1\n".repeat(40_000);
    let nodes = format!("[{}]", "1,".repeat(200_000));
    let traps = "a: b: c\n".repeat(8_000);
    let colons = format!("a: {}", "b: ".repeat(300_000));
    for (name, source, code) in [
        ("brackets", &brackets, Some("C101")),
        ("dashes", &dashes, Some("C101")),
        ("nested", &nested, Some("C101")),
        ("keys", &keys, None),
        ("equal", &equal, Some("C104")),
        ("nodes", &nodes, Some("C101")),
        ("traps", &traps, Some("C102")),
        ("colons", &colons, Some("C102")),
    ] {
        let start = Instant::now();
        let (_, faults) = parse(source, 0);
        // An unoptimised build on a busy machine: a square would take minutes.
        assert!(start.elapsed().as_secs() < 5, "{name} took {:?}", start.elapsed());
        assert_eq!(faults.first().map(|f| f.code()), code, "{name}");
    }
}

#[test]
fn brackets_within_the_limit_are_read() {
    let source = format!("{}1{}", "[".repeat(64), "]".repeat(64));
    assert_eq!(parse(&source, 0).1, []);
    let source = format!("{}1{}", "[".repeat(65), "]".repeat(65));
    assert_eq!(show(&source, &parse(&source, 0).1), ["C101 64..65 \"[\""]);
}

#[test]
fn an_empty_text_is_a_fault_and_a_tab_has_its_own_kind() {
    assert_eq!(places(""), ["C101 0..0 \"\""]);
    assert_eq!(places("# alleen commentaar\n"), ["C101 0..0 \"\""]);
    let (_, faults) = parse("a:\n\tb: 1\n", 0);
    assert_eq!(faults[0].kind, FaultKind::Syntax(Syntax::Tab));
}

/// Pieces of which hostile front matter is made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b:", ": ", ":", "- ", "-", "\n", "\r\n", "\r", "  ", "\t", "[", "]", "{", "}", ",", "'", "\"", "|", ">",
        "#5", " #", "&x", "*x", "!t", "<<", "---", "...", "%", "@", "`", "\u{a0}", "\u{202e}", "é", "“", "”", "\\",
        "?", "~", "\u{feff}", "\0",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn nothing_panics_and_every_span_holds(source in prop_oneof![pieces(), any::<String>()]) {
        let (node, faults) = parse(&source, 0);
        for fault in &faults {
            prop_assert!(source.get(fault.span.start..fault.span.end).is_some(), "{fault:?}");
            prop_assert!(!fault.message().nl.is_empty() && !fault.remedy().en.is_empty());
        }
        prop_assert!(node.is_some() || !faults.is_empty(), "no tree and no word about it");
        if let Some(node) = node {
            spans_hold(&node, &source)?;
        }
    }
}

fn spans_hold(node: &crate::yaml::Node, source: &str) -> Result<(), TestCaseError> {
    prop_assert!(source.get(node.span.start..node.span.end).is_some(), "{node:?}");
    for item in node.items() {
        spans_hold(item, source)?;
    }
    for entry in node.entries() {
        prop_assert!(source.get(entry.key_span.start..entry.key_span.end).is_some(), "{entry:?}");
        spans_hold(&entry.node, source)?;
    }
    Ok(())
}
