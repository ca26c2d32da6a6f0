//! What a file does not tell, asked of whoever sits there.

use chrono::NaiveDate;

use super::Said;
use crate::calendar::{SpokenDay, Toward};
use crate::casework::{Choice, Prompt, Workspace};
use crate::cli::ask::Answers;
use crate::cli::output::Failure;
use crate::diagnostics::{Text, text};
use crate::intake::{Ask, Outcome, SentBy};
use crate::regulation::{AskType, Position, Version};

/// The versions that a file may fall under: that of the regulation that was said, or the newest of each.
fn versions<'w>(workspace: &'w Workspace, said: &Said) -> Vec<&'w Version> {
    let histories = workspace.context.policy.histories.iter();
    let meant = histories.filter(|(id, _)| said.given.regulation.as_ref().is_none_or(|said| said == *id));
    meant.filter_map(|(_, history)| history.versions.values().next_back()).collect()
}

fn choices<'v>(items: impl Iterator<Item = (&'v String, &'v String)>) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for (id, name) in items {
        if found.iter().all(|choice| choice.value != *id) {
            found.push(Choice::new(id, Text::new(name, name)));
        }
    }
    found
}

fn choice(value: &str, name: Text) -> Choice {
    Choice::new(value, name)
}

/// The question for what is wanted.
fn prompt(ask: &Ask, said: &Said, workspace: &Workspace) -> Prompt {
    let versions = versions(workspace, said);
    let rules = || versions.iter().map(|version| &version.regulation);
    let list =
        |key: &str, label: Text, choices: Vec<Choice>| Prompt { certain: false, ..Prompt::choice(key, label, choices) };
    match ask {
        Ask::Regulation => {
            let all = workspace.context.regulations.iter();
            list("regulation", text!("Welke regeling", "Which regulation"), choices(all.map(|id| (id, id))))
        }
        Ask::Received => {
            Prompt::words("received", text!("Dag van ontvangst", "Day of receipt")).of_kind(AskType::Date).optional()
        }
        Ask::Channel => {
            let all = rules().flat_map(|r| &r.channels).map(|c| (&c.id, &c.name));
            list("channel", text!("Hoe kwam het binnen", "How it came in"), choices(all))
        }
        Ask::Role => {
            let all = rules().flat_map(|r| &r.roles).filter(|r| r.positions.contains(&Position::Complainant));
            list("role", text!("Rol van de klager", "Role of the complainant"), choices(all.map(|r| (&r.id, &r.name))))
        }
        Ask::Topics => {
            let all = rules().flat_map(|r| &r.topics.list).map(|t| (&t.id, &t.name));
            list("topics", text!("Waar het over gaat", "What it is about"), choices(all)).several()
        }
        Ask::SentBy => {
            let label = text!("De afzender is van de organisatie", "The sender is of the organisation");
            let complains = choice("complainant", text!("klaagt zelf", "complains"));
            list("sent_by", label, vec![complains, choice("colleague", text!("stuurde het door", "forwarded it"))])
        }
        Ask::Anyway => {
            let label = text!("Dit lijkt geen klacht", "This does not look like a complaint");
            let leave = choice("leave", text!("laten liggen", "leave it"));
            list("anyway", label, vec![leave, choice("take", text!("toch invoeren", "import it all the same"))])
        }
        Ask::Case(id) => {
            let label = text!("Hoort dit bij zaak {id}", "Does this belong to case {id}");
            let add = choice("add", text!("ja, voeg het toe", "yes, add it"));
            let take = choice("take", text!("nee, een nieuwe klacht", "no, a new complaint"));
            list("case", label, vec![add, take, choice("leave", text!("laten liggen", "leave it"))])
        }
    }
}

/// Asks for the first thing that is wanted; whether there was an answer that may help.
pub(super) fn ask(
    outcome: &Outcome,
    said: &mut Said,
    workspace: &Workspace,
    today: NaiveDate,
    answers: &Answers,
) -> Result<bool, Failure> {
    let Some(ask) = outcome.asks() else { return Ok(false) };
    let answer = answers.to(&prompt(ask, said, workspace))?;
    let Some(first) = answer.first().cloned() else { return Ok(false) };
    let given = &mut said.given;
    match ask {
        Ask::Regulation => given.regulation = Some(first),
        Ask::Received => {
            let before = given.received;
            given.received = SpokenDay::read(&first).and_then(|said| said.day(today, Toward::Past)).ok();
            // The same answer would be refused for the same reason.
            return Ok(given.received.is_some() && given.received != before);
        }
        Ask::Channel => given.channel = Some(first),
        Ask::Role => given.role = Some(first),
        Ask::Topics => given.topics = answer,
        Ask::SentBy => {
            given.sent_by = Some(if first == "complainant" { SentBy::Complainant } else { SentBy::Colleague });
        }
        Ask::Anyway | Ask::Case(_) if first == "take" => given.anyway = true,
        Ask::Case(id) if first == "add" => said.case = Some(id.clone()),
        Ask::Anyway | Ask::Case(_) => return Ok(false),
    }
    Ok(true)
}
