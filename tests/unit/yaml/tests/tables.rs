use insta::{assert_debug_snapshot, assert_snapshot};
use serde_json::json;

use super::{show, tree};
use crate::diagnostics::Severity;
use crate::yaml::{Fault, Field, Kind, Need, Node, Route, Table, Wrong, check, parse, to_json};

static INNER: Table = Table {
    name: "inner",
    open: false,
    fields: &[
        Field::required("step", Kind::Id, "welke stap", "which step"),
        Field::optional("by", Kind::OneOrMany(&Kind::Id), "wie", "who"),
    ],
};

static OUTER: Table = Table {
    name: "outer",
    open: false,
    fields: &[
        Field::required("id", Kind::Text, "het nummer", "the number"),
        Field::optional("received", Kind::Date, "", ""),
        Field::optional("times", Kind::Whole, "", ""),
        Field::optional("charged", Kind::Amount, "", ""),
        Field::optional("hard", Kind::Flag, "", ""),
        Field::optional("content", Kind::YesNo, "", ""),
        Field::optional("within", Kind::Duration, "", ""),
        Field::optional("form", Kind::OneOf(&["written", "oral"]), "", ""),
        Field::optional("key", Kind::Name, "", ""),
        Field::optional("log", Kind::List(&Kind::Sub(&INNER)), "", ""),
        Field::optional("free", Kind::Each(&Kind::Text), "", ""),
        Field::optional("need", Kind::Either(&[Kind::Flag, Kind::OneOf(&["closing"]), Kind::Sub(&INNER)]), "", ""),
        Field::optional("any", Kind::Any, "", ""),
        Field::optional("own", Kind::Custom(own), "", ""),
    ],
};

static OPEN: Table = Table {
    name: "open",
    open: true,
    fields: &[Field { key: "id", kind: Kind::Text, need: Need::Optional, about_nl: "", about_en: "" }],
};

fn own(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::List));
}

fn faults(source: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    check(&tree(source), &OUTER, &mut faults);
    faults
}

