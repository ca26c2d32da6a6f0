//! One plain sentence for each difference.

use super::{Difference, What};
use crate::calendar::Duration;
use crate::diagnostics::{Lang, Text};

impl Difference {
    /// One plain sentence. `old` and `new` give the name of a rule by its place, such as `terms/beslissing`, in the
    /// version before and after.
    #[must_use]
    pub fn words(&self, lang: Lang, old: &dyn Fn(&str) -> String, new: &dyn Fn(&str) -> String) -> String {
        let place = self.rule.to_string();
        let name = if self.what == What::Gone { old(&place) } else { new(&place) };
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
            What::Asks(key) => asks(&name, &new(&format!("{place}/{key}")), true),
            What::AsksNoMore(key) => asks(&name, &old(&format!("{place}/{key}")), false),
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
            block => {
                let kind = kind(block);
                Text::new(format!("Vervallen: {} “{name}”.", kind.nl), format!("Gone: {} “{name}”.", kind.en))
            }
        }
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
        _ => ("regel", "rule"),
    };
    Text::new(nl, en)
}

fn money(costs: &str) -> Text {
    match costs {
        "none" => Text::new("gratis", "free of charge"),
        "unknown" => Text::new("niet bekend", "not known"),
        amount => Text::new(format!("{amount} euro"), format!("{amount} euros")),
    }
}

/// `van 2 naar 3 weken`, `van 2 weken naar 1 maand`.
fn from_to(from: Duration, to: Duration) -> Text {
    let (long, short) = (from.words(), from.count().to_string());
    let (nl, en) = if from.unit() == to.unit() { (short.clone(), short) } else { (long.nl, long.en) };
    let to = to.words();
    Text::new(format!("van {nl} naar {}", to.nl), format!("from {en} to {}", to.en))
}

fn length(name: &str, from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De termijn “{name}” gaat {}.", words.nl),
                format!("The term “{name}” goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(format!("De termijn “{name}” is nu {}.", to.nl), format!("The term “{name}” is now {}.", to.en))
        }
        _ => Text::new(
            format!("De termijn “{name}” heeft geen vaste duur meer."),
            format!("The term “{name}” no longer has a fixed length."),
        ),
    }
}

fn most(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("Het langste uitstel gaat {}.", words.nl),
                format!("The longest extension goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Uitstel mag nu hoogstens {} duren.", to.nl),
                format!("An extension may now last at most {}.", to.en),
            )
        }
        _ => Text::new("Uitstel heeft geen grens meer.", "An extension no longer has a limit."),
    }
}

fn times(from: Option<usize>, to: Option<usize>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => Text::new(
            format!("Uitstel kan nu hoogstens {to} keer; dat was {from}."),
            format!("There can now be at most {to} extensions; it was {from}."),
        ),
        (None, Some(to)) => Text::new(
            format!("Uitstel kan nu hoogstens {to} keer."),
            format!("There can now be at most {to} extensions."),
        ),
        _ => Text::new("Uitstel kan nu vaker dan voorheen.", "There is no longer a limit to the number of extensions."),
    }
}

fn persons(count: Option<usize>) -> Text {
    match count {
        Some(count) => Text::new(format!("hoogstens {count}"), format!("at most {count}")),
        None => Text::new("niet begrensd", "not limited"),
    }
}

fn kept_for(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De bewaartijd gaat {}.", words.nl),
                format!("The time for which a complaint is kept goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Wij bewaren een klacht nu {}.", to.nl),
                format!("We now keep a complaint for {}.", to.en),
            )
        }
        _ => Text::new(
            "Voor het bewaren van een klacht geldt geen vaste tijd meer.",
            "There is no longer a fixed time for which a complaint is kept.",
        ),
    }
}

fn file_within(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De tijd om beroep in te stellen gaat {}.", words.nl),
                format!("The time for lodging an appeal goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Beroep moet nu binnen {} worden ingesteld.", to.nl),
                format!("An appeal must now be lodged within {}.", to.en),
            )
        }
        _ => Text::new(
            "Voor het instellen van beroep geldt geen termijn meer.",
            "There is no longer a time limit for lodging an appeal.",
        ),
    }
}
