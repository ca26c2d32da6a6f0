use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;

use super::*;
use crate::casework::would_be;
use crate::regulation::SealKey;
use crate::sealing::{CaseKey, Identity, PieceId, SealId};
use crate::vault::{Fate, Readers, Says, Vault};

const CASE: &str = "K25-0001AD";

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(u64::from(n))
}

fn stub(keys: &[String]) -> CaseFile {
    let keys = if keys.is_empty() { String::new() } else { format!(", keys: [{}]", keys.join(", ")) };
    let text = format!("---\nid: {CASE}\n\ndestroyed: {{on: {}, by: m1{keys}}}\n---\n", day(0));
    would_be(&format!("cases/cmm/2025/03/{CASE}.md"), &text).unwrap()
}

/// All but the keys as it should be.
fn well() -> Seen {
    let proof = Proof { objects: 9, living: 3, strays: 0, whole: true };
    let backups = "30 calendar days".parse().ok();
    let (server, history) = (Server::Clean(day(1)), History::Clean(day(10)));
    Seen { on: day(400), here: false, proof: Some(proof), server, history, backups }
}

fn key(id: &str) -> SealKey {
    let recipient = Identity::generate().recipient().to_string();
    SealKey { id: id.to_owned(), recipient, from: day(0), superseded: None, retired: None, lost: None }
}

fn people(keys: &[SealKey]) -> People {
    let (recovery, seal) = keys.iter().cloned().partition(|key| key.id.starts_with("recovery/"));
    People { seal, recovery, ..People::default() }
}

fn reckoned(keys: &[SealKey], seen: &Seen) -> Certificate {
    let ids: Vec<String> = keys.iter().map(|key| key.id.clone()).collect();
    Certificate::of(&stub(&ids), &people(keys), seen).unwrap()
}

fn waits(reached: &Reached) -> Vec<&str> {
    reached.waits.iter().map(|wait| wait.what.as_str()).collect()
}

#[test]
fn it_is_complete_the_day_after_the_last_backup_went() {
    let one = SealKey { retired: Some(day(20)), ..key("m1/1") };
    let of = |seen: Seen| reckoned(std::slice::from_ref(&one), &seen);
    assert_eq!(of(well()).out_of_reach.since, Some(day(1)));
    // The history was renewed on day 10; 30 days later the last backup with the old one is gone.
    assert_eq!(of(well()).complete.since, Some(day(41)));
    let early = of(Seen { on: day(40), ..well() });
    assert_eq!((early.complete.since, waits(&early.complete)), (None, vec!["backups"]));
    let told = of(Seen { server: Server::Told(day(3)), ..well() });
    assert_eq!(told.out_of_reach.since, Some(day(3)));
    assert!(told.server.unwrap().en.contains("attests") && of(well()).server.unwrap().en.contains("looked at itself"));
    let late = SealKey { retired: Some(day(300)), ..one.clone() };
    assert_eq!(reckoned(&[late], &well()).complete.since, Some(day(300)));
    // Without a server there is no backup of one.
    let alone = of(Seen { server: Server::Nowhere, backups: None, ..well() });
    assert_eq!((alone.out_of_reach.since, alone.complete.since), (Some(day(0)), Some(day(20))));
}

#[test]
fn what_is_waited_for_is_named() {
    let gone = SealKey { retired: Some(day(3)), ..key("m1/1") };
    let lost = SealKey { lost: Some(day(2)), retired: Some(day(3)), ..key("m4/2") };
    let keys = [gone, key("m8/1"), key("recovery/1")];
    let seen = reckoned(&keys, &well());
    assert_eq!(seen.out_of_reach.since, Some(day(1)));
    assert_eq!((seen.complete.since, seen.complete.never), (None, false));
    assert_eq!(waits(&seen.complete), ["m8/1", "recovery/1"]);
    let never = reckoned(&[lost], &well());
    assert!(never.complete.never && never.complete.since.is_none(), "retired or not, somebody has it");
    let unknown = Certificate::of(&stub(&["m9/1".to_owned()]), &People::default(), &well()).unwrap();
    assert_eq!(waits(&unknown.complete), ["m9/1"]);
    for (seen, reach, complete) in [
        (Seen { server: Server::Holds, ..well() }, &["server"][..], &["server"][..]),
        (Seen { server: Server::Unproven, ..well() }, &["server"], &["server"]),
        (Seen { server: Server::Unreached, ..well() }, &["server"], &["server"]),
        (Seen { here: true, ..well() }, &["desk"], &["desk"]),
        (Seen { proof: Some(Proof { strays: 1, whole: true, ..Proof::default() }), ..well() }, &["desk"], &["desk"]),
        (Seen { proof: Some(Proof { living: 3, ..Proof::default() }), ..well() }, &["desk"], &["desk"]),
        (Seen { history: History::Holds, ..well() }, &[], &["history"]),
        (Seen { history: History::CutOff, ..well() }, &[], &["history"]),
        (Seen { backups: None, ..well() }, &[], &["backups"]),
    ] {
        let certificate = reckoned(&[], &seen);
        assert_eq!(
            (waits(&certificate.out_of_reach), waits(&certificate.complete)),
            (reach.to_vec(), complete.to_vec())
        );
        assert_eq!(certificate.out_of_reach.since.is_none(), !reach.is_empty());
        assert!(certificate.complete.since.is_none());
    }
    let living = include_str!("../../requirements/base/academie/zelf-opgelost.md");
    let living = would_be(&format!("cases/academie/2025/03/{CASE}.md"), living).unwrap();
    assert!(Certificate::of(&living, &people(&keys), &well()).is_none());
}

