//! Completion as a shell asks for it: the words so far, and what may come next.

use crate::common::words as said;
use crate::shell::bundle::Bundle;

/// What may come after these words, as fish asks: value and description. Nothing else may be said.
fn offers(bundle: &Bundle, lang: &str, words: &[&str]) -> Vec<(String, String)> {
    let mut command = bundle.command("klacht");
    command.env("KLACHT_COMPLETE", "fish").env("KLACHT_LANG", lang).args(["--", "klacht"]).args(words);
    let done = command.output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{words:?}: {}", said(&done));
    let text = String::from_utf8(done.stdout).unwrap();
    let line = |line: &str| {
        let (value, about) = line.split_once('\t').unwrap_or((line, ""));
        (value.to_owned(), about.to_owned())
    };
    text.lines().map(line).collect()
}

/// The same without the options, which may come everywhere.
fn values(bundle: &Bundle, words: &[&str]) -> Vec<String> {
    let all = offers(bundle, "nl", words).into_iter().map(|(value, _)| value);
    all.filter(|value| !value.starts_with('-')).collect()
}

#[test]
fn verbs_aliases_and_options_come_in_the_chosen_language() {
    let bundle = Bundle::new();
    assert_eq!(
        offers(&bundle, "nl", &["che"]),
        [("check".into(), "Controleer klachten, regelingen en geschiedenis".into())]
    );
    assert_eq!(offers(&bundle, "en", &["che"]), [("check".into(), "Check cases, regulations and history".into())]);
    assert_eq!(offers(&bundle, "nl", &["--lang", "en", "nie"]), [("nieuw".into(), "Open a new case".into())]);
    assert_eq!(values(&bundle, &["policy", "si"]), ["simulate"]);
    assert!(values(&bundle, &["policy", "walk", "cm"]).contains(&"cmm/2022-01-01".to_owned()));
    assert_eq!(values(&bundle, &["regeling", "pr"]), ["proef"]);
    let options = offers(&bundle, "en", &["check", "--st"]);
    assert_eq!(options, [("--staged".into(), "Check what is about to be committed".into())]);
}

/// In Dutch both names of a verb, once something was typed; in English the Dutch one only where nothing else fits.
#[test]
fn verbs_have_their_names_in_the_chosen_language_in_every_shell() {
    let bundle = Bundle::small();
    let lines: [(&str, &[&str], &[&str]); 8] = [
        ("nl", &["st"], &["stap", "stats", "step"]),
        ("nl", &["to"], &["toegang", "toon"]),
        ("nl", &["policy", ""], &["controleer", "dekking", "doorloop", "nieuw", "opzet", "proef", "verschil"]),
        ("nl", &["regeling", "c"], &["check", "controleer", "coverage"]),
        ("en", &["st"], &["stats", "step"]),
        ("en", &["sta"], &["stats"]),
        ("en", &["stap"], &["stap"]),
        ("en", &["regeling", ""], &["check", "coverage", "diff", "new", "simulate", "skeleton", "walk"]),
    ];
    for shell in ["bash", "zsh", "fish", "elvish"] {
        for (lang, words, wanted) in lines {
            let mut command = bundle.command("klacht");
            command.env("KLACHT_COMPLETE", shell).env("KLACHT_LANG", lang).env("_CLAP_IFS", "\n");
            command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).args(["--", "klacht"]).args(words);
            let text = said(&command.output().unwrap());
            let name = |line: &str| line.split([':', '\t']).next().unwrap().to_owned();
            let mut names: Vec<String> = text.lines().map(name).filter(|name| !name.starts_with('-')).collect();
            names.sort();
            assert_eq!(names, wanted, "{shell}, {lang}: {words:?}");
        }
    }
}

#[test]
fn cases_to_be_handled_come_first_and_others_when_they_are_typed() {
    let bundle = Bundle::new();
    let without = values(&bundle, &["show", ""]);
    assert_eq!(without.len(), 308, "without an overview each case may still be open");
    let listed: serde_json::Value = serde_json::from_str(&bundle.looked_over()).unwrap();
    let is_open =
        |case: &&serde_json::Value| ["open", "report", "escalated"].contains(&case["state"].as_str().unwrap());
    let cases = listed["cases"].as_array().unwrap();
    let mut open: Vec<&str> = cases.iter().filter(is_open).map(|case| case["id"].as_str().unwrap()).collect();
    for verb in ["show", "toon", "step", "letter", "judge", "resolve"] {
        let offered = values(&bundle, &[verb, ""]);
        assert_eq!(offered.len(), open.len(), "{verb}");
        assert!(open.iter().all(|id| offered.iter().any(|o| o == id)), "{verb}");
    }
    let offered = values(&bundle, &["show", "K2"]);
    assert_eq!(offered.len(), 308);
    let mut first: Vec<&str> = offered[..open.len()].iter().map(String::as_str).collect();
    first.sort_unstable();
    open.sort_unstable();
    assert_eq!(first, open, "what is to be handled comes first");
    // The most urgent is the first of `list`, which sorts by day.
    assert_eq!(offered[0], cases.iter().find(is_open).unwrap()["id"].as_str().unwrap());
}

