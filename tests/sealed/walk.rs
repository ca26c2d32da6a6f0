//! One complaint on three desks, from the first word to a letter; and nothing of it anywhere in plain text.

use super::house::{CANARY, House, PERSON};

#[test]
fn a_complaint_is_read_by_those_who_may_and_by_nobody_else() {
    let house = House::of(&["m2", "m3", "m6"]);
    let id = house.opened("m2");
    house.push("m2");
    ["m3", "m6"].iter().for_each(|person| drop(house.pull(person).done(person, &["sync"])));
    let read = house.done("m3", &["open", &id]);
    assert!(
        read.contains("naam         Ans Kanariegeel\n") && read.contains("Kanariegeel: de les ging niet door."),
        "{read}"
    );
    let stranger = house.refused("m6", &["open", &id]);
    assert!(stranger.contains("niet voor u") && !stranger.contains(CANARY), "{stranger}");
    let letter = house.done("m3", &["letter", &id, "ontvangstbevestiging"]);
    assert!(letter.starts_with("Ans Kanariegeel\nKanariegeelkade 3\nLoverveld\n"), "{letter}");
    assert!(house.done("m6", &["letter", &id, "ontvangstbevestiging"]).contains("[naam klager]"));
    assert!(house.done("m3", &["find", "kanariegeel kade"]).contains(&id));
    assert!(house.refused("m6", &["find", "kanariegeel"]).contains("Niets gevonden"));

    // Whoever may not read may add, and two who add at once lose nothing.
    house.fed("m6", &["seal", &id, "--as", "words", "--of", "p1", "--commit"], "Kanariegeel belde mij op.\n");
    house.fed("m2", &["seal", &id, "--as", "note", "--commit"], "Kanariegeel gesproken.\n");
    house.push("m2");
    house.pull("m6").push("m6");
    house.pull("m3").done("m3", &["sync"]);
    let read = house.done("m3", &["open", &id]);
    assert!(read.contains("belde mij op") && read.contains("gesproken."), "{read}");
    assert!(house.done("m3", &["sync"]).contains("niets nieuws"));
    house.done("m3", &["check", "--history"]);
    nothing_lies_about(&house, &id);
}

/// Every verb that shows something without being asked to open, and every file that is left.
fn nothing_lies_about(house: &House, id: &str) {
    for line in [
        "show ID",
        "show ID --format json",
        "list",
        "list --format json",
        "due",
        "check",
        "export",
        "step ID",
        "keys status",
    ] {
        let line = line.replace("ID", id);
        let said = house.run("m3", &line.split(' ').collect::<Vec<_>>());
        assert!(!crate::common::words(&said).contains(CANARY), "{line}");
    }
    assert_eq!(house.holding(CANARY), Vec::<String>::new());
}

/// The same look finds what somebody committed and took out again: it does not pass because it sees nothing.
#[test]
fn the_look_finds_what_was_committed_and_removed() {
    let house = House::of(&["m2"]);
    let desk = house.desk("m2");
    desk.write("README.md", format!("{CANARY}\n"));
    desk.git(&["add", "--all"]);
    desk.git(&["stash", "--quiet"]);
    desk.git(&["gc", "--quiet"]);
    let found = house.holding(CANARY);
    assert!(found.iter().any(|place| place.starts_with("objects of")), "{found:?}");
}

#[test]
fn a_tick_is_not_taken_for_words_and_words_need_a_key() {
    let house = House::of(&["m2"]);
    let line = "new --channel e-mail --party cursist --source extern --topic planning --sealed name,narrative";
    let said = house.refused("m2", &line.split(' ').collect::<Vec<_>>());
    assert!(said.contains("--sealed-from"), "{said}");
    let office = crate::common::Office::new("academie", "zilverlinde.example");
    let said = office.refused(
        2,
        &[
            "new",
            "--channel",
            "e-mail",
            "--party",
            "cursist",
            "--source",
            "extern",
            "--topic",
            "planning",
            "--sealed-from",
            "-",
        ],
    );
    assert!(said.contains("klacht keys new"), "{said}");
}

/// A file comes out byte for byte, and never onto a screen.
#[test]
fn a_file_comes_back_as_it_was() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    let bytes: Vec<u8> = (0..200_000u32).map(|n| u8::try_from(n % 251 * (n % 253) % 256).unwrap()).collect();
    let file = house.world.path().join("scan Kanariegeel.pdf");
    std::fs::write(&file, &bytes).unwrap();
    house.done("m2", &["seal", &id, file.to_str().unwrap(), "--as", "attachment", "--of", "p1", "--commit"]);
    std::fs::remove_file(&file).unwrap();
    let done = house.run("m2", &["open", &id, "--piece", "3"]);
    assert!(done.stdout == bytes, "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(house.holding(CANARY), Vec::<String>::new());
    assert!(house.refused("m2", &["open", &id, "--piece", "1"]).contains("geen bestand"));
    assert!(house.refused("m2", &["seal", &id, "--of", "p9"]).contains("p1"));
}

