//! Sentences that say "u", turned into sentences that say "je".

/// Verbs before "u" and what they are before "je"; every other verb keeps its form.
const BEFORE: &[(&str, &str)] = &[
    ("bent", "ben"),
    ("bereikt", "bereik"),
    ("dient", "dien"),
    ("doet", "doe"),
    ("gaat", "ga"),
    ("hebt", "heb"),
    ("hoort", "hoor"),
    ("klaagt", "klaag"),
    ("komt", "kom"),
    ("krijgt", "krijg"),
    ("kunt", "kun"),
    ("leest", "lees"),
    ("meldt", "meld"),
    ("spreekt", "spreek"),
    ("vindt", "vind"),
    ("wilt", "wil"),
    ("ziet", "zie"),
    ("zult", "zul"),
];

/// The same text to a reader who is called "je".
#[must_use]
pub fn informal(text: &str) -> String {
    let mut turned = String::with_capacity(text.len());
    let mut word = String::new();
    for sign in text.chars().chain(['\0']) {
        if sign.is_alphabetic() {
            word.push(sign);
            continue;
        }
        match word.as_str() {
            "u" => {
                let lead = before(&mut turned);
                turned.push_str(lead);
            }
            "U" | "Uw" => turned.push_str("Je"),
            "uw" => turned.push_str("je"),
            other => turned.push_str(other),
        }
        word.clear();
        if sign != '\0' {
            turned.push(sign);
        }
    }
    turned
}

/// The word for "u" after what stands there, the verb of which loses its ending.
fn before(turned: &mut String) -> &'static str {
    let Some(without) = turned.strip_suffix(' ') else { return "je" };
    let start = without.char_indices().rev().find(|(_, sign)| !sign.is_alphabetic());
    let start = start.map_or(0, |(at, sign)| at + sign.len_utf8());
    let last = without[start..].to_owned();
    match last.to_lowercase().as_str() {
        // A sentence that is this word alone names somebody: "Door: jij."
        "" => "jij",
        "namens" | "door" => "jou",
        verb => {
            if let Some((_, stem)) = BEFORE.iter().find(|(long, _)| *long == verb) {
                let kept: String = last.chars().take(stem.chars().count()).collect();
                turned.truncate(start);
                turned.push_str(&kept);
                turned.push(' ');
            }
            "je"
        }
    }
}

#[cfg(test)]
mod tests {
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
}
