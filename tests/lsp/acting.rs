//! Code actions: findings put right, an entry filled in, the next step taken. Each is applied, and `check` has its say.

use serde_json::Value;

use crate::common::{Office, words};
use crate::lsp::session::{Session, able, codes, named, one};

struct Desk {
    office: Office,
    session: Session,
    uri: String,
    path: std::path::PathBuf,
    text: String,
}

/// A case under cmm that came in on the day.
fn desk() -> Desk {
    let office = Office::new("cmm", "beeldhoek.example");
    let id = office.on("2026-04-17").by("m3").open(
        "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative",
    );
    let (path, text) = (office.file(&id), office.text(&id));
    office.on("2026-04-20");
    let mut session = Session::greeted(office.program(), &able());
    let (uri, _) = session.opened(&path, &text);
    Desk { office, session, uri, path, text }
}

impl Desk {
    /// What can be done at the mark, by titles.
    fn at(&mut self, marked: &str) -> Vec<Value> {
        self.session.actions(&self.uri, marked)
    }

    /// The text after the action with this title.
    fn after(&mut self, marked: &str, title: &str) -> String {
        let actions = self.at(marked);
        let action = one(&actions, "title", title);
        self.session.after(&self.uri, action)
    }

    /// What `check` says of a text, saved.
    fn check(&self, text: &str) -> String {
        std::fs::write(&self.path, text).unwrap();
        words(&self.office.run(&["check", "--format", "short"]))
    }
}

#[test]
fn the_next_step_is_one_edit_that_check_accepts() {
    let mut desk = desk();
    let marked = desk.text.replace("received:", "|received:");
    let actions = desk.at(&marked);
    let steps: Vec<&str> = named(&actions, "title").into_iter().filter(|t| t.starts_with("Volgende stap")).collect();
    assert!(steps.contains(&"Volgende stap: Klacht ingetrokken (ingetrokken)"), "{steps:?}");
    for title in steps.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>() {
        let action = one(&actions, "title", &title);
        assert_eq!(action["kind"], "refactor.step");
        let edits = action["edit"]["documentChanges"][0]["edits"].as_array().unwrap();
        assert_eq!(edits.len(), 1, "one edit, of the log alone: {edits:?}");
        let text = desk.session.after(&desk.uri, action);
        let said = desk.check(&text);
        assert!(!said.contains(": error["), "{title}: {said}");
        let kept = desk.text.lines().filter(|l| !l.starts_with("log:"));
        assert!(kept.clone().all(|l| text.lines().any(|t| t == l)), "{text}");
    }
}

#[test]
fn mistakes_of_the_pen_are_put_right() {
    let mut desk = desk();
    let text = desk.text.clone();
    for (right, wrong, title) in [
        ("channel: e-mail", "chan|nel_: e-mail", "Vervang door `channel`"),
        ("received: 2026-04-17", "received: |17-04-2026", "Vervang door `2026-04-17`"),
        ("as: complainant", "as: |complainent", "Vervang door `complainant`"),
        ("channel: e-mail", "channel: |e-mial", "Vervang door `e-mail`"),
        ("role: cursist", "role: |kursist", "Vervang door `cursist`"),
        ("topics: [training]", "topics: [|traning]", "Vervang door `training`"),
        ("received: 2026-04-17", "re|ceived:2026-04-17", "Zet een spatie na de dubbele punt"),
        ("received: 2026-04-17", "received: |\u{a0}2026-04-17", "Zet er gewone spaties"),
        ("---\nid:", "|id:", "Zet er een regel `---` boven"),
    ] {
        let marked = text.replacen(right, wrong, 1);
        assert_ne!(marked, text, "{right}");
        let actions = desk.at(&marked);
        assert!(named(&actions, "title").contains(&title), "{wrong}: {:?}", named(&actions, "title"));
        let action = one(&actions, "title", title);
        assert_eq!(action["kind"], "quickfix");
        assert!(!codes(action["diagnostics"].as_array().unwrap()).is_empty());
        let mended = desk.session.after(&desk.uri, action).replace("received:  2026", "received: 2026");
        assert_eq!(mended, text, "{title}");
    }
}

