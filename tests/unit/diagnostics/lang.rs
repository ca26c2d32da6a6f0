use super::*;

#[test]
fn first_known_language_decides() {
    let cases: [([Option<&str>; 4], Lang); 9] = [
        ([None, None, None, None], Lang::Nl),
        ([Some("en"), Some("nl"), None, None], Lang::En),
        ([None, Some("EN"), Some("nl_NL.UTF-8"), None], Lang::En),
        ([None, None, Some("en_GB.UTF-8"), Some("nl_NL")], Lang::En),
        ([None, None, Some("C.UTF-8"), Some("en_US.UTF-8")], Lang::En),
        ([None, None, Some(""), Some("nl_BE@euro")], Lang::Nl),
        ([None, None, Some("POSIX"), None], Lang::Nl),
        ([None, None, Some("de_DE"), None], Lang::Nl),
        ([None, None, None, Some("english")], Lang::Nl),
    ];
    for (candidates, lang) in cases {
        assert_eq!(Lang::resolve(candidates), lang, "{candidates:?}");
    }
}

#[test]
fn a_typed_language_is_not_guessed() {
    assert_eq!("en".parse(), Ok(Lang::En));
    assert!("fr".parse::<Lang>().is_err());
    assert!("en_GB".parse::<Lang>().is_err());
}
