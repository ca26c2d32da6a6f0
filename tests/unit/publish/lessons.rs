#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use super::*;

fn known() -> Secrets {
    let mut known = Secrets { allowed: Allowed::new(), ..Secrets::default() };
    known.persons.extend(["m1".to_owned(), "jansen@school.example".to_owned()]);
    known
}

fn told(known: &Secrets, nl: &str) -> Vec<Secret> {
    let lessons = [Learned { nl: "Wij bellen nu vaker.".to_owned(), en: Some(nl.to_owned()) }];
    let faults = known.found_in("cases/cmm/2025/yearbook.yaml", &lessons);
    let secret = |fault| match fault {
        SiteFault::Private { key, what, .. } if key == "lessons[0].en" => what,
        other => panic!("{other:?}"),
    };
    faults.into_iter().map(secret).collect()
}

#[test]
fn planted_data_are_found() {
    let data = |code: &str| vec![Secret::Data(code.to_owned())];
    let planted = [
        ("Mail naar klager@provider.nl.", data("D601")),
        ("Bel 06-12345678 voor meer.", data("D602")),
        ("Terugbetaald op NL91ABNA0417164300.", data("D603")),
        ("Haar BSN is 123456782.", data("D604")),
        ("Zij woont op Dorpsstraat 5, 1234 AB.", data("D605")),
        ("Zie K26-7F3QXM daarvoor.", vec![Secret::Case]),
        ("Zie k26-7f3qxm.", vec![Secret::Case]),
        ("Vraag het aan M1!", vec![Secret::Person]),
        ("Vraag het aan jansen@school.example.", vec![Secret::Person]),
    ];
    for (text, expected) in planted {
        assert_eq!(told(&known(), text), expected, "{text}");
    }
    assert_eq!(told(&known(), "Wij noemen de kosten voortaan bij de inschrijving, voor 2026."), []);
}

#[test]
fn the_confidential_part_is_looked_at_by_words_that_are_never_printed() {
    let dir = tempfile::tempdir().unwrap();
    let part = dir.path().join("K26-7F3QXM");
    std::fs::create_dir(&part).unwrap();
    let data = r#"{"name": "Fleur van Oosterwijk", "narrative": "De les viel drie keer uit zonder bericht vooraf."}"#;
    std::fs::write(part.join("data.json"), data).unwrap();
    let known = known().with_confidential(dir.path()).unwrap();
    for text in ["Na de klacht van Oosterwijk.", "De les viel drie keer uit.", "Fleur's les"] {
        assert_eq!(told(&known, text), [Secret::Sealed], "{text}");
    }
    assert_eq!(told(&known, "Een les viel te vaak uit. Wij sturen nu van tevoren bericht."), []);
    std::fs::write(part.join("data.json"), "{").unwrap();
    assert!(Secrets::default().with_confidential(dir.path()).is_err());
}
