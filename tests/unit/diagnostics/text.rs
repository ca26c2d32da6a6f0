use super::*;

#[test]
fn an_argument_shows_itself_in_the_language_of_its_sentence() {
    let (step, days) = (Text::new("Gehoord", "Heard"), 3);
    let said = text!("{step} is {days} dagen te laat: {why}", "{step} is {days} days late: {why}", step, why = "x");
    assert_eq!(said, Text::new("Gehoord is 3 dagen te laat: x", "Heard is 3 days late: x"));
    let by_reference = &step;
    assert_eq!(text!("{by_reference}", "{by_reference}!", by_reference), Text::new("Gehoord", "Heard!"));
    assert_eq!(text!("{{}} {days:02}", "{{}}, {days:02}"), Text::new("{} 03", "{}, 03"));
}

#[test]
fn sentences_that_differ_in_their_arguments_are_refused() {
    for (one, other) in [("{a}", ""), ("{a} {b}", "{a}"), ("{a}", "{b}"), ("{a}", "{{a}}"), ("", "{a:02}")] {
        assert!(!same_arguments(one, other), "{one:?} {other:?}");
    }
    for (one, other) in [("{a} {b}", "{b} {a} {a}"), ("{a:02}", "{a}"), ("{{a", "a}}"), ("", "")] {
        assert!(same_arguments(one, other), "{one:?} {other:?}");
    }
}
