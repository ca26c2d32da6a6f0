//! Random walks over a whole register: cases that are opened, imported, taken a step further by one or by two people at once,
//! corrected, and laid out anew by hand in between. Whatever is written, `check` accepts, and every other byte stays.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use klacht::case::{Position, read};
use klacht::casework::{Addition, Counter, Lock, Values, Workspace, judge_edit, replace};
use klacht::check::check_cases;
use klacht::diagnostics::Severity;
use klacht::intake::{Confidential, Given, Run};
use klacht::merging::{Three, merge_legally};
use klacht::regulation::Need;
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::common::{chance, copy, root};
use crate::desk::odd::{WAYS, odd};
use crate::desk::walk::{Walker, no_left_overs, only_added, opened, proposed, stepped};

/// Things done in one walk.
const TRIES: usize = 20;

/// What was done, and how often.
type Done = BTreeMap<&'static str, usize>;

/// A register in which somebody wanders about.
struct Wander {
    dir: tempfile::TempDir,
    workspace: Workspace,
    regulation: &'static str,
    walker: Walker,
    done: Done,
    messages: usize,
}

impl Wander {
    fn begin(regulation: &'static str, seed: u64) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let register = dir.path().join("register");
        copy(&root().join("policy").join(regulation), &register.join("policy").join(regulation));
        std::fs::write(register.join("klacht.yaml"), "schema: klacht.register/1\n").unwrap();
        let day: NaiveDate = "2026-03-02".parse().unwrap();
        let workspace = Workspace::open(&register, None).unwrap();
        let walker = Walker { chance: ChaCha8Rng::seed_from_u64(seed), day };
        Self { dir, workspace, regulation, walker, done: Done::new(), messages: 0 }
    }

    fn cases(&self) -> BTreeMap<String, String> {
        let root = &self.workspace.root;
        let files = walkdir::WalkDir::new(root.join("cases")).into_iter().flatten();
        let files = files.filter(|f| f.file_type().is_file());
        let path = |p: &Path| p.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        files.map(|f| (path(f.path()), std::fs::read_to_string(f.path()).unwrap())).collect()
    }

    /// One thing done; what it was, and to which case.
    fn act(&mut self) -> (&'static str, Option<String>) {
        let paths: Vec<String> = self.cases().into_keys().collect();
        let some = |walker: &mut Walker| paths.get(walker.below(paths.len())).cloned();
        match self.walker.below(12) {
            0 => ("opened", opened(&self.workspace, self.regulation, &mut self.walker)),
            1 => ("imported", self.imported()),
            2 | 3 => {
                let path = some(&mut self.walker).filter(|path| self.parted(path));
                ("merged", path)
            }
            4 | 5 => {
                let path = some(&mut self.walker).filter(|path| self.laid_out(path));
                ("laid out", path)
            }
            6 | 7 => {
                let path = some(&mut self.walker).filter(|path| self.added(path));
                ("added", path)
            }
            _ => {
                let path = some(&mut self.walker);
                ("stepped", path.filter(|path| stepped(&self.workspace, path, &mut self.walker)))
            }
        }
    }

    /// A message imported, twice; the case.
    fn imported(&mut self) -> Option<String> {
        self.messages += 1;
        let (number, day) = (self.messages, self.walker.day.format("%a, %-d %b %Y"));
        let file = self.dir.path().join("in.eml");
        let text = format!(
            "From: Q <q@zonderland.example>\r\nDate: {day} 09:00:00 +0100\r\nMessage-ID: <{number}@a.example>\r\nSubject: x\r\n\r\nkoud\r\n"
        );
        std::fs::write(&file, text).unwrap();
        let rules = &self.workspace.in_force(self.regulation, self.walker.day).unwrap().0.regulation;
        let role = rules.roles.iter().find(|r| r.positions.contains(&Position::Complainant)).unwrap();
        let written = rules.channels.iter().find(|c| c.formal).unwrap();
        let plain = rules.topics.list.iter().find(|t| t.needs_party.is_none());
        let wanted = rules.intake.iter().flat_map(|i| i.parties.iter()).filter(|p| **p != Position::Complainant);
        let others = wanted.filter_map(|position| {
            let role = rules.roles.iter().find(|r| r.positions.contains(position))?;
            Some(format!("{}:{}", role.id, position.word()))
        });
        let given = Given {
            parties: others.collect(),
            regulation: Some(self.regulation.to_owned()),
            channel: Some(written.id.clone()),
            role: Some(role.id.clone()),
            source: rules.intake.as_ref().and_then(|i| i.sources.first().cloned()),
            topics: plain.map(|t| t.id.clone()).into_iter().collect(),
            fields: rules
                .fields
                .iter()
                .filter(|f| f.required == Need::Always)
                .map(|f| (f.id.clone(), "o-1".to_owned()))
                .collect(),
            sealed: ["address", "city"].map(str::to_owned).to_vec(),
            ..Given::default()
        };
        let mut folder = Confidential::open(&self.dir.path().join("vertrouwelijk"), &self.workspace.root).unwrap();
        let chance = std::cell::RefCell::new(&mut self.walker.chance);
        let random = || Some(chance.borrow_mut().next_u64());
        let run = Run {
            workspace: &self.workspace,
            given: &given,
            map: None,
            today: self.walker.day,
            dry: false,
            random: &random,
        };
        let made = run.import(&file, &mut folder).unwrap();
        let again = run.import(&file, &mut folder).unwrap();
        assert!(again.cases.is_empty() && again.known == made.cases.len(), "{made:?} {again:?}");
        made.cases.into_iter().next()
    }

