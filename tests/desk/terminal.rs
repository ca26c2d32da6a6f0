//! The dialogue on a real terminal, by way of tmux. Where tmux is not installed the test says that it was left out.

use crate::common::{Office, Terminal, root};

fn terminal(office: &Office, socket: &str) -> Option<Terminal> {
    Terminal::open(office.world.path().join(socket), office.program())
}

#[test]
fn a_case_is_opened_and_a_step_taken_by_answers() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let Some(first) = terminal(&office, "tmux") else { return };
    first.run_program("new");
    first.sees("op welke dag kwam de klacht binnen");
    first.keys(&["2026-04-1x", "Enter"]);
    first.sees("dit is geen dag; schrijf een dag zoals 3-5-2026");
    first.keys(&["2026-04-15", "Enter"]);
    first.sees("langs welk kanaal");
    first.keys(&["Enter"]);
    first.sees("onderwerp");
    first.keys(&["Enter"]);
    first.sees("kies er minstens één");
    first.keys(&["Space", "Enter"]);
    first.sees("gesloten deel");
    first.keys(&["Space", "Down", "Space", "Down", "Space", "Down", "Space", "Enter"]);
    first.sees("de klager");
    first.keys(&["Enter"]);
    first.sees("wie nog meer (mag leeg blijven)");
    first.keys(&["Enter"]);
    first.sees("werknotitie");
    // In two parts, so that no number stands here.
    first.keys(&["bel 06-1234", "5678", "Enter"]);
    first.sees("staat een telefoonnummer");
    first.keys(&["Enter"]);
    let screen = first.sees("klaar-0");
    let id = screen.lines().find(|l| l.starts_with("K26-")).unwrap().trim().to_owned();
    let text = office.text(&id);
    assert!(text.contains("received: 2026-04-15"), "{text}");
    assert!(text.contains("role: cursist") && text.contains("fields: [name, address, city, narrative]"), "{text}");
    drop(first);

    let second = terminal(&office, "tmux-2").unwrap();
    second.run_program(&format!("step {id} toegewezen"));
    second.sees("wie de behandelaar wordt");
    second.keys(&["Enter"]);
    second.sees("klaar-0");
    assert!(office.text(&id).contains("handler: m"), "{}", office.text(&id));
    drop(second);

    // What cannot be yet is refused for that, without a question, and not for what nobody was asked.
    let third = terminal(&office, "tmux-3").unwrap();
    third.run_program(&format!("step {id} eindrapport"));
    let screen = third.sees("klaar-1");
    assert!(screen.contains("fout[W202]") && !screen.contains("C106"), "{screen}");
}

#[test]
fn a_short_verb_asks_for_each_datum_in_its_own_form() {
    let office = Office::new("interactie", "vlonderpad.example");
    let text = std::fs::read_to_string(root().join("tests/requirements/base/interactie/plain.md")).unwrap();
    let (open, _) = text.split_once("  - step: oordeel-gegeven").unwrap();
    let id = text.lines().find_map(|l| l.strip_prefix("id: ")).unwrap();
    office.on("2025-02-20").by("m2").desk.write(&format!("cases/interactie/2025/02/{id}.md"), format!("{open}---\n"));
    let Some(shown) = terminal(&office, "tmux") else { return };
    shown.run_program(&format!("judge {id}"));
    shown.sees("langs welk kanaal");
    shown.keys(&["Enter"]);
    shown.sees("“Oordeel” (oordeel)");
    shown.keys(&["Enter"]);
    // A comma parts nothing: each recommendation is a line of its own.
    shown.sees("“Aanbevelingen” (aanbevelingen)");
    shown.keys(&["eerst bellen, dan schrijven", "Enter"]);
    shown.sees("en verder (leeg: dat was alles)");
    shown.keys(&["termijn noemen", "Enter"]);
    shown.sees("termijn noemen");
    shown.keys(&["Enter"]);
    shown.sees("“Vingerafdruk van het oordeel”");
    shown.keys(&["abc", "Enter"]);
    shown.sees("dit moet zijn: een SHA-256 van 64 tekens");
    shown.keys(&["ab".repeat(32).as_str(), "Enter"]);
    shown.sees("klaar-0");
    let text = office.text(id);
    assert!(text.contains("aanbevelingen: ['eerst bellen, dan schrijven', termijn noemen]"), "{text}");
}

#[test]
fn who_stops_answering_is_told_that_nothing_was_written() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let Some(first) = terminal(&office, "tmux") else { return };
    first.run_program("new");
    first.sees("op welke dag kwam de klacht binnen");
    first.keys(&["C-c"]);
    let screen = first.sees("klaar-130");
    assert!(screen.contains("Er is niets geschreven."), "{screen}");
    assert!(first.shows_the_cursor());
    assert!(!office.desk.path().join("cases").exists());
}

#[test]
fn nobody_is_asked_anything_when_that_was_said() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let Some(first) = terminal(&office, "tmux") else { return };
    first.run_program("--no-input new");
    let screen = first.sees("klaar-2");
    assert!(screen.contains("er ontbreekt: langs welk kanaal"), "{screen}");
}
