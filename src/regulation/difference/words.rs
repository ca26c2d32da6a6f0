//! One plain sentence for each difference.

use super::amounts::{every, file_within, kept_for, length, money, most, persons, times};
use super::changed::kind;
use super::{Difference, What};
use crate::diagnostics::{Lang, Text, text};
use crate::regulation::ending::Binding;

impl Difference {
    /// One plain sentence. `old` and `new` give the name of a rule by its place, such as `terms/beslissing`, in the
    /// version before and after.
    #[must_use]
    pub fn words(&self, lang: Lang, old: &dyn Fn(&str) -> String, new: &dyn Fn(&str) -> String) -> String {
        let place = self.rule.to_string();
        let look = |place: &str| if self.what == What::Gone { old(place) } else { new(place) };
        let name = match &self.rule.id {
            // A sentence has no other name than itself, and may hold a slash.
            Some(sentence) if self.rule.block == "statements" => sentence.clone(),
            _ => called(&place, &look),
        };
        let said = match &self.what {
            What::Added => self.added(&name),
            What::Gone => self.gone(&name),
            What::Renamed => renamed(&called(&place, old), &name),
            What::Asks(key) => asks(&name, &called(&format!("{place}/{key}"), new), true),
            What::AsksNoMore(key) => asks(&name, &called(&format!("{place}/{key}"), old), false),
            What::AsksOtherwise(key) => asks_otherwise(&name, &called(&format!("{place}/{key}"), new)),
            What::Moved(above) => moved(&name, above.as_ref().map(|id| new(&format!("steps/{id}"))).as_deref()),
            What::Names(facet, from, to) => {
                let list = |words: &[String], look: &dyn Fn(&str) -> String| {
                    words.iter().map(|w| facet.named(w, look)).collect::<Vec<Text>>()
                };
                facet.words(&name, &list(from, old), &list(to, new))
            }
            _ => self.measured(&name).unwrap_or_else(|| self.turned(&name)),
        };
        said.in_(lang).to_owned()
    }

    /// What has another length, number or amount; nothing when it is not about one.
    fn measured(&self, name: &str) -> Option<Text> {
        Some(match &self.what {
            What::Length(from, to) => length(name, *from, *to),
            What::Most(from, to) => most(*from, *to),
            What::Times(from, to) => times(*from, *to),
            What::Every(from, to) => every(*from, *to),
            What::Costs(from, to) => self.costs(from, to),
            What::KeptFor(from, to) => kept_for(*from, *to),
            What::FileWithin(from, to) => file_within(*from, *to),
            What::AtMost(from, to) => self.at_most(name, *from, *to),
            _ => return None,
        })
    }

    /// What holds in another way.
    fn turned(&self, name: &str) -> Text {
        let (nl, en) = match &self.what {
            What::Now(switch, on) => return switch.words(name, *on),
            What::Counting => return self.counting(name),
            What::Title(from, to) => {
                return text!(
                    "De regeling heet nu “{to}”; eerst “{from}”.",
                    "The regulation is now called “{to}”; before “{from}”."
                );
            }
            What::Occasion if self.rule.block != "escalations" => {
                return text!("“{name}” geldt nu in andere gevallen.", "“{name}” now applies in other cases.");
            }
            What::Hard(true) => {
                return text!("De termijn “{name}” is nu een harde grens.", "The term “{name}” is now a hard limit.");
            }
            What::Hard(false) => {
                return text!("De termijn “{name}” is nu een streven.", "The term “{name}” is now a target.");
            }
            What::Occasion => ("Beroep kan nu in andere gevallen.", "An appeal is now possible in other cases."),
            What::Binding(Binding::Yes) => {
                ("De externe uitspraak is nu bindend.", "The external ruling is now binding.")
            }
            What::Binding(Binding::No) => {
                ("De externe uitspraak is nu niet bindend.", "The external ruling is now not binding.")
            }
            What::Binding(Binding::Unknown) => (
                "Of de externe uitspraak bindend is, staat niet meer in de regeling.",
                "The regulation no longer says whether the external ruling is binding.",
            ),
            What::Kept => (
                "Wij bewaren een klacht anders of een andere tijd.",
                "We keep a complaint another way or for another time.",
            ),
            What::Context(true) => (
                "Wij noemen nu de grond om klachten zonder einde te bewaren.",
                "We now give the ground for keeping complaints without end.",
            ),
            What::Context(false) => (
                "Wij noemen de grond om klachten zonder einde te bewaren niet meer.",
                "We no longer give the ground for keeping complaints without end.",
            ),
            _ => return self.changed(name),
        };
        Text::new(nl, en)
    }

