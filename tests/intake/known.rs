//! What is no new complaint: imported before, an answer, a message by a machine; and what goes into a case that is there.

use std::fs;

use klacht::intake::{Given, SentBy};

use super::room::Room;

fn given() -> Given {
    Given { topics: vec!["incasso".to_owned()], role: Some("debiteur".to_owned()), ..Given::default() }
}

/// A message to the desk of one regulation.
fn message(id: &str, head: &str, body: &str) -> String {
    let from = if head.contains("From:") { "" } else { "From: Quirijn Zonderland <quirijn@zonderland.example>\r\n" };
    format!(
        "{from}To: klachten@klinkerdam.example\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nMessage-ID: <{id}@zonderland.example>\r\n{head}\r\n{body}\r\n"
    )
}

fn said(outcome: &klacht::intake::Outcome) -> String {
    outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect::<Vec<_>>().join("\n")
}

fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned()
}

#[test]
fn another_desk_knows_what_was_imported_and_nobody_can_read_it() {
    let room = Room::new();
    let file = room.file("in.eml", message("a1", "Subject: Boos\r\n", "Te duur."));
    let first = room.import(&file, &given(), None, false);
    let case = room.cases().concat();
    let digest = case.lines().find_map(|l| l.trim().strip_prefix("digest: ")).unwrap().to_owned();
    assert_eq!(digest.len(), 64);
    // The other desk has the register, and not the folder; its server added another trace.
    fs::remove_dir_all(room.confidential()).unwrap();
    let text = format!("X-Desk: 2\r\n{}", message("a1", "Subject: Boos\r\n", "Te duur."));
    let again = room.import(&room.file("ook.eml", text), &given(), None, false);
    assert_eq!((again.cases.len(), again.known), (0, 1), "{again:?}");
    assert!(said(&again).contains(&id_of(&first.cases[0])), "{again:?}");
    // Each case has a key of its own: the same message in another case has another digest.
    fs::remove_dir_all(room.register().join("cases")).unwrap();
    room.import(&file, &given(), None, false);
    assert!(!room.cases().concat().contains(&digest));
    assert_eq!(room.run(&["check"]).0, 0);
}

#[test]
fn one_id_for_all_messages_loses_none_of_them() {
    let room = Room::new();
    let first = room.import(&room.file("1.eml", message("scan", "", "Te duur.")), &given(), None, false);
    let second = room.file("2.eml", message("scan", "", "Te laat."));
    let outcome = room.import(&second, &given(), None, false);
    assert!(outcome.refused() && said(&outcome).contains(&id_of(&first.cases[0])), "{outcome:?}");
    let anyway = Given { anyway: true, ..given() };
    assert_eq!(room.import(&second, &anyway, None, false).cases.len(), 1);
    // By then it is known.
    let again = room.import(&second, &given(), None, false);
    assert!(again.cases.is_empty(), "{again:?}");
}

#[test]
fn an_answer_names_its_case_and_goes_into_it_when_asked() {
    let room = Room::new();
    let case = room.import(&room.file("in.eml", message("a1", "", "Te duur.")), &given(), None, false).cases.remove(0);
    let id = id_of(&case);
    let small = id.to_lowercase().replace('-', "");
    for (name, head) in [
        ("subject", format!("Subject: Re: Uw klacht {id}\r\n")),
        ("small", format!("Subject: AW: [{small}] uw klacht\r\n")),
        ("thread", "In-Reply-To: <brief@klinkerdam.example>\r\nReferences: <a1@zonderland.example> <brief@klinkerdam.example>\r\n".to_owned()),
        ("reply", "In-Reply-To: <a1@zonderland.example>\r\n".to_owned()),
    ] {
        let file = room.file(&format!("{name}.eml"), message(name, &head, "Nog iets."));
        let outcome = room.import(&file, &given(), None, false);
        assert!(outcome.refused() && said(&outcome).contains(&format!("--case {id}")), "{name}: {outcome:?}");
        assert!(!said(&outcome).contains("zonderland"), "{outcome:?}");
    }
    let before = room.cases();
    let path = room.file("subject.eml", message("subject", &format!("Subject: Re: {id}\r\n"), "Nog iets."));
    let flags = ["import", path.to_str().unwrap(), "--case", &id, "--confidential", "../vertrouwelijk"];
    let (code, text) = room.run(&flags);
    assert!(code == 0 && text.contains("toegevoegde berichten: 1"), "{text}");
    assert!(room.kept().contains(&format!("{id}/002/message.eml")), "{:?}", room.kept());
    assert_eq!(room.cases(), before);
    let (code, text) = room.run(&flags);
    assert!(code == 0 && text.contains(&format!("al ingevoerd als zaak {id}")), "{text}");
    // An answer to what came in later is one of the same case.
    let file = room.file("verder.eml", message("verder", "In-Reply-To: <subject@zonderland.example>\r\n", "En dit."));
    assert!(said(&room.import(&file, &given(), None, false)).contains(&id));
    // A number that no case has is none.
    let file = room.file("vreemd.eml", message("vreemd", "Subject: K26-7F3QXM\r\n", "Te duur."));
    assert_eq!(room.import(&file, &given(), None, true).cases.len(), 1);
}

#[test]
fn what_no_person_wrote_makes_no_case_unless_somebody_looked() {
    let room = Room::new();
    let file = room.file("in.eml", message("a1", "Auto-Submitted: auto-replied\r\n", "Ik ben weg."));
    assert!(room.import(&file, &given(), None, false).refused() && room.cases().is_empty());
    // Among others it is set aside, and the others are imported.
    let mbox = format!(
        "From a Tue Nov  3 10:00:00 2026\n{}\nFrom b Tue Nov  3 10:00:00 2026\n{}",
        message("a1", "Auto-Submitted: auto-replied\r\n", "Ik ben weg."),
        message("b2", "", "Te duur."),
    );
    let outcome = room.import(&room.file("alles.mbox", mbox), &given(), None, false);
    assert_eq!((outcome.cases.len(), outcome.aside), (1, 1), "{outcome:?}");
    let anyway = Given { anyway: true, ..given() };
    assert_eq!(room.import(&file, &anyway, None, false).cases.len(), 1);
}

#[test]
fn a_colleague_is_the_complainant_only_when_that_is_said() {
    let room = Room::new();
    let head = "From: Tess <tess@klinkerdam.example>\r\nSubject: Klacht\r\n";
    let file = room.file("in.eml", message("a1", head, "Zie het gesprek van gisteren: te duur."));
    let outcome = room.import(&file, &given(), None, false);
    assert!(outcome.refused() && said(&outcome).contains("--sent-by colleague"), "{outcome:?}");
    let passed = Given { sent_by: Some(SentBy::Colleague), ..given() };
    assert!(said(&room.import(&file, &passed, None, false)).contains("--received"));
    let passed = Given { received: "2026-11-02".parse().ok(), ..passed };
    let outcome = room.import(&file, &passed, None, false);
    assert_eq!(outcome.cases.len(), 1, "{outcome:?}");
    assert!(room.cases().concat().contains("received: 2026-11-02"), "{:?}", room.cases());
    let data = fs::read_to_string(room.confidential().join(id_of(&outcome.cases[0])).join("data.json")).unwrap();
    assert!(!data.contains("Tess") && data.contains("te duur"), "{data}");
    let own = Given { sent_by: Some(SentBy::Complainant), ..given() };
    let file = room.file("zelf.eml", message("b2", head, "Ik vind het zelf te duur."));
    assert_eq!(room.import(&file, &own, None, false).cases.len(), 1);
}
