use super::*;
use crate::site::BUNDLED;

#[test]
fn sentences_are_turned() {
    for (formal, turned) in [
        ("Bent u het niet eens? Dan kunt u verder.", "Ben je het niet eens? Dan kun je verder."),
        ("U hebt uw klacht ingediend.", "Je hebt je klacht ingediend."),
        ("Dat kost u niets.", "Dat kost je niets."),
        ("Iemand anders mag namens u klagen.", "Iemand anders mag namens jou klagen."),
        ("Dank u dat u dit meldt. Uw klacht", "Dank je dat je dit meldt. Je klacht"),
        ("workflow-you = u\n", "workflow-you = jij\n"),
    ] {
        assert_eq!(informal(formal), turned);
    }
}

/// "Gaat uw klacht verder" keeps its ending: there the verb is not yours.
#[test]
fn a_verb_before_you_loses_its_ending() {
    for (long, stem) in BEFORE {
        assert_eq!(informal(&format!("dan {long} u verder")), format!("dan {stem} je verder"));
        assert_eq!(informal(&format!("dan {long} uw klacht")), format!("dan {long} je klacht"));
    }
}

#[test]
fn nothing_that_is_bundled_says_u_any_more() {
    let dutch = BUNDLED.iter().filter(|(name, _)| *name == "nl.ftl");
    for (name, text) in dutch {
        let turned = informal(text);
        let mut words = turned.split(|c: char| !c.is_alphabetic());
        assert!(words.all(|w| !matches!(w, "u" | "U" | "uw" | "Uw")), "{name}");
    }
}
