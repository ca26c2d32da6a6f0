use super::*;
use crate::rules::data_protection::{Allowed, scan};
use std::sync::Arc;

fn known() -> Known {
    Known::of([
        ("name", "Fátima van Lindhout-Özer"),
        ("name", "Bo"),
        ("email", "f.lindhout@post.example"),
        ("tel", "015-23 45 67"),
        ("address", "Korenmaat 14b\n6711 AB Loverveld"),
        ("city", "Loverveld"),
    ])
}

fn found(text: &str, source: Source) -> Vec<&str> {
    known().found_in(text, source).into_iter().map(|span| &text[span.start..span.end]).collect()
}

#[test]
fn what_is_known_is_found_however_it_is_written() {
    for (text, sought) in [
        ("Fatima van Lindhout-Özer belde", "Fatima van Lindhout-Özer"),
        ("FÁTIMA VAN LINDHOUT ÖZER", "FÁTIMA VAN LINDHOUT ÖZER"),
        ("van lindhout ozer, fatima", "van lindhout ozer, fatima"),
        ("f. van lindhout-özer", "f. van lindhout-özer"),
        ("mail f.lindhout", "f.lindhout"),
        ("F_Lindhout@POST.example zei", "F_Lindhout@POST.example"),
        ("bel 015 234567 terug", "015 234567"),
        ("woont: korenmaat 14 b.", "korenmaat 14 b"),
        ("post naar 6711ab, loverveld", "6711ab, loverveld"),
        ("Lindhout wil een gesprek", "Lindhout"),
        ("Lindhouts klacht", "Lindhouts"),
        ("Fa\u{301}tima’s verhaal", "Fa\u{301}tima"),
    ] {
        assert_eq!(found(text, Source::CaseBody), [sought], "{text}");
    }
    assert_eq!(found("klacht-lindhout", Source::Branch), ["lindhout"]);
    assert_eq!(found("# van Lindhout-Özer, Fatima", Source::File), ["van Lindhout-Özer, Fatima"]);
}

#[test]
fn what_is_no_person_is_left_alone() {
    for (source, text) in [
        (Source::CaseBody, "Van hier naar Loverveld; bo, Bos"),
        (Source::CaseBody, "het lindhout kraakt, de Korenmaat 15"),
        (Source::CaseBody, "nummer 0152345671, Lindhoutweg"),
        (Source::File, "Fatima en Lindhout, apart in een ander bestand"),
        (Source::Signer, "Joris Lindhout"),
        (Source::Branch, "ozer-ede"),
    ] {
        assert_eq!(found(text, source), [""; 0], "{text}");
    }
    assert_eq!(Known::default().found_in("Fatima van Lindhout-Özer", Source::CaseBody), []);
}

#[test]
fn a_role_is_no_name_and_nothing_known_is_shown() {
    let allowed = Allowed::new().knowing(Arc::new(Known::of([("name", "Jo Trainer"), ("email", "Zilverdam")])));
    assert_eq!(scan("De Trainer kwam", Source::CaseBody, &allowed.clone().with_word("trainer")), []);
    let hits = scan("De Trainer uit Zilverdam", Source::CaseBody, &allowed);
    assert_eq!(hits.len(), 2);
    let told = format!("{allowed:?}{hits:?}{:?}", hits[0].say(Source::CaseBody));
    assert!(!told.contains("Zilverdam") && !told.to_lowercase().contains("jo trainer"), "{told}");
}

proptest::proptest! {
    #[test]
    fn a_name_amid_any_words_is_found(before in r"\PC{0,20}", after in r"\PC{0,20}") {
        let text = format!("{before} fatima van lindhout özer {after}");
        let spans = known().found_in(&text, Source::File);
        proptest::prop_assert!(spans.iter().any(|span| text[span.start..span.end].contains("lindhout")), "{text}");
    }
}
