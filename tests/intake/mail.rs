//! E-mails.

use std::collections::BTreeMap;
use std::fs;

use klacht::intake::Given;

use super::room::Room;

const NAME: &str = "Quirijn Zonderland";
const ADDRESS: &str = "quirijn@zonderland.example";

fn message(to: &str, more: &str) -> String {
    format!(
        "From: {NAME} <{ADDRESS}>\r\nTo: <{to}>\r\nDate: Tue, 3 Nov 2026 23:30:00 +0000\r\nMessage-ID: <a1@zonderland.example>\r\nSubject: Boos over de cursus\r\n{more}\r\nDe zaal was ijskoud.\r\n"
    )
}

fn given(topics: &[&str]) -> Given {
    Given { topics: topics.iter().map(|t| (*t).to_owned()).collect(), ..Given::default() }
}

/// To which address, and what a member of staff adds, for each regulation.
fn each() -> Vec<(&'static str, &'static str, &'static str, Given)> {
    let sealed = |what: &[&str]| what.iter().map(|w| (*w).to_owned()).collect();
    let field = |key: &str, value: &str| BTreeMap::from([(key.to_owned(), value.to_owned())]);
    vec![
        (
            "cmm",
            "Info@Beeldhoek.example",
            "e-mail",
            Given { sealed: sealed(&["address", "city"]), role: Some("Cursist".to_owned()), ..given(&["training"]) },
        ),
        (
            "square-mile",
            "klachten@taalkring-meridiaan.example",
            "e-mail",
            Given { fields: field("klantnummer", "c-1"), ..given(&[]) },
        ),
        (
            "cbmk",
            "klachten@klinkerdam.example",
            "e-mail",
            Given { role: Some("debiteur".to_owned()), ..given(&["incasso"]) },
        ),
        (
            "interactie",
            "klachten@vlonderpad.example",
            "e-mail",
            Given {
                parties: vec!["organisatie:respondent".to_owned()],
                fields: field("overeenkomst", "o-17"),
                ..given(&["Hoe hoog de factuur is"])
            },
        ),
        (
            "academie",
            "directeur@zilverlinde.example",
            "e-mail",
            Given { source: Some("extern".to_owned()), role: Some("cursist".to_owned()), ..given(&["rekening"]) },
        ),
    ]
}

#[test]
fn from_an_e_mail_to_a_green_check_for_every_regulation() {
    for (regulation, to, channel, given) in each() {
        let room = Room::new();
        let file = room.file("in.eml", message(to, ""));
        let outcome = room.import(&file, &given, None, false);
        assert!(!outcome.refused(), "{regulation}: {outcome:?}");
        let [path] = outcome.cases.as_slice() else { panic!("{regulation}: {outcome:?}") };
        assert!(path.starts_with(&format!("cases/{regulation}/2026/11/K26-")), "{path}");
        let text = room.cases().concat();
        // Half past eleven at night in London is the next day here.
        assert!(text.contains("received: 2026-11-04") && text.contains(&format!("channel: {channel}")), "{text}");
        for secret in [NAME, ADDRESS, "ijskoud", "Boos", "a1@"] {
            assert!(!text.contains(secret), "{regulation}: {text}");
        }
        let (code, said) = room.run(&["check"]);
        assert_eq!(code, 0, "{regulation}: {said}");
        let id = path.rsplit('/').next().unwrap().trim_end_matches(".md");
        assert_eq!(room.kept(), [format!("{id}/data.json"), format!("{id}/message.eml"), "imported.csv".to_owned()]);
        let data = fs::read_to_string(room.confidential().join(id).join("data.json")).unwrap();
        assert!(data.contains(NAME) && data.contains(ADDRESS) && data.contains("ijskoud"), "{data}");
        let index = fs::read_to_string(room.confidential().join("imported.csv")).unwrap();
        assert!(!index.contains("a1@"), "{index}");
    }
}

#[test]
fn nothing_is_imported_twice() {
    let room = Room::new();
    let (_, to, _, given) = each().remove(2);
    let first = room.import(&room.file("in.eml", message(to, "")), &given, None, false);
    // The same message by another road: other headers, the same id.
    let second = room.import(&room.file("kopie.eml", message(to, "X-Road: other\r\n")), &given, None, false);
    assert_eq!((first.cases.len(), second.cases.len(), second.known), (1, 0, 1));
    assert_eq!(room.cases().len(), 1);
}

