//! Issue forms.

use klacht::intake::Given;

use super::room::Room;

const FORM: &str = "### Regeling

interactie

### Ontvangen

2026-11-03

### Kanaal

Brief

### Onderwerpen

- [x] Hoe goed de dienstverlening was
- [ ] Hoe hoog de factuur is

### Beklaagde

organisatie

### Kenmerk van de overeenkomst van opdracht

o-12

### Naam

Quirijn Zonderland

### Wat is er gebeurd?

De zaal was koud.
";

#[test]
fn a_form_becomes_a_case() {
    let room = Room::new();
    let outcome = room.import(&room.file("vraag.md", FORM), &Given::default(), None, false);
    assert_eq!((outcome.cases.len(), outcome.refused()), (1, false), "{outcome:?}");
    let case = room.cases().concat();
    for line in ["channel: brief", "topics: [kwaliteit]", "overeenkomst: o-12", "fields: [name, narrative]"] {
        assert!(case.contains(line), "{line}: {case}");
    }
    assert!(!case.contains("Quirijn") && !case.contains("koud"), "{case}");
    assert_eq!(room.run(&["check"]).0, 0);
}

#[test]
fn an_unknown_heading_is_told_by_its_line() {
    let room = Room::new();
    let text = FORM.replace("### Naam", "### Schoenmaat\n\n43\n\n### Naam");
    let outcome = room.import(&room.file("vraag.md", &text), &Given::default(), None, false);
    let line = text.lines().position(|l| l == "### Schoenmaat").unwrap() + 1;
    assert_eq!(outcome.remarks.iter().map(|r| r.line).collect::<Vec<_>>(), [Some(line)], "{outcome:?}");
    assert!(room.cases().is_empty());
}
