//! One plain sentence for each difference.

use super::amounts::{every, file_within, kept_for, length, money, most, persons, times};
use super::{Difference, What};
use crate::diagnostics::{Lang, Text};

impl Difference {
    /// One plain sentence. `old` and `new` give the name of a rule by its place, such as `terms/beslissing`, in the
    /// version before and after.
    #[must_use]
    pub fn words(&self, lang: Lang, old: &dyn Fn(&str) -> String, new: &dyn Fn(&str) -> String) -> String {
        let place = self.rule.to_string();
        let look = |place: &str| if self.what == What::Gone { old(place) } else { new(place) };
        let name = called(&place, &look);
        let said = match &self.what {
            What::Added => self.added(&name),
            What::Gone => self.gone(&name),
            What::Length(from, to) => length(&name, *from, *to),
            What::Hard(true) => Text::new(
                format!("De termijn “{name}” is nu een harde grens."),
                format!("The term “{name}” is now a hard limit."),
            ),
            What::Hard(false) => Text::new(
                format!("De termijn “{name}” is nu een streven."),
                format!("The term “{name}” is now a target."),
            ),
            What::Most(from, to) => most(*from, *to),
            What::Times(from, to) => times(*from, *to),
            What::Asks(key) => asks(&name, &called(&format!("{place}/{key}"), new), true),
            What::AsksNoMore(key) => asks(&name, &called(&format!("{place}/{key}"), old), false),
            What::AsksOtherwise(key) => asks_otherwise(&name, &called(&format!("{place}/{key}"), new)),
            What::Moved(above) => moved(&name, above.as_ref().map(|id| new(&format!("steps/{id}"))).as_deref()),
            What::Every(from, to) => every(*from, *to),
            What::Changed => self.changed(&name),
            What::Costs(from, to) => self.costs(from, to),
            What::Binding(true) => {
                Text::new("De externe uitspraak is nu bindend.", "The external ruling is now binding.")
            }
            What::Binding(false) => {
                Text::new("De externe uitspraak is niet meer bindend.", "The external ruling is no longer binding.")
            }
            What::KeptFor(from, to) => kept_for(*from, *to),
            What::FileWithin(from, to) => file_within(*from, *to),
            What::Names(facet, from, to) => {
                let list = |words: &[String], look: &dyn Fn(&str) -> String| {
                    words.iter().map(|w| facet.named(w, look)).collect::<Vec<Text>>()
                };
                facet.words(&name, &list(from, old), &list(to, new))
            }
            What::Now(switch, on) => switch.words(&name, *on),
            What::AtMost(from, to) => self.at_most(&name, *from, *to),
            What::Occasion if self.rule.block == "escalations" => {
                Text::new("Beroep kan nu in andere gevallen.", "An appeal is now possible in other cases.")
            }
            What::Occasion => Text::new(
                format!("“{name}” geldt nu in andere gevallen."),
                format!("“{name}” now applies in other cases."),
            ),
            What::Counting => self.counting(&name),
            What::Kept => Text::new(
                "Wij bewaren een klacht anders of een andere tijd.",
                "We keep a complaint another way or for another time.",
            ),
            What::Basis => Text::new(
                "Wij noemen nu de grond om klachten zonder einde te bewaren.",
                "We now give the ground for keeping complaints without end.",
            ),
        };
        said.in_(lang).to_owned()
    }

    fn added(&self, name: &str) -> Text {
        match self.rule.block.as_str() {
            "gaps" => Text::new(format!("Nu open gelaten: {name}"), format!("Now left open: {name}")),
            "assignment.exclude" => Text::new(
                "Er is een regel bij over wie een klacht niet mag behandelen.",
                "There is a new rule on who may not handle a complaint.",
            ),
            "retention" => {
                Text::new("Er is nu een regel over bewaren.", "There is now a rule on how long complaints are kept.")
            }
            "confidentiality" => {
                Text::new("Er is nu een regel over vertrouwelijkheid.", "There is now a rule on confidentiality.")
            }
            "intake" => Text::new(
                "Er is nu een regel over wat een klacht moet bevatten.",
                "There is now a rule on what a complaint must hold.",
            ),
            "measures" => Text::new("Er is nu een regel over maatregelen.", "There is now a rule on measures."),
            "reporting" => Text::new("Er komt nu een verslag.", "There is now a report."),
            "judgement" if self.rule.id.is_none() => Text::new("Er is nu een oordeel.", "There is now a judgement."),
            block => {
                let kind = kind(block);
                Text::new(format!("Nieuw: {} “{name}”.", kind.nl), format!("New: {} “{name}”.", kind.en))
            }
        }
    }

    fn gone(&self, name: &str) -> Text {
        match self.rule.block.as_str() {
            "gaps" => {
                Text::new(format!("Nu geregeld, eerst open: {name}"), format!("Now settled, left open before: {name}"))
            }
            "assignment.exclude" => Text::new(
                "Een regel over wie een klacht niet mag behandelen, is vervallen.",
                "A rule on who may not handle a complaint is gone.",
            ),
            "retention" => {
                Text::new("De regel over bewaren is vervallen.", "The rule on how long complaints are kept is gone.")
            }
            "confidentiality" => {
                Text::new("De regel over vertrouwelijkheid is vervallen.", "The rule on confidentiality is gone.")
            }
            "intake" => Text::new(
                "De regel over wat een klacht moet bevatten, is vervallen.",
                "The rule on what a complaint must hold is gone.",
            ),
            "measures" => Text::new("De regel over maatregelen is vervallen.", "The rule on measures is gone."),
            "reporting" => Text::new("Er komt geen verslag meer.", "There is no report any more."),
            "judgement" if self.rule.id.is_none() => {
                Text::new("Er is geen oordeel meer.", "There is no judgement any more.")
            }
            block => {
                let kind = kind(block);
                Text::new(format!("Vervallen: {} “{name}”.", kind.nl), format!("Gone: {} “{name}”.", kind.en))
            }
        }
    }

