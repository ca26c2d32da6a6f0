//! What comes of a walk, for a reader and for a program.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::path::Walked;
use crate::calendar::date_words;
use crate::diagnostics::{Lang, Text, text};
use crate::naming;
use crate::regulation::{Regulation, Selector, Step as Rule, Version};
use crate::rules::policy::model::Way;

/// A walk through a draft.
#[derive(Debug, Clone, Serialize)]
pub struct Walk {
    /// What this is.
    pub schema: &'static str,
    /// Of which regulation.
    pub regulation: String,
    /// The path of its data.
    pub draft: String,
    /// The day of receipt.
    pub from: NaiveDate,
    /// Whether every state was looked at. If not, nothing is said to be out of reach.
    pub complete: bool,
    /// The ends that can be reached, the soonest first.
    pub ends: Vec<End>,
    /// Those that cannot.
    pub unreached_ends: Vec<Named>,
    /// Other steps that can never be taken.
    pub unreached_steps: Vec<Named>,
    /// Terms that no step can meet.
    pub unmet_terms: Vec<Named>,
}

/// Something of the regulation with its name.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// An end, and the shortest way to it.
#[derive(Debug, Clone, Serialize)]
pub struct End {
    /// The step that ends the case.
    pub end: Named,
    /// What the case is about, as far as the way depends on that.
    pub given: Vec<Text>,
    /// The steps, the end last.
    pub steps: Vec<Step>,
    /// How many days it takes at most, from receipt.
    pub days: i64,
    /// What comes again and again meanwhile.
    pub meanwhile: Vec<Text>,
    /// What the engine finds wrong with it.
    pub wrong: Vec<Text>,
}

/// A step of a way.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// The step.
    pub step: Named,
    /// Who takes it.
    pub by: Text,
    /// The day on which it is taken.
    pub on: NaiveDate,
    /// The last day of its own term.
    pub until: Option<NaiveDate>,
    /// That term.
    pub term: Option<String>,
    /// Why that day.
    pub why: Text,
    /// The data on which the way depends, as `key: value`.
    pub values: Vec<String>,
}

/// A step by its name.
pub(super) fn step_named(regulation: &Regulation, step: &Rule) -> Named {
    Named { id: step.id.clone(), name: regulation.step_name(&step.id) }
}

/// An end with the way to it.
pub(super) fn end(version: &Version, step: &Rule, way: &Way, walked: &Walked, from: NaiveDate) -> End {
    let regulation = &version.regulation;
    let steps: Vec<Step> = walked
        .steps
        .iter()
        .filter_map(|day| {
            let step = regulation.steps.get(day.step)?;
            Some(Step {
                step: step_named(regulation, step),
                by: by(regulation, step),
                on: day.on,
                until: day.until,
                term: day.term.clone(),
                why: day.why.clone(),
                values: day.values.iter().map(|(key, value)| format!("{key}: {value}")).collect(),
            })
        })
        .collect();
    let days = steps.last().map_or(0, |step| (step.on - from).num_days());
    End {
        end: step_named(regulation, step),
        given: given(regulation, way, walked),
        steps,
        days,
        meanwhile: walked.meanwhile.clone(),
        wrong: walked.wrong.clone(),
    }
}

fn by(regulation: &Regulation, step: &Rule) -> Text {
    let each: Vec<Text> = step.by_each.iter().map(|who| naming::who(regulation, who.word())).collect();
    let any: Vec<&str> = step.by.iter().map(Selector::word).collect();
    match (each.is_empty(), any.is_empty()) {
        (false, _) => naming::all_of(&each),
        (true, false) => naming::whos(regulation, &any),
        (true, true) => text!("wie dan ook", "anybody"),
    }
}

