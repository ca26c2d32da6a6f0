//! What is added to a case after it was opened: people, topics and data that came to light later. The log and the receipt are no
//! part of it: those change by steps and corrections.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::case::{Case, CaseId, LegalHold, Position};
use crate::casework::error::CaseworkError;
use crate::casework::new_case::questions::{Counter, FIELD};
use crate::casework::new_case::written_case::NewParty;
use crate::casework::prompt::{Prompt, Values};
use crate::casework::take_step::log_entry::in_front_matter;
use crate::casework::take_step::written_step::one;
use crate::diagnostics::text;
use crate::regulation::AskType;
use crate::yaml::{EditError, Group, NewValue, Route, Scalar, append, append_value, place, remove, set};

/// The key under which an earlier report of the same matter is said.
pub const EARLIER: &str = "earlier";
/// The key under which is said what the complainant was charged.
pub const CHARGED: &str = "charged";
/// The key under which is said why a case must not be destroyed.
pub const HOLD: &str = "legal_hold";
/// What is said before the reason why nothing stands in the way of destruction any more.
const OVER: char = '-';

/// What a case says already, by the keys of a complaint at the counter.
#[must_use]
pub fn known_of(case: &Case) -> Values {
    let party = |p: &crate::case::Party| {
        let person = p.person.as_ref().map(|key| format!("={key}")).unwrap_or_default();
        format!("{}:{}{person}", p.role.as_deref().unwrap_or_default(), p.position.word())
    };
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    let mut known = Values::new();
    for (key, values) in [
        ("channel", vec![case.intake.channel.clone()]),
        ("source", one(&case.intake.source)),
        ("topic", case.topics.clone()),
        ("main", one(&case.main_topic)),
        ("severity", one(&case.severity)),
        ("sealed", case.sealed_fields()),
        ("party", case.parties.iter().map(party).collect()),
    ] {
        if !values.is_empty() {
            known.insert(key.to_owned(), values);
        }
    }
    for (key, value) in &case.fields {
        known.insert(format!("{FIELD}{key}"), value.text().map(str::to_owned).into_iter().collect());
    }
    known
}

impl Counter<'_> {
    /// What is wanted of a case that says `known`: what a new one would be asked and it does not say, and what more there may be.
    /// Working notes are written in an editor.
    #[must_use]
    pub fn wants_besides(&self, known: &Values, said: &Values) -> Vec<Prompt> {
        let mut prompts = self.prompts(said);
        let sealed = known.get("sealed").map(Vec::as_slice).unwrap_or_default();
        let rest: Vec<_> = self.choices("sealed").into_iter().filter(|c| !sealed.contains(&c.value)).collect();
        if !sealed.is_empty() && !rest.is_empty() {
            let label = text!("wat er nog meer in het gesloten deel staat", "what else the sealed part contains");
            let prompt = Prompt::choice("sealed", label, rest).several().optional();
            prompts.push(Prompt { adds: true, ..prompt });
        }
        prompts.retain(|prompt| prompt.key != "notes");
        prompts
    }
}

