//! From what a file says to a new case: codes instead of words, and nothing that belongs to the confidential part.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::given::Given;
use super::row::{Remark, Row, SEALED};
use crate::calendar::parse_date;
use crate::case::{CaseId, Position};
use crate::check::Basis;
use crate::desk::{NewCase, NewParty};
use crate::diagnostics::Lang;
use crate::regulation::{Form, RoleKind, Version};
use crate::site::Names;

/// Makes cases of rows.
pub struct Maker<'a> {
    /// What cases are judged by.
    pub basis: &'a Basis,
    /// What holds for all of them.
    pub given: &'a Given,
    /// The day on which it is done: no complaint was received after it.
    pub today: NaiveDate,
}

/// What is said of a row, or why nothing is made of it.
type Said<T> = Result<T, Vec<Remark>>;

fn no<T>(row: &Row, nl: impl Into<String>, en: impl Into<String>) -> Said<T> {
    Err(vec![Remark::refusal(row.line, nl, en)])
}

impl Maker<'_> {
    /// The case of a row, with an id that somebody else has drawn; everything that was not understood of it at once.
    pub fn case(&self, row: &Row, id: CaseId) -> Said<NewCase> {
        let received = self.received(row)?;
        let (regulation, by_address) = self.regulation(row, received)?;
        let Ok((version, _)) = self.basis.policy.in_force(&regulation, received) else {
            return no(
                row,
                format!("er is geen regeling `{regulation}` die gold op de dag van ontvangst; geef `--regulation`"),
                format!("there is no regulation `{regulation}` in force on the day of receipt; give `--regulation`"),
            );
        };
        let reading = Reading { row, version, remarks: Vec::new() };
        reading.case(self.given, received, regulation, by_address, id)
    }

    /// The day on which it came in: the one given, or what the file says.
    pub fn received(&self, row: &Row) -> Said<NaiveDate> {
        let told = row.said.get("received").and_then(|v| v.first());
        let day = self.given.received.or_else(|| told.and_then(|t| parse_date(t).ok()));
        match day {
            Some(day) if day <= self.today => Ok(day),
            Some(_) => no(
                row,
                "de dag van ontvangst ligt in de toekomst; geef `--received DATUM`",
                "the day of receipt lies in the future; give `--received DATE`",
            ),
            None => no(
                row,
                "er staat geen dag van ontvangst in; geef `--received DATUM`",
                "it has no day of receipt; give `--received DATE`",
            ),
        }
    }

    /// The regulation, and the channel when the address of the organisation tells it.
    fn regulation(&self, row: &Row, day: NaiveDate) -> Said<(String, Option<String>)> {
        let told = row.said.get("regulation").and_then(|v| v.first());
        let asked = self.given.regulation.as_ref().or(told);
        let mut hits: BTreeSet<(String, String)> = BTreeSet::new();
        for id in self.basis.policy.dossiers.keys().filter(|id| asked.is_none_or(|a| a == *id)) {
            let Ok((version, _)) = self.basis.policy.in_force(id, day) else { continue };
            let rules = &version.regulation;
            let reached = |value: &str| row.addresses.iter().any(|a| a.eq_ignore_ascii_case(value.trim()));
            for contact in rules.organisation.contact.iter().filter(|c| c.kind == "email" && reached(&c.value)) {
                let ways = rules.channels.iter().filter(|c| c.form == Form::Written);
                hits.extend(
                    ways.filter(|c| c.contact.as_ref() == Some(&contact.id)).map(|c| (id.clone(), c.id.clone())),
                );
            }
        }
        let regulations: BTreeSet<&String> = hits.iter().map(|(id, _)| id).collect();
        let regulation = match (asked, regulations.iter().next()) {
            (Some(id), _) => id.clone(),
            (None, Some(id)) if regulations.len() == 1 => (*id).clone(),
            _ => {
                return no(
                    row,
                    "er blijkt niet uit bij welke regeling het hoort; geef `--regulation REGELING`",
                    "it does not show to which regulation it belongs; give `--regulation REGULATION`",
                );
            }
        };
        let channels: Vec<&String> = hits.iter().filter(|(id, _)| *id == regulation).map(|(_, c)| c).collect();
        let channel = if let [one] = channels.as_slice() { Some((*one).clone()) } else { None };
        Ok((regulation, channel))
    }
}

