//! A letter that was sent is kept with the case, sealed, and nowhere else.

use super::house::{CANARY, House};

#[test]
fn a_letter_that_was_sent_is_kept_sealed() {
    let house = House::of(&["m2", "m3"]);
    let id = house.opened("m2");
    let gaps = house.refused("m2", &["letter", &id, "ontvangstbevestiging", "--sent"]);
    assert!(gaps.contains("naam ondertekenaar") && gaps.contains("--sent BESTAND"), "{gaps}");
    let line = ["letter", &id, "ontvangstbevestiging", "--sent", "-", "--on", "2026-05-03", "--commit"];
    house.fed("m2", &line, "Beste Ans Kanariegeel,\nWij ontvingen uw klacht.\n");
    let file = house.world.path().join("uitkomst Kanariegeel.pdf");
    std::fs::write(&file, "%PDF Kanariegeel").unwrap();
    let said = house.done("m2", &["letter", &id, "outcome", "--sent", file.to_str().unwrap(), "--commit"]);
    assert!(said.contains("Het bestand zelf ligt er nog"), "{said}");
    std::fs::remove_file(&file).unwrap();
    house.push("m2");
    house.pull("m3").done("m3", &["sync"]);
    let read = house.done("m3", &["open", &id]);
    assert!(read.contains(" 3. brief ontvangstbevestiging aan p1, verstuurd op zo 3 mei 2026 [m2]\n"), "{read}");
    assert!(read.contains("    Beste Ans Kanariegeel,\n    Wij ontvingen uw klacht.\n"), "{read}");
    assert!(read.contains(" 4. brief uitkomst aan p1, verstuurd op ma 4 mei 2026 [m2]\n"), "{read}");
    assert_eq!(house.run("m3", &["open", &id, "--piece", "4"]).stdout, b"%PDF Kanariegeel");
    // Without a key one sees that there is a letter, and no more.
    let shown = house.done("m2", &["show", &id]);
    assert!(shown.matches("  p1   brief\n").count() == 2 && !shown.contains(CANARY), "{shown}");
    assert!(house.done("m3", &["find", "kanariegeel kade"]).contains(&id));
    assert_eq!(house.holding(CANARY), Vec::<String>::new());
}

/// A letter in which the program leaves nothing open is kept as the program writes it.
#[test]
fn a_whole_letter_is_kept_as_it_is_written() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    let own = "site-templates/letters/acknowledgement.nl.txt";
    house.desk("m2").write(own, "Beste {{ addressee.name }}, uw klacht is er.\n");
    let shown = house.done("m2", &["letter", &id, "ontvangstbevestiging", "--sent", "--dry-run"]);
    assert!(shown.contains("zou verzegelen: letter"), "{shown}");
    house.done("m2", &["letter", &id, "ontvangstbevestiging", "--sent", "--commit"]);
    assert!(house.done("m2", &["open", &id]).contains("    Beste Ans Kanariegeel, uw klacht is er.\n"));
    let said = house.refused("m2", &["letter", &id, "ontvangstbevestiging", "--commit"]);
    assert!(said.contains("--sent"), "{said}");
}
