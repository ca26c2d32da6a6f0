//! The five questions on a real terminal, by way of tmux, and the commands that are printed at the end. Where tmux is not
//! installed the test says that it was left out.

use std::path::Path;

use crate::common::Terminal;
use crate::init::desk::Desk;

fn terminal(desk: &Desk, socket: &str) -> Option<Terminal> {
    let mut like = desk.program_in(desk.world.path());
    let bin = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
    like.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap())).env("KLACHT_PORT", "0");
    Terminal::open(desk.world.path().join(socket), like)
}

#[test]
fn five_questions_make_a_register_and_the_next_commands_work_as_printed() {
    let desk = Desk::new();
    let Some(shown) = terminal(&desk, "tmux") else { return };
    shown.run("klacht init register");
    shown.sees("Vraag 1 van 5");
    shown.line("Kantoor Oost");
    shown.sees("adres van haar site");
    shown.line("kantoor");
    shown.sees("schrijf het zoals https://www.voorbeeld.example");
    // What was wrong is asked again, with the same proposal.
    shown.keys(&["C-u"]);
    shown.line("https://www.kantoor.example");
    shown.sees("e-mailadres voor klachten");
    shown.keys(&["Enter"]);
    shown.sees("Vraag 2 van 5");
    shown.keys(&["Enter"]);
    shown.sees("Vraag 3 van 5");
    shown.keys(&["Enter"]);
    shown.sees("ontvangst bevestigen binnen");
    shown.line("3 werkdagen");
    shown.sees("uitkomst melden binnen");
    shown.keys(&["Enter"]);
    shown.sees("te verlengen met hoogstens");
    shown.keys(&["Enter"]);
    shown.sees("Vraag 4 van 5");
    shown.keys(&["Enter"]);
    shown.sees("git-adres van wie vervangt");
    // One question back, and on again with what was answered there.
    shown.line("<");
    shown.keys(&["Enter"]);
    shown.keys(&["Enter"]);
    shown.sees("Vraag 5 van 5");
    shown.keys(&["Enter"]);
    shown.sees("https://www.klachtencommissie.example");
    shown.keys(&["Enter"]);
    shown.sees("bindt haar uitspraak u");
    shown.keys(&["Enter"]);
    shown.sees("sinds wanneer geldt de regeling");
    shown.line("vandaag");
    let screen = shown.sees("klaar-0");
    let text = desk.text("policy/kantoor-oost/2026-01-05/text.nl.md");
    assert!(
        text.contains("Mail uw klacht naar klachten@kantoor.example.") && text.contains("binnen 3 werkdagen"),
        "{text}"
    );
    assert_eq!(desk.found("check --format short"), "");
    drop(shown);

    let next: Vec<&str> =
        screen.lines().map(str::trim).filter(|l| l.starts_with("git -C") || l.starts_with("klacht -C")).collect();
    assert_eq!(next.len(), 3, "{screen}");
    printed_commands_work(&desk, &next);
}

fn printed_commands_work(desk: &Desk, next: &[&str]) {
    let shown = terminal(desk, "tmux-2").unwrap();
    shown.run(next[0]);
    shown.sees("klaar-0");
    assert_eq!(desk.repo().git(&["status", "--porcelain"]), "");
    drop(shown);

    let shown = terminal(desk, "tmux-3").unwrap();
    shown.run(next[1]);
    shown.sees("op welke dag kwam de klacht binnen");
    shown.keys(&["Enter"]);
    shown.sees("langs welk kanaal");
    shown.keys(&["Enter"]);
    shown.sees("onderwerp");
    shown.keys(&["Space", "Enter"]);
    shown.sees("gesloten deel");
    shown.keys(&["Space", "Down", "Space", "Enter"]);
    shown.sees("wie nog meer");
    shown.keys(&["Enter"]);
    shown.sees("werknotitie");
    shown.keys(&["Enter"]);
    shown.sees("klaar-0");
    drop(shown);

    let shown = terminal(desk, "tmux-4").unwrap();
    shown.run(next[2]);
    shown.sees("het voorbeeld staat klaar");
    shown.keys(&["C-c"]);
    shown.sees("klaar-0");
}
