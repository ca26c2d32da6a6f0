//! R409: report and discussion come from whom the regulation names, with attendees and decision.

use chrono::NaiveDate;

use super::days::Days;
use super::named::named;
use crate::diagnostics::{Text, text};
use crate::naming;
use crate::regulation::{Decision, People, Regulation, Reporting, RuleRef, Selector, Version};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use crate::yearbook::{DiscussionHeld, Yearbook};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R409.md"));

/// What is wrong with the reports and discussions of the days on which the version is in force. The routes lead into
/// yearbook.yaml.
#[must_use]
pub fn judge(
    yearbook: &Yearbook,
    reports: &[NaiveDate],
    people: &People,
    version: &Version,
    days: Days,
) -> Vec<Placed> {
    let Some(rule) = version.regulation.reporting.as_ref() else { return Vec::new() };
    let judge = Judge { people, regulation: &version.regulation };
    let mut found = Vec::new();
    for (index, report) in yearbook.reports.iter().enumerate().filter(|(_, r)| days.has(r.on)) {
        let at = Route::root().key("reports").index(index);
        let what = text!("het verslag", "the report");
        let Some((by, parts, promised)) = promised(rule, report.further.as_deref()) else {
            let id = report.further.as_deref().unwrap_or_default();
            found.push(Placed { at: at.key("further"), rule: None, said: not_promised(id, rule) });
            continue;
        };
        found.extend(judge.by(&at, "by", &what, by, &report.by, report.on, &promised));
        let absent: Vec<&str> = parts.iter().filter(|part| !report.parts.contains(part)).map(String::as_str).collect();
        if !absent.is_empty() {
            let rule = Some(promised);
            found.push(Placed { at: at.key("parts"), rule, said: incomplete(&absent) });
        }
    }
    let Some(rule) = rule.discussion.as_ref() else { return found };
    let discussion = RuleRef::block(DISCUSSION);
    for (index, held) in yearbook.discussions.iter().enumerate().filter(|(_, d)| days.has(d.on)) {
        let at = Route::root().key("discussions").index(index);
        let what = text!("de bespreking", "the discussion");
        found.extend(judge.by(&at, "by", &what, &rule.by, &held.by, held.on, &discussion));
        if rule.attendees.is_some() && held.attendees.is_empty() {
            found.push(placed(&at, attendees()));
        }
        let absent = held.attendees.iter().enumerate().filter(|(_, key)| !works_here(people, key, held.on));
        found.extend(absent.map(|(nth, key)| placed(&at.key("attendees").index(nth), nobody(&judge, key))));
        if !reports.iter().any(|report| *report <= held.on) {
            found.push(placed(&at.key("on"), nothing_to_discuss()));
        }
        found.extend(rule.decision.as_ref().and_then(|decision| judge.decision(&at, decision, held)));
    }
    found
}

/// By whom a report is made, what it holds, and which rule says so: the periodic one, or a further one by its id.
fn promised<'a>(rule: &'a Reporting, further: Option<&str>) -> Option<(&'a Selector, &'a [String], RuleRef)> {
    let Some(id) = further else { return Some((&rule.by, &rule.parts, RuleRef::block("reporting"))) };
    let report = rule.further.iter().find(|report| report.id == id)?;
    Some((&report.by, &report.parts, RuleRef::new("reporting.further", id)))
}

fn not_promised(id: &str, rule: &Reporting) -> Message {
    let known: Vec<&str> = rule.further.iter().map(|report| report.id.as_str()).collect();
    let message = text!("de regeling kent geen verslag `{id}`", "the regulation knows no report `{id}`");
    let remedy = if known.is_empty() {
        text!("haal `further:` weg: er is één verslag", "take `further:` out: there is one report")
    } else {
        let known = known.join("`, `");
        text!("kies uit `{known}`, of haal `further:` weg", "choose from `{known}`, or take `further:` out")
    };
    Message::new(message, remedy)
}

const DISCUSSION: &str = "reporting.discussion";

struct Judge<'a> {
    people: &'a People,
    regulation: &'a Regulation,
}

