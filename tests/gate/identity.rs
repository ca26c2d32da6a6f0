//! Who did it: by the author's word, or by the name under which the server let somebody in.

use crate::common::{Pushed, words};
use crate::gate::office::{CASE, Office, REGULATION, Story, codes};

/// An office in which the transport names the user, and m2 and m5 have a name there.
pub fn by_transport(variable: &str, more: &str) -> Office {
    let office = Office::new();
    named(&office, |person| format!("    transport: [{person}-account]\n"));
    let identity = format!("identity: {{strength: transport, variable: {variable}{more}}}");
    office.desk.write("klacht.yaml", format!("schema: klacht.register/1\nprotected: [main]\n{identity}\n"));
    office.desk.commit("Wie iemand is");
    office.accepts(&["main"]);
    office
}

/// Adds lines to each person of people.yaml.
pub fn named(office: &Office, lines: impl Fn(&str) -> String) {
    let path = format!("policy/{REGULATION}/people.yaml");
    let mut text = std::fs::read_to_string(office.desk.path().join(&path)).unwrap();
    for person in ["m1", "m2", "m3", "m5"] {
        let git = format!("    git: [{person}@klinkerdam.example]\n");
        text = text.replace(&git, &format!("{git}{}", lines(person)));
    }
    office.desk.write(&path, text);
}

fn push(office: &Office, variables: &[(&str, &str)]) -> Pushed {
    let url = format!("file://{}", office.server.path().display());
    let mut command = office.desk.command(&["push", "--quiet", &url, "main"]);
    command.envs(variables.iter().copied()).output().unwrap().into()
}

#[test]
fn an_author_field_warns_and_does_not_refuse() {
    let office = Office::new();
    let story = Story::plain();
    office.on(&story.day(1));
    office.world.set_author("iemand@elders.example");
    office.desk.write(CASE, story.with(1)).commit("Klacht");
    let pushed = office.push(&["main"]);
    assert!(pushed.accepted && codes(&pushed.text).is_empty(), "{}", pushed.text);
    assert!(pushed.text.contains("waarschuwing G713") && !pushed.text.contains("iemand@"), "{}", pushed.text);
    // And for the policy likewise.
    office.desk.write("klacht.yaml", "schema: klacht.register/1\n").commit("Instellingen");
    let pushed = office.push(&["main"]);
    assert!(pushed.accepted && pushed.text.contains("waarschuwing G713"), "{}", pushed.text);
}

#[test]
fn a_server_that_does_not_say_who_it_is_lets_nobody_in() {
    let office = by_transport("GL_USER", "");
    office.by("m5");
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    for variables in [vec![], vec![("GL_USER", "")], vec![("REMOTE_USER", "m5-account")]] {
        let pushed = push(&office, &variables);
        assert!(!pushed.accepted, "{}", pushed.text);
        assert_eq!(codes(&pushed.text), ["G722"], "{}", pushed.text);
    }
    let pushed = push(&office, &[("GL_USER", "stranger")]);
    assert_eq!((pushed.accepted, codes(&pushed.text)), (false, vec!["G713".to_owned()]), "{}", pushed.text);
    let pushed = push(&office, &[("GL_USER", "m2-account")]);
    assert_eq!((pushed.accepted, codes(&pushed.text)), (false, vec!["G714".to_owned()]), "{}", pushed.text);
    let pushed = push(&office, &[("GL_USER", "m5-account")]);
    assert!(pushed.accepted, "{}", pushed.text);
}

#[test]
fn the_policy_is_changed_by_somebody_whom_the_server_names() {
    let office = by_transport("GL_USER", "");
    office.desk.write("klacht.yaml", "schema: klacht.register/1\n").commit("Vrij spel");
    let pushed = push(&office, &[("GL_USER", "stranger")]);
    assert_eq!((pushed.accepted, codes(&pushed.text)), (false, vec!["G713".to_owned()]), "{}", pushed.text);
    assert_eq!(codes(&push(&office, &[]).text), ["G722"]);
    assert!(push(&office, &[("GL_USER", "m2-account")]).accepted);
}

#[test]
fn who_records_for_another_says_so_or_may() {
    let story = Story::plain();
    let office = by_transport("GL_USER", "");
    let said = story.with(1).replace("    by: m5\n", "    by: m5\n    recorded_by: m2\n");
    office.on("2025-03-03").desk.write(CASE, said).commit("Klacht");
    let pushed = push(&office, &[("GL_USER", "m2-account")]);
    assert!(pushed.accepted, "{}", pushed.text);

    let office = by_transport("GL_USER", ", record_for_others: true");
    office.on("2025-03-03").desk.write(CASE, story.with(1)).commit("Klacht");
    let pushed = push(&office, &[("GL_USER", "m2-account")]);
    assert!(pushed.accepted, "{}", pushed.text);
}

#[test]
fn what_only_a_server_knows_does_not_hold_up_a_desk_or_an_audit() {
    let office = by_transport("GL_USER", "");
    office.guard_desk();
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    let done = office.run(&office.desk, &["check", "--history"]);
    assert_eq!(done.status.code(), Some(0), "{}", words(&done));
}

