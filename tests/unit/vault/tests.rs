use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;

use super::*;
use crate::regulation::{People, SealKey};
use crate::sealing::{Identity, Piece, PieceKind, SealId};

const CASE: &str = "K26-7F3QXM";

fn git(dir: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(dir).args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", dir);
    assert!(command.status().unwrap().success(), "git {arguments:?}");
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 4).unwrap()
}

struct Office {
    dir: tempfile::TempDir,
    desks: Vec<Vault>,
    identities: Vec<Identity>,
    people: People,
    withdrawn: std::collections::BTreeSet<crate::sealing::PieceId>,
}

/// Persons m1, m2, … with a key each, a desk each, and one key in the safe.
fn office(persons: usize) -> Office {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "--quiet", "--bare", "server.git"]);
    let identities: Vec<Identity> = (0..=persons).map(|_| Identity::generate()).collect();
    let key = |id: String, identity: &Identity| SealKey {
        id,
        recipient: identity.recipient().to_string(),
        from: day(),
        superseded: None,
        retired: None,
        lost: None,
    };
    let people = People {
        seal: (1..=persons).map(|n| key(format!("m{n}/1"), &identities[n])).collect(),
        recovery: vec![key("recovery/1".to_owned(), &identities[0])],
        ..People::default()
    };
    let desk = |n: usize| {
        let name = format!("desk{n}");
        git(dir.path(), &["init", "--quiet", &name]);
        let of = dir.path().join(&name);
        git(&of, &["remote", "add", "origin", "../server.git"]);
        Vault::begin(&crate::register::Register::open(&of).unwrap()).unwrap()
    };
    let desks = (1..=persons).map(desk).collect();
    Office { dir, desks, identities, people, withdrawn: [].into() }
}

struct Told<'a> {
    fate: Fate,
    people: &'a People,
    withdrawn: std::collections::BTreeSet<crate::sealing::PieceId>,
}

impl Says for Told<'_> {
    fn fate(&self, _: &str) -> Fate {
        self.fate
    }

    fn readers(&self, _: &str) -> Readers {
        Readers::in_force(self.people).unwrap()
    }

    fn withdrawn(&self, _: &str) -> std::collections::BTreeSet<crate::sealing::PieceId> {
        self.withdrawn.clone()
    }
}

impl Office {
    fn sync_as(&self, n: usize, fate: Fate) -> Synced {
        let address = self.dir.path().join("server.git").display().to_string();
        let says = Told { fate, people: &self.people, withdrawn: self.withdrawn.clone() };
        self.desks[n - 1].sync(&address, &says, &self.identities[n..=n]).unwrap()
    }

    fn sync(&self, n: usize) -> Synced {
        self.sync_as(n, Fate::Lives)
    }

    fn begin(&self, persons: &[&str]) {
        let readers = Readers::of(&self.people, persons).unwrap();
        self.desks[0].begin_case(CASE, &readers).unwrap();
        self.add(1, "De les ging niet door.");
    }

    fn add(&self, n: usize, text: &str) {
        let mut piece = Piece::new(PieceKind::Words, day(), Some(format!("m{n}")));
        piece.text = Some(text.to_owned());
        let random = [text.len() as u64, n as u64, 77];
        self.desks[n - 1].add(CASE, &piece, random, 25_000_000).unwrap();
    }

    fn texts(&self, desk: usize, identity: usize) -> Vec<String> {
        let vault = &self.desks[desk - 1];
        let Ok(key) = vault.case_key(CASE, &self.identities[identity..=identity]) else { return Vec::new() };
        vault.opened(CASE, &key).unwrap().iter().filter_map(|o| o.piece.text.clone()).collect()
    }

    fn may(&self, desk: usize) -> Vec<String> {
        let kept = self.desks[desk - 1].kept(CASE).unwrap().unwrap();
        kept.access.may.iter().map(ToString::to_string).collect()
    }

    fn share(&self, n: usize, wanted: &[&str], anew: bool) -> Shared {
        let readers = Readers::in_force(&self.people).unwrap();
        let wanted: std::collections::BTreeSet<SealId> = wanted.iter().map(|id| id.parse().unwrap()).collect();
        self.desks[n - 1].share(CASE, &self.identities[n..=n], &readers, anew, &|_| wanted.clone()).unwrap()
    }
}

