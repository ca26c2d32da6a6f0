use super::*;

fn choices() -> Vec<Choice> {
    vec![Choice::new("e-mail", text!("E-mail", "E-mail")), Choice::new("brief", text!("Brief op papier", "Letter"))]
}

#[test]
fn a_value_is_known_by_itself_and_by_its_name_and_a_typing_error_gets_a_suggestion() {
    let what = text!("kanaal", "channel");
    assert_eq!(named(&what, "e-mail", &choices()).unwrap(), "e-mail");
    assert_eq!(named(&what, "E-Mail", &choices()).unwrap(), "e-mail");
    assert_eq!(named(&what, "letter", &choices()).unwrap(), "brief");
    let Err(CaseworkError::Asked(message, remedy)) = named(&what, "e-mial", &choices()) else { panic!("known?") };
    assert_eq!(message.nl, "kanaal: `e-mial` is er niet");
    assert_eq!(remedy.nl, "bedoelt u `e-mail`? kies uit: e-mail (E-mail), brief (Brief op papier)");
}

#[test]
fn each_thing_is_asked_once_and_what_is_certain_is_not_asked() {
    let prompts = |values: &Values| {
        let mut prompts = vec![Prompt::choice("a", text!("a", "a"), vec![choices().remove(0)])];
        prompts.push(Prompt::words("b", text!("b", "b")));
        prompts.retain(|w| !values.contains_key(&w.key));
        prompts
    };
    let (mut values, mut asked) = (Values::new(), 0);
    complete::<()>(&mut values, prompts, &mut |prompt| {
        asked += 1;
        assert_eq!(prompt.key, "b");
        Ok(Vec::new())
    })
    .unwrap();
    assert_eq!((asked, values.len()), (1, 1));
    assert_eq!(values["a"], ["e-mail"]);
}
