//! Random walks over the steps that are possible, under each regulation, at the desk of the library: whatever is written,
//! `check` accepts, and no byte changes that was not meant to.

use std::path::Path;

use chrono::{Days, NaiveDate};
use klacht::case::{read, split};
use klacht::casework::{
    CaseworkError, Counter, Lock, Prompt, StepForm, Values, Workspace, complete, create, drafted, free_id, judge_edit,
    replace,
};
use klacht::check::check_cases;
use klacht::diagnostics::Severity;
use klacht::docket::Docket;
use klacht::regulation::{AskType, Does};
use klacht::yaml::{Route, remove};
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::common::{chance, copy, draws, root};

/// Steps tried in one walk.
const TRIES: usize = 12;

pub struct Walker {
    pub chance: ChaCha8Rng,
    pub day: NaiveDate,
}

impl Walker {
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.chance.next_u64() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// Some answer that a person might give.
    fn answer(&mut self, want: &Prompt) -> Vec<String> {
        if !want.required && self.below(2) == 0 {
            return Vec::new();
        }
        if !want.choices.is_empty() {
            let many = want.several && self.below(2) == 0;
            let at = self.below(want.choices.len());
            let chosen = want.choices.iter().enumerate().filter(|(n, _)| many || *n == at);
            return chosen.map(|(_, c)| c.value.clone()).collect();
        }
        match want.kind {
            AskType::Date => vec![(self.day + Days::new(1 + self.chance.next_u64() % 9)).to_string()],
            AskType::Digest => vec!["ab".repeat(32)],
            _ if want.key == "field:klantnummer" => vec!["c-101".to_owned()],
            _ => vec![["12", "12.50", "K: 7 # nee", "0"][self.below(4)].to_owned()],
        }
    }
}

fn walk(regulation: &str, seed: u64) -> usize {
    let dir = tempfile::tempdir().unwrap();
    copy(&root().join("policy").join(regulation), &dir.path().join("policy").join(regulation));
    std::fs::write(dir.path().join("klacht.yaml"), "schema: klacht.register/1\n").unwrap();
    let day: NaiveDate = "2026-03-02".parse().unwrap();
    let mut walker = Walker { chance: ChaCha8Rng::seed_from_u64(seed), day };
    let workspace = Workspace::open(dir.path(), None).unwrap();
    // Random answers are refused at times; then somebody tries again.
    let Some(path) = (0..20).find_map(|_| opened(&workspace, regulation, &mut walker)) else {
        panic!("{regulation} {seed}: no case could be opened");
    };
    let mut written = 0;
    for _ in 0..TRIES {
        walker.day = walker.day + Days::new(walker.chance.next_u64() % 4);
        written += usize::from(stepped(&workspace, &path, &mut walker));
    }
    let found = check_cases(&workspace.files, Some(walker.day)).unwrap().findings;
    let grave: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error && f.path == path).collect();
    let last = std::fs::read_to_string(dir.path().join(&path)).unwrap();
    assert!(grave.is_empty(), "{regulation} {seed}: {grave:#?}\n{last}");
    assert!(no_left_overs(dir.path()));
    written
}

/// A new case by random answers; nothing when they are refused.
pub fn opened(workspace: &Workspace, regulation: &str, walker: &mut Walker) -> Option<String> {
    let (version, history) = workspace.in_force(regulation, walker.day).unwrap();
    let (people, received) = (&history.people, walker.day);
    let counter = Counter { regulation: &version.regulation, id: regulation, people, received };
    let chance = std::cell::RefCell::new(&mut walker.chance);
    let id = free_id(workspace, received, &|| Some(chance.borrow_mut().next_u64()), &|_| false).unwrap();
    let sealed = version.regulation.intake.as_ref().map(|i| i.sealed.clone()).unwrap_or_default();
    let mut said = Values::from([("sealed".to_owned(), sealed), ("notes".to_owned(), vec!["Notitie.".to_owned()])]);
    complete::<CaseworkError>(&mut said, |v| counter.prompts(v), &mut |want| Ok(walker.answer(want))).unwrap();
    let case = counter.new_case(id, &said).ok()?;
    let (path, text) = (case.path(), case.text().unwrap());
    if judge_edit(workspace, &path, None, &text, walker.day).refused() {
        return None;
    }
    let text = dressed(&text, walker.below(4));
    let _lock = Lock::take(workspace).unwrap();
    create(workspace, &path, &text).unwrap();
    Some(path)
}

/// The file as a person may have left it: with comments, with quotes, with the line ends of another machine.
fn dressed(text: &str, how: usize) -> String {
    match how {
        0 => text.to_owned(),
        1 => text.replace('\n', "\r\n"),
        2 => {
            text.replace("\nreceived:", "\n# een notitie\nreceived:").replace("\nlog: []", "\nlog: []   # het verloop")
        }
        _ => text.replace("channel: ", "channel:   ").replace("\nlog: []", "\n\n\nlog: []"),
    }
}