#[test]
fn a_person_sees_only_the_cases_that_list_him() {
    let office = office(3);
    office.begin(&["m1", "m2"]);
    assert_eq!(office.sync(1).given.len(), 1);
    office.sync(2);
    office.sync(3);
    assert_eq!(office.texts(2, 2), ["De les ging niet door."]);
    assert_eq!(office.texts(3, 3), Vec::<String>::new());
    assert_eq!(office.texts(3, 0), ["De les ging niet door."], "the key in the safe opens it");
    assert_eq!(office.sync(1), Synced::default(), "nothing new");
}

#[test]
fn two_who_add_at_once_lose_nothing() {
    let office = office(2);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    office.add(1, "Gebeld met de klager, die is er morgen.");
    office.add(2, "De docent was ziek.");
    office.sync(1);
    office.sync(2);
    office.sync(1);
    assert_eq!(office.texts(1, 1).len(), 3);
    assert_eq!(office.texts(1, 1), office.texts(2, 2));
    assert_eq!([office.sync(1), office.sync(2)], [Synced::default(), Synced::default()]);
}

#[test]
fn who_may_not_read_may_add() {
    let office = office(2);
    office.begin(&["m1"]);
    office.sync(1);
    office.sync(2);
    office.add(2, "Ingekomen op papier.");
    office.sync(2);
    office.sync(1);
    assert_eq!(office.texts(2, 2), Vec::<String>::new());
    assert_eq!(office.texts(1, 1).len(), 2);
}

#[test]
fn who_leaves_reads_nothing_that_comes_later_and_is_remembered() {
    let office = office(2);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    assert_eq!(office.share(1, &["m1/1", "recovery/1"], true), Shared::Changed);
    office.add(1, "Later.");
    office.sync(1);
    office.sync(2);
    assert_eq!(office.texts(2, 2), Vec::<String>::new());
    assert_eq!(office.texts(1, 1).len(), 2);
    let kept = office.desks[1].kept(CASE).unwrap().unwrap();
    assert_eq!(kept.access.written(), "may m1/1\nmay recovery/1\nwas m2/1\n");
}

#[test]
fn two_who_change_the_list_at_once_both_get_what_they_wished() {
    let office = office(4);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    office.share(1, &["m1/1", "m2/1", "m3/1", "recovery/1"], false);
    office.share(2, &["m1/1", "m2/1", "m4/1", "recovery/1"], true);
    office.add(2, "Na de nieuwe sleutel.");
    office.sync(1);
    office.sync(2);
    office.sync(1);
    assert_eq!(office.may(1), ["m1/1", "m2/1", "m3/1", "m4/1", "recovery/1"]);
    assert_eq!(office.may(1), office.may(2));
    assert_eq!(office.texts(1, 1).len(), 2);
    office.sync(3);
    assert_eq!(office.texts(3, 3), office.texts(1, 1));
}

/// Somebody took a new key, and somebody lost one, before a list that names the old ones was sent.
#[test]
fn a_list_that_was_never_sent_is_brought_up_to_date() {
    let mut office = office(4);
    office.begin(&["m1", "m2", "m4"]);
    let newer = office.people.seal[2].recipient.clone();
    office.people.seal.remove(2);
    let mut renewed = office.people.seal[1].clone();
    (renewed.id, renewed.recipient) = ("m2/2".to_owned(), newer);
    office.people.seal[1].superseded = Some(day());
    office.people.seal[2].lost = Some(day());
    office.people.seal.push(renewed);
    let address = office.dir.path().join("server.git").display().to_string();
    let says = Told { fate: Fate::Lives, people: &office.people, withdrawn: [].into() };
    let locked = office.desks[0].sync(&address, &says, &[]).unwrap();
    assert_eq!(locked.locked.len(), 1, "it takes somebody who can open it: {locked:?}");
    assert_eq!(office.sync(1).locked.len(), 0);
    let kept = office.desks[0].kept(CASE).unwrap().unwrap();
    assert_eq!(kept.access.written(), "may m1/1\nmay m2/2\nmay recovery/1\nwas m2/1\nwas m4/1\n");
    office.sync(3);
    assert_eq!((office.texts(3, 3).len(), office.texts(3, 2).len(), office.texts(3, 4).len()), (1, 0, 0));
    assert_eq!(office.sync(1), Synced::default());
}

