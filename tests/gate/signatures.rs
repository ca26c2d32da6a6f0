//! Who did it, by the key that signed the commit.

use crate::common::words;
use crate::gate::identity::named;
use crate::gate::office::{CASE, Office, Story, address, codes};

/// The key of a person; its public line.
fn key(office: &Office, name: &str) -> String {
    let file = office.world.path().join(name);
    let mut command = office.world.command("ssh-keygen", office.world.path());
    let done = command.args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(&file).output().unwrap();
    assert!(done.status.success(), "{}", words(&done));
    std::fs::read_to_string(file.with_extension("pub")).unwrap().trim().to_owned()
}

/// An office in which commits are signed; `validity` is what people.yaml says of m5's key.
fn signing(validity: &str) -> Office {
    let office = Office::new();
    let lines: Vec<(&str, String)> = ["m2", "m5"].map(|name| (name, key(&office, name))).into();
    key(&office, "nobody");
    named(&office, |person| {
        let line = lines.iter().find(|(name, _)| *name == person);
        let validity = if person == "m5" { validity } else { "" };
        line.map_or_else(String::new, |(_, line)| {
            format!("    keys: [{{key: \"{line}\", from: 2023-01-01{validity}}}]\n")
        })
    });
    let settings = "schema: klacht.register/1\nprotected: [main]\nidentity: {strength: signature}\n";
    office.desk.write("klacht.yaml", settings).commit("Ondertekenen");
    office.accepts(&["main"]);
    office
}

/// Commits the first entry, of m5, signed with a key.
fn signed(office: &Office, name: Option<&str>) {
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).git(&["add", "--all"]);
    let Some(name) = name else {
        office.desk.commit_staged("Klacht");
        return;
    };
    office.desk.git(&["config", "gpg.format", "ssh"]);
    office.desk.git(&["config", "user.signingKey", office.world.path().join(name).to_str().unwrap()]);
    office.desk.git(&["commit", "--quiet", "-S", "--message", "Klacht"]);
}

fn outcome(validity: &str, key: Option<&str>, author: &str) -> Vec<String> {
    let office = signing(validity);
    office.world.set_author(&address(author));
    signed(&office, key);
    let pushed = office.push(&["main"]);
    let found = codes(&pushed.text);
    assert_eq!(pushed.accepted, found.is_empty(), "{}", pushed.text);
    found
}

#[test]
fn the_key_says_who_it_was_and_not_the_author() {
    assert_eq!(outcome("", Some("m5"), "m5"), Vec::<String>::new());
    assert_eq!(outcome("", Some("m5"), "m1"), Vec::<String>::new());
    assert_eq!(outcome("", Some("m2"), "m5"), ["G714"]);
    assert_eq!(outcome("", None, "m5"), ["G715"]);
    assert_eq!(outcome("", Some("nobody"), "m5"), ["G715"]);
}

#[test]
fn a_key_counts_on_the_day_of_receipt() {
    // The commit itself says 3 March 2025, when the key still counted.
    assert_eq!(outcome(", until: 2025-12-31", Some("m5"), "m5"), ["G715"]);
    assert_eq!(outcome(", revoked: true", Some("m5"), "m5"), ["G715"]);
    assert_eq!(outcome(", until: 2098-12-31", Some("m5"), "m5"), Vec::<String>::new());
}

#[test]
fn a_desk_is_not_held_up_for_a_signature_that_is_still_to_be_made() {
    let office = signing("");
    office.guard_desk();
    signed(&office, Some("m5"));
    office.accepts(&["main"]);
    // Afterwards the signature can be judged anywhere.
    let done = office.run(&office.desk, &["check", "--range", "HEAD~1..HEAD"]);
    assert_eq!(done.status.code(), Some(0), "{}", words(&done));
    office.on("2025-03-04").desk.write(CASE, Story::plain().with(2)).commit("Zonder");
    let done = office.run(&office.desk, &["check", "--range", "HEAD~1..HEAD", "--format", "short"]);
    assert_eq!(done.status.code(), Some(1), "{}", words(&done));
    assert!(words(&done).contains("error[G715]"), "{}", words(&done));
}
