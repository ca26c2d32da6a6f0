use super::*;
use proptest::prelude::*;

fn place(text: &str, offset: usize) -> (u32, u32) {
    let position = Lines::new(text).position(offset..offset);
    (position.line, position.column)
}

#[test]
fn counts_characters_from_one() {
    assert_eq!(place("", 0), (1, 1));
    assert_eq!(place("één\nté", 0), (1, 1));
    assert_eq!(place("één\nté", 5), (1, 4));
    assert_eq!(place("één\nté", 6), (2, 1));
    assert_eq!(place("één\nté", 9), (2, 3));
}

#[test]
fn every_line_end_counts_once() {
    assert_eq!(place("a\r\nb", 3), (2, 1));
    assert_eq!(place("a\r\nb", 2), (1, 3));
    assert_eq!(place("a\rb", 2), (2, 1));
    assert_eq!(place("a\n\nb", 3), (3, 1));
    assert_eq!(Lines::new("a\r\nb\n").line(4), None);
    assert_eq!(Lines::new("a\r\nb\n").line(1), Some("a"));
    assert_eq!(Lines::new("a\r\nb\n").line(3), Some(""));
    assert_eq!(Lines::new("a").line(2), None);
    assert_eq!(Lines::new("a").line(0), None);
}

#[test]
fn byte_order_mark_takes_no_column() {
    let text = "\u{feff}ab\nc";
    assert_eq!(place(text, 0), (1, 1));
    assert_eq!(place(text, 3), (1, 1));
    assert_eq!(place(text, 4), (1, 2));
    assert_eq!(place(text, 6), (2, 1));
    assert_eq!(Lines::new(text).line(1), Some("ab"));
}

#[test]
fn odd_offsets_are_brought_to_a_place() {
    assert_eq!(place("ab", 99), (1, 3));
    assert_eq!(place("é", 1), (1, 1));
    let backwards = Lines::new("a\nb").position(Range { start: 2, end: 0 });
    assert_eq!((backwards.line, backwards.end_line, backwards.end_column), (2, 2, 1));
}

proptest! {
    #[test]
    fn any_offset_has_a_place_and_places_grow(text in "[\u{feff}aé😀\r\n]{0,20}", a in 0usize..60, b in 0usize..60) {
        let lines = Lines::new(&text);
        let (low, high) = (a.min(b), a.max(b));
        let position = lines.position(low..high);
        prop_assert!((position.line, position.column) <= (position.end_line, position.end_column));
        prop_assert!(lines.line(position.end_line).is_some());
    }
}