#[test]
fn the_register_decides_what_lives() {
    let office = office(2);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    let server = office.dir.path().join("server.git");
    for kind in ["key", "part"] {
        git(&server, &["update-ref", "-d", &format!("refs/klacht/{kind}/{CASE}")]);
    }
    assert_eq!(office.sync(2).given.len(), 1, "what vanished there is put back");
    assert_eq!(office.sync(1), Synced::default());
    let gone = office.sync_as(1, Fate::Destroyed);
    assert_eq!(gone.destroyed.len(), 1);
    assert_eq!(office.sync_as(2, Fate::Destroyed).destroyed.len(), 1);
    assert!(office.desks.iter().all(|desk| desk.cases().unwrap().is_empty()));
    let left = std::fs::read_dir(server.join("refs/klacht")).map(Iterator::count).unwrap_or_default();
    assert!(left == 0 || !server.join(format!("refs/klacht/key/{CASE}")).exists());
}

/// A piece that was taken back goes on both sides, and a desk that had it still brings it back to nobody.
#[test]
fn what_was_taken_back_goes_and_stays_away() {
    let mut office = office(2);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    let first = office.desks[0].pieces(CASE).unwrap().into_keys().next().unwrap();
    office.withdrawn.insert(first.clone());
    office.add(1, "Dit hoort hier wel.");
    office.sync(1);
    office.add(2, "En dit ook.");
    office.sync(2);
    office.sync(1);
    let both = [1, 2].map(|n| office.texts(n, n));
    assert_eq!(both[0].len(), 2);
    assert_eq!(both[0], both[1]);
    assert!(office.desks.iter().all(|desk| !desk.pieces(CASE).unwrap().contains_key(&first)));
}

/// A server that puts a recipient of its own in place is noticed by the first who opens the case.
#[test]
fn a_recipient_that_is_not_of_the_case_is_noticed() {
    let office = office(1);
    office.begin(&["m1"]);
    let (vault, mine) = (&office.desks[0], &office.identities[1..=1]);
    let kept = vault.kept(CASE).unwrap().unwrap();
    let theirs = vault.key_commit(&crate::sealing::CaseKey::generate(), &kept.wrapped, &kept.access).unwrap();
    assert!(vault.case_key(CASE, mine).is_ok());
    assert!(vault.store.set(&format!("refs/klacht/key/{CASE}"), Some(kept.commit), Some(theirs)).unwrap());
    assert!(matches!(vault.case_key(CASE, mine), Err(VaultError::Damaged(_))));
}

#[test]
fn nothing_is_sealed_that_a_lost_machine_would_take_along() {
    let mut office = office(1);
    office.people.recovery.clear();
    assert!(matches!(Readers::of(&office.people, &["m1"]), Err(VaultError::NoRecovery)));
    office.people.seal[0].superseded = Some(day());
    assert!(matches!(Readers::of(&office.people, &["m1"]), Err(VaultError::NoReaders)));
}

#[test]
fn a_piece_that_is_too_large_is_refused() {
    let office = office(1);
    office.begin(&["m1"]);
    let mut piece = Piece::new(PieceKind::Words, day(), None);
    piece.text = Some("x".repeat(5000));
    assert!(matches!(office.desks[0].add(CASE, &piece, [1, 2, 3], 4000), Err(VaultError::TooLarge(_))));
}

/// So many that they are fetched in one go, and kept in one file.
#[test]
fn very_many_cases_come_over() {
    let office = office(2);
    let readers = Readers::of(&office.people, &["m1", "m2"]).unwrap();
    let ids: Vec<String> = (0..130).map(|n| format!("K26-{n:06}")).collect();
    ids.iter().for_each(|id| drop(office.desks[0].begin_case(id, &readers).unwrap()));
    assert_eq!(office.sync(1).given.len(), ids.len());
    assert_eq!(office.sync(2).taken.len(), ids.len());
    assert_eq!([office.sync(1), office.sync(2)], [Synced::default(), Synced::default()]);
    assert!(office.desks[1].case_key(&ids[77], &office.identities[2..=2]).is_ok());
    let (first, last) = (&ids[0], &ids[129]);
    let server = office.dir.path().join("server.git");
    git(&server, &["update-ref", "-d", &format!("refs/klacht/key/{first}")]);
    assert_eq!(office.sync(2).given.iter().collect::<Vec<_>>(), [first], "what vanished there is put back");
    office.desks[1].destroy([last]).unwrap();
    assert_eq!(office.sync(2).taken.iter().collect::<Vec<_>>(), [last], "and what vanished here, while it lives");
}