fn git(dir: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(dir).args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", dir);
    assert!(command.status().unwrap().success(), "git {arguments:?}");
}

/// A case, two desks, three persons with ever newer keys; every copy of the wrapped key that ever was.
struct Story {
    dir: tempfile::TempDir,
    desks: Vec<Vault>,
    keys: Vec<(SealKey, Identity)>,
    copies: BTreeSet<Vec<u8>>,
}

impl Says for Story {
    fn fate(&self, _: &str) -> Fate {
        Fate::Lives
    }

    fn readers(&self, _: &str) -> Readers {
        Readers::in_force(&self.people()).unwrap()
    }

    fn withdrawn(&self, _: &str) -> BTreeSet<PieceId> {
        BTreeSet::new()
    }
}

impl Story {
    fn begin() -> Self {
        let dir = tempfile::tempdir().unwrap();
        git(dir.path(), &["init", "--quiet", "--bare", "server.git"]);
        let desk = |name: &str| {
            git(dir.path(), &["init", "--quiet", name]);
            Vault::begin(&Register::open(&dir.path().join(name)).unwrap()).unwrap()
        };
        let desks = vec![desk("one"), desk("two")];
        let mut story = Self { dir, desks, keys: Vec::new(), copies: BTreeSet::new() };
        ["recovery", "m1", "m2", "m3"].iter().for_each(|person| drop(story.key_of(person)));
        let readers = Readers::of(&story.people(), &["m1", "m2"]).unwrap();
        story.desks[0].begin_case(CASE, &readers).unwrap();
        story.copied();
        story.sync();
        story
    }

    fn people(&self) -> People {
        people(&self.keys.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>())
    }

    fn key_of(&mut self, person: &str) -> SealId {
        let number = self.keys.iter().filter(|(key, _)| key.id.starts_with(&format!("{person}/"))).count() + 1;
        let identity = Identity::generate();
        let recipient = identity.recipient().to_string();
        let made = SealKey { recipient, ..key(&format!("{person}/{number}")) };
        let id = made.id.parse().unwrap();
        self.keys.push((made, identity));
        id
    }

    fn copied(&mut self) {
        for desk in &self.desks {
            self.copies.extend(desk.kept(CASE).unwrap().map(|kept| kept.wrapped));
        }
    }

    fn sync(&mut self) {
        let address = self.dir.path().join("server.git").display().to_string();
        let identities: Vec<Identity> = self.keys.iter().map(|(_, identity)| identity.clone()).collect();
        for desk in [0, 1, 0] {
            let _ = self.desks[desk].sync(&address, self, &identities).unwrap();
            self.copied();
        }
    }

    /// Who may read becomes another set, of those in force; whoever does it holds some identity that still exists.
    fn share(&mut self, desk: usize, anew: bool, wanted: impl Fn(&mut BTreeSet<SealId>)) {
        let readers = self.readers(CASE);
        let in_force = readers.ids();
        let identities: Vec<Identity> = self.living().map(|(_, identity)| identity.clone()).collect();
        let to = |may: &BTreeSet<SealId>| {
            let mut may = may.clone();
            wanted(&mut may);
            may.retain(|id| in_force.contains(id));
            may.extend(in_force.iter().filter(|id| id.is_recovery()).cloned());
            may
        };
        let _ = self.desks[desk].share(CASE, &identities, &readers, anew, &to);
        self.copied();
    }

    /// Keys that are somewhere: not destroyed, or lost, whatever was said of them later.
    fn living(&self) -> impl Iterator<Item = &(SealKey, Identity)> {
        self.keys.iter().filter(|(key, _)| key.retired.is_none() || key.lost.is_some())
    }

