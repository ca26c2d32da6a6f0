//! What a declaration of a group gives.

use serde_json::json;

use super::tree;
use crate::yaml::{Group, Kind, Need, Table, Written, check, group, to_json, words};

words! {
    /// How loud.
    #[derive(Default)]
    enum Voice {
        /// Not very.
        #[default]
        Soft = "soft",
        /// Very.
        VeryLoud = "very_loud",
    }
}

macro_rules! shared {
    (note { $($before:tt)* } $($after:tt)*) => {
        group! { $($before)* may note: Option<String>, "toelichting", "a note"; $($after)* }
    };
}

group! {
    /// One of several.
    struct Inner = "inner" {
        must id: String as Id, "de naam", "the name";
        ..note;
        may more: Vec<Inner> as List(&Sub(&TABLE)), "nog meer", "still more";
    }
}

group! {
    /// All that a declaration can say.
    struct Outer = "outer" {
        must kind("type"): Voice, "hoe luid", "how loud";
        /// Beside the words.
        may voices: Vec<Voice>, "stemmen", "voices";
        may else "three" count: u32, "hoeveel", "how many";
        may inner: Vec<Inner>, "wat erin zit", "what is in it";
        may times: Option<Vec<u64>> as List(&Whole), "hoe vaak", "how often";
        besides made: usize, "No key.";
    }
}

group! {
    /// One that is not read by serde.
    struct ByHand = "by hand", open, read by hand {
        must end("of"): String, "waarvan", "of what";
        besides rest: Vec<String>, "Every other key.";
    }
}

fn three() -> u32 {
    3
}

fn keys(table: &'static Table) -> Vec<(&'static str, bool)> {
    table.fields.iter().map(|f| (f.key, f.need == Need::Required)).collect()
}

#[test]
fn the_table_knows_the_keys_in_their_order() {
    assert_eq!((Outer::TABLE.name, Outer::TABLE.open), ("outer", false));
    assert_eq!(
        keys(Outer::TABLE),
        [("type", true), ("voices", false), ("count", false), ("inner", false), ("times", false)]
    );
    assert_eq!(keys(Inner::TABLE), [("id", true), ("note", false), ("more", false)]);
    assert_eq!((keys(ByHand::TABLE), ByHand::TABLE.open), (vec![("of", true)], true));
    let about = Outer::TABLE.field("count").unwrap().about();
    assert_eq!((about.nl.as_str(), about.en.as_str()), ("hoeveel", "how many"));
}

#[test]
fn kinds_follow_from_types_unless_said() {
    let kind = |key: &str| Outer::TABLE.field(key).unwrap().kind;
    assert!(matches!(kind("type"), Kind::OneOf(["soft", "very_loud"])));
    assert!(matches!(kind("voices"), Kind::OneOrMany(Kind::OneOf(_))));
    assert!(matches!(kind("count"), Kind::Whole));
    assert!(matches!(kind("inner"), Kind::List(Kind::Sub(t)) if std::ptr::eq(*t, Inner::TABLE)));
    assert!(matches!(kind("times"), Kind::List(Kind::Whole)));
    assert!(
        matches!(Inner::TABLE.field("more").unwrap().kind, Kind::List(Kind::Sub(t)) if std::ptr::eq(*t, Inner::TABLE))
    );
    assert!(matches!(<Option<String>>::KIND, Kind::Text));
}

#[test]
fn the_struct_reads_what_the_table_lets_through() {
    let source = tree("type: very_loud\nvoices: soft\ninner:\n  - {id: 1, more: [{id: b}]}\n");
    let mut faults = Vec::new();
    check(&source, Outer::TABLE, &mut faults);
    assert_eq!(faults, []);
    let read: Outer = serde_json::from_value(to_json(&source, Outer::TABLE)).unwrap();
    assert_eq!((read.kind, read.voices, read.count, read.made), (Voice::VeryLoud, vec![Voice::Soft], 3, 0));
    assert_eq!((read.inner[0].id.as_str(), read.inner[0].more[0].id.as_str(), read.times), ("1", "b", None));
    assert_eq!(read.inner[0].note, None);
    assert!(serde_json::from_value::<Outer>(json!({"kind": "soft"})).is_err(), "the key is `type`");
    assert!(serde_json::from_value::<Outer>(json!({"type": "soft", "made": 1})).is_err(), "no key of the file");
    let by_hand = ByHand { end: "x".to_owned(), rest: Vec::new() };
    assert_eq!((by_hand.end.as_str(), by_hand.rest.len()), ("x", 0));
}

#[test]
fn a_list_of_words_is_told_once() {
    assert_eq!((Voice::ALL, Voice::WORDS), ([Voice::Soft, Voice::VeryLoud], ["soft", "very_loud"].as_slice()));
    assert!(Voice::ALL.into_iter().all(|v| Voice::from_word(v.word()) == Some(v)));
    assert_eq!((Voice::from_word("VeryLoud"), Voice::default()), (None, Voice::Soft));
}
