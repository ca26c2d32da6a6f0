//! The words in which a new case is asked for.

use crate::casework::error::CaseworkError;
use crate::diagnostics::{Text, text};
use crate::naming;

/// Something was said of which the regulation has none at all.
pub(crate) fn not_here(flag: &str, key: &str) -> CaseworkError {
    let label = label(key);
    CaseworkError::Asked(
        text!("{label}: deze regeling kent dat niet", "{label}: this regulation does not use this", label),
        text!("laat `--{flag}` weg", "leave out `--{flag}`"),
    )
}

/// The question behind a key.
pub(crate) fn label(key: &str) -> Text {
    let (nl, en) = match key {
        "channel" => ("langs welk kanaal", "by which channel"),
        "source" => ("waar de klacht vandaan komt", "where the complaint comes from"),
        "topic" => ("onderwerp", "topic"),
        "main" => ("hoofdonderwerp", "main topic"),
        "severity" => ("ernst", "severity"),
        "field" => ("gegeven", "fact"),
        "sealed" => (
            "wat er in het gesloten deel staat (op uw eigen schijf, niet in git)",
            "what the sealed part contains (on your own disk, not in git)",
        ),
        "others" => ("wie nog meer", "who else"),
        "notes" => (
            "werknotitie, zonder namen en zonder woorden van de klager",
            "working note, without names and without the complainant's words",
        ),
        _ => ("welke", "which"),
    };
    Text::new(nl, en)
}

/// What a sealed part holds as a rule, whatever a regulation asks for.
pub(crate) const SEALED: [&str; 7] = ["name", "address", "city", "phone", "email", "narrative", "signature"];

/// Other words that people use for some of it.
const ALSO: [(&str, &str); 5] =
    [("verhaal", "narrative"), ("story", "narrative"), ("telefoon", "phone"), ("plaats", "city"), ("e-mail", "email")];

/// The key that a word for a piece of the sealed part stands for; the word itself where it is no such word.
pub(crate) fn sealed_key(word: &str) -> &str {
    let lower = word.to_lowercase();
    ALSO.iter().find(|(also, _)| *also == lower).map_or(word, |(_, key)| key)
}

/// What a piece of the sealed part is called.
pub(crate) fn sealed_name(key: &str) -> Text {
    match key {
        "name" => text!("naam", "name"),
        "address" => text!("adres", "address"),
        "city" => text!("woonplaats", "city"),
        "phone" => text!("telefoonnummer", "telephone number"),
        "email" => text!("e-mailadres", "e-mail address"),
        "narrative" => text!("het verhaal van de klager", "the complainant's story"),
        "signature" => text!("handtekening", "signature"),
        "letter" => text!("brief", "letter"),
        other => naming::same(other),
    }
}
