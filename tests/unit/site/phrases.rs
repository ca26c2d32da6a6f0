use super::*;

#[test]
fn a_sentence_needs_its_values() {
    let words =
        Phrases::read(Lang::Nl, "klachten = { $n ->\n    [one] Eén klacht\n   *[other] { $n } klachten\n }\n").unwrap();
    let n = |n: f64| BTreeMap::from([("n".to_owned(), Value::Number(n))]);
    assert_eq!(words.with("klachten", &n(1.0)).unwrap(), "Eén klacht");
    assert_eq!(words.with("klachten", &n(12.0)).unwrap(), "12 klachten");
    assert!(words.say("klachten").is_err());
    assert!(words.say("weg").is_err());
}

#[test]
fn an_organisation_rewords_one_sentence() {
    let words = Phrases::read(Lang::Nl, "a = een\nb = twee\n").unwrap().reworded("b = anders\n").unwrap();
    assert_eq!((words.say("a").unwrap().as_str(), words.say("b").unwrap().as_str()), ("een", "anders"));
}

#[test]
fn a_fault_of_notation_names_its_line() {
    let faults = Phrases::read(Lang::Nl, "a = een\n\nb { = twee\n").err().unwrap();
    assert!(matches!(&faults[..], [SiteFault::Words { line: 3, .. }]), "{faults:?}");
}
