//! Regulations that the program was not made with, as data: a care provider under the Wkkgz, a water board under the Awb, a
//! primary school, an English landlord with two stages, a law firm. Each is walked by commands to every one of its ends, with
//! every date that falls due reckoned by hand.
//!
//! `ways.txt` beside a regulation tells the ways:
//!
//! ```text
//! way what happens on it
//! 2026-03-02 m1 new --received 2026-02-27 --party patient
//!     2026-03-13 ontvangst-bevestigd   ten working days after Friday 27 February
//! 2026-03-04 m1 step ID ontvangst-bevestigd
//!     -                                nothing falls due
//! refused W202 2026-03-04 m1 step ID oordeel
//! end afgesloten met een beslissing
//! ```
//!
//! Below a command stands everything that falls due then, day and step; words behind them say how the day was reckoned. `refused`
//! is a command that must not be taken, with the code that says why.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::common::{Office, words};

/// A day and a step.
type Due = (String, String);

/// One command on a way.
struct Line {
    day: String,
    person: String,
    typed: Vec<String>,
    /// What must be said when it is refused; otherwise what falls due afterwards.
    outcome: Result<BTreeSet<Due>, String>,
}

/// One way.
struct Way {
    name: String,
    lines: Vec<Line>,
    end: String,
}

fn folder(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unseen").join(id)
}

fn line(text: &str, refused: Option<String>) -> Line {
    let mut words = text.splitn(3, ' ').map(str::to_owned);
    let mut next = || words.next().unwrap_or_else(|| panic!("a day, a person and a command: {text}"));
    let (day, person, typed) = (next(), next(), next());
    let typed = shell_words::split(&typed).unwrap_or_else(|error| panic!("{text}: {error}"));
    Line { day, person, typed, outcome: refused.map_or_else(|| Ok(BTreeSet::new()), Err) }
}

fn ways(id: &str) -> Vec<Way> {
    let text = std::fs::read_to_string(folder(id).join("ways.txt")).unwrap();
    let mut found: Vec<Way> = Vec::new();
    for written in text.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.trim_start().starts_with('#')) {
        if let Some(name) = written.strip_prefix("way ") {
            found.push(Way { name: name.to_owned(), lines: Vec::new(), end: String::new() });
            continue;
        }
        let way = found.last_mut().expect("a way begins with its name");
        if let Some(end) = written.strip_prefix("end ") {
            end.clone_into(&mut way.end);
        } else if let Some(refused) = written.strip_prefix("refused ") {
            let (code, rest) = refused.split_once(' ').expect("a code and a command");
            way.lines.push(line(rest, Some(code.to_owned())));
        } else if let Some(due) = written.strip_prefix("    ") {
            let mut words = due.split_whitespace();
            let day = words.next().unwrap();
            let outcome = way.lines.last_mut().and_then(|l| l.outcome.as_mut().ok()).expect("stands below a command");
            if day != "-" {
                outcome.insert((day.to_owned(), words.next().expect("a day and a step").to_owned()));
            }
        } else {
            way.lines.push(line(written, None));
        }
    }
    found
}

/// A desk under the regulation.
fn office(id: &str, domain: &'static str) -> Office {
    let office = Office::under(id, &folder(id).join("policy").join(id), domain);
    let told = words(&office.run(&["policy", "check"]));
    assert!(!told.contains("fout[") && !told.contains("waarschuwing["), "{id}: {told}");
    office
}

fn falls_due(office: &Office, id: &str) -> BTreeSet<Due> {
    let told: Value = serde_json::from_str(&office.done(&["due", "--format", "json"])).unwrap();
    let of = |row: &Value| Some((row["due"].as_str()?.to_owned(), row["step"].as_str()?.to_owned()));
    told["due"].as_array().unwrap().iter().filter(|row| row["id"] == id).filter_map(of).collect()
}

/// Takes one command of a way, in the case of this id; the id of a new case.
fn take(office: &Office, way: &Way, line: &Line, id: &str) -> String {
    let typed: Vec<String> = line.typed.iter().map(|word| word.replace("ID", id)).collect();
    let place = format!("{}: {} {}", way.name, line.day, typed.join(" "));
    office.on(&line.day).by(&line.person);
    let mut arguments: Vec<&str> = typed.iter().map(String::as_str).collect();
    let mut id = id.to_owned();
    match &line.outcome {
        Err(code) => {
            let done = office.run(&arguments);
            assert!(!done.status.success() && words(&done).contains(code.as_str()), "{place}: {}", words(&done));
        }
        Ok(due) => {
            arguments.push("--commit");
            let done = office.run(&arguments);
            assert!(done.status.success(), "{place}: {}", words(&done));
            if arguments[0] == "new" {
                String::from_utf8(done.stdout).unwrap().lines().nth(1).unwrap().clone_into(&mut id);
            }
            assert_eq!(&falls_due(office, &id), due, "{place}");
        }
    }
    id
}

