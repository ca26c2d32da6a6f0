//! The values that a place in a case may hold, as its regulation knows them.

use super::entry::line_start;
use super::kind::keys;
use super::scene::Scene;
use crate::calendar::parse_date;
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{AskType, Regulation, RegulationHistory, Role, RuleRef, SEALED, Step, Version};
use crate::rules::data_protection;
use crate::yaml::{Route, Segment};

/// A value with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// As it stands in the file.
    pub value: String,
    /// As people say it.
    pub name: Text,
    /// The rule of the regulation that names it.
    pub rule: Option<RuleRef>,
}

impl Offers {
    /// A value.
    #[must_use]
    pub fn new(value: &str, name: Text) -> Self {
        Self { value: value.to_owned(), name, rule: None }
    }

    /// A value that a block of the regulation names, such as `topics.list`.
    fn ruled(regulation: &Regulation, value: &str, name: &str, block: &str) -> Self {
        let place = format!("{}/{value}", block.split('.').next().unwrap_or(block));
        Self { rule: Some(RuleRef::new(block, value)), ..Self::new(value, regulation.named(&place, name)) }
    }

    fn plain(value: &str) -> Self {
        Self::new(value, naming::same(value))
    }
}

/// A case with its regulation, as far as both can be read.
pub struct Glossary<'a> {
    /// The document.
    pub scene: &'a Scene<'a>,
    /// The version it stands under.
    pub version: &'a Version,
    /// The people.
    pub history: &'a RegulationHistory,
}

impl<'a> Glossary<'a> {
    /// Of a case; nothing when its regulation cannot be read.
    #[must_use]
    pub fn of(scene: &'a Scene<'a>) -> Option<Self> {
        let (version, history) = scene.version()?;
        Some(Self { scene, version, history })
    }

