use proptest::prelude::*;

use super::*;
use crate::diagnostics::Lines;

fn place(line: u32, character: u32) -> CursorPlace {
    CursorPlace { line, character }
}

#[test]
fn columns_are_counted_as_was_agreed() {
    let text = "a😀e\u{301}b\r\nc";
    let (wide, narrow) = (Ruler::new(text, Encoding::Utf16), Ruler::new(text, Encoding::Utf8));
    assert_eq!((wide.place(5), narrow.place(5)), (place(0, 3), place(0, 5)));
    assert_eq!((wide.place(8), narrow.place(8)), (place(0, 5), place(0, 8)));
    assert_eq!(wide.offset(place(0, 2)), 1, "the middle of an emoji is its start");
    assert_eq!(wide.offset(place(0, 99)), 9, "beyond the line is before its end");
    assert_eq!(wide.offset(place(1, 0)), 11);
    assert_eq!(wide.offset(place(9, 0)), 12);
}

#[test]
fn a_byte_order_mark_counts_for_editors_and_not_for_findings() {
    let text = "\u{feff}---\nid: x\n";
    let position = Lines::new(text).position(3..6);
    let ruler = Ruler::new(text, Encoding::Utf16);
    assert_eq!(ruler.span(&position), 3..6);
    assert_eq!(ruler.stretch(3..6).start, place(0, 1));
}

const ANY: &str = "[\u{feff}a é😀👩\u{200d}👩e\u{301}n\u{303}\r\n:-]{0,30}";

proptest! {
    #[test]
    fn an_offset_comes_back_from_its_place(text in ANY, at in 0usize..120) {
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let ruler = Ruler::new(&text, encoding);
            let at = text.floor_char_boundary(at);
            let back = ruler.offset(ruler.place(at));
            // Between CR and LF there is no place: it is the end of the line.
            let within = text.as_bytes().get(at) == Some(&b'\n') && at > 0 && text.as_bytes()[at - 1] == b'\r';
            prop_assert_eq!(back, if within { at - 1 } else { at });
        }
    }

    #[test]
    fn any_place_has_an_offset(text in ANY, line in 0u32..40, character in 0u32..90) {
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let ruler = Ruler::new(&text, encoding);
            let at = ruler.offset(place(line, character));
            prop_assert!(text.is_char_boundary(at));
            prop_assert!(ruler.place(at) <= place(line.max(ruler.place(text.len()).line), character.max(9999)));
        }
    }

    #[test]
    fn a_finding_stands_where_its_bytes_do(text in ANY, from in 0usize..120, to in 0usize..120) {
        let (from, to) = (text.floor_char_boundary(from.min(to)), text.floor_char_boundary(from.max(to)));
        prop_assume!(!text.get(from..).unwrap_or_default().starts_with('\n'));
        prop_assume!(!text.get(to..).unwrap_or_default().starts_with('\n'));
        prop_assume!(!(text.starts_with(BOM) && from < 3));
        let position = Lines::new(&text).position(from..to);
        let span = Ruler::new(&text, Encoding::Utf16).span(&position);
        prop_assert_eq!(span, from..to);
    }
}