    /// What is different in a way that has no sentence of its own.
    fn changed(&self, name: &str) -> Text {
        let (nl, en) = match (self.rule.block.as_str(), self.rule.id.is_some()) {
            ("organisation", _) => {
                ("De naam of de site van de organisatie is", "The name or the site of the organisation")
            }
            ("intake", _) => ("Wat er gebeurt als iets ontbreekt, is", "What happens when something is missing"),
            ("topics", false) => ("Hoeveel onderwerpen een klacht heeft, is", "How many topics a complaint has"),
            ("causes", false) => ("Bij welke stap de oorzaak bekend is, is", "At which step the cause is known"),
            ("severity", false) => ("Bij welke stap de ernst bekend is, is", "At which step the severity is known"),
            ("judgement", false) => ("Hoe het oordeel wordt gegeven, is", "How the judgement is given"),
            ("satisfaction", _) => ("Wanneer wordt gevraagd of de uitkomst goed is, is", "When satisfaction is asked"),
            ("measures", _) => ("Hoe wij maatregelen volgen, is", "How we follow measures"),
            ("reporting", _) => (
                "Wat er in het verslag staat of hoe wij het bespreken, is",
                "What the report holds or how it is discussed",
            ),
            ("publication", _) => ("Wat er op de pagina's staat, is", "What the pages show"),
            (block, _) => {
                let kind = kind(block);
                return Text::new(
                    format!("Gewijzigd: {} “{name}”.", kind.nl),
                    format!("Changed: {} “{name}”.", kind.en),
                );
            }
        };
        Text::new(format!("{nl} gewijzigd."), format!("{en} has changed."))
    }

    fn at_most(&self, name: &str, from: Option<usize>, to: Option<usize>) -> Text {
        let (was, now) = (persons(from), persons(to));
        if self.rule.block == "roles" {
            Text::new(
                format!("Hoeveel mensen “{name}” kunnen zijn: was {}, wordt {}.", was.nl, now.nl),
                format!("How many people can be “{name}”: was {}, becomes {}.", was.en, now.en),
            )
        } else {
            Text::new(
                format!("Hoeveel mensen een klacht kunnen inzien: was {}, wordt {}.", was.nl, now.nl),
                format!("How many people can see a complaint: was {}, becomes {}.", was.en, now.en),
            )
        }
    }

    fn counting(&self, name: &str) -> Text {
        if self.rule.id.is_some() {
            Text::new(
                format!("Het einde van de termijn “{name}” wordt anders geteld."),
                format!("The end of the term “{name}” is counted another way."),
            )
        } else {
            Text::new("Het einde van termijnen wordt anders geteld.", "The end of terms is counted another way.")
        }
    }

    fn costs(&self, from: &str, to: &str) -> Text {
        let (from, to) = (money(from), money(to));
        if self.rule.block == "costs" {
            Text::new(
                format!("De kosten voor de klager: was {}, wordt {}.", from.nl, to.nl),
                format!("The costs for the complainant: was {}, becomes {}.", from.en, to.en),
            )
        } else {
            Text::new(
                format!("De kosten van het beroep voor de klager: was {}, wordt {}.", from.nl, to.nl),
                format!("The costs of the appeal for the complainant: was {}, becomes {}.", from.en, to.en),
            )
        }
    }
}

/// The name of what stands at a place; what has none is called by its id.
fn called(place: &str, look: &dyn Fn(&str) -> String) -> String {
    let name = look(place);
    if name == place { place.rsplit('/').next().unwrap_or(place).to_owned() } else { name }
}

fn asks_otherwise(name: &str, asked: &str) -> Text {
    Text::new(
        format!("Bij “{name}” wordt anders gevraagd naar: {asked}."),
        format!("“{name}” asks in another way for: {asked}."),
    )
}

fn moved(name: &str, above: Option<&str>) -> Text {
    match above {
        Some(above) => Text::new(
            format!("De stap “{name}” staat nu na “{above}”."),
            format!("The step “{name}” now stands after “{above}”."),
        ),
        None => {
            Text::new(format!("De stap “{name}” staat nu vooraan."), format!("The step “{name}” now stands first."))
        }
    }
}

fn asks(name: &str, asked: &str, now: bool) -> Text {
    if now {
        Text::new(format!("Bij “{name}” hoort nu ook: {asked}."), format!("“{name}” now also includes: {asked}."))
    } else {
        Text::new(format!("Bij “{name}” hoort niet meer: {asked}."), format!("“{name}” no longer includes: {asked}."))
    }
}

/// What the rules of a block are called.
fn kind(block: &str) -> Text {
    let (nl, en) = match block {
        "roles" => ("rol", "role"),
        "channels" => ("ingang", "way in"),
        "topics" => ("onderwerp", "topic"),
        "steps" => ("stap", "step"),
        "terms" => ("termijn", "term"),
        "extensions" => ("uitstel", "extension"),
        "escalations" => ("beroep", "appeal"),
        "attestations" => ("verklaring", "declaration"),
        "fields" => ("gegeven", "fact"),
        "causes" => ("oorzaak", "cause"),
        "severity" => ("ernst", "degree of severity"),
        "judgement" => ("oordeel", "judgement"),
        "documents" => ("document", "document"),
        "organisation.contact" => ("contactgegeven", "contact"),
        _ => ("regel", "rule"),
    };
    Text::new(nl, en)
}