    /// Two people take a step each, from the same file; whether that could be brought together.
    fn parted(&mut self, path: &str) -> bool {
        let base = self.workspace.read(path).unwrap().source;
        let mut one = || proposed(&self.workspace, path, &mut self.walker);
        let (Some(ours), Some(theirs)) = (one(), one()) else { return false };
        let three = Three { base: &base, ours: &ours, theirs: &theirs };
        let Ok(merged) = merge_legally(Some(&self.workspace), path, three, self.walker.day, &|_| None) else {
            return false;
        };
        only_added(&base, &merged);
        if judge_edit(&self.workspace, path, Some(&base), &merged, self.walker.day).refused() {
            return false;
        }
        let _lock = Lock::take(&self.workspace).unwrap();
        replace(&self.workspace, path, &base, &merged).unwrap();
        true
    }

    /// Something that came to light is added; whether it could be.
    fn added(&mut self, path: &str) -> bool {
        let file = self.workspace.read(path).unwrap();
        let (version, history) = self.workspace.version(&file).unwrap();
        let (rules, people) = (&version.regulation, &history.people);
        let counter = Counter { regulation: rules, id: self.regulation, people, received: file.case.first_day() };
        let role = rules.roles.get(self.walker.below(rules.roles.len())).unwrap();
        let topics: Vec<&str> = rules.topics.list.iter().map(|t| t.id.as_str()).collect();
        let some = [
            ("party", format!("{}:involved", role.id)),
            ("topic", topics.get(self.walker.below(topics.len())).copied().unwrap_or("x").to_owned()),
            ("sealed", ["phone", "e-mail", "signature"][self.walker.below(3)].to_owned()),
            ("legal_hold", ["wacht: 'ja'", "-"][self.walker.below(2)].to_owned()),
        ];
        let known = |key: &str| key != "topic" || !topics.is_empty();
        let said = some.into_iter().filter(|(key, _)| known(key) && self.walker.below(2) == 0);
        let said: Values = said.map(|(key, value)| (key.to_owned(), vec![value])).collect();
        let Ok(addition) = Addition::of(&counter, &file.case, &said, self.walker.day) else { return false };
        let Ok(text) = addition.written(&file.source) else { return false };
        only_grew(&file.source, &text);
        if judge_edit(&self.workspace, path, Some(&file.source), &text, self.walker.day).refused() {
            return false;
        }
        let _lock = Lock::take(&self.workspace).unwrap();
        replace(&self.workspace, path, &file.source, &text).unwrap();
        true
    }

    /// Somebody lays the file out in another way; whether it is another text now.
    fn laid_out(&mut self, path: &str) -> bool {
        let text = self.workspace.read(path).unwrap().source;
        let new = odd(&text, self.walker.below(WAYS));
        std::fs::write(self.workspace.root.join(path), &new).unwrap();
        new != text
    }
}

/// What was logged, who was there and what was known is there still, and so are notes, comments and line ends.
fn only_grew(before: &str, after: &str) {
    let (old, new) = (read(before).0.unwrap(), read(after).0.unwrap());
    assert_eq!((&new.log, &new.attestations, new.received), (&old.log, &old.attestations, old.received), "{after}");
    assert!(new.parties.starts_with(&old.parties) && new.topics.starts_with(&old.topics), "{before}\n{after}");
    assert!(new.sealed_fields().starts_with(&old.sealed_fields()), "{before}\n{after}");
    assert_eq!(before[old.body.clone()], after[new.body.clone()]);
    assert!(before.matches('#').count() <= after.matches('#').count(), "a comment is lost: {before}\n{after}");
    assert!(
        !before.contains("\r\n") || after.matches('\n').count() == after.matches("\r\n").count(),
        "mixed line ends"
    );
}

fn wander(regulation: &'static str, seed: u64) -> Done {
    let mut wander = Wander::begin(regulation, seed);
    for _ in 0..TRIES {
        wander.walker.day = wander.walker.day + Days::new(wander.walker.chance.next_u64() % 3);
        let before = wander.cases();
        let (what, path) = wander.act();
        *wander.done.entry(what).or_default() += usize::from(path.is_some());
        let after = wander.cases();
        for (other, text) in before.iter().filter(|(p, _)| Some(*p) != path.as_ref()) {
            assert_eq!(after.get(other), Some(text), "{regulation} {seed}: {what} touched another case");
        }
    }
    let found = check_cases(&wander.workspace.files, Some(wander.walker.day)).unwrap().findings;
    let grave: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error).collect();
    assert!(grave.is_empty(), "{regulation} {seed}: {grave:#?}\n{:#?}", wander.cases());
    assert!(no_left_overs(wander.dir.path()));
    wander.done
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..chance(1, 4) })]
    #[test]
    fn any_walk_over_a_register(seed in any::<u64>(), at in 0_usize..5) {
        wander(["cmm", "cbmk", "interactie", "square-mile", "academie"][at], seed);
    }
}

#[test]
fn everything_happens_on_the_way() {
    for regulation in ["cmm", "cbmk", "interactie", "square-mile", "academie"] {
        let mut all = Done::new();
        for seed in 0..8 {
            wander(regulation, seed).into_iter().for_each(|(what, count)| *all.entry(what).or_default() += count);
        }
        for what in ["opened", "imported", "stepped", "laid out", "added"] {
            assert!(all.get(what).is_some_and(|count| *count > 0), "{regulation}: {what} in {all:?}");
        }
    }
}
