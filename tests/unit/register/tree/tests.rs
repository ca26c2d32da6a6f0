use proptest::prelude::*;

use super::*;

/// A tree of files, each with a small number for its content, written in git's order.
fn tree(files: &std::collections::BTreeMap<String, u8>) -> Tree {
    let mut raw = Vec::new();
    for (name, content) in files {
        raw.extend_from_slice(format!("100644 {name}\0").as_bytes());
        raw.extend_from_slice(&[*content; 20]);
    }
    Tree::parse(raw, 20).unwrap()
}

fn some_files() -> impl Strategy<Value = std::collections::BTreeMap<String, u8>> {
    prop::collection::btree_map("[ab]{1,4}", 0_u8..3, 0..12)
}

proptest! {
    #[test]
    fn any_bytes_are_a_tree_or_not_but_never_a_panic(raw in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Some(tree) = Tree::parse(raw, 20) {
            for at in 0..tree.len() {
                prop_assert!(tree.entry(at).is_some());
            }
        }
    }

    #[test]
    fn the_same_ends_are_the_same_and_do_not_overlap(a in some_files(), b in some_files()) {
        let (old, new) = (tree(&a), tree(&b));
        let (front, back) = old.same_ends(&new);
        prop_assert!(front + back <= old.len().min(new.len()));
        let same = |i: usize, j: usize| old.name(i) == new.name(j) && old.entry(i) == new.entry(j);
        for at in 0..front {
            prop_assert!(same(at, at));
        }
        for at in 1..=back {
            prop_assert!(same(old.len() - at, new.len() - at));
        }
        // All that is shared at the front is found.
        if front < old.len().min(new.len()) {
            prop_assert!(!same(front, front));
        }
    }
}

#[test]
fn gits_order_ends_a_folder_in_a_slash() {
    let file = |a: &[u8], b: &[u8]| order(a, Mode::File, b, Mode::File);
    assert_eq!(file(b"a", b"a.md"), Ordering::Less);
    assert_eq!(order(b"a", Mode::Folder, b"a.md", Mode::File), Ordering::Greater);
    assert_eq!(order(b"a", Mode::Folder, b"a0", Mode::File), Ordering::Less);
    assert_eq!(order(b"a", Mode::Folder, b"a", Mode::File), Ordering::Greater);
    assert_eq!(file(b"a", b"a"), Ordering::Equal);
}

#[test]
fn the_cache_forgets_the_oldest_and_keeps_the_rest() {
    let cache = TreeCache::default();
    let id = |number: usize| Id::from_bytes(&[u8::try_from(number).unwrap(); 20]).unwrap();
    let large = |number: usize| {
        let mut raw = b"100644 ".to_vec();
        raw.resize(TreeCache::ROOM / 4, b'x');
        raw.push(0);
        raw.extend_from_slice(id(number).as_bytes());
        Rc::new(Tree::parse(raw, 20).unwrap())
    };
    for number in 0..20 {
        cache.keep(id(number), &large(number));
        assert!(cache.get(id(0)).is_some(), "what is used stays");
    }
    assert!(cache.get(id(19)).is_some());
    assert!(cache.get(id(3)).is_none());
}