/// Code, place, message and remedy of each fault, both languages.
fn words(source: &str) -> String {
    let faults = faults(source);
    let places = show(source, &faults);
    let line = |(place, f): (&String, &Fault)| {
        let (m, r) = (f.message(), f.remedy());
        format!("{place} | {} | {} | {} | {}", m.nl, r.nl, m.en, r.en)
    };
    places.iter().zip(&faults).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_right_file_has_no_faults() {
    let source = "id: 12\nreceived: 2026-02-28\ntimes: 0\ncharged: 12.50\nhard: true\ncontent: nee\nwithin: 5 working days\n\
        form: oral\nkey: nieuwe_datum\nlog:\n  - {step: a-b, by: [m1, m2]}\nfree: {x: 1}\nneed: closing\nany: [1]\n";
    assert_eq!(faults(source), []);
    assert_eq!(faults("id: x\nneed: {step: a}\n"), []);
    assert_eq!(faults("id: x\nneed: false\n"), []);
}

#[test]
fn keys() {
    assert_snapshot!(words("recieved: 2026-01-01\nJan Jansen: x\nlog:\n  - {stap: a}\n"), @r##"
    C105 0..8 "recieved" | veld `recieved` is hier niet bekend | bedoelt u `received`? | key `recieved` is not known here | did you mean `received`?
    C105 21..31 "Jan Jansen" | veld is hier niet bekend | verwijder het, of gebruik een van: id, received, times, charged, hard, content, within, form, key, log, free, need, any, own | key is not known here | remove it, or use one of: id, received, times, charged, hard, content, within, form, key, log, free, need, any, own
    C105 45..49 "stap" | veld `stap` is hier niet bekend | bedoelt u `step`? | key `stap` is not known here | did you mean `step`?
    C106 45..49 "stap" | veld `step` ontbreekt: welke stap | voeg een regel `step: …` toe | key `step` is missing: which step | add a line `step: …`
    C106 0..8 "recieved" | veld `id` ontbreekt: het nummer | voeg een regel `id: …` toe | key `id` is missing: the number | add a line `id: …`
    "##);
}

#[test]
fn dates() {
    let source = "id: 1\nlog: []\nreceived: ";
    for value in
        ["1-11-2026", "2026-2-3", "2026-04-31", "gisteren", "[2026-01-01]", "1/2/26", "31-02-2026", "'2026-01-01 '"]
    {
        insta::allow_duplicates! { assert_eq!(faults(&format!("{source}{value}\n")).len(), 1, "{value}"); }
    }
    assert_snapshot!(words("id: 1\nreceived: 1-11-2026\n"), @r##"
    C107 16..25 "1-11-2026" | `received`: deze datum staat niet als jaar-maand-dag | schrijf `received: 2026-11-01` | `received`: this date is not written as year-month-day | write `received: 2026-11-01`
    "##);
    assert_snapshot!(words("id: 1\nreceived: 2026-2-3\n"), @r##"
    C107 16..24 "2026-2-3" | `received`: deze datum staat niet als jaar-maand-dag | schrijf `received: 2026-02-03` | `received`: this date is not written as year-month-day | write `received: 2026-02-03`
    "##);
    assert_snapshot!(words("id: 1\nreceived: 2026-04-31\n"), @r##"
    C107 16..26 "2026-04-31" | `received`: deze datum bestaat niet | kijk de dag en de maand na | `received`: there is no such date | look up the day and the month
    "##);
}

#[test]
fn kinds() {
    assert_snapshot!(words("id: [1]\ntimes: 03\ncharged: 1.250,5\nhard: ja\ncontent: yes\nwithin: 5 days\nform: writen\nkey: A\n"), @r##"
    C107 4..7 "[1]" | `id`: hier hoort één tekst te staan | schrijf `id: "…"` | `id`: a single text belongs here | write `id: "…"`
    C107 15..17 "03" | `times`: hier hoort een heel getal | schrijf `times: 3` | `times`: a whole number belongs here | write `times: 3`
    C107 27..34 "1.250,5" | `charged`: hier hoort een bedrag | schrijf `charged: 1250.50` | `charged`: an amount belongs here | write `charged: 1250.50`
    C107 41..43 "ja" | `hard`: hier hoort `true` of `false` | schrijf `hard: true` | `hard`: `true` or `false` belongs here | write `hard: true`
    C107 53..56 "yes" | `content`: hier hoort `ja` of `nee` | schrijf `content: ja` | `content`: `ja` or `nee` belongs here | write `content: ja`
    C107 65..71 "5 days" | `within`: dagen: kalenderdagen of werkdagen? De wet kent beide | schrijf `5 calendar days` of `5 working days` | `within`: days: calendar days or working days? The law knows both | write `5 calendar days` or `5 working days`
    C107 78..84 "writen" | `form`: dit woord kan hier niet | bedoelt u `written`? | `form`: this word cannot stand here | did you mean `written`?
    C107 90..91 "A" | `key`: hier hoort een sleutel van kleine letters, cijfers, streepjes en liggende streepjes | schrijf bijvoorbeeld `nieuwe_datum` | `key`: a key of lower-case letters, digits, hyphens and underscores belongs here | write for example `new_date`
    "##);
    assert_snapshot!(words("id:\nlog: x\nfree: a:b\nneed: soms\nown: 1\ncontent: misschien\nform: \"\"\nwithin: gauw\n"), @r##"
    C107 2..2 "" | `id`: hier is niets ingevuld | vul een waarde in of verwijder de regel | `id`: nothing is filled in here | fill in a value or remove the line
    C107 9..10 "x" | `log`: hier hoort een lijst te staan | schrijf `log: […, …]` | `log`: a list belongs here | write `log: […, …]`
    C107 17..20 "a:b" | `free`: hier horen velden met een eigen naam te staan | zet een spatie na de dubbele punt: `veld: waarde` | `free`: keys of its own belong here | put a blank after the colon: `key: value`
    C107 27..31 "soms" | `need`: hier hoort `true` of `false` | schrijf `true` of `false` | `need`: `true` or `false` belongs here | write `true` or `false`
    C107 37..38 "1" | `own`: hier hoort een lijst te staan | schrijf `own: […, …]` | `own`: a list belongs here | write `own: […, …]`
    C107 48..57 "misschien" | `content`: hier hoort `ja` of `nee` | schrijf `ja` of `nee` | `content`: `ja` or `nee` belongs here | write `ja` or `nee`
    C107 64..66 "\"\"" | `form`: hier is niets ingevuld | vul een waarde in of verwijder de regel | `form`: nothing is filled in here | fill in a value or remove the line
    C107 75..79 "gauw" | `within`: hier hoort een termijn | schrijf `5 working days`, `14 calendar days`, `2 weeks`, `6 months` of `1 year` | `within`: a duration belongs here | write `5 working days`, `14 calendar days`, `2 weeks`, `6 months` or `1 year`
    "##);
    assert_snapshot!(words("id: 1\nlog:\n  - by: [m1, M2]\n    step: [a]\n  - step\n"), @r##"
    C107 24..26 "M2" | `log[0].by[1]`: hier hoort een code van kleine letters, cijfers en streepjes | schrijf een sleutel en geen naam: zoals `m1` uit people.yaml, of `p1` bij `parties` | `log[0].by[1]`: a code of lower-case letters, digits and hyphens belongs here | write a key and no name: such as `m1` of people.yaml, or `p1` under `parties`
    C107 38..41 "[a]" | `log[0].step`: hier hoort een code van kleine letters, cijfers en streepjes | schrijf een code uit de regeling, zoals `ontvangst-bevestigd` | `log[0].step`: a code of lower-case letters, digits and hyphens belongs here | write a code of the regulation, such as `ontvangst-bevestigd`
    C107 46..50 "step" | `log[1]`: hier horen velden met een eigen naam te staan | schrijf onder `log:` ingesprongen regels `veld: waarde` | `log[1]`: keys of its own belong here | write indented lines `key: value` below `log:`
    "##);
}

#[test]
fn no_value_is_ever_repeated() {
    let source = "Jan.Jansen: Jan.Jansen\nreceived: Jan.Jansen\nlog: Jan.Jansen\nneed: Jan.Jansen\nfree: {Jan.Jansen: []}\nany: 1\n";
    let found = faults(source);
    assert_eq!(found.len(), 6);
    for fault in found {
        let (m, r) = (fault.message(), fault.remedy());
        assert!(![m.nl, m.en, r.nl, r.en].iter().any(|t| t.contains("Jansen")), "{fault:?}");
    }
}

#[test]
fn routes_lead_to_the_value() {
    let source = "id: 1\nlog:\n  - step: a\n  - step: B\n";
    let found = faults(source);
    assert_debug_snapshot!(found.iter().map(|f| f.route.to_string()).collect::<Vec<_>>(), @r##"
    [
        "log[1].step",
    ]
    "##);
    assert_eq!(found[0].route.span_in(&tree(source)), found[0].span);
}

#[test]
fn only_a_swallowed_comment_is_a_warning() {
    let (_, faults) = parse("a: nr #5\nb: @x\n", 0);
    let severities: Vec<_> = faults.iter().map(Fault::severity).collect();
    assert_eq!(severities, [Severity::Warning, Severity::Error]);
}

#[test]
fn an_open_table_takes_other_keys() {
    let mut faults = Vec::new();
    check(&tree("id: a\nx: {y: 1}\n"), &OPEN, &mut faults);
    assert_eq!(faults, []);
    assert_eq!(
        to_json(&tree("id: 1\nx: {y: 1, z: '1', q: true, r: 010}\n"), &OPEN),
        json!({"id": "1", "x": {"y": 1, "z": "1", "q": true, "r": "010"}})
    );
}

#[test]
fn json_by_the_table() {
    let source = "id: 0123\nreceived: 2026-01-02\ntimes: 3\ncharged: 12.50\nhard: false\nlog:\n  - {step: a, by: m1}\n  - {step: b, by: [m1, m2]}\n\
        free: {x: 1, y: true}\nneed: true\nany: [1, 'a', null, -2, 1.5]\n";
    assert_eq!(
        to_json(&tree(source), &OUTER),
        json!({
            "id": "0123", "received": "2026-01-02", "times": 3, "charged": "12.50", "hard": false,
            "log": [{"step": "a", "by": ["m1"]}, {"step": "b", "by": ["m1", "m2"]}],
            "free": {"x": "1", "y": "true"}, "need": true, "any": [1, "a", null, -2, "1.5"],
        })
    );
    assert_eq!(to_json(&tree("need: closing"), &OUTER), json!({"need": "closing"}));
    assert_eq!(to_json(&tree("need: {step: 1, by: 2}"), &OUTER), json!({"need": {"step": "1", "by": ["2"]}}));
}