/// What the case is, as far as a condition asks after it.
fn given(regulation: &Regulation, way: &Way, walked: &Walked) -> Vec<Text> {
    let mut all = Vec::new();
    if !way.complaint {
        all.push(text!("het begint als melding, nog niet als klacht", "it begins as a report, not yet as a complaint"));
    }
    for id in &way.facts.topics {
        let topic = naming::topic(regulation, id);
        all.push(text!("onderwerp: {topic}", "topic: {topic}", topic));
    }
    all.extend(way.facts.severity.as_ref().map(|word| text!("ernst: {word}", "severity: {word}")));
    all.extend(way.facts.source.as_ref().map(|word| text!("bron: {word}", "source: {word}")));
    for position in &way.facts.parties {
        let who = naming::who(regulation, position.word());
        all.push(text!("er is ook: {who}", "there is also: {who}", who));
    }
    if way.facts.incomplete {
        all.push(text!("er ontbreken gegevens bij binnenkomst", "data of the intake are missing"));
    }
    if !way.facts.same.is_empty() {
        all.push(text!("de klacht gaat over wie haar zou behandelen", "it is about whoever would handle it"));
    }
    for (key, _) in &way.fields {
        let value = walked.case.field(key).or(match key.as_str() {
            "channel" => Some(walked.case.intake.channel.as_str()),
            "main_topic" => walked.case.main_topic.as_deref(),
            _ => None,
        });
        all.extend(value.map(|value| text!("{key}: {value}", "{key}: {value}")));
    }
    all
}

impl Walk {
    /// The same in words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let (draft, on) = (&self.draft, date_words(self.from));
        let mut out = String::new();
        let head = text!("{draft}: ontvangen op {on}", "{draft}: received on {on}", on);
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "{}", head.in_(lang));
        self.ends.iter().for_each(|end| end.tell(lang, &mut out));
        let lists = [
            (text!("Hier eindigt nooit een klacht", "No case ever ends here"), &self.unreached_ends),
            (text!("Deze stappen kunnen nooit worden gezet", "These steps can never be taken"), &self.unreached_steps),
            (text!("Deze termijnen kan geen stap halen", "No step can meet these terms"), &self.unmet_terms),
        ];
        for (heading, all) in lists.iter().filter(|(_, all)| !all.is_empty()) {
            let _ = writeln!(out, "\n{}", heading.in_(lang));
            for one in *all {
                let _ = writeln!(out, "  - {} ({})", one.name.in_(lang), one.id);
            }
        }
        if !self.complete {
            let much = text!(
                "Het model is te groot om helemaal te bekijken: er kunnen meer wegen zijn, en kortere.",
                "The model is too large to be looked at as a whole: there may be more ways, and shorter ones."
            );
            let _ = writeln!(out, "\n{}", much.in_(lang));
        }
        out
    }
}

impl End {
    fn tell(&self, lang: Lang, out: &mut String) {
        let (name, id, days) = (&self.end.name, &self.end.id, self.days);
        let head = match days {
            0 => text!("{name} ({id}): dezelfde dag", "{name} ({id}): the same day", name),
            1 => text!("{name} ({id}): uiterlijk na 1 dag", "{name} ({id}): after 1 day at the latest", name),
            _ => text!(
                "{name} ({id}): uiterlijk na {days} dagen",
                "{name} ({id}): after {days} days at the latest",
                name
            ),
        };
        let _ = writeln!(out, "\n{}", head.in_(lang));
        for given in &self.given {
            let _ = writeln!(out, "  ({})", given.in_(lang));
        }
        let mut told = None;
        for step in &self.steps {
            let (on, name, by) = (date_words(step.on), &step.step.name, &step.by);
            let line = text!("{on}  {name} – {by}", "{on}  {name} – {by}", on, name, by);
            let _ = writeln!(out, "  {}", line.in_(lang));
            // What holds for a row of steps is said at the first.
            if told != Some(&step.why) {
                let _ = writeln!(out, "      {}", step.why.in_(lang));
            }
            told = Some(&step.why);
            for value in &step.values {
                let _ = writeln!(out, "      {value}");
            }
        }
        for meanwhile in &self.meanwhile {
            let _ = writeln!(out, "  {}", meanwhile.in_(lang));
        }
        for wrong in &self.wrong {
            let line = text!("let op: {wrong}", "note: {wrong}", wrong);
            let _ = writeln!(out, "  {}", line.in_(lang));
        }
    }
}
