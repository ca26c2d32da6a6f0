//! Files that cannot be read, or are not there.

use super::{Desk, FOLDER};

const NAME: &str = "name: Uitkomst verteld,";

#[test]
fn m47_one_register_has_one_verdict() {
    let desk = Desk::with(&[("costs: {complainant: none, quote: Klagen kost niets.}\n", "")], &[]);
    assert_eq!(desk.policy().0, 0);
    let set = |code: &str, severity: &str| {
        desk.repo.write(
            "klacht.yaml",
            format!("schema: klacht.register/1\nseverities: [{{code: {code}, severity: {severity}}}]\n"),
        );
    };
    set("P516", "error");
    assert_eq!((desk.run(&["check"]).0, desk.policy().0), (1, 1));
    assert!(desk.policy().1.contains("error[P516]"));
    let late = Desk::with(&[("within: 4 weeks", "within: 5 weeks")], &[]);
    assert_eq!((late.run(&["check"]).0, late.policy().0), (1, 1));
    late.repo.write("klacht.yaml", "schema: klacht.register/1\nseverities: [{code: P521, severity: hint}]\n");
    assert_eq!((late.run(&["check"]).0, late.policy().0), (0, 0));
    // A draft in a folder is held to the same.
    desk.repo.write("concept/regulation.yaml", desk_rules(&desk));
    desk.repo.write("concept/text.nl.md", super::TEXT);
    assert_eq!(desk.run(&["policy", "check", "concept"]).0, 1);
}

fn desk_rules(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path().join(FOLDER).join("regulation.yaml")).unwrap()
}

#[test]
fn m48_a_missing_text_is_one_error() {
    let desk = Desk::new();
    std::fs::rename(desk.path().join(FOLDER).join("text.nl.md"), desk.path().join(FOLDER).join("text.en.md")).unwrap();
    let (code, said) = desk.policy();
    assert_eq!((code, said.matches("error[").count()), (1, 1), "{said}");
    assert!(said.contains(&format!("{FOLDER}/text.nl.md")) && said.contains("text.en.md"), "{said}");
    assert!(!said.contains("[P501]") && !said.contains("[P525]") && !said.contains("[P522]"), "{said}");
    assert_eq!(desk.run(&["check"]).0, 1);
    // One that is there and cannot be read: its own fault, and only that.
    std::fs::remove_file(desk.path().join(FOLDER).join("text.en.md")).unwrap();
    desk.repo.write(&format!("{FOLDER}/text.nl.md"), [b'#', b' ', 0xe9, b'\n']);
    let (code, said) = desk.policy();
    assert_eq!((code, said.matches("error[").count()), (1, 1), "{said}");
    assert!(said.contains("UTF-8"), "{said}");
}

#[test]
fn m49_an_id_does_not_hide_the_fault() {
    let desk = Desk::with(&[("milestones:", "mijlpalen:")], &[]);
    let whole = desk.policy();
    assert_eq!(whole.0, 1, "{}", whole.1);
    for asked in ["boekhoek", "boekhoek/2026-01-01"] {
        assert_eq!(desk.run(&["policy", "check", asked]), whole, "{asked}");
    }
    let (code, said) = desk.run(&["policy", "coverage", "boekhoek"]);
    assert!(code == 1 && said.contains("mijlpalen"), "{said}");
    let new =
        ["new", "--regulation", "boekhoek", "--channel", "e-mail", "--received", "2026-09-14", "--party", "lezer"];
    let (code, said) = desk.run(&new);
    assert!(code != 0 && said.contains("klacht policy check boekhoek") && !said.contains("choose from"), "{said}");
    // What is not there is still told as such, and a folder that is no day as what it is.
    assert!(desk.run(&["policy", "check", "bakkerij"]).1.contains("there is no regulation `bakkerij`"));
    desk.repo.write("policy/bakkerij/people.yaml", super::PEOPLE);
    assert!(desk.run(&["policy", "check", "bakkerij"]).1.contains("policy/bakkerij/2026-01-01/regulation.yaml"));
    desk.repo.write("policy/bakkerij/januari/regulation.yaml", super::RULES);
    assert!(desk.run(&["policy", "check", "bakkerij"]).1.contains("policy/bakkerij/januari/regulation.yaml"));
}

#[test]
fn m50_a_comma_in_a_text_without_quotes() {
    let told = |name: &str| {
        let (code, said) = Desk::with(&[(NAME, name)], &[]).policy();
        assert_eq!((code, said.matches("error[").count()), (1, 1), "{name}: {said}");
        said
    };
    for name in [
        "name: Uitkomst verteld, met de redenen,",
        "name: Uitkomst verteld, schriftelijk,",
        "name: Uitkomst verteld, met de redenen, en op papier,",
        "name: Uitkomst verteld, met de redenen\",",
        "name: Uitkomst, once,",
    ] {
        let said = told(name);
        assert!(said.contains("in quotes") && said.contains("`name: \"…, …\"`"), "{said}");
        assert!(!said.contains("remove it") && !said.contains("redenen"), "{said}");
    }
    let said = told("name: Uitkomst verteld,, ");
    assert!(said.contains("a comma too many") && said.contains("take the comma out"), "{said}");
    let said = told("name: Uitkomst verteld: op papier,");
    assert!(said.contains("second colon") && said.contains("in quotes"), "{said}");
    let said = told("name: \"Uitkomst\" verteld,");
    assert!(said.contains("after the closing quote"), "{said}");
    // A key that was mistyped keeps its own cure.
    let said = told("name: Uitkomst verteld, optonal: true,");
    assert!(said.contains("`optonal`") && said.contains("did you mean `optional`?"), "{said}");
    // In a list a comma at the end is no fault.
    assert_eq!(Desk::with(&[("after: [gehoord]", "after: [gehoord,]")], &[]).policy().0, 0);
}