/// The step with which a way ended.
fn ended(office: &Office, way: &Way, id: &str) -> String {
    let shown: Value = serde_json::from_str(&office.done(&["show", id, "--format", "json"])).unwrap();
    assert_eq!(shown["state"]["nl"], way.end.as_str(), "{}: {shown:#}", way.name);
    let text = office.text(id);
    text.rsplit_once("- step: ").unwrap().1.lines().next().unwrap().to_owned()
}

/// The lines of a way, each with the day on which its turn comes: what is refused is tried when the next one is taken, on its own day.
fn in_turn(at: usize, way: &Way) -> impl Iterator<Item = (&str, usize, &Line)> {
    (0..).zip(&way.lines).map(move |(number, line)| {
        let taken = way.lines[number..].iter().find(|l| l.outcome.is_ok());
        (taken.map_or("9999", |l| l.day.as_str()), at, line)
    })
}

/// Every way of a regulation, day by day as if all were at work at once, and that they lead to every end there is.
fn walked(id: &str, domain: &'static str) {
    let office = office(id, domain);
    let ways = ways(id);
    let mut ids = vec![String::new(); ways.len()];
    let mut lines: Vec<(&str, usize, &Line)> = (0..).zip(&ways).flat_map(|(at, way)| in_turn(at, way)).collect();
    lines.sort_by_key(|(turn, at, _)| (*turn, *at));
    for (_, at, line) in lines {
        ids[at] = take(&office, &ways[at], line, &ids[at]);
    }
    let reached: BTreeSet<String> = ways.iter().zip(&ids).map(|(way, case)| ended(&office, way, case)).collect();
    for arguments in [&["check"][..], &["check", "--history"]] {
        let done = office.run(arguments);
        assert!(done.status.success(), "{id} {arguments:?}: {}", words(&done));
        // A step that was late with its reason stays a warning, as does in history what was not done until then.
        let known = if arguments.len() == 1 { &["T302"][..] } else { &["T302", "T310", "W224"] };
        let told = known.iter().fold(words(&done), |told, code| told.replace(&format!("waarschuwing[{code}]"), ""));
        assert!(!told.contains("waarschuwing["), "{id}: {told}");
    }
    let told: Value = serde_json::from_str(&office.done(&["policy", "walk", id, "--format", "json"])).unwrap();
    let ends = told["ends"].as_array().unwrap().iter().map(|end| end["end"]["id"].as_str().unwrap().to_owned());
    let missed: Vec<String> = ends.filter(|end| !reached.contains(end)).collect();
    assert!(missed.is_empty(), "{id}: no way leads to {missed:?}");
}

#[test]
fn a_care_provider_under_the_wkkgz() {
    walked("zorg", "esdoornhof.example");
}

#[test]
fn a_water_board_under_the_awb() {
    walked("waterschap", "zeewering.example");
}

#[test]
fn a_primary_school_with_a_committee_and_school_days() {
    walked("school", "wilgenroos.example");
}

#[test]
fn an_english_landlord_with_two_stages() {
    walked("landlord", "brackenfield.example");
}

#[test]
fn a_law_firm() {
    walked("advocaten", "vandermeij.example");
}

/// Whoever must be named in a complaint is named in the example too, so that what is done for each of them lies on the way.
#[test]
fn the_walk_has_the_parties_that_the_intake_demands() {
    let office = office("waterschap", "zeewering.example");
    let told: Value =
        serde_json::from_str(&office.done(&["policy", "walk", "waterschap", "--format", "json"])).unwrap();
    let ends = told["ends"].as_array().unwrap();
    let decided = ends.iter().find(|end| end["end"]["id"] == "afgehandeld").unwrap();
    let steps = decided["steps"].as_array().unwrap();
    assert!(steps.iter().any(|step| step["step"]["id"] == "kopie-gestuurd"), "{decided:#}");
}

/// What reached one of several is not written down as having reached the other.
#[test]
fn a_letter_to_one_of_two_complainants_is_not_recorded_as_sent_to_both() {
    let office = office("zorg", "esdoornhof.example");
    office.on("2026-03-03").by("m1");
    let id = office.open(
        "new --received 2026-03-02 --channel brief --party client --party client:complainant --party zorggroep --sealed name,narrative",
    );
    let before = office.text(&id);
    let told =
        words(&office.run(&["step", &id, "ontvangst-bevestigd", "--by", "m1", "--to", "p1", "--channel", "brief"]));
    assert_eq!(office.text(&id), before, "{told}");
    assert!(told.contains("p2"), "{told}");
    // Where nobody says to whom, it goes to all who must have it.
    office.done(&["step", &id, "ontvangst-bevestigd", "--by", "m1", "--channel", "brief"]);
    assert!(office.text(&id).contains("to: [p1, p2]"));
}