    fn listed(&self, id: &str) -> bool {
        self.desks.iter().any(|desk| {
            desk.kept(CASE).unwrap().is_some_and(|kept| kept.access.may.iter().any(|reader| reader.to_string() == id))
        })
    }

    /// One thing that happens while the case lives, or after.
    fn happens(&mut self, (what, whom, desk, anew): (u8, u8, usize, bool), lives: bool) {
        let person = ["m1", "m2", "m3", "recovery"][usize::from(whom % 4)];
        let last = |story: &Self| story.keys.iter().rposition(|(key, _)| key.id.starts_with(&format!("{person}/")));
        let any = usize::from(whom) % self.keys.len();
        match what % 6 {
            0 if lives => {
                let id = last(self).map(|at| self.keys[at].0.id.parse().unwrap());
                self.share(desk, anew, |may| may.extend(id.clone()));
            }
            1 if lives => self.share(desk, anew, |may| may.retain(|id| id.person != person)),
            2 if lives => {
                let before = last(self);
                let new = self.key_of(person);
                before.into_iter().for_each(|at| self.keys[at].0.superseded = Some(day(1)));
                self.share(desk, anew, |may| {
                    if may.iter().any(|id| id.person == person) {
                        may.insert(new.clone());
                    }
                });
            }
            3 => {
                let id = self.keys[any].0.id.clone();
                // As `keys retire` has it: not while a living case lists it.
                if !lives || !self.listed(&id) {
                    self.keys[any].0.retired = Some(day(2));
                }
            }
            4 => self.keys[any].0.lost = self.keys[any].0.retired.map_or(Some(day(2)), |_| self.keys[any].0.lost),
            5 if lives => self.sync(),
            _ => {}
        }
    }

    /// Whether any key that still exists opens any copy that ever was.
    fn attacked(&self) -> bool {
        let opens = |identity: &Identity| {
            self.copies.iter().any(|copy| CaseKey::unwrapped(copy, std::slice::from_ref(identity)).is_ok())
        };
        self.living().any(|(_, identity)| opens(identity))
    }

    fn complete(&self, keys: &[String]) -> bool {
        Certificate::of(&stub(keys), &self.people(), &well()).unwrap().complete.since.is_some()
    }
}

/// Two change the list at once, and whom one of them let in is lost before they meet: both come to the same, and it is remembered.
#[test]
fn who_was_let_in_and_is_lost_since_is_remembered() {
    let mut story = Story::begin();
    story.happens((0, 2, 1, false), true);
    story.keys.iter_mut().filter(|(key, _)| key.id == "m3/1").for_each(|(key, _)| key.lost = Some(day(2)));
    story.share(0, true, |_| {});
    story.sync();
    let lists = [0, 1].map(|desk| story.desks[desk].kept(CASE).unwrap().unwrap().access);
    assert_eq!(lists[0], lists[1]);
    assert_eq!(lists[0].was.iter().map(ToString::to_string).collect::<Vec<_>>(), ["m3/1"]);
}

fn draws() -> ProptestConfig {
    let full = std::env::var_os("KLACHT_TESTS").is_some_and(|asked| asked == "full");
    ProptestConfig { cases: if full { 128 } else { 8 }, max_shrink_iters: 20, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(draws())]

    /// What the certificate says is what an attacker finds who has every copy that ever was, and every key that still exists.
    #[test]
    fn complete_is_when_no_key_that_exists_opens_any_copy(
        before in prop::collection::vec((0..6u8, any::<u8>(), 0..2usize, any::<bool>()), 1..9),
        after in prop::collection::vec((3..5u8, any::<u8>(), 0..2usize, any::<bool>()), 0..4),
        lose: bool,
    ) {
        let mut story = Story::begin();
        before.iter().for_each(|one| story.happens(*one, true));
        // What never left a desk is known to that desk only: it waits there as long as its list holds a key that was succeeded.
        story.sync();
        prop_assume!(story.desks[0].kept(CASE).unwrap() == story.desks[1].kept(CASE).unwrap());
        let keys: Vec<String> = story.desks[0].ever(CASE).unwrap().iter().map(ToString::to_string).collect();
        prop_assert_eq!(story.complete(&keys), !story.attacked());
        for one in after.iter().filter(|(what, ..)| lose || *what == 3) {
            story.happens(*one, false);
            prop_assert_eq!(story.complete(&keys), !story.attacked());
        }
        // At last everybody destroys what they have.
        for at in 0..story.keys.len() {
            prop_assert_eq!(story.complete(&keys), !story.attacked());
            story.keys[at].0.retired.get_or_insert(day(5));
        }
        prop_assert_eq!(story.complete(&keys), !story.attacked());
        if story.keys.iter().all(|(key, _)| key.lost.is_none()) {
            prop_assert!(story.complete(&keys));
        }
    }
}