/// A row being read by one version of a regulation.
struct Reading<'a> {
    row: &'a Row,
    version: &'a Version,
    remarks: Vec<Remark>,
}

impl Reading<'_> {
    fn case(
        mut self,
        given: &Given,
        received: NaiveDate,
        regulation: String,
        by_address: Option<String>,
        id: CaseId,
    ) -> Said<NewCase> {
        let channel = self.channel(given, by_address);
        let source = self.source(given);
        let topics = if given.topics.is_empty() { self.said("topics") } else { given.topics.clone() };
        let topics: Vec<String> = topics.iter().filter_map(|t| self.code("topics", t)).collect();
        let main = given.main_topic.clone().or_else(|| self.one("main_topic"));
        let main_topic = main
            .and_then(|t| self.code("topics", &t))
            .or_else(|| topics.first().cloned().filter(|_| topics.len() == 1));
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
            parties,
            topics,
            main_topic,
            severity,
            fields,
            sealed,
            notes,
        })
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

    fn channel(&mut self, given: &Given, by_address: Option<String>) -> String {
        let told = given.channel.clone().or_else(|| self.one("channel")).or(by_address);
        if let Some(word) = told {
            return self.code("channels", &word).unwrap_or_default();
        }
        self.refuse(
            "er blijkt niet uit langs welk kanaal het kwam; geef `--channel KANAAL`",
            "it does not show by which channel it came; give `--channel CHANNEL`",
        );
        String::new()
    }

    fn source(&mut self, given: &Given) -> Option<String> {
        let sources = self.version.regulation.intake.as_ref().map(|i| i.sources.clone()).unwrap_or_default();
        let told = given.source.clone().or_else(|| self.one("source"))?;
        let found = sources.iter().find(|s| s.eq_ignore_ascii_case(told.trim())).cloned();
        if found.is_none() {
            self.unknown("intake.sources", "source", &sources);
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
            self.unknown(block, key, &ids);
        }
        found
    }

    /// The word itself is not repeated: in a wrong column anything may stand.
    fn unknown(&mut self, block: &str, key: &str, ids: &[String]) {
        let known = ids.join(", ");
        self.refuse(
            format!("`{key}`: deze waarde staat niet in `{block}` van de regeling; die kent: {known}"),
            format!("`{key}`: this value is not in `{block}` of the regulation, which knows: {known}"),
        );
    }

    fn parties(&mut self, given: &Given) -> Vec<NewParty> {
        let complainants: Vec<&str> = self
            .version
            .regulation
            .roles
            .iter()
            .filter(|r| r.positions.contains(&Position::Complainant))
            .map(|r| r.id.as_str())
            .collect();
        let only = if let [one] = complainants.as_slice() { Some((*one).to_owned()) } else { None };
        let told = given.role.clone().or_else(|| self.one("role"));
        let role = match told {
            Some(word) => self.code("roles", &word),
            None => only,
        };
        let mut found = vec![(role, Position::Complainant)];
        let mut others = given.parties.clone();
        if others.is_empty() {
            others.extend(self.one("respondent").map(|word| format!("{word}:respondent")));
        }
        for other in others {
            let (word, position) = other.rsplit_once(':').unwrap_or((other.as_str(), "respondent"));
            if let Some(position) = Position::from_word(position) {
                let role = self.code("roles", word);
                found.push((role, position));
                continue;
            }
            let known = Position::WORDS.join(", ");
            self.refuse(
                format!("`--party` is ROL:POSITIE; posities zijn: {known}"),
                format!("`--party` is ROLE:POSITION; positions are: {known}"),
            );
        }
        let numbered = found.into_iter().enumerate();
        numbered
            .map(|(at, (role, position))| NewParty { key: format!("p{}", at + 1), role, position, person: None })
            .collect()
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
        if found.keys().any(|key| !ids.contains(key)) {
            self.unknown("fields", "field", &ids);
        }
        found
    }

    /// What the confidential part holds, in the order in which the regulation asks for it.
    fn sealed(&mut self, given: &Given) -> Vec<String> {
        if given.sealed.iter().any(|s| !SEALED.contains(&s.as_str())) {
            let known = SEALED.join(", ");
            self.refuse(format!("`--sealed` kent: {known}"), format!("`--sealed` knows: {known}"));
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