impl Judge<'_> {
    #[allow(clippy::too_many_arguments, reason = "one place, one rule, one person on one day")]
    fn by(
        &self,
        at: &Route,
        place: &str,
        what: &Text,
        wanted: &Selector,
        key: &str,
        day: NaiveDate,
        rule: &RuleRef,
    ) -> Option<Placed> {
        if named(self.people, self.regulation, std::slice::from_ref(wanted), key, day) {
            return None;
        }
        let who = naming::who(self.regulation, wanted.word());
        let key = naming::key_of(self.people, self.regulation, key);
        let message = text!(
            "{what} komt van {key}, op die dag niet {who}",
            "{what} comes from {key}, on that day not {who}",
            what,
            key,
            who
        );
        let remedy = text!(
            "schrijf bij `{place}:` de sleutel van {who} die het deed",
            "write at `{place}:` the key of {who} who did it",
            who
        );
        Some(Placed { at: at.key(place), rule: Some(rule.clone()), said: Message::new(message, remedy) })
    }

    fn decision(&self, at: &Route, rule: &Decision, held: &DiscussionHeld) -> Option<Placed> {
        let who = naming::who(self.regulation, rule.by.word());
        let put = held.decision.as_deref() == Some("ja");
        if !put && (held.decision.is_none() || !rule.optional) {
            let message = text!(
                "er staat niet dat de bespreking een besluit kreeg van {who}",
                "nothing says that the discussion got a decision by {who}",
                who
            );
            let values = if rule.optional { "ja, nee, niet-nodig" } else { "ja" };
            let remedy = text!(
                "schrijf `decision:` ({values}), en bij ja ook `decided_by:`",
                "write `decision:` ({values}), and with ja also `decided_by:`"
            );
            return Some(placed(at, Message::new(message, remedy)));
        }
        let Some(key) = held.decided_by.as_deref() else {
            return put.then(|| placed(at, undecided(&who)));
        };
        let day = held.decided_on.unwrap_or(held.on);
        let what = text!("het besluit", "the decision");
        self.by(at, "decided_by", &what, &rule.by, key, day, &RuleRef::block(DISCUSSION))
    }
}

fn placed(at: &Route, said: Message) -> Placed {
    Placed { at: at.clone(), rule: Some(RuleRef::block(DISCUSSION)), said }
}

fn incomplete(absent: &[&str]) -> Message {
    let parts = absent.join(", ");
    Message::new(
        text!("in het verslag ontbreekt: {parts}", "the report lacks: {parts}"),
        text!(
            "vul het verslag aan en schrijf bij `parts:` ook {parts}",
            "complete the report and write {parts} at `parts:` too"
        ),
    )
}

/// Whether somebody holds any role on a day.
fn works_here(people: &People, key: &str, day: NaiveDate) -> bool {
    people.person(key).is_some_and(|person| person.roles.iter().any(|held| person.holds(&held.role, day)))
}

fn nobody(judge: &Judge<'_>, key: &str) -> Message {
    let key = naming::key_of(judge.people, judge.regulation, key);
    Message::new(
        text!(
            "{key} heeft op die dag geen enkele rol en kan er niet bij zijn geweest",
            "{key} holds no role at all on that day and cannot have been there",
            key
        ),
        text!(
            "schrijf bij `attendees:` de sleutels uit people.yaml van wie er waren",
            "write at `attendees:` the keys of people.yaml of those who were there"
        ),
    )
}

fn nothing_to_discuss() -> Message {
    Message::new(
        text!("op die dag was er nog geen verslag om te bespreken", "on that day there was no report yet to discuss"),
        text!(
            "zet het verslag onder `reports:`, of verbeter de dag",
            "add the report below `reports:`, or correct the day"
        ),
    )
}

fn attendees() -> Message {
    Message::new(
        text!("er staat niet wie bij de bespreking waren", "nothing says who attended the discussion"),
        text!("schrijf `attendees: […]` met hun sleutels", "write `attendees: […]` with their keys"),
    )
}

fn undecided(who: &Text) -> Message {
    Message::new(
        text!(
            "de bespreking is voorgelegd, maar er staat niet wie besliste ({who})",
            "the discussion was put to management, but nothing says who decided ({who})",
            who
        ),
        text!("schrijf `decided_by:` en zo nodig `decided_on:`", "write `decided_by:` and if need be `decided_on:`"),
    )
}
