//! Values as people type them: a key in capitals, a code by its name, `yes` for `ja`.

use super::error::CaseworkError;
use super::prompt::{Choice, Values, named};
use crate::calendar::{SpokenDay, Toward};
use crate::casework::take_step::asked_data::value_name;
use crate::casework::take_step::step_form::StepForm;
use crate::casework::take_step::written_step::{ATTEST_BY, DAY};
use crate::diagnostics::Text;
use crate::docket::Docket;
use crate::naming;
use crate::regulation::{Ask, AskType, CaseField, Step};

/// The keys of an entry under which people and roles stand.
const WHO: [&str; 8] = ["by", "to", "cc", "with", "reported_to", "party", "handler", "recorded_by"];

/// The words for the answers that have no name in a regulation.
const ANSWERS: [(&str, &str); 3] = [("ja", "yes"), ("nee", "no"), ("onbekend", "unknown")];

impl StepForm<'_> {
    /// What was said of a step as it stands in a file. A key that nobody has is left to `check`.
    ///
    /// # Errors
    ///
    /// [`CaseworkError::Asked`] for a code that the regulation does not know, with those that it does.
    pub fn as_written(&self, said: Values) -> Result<Values, CaseworkError> {
        let docket = self.docket();
        let step = self.step(&said);
        let mut written = Values::new();
        for (key, words) in said {
            let read = |word: &String| self.value(&docket, step, &key, word);
            let values = words.iter().map(read).collect::<Result<_, _>>()?;
            written.insert(key, values);
        }
        Ok(written)
    }

    fn value(&self, docket: &Docket<'_>, step: Option<&Step>, key: &str, word: &str) -> Result<String, CaseworkError> {
        if WHO.contains(&key) || key.starts_with(ATTEST_BY) {
            return Ok(self.who(word));
        }
        let Some(step) = step else {
            return Ok(if key == DAY { self.day(false, word) } else { word.to_owned() });
        };
        let choices = match step.asks.iter().find(|ask| ask.key == key) {
            Some(ask) if ask.kind == AskType::Date => return Ok(self.day(ask.later_than.is_some(), word)),
            Some(ask) if matches!(ask.kind, AskType::Person | AskType::Party) => return Ok(self.who(word)),
            Some(ask) => codes(docket, step, ask),
            None if key == "channel" => self.channels(),
            None if key == "waived" => {
                step.grounds().iter().map(|g| Choice::new(g, naming::same(g.as_str()))).collect()
            }
            None if key == "parts" => {
                let rules = &self.version.regulation;
                step.parts.iter().map(|part| Choice::new(part, rules.part_name(step, part))).collect()
            }
            None => Vec::new(),
        };
        if choices.is_empty() {
            return Ok(word.to_owned());
        }
        named(&naming::datum(&self.version.regulation, &step.id, key), word, &choices)
    }

    /// A day as it stands in files. What is no day is left as it is: replaying the case says what is wrong with it.
    fn day(&self, ahead: bool, word: &str) -> String {
        let toward = if ahead { Toward::Future } else { Toward::Past };
        let day = SpokenDay::read(word).and_then(|said| said.day(self.today, toward));
        day.map_or_else(|_| word.to_owned(), |day| day.to_string())
    }

    fn channels(&self) -> Vec<Choice> {
        let rules = &self.version.regulation;
        rules.channels.iter().map(|c| Choice::new(&c.id, rules.channel_name(&c.id))).collect()
    }

    /// The key of a party or a member of staff, or the id of a role, whatever its capitals.
    fn who(&self, word: &str) -> String {
        let parties = self.case.parties.iter().map(|p| &p.key);
        let people = self.people.persons.iter().map(|p| &p.key);
        let roles = self.version.regulation.roles.iter().map(|r| &r.id);
        let known: Vec<&String> = parties.chain(people).chain(roles).collect();
        let lower = word.trim().to_lowercase();
        let found = known.iter().find(|k| **k == word).or_else(|| known.iter().find(|k| k.to_lowercase() == lower));
        found.map_or_else(|| word.to_owned(), |key| (*key).clone())
    }
}

/// The values of a datum with their names; none when any text of the right form will do.
fn codes(docket: &Docket<'_>, step: &Step, ask: &Ask) -> Vec<Choice> {
    let values = docket.progress.values_of(ask.kind, &ask.values);
    values.into_iter().map(|v| Choice::new(v.as_str(), in_words(&v, value_name(docket, step, ask, &v)))).collect()
}

/// The name of a value; of a plain answer that the regulation does not name, the word.
fn in_words(value: &str, name: Text) -> Text {
    match ANSWERS.iter().find(|(nl, _)| *nl == value && name.en == value) {
        Some((nl, en)) => Text::new(*nl, *en),
        None => name,
    }
}

/// The values that a fact of the organisation may have; none when any text of the right form will do.
#[must_use]
pub fn field_choices(field: &CaseField) -> Vec<Choice> {
    let answers = [ANSWERS[0].0.to_owned(), ANSWERS[1].0.to_owned()];
    let values = if field.kind == AskType::YesNo { &answers[..] } else { field.values.as_slice() };
    values.iter().map(|v| Choice::new(v, in_words(v, naming::same(v.as_str())))).collect()
}
