//! Documents and searches in any order, without an editor.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::channel;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::diagnose::{Reader, diagnostic};
use super::documents::Documents;
use super::place::Ruler;
use super::protocol::{Client, Diagnostic};
use super::search::Searcher;
use super::server::Setting;
use super::uri::uri_of;
use crate::check::check_snapshot;
use crate::diagnostics::Lang;
use crate::register::Register;

const RULES: &str = include_str!("../rules/policy/tests/small.yaml");
const WORDS: &str = include_str!("../rules/policy/tests/small.md");
const PEOPLE: &str = include_str!("../rules/policy/tests/people.yaml");
/// Two regulations: what is searched for the one must not be taken for the other.
const FOLDERS: [&str; 2] = ["policy/klein/2026-01-01", "policy/zusje/2026-01-01"];

fn day() -> NaiveDate {
    "2026-06-01".parse().unwrap()
}

/// Texts of a regulation: some with findings of a search, some with others, some that cannot be read.
fn texts() -> Vec<String> {
    let with = |from: &str, to: &str| {
        assert!(RULES.contains(from), "{from}");
        RULES.replacen(from, to, 1)
    };
    let refused = "when: {field: tevreden, equals: nee}";
    let never = with(refused, "when: {all: [{field: tevreden, equals: nee}, {field: tevreden, equals: ja}]}");
    vec![
        RULES.to_owned(),
        with(refused, "when: {all: [{field: tevreden, equals: nee}, {step: gesloten}]}"),
        format!("# The same workflow in another text.\n{never}"),
        never.replacen("Wij bevestigen de ontvangst", "Dit staat nergens", 1),
        never,
        with("topics:\n", "topiks:\n"),
        with("steps:\n", "steps: [\n"),
        String::new(),
    ]
}

fn write(root: &Path, folder: &str, text: &str) {
    std::fs::create_dir_all(root.join(folder)).unwrap();
    std::fs::write(root.join(folder).join("regulation.yaml"), text).unwrap();
    std::fs::write(root.join(folder).join("text.nl.md"), WORDS).unwrap();
    std::fs::write(root.join(folder).parent().unwrap().join("people.yaml"), PEOPLE).unwrap();
}

/// What `check` finds in each text, in each folder.
fn truths(root: &Path) -> BTreeMap<(usize, usize), Vec<Diagnostic>> {
    let mut truths = BTreeMap::new();
    for (nth, text) in texts().iter().enumerate() {
        FOLDERS.iter().for_each(|folder| write(root, folder, text));
        let files = Register::folder(root).unwrap().work_tree().unwrap();
        let found = check_snapshot(&files, Some(day()), &|_, _| {}).unwrap().findings;
        let reader = Reader { root, lang: Lang::Nl, client: Client::default() };
        for (number, folder) in FOLDERS.iter().enumerate() {
            let own = found.iter().filter(|f| f.path == format!("{folder}/regulation.yaml"));
            let ruler = Ruler::new(text, reader.client.encoding);
            truths.insert((number, nth), own.map(|f| diagnostic(f, &ruler, reader)).collect());
        }
    }
    truths
}

/// What happens, as far as it can come in any order.
#[derive(Debug, Clone, Copy)]
enum Turn {
    /// A regulation gets a text.
    Change(usize, usize),
    /// No message waits: the server does the next thing.
    Pause,
    /// A search ends.
    Searched,
    /// Nobody types until all is done.
    Rest,
}

impl Turn {
    /// The turns that it is made of.
    fn parts(self) -> Vec<Turn> {
        match self {
            Self::Rest => [Self::Pause, Self::Pause, Self::Pause, Self::Searched].repeat(6),
            other => vec![other],
        }
    }
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let change = (0..FOLDERS.len(), 0..texts().len()).prop_map(|(folder, text)| Turn::Change(folder, text));
    prop::collection::vec(
        prop_oneof![2 => change, 3 => Just(Turn::Pause), 2 => Just(Turn::Searched), 2 => Just(Turn::Rest)],
        1..24,
    )
}

fn tried(root: &Path, truths: &BTreeMap<(usize, usize), Vec<Diagnostic>>, turns: &[Turn]) {
    let texts = texts();
    let uris: Vec<String> = FOLDERS.iter().map(|f| uri_of(&root.join(f).join("regulation.yaml"))).collect();
    let setting = Setting { lang: Lang::Nl, asked: Some(day()), today: &day, author: &|_| None };
    let (sender, outcomes) = channel();
    let mut searcher = Searcher::start(move |outcome| sender.send(outcome).is_ok());
    let mut documents = Documents::default();
    let mut now = [0; FOLDERS.len()];
    let mut shown: BTreeMap<&str, Vec<Diagnostic>> = BTreeMap::new();
    for uri in &uris {
        documents.open(uri, Some(0), texts[0].clone());
    }
    let changes = turns.len();
    for (turn, act) in turns.iter().copied().chain([Turn::Rest]).flat_map(Turn::parts).enumerate() {
        match act {
            Turn::Change(folder, text) => {
                now[folder] = text;
                documents.change(&uris[folder], Some(i64::try_from(turn).unwrap()), texts[text].clone());
            }
            Turn::Pause if documents.is_fresh() => searcher.pursue(documents.unsearched()),
            Turn::Pause => {
                let judged = documents.judge_next(&setting, Client::default()).unwrap();
                let number = uris.iter().position(|uri| *uri == judged.uri).unwrap();
                let truth = &truths[&(number, now[number])];
                assert!(judged.diagnostics.iter().all(|d| truth.contains(d)), "nothing is shown that is not so");
                shown.insert(&uris[number], judged.diagnostics);
            }
            Turn::Searched | Turn::Rest => {
                if searcher.is_running() {
                    let outcome = outcomes.recv().unwrap();
                    searcher.ended();
                    documents.searched(outcome);
                }
            }
        }
    }
    assert!(documents.is_fresh() && documents.unsearched().is_empty(), "it rests after {changes} turns");
    for (number, uri) in uris.iter().enumerate() {
        assert_eq!(shown[uri.as_str()], truths[&(number, now[number])], "{}", FOLDERS[number]);
    }
}

#[test]
fn after_rest_the_findings_are_those_of_check_whatever_came_before() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().canonicalize().unwrap();
    let truths = truths(&root);
    let of_a_search = |found: &Vec<Diagnostic>| found.iter().filter(|d| d.code == "P531" || d.code == "P534").count();
    assert!(truths.values().map(of_a_search).sum::<usize>() > 4, "some texts have findings that take a search");
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    proptest::test_runner::TestRunner::new(config)
        .run(&turns(), |turns| {
            tried(&root, &truths, &turns);
            Ok(())
        })
        .unwrap();
}
