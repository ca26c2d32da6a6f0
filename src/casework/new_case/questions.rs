//! A complaint that came in: what its regulation wants to know of it, and the new case from what was said.
//!
//! Keys of what is said: `channel`, `source`, `party` (`role[:position][=person]`), `person:<party>`, `topic`, `main`,
//! `severity`, `field:<id>`, `sealed`, `notes`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::case::{CaseId, Position};
use crate::casework::error::CaseworkError;
use crate::casework::new_case::party::{PERSON, party, party_choices, person_prompts};
use crate::casework::new_case::question_texts::{SEALED, label, not_here, sealed_key, sealed_name};
use crate::casework::new_case::written_case::{NewCase, NewParty};
use crate::casework::normalise::field_choices;
use crate::casework::prompt::{Choice, Prompt, Values, named};
use crate::casework::take_step::written_step::one;
use crate::diagnostics::{Text, text};
use crate::naming;
use crate::regulation::{CaseField, Need, People, Regulation};
use crate::yaml::most_like;

/// Before the id of a fact that only this organisation records.
pub const FIELD: &str = "field:";

/// A complaint at the counter.
#[derive(Clone, Copy)]
pub struct Counter<'a> {
    /// What it will be judged by.
    pub regulation: &'a Regulation,
    /// The id of that regulation.
    pub id: &'a str,
    /// Who is who.
    pub people: &'a People,
    /// The day of receipt.
    pub received: NaiveDate,
}

