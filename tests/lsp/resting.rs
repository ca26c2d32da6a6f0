//! While somebody types in a regulation: what is quick comes at once, what takes a search comes when the text rests, and nobody
//! waits for it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::common::{Office, copy, root};
use crate::lsp::session::{Session, able, codes};

const REGULATION: &str = "policy/square-mile/2025-01-01/regulation.yaml";
const CASE: &str = "cases/square-mile/2026/09/K26-SRWVMK.md";
/// Words that stand in the text of the regulation.
const QUOTE: &str = "De medewerker van de deelnemer behandelt de klacht.";
/// Far less than the search of a slow workflow takes, and far more than an answer.
const SOON: Duration = Duration::from_secs(5);

struct Desk {
    office: Office,
    session: Session,
    path: PathBuf,
    right: String,
}

fn desk() -> Desk {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    office.on("2026-11-20");
    copy(&root().join("cases/square-mile/2026/09"), &office.desk.path().join("cases/square-mile/2026/09"));
    let path = office.desk.path().join(REGULATION);
    let right = std::fs::read_to_string(&path).unwrap();
    let session = Session::greeted(office.program(), &able());
    Desk { office, session, path, right }
}

impl Desk {
    /// The regulation with more steps.
    fn with(&self, steps: &str) -> String {
        self.right.replacen("\nsteps:\n", &format!("\nsteps:\n{steps}"), 1)
    }

    /// A step that can never be taken, as only a search can tell, with a quote that stands nowhere, as is seen at once.
    fn wrong(&self) -> String {
        self.with(
            "  - {id: nooit, name: Nooit, by: [anyone], optional: true, quote: Dit staat nergens in de tekst., \
             when: {all: [{step: nooit}, {not: {step: nooit}}]}}\n",
        )
    }

    /// The regulation with thousands of states, in each of which thousands of questions are asked: a search of it takes long.
    fn slow(&self) -> String {
        let said = |id: &str, more: &str| {
            format!("  - {{id: {id}, name: Stap, by: [anyone], optional: true, quote: {QUOTE}, {more}}}\n")
        };
        let mut steps = said("nooit", "when: {step: nooit}");
        for nth in 0..12 {
            steps.push_str(&said(&format!("vrij-{nth}"), "once: true"));
            let asked = "{step: nooit}, ".repeat(1000);
            let when = format!("when: {{any: [{asked}{{all: [{{step: vrij-{nth}}}, {{step: nooit}}]}}]}}");
            steps.push_str(&said(&format!("traag-{nth}"), &when));
        }
        self.with(&steps)
    }

    /// The codes that `check` tells of the regulation, if it had this text.
    fn checked(&self, text: &str) -> Vec<String> {
        std::fs::write(&self.path, text).unwrap();
        let done = self.office.run(&["check", "--format", "json"]);
        std::fs::write(&self.path, &self.right).unwrap();
        let told: Value = serde_json::from_slice(&done.stdout).unwrap();
        let own = told["findings"].as_array().unwrap().iter().filter(|f| f["path"] == REGULATION);
        own.map(|f| f["code"].as_str().unwrap().to_owned()).collect()
    }
}

/// Of which document, and of which version.
fn of(message: &Value) -> (String, i64) {
    assert_eq!(message["method"], "textDocument/publishDiagnostics", "{message}");
    let params = &message["params"];
    (params["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned(), params["version"].as_i64().unwrap())
}

#[test]
fn what_is_quick_comes_first_then_other_documents_then_what_was_searched() {
    let mut desk = desk();
    let wrong = desk.wrong();
    let told = desk.checked(&wrong);
    assert!(told.contains(&"P531".to_owned()) && told.len() > 2, "{told:?}");
    let (case, _) =
        desk.session.opened(&desk.office.desk.path().join(CASE), &std::fs::read_to_string(root().join(CASE)).unwrap());
    let uri = desk.session.open(&desk.path, &desk.right);
    for _ in 0..3 {
        desk.session.next();
    }
    desk.session.change(&uri, &wrong);
    let messages: Vec<Value> = (0..3).map(|_| desk.session.next()).collect();
    let order: Vec<(String, i64)> = messages.iter().map(of).collect();
    let regulation = ("regulation.yaml".to_owned(), 3);
    assert_eq!(order, [regulation.clone(), (case.rsplit('/').next().unwrap().to_owned(), 1), regulation]);
    let found = |message: &Value| -> Vec<String> {
        codes(message["params"]["diagnostics"].as_array().unwrap()).into_iter().map(str::to_owned).collect()
    };
    let searched = ["P531", "P533", "P534", "P538"];
    let quick: Vec<String> = told.iter().filter(|c| !searched.contains(&c.as_str())).cloned().collect();
    assert!(!quick.is_empty());
    assert_eq!((found(&messages[0]), found(&messages[2])), (quick, told));
    assert_eq!(desk.session.left(), 0);
}

#[test]
fn what_was_searched_for_a_text_that_is_gone_is_never_told() {
    let mut desk = desk();
    let uri = desk.session.open(&desk.path, &desk.slow());
    assert_eq!(of(&desk.session.next()).1, 1);
    let told = desk.checked(&desk.wrong());
    let began = Instant::now();
    desk.session.change(&uri, &desk.wrong());
    let messages = [desk.session.next(), desk.session.next()];
    assert_eq!(messages.each_ref().map(|m| of(m).1), [2, 2], "the first search ended before its time");
    assert_eq!(codes(messages[1]["params"]["diagnostics"].as_array().unwrap()), told);
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    // What was searched is known as long as the text stays as it is: it is told at once.
    desk.session.tell("textDocument/didSave", &json!({"textDocument": {"uri": uri}}));
    assert_eq!(codes(&desk.session.found(&uri)), told);
    let (before, _) = desk.session.answered("shutdown", &Value::Null);
    assert_eq!(before, Vec::<Value>::new(), "there was nothing more to tell");
}

#[test]
fn a_question_is_answered_and_the_server_leaves_while_a_search_goes_on() {
    let mut desk = desk();
    let uri = desk.session.open(&desk.path, &desk.slow());
    desk.session.found(&uri);
    let lines = desk.slow().lines().position(|l| l.starts_with("steps:")).unwrap();
    let place = json!({"textDocument": {"uri": uri}, "position": {"line": lines + 1, "character": 4}});
    for method in ["textDocument/completion", "textDocument/hover"] {
        let (before, answer) = desk.session.answered(method, &place);
        assert!(answer["error"].is_null(), "{answer}");
        assert_eq!(before, Vec::<Value>::new(), "the search goes on");
    }
    let began = Instant::now();
    assert_eq!(desk.session.left(), 0);
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
}
