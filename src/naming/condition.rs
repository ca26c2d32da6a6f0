//! A condition of the regulation in words.

use crate::diagnostics::{Text, text};
use crate::naming::{all_of, any_of, same, step, term, topic, who};
use crate::regulation::{Condition, Limits, Moment, Regulation, Test};

/// When something is the case: `als `tevreden` nee is`, without the word for "when".
pub fn occasion(regulation: &Regulation, condition: &Condition) -> Text {
    match condition {
        Condition::Field { field, test } => field_words(field, test),
        Condition::Topic(id) => {
            let topic = topic(regulation, id);
            text!("de klacht gaat over {topic}", "the complaint is about {topic}", topic)
        }
        Condition::Severity(id) => text!("de ernst is {id}", "the severity is {id}"),
        Condition::Source(id) => text!("de klacht is {id}", "the source is {id}"),
        Condition::Party(position) => {
            let who = who(regulation, position.word());
            text!("{who} staat bij de partijen", "{who} is among the parties", who)
        }
        Condition::PartyRole(role) => {
            let role = who(regulation, role);
            text!("{role} staat bij de partijen", "{role} is among the parties", role)
        }
        Condition::Incomplete => {
            text!("er ontbreken gegevens van de klager", "data of the complainant are missing")
        }
        Condition::Step { step: id, at_least, this_round } => {
            let step = step(regulation, id);
            let (nl, en) = match at_least {
                1 => (String::new(), String::new()),
                n => (format!(" {n} keer"), format!(" {n} times")),
            };
            let (here, now) = if *this_round { (" in deze ronde", " in this round") } else { ("", "") };
            Text::new(format!("{} is{here}{nl} gezet", step.nl), format!("{} was taken{en}{now}", step.en))
        }
        Condition::SamePerson(selectors) => {
            let all = all_of(&selectors.iter().map(|s| who(regulation, s.word())).collect::<Vec<_>>());
            text!("{all} zijn dezelfde persoon", "{all} are the same person", all)
        }
        Condition::LongerThan { longer_than, from, to } => {
            let (span, from, to) = (longer_than.words(), moment(regulation, from), moment(regulation, to));
            text!("{to} ligt meer dan {span} na {from}", "{to} lies more than {span} after {from}", span, from, to)
        }
        Condition::Overdue(id) => {
            let term = term(regulation, id);
            text!("{term} is niet gehaald", "{term} was not met", term)
        }
        Condition::Differs(one, other) => {
            text!("`{one}` en `{other}` zijn niet gelijk", "`{one}` and `{other}` are not the same")
        }
        Condition::Not(inner) => {
            let inner = occasion(regulation, inner);
            text!("niet waar is dat {inner}", "it is not so that {inner}", inner)
        }
        Condition::All(inner) => all_of(&each(regulation, inner)),
        Condition::Any(inner) => any_of(&each(regulation, inner)),
    }
}

fn moment(regulation: &Regulation, moment: &Moment) -> Text {
    match moment {
        Moment::Received => text!("de dag van ontvangst", "the day of receipt"),
        Moment::Step(id) => step(regulation, id),
        Moment::Key(key) => same(format!("`{key}`")),
    }
}

/// The bounds of a number: `hoogstens 25000`.
pub fn bounds(limits: Limits) -> Text {
    let least = limits.least.map(hundredths_shown);
    let most = limits.most.map(hundredths_shown);
    match (least, most) {
        (Some(least), Some(most)) => {
            text!("minstens {least} en hoogstens {most}", "at least {least} and at most {most}")
        }
        (Some(least), None) => text!("minstens {least}", "at least {least}"),
        (None, Some(most)) => text!("hoogstens {most}", "at most {most}"),
        (None, None) => same(String::new()),
    }
}

fn each(regulation: &Regulation, inner: &[Condition]) -> Vec<Text> {
    inner.iter().map(|condition| occasion(regulation, condition)).collect()
}

fn field_words(field: &str, test: &Test) -> Text {
    match test {
        Test::Equals(value) => same(format!("`{field}` is {value}")),
        Test::GreaterThan(limit) => {
            let limit = hundredths_shown(*limit);
            text!("`{field}` is meer dan {limit}", "`{field}` is more than {limit}")
        }
        Test::AtLeast(limit) => {
            let limit = hundredths_shown(*limit);
            text!("`{field}` is {limit} of meer", "`{field}` is {limit} or more")
        }
        Test::AtMost(limit) => {
            let limit = hundredths_shown(*limit);
            text!("`{field}` is {limit} of minder", "`{field}` is {limit} or less")
        }
        Test::Present(true) => text!("`{field}` is ingevuld", "`{field}` is given"),
        Test::Present(false) => text!("`{field}` is niet ingevuld", "`{field}` is not given"),
    }
}

fn hundredths_shown(hundredths: i64) -> String {
    if hundredths % 100 == 0 {
        (hundredths / 100).to_string()
    } else {
        format!("{}.{:02}", hundredths / 100, (hundredths % 100).abs())
    }
}

#[cfg(test)]
#[path = "../../tests/unit/naming/condition.rs"]
mod tests;