/// Who is asked for must be there already: the push that would add them is judged by what went before.
#[test]
fn a_strength_that_nobody_has_is_refused_and_names_come_first() {
    for (identity, key) in
        [("{strength: transport, variable: GL_USER}", "transport: [NAAM]"), ("{strength: signature}", "keys: [{key:")]
    {
        let office = Office::new();
        let settings = format!("schema: klacht.register/1\nprotected: [main]\nidentity: {identity}\n");
        office.guard_desk();
        office.desk.write("klacht.yaml", &settings).git(&["add", "--all"]);
        let told = words(&office.desk.try_git(&["commit", "--message", "Strenger"]));
        assert_eq!(codes(&told), ["G719"], "{told}");
        office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Strenger"]);
        let told = office.refuses(&["main"], &["G719"]);
        assert!(told.contains(key), "{told}");
    }
    // The names in the same commit, or before it.
    by_transport("GL_USER", "");
    let office = by_transport("GL_USER", "");
    let path = format!("policy/{REGULATION}/people.yaml");
    let text = std::fs::read_to_string(office.desk.path().join(&path)).unwrap();
    let nobody: String = text.split_inclusive('\n').filter(|line| !line.contains("transport:")).collect();
    office.desk.write(&path, nobody).commit("Namen weg");
    let pushed = push(&office, &[("GL_USER", "m2-account")]);
    assert_eq!((pushed.accepted, codes(&pushed.text)), (false, vec!["G719".to_owned()]), "{}", pushed.text);
}

/// What came in before there was a rule on it, or past the hook.
#[test]
fn an_administrator_pushes_once_past_the_hook_and_all_is_well_again() {
    let office = Office::new();
    let identity = "identity: {strength: transport, variable: GL_USER}";
    office.desk.write("klacht.yaml", format!("schema: klacht.register/1\nprotected: [main]\n{identity}\n"));
    office.desk.commit("Strenger");
    let past = "--receive-pack=git -c core.hooksPath=/dev/null receive-pack";
    let url = format!("file://{}", office.server.path().display());
    office.desk.git(&["push", "--quiet", past, &url, "main"]);
    let told = |done| words(&done);
    let doctor = told(office.run(&office.server, &["--lang", "en", "doctor"]));
    assert!(doctor.contains("nobody in policy/cbmk/people.yaml has"), "{doctor}");
    assert!(doctor.contains("git config klacht.keeper 'ssh-ed25519 …'"), "{doctor}");
    let doctor = told(office.run(&office.desk, &["--lang", "en", "doctor"]));
    assert!(doctor.contains("add `transport:` to whoever may push"), "{doctor}");
    named(&office, |person| format!("    transport: [{person}-account]\n"));
    office.desk.commit("Namen");
    let pushed = push(&office, &[("GL_USER", "m2-account")]);
    assert_eq!((pushed.accepted, codes(&pushed.text)), (false, vec!["G713".to_owned()]), "{}", pushed.text);
    assert!(pushed.text.contains("`transport:` in policy/cbmk/people.yaml"), "{}", pushed.text);
    assert!(!pushed.text.contains("user.email"), "{}", pushed.text);
    office.desk.git(&["push", "--quiet", past, &url, "main"]);
    let doctor = told(office.run(&office.server, &["--lang", "en", "doctor"]));
    assert!(!doctor.contains("no push"), "{doctor}");
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    assert!(push(&office, &[("GL_USER", "m5-account")]).accepted);
    // History tells it as the gate would have, of that commit alone.
    let told = told(office.run(&office.desk, &["check", "--history", "--format", "short"]));
    let errors: Vec<&str> = told.lines().filter(|line| line.contains(": error[")).collect();
    assert!(errors.len() == 1 && errors[0].contains("[G719]"), "{told}");
}

#[test]
fn the_gate_is_not_taken_off_the_branch_of_the_register() {
    let office = Office::new();
    office.desk.write("klacht.yaml", "schema: klacht.register/1\nprotected: [release]\n").commit("Andere tak");
    office.refuses(&["main"], &["G725"]);
    // What came in past the hook all the same.
    let past = "--receive-pack=git -c core.hooksPath=/dev/null receive-pack";
    office.desk.git(&["push", "--quiet", past, &format!("file://{}", office.server.path().display()), "main"]);
    for (at, grade) in [(&office.server, "fault"), (&office.desk, "warning")] {
        let doctor = words(&office.run(at, &["--lang", "en", "doctor"]));
        let line = doctor.lines().find(|line| line.contains("what is pushed to main is not judged"));
        assert!(line.is_some_and(|line| line.starts_with(grade)), "{doctor}");
    }
    // The remedy; and a branch of a desk is no register.
    office.desk.write("klacht.yaml", "schema: klacht.register/1\nprotected: [release, main]\n").commit("Ook main");
    office.accepts(&["main"]);
    let clone = office.world.clone_of(&office.server, "clone", &[]);
    clone.branch("concept");
    let doctor = words(&office.run(&clone, &["--lang", "en", "doctor"]));
    assert!(!doctor.contains("not judged"), "{doctor}");
}
