//! Findings while somebody types: those of `check`, of the text in the editor, where the editor counts them.

use serde_json::json;

use crate::common::{Office, copy, root};
use crate::lsp::session::{Session, able, codes, named};

/// A desk under square-mile with the bundled settings of a case that is right.
fn desk() -> Office {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    office.on("2026-11-20");
    copy(&root().join("cases/square-mile/2026/09"), &office.desk.path().join("cases/square-mile/2026/09"));
    office
}

const CASE: &str = "cases/square-mile/2026/09/K26-SRWVMK.md";

fn text() -> String {
    std::fs::read_to_string(root().join(CASE)).unwrap()
}

#[test]
fn a_fault_is_shown_where_it_stands_and_goes_when_it_is_put_right() {
    let office = desk();
    let mut session = Session::greeted(office.program(), &able());
    assert_eq!(session.greeting["capabilities"]["positionEncoding"], "utf-16");
    let path = office.desk.path().join(CASE);
    let (uri, found) = session.opened(&path, &text());
    assert_eq!(codes(&found), Vec::<&str>::new(), "{found:?}");

    // An emoji before the fault: two units of UTF-16, one character.
    let wrong = text().replace("channel: e-mail", "\"😀é\": e-mail");
    let wrong = wrong.replace("intake:\n", "intake:\n  channel: e-mail\n");
    let found = session.changed(&uri, &wrong);
    assert!(codes(&found).contains(&"C105"), "{found:?}");
    let flow = text().replacen("key: p1,", "\"😀\": 1, keg: p1,", 1);
    assert_ne!(flow, text(), "the parties stand on one line");
    let found = session.changed(&uri, &flow);
    let keg = found.iter().find(|d| d["code"] == "C105" && d["message"].as_str().unwrap().contains("keg")).unwrap();
    let line = flow.lines().position(|l| l.contains("keg")).unwrap();
    let before = flow.lines().nth(line).unwrap().split("keg").next().unwrap();
    let units: usize = before.chars().map(char::len_utf16).sum();
    assert_eq!(before.chars().count() + 1, units, "the emoji counts twice");
    assert_eq!(
        keg["range"],
        json!({"start": {"line": line, "character": units}, "end": {"line": line, "character": units + 3}})
    );
    assert_eq!((&keg["severity"], &keg["source"]), (&json!(1), &json!("klacht")));
    assert!(keg["message"].as_str().unwrap().contains("\ndoe dit: bedoelt u `key`?"), "{keg}");

    assert_eq!(session.changed(&uri, &text()), Vec::<serde_json::Value>::new());
    session.change(&uri, &flow);
    assert!(!session.found(&uri).is_empty());
    session.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    assert!(session.found(&uri).is_empty(), "what is closed is cleared");
    assert_eq!(session.left(), 0);
}

#[test]
fn columns_are_bytes_where_that_was_agreed() {
    let office = desk();
    let mut able = able();
    able["general"] = json!({"positionEncodings": ["utf-8", "utf-16"]});
    let mut session = Session::greeted(office.program(), &able);
    assert_eq!(session.greeting["capabilities"]["positionEncoding"], "utf-8");
    let flow = text().replacen("key: p1,", "\"😀\": 1, keg: p1,", 1);
    let (_, found) = session.opened(&office.desk.path().join(CASE), &flow);
    let keg = found.iter().find(|d| d["message"].as_str().unwrap().contains("keg")).unwrap();
    let line = flow.lines().find(|l| l.contains("keg")).unwrap();
    assert_eq!(keg["range"]["start"]["character"], line.find("keg").unwrap());
}

#[test]
fn it_finds_what_check_finds_with_the_article_and_in_both_languages() {
    let office = desk();
    let wrong = text().replace("step: toegewezen", "step: uitkomst-gemeld");
    std::fs::write(office.desk.path().join(CASE), &wrong).unwrap();
    for lang in ["nl", "en"] {
        let mut program = office.program();
        program.args(["--lang", lang]);
        let mut session = Session::greeted(program, &able());
        let (_, found) = session.opened(&office.desk.path().join(CASE), &wrong);
        let done = office.run(&["--lang", lang, "check", "--format", "json"]);
        let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        let told: Vec<_> = told["findings"].as_array().unwrap().iter().filter(|f| f["path"] == CASE).collect();
        assert!(!told.is_empty());
        assert_eq!(codes(&found), told.iter().map(|f| f["code"].as_str().unwrap()).collect::<Vec<_>>());
        for (shown, told) in found.iter().zip(&told) {
            let message = told["message"][lang].as_str().unwrap();
            assert!(shown["message"].as_str().unwrap().starts_with(message), "{shown} {told}");
            assert_eq!(shown["relatedInformation"].is_array(), told["article"].is_object(), "{shown}");
        }
        let related = found.iter().find(|d| d["relatedInformation"].is_array()).expect("an article");
        let place = &related["relatedInformation"][0]["location"];
        assert!(place["uri"].as_str().unwrap().contains("/policy/square-mile/"), "{place}");
    }
}