    fn added(&self, name: &str) -> Text {
        match self.rule.block.as_str() {
            "gaps" => text!("Nu open gelaten: {name}", "Now left open: {name}"),
            "assignment.exclude" => text!(
                "Er is een regel bij over wie een klacht niet mag behandelen.",
                "There is a new rule on who may not handle a complaint."
            ),
            "retention" => {
                text!("Er is nu een regel over bewaren.", "There is now a rule on how long complaints are kept.")
            }
            "confidentiality" => {
                text!("Er is nu een regel over vertrouwelijkheid.", "There is now a rule on confidentiality.")
            }
            "intake" => text!(
                "Er is nu een regel over wat een klacht moet bevatten.",
                "There is now a rule on what a complaint must hold."
            ),
            "measures" => text!("Er is nu een regel over maatregelen.", "There is now a rule on measures."),
            "costs" => text!("Er is nu een regel over kosten.", "There is now a rule on costs."),
            "reporting" => text!("Er komt nu een verslag.", "There is now a report."),
            "judgement" if self.rule.id.is_none() => text!("Er is nu een oordeel.", "There is now a judgement."),
            block => {
                let (kind, name) = (kind(block), name.trim_end_matches('.'));
                text!("Nieuw: {kind} “{name}”.", "New: {kind} “{name}”.", kind)
            }
        }
    }

    fn gone(&self, name: &str) -> Text {
        match self.rule.block.as_str() {
            "gaps" => {
                text!("Nu geregeld, eerst open: {name}", "Now settled, left open before: {name}")
            }
            "assignment.exclude" => text!(
                "Een regel over wie een klacht niet mag behandelen, is vervallen.",
                "A rule on who may not handle a complaint is gone."
            ),
            "retention" => {
                text!("De regel over bewaren is vervallen.", "The rule on how long complaints are kept is gone.")
            }
            "confidentiality" => {
                text!("De regel over vertrouwelijkheid is vervallen.", "The rule on confidentiality is gone.")
            }
            "intake" => text!(
                "De regel over wat een klacht moet bevatten, is vervallen.",
                "The rule on what a complaint must hold is gone."
            ),
            "measures" => text!("De regel over maatregelen is vervallen.", "The rule on measures is gone."),
            "costs" => text!("De regel over kosten is vervallen.", "The rule on costs is gone."),
            "reporting" => text!("Er komt geen verslag meer.", "There is no report any more."),
            "judgement" if self.rule.id.is_none() => {
                text!("Er is geen oordeel meer.", "There is no judgement any more.")
            }
            block => {
                let (kind, name) = (kind(block), name.trim_end_matches('.'));
                text!("Vervallen: {kind} “{name}”.", "Gone: {kind} “{name}”.", kind)
            }
        }
    }

    fn at_most(&self, name: &str, from: Option<usize>, to: Option<usize>) -> Text {
        let (was, now) = (persons(from), persons(to));
        if self.rule.block == "roles" {
            text!(
                "Hoeveel mensen “{name}” kunnen zijn: was {was}, wordt {now}.",
                "How many people can be “{name}”: was {was}, becomes {now}.",
                was,
                now
            )
        } else {
            text!(
                "Hoeveel mensen een klacht kunnen inzien: was {was}, wordt {now}.",
                "How many people can see a complaint: was {was}, becomes {now}.",
                was,
                now
            )
        }
    }

    fn counting(&self, name: &str) -> Text {
        if self.rule.id.is_some() {
            text!(
                "Het einde van de termijn “{name}” wordt anders geteld.",
                "The end of the term “{name}” is counted another way."
            )
        } else {
            text!("Het einde van termijnen wordt anders geteld.", "The end of terms is counted another way.")
        }
    }

    fn costs(&self, from: &str, to: &str) -> Text {
        let (from, to) = (money(from), money(to));
        if self.rule.block == "costs" {
            text!(
                "De kosten voor de klager: was {from}, wordt {to}.",
                "The costs for the complainant: was {from}, becomes {to}.",
                from,
                to
            )
        } else {
            text!(
                "De kosten van het beroep voor de klager: was {from}, wordt {to}.",
                "The costs of the appeal for the complainant: was {from}, becomes {to}.",
                from,
                to
            )
        }
    }
}

/// The name of what stands at a place; what has none is called by its id.
fn called(place: &str, look: &dyn Fn(&str) -> String) -> String {
    let name = look(place);
    if name == place { place.rsplit('/').next().unwrap_or(place).to_owned() } else { name }
}

/// A rule keeps its name in English when only the Dutch one is another.
fn renamed(from: &str, to: &str) -> Text {
    if from == to {
        return text!("De naam van “{to}” is gewijzigd.", "The Dutch name of “{to}” has changed.");
    }
    text!("“{from}” heet nu “{to}”.", "“{from}” is now called “{to}”.")
}

fn asks_otherwise(name: &str, asked: &str) -> Text {
    text!("Bij “{name}” wordt anders gevraagd naar: {asked}.", "“{name}” asks in another way for: {asked}.")
}

fn moved(name: &str, above: Option<&str>) -> Text {
    match above {
        Some(above) => {
            text!("De stap “{name}” staat nu na “{above}”.", "The step “{name}” now stands after “{above}”.")
        }
        None => {
            text!("De stap “{name}” staat nu vooraan.", "The step “{name}” now stands first.")
        }
    }
}

fn asks(name: &str, asked: &str, now: bool) -> Text {
    if now {
        text!("Bij “{name}” hoort nu ook: {asked}.", "“{name}” now also includes: {asked}.")
    } else {
        text!("Bij “{name}” hoort niet meer: {asked}.", "“{name}” no longer includes: {asked}.")
    }
}
