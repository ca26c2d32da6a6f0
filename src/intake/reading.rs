//! A row read by its regulation: codes instead of words, and nothing that belongs to the confidential part.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::case::Parsed;
use super::given::Given;
use super::row::{Ask, Remark, Row, SEALED};
use crate::case::{CaseId, Position};
use crate::casework::{Choice, NewCase, NewParty, field_choices, named, suggestion};
use crate::diagnostics::{Lang, Text, text};
use crate::regulation::{Names, RoleKind, Version};

/// A row being read by one version of a regulation.
pub(super) struct Reading<'a> {
    pub(super) row: &'a Row,
    pub(super) version: &'a Version,
    pub(super) remarks: Vec<Remark>,
}

impl Reading<'_> {
    pub(super) fn case(
        mut self,
        given: &Given,
        received: NaiveDate,
        regulation: String,
        by_address: Option<String>,
        id: CaseId,
    ) -> Parsed<NewCase> {
        let channel = self.channel(given, by_address);
        let source = self.source(given);
        let topics = if given.topics.is_empty() { self.said("topics") } else { given.topics.clone() };
        let topics: Vec<String> = topics.iter().filter_map(|t| self.code("topics", t)).collect();
        let main = given.main_topic.clone().or_else(|| self.one("main_topic"));
        let main_topic = main
            .and_then(|t| self.code("topics", &t))
            .or_else(|| topics.first().cloned().filter(|_| topics.len() == 1 || self.first_is_main(given)));
        let severity = given.severity.clone().or_else(|| self.one("severity"));
        let severity = severity.and_then(|s| self.code("severity", &s));
        let parties = self.parties(given);
        let fields = self.fields(given);
        let sealed = self.sealed(given);
        if !self.remarks.is_empty() {
            return Err(self.remarks);
        }
        let notes = String::new();
        Ok(NewCase {
            id,
            regulation,
            received,
            channel,
            source,
            digest: None,
            parties,
            topics,
            main_topic,
            severity,
            fields,
            sealed,
            notes,
        })
    }

    /// Whether the first of several topics is the main one, as with `klacht new`: where the regulation has a main topic, and the
    /// order is that of whoever named them.
    fn first_is_main(&self, given: &Given) -> bool {
        let ordered = !given.topics.is_empty() || !self.row.ticked;
        ordered && self.version.regulation.topics.main.is_some()
    }

    fn said(&self, key: &str) -> Vec<String> {
        self.row.said.get(key).cloned().unwrap_or_default()
    }

    fn one(&self, key: &str) -> Option<String> {
        self.said(key).into_iter().next()
    }

    fn refuse(&mut self, nl: impl Into<String>, en: impl Into<String>) {
        self.remarks.push(Remark::refusal(self.row.line, nl, en));
    }

    /// The last thing that was refused could be asked.
    fn asking(&mut self, ask: Ask) {
        if let Some(last) = self.remarks.pop() {
            self.remarks.push(last.asking(ask));
        }
    }

    fn channel(&mut self, given: &Given, by_address: Option<String>) -> String {
        let told = given.channel.clone().or_else(|| self.one("channel")).or(by_address);
        if let Some(word) = told {
            return self.code("channels", &word).unwrap_or_default();
        }
        let known: Vec<String> = self.version.regulation.channels.iter().map(|channel| channel.id.clone()).collect();
        let known = self.to_choose("channels", "", &known);
        self.refuse(
            format!("er blijkt niet uit langs welk kanaal het kwam; geef `--channel KANAAL`; {}", known.nl),
            format!("it does not show by which channel it came; give `--channel CHANNEL`; {}", known.en),
        );
        self.asking(Ask::Channel);
        String::new()
    }

    fn source(&mut self, given: &Given) -> Option<String> {
        let sources = self.version.regulation.intake.as_ref().map(|i| i.sources.clone()).unwrap_or_default();
        let told = given.source.clone().or_else(|| self.one("source"))?;
        let found = sources.iter().find(|s| s.eq_ignore_ascii_case(told.trim())).cloned();
        if found.is_none() {
            self.unknown("sources", "source", &told, &sources);
        }
        found
    }

    /// The id that a word means: the id itself, or its name in Dutch or English.
    fn code(&mut self, block: &'static str, word: &str) -> Option<String> {
        let rules = &self.version.regulation;
        let ids: Vec<String> = match block {
            "channels" => rules.channels.iter().map(|c| c.id.clone()).collect(),
            "topics" => rules.topics.list.iter().map(|t| t.id.clone()).collect(),
            "severity" => rules.severity.iter().flat_map(|s| s.list.iter().map(|i| i.id.clone())).collect(),
            _ => rules.roles.iter().filter(|r| r.kind != RoleKind::External).map(|r| r.id.clone()).collect(),
        };
        let found = meant(self.version, block, word, &ids);
        if found.is_none() {
            let key = match block {
                "channels" => "channel",
                "roles" => "role",
                other => other,
            };
            self.unknown(block, key, word, &ids);
        }
        found
    }

    /// The word itself is not repeated: in a wrong column anything may stand.
    fn unknown(&mut self, block: &str, key: &str, word: &str, ids: &[String]) {
        let known = self.to_choose(block, word, ids);
        self.refuse(
            format!("`{key}`: deze waarde staat niet in `{block}` van de regeling; {}", known.nl),
            format!("`{key}`: this value is not in `{block}` of the regulation; {}", known.en),
        );
    }

    /// What a word may have meant, and what there is to choose from, by the names that the regulation prints.
    fn to_choose(&self, block: &str, word: &str, ids: &[String]) -> Text {
        let name = |lang: Lang, id: &str| Names::new(self.version, lang).item(block, id);
        let choice = |id: &String| Choice::new(id, Text::new(name(Lang::Nl, id), name(Lang::En, id)));
        suggestion(word, &ids.iter().map(choice).collect::<Vec<_>>())
    }

    /// Who complains, and then the others. Somebody who says with `--party` who complains, as with `klacht new`, need not say
    /// the role too: `--party :complainant` is a complainant in no role of the regulation.
    fn parties(&mut self, given: &Given) -> Vec<NewParty> {
        let mut others = given.parties.clone();
        if others.is_empty() {
            others.extend(self.one("respondent").map(|word| format!("{word}:respondent")));
        }
        let others: Vec<(Option<String>, Position)> = others.iter().filter_map(|other| self.other(other)).collect();
        let complains = others.iter().any(|(_, position)| *position == Position::Complainant);
        let mut found = Vec::new();
        if !complains || given.role.is_some() {
            found.push((self.complainant(given), Position::Complainant));
        }
        let numbered = found.into_iter().chain(others).enumerate();
        numbered
            .map(|(at, (role, position))| NewParty {
                key: format!("p{}", at + 1),
                role,
                position,
                person: None,
                since: None,
            })
            .collect()
    }

    /// The role of the complainant: the one that was said, or the only one that complains. Nothing where the regulation has
    /// no such role; where it has several, none is guessed.
    fn complainant(&mut self, given: &Given) -> Option<String> {
        if let Some(word) = given.role.clone().or_else(|| self.one("role")) {
            return self.code("roles", &word);
        }
        let roles = self.version.regulation.roles.iter().filter(|r| r.positions.contains(&Position::Complainant));
        let roles: Vec<String> = roles.map(|r| r.id.clone()).collect();
        if roles.len() < 2 {
            return roles.into_iter().next();
        }
        let known = self.to_choose("roles", "", &roles);
        self.refuse(
            format!("er blijkt niet uit in welke rol de klager klaagt; geef `--role ROL`; {}", known.nl),
            format!("it does not show in which role the complainant complains; give `--role ROLE`; {}", known.en),
        );
        self.asking(Ask::Role);
        None
    }

    /// Somebody else in the case, as `role:position`; the role may be left out before the position.
    fn other(&mut self, said: &str) -> Option<(Option<String>, Position)> {
        let (word, position) = said.rsplit_once(':').unwrap_or((said, Position::Respondent.word()));
        let Some(position) = Position::from_word(position) else {
            let known = Position::WORDS.join(", ");
            self.refuse(
                format!("`--party` is ROL:POSITIE; posities zijn: {known}"),
                format!("`--party` is ROLE:POSITION; positions are: {known}"),
            );
            return None;
        };
        let role = if word.is_empty() { None } else { Some(self.code("roles", word)?) };
        Some((role, position))
    }

    /// The facts of this organisation: by flag, by `field.<id>`, or by a heading that is the field's id or name.
    fn fields(&mut self, given: &Given) -> BTreeMap<String, String> {
        let ids: Vec<String> = self.version.regulation.fields.iter().map(|f| f.id.clone()).collect();
        let mut found = BTreeMap::new();
        for (key, values) in &self.row.said {
            let (Some(value), None) = (values.first(), key.strip_prefix('@')) else { continue };
            if let Some(id) = key.strip_prefix("field.") {
                found.insert(id.to_owned(), value.clone());
            } else if let Some(heading) = key.strip_prefix('?') {
                let line = self.row.said.get(&format!("@{key}")).and_then(|l| l.first()).and_then(|l| l.parse().ok());
                match meant(self.version, "fields", heading, &ids) {
                    Some(id) => {
                        found.insert(id, value.clone());
                    }
                    None => self.remarks.push(Remark::refusal(
                        line.or(self.row.line),
                        "deze kop is niet bekend; hernoem of verwijder hem",
                        "this heading is not known; rename or remove it",
                    )),
                }
            }
        }
        found.extend(given.fields.clone());
        for field in &self.version.regulation.fields {
            let Some(value) = found.get_mut(&field.id) else { continue };
            // A value that is not known is left to `check`, which names the line.
            if let Ok(known) = named(&text!("", ""), value, &field_choices(field)) {
                *value = known;
            }
        }
        if let Some(key) = found.keys().find(|key| !ids.contains(key)).cloned() {
            self.unknown("fields", "field", &key, &ids);
        }
        found
    }

    /// What the confidential part holds, in the order in which the regulation asks for it.
    fn sealed(&mut self, given: &Given) -> Vec<String> {
        if given.sealed.iter().any(|s| !SEALED.contains(&s.as_str())) {
            let known = SEALED.join(", ");
            self.refuse(
                format!("wat `--sealed` noemt is onbekend; kies uit: {known}"),
                format!("what `--sealed` names is not known; choose from: {known}"),
            );
        }
        let held = |what: &str| self.row.confidential.contains_key(what) || given.sealed.iter().any(|s| s == what);
        SEALED.iter().filter(|what| held(what)).map(|what| (*what).to_owned()).collect()
    }
}

/// The id that a word means: the id itself, or its name in either language, in small or capital letters.
fn meant(version: &Version, block: &str, word: &str, ids: &[String]) -> Option<String> {
    let word = word.trim().to_lowercase();
    let named =
        |id: &&String| Lang::ALL.into_iter().any(|l| Names::new(version, l).item(block, id).to_lowercase() == word);
    ids.iter().find(|id| id.to_lowercase() == word).or_else(|| ids.iter().find(named)).cloned()
}