#[test]
fn a_case_is_described_by_its_regulation_and_state_only() {
    let bundle = Bundle::new();
    bundle.looked_over();
    for (id, about) in offers(&bundle, "nl", &["show", "K"]) {
        let (regulation, state) = about.split_once(", ").unwrap();
        assert!(["academie", "cbmk", "cmm", "interactie", "square-mile"].contains(&regulation), "{id}: {about}");
        let states = ["melding", "in behandeling", "bij externe instantie", "afgesloten", "vernietigd", "opgelost"];
        let endings = ["beoordeeld", "ingetrokken", "niet behandeld", "geen klacht", "dubbel ingeschreven"];
        assert!(states.contains(&state) || endings.contains(&state), "{id}: {about}");
    }
}

#[test]
fn an_id_may_be_typed_in_lower_case_and_from_elsewhere() {
    let bundle = Bundle::new();
    assert_eq!(values(&bundle, &["show", "k26-y907"]), ["k26-y907C0"]);
    let folder = bundle.register.path().to_str().unwrap().to_owned();
    let elsewhere = values(&bundle, &["-C", &folder, "show", "K26-Y907"]);
    assert_eq!(elsewhere, ["K26-Y907C0"]);
    assert!(values(&bundle, &["-C", "/", "show", "K26-Y907"]).is_empty());
}

#[test]
fn the_steps_are_those_that_can_be_taken_now() {
    let bundle = Bundle::new();
    let steps = values(&bundle, &["step", "K26-Y907C0", ""]);
    let shown = bundle.done(&["step", "K26-Y907C0"]);
    let possible: Vec<&str> =
        shown.lines().filter_map(|l| l.strip_prefix("  ")?.split_once(" – ")).map(|(id, _)| id).collect();
    assert!(!steps.is_empty());
    assert_eq!(steps, possible);
    assert_eq!(values(&bundle, &["stap", "K26-Y907C0", "ing"]), ["ingetrokken"]);
    let closing = values(&bundle, &["close", "K26-Y907C0", ""]);
    assert!(!closing.is_empty() && !closing.contains(&"overleg-klager".to_owned()), "{closing:?}");
    assert!(values(&bundle, &["step", "K26-000000", ""]).is_empty());
}

#[test]
fn what_a_step_asks_is_offered_with_its_values() {
    let bundle = Bundle::new();
    let keys = values(&bundle, &["step", "K26-Y907C0", "overleg-klager", "--set", ""]);
    assert_eq!(keys, ["uitkomst=", "bedrag="]);
    let outcomes = values(&bundle, &["step", "K26-Y907C0", "overleg-klager", "--set", "uitkomst="]);
    assert!(!outcomes.is_empty() && outcomes.iter().all(|value| value.starts_with("uitkomst=")), "{outcomes:?}");
    assert_eq!(values(&bundle, &["step", "K26-Y907C0", "overleg-klager", "--to", "p"])[0], "p1");
    assert_eq!(values(&bundle, &["hear", "K26-Y907C0", "--party", ""])[0], "p1");
}

#[test]
fn words_of_the_regulations_are_offered() {
    let bundle = Bundle::new();
    let all = ["academie", "cbmk", "cmm", "interactie", "square-mile"];
    assert_eq!(values(&bundle, &["list", "--regulation", ""]), all);
    assert_eq!(values(&bundle, &["year", "close", "s"]), ["square-mile"]);
    assert_eq!(
        values(&bundle, &["policy", "check", "square-mile/"]),
        ["square-mile/2014-11-06", "square-mile/2025-01-01"]
    );
    for verb in [&["policy", "simulate", "cb"][..], &["policy", "diff", "cbmk/2022-01-01", "cb"]] {
        assert_eq!(values(&bundle, verb), ["cbmk/2022-01-01"], "only a version is meant: {verb:?}");
    }
    let topics = values(&bundle, &["new", "--regulation", "cmm", "--topic", ""]);
    assert!(topics.contains(&"training".to_owned()) && topics.len() < values(&bundle, &["new", "--topic", ""]).len());
    assert!(values(&bundle, &["new", "--regulation", "cmm", "--party", "cur"]).contains(&"cursist".to_owned()));
    assert!(values(&bundle, &["due", "--for", "direct"]).contains(&"directeur".to_owned()));
    assert!(values(&bundle, &["list", "--handler", ""]).contains(&"m3".to_owned()));
    assert_eq!(values(&bundle, &["list", "--year", ""]), ["2026", "2025", "2024"]);
    assert_eq!(values(&bundle, &["explain", "T30"])[0], "T301");
    let letters = values(&bundle, &["letter", "K26-Y907C0", ""]);
    let possible = bundle.done(&["letter", "K26-Y907C0"]);
    let possible: Vec<&str> = possible.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(letters, possible);
    assert_eq!(values(&bundle, &["list", "--state", "open,rep"]), ["open,report"]);
}

