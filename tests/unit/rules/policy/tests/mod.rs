//! Every rule on one small regulation that passes and on the same with one thing changed; and on the regulations of this
//! register.

mod changed;
mod fixture;
mod real;
mod searched;

use fixture::{judged, lines};

#[test]
fn the_small_regulation_is_without_fault() {
    assert_eq!(lines(&judged(&fixture::Small::new())), Vec::<String>::new());
}

#[test]
fn the_small_regulation_is_without_fault_in_english_too() {
    let small = fixture::Small::new().english("Receipt", "Receipt");
    assert_eq!(lines(&judged(&small)), Vec::<String>::new());
}
