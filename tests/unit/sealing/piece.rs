use proptest::prelude::*;

use super::super::{Access, Envelope, SealId};
use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 4).unwrap()
}

fn opened(piece: &Piece) -> (Vec<u8>, Piece) {
    let key = CaseKey::generate();
    let sealed = piece.sealed(&key.recipient().unwrap()).unwrap();
    let read = Piece::opened(&sealed, &key).ok().unwrap();
    assert_eq!(Piece::opened(&sealed, &CaseKey::generate()).err(), Some(NotOpened::NotForMe));
    (sealed, read)
}

#[test]
fn a_piece_comes_back_as_it_was() {
    let mut piece = Piece::new(PieceKind::Person, day(), Some("m3".to_owned()));
    piece.of = Some("p1".to_owned());
    piece.fields.insert("name".to_owned(), "A. Özdemir-van 't Hof".to_owned());
    let (_, read) = opened(&piece);
    assert!(read == piece);

    let mut file = Piece::new(PieceKind::Attachment, day(), None);
    let bytes = b"%PDF\n\n\0 two lines\n".to_vec();
    file.file = Some(File { name: "scan.pdf".to_owned(), media_type: "application/pdf".to_owned(), bytes });
    let (sealed, read) = opened(&file);
    assert!(read == file);
    assert!(!sealed.windows(8).any(|window| window == b"scan.pdf"));
}

#[test]
fn the_same_words_give_other_bytes_of_the_same_size() {
    let mut piece = Piece::new(PieceKind::Words, day(), None);
    piece.text = Some("De les ging niet door.".to_owned());
    let key = CaseKey::generate();
    let once = piece.sealed(&key.recipient().unwrap()).unwrap();
    let again = piece.sealed(&key.recipient().unwrap()).unwrap();
    assert_ne!(once, again);
    assert_eq!(Envelope::of(&once).map(|e| e.size), Ok(1024));
    assert_eq!(Envelope::of(&again).map(|e| e.size), Ok(1024));
}

#[test]
fn a_newer_key_opens_what_was_and_what_is() {
    let key = CaseKey::generate();
    let newer = key.renewed();
    let mut piece = Piece::new(PieceKind::Note, day(), None);
    piece.text = Some("gebeld".to_owned());
    let (old, new) =
        (piece.sealed(&key.recipient().unwrap()).unwrap(), piece.sealed(&newer.recipient().unwrap()).unwrap());
    assert!(Piece::opened(&old, &newer).is_ok() && Piece::opened(&new, &newer).is_ok());
    assert!(Piece::opened(&new, &key).is_err(), "who was taken off does not read what comes later");
}

#[test]
fn a_list_has_one_form_and_forgets_nobody() {
    let id = |text: &str| text.parse::<SealId>().unwrap();
    let access = Access::read("may m1/2\nmay recovery/1\nwas m1/1\n").unwrap();
    assert_eq!(access.written(), "may m1/2\nmay recovery/1\nwas m1/1\n");
    for wrong in
        ["may m1/1", "may m1/1\nmay m1/1\n", "was m1/1\nmay m2/1\n", "may m1/01\n", "may M/1\n", "may m1/1\nwas m1/1\n"]
    {
        assert!(Access::read(wrong).is_none(), "{wrong}");
    }
    let later = access.with([id("m2/1"), id("recovery/1")].into());
    assert_eq!(later.written(), "may m2/1\nmay recovery/1\nwas m1/1\nwas m1/2\n");
}

#[test]
fn names_of_pieces_have_one_form() {
    let id = PieceId::from_random([u64::MAX, 0, 0x0123_4567_89ab_cdef]);
    assert_eq!(id.as_str().len(), 26);
    assert_eq!(PieceId::of_file(&id.file()), Some(id));
    assert_eq!(PieceId::of_file("jansen.age"), None);
}

proptest! {
    #[test]
    fn every_size_has_a_class_that_is_not_much_larger(size in 0usize..40_000_000) {
        let class = padding::class_of(size);
        prop_assert!(class >= size && padding::class_of(class) == class);
        prop_assert!(size <= 1 << 16 || class - size <= size / 8);
    }

    #[test]
    fn any_text_comes_back(text in "\\PC{0,300}", name in "\\PC{1,40}", bytes in proptest::collection::vec(any::<u8>(), 0..5000)) {
        let mut piece = Piece::new(PieceKind::Message, day(), None);
        piece.text = Some(text);
        piece.file = Some(File { name, media_type: "message/rfc822".to_owned(), bytes });
        let (sealed, read) = opened(&piece);
        prop_assert!(read == piece);
        prop_assert!(Envelope::of(&sealed).is_ok_and(|e| e.is_of_a_class() && e.recipients == 1));
    }
}