/// A value that is offered and then refused is worse than none.
#[test]
fn every_word_that_is_offered_is_accepted() {
    let bundle = Bundle::small();
    for words in [
        &["check", "--format"][..],
        &["check", "--fail-on"],
        &["list", "--format"],
        &["list", "--state"],
        &["due", "--format"],
        &["export", "--format"],
        &["export", "--received"],
        &["policy", "check", "--format"],
        &["policy", "coverage", "--format"],
        &["stats", "--format"],
        &["show", "K26-Y907C0", "--format"],
        &["letter", "K26-Y907C0", "acknowledgement", "--format"],
        &["schema"],
        &["completions"],
    ] {
        let offered = values(&bundle, &[words, &[""]].concat());
        assert!(offered.len() > 1, "{words:?}: {offered:?}");
        for value in offered {
            let done = bundle.run(&[words, &[value.as_str()]].concat());
            assert_ne!(done.status.code(), Some(2), "{words:?} {value}: {}", said(&done));
        }
    }
}

#[test]
fn a_broken_register_says_nothing_in_a_prompt() {
    let bundle = Bundle::small();
    bundle.looked_over();
    let ask = |words: &[&str]| offers(&bundle, "nl", words);
    let questions = [
        &["step", ""][..],
        &["step", "K26-Y907C0", ""],
        &["step", "K26-Y907C0", "overleg-klager", "--set", ""],
        &["new", "--topic", ""],
        &["new", "--regulation", "geen", "--topic", ""],
        &["list", "--regulation", ""],
        &["due", "--for", ""],
        &["letter", "K26-Y907C0", ""],
        &["--today", "gisteren", "step", ""],
        &["wat", ""],
        &["step", "--geen", "x", ""],
    ];
    let all = || questions.iter().for_each(|words| drop(ask(words)));
    all();
    bundle.register.write(&format!(".git/{}", klacht::casework::case_index::KEPT), "kapot");
    all();
    assert_eq!(values(&bundle, &["show", "K26-Y907"]), ["K26-Y907C0"]);
    bundle.register.write("policy/cbmk/2022-01-01/regulation.yaml", "titel: : kapot\n\t");
    all();
    bundle.register.write("policy/cmm/people.yaml", [0xff, 0xfe, 0x00]);
    bundle.register.write("klacht.yaml", "[");
    bundle.register.write("cases/cbmk/2026/11/K26-Y907C0.md", "---\nid: ");
    all();
    bundle.register.remove("klacht.yaml");
    std::fs::remove_dir_all(bundle.register.path().join("policy")).unwrap();
    all();
    std::fs::remove_dir_all(bundle.register.path().join("cases")).unwrap();
    all();
    std::fs::remove_dir_all(bundle.register.path().join(".git")).unwrap();
    all();
}

#[test]
fn a_shell_that_nobody_knows_gets_no_answer() {
    let bundle = Bundle::small();
    for (shell, words) in [("tcsh", &["--", "klacht", "che"][..]), ("fish", &[]), ("fish", &["--"]), ("bash", &["--"])]
    {
        let done = bundle.command("klacht").env("KLACHT_COMPLETE", shell).args(words).output().unwrap();
        assert!(done.status.success() && done.stderr.is_empty() && done.stdout.is_empty(), "{shell}: {}", said(&done));
    }
    // An empty variable is none.
    let done = bundle.command("klacht").env("KLACHT_COMPLETE", "").args(["schema", "case"]).output().unwrap();
    assert!(done.status.success() && !done.stdout.is_empty());
}

#[test]
fn a_register_that_stands_still_is_completed_by_that_day() {
    let bundle = Bundle::small();
    std::fs::remove_dir_all(bundle.register.path().join("cases")).unwrap();
    bundle.register.write("klacht.yaml", "schema: klacht.register/1\nstands_on: 2031-05-01\n");
    let years = |words: &[&str]| {
        let mut command = bundle.command("klacht");
        command.env_remove("KLACHT_TODAY").env("KLACHT_COMPLETE", "fish").args(["--", "klacht"]).args(words);
        String::from_utf8(command.output().unwrap().stdout).unwrap().trim().to_owned()
    };
    assert_eq!(years(&["list", "--year", "2"]), "2031");
    assert_eq!(years(&["--today", "2027-01-01", "list", "--year", "2"]), "2027");
}
