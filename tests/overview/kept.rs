//! What is kept between runs never changes what is seen.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use klacht::casework::case_index::CaseIndex;
use proptest::prelude::*;

use crate::common::{Bundled, chance};

/// A little more than the coarsest grain of time that file systems keep.
const SETTLED: Duration = Duration::from_millis(2_200);

fn seen(room: &Bundled) -> CaseIndex {
    let seen = CaseIndex::of(room.path(), false).unwrap();
    let anew = CaseIndex::of(room.path(), true).unwrap();
    assert_eq!(seen.rows(), anew.rows());
    assert_eq!((seen.unread, &seen.labels), (anew.unread, &anew.labels));
    assert_eq!(anew.looked_at, room.cases().len());
    seen
}

#[test]
fn what_was_read_is_read_once_it_may_have_changed_unseen() {
    let room = Bundled::with("cmm", "/2026/11/");
    let all = room.cases().len();
    // Just written: a second writing within the grain of the clock would leave no trace, so they are read again.
    assert_eq!(seen(&room).looked_at, all);
    assert_eq!(seen(&room).looked_at, all);
    sleep(SETTLED);
    assert_eq!(seen(&room).looked_at, all);
    assert_eq!(seen(&room).looked_at, 0);
    // The same size and the same time of writing: the time of changing tells.
    let file = room.path().join(&room.cases()[0]);
    let (text, time) = (fs::read_to_string(&file).unwrap(), fs::metadata(&file).unwrap().modified().unwrap());
    fs::write(&file, text.replacen("step:", "stap:", 1)).unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    let changed = seen(&room);
    assert_eq!((changed.looked_at, changed.unread), (1, 1));
    fs::remove_file(&file).unwrap();
    assert_eq!(seen(&room).rows().len(), all - 1);
}

#[test]
fn what_is_damaged_or_foreign_is_built_anew() {
    let room = Bundled::with("cmm", "/2026/11/");
    sleep(SETTLED);
    let first = seen(&room);
    assert_eq!(seen(&room).looked_at, 0);
    let whole = fs::read(room.kept()).unwrap();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for bytes in [Vec::new(), b"klacht".to_vec(), whole[..whole.len() / 2].to_vec(), flipped, vec![0xff; 4096]] {
        fs::write(room.kept(), bytes).unwrap();
        let again = seen(&room);
        assert_eq!((again.looked_at, again.rows()), (first.looked_at, first.rows()));
        assert_eq!(fs::read(room.kept()).unwrap(), whole, "the same again");
    }
    // Another policy: nothing that was kept holds any more.
    let people = "policy/cmm/people.yaml";
    let text = fs::read_to_string(room.path().join(people)).unwrap();
    room.repo.write(people, format!("{text}\n# changed\n"));
    assert_eq!(seen(&room).looked_at, first.looked_at);
    assert_eq!(seen(&room).looked_at, 0);
}

#[test]
fn where_nothing_can_be_kept_it_works_all_the_same() {
    let room = Bundled::with("cmm", "/2026/11/");
    sleep(SETTLED);
    fs::create_dir(room.kept()).unwrap();
    let first = seen(&room);
    assert_eq!(seen(&room).looked_at, first.looked_at);
    fs::remove_dir(room.kept()).unwrap();
    seen(&room);
    let left: Vec<_> = fs::read_dir(room.path().join(".git")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.iter().filter(|name| name.to_string_lossy().contains("overview")).count(), 1, "{left:?}");
    // A plain folder has no place of git's own.
    fs::remove_dir_all(room.path().join(".git")).unwrap();
    assert_eq!(seen(&room).rows(), first.rows());
}

#[test]
fn what_a_killed_run_left_behind_is_taken_away_in_time() {
    let room = Bundled::with("cmm", "/2026/11/");
    let left = |name: &str, hours: u64| {
        let path = room.path().join(".git").join(name);
        fs::write(&path, "half").unwrap();
        let then = fs::metadata(&path).unwrap().modified().unwrap() - Duration::from_hours(hours);
        fs::File::options().write(true).open(&path).unwrap().set_modified(then).unwrap();
        path
    };
    let [old, form] = [left("klacht-overview-Ab1xYz.tmp", 25), left("klacht-overview-1", 600)];
    let [live, other] = [left("klacht-overview-Cd2xYz.tmp", 23), left("COMMIT_EDITMSG", 600)];
    seen(&room);
    assert_eq!([old, form, live, other].map(|path| path.exists()), [false, false, true, true]);
}

/// What may happen to a register between two runs.
#[derive(Debug, Clone)]
enum Edit {
    Append(usize),
    Break(usize),
    SameSize(usize),
    Remove(usize),
    Mistype(usize),
    People,
    Wait,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = prop_oneof![
        (0..9_usize).prop_map(Edit::Append),
        (0..9_usize).prop_map(Edit::Break),
        (0..9_usize).prop_map(Edit::SameSize),
        (0..9_usize).prop_map(Edit::Remove),
        (0..9_usize).prop_map(Edit::Mistype),
        Just(Edit::People),
        Just(Edit::Wait),
    ];
    proptest::collection::vec(one, 1..5)
}

fn apply(room: &Bundled, edit: &Edit) {
    let cases = room.cases();
    let nth = |n: &usize| cases.get(n % cases.len().max(1)).cloned();
    let change = |n: &usize, how: &dyn Fn(String) -> String| {
        if let Some(case) = nth(n) {
            let text = fs::read_to_string(room.path().join(&case)).unwrap();
            room.repo.write(&case, how(text));
        }
    };
    match edit {
        Edit::Append(n) => change(n, &|text| text + "\nNog iets.\n"),
        Edit::Break(n) => change(n, &|text| text.replacen("---", "--", 1)),
        Edit::SameSize(n) => change(n, &|text| text.replacen("received: 2026-11-0", "received: 2026-11-1", 1)),
        Edit::Remove(n) => nth(n).into_iter().for_each(|case| {
            room.repo.remove(&case);
        }),
        Edit::Mistype(n) => change(n, &|text| text.replacen("received", "receivd", 1)),
        Edit::People => {
            let people = room.path().join("policy/cmm/people.yaml");
            let text = fs::read_to_string(&people).unwrap();
            fs::write(&people, text + "# changed\n").unwrap();
        }
        Edit::Wait => sleep(SETTLED),
    }
}

proptest! {
    #![proptest_config(chance(2, 6))]

    #[test]
    fn with_and_without_what_was_kept_the_same_is_seen(edits in edits()) {
        let room = Bundled::with("cmm", "/2026/11/");
        sleep(SETTLED);
        seen(&room);
        for edit in &edits {
            apply(&room, edit);
            seen(&room);
        }
    }
}