    fn regulation(&self) -> &'a Regulation {
        &self.version.regulation
    }

    /// The values that are known at a route; none where anything may stand.
    #[must_use]
    pub fn values(&self, at: &Route) -> Vec<Offers> {
        let group = group(at);
        match keys(at).as_slice() {
            ["intake", "channel"] => self.channels(),
            ["intake", "source"] => {
                self.regulation().intake.iter().flat_map(|i| i.sources.iter().map(|s| Offers::plain(s))).collect()
            }
            ["parties", "role"] => self.roles(&group),
            ["parties", "as"] => self.positions(&group),
            ["parties", "person"] => self.persons(self.scene.outline.value(&group, "role").as_deref()),
            ["topics"] => self.topics(),
            ["main_topic"] => {
                let named = self.scene.outline.values(&Route::root(), "topics");
                self.topics().into_iter().filter(|t| named.is_empty() || named.contains(&t.value)).collect()
            }
            ["severity"] => {
                self.regulation().severity.iter().flat_map(|s| items(self.regulation(), "severity", &s.list)).collect()
            }
            ["fields", id] => self.field(id),
            ["sealed", "fields"] => SEALED.iter().map(|s| Offers::plain(s)).collect(),
            ["attestations", "attestation"] => {
                let all = self.regulation().attestations.iter();
                all.map(|a| Offers::ruled(self.regulation(), &a.id, &a.what, "attestations")).collect()
            }
            ["attestations", "by"] => self.declarers(&group),
            ["accepted", "code"] => data_protection::RULES.iter().map(|r| coded(r.code, r.summary)).collect(),
            ["accepted", "by"] => self.persons(None),
            ["log", "step"] => self.steps(),
            ["log", key] => self.datum(self.step(at), key),
            _ => Vec::new(),
        }
    }

    /// Keys that the regulation brings in at a group, with what they are: facts of the case, data of a step.
    #[must_use]
    pub fn keys(&self, group: &Route) -> Vec<Offers> {
        match keys(group).as_slice() {
            ["fields"] => {
                let fields = self.regulation().fields.iter();
                fields
                    .map(|f| Offers::ruled(self.regulation(), &f.id, f.name.as_deref().unwrap_or(&f.id), "fields"))
                    .collect()
            }
            ["log"] => {
                let Some(step) = self.step(group) else { return Vec::new() };
                let name = |key: &str| naming::datum(self.regulation(), &step.id, key);
                let asked = |a: &crate::regulation::Ask| Offers {
                    rule: Some(RuleRef::new("steps", &step.id)),
                    ..Offers::new(&a.key, name(&a.key))
                };
                step.asks.iter().map(asked).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The step of the entry that a route leads into.
    #[must_use]
    pub fn step(&self, at: &Route) -> Option<&'a Step> {
        let entry = entry_of(at)?;
        let step = self.scene.outline.value(&entry, "step")?;
        self.regulation().step(&step)
    }

    fn channels(&self) -> Vec<Offers> {
        self.regulation()
            .channels
            .iter()
            .map(|c| Offers::ruled(self.regulation(), &c.id, &c.name, "channels"))
            .collect()
    }

    fn topics(&self) -> Vec<Offers> {
        self.regulation()
            .topics
            .list
            .iter()
            .map(|t| Offers::ruled(self.regulation(), &t.id, &t.name, "topics.list"))
            .collect()
    }

    /// Every step of the regulation.
    fn steps(&self) -> Vec<Offers> {
        self.regulation().steps.iter().map(|s| Offers::ruled(self.regulation(), &s.id, &s.name, "steps")).collect()
    }

    fn roles(&self, party: &Route) -> Vec<Offers> {
        let position = self.scene.outline.value(party, "as");
        let fits = |role: &&Role| {
            let mut words = role.positions.iter().map(|p| p.word());
            position.as_deref().map_or(!role.positions.is_empty(), |position| words.any(|w| w == position))
        };
        let roles = self.regulation().roles.iter().filter(fits);
        roles.map(|r| Offers::ruled(self.regulation(), &r.id, &r.name, "roles")).collect()
    }

    fn positions(&self, party: &Route) -> Vec<Offers> {
        let role = self.scene.outline.value(party, "role").and_then(|id| self.regulation().role(&id));
        let may = |word: &&str| role.is_none_or(|r| r.positions.iter().any(|p| p.word() == *word));
        let words = crate::case::Position::WORDS.iter().copied().filter(may);
        words.map(|word| Offers::new(word, naming::who(self.regulation(), word))).collect()
    }

    /// Persons with the roles that they hold on the day; those who hold this one, where one is asked for.
    fn persons(&self, role: Option<&str>) -> Vec<Offers> {
        let (people, day) = (&self.history.people, self.scene.day);
        let all = people.persons.iter().filter_map(|person| {
            let held: Vec<_> = person.roles.iter().filter(|r| person.holds(&r.role, day)).collect();
            (!held.is_empty()).then(|| (person, self.regulation().roles_names(&held)))
        });
        let holds = |p: &crate::regulation::Person| role.is_none_or(|role| p.holds(role, day));
        let some_hold = people.persons.iter().any(|p| holds(p) && role.is_some());
        all.filter(|(p, _)| !some_hold || holds(p)).map(|(p, names)| Offers::new(&p.key, names)).collect()
    }

    /// The parties of the case by their keys.
    fn parties(&self) -> Vec<Offers> {
        let outline = &self.scene.outline;
        let own = outline.pairs.iter().filter(|p| p.key == "key" && keys(&p.group) == ["parties"]);
        own.map(|p| {
            let role = outline.value(&p.group, "role").and_then(|id| self.regulation().role(&id));
            let position = outline.value(&p.group, "as").unwrap_or_default();
            let place = naming::who(self.regulation(), &position);
            let name = role.map_or_else(
                || place.clone(),
                |r| {
                    let role = self.regulation().role_name(&r.id);
                    text!("{role} ({place})", "{role} ({place})", role, place)
                },
            );
            Offers::new(&super::outline::bare(&p.value), name)
        })
        .collect()
    }

    /// Who may give the declaration of a group, as the case stands; everybody while it does not say which, or cannot be read.
    fn declarers(&self, group: &Route) -> Vec<Offers> {
        let all: Vec<Offers> = self.parties().into_iter().chain(self.persons(None)).collect();
        let value = |key| self.scene.outline.value(group, key);
        let id = value("attestation");
        let rule = self.regulation().attestations.iter().find(|a| Some(&a.id) == id.as_ref());
        let (Some(rule), Some(case)) = (rule, self.case_without("attestations")) else { return all };
        let docket = Docket::replay(&case, self.version, &self.history.people);
        let day = value("on").and_then(|on| parse_date(&on).ok()).unwrap_or(self.scene.day);
        let progress = &docket.progress;
        let may = |offer: &&Offers| progress.able_as(&rule.by, &offer.value, day, progress.handler);
        all.iter().filter(may).cloned().collect()
    }

    /// The case without one of its blocks, in which something is being typed.
    fn case_without(&self, block: &str) -> Option<crate::case::Case> {
        let top = self.scene.outline.pairs.iter().filter(|p| p.group.0.is_empty());
        let line = |p: &super::outline::Pair| line_start(self.scene.text, p.span.start);
        let from = line(top.clone().find(|p| p.key == block)?);
        let until = top.map(line).filter(|at| *at > from).min().unwrap_or(self.scene.data.end);
        let mut text = self.scene.text.to_owned();
        text.replace_range(from..until, "");
        crate::case::read(&text).0
    }

    fn field(&self, id: &str) -> Vec<Offers> {
        let field = self.regulation().fields.iter().find(|f| f.id == id);
        field.map_or_else(Vec::new, |f| self.of_type(f.kind, &f.values))
    }

    /// What stands under a key of an entry.
    fn datum(&self, step: Option<&Step>, key: &str) -> Vec<Offers> {
        if let Some(ask) = step.and_then(|s| s.asks.iter().find(|a| a.key == key)) {
            return self.of_type(ask.kind, &ask.values);
        }
        let plain = |list: &[String]| list.iter().map(|v| Offers::plain(v)).collect();
        match key {
            "by" => self.persons(None).into_iter().chain(self.parties()).collect(),
            "to" | "cc" | "with" | "reported_to" => {
                let roles = self.regulation().roles.iter().filter(|r| r.positions.is_empty());
                let roles = roles.map(|r| Offers::ruled(self.regulation(), &r.id, &r.name, "roles"));
                self.parties().into_iter().chain(self.persons(None)).chain(roles).collect()
            }
            "party" => self.parties(),
            "handler" | "recorded_by" => self.persons(None),
            "channel" => {
                let own = step.map(|s| s.channels.as_slice()).unwrap_or_default();
                self.channels().into_iter().filter(|c| own.is_empty() || own.contains(&c.value)).collect()
            }
            "parts" => step.map_or_else(Vec::new, |s| plain(&s.parts)),
            "waived" => step.map_or_else(Vec::new, |s| plain(&s.grounds())),
            "of" => self.entries(),
            _ => Vec::new(),
        }
    }

    /// The entries of the log by number, as a correction names them.
    fn entries(&self) -> Vec<Offers> {
        let own = self.scene.outline.pairs.iter().filter(|p| p.key == "step" && keys(&p.group) == ["log"]);
        let numbered =
            own.enumerate().map(|(at, p)| Offers::new(&(at + 1).to_string(), self.regulation().step_name(&p.value)));
        numbered.chain([Offers::new("received", text!("de ontvangst", "the receipt"))]).collect()
    }

    fn of_type(&self, kind: AskType, values: &[String]) -> Vec<Offers> {
        let narrowed = |mut all: Vec<Offers>| {
            all.retain(|k| values.is_empty() || values.contains(&k.value));
            all
        };
        let regulation = self.regulation();
        match kind {
            AskType::YesNo => ["ja", "nee"].into_iter().map(Offers::plain).collect(),
            AskType::Satisfaction => narrowed(["ja", "nee", "onbekend"].into_iter().map(Offers::plain).collect()),
            AskType::Choice => values.iter().map(|v| Offers::plain(v)).collect(),
            AskType::Date => vec![Offers::new(&self.scene.day.to_string(), text!("vandaag", "today"))],
            AskType::Person => self.persons(None),
            AskType::Party => self.parties(),
            AskType::Judgement => {
                let scale = regulation.judgement.iter().flat_map(|j| &j.scale);
                narrowed(scale.map(|s| Offers::ruled(self.regulation(), &s.id, &s.name, "judgement.scale")).collect())
            }
            AskType::Cause | AskType::Causes => {
                regulation.causes.iter().flat_map(|c| items(regulation, "causes", &c.list)).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn items(regulation: &Regulation, block: &str, list: &[crate::regulation::Item]) -> Vec<Offers> {
    list.iter().map(|i| Offers::new(&i.id, regulation.named(&format!("{block}/{}", i.id), &i.name))).collect()
}

fn coded(code: &str, summary: (&str, &str)) -> Offers {
    Offers::new(code, Text::new(summary.0, summary.1))
}

/// The group that a route leads into: without its last key and what is below it.
fn group(at: &Route) -> Route {
    let last = at.0.iter().rposition(|s| matches!(s, Segment::Key(_))).unwrap_or_default();
    Route(at.0.get(..last).unwrap_or_default().to_vec())
}

/// The entry of the log that a route leads into.
#[must_use]
pub fn entry_of(at: &Route) -> Option<Route> {
    match at.0.as_slice() {
        [Segment::Key(key), Segment::Index(index), ..] if key == "log" => Some(Route::root().key("log").index(*index)),
        _ => None,
    }
}