/// What lay in a folder is taken in, and the folder goes only when all of it was read back; done twice, nothing is sealed twice.
#[test]
fn what_lay_in_a_folder_is_taken_in() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    let desk = house.desk("m2");
    let folder = format!("vertrouwelijk/{id}");
    desk.write(&format!("{folder}/data.json"), "{\"phone\": \"Kanariegeel 0612345678\"}");
    desk.write(&format!("{folder}/attachments/001-scan.pdf"), "Kanariegeel op papier");
    desk.write("vertrouwelijk/K26-7F3QXM/data.json", "{\"name\": \"Kanariegeel\"}");
    let kept = house.done("m2", &["access", &id]);
    assert_eq!(kept, "kan lezen: m2/1, recovery/1\n");
    let said = house.refused("m2", &["seal", "--from", "vertrouwelijk", "--commit"]);
    assert!(said.contains(&format!("{id}.md")) && said.contains("K26-7F3QXM: deze zaak is er niet"), "{said}");
    let again = house.refused("m2", &["seal", "--from", "vertrouwelijk", "--remove", "--commit"]);
    assert!(!again.contains(&format!("{id}.md")) && again.contains("niet gewist"), "{again}");
    assert!(!desk.path().join(&folder).exists() && desk.path().join("vertrouwelijk/K26-7F3QXM").exists());
    let read = house.done("m2", &["open", &id]);
    assert!(read.contains("0612345678") && read.contains("001-scan.pdf"), "{read}");
    std::fs::remove_dir_all(desk.path().join("vertrouwelijk")).unwrap();
    house.push("m2");
    assert_eq!(house.holding(CANARY), Vec::<String>::new());
    assert!(house.done("m2", &["access", "--person", "m2"]).contains(&id));
}

/// A message is sealed when it comes in, with what was attached, also by somebody who can read nothing of it.
#[test]
fn a_message_is_sealed_as_it_comes_in() {
    let house = House::of(&["m2", "m9"]);
    let mail = "From: Ans Kanariegeel <ans@kanariegeel.example>\r\nTo: klachten@zilverlinde.example\r\nDate: Mon, 4 May 2026 09:00:00 +0200\r\nMessage-ID: <1@kanariegeel.example>\r\nSubject: Klacht\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKanariegeel: de les ging niet door.\r\n--x\r\nContent-Type: application/pdf; name=\"scan.pdf\"\r\nContent-Disposition: attachment; filename=\"scan.pdf\"\r\n\r\nKanariegeel op papier\r\n--x--\r\n";
    let file = house.world.path().join("klacht.eml");
    std::fs::write(&file, mail).unwrap();
    let folder = house.world.path().join("index");
    let line = format!(
        "import {} --confidential {} --channel e-mail --role cursist --source extern --topic planning --commit",
        file.display(),
        folder.display()
    );
    let words: Vec<&str> = line.split(' ').collect();
    let said = house.done("m9", &words);
    let id = said.split(['/', '.']).find(|word| word.starts_with("K26-")).unwrap().to_owned();
    assert!(house.done("m9", &words).contains("al eerder ingevoerd: 1"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(house.holding(CANARY), Vec::<String>::new());
    assert!(house.refused("m9", &["open", &id]).contains("niet voor u"));
    house.push("m9").pull("m2").done("m2", &["sync"]);
    let read = house.done("m2", &["open", &id]);
    assert!(read.contains("Ans Kanariegeel") && read.contains("de les ging niet door"), "{read}");
    assert!(read.contains("message.eml") && read.contains("scan.pdf"), "{read}");
}

/// Whoever complains steers nobody's terminal.
#[test]
fn a_name_cannot_steer_a_terminal() {
    let house = House::of(&["m2"]);
    let line = "new --channel e-mail --party cursist --source extern --topic planning --sealed-from - --commit";
    let lines =
        "name: \"Ans\\e[31m \\u202EKanariegeel\"\nemail: ans@kanariegeel.example\nnarrative: \"De \\e]0;x\\a les.\"\n";
    let said = house.fed("m2", &line.split(' ').collect::<Vec<_>>(), lines);
    let id = said.lines().nth(1).unwrap();
    for line in ["find ans", "open ID", "letter ID ontvangstbevestiging"] {
        let line = line.replace("ID", id);
        let shown = house.done("m2", &line.split(' ').collect::<Vec<_>>());
        assert!(shown.contains("Ans") && !shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{line}: {shown:?}");
    }
}

/// A second complainant has a name of their own, and each letter goes to the first.
#[test]
fn each_party_has_data_of_its_own() {
    let house = House::of(&["m2"]);
    let id = house.opened("m2");
    house.done("m2", &["add", &id, "--party", "cursist:complainant", "--commit"]);
    house.fed("m2", &["seal", &id, "--of", "p2", "--commit"], &PERSON.replace("Ans", "Bep"));
    let shown = house.done("m2", &["open", &id]);
    assert!(shown.contains("Ans Kanariegeel") && shown.contains("Bep Kanariegeel"), "{shown}");
    assert!(house.done("m2", &["letter", &id, "ontvangstbevestiging"]).starts_with("Ans "));
}
