//! The words by which a Dutch text names who does something.

use unicode_normalization::UnicodeNormalization;

use crate::yaml::is_id;

/// Somebody a sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The word in the singular, as an id.
    pub id: String,
    /// The word in the singular.
    pub word: String,
    /// `staff`, `party` or `external`, as such a word mostly means.
    pub kind: &'static str,
    /// What it is in a case, where the word says that.
    pub position: Option<&'static str>,
}

/// A word in the singular and in the plural, and what it mostly stands for.
type Word = (&'static str, &'static str, &'static str, Option<&'static str>);

/// Words that stand alone.
const WHOLE: &[Word] = &[
    ("klager", "klagers", "party", Some("complainant")),
    ("beklaagde", "beklaagden", "party", Some("respondent")),
    ("aangeklaagde", "aangeklaagden", "party", Some("respondent")),
    ("verweerder", "verweerders", "party", Some("respondent")),
    ("vertegenwoordiger", "vertegenwoordigers", "party", Some("representative")),
    ("gemachtigde", "gemachtigden", "party", Some("representative")),
    ("cursist", "cursisten", "party", Some("complainant")),
    ("deelnemer", "deelnemers", "party", Some("complainant")),
    ("cliënt", "cliënten", "party", Some("complainant")),
    ("coachee", "coachees", "party", Some("complainant")),
    ("debiteur", "debiteuren", "party", Some("complainant")),
    ("opdrachtgever", "opdrachtgevers", "party", Some("complainant")),
    ("trainer", "trainers", "staff", None),
    ("docent", "docenten", "staff", None),
    ("coach", "coaches", "staff", None),
    ("bestuur", "besturen", "staff", None),
    ("directie", "directies", "staff", None),
    ("leidinggevende", "leidinggevenden", "staff", None),
    ("plaatsvervanger", "plaatsvervangers", "staff", None),
    ("vertrouwenspersoon", "vertrouwenspersonen", "staff", None),
];

/// Words that also end longer ones, such as `klachtenfunctionaris`.
const ENDINGS: &[Word] = &[
    ("functionaris", "functionarissen", "staff", None),
    ("behandelaar", "behandelaars", "staff", None),
    ("medewerker", "medewerkers", "staff", None),
    ("directeur", "directeuren", "staff", None),
    ("manager", "managers", "staff", None),
    ("bestuurder", "bestuurders", "staff", None),
    ("voorzitter", "voorzitters", "staff", None),
    ("secretaris", "secretarissen", "staff", None),
    ("coördinator", "coördinatoren", "staff", None),
    ("commissie", "commissies", "external", None),
    ("ombudsman", "ombudsmannen", "external", None),
    ("mediator", "mediators", "external", None),
];

/// Whom the words of a sentence name, each once, in order.
pub(super) fn named(words: &[String]) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for one in words.iter().filter_map(|word| of(word)) {
        if found.iter().all(|other| other.id != one.id) {
            found.push(one);
        }
    }
    found
}

fn of(word: &str) -> Option<Named> {
    let whole = WHOLE.iter().find(|(one, many, ..)| word == *one || word == *many).map(|known| (*known, ""));
    let ends = || {
        ENDINGS.iter().find_map(|known| {
            let before = word.strip_suffix(known.1).or_else(|| word.strip_suffix(known.0))?;
            Some((*known, before))
        })
    };
    let ((one, _, kind, position), before) = whole.or_else(ends)?;
    let word = format!("{before}{one}");
    let id: String = word.nfkd().filter(char::is_ascii).collect();
    is_id(&id).then_some(Named { id, word, kind, position })
}

#[cfg(test)]
#[path = "../../../tests/unit/draft/skeleton/people.rs"]
mod tests;