/// A case with more than a server takes in one push goes over piece by piece, also where two desks sealed at once.
#[test]
fn a_case_larger_than_a_push_may_be_goes_over() {
    let office = office(2);
    office.begin(&["m1", "m2"]);
    office.sync(1);
    office.sync(2);
    git(&office.dir.path().join("server.git"), &["config", "receive.maxInputSize", "50m"]);
    let scan = |n: usize, at: u64| {
        let mut piece = Piece::new(PieceKind::Attachment, day(), None);
        let bytes = vec![b'x'; 18_000_000];
        piece.file =
            Some(crate::sealing::File { name: format!("{n}.pdf"), media_type: "application/pdf".to_owned(), bytes });
        office.desks[n - 1].add(CASE, &piece, [at, n as u64, 1], 25_000_000).unwrap();
    };
    (1..4).for_each(|at| scan(1, at));
    assert_eq!(office.sync(1).given.len(), 1);
    (4..7).for_each(|at| scan(2, at));
    assert_eq!(office.sync(2).given.len(), 1);
    office.sync(1);
    assert_eq!(office.desks[0].pieces(CASE).unwrap().len(), 7);
    assert_eq!(office.desks[0].pieces(CASE).unwrap(), office.desks[1].pieces(CASE).unwrap());
}

/// A server that lost a key gets an older one from a desk that slept: what was sealed to the newer one still opens, and who was let
/// in or taken off since stays so.
#[test]
fn an_older_key_that_comes_back_takes_nothing_away() {
    let office = office(3);
    office.begin(&["m1", "m2"]);
    (1..=2).for_each(|n| drop(office.sync(n)));
    office.share(1, &["m1/1", "m3/1", "recovery/1"], true);
    office.add(1, "Dit leest m2 niet meer.");
    office.sync(1);
    git(&office.dir.path().join("server.git"), &["update-ref", "-d", &format!("refs/klacht/key/{CASE}")]);
    office.sync(2);
    [1, 2, 3, 1, 2, 3].iter().for_each(|n| drop(office.sync(*n)));
    assert_eq!(office.texts(1, 1).len(), 2);
    assert_eq!(office.texts(3, 3).len(), 2);
    assert_eq!(office.texts(2, 2), Vec::<String>::new());
    assert_eq!([1, 2, 3].map(|n| office.may(n)), [1, 2, 3].map(|_| vec!["m1/1", "m3/1", "recovery/1"]));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 8, failure_persistence: None, ..Default::default() })]

    /// Whatever three desks do in whatever order, with a server that forgets: nothing that was added is lost, all come to the
    /// same, and who is on the list reads all of it.
    #[test]
    fn any_order_of_work_comes_to_the_same(work in proptest::collection::vec((0_u8..5, 1_usize..4), 4..16)) {
        let office = office(3);
        office.begin(&["m1", "m2"]);
        (1..=3).for_each(|n| drop(office.sync(n)));
        let mut added = std::collections::BTreeSet::from(["De les ging niet door.".to_owned()]);
        let server = office.dir.path().join("server.git");
        for (at, (what, n)) in work.into_iter().enumerate() {
            match what {
                0 | 1 => {
                    let text = format!("{}{at}", "x".repeat(at));
                    office.add(n, &text);
                    added.insert(text);
                }
                2 => drop(office.sync(n)),
                3 if n < 3 => drop(office.share(n, &["m1/1", "m2/1", "m3/1", "recovery/1"], at % 2 == 0)),
                3 => git(&server, &["update-ref", "-d", &format!("refs/klacht/part/{CASE}")]),
                _ => git(&server, &["update-ref", "-d", &format!("refs/klacht/key/{CASE}")]),
            }
        }
        // The list is brought together by somebody who can open it: whoever never could has to wait for that.
        for n in [1, 2, 3, 1, 2, 3] {
            office.sync(n);
        }
        proptest::prop_assert_eq!([1, 2, 3].map(|n| office.sync(n)), [Synced::default(), Synced::default(), Synced::default()]);
        let may = office.may(1);
        for n in 1..=3 {
            proptest::prop_assert_eq!(office.may(n), may.clone());
            let read: std::collections::BTreeSet<String> = office.texts(n, n).into_iter().collect();
            let listed = may.contains(&format!("m{n}/1"));
            proptest::prop_assert_eq!(read, if listed { added.clone() } else { [].into() });
        }
    }
}