impl Counter<'_> {
    /// What is still wanted, in the order in which people tell it.
    #[must_use]
    pub fn prompts(&self, said: &Values) -> Vec<Prompt> {
        let mut prompts = vec![Prompt::choice("channel", label("channel"), self.choices("channel"))];
        let formal = one(said, "channel").and_then(|c| self.regulation.channel(c)).is_some_and(|c| c.formal);
        let sources = self.choices("source");
        if !sources.is_empty() {
            prompts.push(Prompt::choice("source", label("source"), sources));
        }
        prompts.extend(self.topic_prompts(said, formal));
        let severity = self.choices("severity");
        if let Some(first) = severity.first().map(|c| c.value.clone()) {
            prompts.push(Prompt::choice("severity", label("severity"), severity).optional().proposing(vec![first]));
        }
        prompts.extend(self.regulation.fields.iter().map(|f| field_prompt(f, formal)));
        let sealed = self.choices("sealed");
        if !sealed.is_empty() {
            prompts.push(Prompt::choice("sealed", label("sealed"), sealed).several().optional());
        }
        prompts.retain(|w| !said.contains_key(&w.key));
        prompts.extend(self.party_prompts(said, formal));
        prompts.extend(person_prompts(self, said));
        if !said.contains_key("notes") {
            prompts.push(Prompt::words("notes", label("notes")).optional());
        }
        prompts
    }

    fn topic_prompts(&self, said: &Values, formal: bool) -> Vec<Prompt> {
        let rule = &self.regulation.topics;
        let mut prompt = Prompt::choice("topic", label("topic"), self.choices("topic"));
        if rule.several {
            prompt = prompt.several();
        }
        if !formal || rule.at_least == 0 {
            prompt = prompt.optional();
        }
        let chosen = said.get("topic").map(Vec::as_slice).unwrap_or_default();
        let main = (rule.main_required() && chosen.len() > 1).then(|| {
            let choices = self.choices("topic").into_iter().filter(|c| chosen.contains(&c.value)).collect();
            // Whoever names topics one by one names the main one first.
            Prompt::choice("main", label("main"), choices).proposing(chosen.first().cloned().into_iter().collect())
        });
        std::iter::once(prompt).chain(main).collect()
    }

    /// Positions and roles that must be there and are not, and then whoever else there is.
    fn party_prompts(&self, said: &Values, formal: bool) -> Vec<Prompt> {
        let given = said.get("party").map(Vec::as_slice).unwrap_or_default();
        let parties = self.parties_after(Vec::new(), given).unwrap_or_default();
        let filled = |p: Position| parties.iter().any(|x| x.position == p);
        let named = |role: &str| parties.iter().any(|x| x.role.as_deref() == Some(role));
        let mut prompts = Vec::new();
        let must = self.regulation.intake.iter().flat_map(|i| &i.parties).filter(|_| formal).copied();
        let mut positions = vec![Position::Complainant];
        positions.extend(must.filter(|p| *p != Position::Complainant));
        for position in positions.into_iter().filter(|p| !filled(*p)) {
            let who = naming::who(self.regulation, position.word());
            let prompt =
                Prompt::choice("party", who, party_choices(self, Some(position), None)).known_as(position.word());
            let roles = self.roles_that_complain();
            let only = position == Position::Complainant && roles.len() == 1 && !prompt.certain;
            prompts.push(if only {
                prompt.proposing(roles.into_iter().map(|role| role.value).collect())
            } else {
                prompt
            });
        }
        let topics = said.get("topic").into_iter().flatten().filter_map(|t| self.regulation.topic(t));
        for role in topics.filter_map(|t| t.needs_party.as_deref()).filter(|r| !named(r)) {
            let who = naming::who(self.regulation, role);
            prompts.push(Prompt::choice("party", who, party_choices(self, None, Some(role))).known_as(role));
        }
        let others = party_choices(self, None, None);
        if !others.is_empty() {
            prompts.push(Prompt::choice("party", label("others"), others).several().optional().known_as("others"));
        }
        prompts.into_iter().map(|w| Prompt { adds: true, ..w }).collect()
    }

    /// The roles in which somebody can complain, as `role:position`.
    fn roles_that_complain(&self) -> Vec<Choice> {
        let mut roles = party_choices(self, Some(Position::Complainant), None);
        roles.retain(|choice| !choice.value.contains('='));
        roles
    }

    /// That somebody complains in the new case, where the regulation says in which roles that can be.
    ///
    /// # Errors
    ///
    /// [`CaseworkError::Asked`] with those roles when nobody does.
    pub fn with_complainant(&self, case: &NewCase) -> Result<(), CaseworkError> {
        let roles = self.roles_that_complain();
        if roles.is_empty() || case.parties.iter().any(|p| p.position == Position::Complainant) {
            return Ok(());
        }
        let who = naming::who(self.regulation, Position::Complainant.word());
        Err(CaseworkError::Asked(
            text!("er ontbreekt: {who}, met de rol", "missing: {who}, with the role", who),
            crate::casework::prompt::suggestion("", &roles).prefixed("--party: "),
        ))
    }

    /// The values that the regulation knows for a key.
    #[must_use]
    pub fn choices(&self, key: &str) -> Vec<Choice> {
        let regulation = self.regulation;
        let choice =
            |block: &str, id: &str, name: &str| Choice::new(id, regulation.named(&format!("{block}/{id}"), name));
        let intake = regulation.intake.iter();
        match key {
            "channel" => {
                regulation.channels.iter().map(|c| Choice::new(&c.id, regulation.channel_name(&c.id))).collect()
            }
            "source" => {
                intake.flat_map(|i| i.sources.iter().map(|s| Choice::new(s, naming::same(s.as_str())))).collect()
            }
            "topic" => regulation.topics.list.iter().map(|t| choice("topics", &t.id, &t.name)).collect(),
            "severity" => regulation
                .severity
                .iter()
                .flat_map(|s| s.list.iter().map(|i| choice("severity", &i.id, &i.name)))
                .collect(),
            "sealed" => intake.flat_map(|i| i.sealed.iter().map(|s| Choice::new(s, sealed_name(s)))).collect(),
            "field" => {
                let fields = regulation.fields.iter();
                fields.map(|f| choice("fields", &f.id, f.name.as_deref().unwrap_or(&f.id))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The new case; each wrong value is refused with a suggestion.
    pub fn new_case(&self, id: CaseId, said: &Values) -> Result<NewCase, CaseworkError> {
        let known = |key: &str| self.known(key, said.get(key).map(Vec::as_slice).unwrap_or_default());
        let topics = known("topic")?;
        let main = match one(said, "main") {
            Some(word) => Some(named(&label("main"), word, &self.choices("topic"))?),
            None => topics.first().filter(|_| self.regulation.topics.main.is_some()).cloned(),
        };
        let channel = known("channel")?.into_iter().next().ok_or_else(|| self.absent("channel"))?;
        let mut parties = self.parties_after(Vec::new(), said.get("party").map(Vec::as_slice).unwrap_or_default())?;
        for party in &mut parties {
            party.person =
                party.person.take().or_else(|| one(said, &format!("{PERSON}{}", party.key)).map(str::to_owned));
        }
        Ok(NewCase {
            id,
            regulation: self.id.to_owned(),
            received: self.received,
            channel,
            source: known("source")?.into_iter().next(),
            digest: None,
            parties,
            topics,
            main_topic: main,
            severity: known("severity")?.into_iter().next(),
            fields: self.facts(said)?,
            sealed: self.sealed(said.get("sealed").map(Vec::as_slice).unwrap_or_default())?,
            notes: said.get("notes").map(|n| n.join("\n")).unwrap_or_default(),
        })
    }

    /// The facts of the organisation, by their ids.
    pub(crate) fn facts(&self, said: &Values) -> Result<BTreeMap<String, String>, CaseworkError> {
        let mut fields = BTreeMap::new();
        for (key, values) in said {
            let Some(field) = key.strip_prefix(FIELD) else { continue };
            let known = self.choices("field");
            if known.is_empty() {
                return Err(not_here("field", "field"));
            }
            let field = named(&label("field"), field, &known)?;
            let value = values.join(", ");
            let rule = self.regulation.fields.iter().find(|f| f.id == field);
            let choices = rule.map(field_choices).unwrap_or_default();
            let value = if choices.is_empty() { value } else { named(&naming::same(&field), &value, &choices)? };
            fields.insert(field, value);
        }
        Ok(fields)
    }

    /// The values of a key, as the regulation knows them.
    pub(crate) fn known(&self, key: &str, words: &[String]) -> Result<Vec<String>, CaseworkError> {
        self.known_by(key, key, words)
    }

    /// The same for what was said with another flag than that of the key.
    pub(crate) fn known_by(&self, flag: &str, key: &str, words: &[String]) -> Result<Vec<String>, CaseworkError> {
        let choices = self.choices(key);
        if choices.is_empty() && !words.is_empty() {
            return Err(not_here(flag, key));
        }
        words.iter().map(|word| named(&label(key), word, &choices)).collect()
    }

    /// What the sealed part holds: also what the regulation does not ask for, but no slip of the keyboard.
    pub(crate) fn sealed(&self, words: &[String]) -> Result<Vec<String>, CaseworkError> {
        let mut choices = self.choices("sealed");
        let more = SEALED.iter().filter(|key| !choices.iter().any(|c| c.value == **key));
        let more: Vec<Choice> = more.map(|key| Choice::new(*key, sealed_name(key))).collect();
        choices.extend(more);
        let near = |word: &str| most_like(word, choices.iter().map(|choice| choice.value.as_str())).is_some();
        let read = |word: &String| match named(&label("sealed"), sealed_key(word), &choices) {
            Err(_) if !near(word) => Ok(word.clone()),
            known => known,
        };
        words.iter().map(read).collect()
    }

    fn absent(&self, key: &str) -> CaseworkError {
        let label = label(key);
        CaseworkError::Asked(
            text!("er ontbreekt: {label}", "missing: {label}", label),
            crate::casework::prompt::suggestion("", &self.choices(key)).prefixed(&format!("--{key}: ")),
        )
    }

    /// Parties that come after those that are there already; only the new ones.
    pub(crate) fn parties_after(
        &self,
        before: Vec<NewParty>,
        words: &[String],
    ) -> Result<Vec<NewParty>, CaseworkError> {
        let there = before.len();
        let mut found = before;
        for word in words {
            let next = party(self, word, &found)?;
            found.push(next);
        }
        Ok(found.split_off(there))
    }
}

impl Text {
    fn prefixed(self, words: &str) -> Self {
        Self::new(format!("{words}{}", self.nl), format!("{words}{}", self.en))
    }
}

fn field_prompt(field: &CaseField, formal: bool) -> Prompt {
    let name = field.name.as_deref().unwrap_or(&field.id);
    let form = naming::expected(field.kind, &field.values);
    let label = text!("{name}: {form}", "{name}: {form}", form);
    let choices = field_choices(field);
    let key = format!("{FIELD}{}", field.id);
    let prompt = if choices.is_empty() {
        Prompt::words(&key, label).of_kind(field.kind)
    } else {
        Prompt::choice(&key, label, choices)
    };
    let demanded = formal && field.required == Need::Always && field.when.is_none();
    if demanded { prompt } else { prompt.optional() }
}
