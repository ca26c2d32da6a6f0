//! Data of an entry or a case: their names, their types, the values they may have.

use crate::diagnostics::{Text, text};
use crate::naming::{quoted, same};
use crate::regulation::{Ask, AskType, Regulation, Step};

/// A datum of a step: `“Streefdatum” (streefdatum)`.
pub fn datum(regulation: &Regulation, step: &str, key: &str) -> Text {
    let ask = regulation.step(step).and_then(|s| s.asks.iter().find(|a| a.key == key));
    match (ask.and_then(|a| a.name.as_deref()), key) {
        (Some(name), _) => quoted(&regulation.named(&format!("steps/{step}/{key}"), name), key),
        (None, "party") => text!("voor welke partij (party)", "for which party (party)"),
        (None, "ref") => text!("een verwijzing (ref)", "a reference (ref)"),
        (None, "channel") => text!("langs welk kanaal (channel)", "by which channel (channel)"),
        (None, "recorded_by") => text!("wie het opschreef (recorded_by)", "who wrote it down (recorded_by)"),
        (None, "reason") => text!("de reden (reason)", "the reason (reason)"),
        (None, _) => same(format!("`{key}`")),
    }
}

/// What a step asks, by its name alone; its key when it has none.
pub fn asked(regulation: &Regulation, step: &Step, ask: &Ask) -> Text {
    match &ask.name {
        Some(name) => regulation.named(&format!("steps/{}/{}", step.id, ask.key), name),
        None => same(ask.key.clone()),
    }
}

/// A fact of the case: `“Overeenkomst” (overeenkomst)`.
pub fn data_of(regulation: &Regulation, field: &str) -> Text {
    let name = regulation.fields.iter().find(|f| f.id == field).and_then(|f| f.name.as_deref());
    match (name, field) {
        (Some(name), _) => quoted(&regulation.named(&format!("fields/{field}"), name), field),
        (None, "intake.source") => {
            text!("waar de klacht vandaan komt (intake.source)", "where the complaint comes from (intake.source)")
        }
        (None, _) => same(format!("`{field}`")),
    }
}

/// What a value of this type is.
pub fn form_of(kind: AskType) -> Text {
    let (nl, en) = match kind {
        AskType::Text => ("een korte tekst", "a short text"),
        AskType::Reference => ("een verwijzing, zoals een nummer", "a reference, such as a number"),
        AskType::Number => ("een heel getal", "a whole number"),
        AskType::Amount => ("een bedrag in euro, zoals 49.50", "an amount in euros, such as 49.50"),
        AskType::Date => ("een datum, zoals 2026-05-14", "a date, such as 2026-05-14"),
        AskType::YesNo => ("ja of nee", "ja (yes) or nee (no)"),
        AskType::Choice => ("een van de toegestane waarden", "one of the values allowed"),
        AskType::Person => ("de sleutel van een persoon uit people.yaml", "the key of a person of people.yaml"),
        AskType::Party => ("de sleutel van een partij in deze klacht", "the key of a party of this case"),
        AskType::Judgement => ("een oordeel uit de lijst van de regeling", "a judgement of the regulation's scale"),
        AskType::Cause => ("een oorzaak uit de lijst van de regeling", "a cause of the regulation's list"),
        AskType::Causes => ("een lijst van oorzaken uit de regeling", "a list of the regulation's causes"),
        AskType::Satisfaction => ("ja, nee of onbekend", "ja (yes), nee (no) or onbekend (unknown)"),
        AskType::Case => {
            ("het nummer van een andere zaak, zoals K26-7F3QXM", "the id of another case, such as K26-7F3QXM")
        }
        AskType::Digest => ("een SHA-256 van 64 tekens", "a SHA-256 of 64 characters"),
        AskType::Item => ("een naam uit de stap waarop dit volgt", "a name of the step that this follows"),
        AskType::List => ("een lijst van teksten", "a list of texts"),
    };
    Text::new(nl, en)
}

/// What is expected: the values allowed when they are known and can be shown, otherwise what the type is.
pub fn expected(kind: AskType, values: &[String]) -> Text {
    // Things are named by staff, and there can be many persons: the type says enough.
    let shown = !matches!(kind, AskType::Item | AskType::Person) && !values.is_empty();
    if shown { text!("een van: {values}", "one of: {values}", values = values.join(", ")) } else { form_of(kind) }
}

/// A line to write, with what the value must be instead of a value: the program makes up no facts.
pub fn line(key: &str, kind: AskType) -> Text {
    let text = |nl: &str, en: &str| Text::new(format!("`{key}: {nl}`"), format!("`{key}: {en}`"));
    match kind {
        AskType::Date => text("JJJJ-MM-DD", "YYYY-MM-DD"),
        AskType::Causes | AskType::List => text("[…, …]", "[…, …]"),
        _ => text("…", "…"),
    }
}

/// The values that a type has in this regulation; those of the step itself go before.
pub fn values(regulation: &Regulation, kind: AskType, own: &[String]) -> Vec<String> {
    if !own.is_empty() {
        return own.to_vec();
    }
    match kind {
        AskType::Judgement => regulation.judgement.iter().flat_map(|j| j.scale.iter().map(|s| s.id.clone())).collect(),
        AskType::Cause | AskType::Causes => {
            regulation.causes.iter().flat_map(|c| c.list.iter().map(|i| i.id.clone())).collect()
        }
        _ => Vec::new(),
    }
}
