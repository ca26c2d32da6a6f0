//! A person sees everything that is held about them and nothing of who others are; an external body is given all of it.

use super::house::{CANARY, House};

/// What stands for the other parties: in every field, and in the words of everybody.
const OTHERS: [&str; 7] = ["blauwgors", "chlo", "12345678", "gorsdam", "roodborst", "bep", "4321"];
const SECOND: &str = "name: Chloë van der Blauwgors\nemail: chloe@blauwgors.example\naddress: |\n  Blauwgorslaan 12b\n  4321 QX Gorsdam\nphone: 06-12345678\nnarrative: |\n  Ans Kanariegeel stond niet op mijn lijst.\n";
const THIRD: &str = "name: Bep Roodborst\nemail: post@roodborst.example\ncity: Gorsdam\n";

/// A complaint with three parties, each named in the words of the others.
fn house() -> (House, String) {
    let house = House::of(&["m2", "m6"]);
    let id = house.opened("m2");
    house.done("m2", &["add", &id, "--party", "trainer:respondent", "--commit"]);
    house.done("m2", &["add", &id, "--party", "cursist:complainant", "--commit"]);
    house.fed("m2", &["seal", &id, "--of", "p2", "--commit"], SECOND);
    house.fed("m2", &["seal", &id, "--of", "p3", "--commit"], THIRD);
    let words = "CHLOE van der BLAUWGORS en bep zaten op de blauwgorslaan 12 B.\nBel 0612345678 of +31 6 1234 5678, of mail chloe@blauwgors.example.\nKanariegeel weet meer.\n";
    house.fed("m2", &["seal", &id, "--as", "note", "--commit"], words);
    house.fed("m2", &["seal", &id, "--as", "words", "--of", "p1", "--commit"], "Roodborsts tas, zei Chloe\u{308}.\n");
    let letter = ["letter", &id, "ontvangstbevestiging", "--sent", "-", "--commit"];
    house.fed("m2", &letter, "Beste Ans Kanariegeel,\nmevrouw Blauwgors belt u.\n");
    let file = house.world.path().join("Blauwgors met Kanariegeel.pdf");
    std::fs::write(&file, "een scan").unwrap();
    house.done("m2", &["seal", &id, file.to_str().unwrap(), "--as", "attachment", "--of", "p1", "--commit"]);
    std::fs::remove_file(&file).unwrap();
    (house, id)
}

fn has_any(text: &str, sought: &[&str]) -> Option<String> {
    let text = text.to_lowercase();
    sought.iter().find(|sought| text.contains(**sought)).map(|sought| (*sought).to_owned())
}

#[test]
fn a_person_sees_what_is_held_about_them_and_nobody_else() {
    let (house, id) = house();
    let done = house.run("m2", &["dossier", &id, "--for", "p1"]);
    let (text, said) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    assert_eq!(has_any(&text, &OTHERS), None, "{text}");
    for part in [
        "voor p1: alles wat over deze persoon is vastgelegd (AVG, artikel 15)",
        "naam           Ans Kanariegeel\n",
        "adres          Kanariegeelkade 3\n",
        "   [p2] en [p3] zaten op de [p2].\n",
        "   Kanariegeel weet meer.\n",
        "   [p3]s tas, zei [p2].\n",
        "brief ontvangstbevestiging aan p1, verstuurd op ma 4 mei 2026\n   Beste Ans Kanariegeel,\n   mevrouw [p2] belt u.\n",
        "[p2] met Kanariegeel.pdf (1 kB)",
        "Autoriteit Persoonsgegevens",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(said.contains("Lees het na") && said.contains("Van een ander: 4.") && said.contains("--piece N"), "{said}");
    assert_eq!(has_any(&said, &OTHERS), None, "{said}");

    let text = String::from_utf8(house.run("m2", &["dossier", &id, "--for", "p2"]).stdout).unwrap();
    let of_others = ["kanariegeel", "roodborst", "bep", "loverveld"];
    assert_eq!(has_any(&text, &of_others), None, "{text}");
    assert!(text.contains("Chloë van der Blauwgors") && text.contains("[p1] stond niet op mijn lijst"), "{text}");
    for canary in [CANARY, "Blauwgors", "Roodborst"] {
        assert_eq!(house.holding(canary), Vec::<String>::new());
    }
}

#[test]
fn an_external_body_is_given_the_whole_file() {
    let (house, id) = house();
    let done = house.run("m2", &["--lang", "en", "dossier", &id, "--for", "orde"]);
    let text = String::from_utf8(done.stdout).unwrap();
    for part in
        ["for Orde van Leermeesters: the whole file", "Ans Kanariegeel", "Chloë van der Blauwgors", "Bep Roodborst"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("[p2]") && text.contains("Attachments\n-----------\n"), "{text}");
    assert!(String::from_utf8(done.stderr).unwrap().contains("The attachments are not in it"));
    assert!(house.done("m2", &["dossier", &id, "--for", "extern"]).contains("Bep Roodborst"));
    let typed = house.refused("m2", &["dossier", &id, "--for", "ordo"]);
    assert!(typed.contains("orde") && typed.contains("geen partij"), "{typed}");
    house.push("m2").pull("m6").done("m6", &["sync"]);
    let stranger = house.refused("m6", &["dossier", &id, "--for", "p1"]);
    assert!(stranger.contains("niet voor u") && !stranger.contains(CANARY), "{stranger}");
}

/// Where nothing is sealed yet, the facts are held all the same.
#[test]
fn a_case_of_which_nothing_is_sealed_has_a_dossier_too() {
    let office = crate::common::Office::new("academie", "zilverlinde.example");
    let id =
        office.open("new --channel e-mail --party cursist --source extern --topic planning --sealed name,narrative");
    let text = office.say(&format!("dossier {id} --for p1"));
    assert!(text.contains("Planning en rooster") && text.contains("Waarvoor:"), "{text}");
}
