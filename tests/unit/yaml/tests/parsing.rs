use std::time::Instant;

use insta::{assert_debug_snapshot, assert_snapshot};
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
    let sources = [
        "onderwerp: Klacht: te laat\n",
        "a:1\nb: 2\n",
        "x: 1\na:1\nb: 2\n",
        "a:1",
        "a:\n\tb: 1\n",
        "a: @jan\n",
        "a: “krom”\n",
        "a: 'open\nb: 1\n",
        "a: 1\n  b: 2\n",
        "a: 1\n\u{a0}b: 2\n",
        "onderwerp: nr #5\n",
        "onderwerp: zaak #A12 # ja\n",
        "a: [1, 2\nb: 3\n",
        "a: {b: zaak #2 c, d: 1}\ne: 1\n",
        "a: {b: \"open, c: d}\ne: \"f\"\n",
        "a: {b: d [e] f}\n",
        "a: - b\n",
        "a: \"c:\\q\"\n",
        "a: \"b\" c\n",
        "a: 1\nlos\nb: 2\n",
        ": x\n",
        "a: |x\n  b\n",
    ];
    let lines: Vec<String> = sources.iter().map(|s| format!("{s:?} -> {}", places(s).join(" + "))).collect();
    assert_snapshot!(lines.join("\n"), @r##"
    "onderwerp: Klacht: te laat\n" -> C102 SecondColon 17..18 ":"
    "a:1\nb: 2\n" -> C102 BlankAfterColon 0..3 "a:1"
    "x: 1\na:1\nb: 2\n" -> C102 BlankAfterColon 5..8 "a:1"
    "a:1" -> C102 BlankAfterColon 0..3 "a:1"
    "a:\n\tb: 1\n" -> C102 Tab 3..4 "\t"
    "a: @jan\n" -> C102 Begins('@') 3..4 "@"
    "a: “krom”\n" -> C102 CurlyQuotes 3..13 "“krom”"
    "a: 'open\nb: 1\n" -> C102 OpenQuote 3..4 "'"
    "a: 1\n  b: 2\n" -> C102 Indentation 7..11 "b: 2"
    "a: 1\n\u{a0}b: 2\n" -> C114 5..7 "\u{a0}"
    "onderwerp: nr #5\n" -> C116 14..16 "#5"
    "onderwerp: zaak #A12 # ja\n" -> C116 16..25 "#A12 # ja"
    "a: [1, 2\nb: 3\n" -> C102 Brackets 9..13 "b: 3"
    "a: {b: zaak #2 c, d: 1}\ne: 1\n" -> C102 Swallowed 12..23 "#2 c, d: 1}"
    "a: {b: \"open, c: d}\ne: \"f\"\n" -> C102 OpenQuote 7..8 "\""
    "a: {b: d [e] f}\n" -> C102 Brackets 9..10 "["
    "a: - b\n" -> C102 ListOnKeyLine 3..4 "-"
    "a: \"c:\\q\"\n" -> C102 Backslash 3..4 "\""
    "a: \"b\" c\n" -> C102 AfterQuote 7..8 "c"
    "a: 1\nlos\nb: 2\n" -> C102 NoKey 5..8 "los"
    ": x\n" -> C102 EmptyKey 0..0 ""
    "a: |x\n  b\n" -> C102 BlockText 3..4 "|"
    "##);
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
    assert_debug_snapshot!(places("a: &x 1\nb: *x\nc: *y\nd: !t 2\n<<: {}\n? [q]\n: z\n"), @r##"
    [
        "C103 3..5 \"&x\"",
        "C103 11..13 \"*x\"",
        "C103 17..19 \"*y\"",
        "C103 23..25 \"!t\"",
        "C103 28..30 \"<<\"",
        "C103 37..40 \"[q]\"",
    ]
    "##);
    assert_debug_snapshot!(places("a: 1\n...\nb: 2\n"), @r##"
    [
        "C103 9..9 \"\"",
    ]
    "##);
    assert_debug_snapshot!(places("%YAML 1.2\n---\na: 1\n"), @r##"
    [
        "C103 0..1 \"%\"",
    ]
    "##);
}

#[test]
fn equal_keys_at_any_depth() {
    assert_debug_snapshot!(places("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\nl:\n  - x: 1\n    x: 2\n"), @r##"
    [
        "C104 15..16 \"c\"",
        "C104 21..22 \"a\"",
        "C104 26..27 \"a\"",
        "C104 47..48 \"x\"",
    ]
    "##);
    let many: String = (0..100).fold(String::new(), |s, n| s + &format!("k{}: 1\n", n % 90));
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
    assert_debug_snapshot!(places("a: x\u{202e}y\nb: \u{a0}\u{a0}z\n# \u{200b}\nc: \"\u{7}\"\n"), @r##"
    [
        "C114 4..7 \"\\u{202e}\"",
        "C114 12..16 \"\\u{a0}\\u{a0}\"",
        "C114 20..23 \"\\u{200b}\"",
        "C114 28..29 \"\\u{7}\"",
    ]
    "##);
}

#[test]
fn several_mistakes_in_one_pass() {
    assert_debug_snapshot!(places("a: b: c\nd:1\ne: @f\ng: 1\ng: &h 2\nlos\n\ti: 3\nj: k: l\n"), @r##"
    [
        "C102 SecondColon 4..5 \":\"",
        "C102 BlankAfterColon 8..11 \"d:1\"",
        "C102 Begins('@') 15..16 \"@\"",
        "C104 23..24 \"g\"",
        "C103 26..28 \"&h\"",
        "C102 NoKey 31..34 \"los\"",
        "C102 Tab 35..36 \"\\t\"",
        "C102 Indentation 36..40 \"i: 3\"",
    ]
    "##);
}

#[test]
fn hostile_input_is_refused_fast() {
    let brackets = "[".repeat(100_000);
    let dashes = "- ".repeat(50_000);
    let nested: String = (0..1_000).fold(String::new(), |s, n| s + &format!("{}a:\n", " ".repeat(n)));
    let keys: String = (0..40_000).fold(String::new(), |s, n| s + &format!("k{n}: 1\n"));
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
        assert_eq!(faults.first().map(crate::yaml::Fault::code), code, "{name}");
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