#[test]
fn a_key_that_must_be_there_is_added() {
    let mut desk = desk();
    let text = desk.text.clone();
    let id = text.lines().nth(1).unwrap().to_owned();
    let without = text.replacen(&format!("{id}\n\n"), "", 1).replace("received:", "|received:");
    let mended = desk.after(&without, &format!("Voeg `{id}` toe"));
    assert!(mended.starts_with(&format!("---\n{id}\nreceived: ")), "{mended}");
    let log = text.replace("log: []", "log:\n  - st|ep: ontvangst-bevestigd");
    let mended = desk.after(&log, "Voeg `on: 2026-04-20` toe");
    assert!(mended.contains("\n  - on: 2026-04-20\n    step: ontvangst-bevestigd\n"), "{mended}");
    let note = text.replace("log: []", "log:\n  - step: ontvangst-bevestigd\n    on: 2026-04-20\n    note: |zaak: 7");
    let mended = desk.after(&note, "Zet de tekst tussen aanhalingstekens");
    assert!(mended.contains("    note: \"zaak: 7\"\n"), "{mended}");
}

#[test]
fn an_entry_is_filled_in_as_far_as_it_is_known() {
    let mut desk = desk();
    let begun = desk.text.replace("log: []", "log:\n  - step: ontvangst|-bevestigd\n    on: 2026-04-20");
    let filled = desk.after(&begun, "Vul in wat vaststaat: by, to");
    insta::assert_snapshot!("filled", filled.split_once("log:").unwrap().1);
    assert!(!desk.check(&filled).contains(": error["), "{}", desk.check(&filled));
    // What can be chosen, and what only a person can say.
    let assigned = desk.text.replace("log: []", "log:\n  - step: toege|wezen\n    on: 2026-04-20\n    by: m3");
    let chosen = desk.after(&assigned, "Schrijf `handler: m3` (Hoofd Opleidingen)");
    assert!(chosen.contains("    by: m3\n    handler: m3\n"), "{chosen}");
    assert!(!desk.check(&chosen).contains(": error["), "{}", desk.check(&chosen));
    let open = desk.text.replace(
        "log: []",
        &ENTRIES.replace("    uitslagdatum: 2026-04-30", "    by: m3").replacen(
            "    by: m3\n    to: [p1]\n    channel: telefoon\n",
            "    to: [p1]\n    channel: telefoon\n",
            1,
        ),
    );
    let actions = desk.at(&open);
    let title = named(&actions, "title").into_iter().find(|t| t.starts_with("Voeg een regel `uitslagdatum:` toe"));
    let title = title.unwrap_or_else(|| panic!("{actions:?}")).to_owned();
    let text = desk.session.after(&desk.uri, one(&actions, "title", &title));
    assert!(text.contains("    by: m3\n    uitslagdatum: \n---"), "{text}");
    assert!(desk.check(&text).contains("error[C107]"), "an open place is asked for: {}", desk.check(&text));
}

/// A log until the first talk with the complainant, at which the mark stands.
const ENTRIES: &str = "log:\n  - step: toegewezen\n    on: 2026-04-20\n    by: m3\n    handler: m3\n\n  - step: ontvangst-bevestigd\n    on: 2026-04-20\n    by: m3\n    to: [p1]\n    channel: e-mail\n\n  - step: contact|-klager\n    on: 2026-04-20\n    by: m3\n    to: [p1]\n    channel: telefoon\n    uitslagdatum: 2026-04-30";

#[test]
fn a_declaration_is_begun_and_the_rest_is_asked_for() {
    let mut desk = desk();
    let marked = desk.text.replace("log: []", ENTRIES);
    let text = desk.after(&marked, "Voeg de verklaring `klacht-duidelijk` toe");
    assert!(
        text.contains("attestations:\n  - attestation: klacht-duidelijk\n    on: 2026-04-20\n    by: m3\n    how: \n"),
        "{text}"
    );
    let said = desk.check(&text.replace("how: \n", "how: gevraagd\n"));
    assert!(!said.contains(": error["), "{said}");
}

#[test]
fn only_the_kinds_that_are_asked_for_are_given() {
    let mut desk = desk();
    let range = serde_json::json!({"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 0}});
    for (only, some) in [("refactor", true), ("refactor.step", true), ("quickfix", false), ("source", false)] {
        let context = serde_json::json!({"diagnostics": [], "only": [only]});
        let asked = serde_json::json!({"textDocument": {"uri": desk.uri}, "range": range, "context": context});
        let actions = desk.session.ask("textDocument/codeAction", &asked);
        assert_eq!(!actions.as_array().unwrap().is_empty(), some, "{only}: {actions}");
    }
}
