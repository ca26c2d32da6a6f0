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
