//! Byte for byte what each wrote, and a reason where it cannot be.

use proptest::prelude::*;

use super::case::merge;
use super::log::Ties;
use super::*;

const BASE: &str = "---\n# De kop\nid: K25-0000A7\n\nreceived: 2025-03-03\n\nintake:\n  channel: e-mail\n\ntopics: [a]\nmain_topic: a # de eerste\n\nfields:\n  klant: x\n  zaak: 'y'\n\nlog:\n  - step: een\n    on: 2025-03-03\n    by: m1\n---\n\nEen notitie.\n";

fn both(ours: &str, theirs: &str) -> Result<String, Conflict> {
    merge(Three { base: BASE, ours, theirs }, Ties::ByText, &|_| None)
}

fn entry(step: &str, day: u32) -> String {
    format!("  - step: {step}\n    on: 2025-03-{day:02}\n    by: m1\n")
}

fn with(entries: &[String]) -> String {
    BASE.replacen("    by: m1\n", &format!("    by: m1\n{}", entries.concat()), 1)
}

#[test]
fn entries_of_both_come_in_order_of_date_whoever_merges() {
    let (a, b) = ([entry("twee", 5), entry("vier", 9)], [entry("drie", 7)]);
    let wanted = with(&[entry("twee", 5), entry("drie", 7), entry("vier", 9)]);
    assert_eq!(both(&with(&a), &with(&b)), Ok(wanted.clone()));
    assert_eq!(both(&with(&b), &with(&a)), Ok(wanted));
    let (a, b) = ([entry("twee", 5)], [entry("drie", 5)]);
    assert_eq!(both(&with(&a), &with(&b)), both(&with(&b), &with(&a)));
    let same = [entry("twee", 5)];
    let more = [entry("twee", 5), entry("drie", 6)];
    assert_eq!(both(&with(&same), &with(&more)), Ok(with(&more)));
}

#[test]
fn keys_are_brought_together_one_by_one() {
    let ours = BASE.replace("klant: x", "klant: z").replace("topics: [a]", "topics: [a, b]");
    let theirs = BASE
        .replace("zaak: 'y'", "zaak: 'w' # nieuw")
        .replace("log:", "severity: hoog\n\nlog:")
        .replace("Een notitie.", "Twee notities.");
    let wanted = ours
        .replace("zaak: 'y'", "zaak: 'w' # nieuw")
        .replace("log:", "severity: hoog\n\nlog:")
        .replace("Een notitie.", "Twee notities.");
    assert_eq!(both(&ours, &theirs), Ok(wanted.clone()));
    assert_eq!(both(&theirs, &ours), Ok(wanted));
}

#[test]
fn what_cannot_be_is_said() {
    let ours = BASE.replace("klant: x", "klant: z");
    for (theirs, why) in [
        (BASE.replace("klant: x", "klant: w"), Conflict::Both("fields.klant".to_owned())),
        (BASE.replace("fields:\n  klant: x\n  zaak: 'y'\n\n", ""), Conflict::Removed("fields".to_owned())),
        (BASE.replace("id: K25", "id: [K25"), Conflict::Unreadable),
    ] {
        assert_eq!(both(&ours, &theirs), Err(why));
    }
    let ours = with(&[entry("twee", 5)]);
    let rewritten = BASE.replace("step: een", "step: anders");
    assert_eq!(both(&ours, &rewritten), Err(Conflict::Rewritten));
    let (ours, theirs) = (BASE.replace("Een", "Twee"), BASE.replace("Een", "Drie"));
    assert_eq!(both(&ours, &theirs), Err(Conflict::Notes));
}

#[test]
fn a_log_that_both_began_is_one_log() {
    let empty = BASE.replace("log:\n  - step: een\n    on: 2025-03-03\n    by: m1\n", "log: []\n");
    let (a, b) = (BASE.to_owned(), empty.replace("log: []\n", &format!("log:\n{}", entry("nul", 2))));
    let merged = merge(Three { base: &empty, ours: &a, theirs: &b }, Ties::ByText, &|_| None);
    assert_eq!(merged, Ok(BASE.replace("log:\n", &format!("log:\n{}", entry("nul", 2)))));
}

#[test]
fn windows_line_ends_and_blank_lines_between_entries_stay() {
    let apart = BASE.replace("    by: m1\n---", "    by: m1\n\n  - step: en\n    on: 2025-03-04\n    by: m1\n---");
    let windows = apart.replace('\n', "\r\n");
    let add = |text: &str, entry: &str| text.replace("\r\n---\r\n\r\n", &format!("\r\n\r\n{entry}---\r\n\r\n"));
    let (five, six) = (entry("vijf", 5).replace('\n', "\r\n"), entry("zes", 6).replace('\n', "\r\n"));
    let (ours, theirs) = (add(&windows, &six), add(&windows, &five));
    let merged = merge(Three { base: &windows, ours: &ours, theirs: &theirs }, Ties::ByText, &|_| None);
    assert_eq!(merged, Ok(add(&add(&windows, &five), &six)));
}

proptest! {
    #[test]
    fn nothing_is_lost_and_both_get_the_same(a in proptest::collection::vec(4u32..28, 0..5), b in proptest::collection::vec(4u32..28, 0..5)) {
        let entries = |mut days: Vec<u32>, name: &str| {
            days.sort_unstable();
            days.iter().enumerate().map(|(n, day)| entry(&format!("{name}{n}"), *day)).collect::<Vec<_>>()
        };
        let (ours, theirs) = (with(&entries(a.clone(), "a")), with(&entries(b.clone(), "b")));
        let merged = both(&ours, &theirs).unwrap();
        prop_assert_eq!(&merged, &both(&theirs, &ours).unwrap());
        prop_assert_eq!(merged.matches("step: ").count(), 1 + a.len() + b.len());
        prop_assert_eq!(merged.len(), ours.len() + theirs.len() - BASE.len());
    }
}
