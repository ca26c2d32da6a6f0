//! What no folder is needed for: answers, proposals, texts.

use super::*;
use crate::diagnostics::Lang;

const AROUND: Around = Around { own_address: None, forge: Forge::None };

fn complete(given: &Given) -> Answers {
    Answers::complete(given, &AROUND, Lang::Nl, "2026-11-20".parse().unwrap()).unwrap()
}

fn given(pairs: &[(Key, &str)]) -> Given {
    let mut given = Given::default();
    pairs.iter().for_each(|(key, answer)| given.take(*key, answer).unwrap());
    given
}

#[test]
fn whoever_only_presses_enter_gets_answers_that_can_be_used() {
    for sector in Sector::ALL {
        for lang in Lang::ALL {
            let mut given = given(&[(Key::Template, sector.word())]);
            for key in Key::ALL.into_iter().filter(|key| *key != Key::Template) {
                let proposed = question(key, &given, &AROUND, lang).proposed;
                given.take(key, &proposed).unwrap_or_else(|w| panic!("{key:?} {proposed}: {w:?}"));
            }
            assert_eq!(complete(&given).sector, sector);
        }
    }
}

#[test]
fn proposals_follow_what_was_answered() {
    let own = Around { own_address: Some("plaatsvervanger@kantoor.example".to_owned()), forge: Forge::Gitea };
    let said = given(&[(Key::Site, "https://www.kantoor.example/"), (Key::Days, "calendar")]);
    let answers = Answers::complete(&said, &own, Lang::En, "2026-11-20".parse().unwrap()).unwrap();
    assert_eq!(answers.site, "https://www.kantoor.example");
    assert_eq!(answers.email, "klachten@kantoor.example");
    assert_eq!(answers.confirm.to_string(), "7 calendar days");
    assert_eq!((answers.handler.as_str(), answers.forge), ("plaatsvervanger@kantoor.example", Forge::Gitea));
    assert_eq!(answers.substitute, "collega@kantoor.example");
}

#[test]
fn wrong_answers_say_what_to_do_and_others_are_put_in_their_usual_form() {
    let told = |key, answer: &str| checked(key, answer, &Given::default());
    for (key, answer) in [
        (Key::Site, "https://kantoor"),
        (Key::Site, "https://kantoor.example/\"x"),
        (Key::Email, "klachten"),
        (Key::Email, "a b@kantoor.example"),
        (Key::Confirm, "5"),
        (Key::Confirm, "5 dagen"),
        (Key::Decide, "0 weeks"),
        (Key::Template, "trainig"),
        (Key::Forge, "sourceforge"),
        (Key::Binding, "misschien"),
        (Key::Organisation, "*Kantoor*"),
        (Key::Organisation, "Kantoor\nx: y"),
        (Key::Organisation, ""),
        (Key::Body, &"x".repeat(61)),
    ] {
        let wrong = told(key, answer).unwrap_err();
        assert!(!wrong.message.nl.is_empty() && !wrong.remedy.en.is_empty(), "{key:?}");
    }
    assert_eq!(told(Key::Site, "kantoor.example/").unwrap(), "https://kantoor.example");
    assert_eq!(told(Key::Confirm, "5 werkdagen").unwrap(), "5 working days");
    assert_eq!(told(Key::Decide, "twee weken").unwrap(), "2 weeks");
    let calendar = given(&[(Key::Days, "calendar")]);
    assert_eq!(checked(Key::Confirm, "7 dagen", &calendar).unwrap(), "7 calendar days");
    assert_eq!(checked(Key::Confirm, "7", &calendar).unwrap(), "7 calendar days");
    assert!(checked(Key::Decide, "7", &calendar).is_err(), "weeks or months are as likely");
    let asked = told(Key::Confirm, "5 dagen").unwrap_err().remedy;
    assert!(asked.nl.contains("`5 werkdagen`") && !asked.nl.contains("working"), "{}", asked.nl);
    assert_eq!(told(Key::Handler, "ada@werkplek").unwrap(), "ada@werkplek");
    assert!(told(Key::Template, "trainig").unwrap_err().remedy.nl.contains("`training`"));
    let same = given(&[(Key::Handler, "ada@kantoor.example")]);
    assert!(checked(Key::Substitute, "ada@kantoor.example", &same).is_err());
}

#[test]
fn a_name_becomes_a_folder() {
    for (name, id) in [
        ("Academie Zilverlinde", "academie-zilverlinde"),
        ("Café Één & Zn. B.V.", "cafe-een-zn-b-v"),
        ("En", "klachten-en"),
        ("Ελλάς", "klachten"),
    ] {
        assert_eq!(complete(&given(&[(Key::Organisation, name)])).regulation(), id, "{name}");
    }
}

#[test]
fn what_was_answered_is_read_back() {
    let said = given(&[(Key::Organisation, "O'Brien & Zn."), (Key::Binding, "yes"), (Key::Forge, "gitlab")]);
    let answers = complete(&said);
    let kept = &files(&answers).unwrap()[0];
    assert_eq!(kept.path, ANSWERS);
    let back = remembered(&kept.text).unwrap();
    assert_eq!(Answers::complete(&back.given, &AROUND, back.lang, back.valid_from).unwrap(), answers);
    assert_eq!(said.contradicts(&back.given), None);
    assert_eq!(given(&[(Key::Binding, "no")]).contradicts(&back.given), Some(Key::Binding));
    assert!(remembered(&kept.text.replace("binding", "bindend")).is_err());
    assert!(remembered(&kept.text.replace("\"yes\"", "\"misschien\"")).is_err());
}

/// The mark stands on one line of every file whose format has comments.
#[test]
fn every_file_says_who_made_it() {
    let all = files(&complete(&given(&[(Key::Forge, "github")]))).unwrap();
    for draft in all.iter().filter(|d| !d.path.starts_with(".vscode/schema/") && !d.path.contains("/text.")) {
        let lines = draft.text.lines().filter(|l| l.contains("gemaakt door klacht init; u mag dit wijzigen")).count();
        assert_eq!(lines, 1, "{}", draft.path);
    }
}

#[test]
fn a_template_is_whole() {
    for sector in Sector::ALL {
        for forge in Forge::ALL {
            for lang in Lang::ALL {
                let said = given(&[(Key::Template, sector.word()), (Key::Forge, forge.word())]);
                let answers = Answers { lang, ..complete(&said) };
                for draft in files(&answers).unwrap() {
                    let holes = ["{{ ", "{%", " \n", "\n\n\n", "\r"];
                    let data = draft.path.starts_with(".vscode/");
                    let hole = holes.iter().find(|hole| draft.text.contains(**hole) && !data);
                    // What a forge fills in itself is written `${{ … }}`.
                    let own = draft.text.contains("${{ ") && hole == Some(&"{{ ");
                    assert!(hole.is_none() || own, "{}: {hole:?}", draft.path);
                    assert!(draft.text.ends_with('\n'), "{}", draft.path);
                }
            }
        }
    }
}