#[test]
fn an_interrupted_import_goes_on_with_the_same_case() {
    let room = Room::new();
    let (_, to, _, given) = each().remove(2);
    let file = room.file("in.eml", message(to, ""));
    let first = room.import(&file, &given, None, false);
    fs::remove_file(room.register().join(&first.cases[0])).unwrap();
    assert_eq!(room.import(&file, &given, None, false).cases, first.cases);
    assert_eq!(room.kept().len(), 3);
}

#[test]
fn what_an_e_mail_does_not_tell_is_asked_for_and_nothing_is_written() {
    let to = "klachten@klinkerdam.example";
    let full = given(&["incasso"]);
    let named = Given { regulation: Some("cbmk".to_owned()), ..given(&["incasso"]) };
    let no_date = message(to, "").replace("Date: Tue, 3 Nov 2026 23:30:00 +0000\r\n", "");
    let later = message(to, "").replace("2026", "2036");
    for (text, given, wanted) in [
        (no_date, &full, "--received"),
        (later, &full, "--received"),
        (message("iemand@elders.example", ""), &full, "--regulation"),
        (message(to, "").replace("2026", "1996"), &named, "haar eerste versie geldt vanaf 2022-01-01"),
        (message(to, ""), &Given { role: Some("debiteur".to_owned()), ..given(&[]) }, "W215"),
        (message(to, ""), &given(&["weer"]), "topics"),
        (message(to, ""), &full, "--role"),
        ("geen bericht".to_owned(), &full, "e-mail"),
    ] {
        let room = Room::new();
        let outcome = room.import(&room.file("in.eml", text), given, None, false);
        assert!(outcome.refused() && outcome.cases.is_empty(), "{outcome:?}");
        let said: Vec<&str> = outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect();
        assert!(said.iter().any(|s| s.contains(wanted)), "{wanted}: {said:?}");
        assert!(said.iter().all(|s| !s.contains("zonderland") && !s.contains("ijskoud")), "{said:?}");
        assert!(room.cases().is_empty() && room.kept().is_empty());
    }
}

#[test]
fn the_only_regulation_need_not_be_named() {
    let room = Room::new();
    for other in ["academie", "cmm", "interactie", "square-mile"] {
        fs::remove_dir_all(room.register().join("policy").join(other)).unwrap();
    }
    let (channel, role) = (Some("e-mail".to_owned()), Some("debiteur".to_owned()));
    let given = Given { channel, role, ..given(&["incasso"]) };
    let outcome = room.import(&room.file("in.eml", message("iemand@elders.example", "")), &given, None, false);
    assert!(outcome.cases.len() == 1 && outcome.cases[0].starts_with("cases/cbmk/"), "{outcome:?}");
}

#[test]
fn the_role_of_the_complainant_is_taken_when_it_is_the_only_one_and_otherwise_not_guessed() {
    let room = Room::new();
    for (regulation, to, _, mut given) in each() {
        let only = given.role.take().is_none();
        let file = room.file("in.eml", message(to, &format!("X-Room: {regulation}\r\n")).replace("a1@", regulation));
        let outcome = room.import(&file, &given, None, false);
        assert_eq!(!outcome.refused(), only, "{regulation}: {outcome:?}");
        let said: String = outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect();
        assert_eq!(said.contains("geef `--role ROL`; kies uit: "), !only, "{regulation}: {said}");
        // A complainant in no role of the regulation is said, never meant by silence.
        given.parties.push(":complainant".to_owned());
        let outcome = room.import(&file, &given, None, false);
        assert!(only || !outcome.cases.is_empty(), "{regulation}: {outcome:?}");
    }
    let cases = room.cases();
    assert_eq!(cases.len(), 5, "{cases:?}");
    assert!(cases.iter().any(|case| case.contains("{key: p1, as: complainant}")), "{cases:?}");
}