/// One possible step by random answers; whether it was written.
pub fn stepped(workspace: &Workspace, path: &str, walker: &mut Walker) -> bool {
    let file = workspace.read(path).unwrap();
    let Some(text) = proposed(workspace, path, walker) else { return false };
    let _lock = Lock::take(workspace).unwrap();
    replace(workspace, path, &file.source, &text).unwrap();
    true
}

/// The file with one possible step by random answers; nothing when they are refused.
pub fn proposed(workspace: &Workspace, path: &str, walker: &mut Walker) -> Option<String> {
    let file = workspace.read(path).unwrap();
    let (version, history) = workspace.version(&file).unwrap();
    let docket = Docket::replay(&file.case, version, &history.people);
    let open: Vec<_> = docket.possible().into_iter().filter(|p| p.obstacles.is_empty()).map(|p| p.step).collect();
    // A walk that ends at once tells little: an end is taken now and then only, or when nothing else is left.
    let early = walker.below(5) > 0 && open.iter().any(|s| s.does != Some(Does::End));
    let free: Vec<&str> = open.iter().filter(|s| !early || s.does != Some(Does::End)).map(|s| s.id.as_str()).collect();
    if free.is_empty() {
        return None;
    }
    let step = free[walker.below(free.len())];
    let (case, people, today) = (&file.case, &history.people, walker.day);
    let table = StepForm { source: &file.source, case, version, people, me: None, today };
    let mut said = Values::from([("step".to_owned(), vec![step.to_owned()])]);
    complete::<CaseworkError>(&mut said, |v| table.prompts(v), &mut |want| Ok(walker.answer(want))).unwrap();
    let text = drafted(&file.source, &version.regulation, &said).unwrap();
    only_added(&file.source, &text);
    if judge_edit(workspace, path, Some(&file.source), &text, today).refused() {
        return None;
    }
    undone(&file.source, &text);
    Some(text)
}

/// What was added can be taken away again, and then every byte is as it was; but for a list that was begun by it.
fn undone(before: &str, after: &str) {
    let (old, new) = (read(before).0.unwrap(), read(after).0.unwrap());
    let data = split(after).0.unwrap().data;
    let begun = |was: usize, is: usize| was == 0 && is > 0;
    if begun(old.log.len(), new.log.len()) || begun(old.attestations.len(), new.attestations.len()) {
        return;
    }
    let mut front = after[data.clone()].to_owned();
    for (key, from, to) in
        [("attestations", old.attestations.len(), new.attestations.len()), ("log", old.log.len(), new.log.len())]
    {
        for index in (from..to).rev() {
            front = remove(&front, &Route::root().key(key).index(index)).unwrap();
        }
    }
    assert_eq!([&after[..data.start], &front, &after[data.end..]].concat(), before, "{after}");
}

/// Every line that was there is there still, in its order; but for the empty list that the first entry begins.
pub fn only_added(before: &str, after: &str) {
    let mut lines = after.split_inclusive('\n');
    for line in before.split_inclusive('\n').filter(|l| !l.starts_with("log:")) {
        assert!(lines.any(|l| l == line), "lost: {line:?}\n{before}\n---\n{after}");
    }
    assert_eq!(before.contains("\r\n"), after.contains("\r\n"));
    if before.contains("\r\n") {
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count(), "mixed line ends");
    }
    assert!(before.matches('#').count() <= after.matches('#').count(), "a comment is lost");
}

pub fn no_left_overs(dir: &Path) -> bool {
    !walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok)
        .any(|e| e.path().extension().is_some_and(|x| x == "tmp"))
}

macro_rules! walks {
    ($($name:ident: $regulation:literal),+) => {$(
        proptest! {
            #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..chance(1, 6) })]
            #[test]
            fn $name(seed in any::<u64>()) {
                walk($regulation, seed);
            }
        }
    )+};
}

walks! {
    any_walk_under_cmm: "cmm",
    any_walk_under_cbmk: "cbmk",
    any_walk_under_interactie: "interactie",
    any_walk_under_square_mile: "square-mile",
    any_walk_under_academie: "academie"
}

#[test]
fn walks_get_somewhere() {
    for regulation in ["cmm", "cbmk", "interactie", "square-mile", "academie"] {
        let walks = draws(2, 6);
        let steps: usize = (0..walks).map(|seed| walk(regulation, seed)).sum();
        assert!(steps as u64 >= 2 * walks, "{regulation}: {steps} steps in {walks} walks");
    }
}
