//! What a person typed keeps every byte that was not meant to change.

use crate::common::Office;

/// As somebody on another machine left it: comments, quotes, odd spaces, Windows line ends, no last line end.
const TYPED: &str = "---\r\n# van de balie\r\nid: K26-7F3QXM\r\nreceived: \"2026-04-17\"   # vrijdag\r\n\r\nintake: {channel: 'e-mail'}\r\nparties:\r\n    -   key: p1\r\n        role: 'cursist'\r\n        as: complainant\r\ntopics:   [ \"training\" ]\r\nsealed: {fields: [name, address, city, narrative]}\r\nlog:\r\n  - {step: ontvangst-bevestigd, on: 2026-04-20, by: m3, to: [p1]}   # per e-mail\r\n---\r\nNotitie   met spaties.  \r\n\r\nGeen laatste regel";

fn typed() -> (Office, &'static str) {
    let office = Office::new("cmm", "beeldhoek.example");
    office.desk.write("cases/cmm/2026/04/K26-7F3QXM.md", TYPED);
    (office, "K26-7F3QXM")
}

#[test]
fn a_step_changes_no_byte_but_its_own() {
    let (office, id) = typed();
    office.on("2026-04-21").by("m3").say(&format!("step {id} toegewezen --handler m3"));
    let after = office.text(id);
    let at = TYPED.find("---\r\nNotitie").unwrap();
    let (before, body) = TYPED.split_at(at);
    let added = after.strip_prefix(before).and_then(|rest| rest.strip_suffix(body)).expect("only something added");
    assert!(added.contains("step: toegewezen") && added.contains("handler: m3"), "{added}");
    assert_eq!(added.matches('\n').count(), added.matches("\r\n").count(), "{added:?}");
}

#[test]
fn the_diff_shows_what_would_be_written_and_writes_nothing() {
    let (office, id) = typed();
    let shown = office.on("2026-04-21").by("m3").say(&format!("step {id} toegewezen --handler m3 --dry-run"));
    assert_eq!(office.text(id), TYPED);
    assert!(shown.contains("step: toegewezen"), "{shown}");
    let removed: Vec<&str> = shown.lines().filter(|l| l.starts_with('-') && !l.starts_with("---")).collect();
    assert!(removed.is_empty(), "{removed:?}");
}

#[test]
fn a_refused_step_writes_nothing_and_says_what_check_would_say() {
    let (office, id) = typed();
    let said = office.on("2026-04-21").by("m3").refused(1, &["step", id, "gehoord", "--set", "verslag=V-1"]);
    assert!(said.contains("fout[W202]") && said.contains("Er is niets geschreven."), "{said}");
    assert_eq!(office.text(id), TYPED);
    let folder = office.file(id).parent().unwrap().to_owned();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn the_permissions_of_the_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let (office, id) = typed();
    let mode = |mode| std::fs::set_permissions(office.file(id), std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o664);
    office.on("2026-04-21").by("m3").say(&format!("step {id} toegewezen --handler m3"));
    let kept = std::fs::metadata(office.file(id)).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o664);
}