#[test]
fn what_is_imported_is_committed_together_and_goes_on_with_a_step() {
    let room = Room::new();
    let git = |words: &[&str]| {
        let mut git = std::process::Command::new("git");
        let done = git.current_dir(room.register()).args(words).output().unwrap();
        assert!(done.status.success(), "{words:?}");
        String::from_utf8(done.stdout).unwrap()
    };
    git(&["init", "--quiet"]);
    for (key, value) in [("user.name", "M"), ("user.email", "m1@klinkerdam.example"), ("commit.gpgsign", "false")] {
        git(&["config", key, value]);
    }
    git(&["add", "policy"]);
    git(&["commit", "--quiet", "--message", "De regelingen"]);
    let files: Vec<_> = ["a1@", "b2@"]
        .map(|id| room.file(&format!("{id}.eml"), message("klachten@klinkerdam.example", "").replace("a1@", id)))
        .into();
    let files: Vec<&str> = files.iter().map(|f| f.to_str().unwrap()).collect();
    let flags = ["--confidential", "../v", "--role", "Debiteur", "--topic", "INCASSO", "--sealed", "address,city"];
    let (code, said) = room.run(&[&["import"], &files[..], &flags[..], &["--commit"]].concat());
    assert_eq!((code, said.matches("Hoe verder: klacht step K26-").count()), (0, 2), "{said}");
    assert_eq!(git(&["log", "-1", "--format=%s"]).trim(), "Klachten geopend: 2");
    assert_eq!(git(&["status", "--porcelain"]), "");
    assert!(room.cases().iter().all(|case| case.contains("address, city")), "{:?}", room.cases());
    let (code, said) = room.run(&["import", "er-niet.eml", "--confidential", "../v"]);
    assert!(code == 1 && said.contains("kan er-niet.eml niet lezen"), "{said}");
}

#[test]
fn attachments_keep_to_their_folder() {
    let room = Room::new();
    let parts = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>De zaal was <b>koud</b></p>\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../../boos.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: doorgestuurd\r\n\r\nhoi\r\n--b--\r\n";
    let (_, to, _, given) = each().remove(2);
    let text = message(to, parts);
    let outcome = room.import(&room.file("in.eml", text), &given, None, false);
    assert_eq!((outcome.cases.len(), outcome.attachments), (1, 2), "{outcome:?}");
    let kept = room.kept();
    assert!(kept.iter().any(|k| k.ends_with("/attachments/001-boos.pdf")), "{kept:?}");
    let pdf = kept.iter().find(|k| k.ends_with("boos.pdf")).unwrap();
    assert_eq!(fs::read(room.confidential().join(pdf)).unwrap(), b"PDF");
}

#[test]
fn headers_cannot_put_anything_into_a_case() {
    let room = Room::new();
    let (_, to, _, given) = each().remove(2);
    let text =
        message(to, "").replace("Boos over de cursus", "=?utf-8?Q?x=0D=0A---=0D=0Alog:=0D=0A_-_{step:_afgesloten}?=");
    let outcome = room.import(&room.file("in.eml", text), &given, None, false);
    assert_eq!(outcome.cases.len(), 1);
    let case = room.cases().concat();
    assert!(case.ends_with("log: []\n---\n") && !case.contains("afgesloten"), "{case}");
}

#[test]
fn a_confidential_folder_within_git_s_reach_is_refused() {
    let room = Room::new();
    let file = room.file("in.eml", message("klachten@klinkerdam.example", ""));
    let file = file.to_str().unwrap();
    let arguments = |dir| ["import", file, "--topic", "incasso", "--role", "debiteur", "--confidential", dir];
    for dir in ["prive", ".", "cases/cbmk", "../register/prive"] {
        let (code, said) = room.run(&arguments(dir));
        assert_eq!(code, 2, "{dir}: {said}");
    }
    assert!(room.cases().is_empty());
    let (code, said) = room.run(&[&arguments("../vertrouwelijk")[..], &["--dry-run"]].concat());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("te maken zaken: 1") && room.cases().is_empty() && room.kept().is_empty(), "{said}");
    let (code, said) = room.run(&arguments("../vertrouwelijk"));
    assert_eq!((code, room.cases().len()), (0, 1), "{said}");
    assert!(!said.contains(NAME), "{said}");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let room = Room::new();
    let file = room.file("in.eml", "From: a@b.example\r\n\r\n");
    fs::OpenOptions::new().write(true).open(&file).unwrap().set_len(klacht::intake::LIMIT + 1).unwrap();
    assert!(room.import(&file, &given(&["incasso"]), None, false).refused());
}
