use std::fs;
use std::path::Path;

use super::*;

/// What the fuzz target begins with: each of the formats is there, whole, and each is read.
#[test]
fn the_seeds_hold_each_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/vault");
    let file = |name: &str| fs::read(folder.join(name)).unwrap();
    let text = |name: &str| String::from_utf8(file(name)).unwrap();
    assert!(Access::read(&text("access")).is_some());
    assert!(text("key.pub").lines().all(|line| line.parse::<Recipient>().is_ok()));
    assert!(Envelope::of(&file("piece.age")).is_ok_and(Envelope::is_of_a_class));
    assert!(Piece::read(padding::content(&file("piece")).unwrap()).is_some());
    assert!(Piece::read(padding::content(&file("attachment")).unwrap()).unwrap().file.is_some());
    let all: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(all.len() > 5);
    for path in all {
        assert!(read_as_any(&fs::read(&path).unwrap()), "{}", path.display());
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        proptest::prop_assert!(read_as_any(&bytes));
    }
}
