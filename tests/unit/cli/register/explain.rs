use crate::cli::register::explain::*;

#[test]
fn a_rule_is_explained_by_code_and_by_name() {
    let by_code = explain("t301", Lang::Nl).unwrap();
    assert!(by_code.starts_with("# T301: late-silently\n\nErnst: fout\n\n## Wat wordt nagekeken\n"), "{by_code}");
    assert_eq!(explain("Late-Silently", Lang::Nl).unwrap(), by_code);
    assert!([" T301. ", "[T301]", "late-silently,"].iter().all(|asked| explain(asked, Lang::Nl).unwrap() == by_code));
    let english = explain("T309", Lang::En).unwrap();
    assert!(english.contains("\n\nSeverity: warning\n\n## What it checks\n"), "{english}");
    assert!(english.ends_with('\n') && !english.ends_with("\n\n"));
}

#[test]
fn a_typing_error_gets_a_suggestion_and_nonsense_an_example() {
    let near = explain("late-silenty", Lang::En).unwrap_err();
    assert_eq!(unknown(&near).en, "there is no such rule; did you mean `klacht explain T301`?");
    let none = explain("zzzzzzzzzz", Lang::En).unwrap_err();
    assert_eq!(none.suggestion, None);
    assert!(unknown(&none).nl.contains("`klacht explain T301`"));
}