#[test]
fn a_change_of_the_people_is_felt_in_the_case_before_and_after_it_is_saved() {
    let office = desk();
    let mut session = Session::greeted(office.program(), &able());
    let (case, found) = session.opened(&office.desk.path().join(CASE), &text());
    assert!(found.is_empty());
    let people = office.desk.path().join("policy/square-mile/people.yaml");
    let right = std::fs::read_to_string(&people).unwrap();
    let (uri, found) = session.opened(&people, &right);
    assert_eq!(codes(&found), Vec::<&str>::new(), "{found:?}");
    assert!(session.found(&case).is_empty(), "the case is judged again, after the file that was opened");
    session.change(&uri, &right.replace("key: m1\n", "key: m11\n"));
    assert!(!session.found(&case).is_empty(), "m1 is nobody any more");
    session.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    assert!(session.found(&uri).is_empty());
    assert!(session.found(&case).is_empty(), "what is on disk counts again");
    // Another program writes it, and the editor tells of nothing but that something was saved.
    std::fs::write(&people, right.replace("key: m1\n", "key: m11\n")).unwrap();
    session.tell("textDocument/didSave", &json!({"textDocument": {"uri": case}}));
    assert!(!session.found(&case).is_empty());
    std::fs::write(&people, &right).unwrap();
    session.tell("workspace/didChangeWatchedFiles", &json!({"changes": []}));
    assert!(session.found(&case).is_empty());
    assert_eq!(session.left(), 0);
}

#[test]
fn files_of_a_regulation_are_judged_too() {
    let office = desk();
    let mut session = Session::greeted(office.program(), &able());
    let folder = office.desk.path().join("policy/square-mile/2025-01-01");
    let regulation = std::fs::read_to_string(folder.join("regulation.yaml")).unwrap();
    let words = std::fs::read_to_string(folder.join("text.nl.md")).unwrap();
    let (uri, found) = session.opened(&folder.join("regulation.yaml"), &regulation);
    assert!(found.iter().all(|d| d["severity"] != 1), "{found:?}");
    assert_eq!(session.found(&uri), found, "the search has nothing to add");
    let (text, _) = session.opened(&folder.join("text.nl.md"), &words);
    assert_eq!(session.found(&uri), found, "its workflow is the same, and was searched");
    // A sentence that is gone from the text is a quote that hangs in the air, in the other document.
    session.change(&text, "# Iets anders\n\nNiets.\n");
    let found = session.found(&uri);
    assert!(codes(&found).iter().any(|c| c.starts_with('P')), "{found:?}");
    let found = session.changed(&uri, &regulation.replacen("kind: staff", "kind: staf", 1));
    assert!(named(&found, "message").iter().any(|m| m.contains("`staff`")), "{found:?}");
    let settings = office.desk.path().join("klacht.yaml");
    let (_, found) = session.opened(&settings, "schema: klacht.register/1\nprotekted: [main]\n");
    assert_eq!(codes(&found), ["C105"]);
    let book = office.desk.path().join("cases/square-mile/2026/yearbook.yaml");
    let (_, found) = session.opened(&book, "schema: klacht.yearbook/1\nonzin: 1\n");
    assert!(codes(&found).contains(&"C105"), "{found:?}");
    assert_eq!(session.left(), 0);
}

#[test]
fn what_belongs_to_no_register_is_left_alone() {
    let office = desk();
    let mut session = Session::greeted(office.program(), &able());
    let outside = office.world.path().join("notes.md");
    let beside = office.desk.path().join("README.md");
    let nowhere = std::path::Path::new("/no/such/folder/K26-SRWVMK.md");
    for path in [outside.as_path(), beside.as_path(), nowhere] {
        let uri = session.open(path, "---\nwat: [\n---\n");
        let hover = json!({"textDocument": {"uri": uri}, "position": {"line": 1, "character": 1}});
        assert!(session.ask("textDocument/hover", &hover).is_null());
        assert!(session.ask("textDocument/completion", &hover).is_null());
    }
    let uri = "untitled:Untitled-1";
    session.tell(
        "textDocument/didOpen",
        &json!({"textDocument": {"uri": uri, "languageId": "x", "version": 1, "text": "x"}}),
    );
    // The first to be found is the one in the register, and nothing was said of the others.
    session.open(&office.desk.path().join(CASE), &text());
    let message = session.next();
    assert!(message["params"]["uri"].as_str().unwrap().ends_with(CASE), "{message}");
    assert_eq!(session.left(), 0);
}
