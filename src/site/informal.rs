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
#[path = "../../tests/unit/site/informal.rs"]
mod tests;
