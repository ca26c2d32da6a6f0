//! A typing error in anything that has a name gets the name that was meant.

use crate::common::words as said;
use crate::shell::bundle::Bundle;

/// A case that is being handled.
const ID: &str = "K26-Y907C0";

/// What is typed, and what must be named.
const WRONG: &[(&[&str], &str)] = &[
    (&["lsit"], "klacht list"),
    (&["nieuv"], "klacht new"),
    (&["jaar", "sluti"], "klacht year close"),
    (&["list", "--stat", "open"], "--state"),
    (&["list", "--state", "opne"], "open"),
    (&["list", "--format", "jsno"], "json"),
    (&["list", "--regulation", "cmn"], "cmm"),
    (&["list", "--topic", "wachttijdd"], "wachttijd"),
    (&["list", "--handler", "mm3"], "m3"),
    (&["due", "--regulation", "cbkm"], "cbmk"),
    (&["due", "--for", "directuer"], "directeur"),
    (&["due", "--within", "7x"], "7d"),
    (&["export", "--regulation", "acadmie"], "academie"),
    (&["export", "--received", "quater"], "quarter"),
    (&["new", "--regulation", "cmn"], "cmm"),
    (&["new", "--regulation", "cmm", "--channel", "e-mial", "--party", "cursist", "--topic", "training"], "e-mail"),
    (&["new", "--regulation", "cmm", "--channel", "e-mail", "--party", "cursit", "--topic", "training"], "cursist"),
    (&["new", "--regulation", "cmm", "--channel", "e-mail", "--party", "cursist", "--topic", "trainig"], "training"),
    (
        &[
            "new",
            "--regulation",
            "cmm",
            "--channel",
            "e-mail",
            "--party",
            "cursist",
            "--topic",
            "training",
            "--sealed",
            "nme",
        ],
        "bedoelt u `name`?",
    ),
    (&["policy", "simulate", "cmn"], "cmm"),
    (&["show", "K26-Y907C1"], "klacht list"),
    (&["step", ID, "ingetroken"], "ingetrokken"),
    (&["close", ID, "afgeslten"], "afgesloten"),
    (&["letter", ID, "ontvangstbevestigin"], "ontvangstbevestiging"),
    (&["explain", "T3011"], "T301"),
    (&["policy", "check", "cbkm"], "cbmk"),
    (&["policy", "coverage", "interacte"], "interactie"),
    (&["policy", "diff", "square-mil"], "square-mile"),
    (&["stats", "cbkm"], "cbmk"),
    (&["year", "close", "cbkm", "2025", "--dry-run"], "cbmk"),
    (&["schema", "regulaton"], "regulation"),
    (&["check", "--fail-on", "eror"], "error"),
    (&["build", "--format", "jnuit"], "junit"),
    (&["completions", "zhs"], "zsh"),
];

#[test]
fn whatever_is_misspelt_gets_a_suggestion() {
    let bundle = Bundle::new();
    let mut missing = Vec::new();
    for (words, meant) in WRONG {
        let done = bundle.run(words);
        let told = said(&done);
        if done.status.code() != Some(2) || !told.contains(meant) {
            missing.push(format!("klacht {} ({:?}): {told}", words.join(" "), done.status.code()));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
