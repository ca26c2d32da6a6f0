//! What is told of a command line that cannot be read, of every kind that somebody can cause, in both languages.

use std::fmt::Write;

use crate::common::words as said;
use crate::shell::bundle::Bundle;

const MISTAKES: &[(&str, &[&str])] = &[
    ("unknown verb", &["chekc"]),
    ("unknown alias", &["controler"]),
    ("unknown verb, like none", &["qqqqqq"]),
    ("verb that stands deeper", &["coverage"]),
    ("unknown verb below a verb", &["policy", "chek"]),
    ("unknown verb below a verb, like none", &["hook", "qqqqqq"]),
    ("option before the verb is no verb", &["-C", "chekc", "policy", "chek"]),
    ("unknown option", &["check", "--stagd"]),
    ("unknown option with a value", &["list", "--regulatin=cmm"]),
    ("unknown option, like none", &["check", "--qqqqqq"]),
    ("unknown short option", &["check", "-x"]),
    ("option of other verbs", &["check", "--with-ids"]),
    ("option before any verb", &["--staged"]),
    ("missing value", &["check", "--range"]),
    ("missing value of several", &["--lang"]),
    ("wrong value of several", &["--lang", "nll", "check"]),
    ("wrong value, like none", &["--lang", "qqqqqq", "check"]),
    ("wrong shell", &["completions", "bsh"]),
    ("wrong form of letter", &["letter", "K26-7F3QXM", "--format", "elm"]),
    ("wrong kind of letter", &["letter", "K26-7F3QXM", "outcom"]),
    ("wrong form of findings", &["check", "--format", "sarfi"]),
    ("wrong severity", &["build", "--fail-on", "warnin"]),
    ("wrong form of a list", &["list", "--format", "xml"]),
    ("wrong state", &["list", "--state", "open,afgeslotn"]),
    ("wrong time", &["due", "--within", "gauw"]),
    ("wrong period", &["export", "--received", "jaar"]),
    ("wrong range", &["check", "--range", "HEAD"]),
    ("wrong kind of file", &["schema", "casse"]),
    ("wrong sector", &["init", "--template", "trainig"]),
    ("a date in another order", &["--today", "20-11-2026", "check"]),
    ("a day that is not there", &["list", "--today", "2026-02-30"]),
    ("no number", &["list", "--year", "twintig"]),
    ("a number out of bounds", &["serve", "--port", "99999"]),
    ("no pair", &["step", "K26-7F3QXM", "x", "--set", "oordeel"]),
    ("missing argument", &["letter"]),
    ("missing arguments", &["year", "close"]),
    ("missing option", &["import", "klacht.eml"]),
    ("an option that needs another", &["stats", "--explain", "a/b/c"]),
    ("a word too many", &["check", "cmm"]),
    ("a word too many at the end", &["show", "K26-7F3QXM", "nu"]),
    ("a value for a flag", &["check", "--staged=ja"]),
    ("conflict", &["check", "--staged", "--history"]),
    ("conflict with a value", &["check", "--range", "a..b", "--history"]),
    ("conflict of two that are kept", &["step", "K26-7F3QXM", "x", "--commit", "--dry-run"]),
    ("the same option twice", &["check", "--range", "a..b", "--range", "c..d"]),
];

#[test]
fn every_mistake_is_told_with_a_way_out() {
    let bundle = Bundle::small();
    for lang in ["nl", "en"] {
        let mut text = String::new();
        for (kind, words) in MISTAKES {
            let done = bundle.command("klacht").env("KLACHT_LANG", lang).args(*words).output().unwrap();
            assert_eq!(done.status.code(), Some(2), "{kind}: {}", said(&done));
            assert!(done.stdout.is_empty(), "{kind}: {}", said(&done));
            let told = String::from_utf8(done.stderr).unwrap();
            let heads =
                if lang == "nl" { ["fout: ", "doe dit: ", "gebruik: "] } else { ["error: ", "fix: ", "usage: "] };
            for (line, head) in told.lines().zip(heads) {
                assert!(line.starts_with(head), "{kind}: {told}");
            }
            assert!(told.trim_end().ends_with(" --help"), "{kind}: {told}");
            let english = ["invalid", "unexpected", "required", "Usage", "unrecognized", "for more information"];
            assert!(lang == "en" || !english.iter().any(|word| told.contains(word)), "{kind}: {told}");
            writeln!(text, "# {kind}\n$ klacht {}\n{told}", words.join(" ")).unwrap();
        }
        insta::assert_snapshot!(format!("mistakes-{lang}"), text);
    }
}

/// Help that nobody asked for is no success, and comes where mistakes come.
#[test]
fn help_for_want_of_a_verb_goes_to_standard_error() {
    let bundle = Bundle::small();
    for words in [&[][..], &["policy"], &["hook"], &["year"]] {
        let done = bundle.run(words);
        assert_eq!(done.status.code(), Some(2), "{words:?}");
        let told = String::from_utf8(done.stderr).unwrap();
        assert!(
            done.stdout.is_empty()
                && told.contains("Gebruik: ")
                && (told.contains("Opdrachten:") || told.contains("Regeling:")),
            "{told}"
        );
    }
    let done = bundle.run(&["policy", "--help"]);
    assert!(done.status.success() && done.stderr.is_empty());
}

/// A variable that stands for an option is told like the option.
#[test]
fn a_wrong_variable_is_told() {
    let bundle = Bundle::small();
    let done =
        bundle.command("klacht").env("KLACHT_LANG", "nl").env("KLACHT_COLOR", "alwys").arg("check").output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(
        said(&done).contains("`alwys` kan niet bij `--color") && said(&done).contains("`always`"),
        "{}",
        said(&done)
    );
}
