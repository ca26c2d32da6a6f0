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
        Condition::Incomplete => {
            text!("er ontbreken gegevens van de klager", "data of the complainant are missing")
        }
        Condition::Step { step: id, at_least } => {
            let step = step(regulation, id);
            let (nl, en) = match at_least {
                1 => (String::new(), String::new()),
                n => (format!(" {n} keer"), format!(" {n} times")),
            };
            Text::new(format!("{} is{nl} gezet", step.nl), format!("{} was taken{en}", step.en))
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
mod tests {
    use crate::diagnostics::Lang;
    use crate::naming::condition::*;
    use crate::rules::fixture::{REGULATION, version};

    #[test]
    fn conditions_in_words() {
        let regulation = version(REGULATION).regulation;
        let conditions = [
            (r#"{"field": "bedrag", "greater_than": "0"}"#, "`bedrag` is meer dan 0"),
            (r#"{"field": "bedrag", "greater_than": "12,50"}"#, "`bedrag` is meer dan 12.50"),
            (r#"{"field": "ref", "present": false}"#, "`ref` is niet ingevuld"),
            (r#"{"topic": "trainer"}"#, "de klacht gaat over “De trainer” (trainer)"),
            (r#"{"party": "respondent"}"#, "de beklaagde staat bij de partijen"),
            (r#"{"field": "bedrag", "at_most": "25000"}"#, "`bedrag` is 25000 of minder"),
            (r#"{"field": "bedrag", "at_least": "0,50"}"#, "`bedrag` is 0.50 of meer"),
            (r#"{"overdue": "uitkomst"}"#, "termijn “uitkomst” (uitkomst) is niet gehaald"),
            (r#"{"differs": ["advies", "oordeel"]}"#, "`advies` en `oordeel` zijn niet gelijk"),
            (
                r#"{"longer_than": "1 year", "since": "gebeurd", "to": "received"}"#,
                "de dag van ontvangst ligt meer dan 1 jaar na `gebeurd`",
            ),
            (r#"{"step": "heropend", "at_least": "2"}"#, "stap “Heropend” (heropend) is 2 keer gezet"),
            (r#"{"incomplete": true}"#, "er ontbreken gegevens van de klager"),
            (r#"{"same_person": ["handler", "respondent"]}"#, "de behandelaar en de beklaagde zijn dezelfde persoon"),
            (
                r#"{"longer_than": "2 weeks", "from": "heropend", "to": "nieuwe_datum"}"#,
                "`nieuwe_datum` ligt meer dan 2 weken na stap “Heropend” (heropend)",
            ),
            (
                r#"{"any": [{"source": "intern"}, {"not": {"severity": "ernstig"}}]}"#,
                "de klacht is intern of niet waar is dat de ernst is ernstig",
            ),
        ];
        for (source, nl) in conditions {
            let condition: Condition = serde_json::from_str(source).unwrap();
            let said = occasion(&regulation, &condition);
            assert_eq!(said.in_(Lang::Nl), nl);
            assert_ne!(said.nl, said.en, "{source}");
        }
    }
}