/// What is added, as the regulation knows it.
#[derive(Debug, Clone, Default)]
pub struct Addition {
    parties: Vec<NewParty>,
    topics: Vec<String>,
    /// Keys with one value, in the order of the file.
    single: Vec<(&'static str, String)>,
    source: Option<String>,
    fields: BTreeMap<String, String>,
    sealed: Vec<String>,
    hold: Option<Hold>,
}

/// What becomes of the hold on destruction.
#[derive(Debug, Clone)]
enum Hold {
    Begins(NaiveDate, String),
    /// It stays in the file, with the day and the reason why it is over.
    Ends(LegalHold, NaiveDate, String),
}

impl Addition {
    /// Reads what was said of a case on a day; each wrong value is refused with a suggestion.
    ///
    /// # Errors
    ///
    /// [`CaseworkError::Asked`], also when the case says all of it already.
    pub fn of(counter: &Counter<'_>, case: &Case, said: &Values, today: NaiveDate) -> Result<Self, CaseworkError> {
        let all = |key: &str| said.get(key).map(Vec::as_slice).unwrap_or_default();
        let parties = case.parties.iter().map(|p| NewParty {
            key: p.key.clone(),
            role: p.role.clone(),
            position: p.position,
            person: p.person.clone(),
            since: p.since,
        });
        let (mut topics, mut sealed) = (counter.known("topic", all("topic"))?, counter.sealed(all("sealed"))?);
        topics.retain(|topic| !case.topics.contains(topic));
        sealed.retain(|key| !case.sealed_fields().contains(key));
        let first = |key: &str, of: &str| {
            let flag = if key == "main" { "main-topic" } else { key };
            Ok::<_, CaseworkError>(counter.known_by(flag, of, all(key))?.into_iter().next())
        };
        let single = [
            ("main_topic", first("main", "topic")?.or_else(|| main_of(counter, case, &topics)), &case.main_topic),
            ("severity", first("severity", "severity")?, &case.severity),
        ];
        let mut single: Vec<(&'static str, String)> = single
            .into_iter()
            .filter_map(|(key, said, now)| Some((key, said.filter(|said| Some(said) != now.as_ref())?)))
            .collect();
        single.extend(earlier(case, one(said, EARLIER))?.map(|id| (EARLIER, id)));
        single.extend(charged(one(said, CHARGED))?.map(|amount| (CHARGED, amount)));
        let parties: Vec<NewParty> = parties.collect();
        let mut new = counter.parties_after(parties.clone(), all("party"))?;
        // What was done before was done without them, and is right as it was.
        let complains = parties.iter().any(|p| p.position == Position::Complainant);
        let only = |party: &NewParty| party.position == Position::Complainant && !complains;
        let joins = |party: &&mut NewParty| !case.log.is_empty() && !only(party);
        new.iter_mut().filter(joins).for_each(|party| party.since = Some(today));
        if let Some(party) = new.iter().find(|new| new.person.is_some() && parties.iter().any(|p| is_same(p, new))) {
            return Err(there_already(party));
        }
        let addition = Self {
            parties: new,
            topics,
            single,
            source: first("source", "source")?.filter(|source| Some(source) != case.intake.source.as_ref()),
            fields: counter.facts(said)?.into_iter().filter(|(key, value)| case.field(key) != Some(value)).collect(),
            sealed,
            hold: hold(case, one(said, HOLD), today)?,
        };
        addition.rewrites_nothing(case)?;
        if addition.is_empty() { Err(nothing_new()) } else { Ok(addition) }
    }

    /// Refuses to put something else in the place of a fact that stands: in a case under way that takes a correction.
    fn rewrites_nothing(&self, case: &Case) -> Result<(), CaseworkError> {
        let single = self.single.iter().map(|(key, _)| *key).find(|key| match *key {
            "severity" => case.severity.is_some(),
            "main_topic" => case.main_topic.is_some(),
            _ => false,
        });
        let source = self.source.as_ref().and(case.intake.source.as_ref()).map(|_| "source".to_owned());
        let field = self.fields.keys().find(|id| case.field(id).is_some()).map(|id| format!("fields.{id}"));
        let fact = single.map(str::to_owned).or(source).or(field).filter(|_| !case.log.is_empty());
        fact.map_or(Ok(()), |fact| Err(stands_already(case, &fact)))
    }

    fn is_empty(&self) -> bool {
        self.parties.is_empty()
            && self.topics.is_empty()
            && self.single.is_empty()
            && self.source.is_none()
            && self.fields.is_empty()
            && self.sealed.is_empty()
            && self.hold.is_none()
    }

    /// The file with it; every other byte stays.
    pub fn written(&self, source: &str) -> Result<String, EditError> {
        in_front_matter(source, |front| self.in_front(front))
    }

    fn in_front(&self, front: &str) -> Result<String, EditError> {
        let mut text = front.to_owned();
        if let Some(source) = &self.source {
            text = set(&text, &top("intake").key("source"), &Scalar::Text(source.clone()))?;
        }
        for party in &self.parties {
            text = match place(&text, "parties", &json!([party.values()]), &after("parties")) {
                Err(EditError::WrongKind) => append(&text, &top("parties"), &party.item())?,
                placed => placed?,
            };
        }
        text = listed(text, &top("topics"), "topics", &self.topics, |topics| json!(topics))?;
        for (key, value) in &self.single {
            text = put(&text, key, value)?;
        }
        for (key, value) in &self.fields {
            let put = set(&text, &top("fields").key(key), &Scalar::Text(value.clone()));
            text = match put {
                Err(EditError::NotFound) => place(&text, "fields", &json!({ key.as_str(): value }), &after("fields"))?,
                edited => edited?,
            };
        }
        text = listed(text, &top("sealed").key("fields"), "sealed", &self.sealed, |keys| json!({ "fields": keys }))?;
        match &self.hold {
            Some(Hold::Begins(day, reason)) => {
                let text = remove(&text, &top(HOLD)).unwrap_or(text);
                place(&text, HOLD, &json!({ "since": day.to_string(), "reason": reason }), &after(HOLD))
            }
            Some(Hold::Ends(held, day, because)) => {
                let whole = json!({
                    "since": held.since.to_string(), "reason": held.reason,
                    "until": day.to_string(), "because": because,
                });
                place(&remove(&text, &top(HOLD))?, HOLD, &whole, &after(HOLD))
            }
            None => Ok(text),
        }
    }
}

impl NewParty {
    /// As a group of keys.
    fn values(&self) -> Value {
        let plain = |value: NewValue| match value {
            NewValue::One(scalar) => json!(scalar.text()),
            NewValue::Many(scalars) => scalars.iter().map(Scalar::text).collect(),
        };
        Value::Object(self.item().0.into_iter().map(|(key, value)| (key, plain(value))).collect())
    }
}

fn top(key: &str) -> Route {
    Route::root().key(key)
}

/// The keys that follow another in a case file.
fn after(key: &str) -> Vec<&'static str> {
    Case::TABLE.keys().skip_while(|known| *known != key).skip(1).collect()
}

/// Adds values to a list; under a key of the file that is not there yet they come in one group.
fn listed(
    text: String,
    route: &Route,
    key: &str,
    values: &[String],
    group: impl FnOnce(&[String]) -> Value,
) -> Result<String, EditError> {
    let mut edited = text;
    for (nth, value) in values.iter().enumerate() {
        edited = match append_value(&edited, route, &Scalar::Text(value.clone())) {
            Err(EditError::NotFound) if nth == 0 => return place(&edited, key, &group(values), &after(key)),
            other => other?,
        };
    }
    Ok(edited)
}

/// Sets the value of a key at the top of the file.
fn put(text: &str, key: &str, value: &str) -> Result<String, EditError> {
    // Where it is not there yet, `set` would put it at the end, behind the log.
    match place(text, key, &json!(value), &after(key)) {
        Err(EditError::WrongKind) => set(text, &top(key), &Scalar::Text(value.to_owned())),
        placed => placed,
    }
}

/// The main topic of a case that has none yet and gets its first topics, where the regulation has one.
fn main_of(counter: &Counter<'_>, case: &Case, topics: &[String]) -> Option<String> {
    let asked = counter.regulation.topics.main.is_some() && case.topics.is_empty() && case.main_topic.is_none();
    topics.first().filter(|_| asked).cloned()
}

fn earlier(case: &Case, said: Option<&str>) -> Result<Option<String>, CaseworkError> {
    let Some(word) = said else { return Ok(None) };
    let id = CaseId::parse_normalised(word).ok().filter(|id| *id != case.id).ok_or_else(|| {
        CaseworkError::Asked(
            text!("`{word}` is geen zaaknummer van een andere zaak", "`{word}` is not the id of another case"),
            text!("noem het nummer van de eerdere melding", "name the id of the earlier report"),
        )
    })?;
    Ok(Some(id.to_string()).filter(|_| case.earlier != Some(id)))
}

fn charged(said: Option<&str>) -> Result<Option<String>, CaseworkError> {
    let Some(amount) = said else { return Ok(None) };
    let prompt = Prompt::words(CHARGED, text!("", "")).of_kind(AskType::Amount);
    prompt.accepts(amount).map_err(|form| {
        CaseworkError::Asked(text!("`{amount}` is geen bedrag", "`{amount}` is not an amount"), form)
    })?;
    Ok(Some(amount.to_owned()))
}

fn hold(case: &Case, said: Option<&str>, today: NaiveDate) -> Result<Option<Hold>, CaseworkError> {
    let held = case.legal_hold.as_ref().filter(|hold| !hold.is_lifted());
    let over = said.and_then(|said| said.strip_prefix(OVER)).map(str::trim);
    match (said, over, held) {
        (None, ..) => Ok(None),
        (_, Some(""), Some(_)) => Err(CaseworkError::Asked(
            text!("waarom is de bewaarplicht voorbij?", "why is the hold over?"),
            text!("noem het: --hold '- …'", "say it: --hold '- …'"),
        )),
        (_, Some(because), Some(held)) => Ok(Some(Hold::Ends(held.clone(), today, because.to_owned()))),
        (_, Some(_), None) => Err(CaseworkError::Asked(
            text!("niets houdt de vernietiging van deze zaak tegen", "nothing holds back the destruction of this case"),
            text!(
                "noem met --hold waarom zij niet vernietigd mag worden",
                "say with --hold why it must not be destroyed"
            ),
        )),
        (Some(_), None, Some(_)) => Err(CaseworkError::Asked(
            text!("op deze zaak rust al een bewaarplicht", "there is already a hold on this case"),
            text!("is dat voorbij: --hold '- waarom'", "to lift it: --hold '- why'"),
        )),
        (Some(reason), None, None) => Ok(Some(Hold::Begins(today, reason.to_owned()))),
    }
}

/// Whether two parties are the same member of staff in the same place.
fn is_same(one: &NewParty, other: &NewParty) -> bool {
    (&one.role, one.position, &one.person) == (&other.role, other.position, &other.person)
}

fn there_already(party: &NewParty) -> CaseworkError {
    let key = party.person.as_deref().unwrap_or_default();
    CaseworkError::Asked(
        text!("{key} is er al bij, op dezelfde plaats", "{key} is already there, in the same position"),
        text!("er is niets geschreven", "nothing was written"),
    )
}

fn stands_already(case: &Case, fact: &str) -> CaseworkError {
    let of = if fact == "main_topic" { "topics" } else { fact };
    let key = fact.strip_prefix("fields.").unwrap_or(fact);
    let id = case.id;
    CaseworkError::Asked(
        text!(
            "`{fact}` is al ingevuld; wijzigen kan alleen met een reden",
            "`{fact}` is filled in already; it changes only with a reason"
        ),
        text!(
            "leg een correctie vast: klacht step {id} correctie --of {of} --set {key}=… --reason \"…\"",
            "record a correction: klacht step {id} correctie --of {of} --set {key}=… --reason \"…\""
        ),
    )
}

fn nothing_new() -> CaseworkError {
    CaseworkError::Asked(
        text!("dat staat er allemaal al", "all of that is already there"),
        text!("er is niets geschreven", "nothing was written"),
    )
}
