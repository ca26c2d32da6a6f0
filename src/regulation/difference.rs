//! What changes from one version of a regulation to the next, in plain words and from the data alone.

use super::block::Regulation;
use super::keeping::{Regime, Retention};
use super::rule_ref::RuleRef;
use super::time::{Extension, Term};
use crate::calendar::Duration;
use crate::diagnostics::{Lang, Text};

/// One thing that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The rule that it is about.
    pub rule: RuleRef,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is no longer there.
    Gone,
    /// A term, or the span of a recurring one, has another length; `None` when there was or is none.
    Length(Option<Duration>, Option<Duration>),
    /// A term is now hard, or now a target.
    Hard(bool),
    /// The most by which a term may be extended.
    Most(Option<Duration>, Option<Duration>),
    /// How many times a term may be extended.
    Times(Option<usize>, Option<usize>),
    /// A step asks for something new: the key.
    Asks(String),
    /// A step no longer asks for something: the key.
    AsksNoMore(String),
    /// Costs for the complainant: `none`, `unknown` or an amount.
    Costs(String, String),
    /// Whether an external ruling binds.
    Binding(bool),
    /// Cases are kept another way, or for another time.
    Kept,
    /// The reason why cases are kept for ever is now given.
    Basis,
}

/// Everything that changes from `old` to `new`, in the order of the file.
#[must_use]
pub fn differences(old: &Regulation, new: &Regulation) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    let ids = |r: &Regulation| r.roles.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("roles", &ids(old), &ids(new));
    let ids = |r: &Regulation| r.channels.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("channels", &ids(old), &ids(new));
    let ids = |r: &Regulation| r.topics.list.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("topics", &ids(old), &ids(new));
    let ids = |r: &Regulation| r.assignment.exclude.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("assignment.exclude", &ids(old), &ids(new));
    found.steps(old, new);
    found.terms(old, new);
    found.extensions(old, new);
    found.escalations(old, new);
    if let (Some(before), Some(after)) = (&old.costs, &new.costs)
        && before.complainant != after.complainant
    {
        found.add(RuleRef::block("costs"), What::Costs(before.complainant.clone(), after.complainant.clone()));
    }
    found.retention(old.retention.as_ref(), new.retention.as_ref());
    let ids = |r: &Regulation| r.attestations.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("attestations", &ids(old), &ids(new));
    let ids = |r: &Regulation| r.gaps.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
    found.lists("gaps", &ids(old), &ids(new));
    found.0
}

struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, rule: RuleRef, what: What) {
        self.0.push(Difference { rule, what });
    }

    /// What is only in one of two lists of ids.
    fn lists(&mut self, block: &str, old: &[String], new: &[String]) {
        for id in new.iter().filter(|id| !old.contains(id)) {
            self.add(RuleRef::new(block, id), What::Added);
        }
        for id in old.iter().filter(|id| !new.contains(id)) {
            self.add(RuleRef::new(block, id), What::Gone);
        }
    }

    fn steps(&mut self, old: &Regulation, new: &Regulation) {
        let ids = |r: &Regulation| r.steps.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
        self.lists("steps", &ids(old), &ids(new));
        for after in &new.steps {
            let Some(before) = old.step(&after.id) else { continue };
            let rule = RuleRef::new("steps", &after.id);
            for ask in after.asks.iter().filter(|a| !before.asks.iter().any(|b| b.key == a.key)) {
                self.add(rule.clone(), What::Asks(ask.key.clone()));
            }
            for ask in before.asks.iter().filter(|b| !after.asks.iter().any(|a| a.key == b.key)) {
                self.add(rule.clone(), What::AsksNoMore(ask.key.clone()));
            }
        }
    }

    fn terms(&mut self, old: &Regulation, new: &Regulation) {
        let length = |t: &Term| t.within.or(t.every);
        // A new term with a length is told with it.
        let untold = |t: &&Term| old.term(&t.id).is_some() || length(t).is_none();
        let after: Vec<String> = new.terms.iter().filter(untold).map(|t| t.id.clone()).collect();
        let before: Vec<String> = old.terms.iter().map(|t| t.id.clone()).collect();
        self.lists("terms", &before, &after);
        for added in new.terms.iter().filter(|t| !untold(t)) {
            self.add(RuleRef::new("terms", &added.id), What::Length(None, length(added)));
        }
        for after in &new.terms {
            let Some(before) = old.term(&after.id) else { continue };
            let rule = RuleRef::new("terms", &after.id);
            if length(before) != length(after) {
                self.add(rule.clone(), What::Length(length(before), length(after)));
            }
            if before.hard != after.hard {
                self.add(rule, What::Hard(after.hard));
            }
        }
    }

    fn extensions(&mut self, old: &Regulation, new: &Regulation) {
        let ids = |r: &Regulation| r.extensions.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
        self.lists("extensions", &ids(old), &ids(new));
        let known = |e: &&Extension| old.extensions.iter().find(|b| b.id == e.id).cloned();
        for (after, before) in new.extensions.iter().filter_map(|e| Some((e, known(&e)?))) {
            let rule = RuleRef::new("extensions", &after.id);
            if before.at_most != after.at_most {
                self.add(rule.clone(), What::Most(before.at_most, after.at_most));
            }
            if before.times != after.times {
                self.add(rule, What::Times(before.times, after.times));
            }
        }
    }

    fn escalations(&mut self, old: &Regulation, new: &Regulation) {
        let ids = |r: &Regulation| r.escalations.iter().map(|x| x.id.clone()).collect::<Vec<_>>();
        self.lists("escalations", &ids(old), &ids(new));
        for after in &new.escalations {
            let Some(before) = old.escalations.iter().find(|e| e.id == after.id) else { continue };
            let rule = RuleRef::new("escalations", &after.id);
            let costs = |e: &super::ending::Escalation| e.costs.clone().unwrap_or_else(|| "unknown".to_owned());
            if costs(before) != costs(after) {
                self.add(rule.clone(), What::Costs(costs(before), costs(after)));
            }
            if before.binding != after.binding {
                self.add(rule, What::Binding(after.binding));
            }
        }
    }

    fn retention(&mut self, old: Option<&Retention>, new: Option<&Retention>) {
        let rule = RuleRef::block("retention");
        match (old, new) {
            (None, Some(_)) => self.add(rule, What::Added),
            (Some(_), None) => self.add(rule, What::Gone),
            (Some(before), Some(after)) => {
                let how = |r: &Retention| (r.regime, r.keep, r.event.clone(), r.within);
                if how(before) != how(after) {
                    self.add(rule.clone(), What::Kept);
                }
                let given = before.basis.is_none() && after.basis.is_some();
                if after.regime == Regime::Indefinite && given {
                    self.add(rule, What::Basis);
                }
            }
            (None, None) => {}
        }
    }
}

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
            What::Asks(key) => {
                let asked = new(&format!("{place}/{key}"));
                Text::new(
                    format!("Bij “{name}” hoort nu ook: {asked}."),
                    format!("“{name}” now also includes: {asked}."),
                )
            }
            What::AsksNoMore(key) => {
                let asked = old(&format!("{place}/{key}"));
                Text::new(
                    format!("Bij “{name}” hoort niet meer: {asked}."),
                    format!("“{name}” no longer includes: {asked}."),
                )
            }
            What::Costs(from, to) => self.costs(from, to),
            What::Binding(true) => {
                Text::new("De externe uitspraak is nu bindend.", "The external ruling is now binding.")
            }
            What::Binding(false) => {
                Text::new("De externe uitspraak is niet meer bindend.", "The external ruling is no longer binding.")
            }
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
            block => {
                let kind = kind(block);
                Text::new(format!("Vervallen: {} “{name}”.", kind.nl), format!("Gone: {} “{name}”.", kind.en))
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulation::{names, read_regulation};

    fn told(old: &str, new: &str, lang: Lang) -> Vec<String> {
        let (old, new) = (read_regulation(old), read_regulation(new));
        assert!(new.faults.is_empty(), "{:?}", new.faults);
        let (old_names, new_names) = (names(&old.tree.unwrap()), names(&new.tree.unwrap()));
        let look = |all: &[(String, String)], place: &str| {
            all.iter().find(|(p, _)| p == place).map_or_else(|| place.to_owned(), |(_, n)| n.clone())
        };
        let before = |place: &str| look(&old_names, place);
        let after = |place: &str| look(&new_names, place);
        let found = differences(&old.value.unwrap(), &new.value.unwrap());
        found.iter().map(|d| d.words(lang, &before, &after)).collect()
    }

    const SMALL: &str = include_str!("../rules/policy/tests/small.yaml");

    #[test]
    fn a_longer_term_is_told_with_both_lengths() {
        let new =
            SMALL.replace("within: 4 weeks", "within: 6 weeks").replace("within: 5 calendar days", "within: 1 week");
        assert_eq!(
            told(SMALL, &new, Lang::Nl),
            [
                "De termijn “Bevestiging” gaat van 5 kalenderdagen naar 1 week.",
                "De termijn “Beslissing” gaat van 4 naar 6 weken."
            ]
        );
        assert_eq!(told(SMALL, &new, Lang::En)[1], "The term “Beslissing” goes from 4 to 6 weeks.");
    }

    #[test]
    fn the_same_has_no_differences() {
        assert_eq!(told(SMALL, SMALL, Lang::Nl), Vec::<String>::new());
    }

    #[test]
    fn two_real_versions_are_told_apart() {
        let old = include_str!("../../policy/square-mile/2014-11-06/regulation.yaml");
        let new = include_str!("../../policy/square-mile/2025-01-01/regulation.yaml");
        insta::assert_snapshot!("differences-nl", told(old, new, Lang::Nl).join("\n"));
        insta::assert_snapshot!("differences-en", told(old, new, Lang::En).join("\n"));
        insta::assert_snapshot!("differences-back", told(new, old, Lang::Nl).join("\n"));
    }
}
