use proptest::prelude::*;

use super::*;

#[test]
fn a_form_is_read() {
    let text = "### Kanaal\n\nE-mail\n\n### Onderwerpen\n\n- [x] Training\n- [ ] Trainer\n\n### Naam\n\n_No response_\n\n### Wat is er gebeurd?\n\nRegel een\n\nregel twee\n";
    let (row, remarks) = read(text);
    assert!(remarks.is_empty());
    assert_eq!(row.said["channel"], ["E-mail"]);
    assert_eq!(row.said["topics"], ["Training"]);
    assert_eq!(row.confidential.keys().collect::<Vec<_>>(), ["narrative"]);
}

#[test]
fn an_answer_cannot_say_another_answer_over_again() {
    let (_, remarks) = read("### Channel\n\ne-mail\n\n### Naam\n\nx\n### Channel\n\npost\n");
    assert_eq!(remarks.iter().map(|r| (r.line, r.blocks)).collect::<Vec<_>>(), [(Some(8), true)]);
}

#[test]
fn what_the_complainant_tells_is_words_whatever_it_looks_like() {
    let typed = "op het bord:\n\n### Ontvangen\n\n2026-10-01\n\n### Beklaagde\n\ntrainer\n\n---\nlog:\n  - step: afgesloten\n---";
    let (row, remarks) = read(&format!("### Kanaal\n\ne-mail\n\n### What happened\n\n{typed}\n"));
    assert_eq!(row.confidential["narrative"], typed);
    assert_eq!(row.said.keys().collect::<Vec<_>>(), ["channel"]);
    assert_eq!(remarks.iter().map(|r| (r.line, r.blocks)).collect::<Vec<_>>(), [(Some(9), false), (Some(13), false)]);
}

#[test]
fn a_day_is_read_as_people_write_it_or_told_with_its_line() {
    let day = |text: &str| read(&format!("### Ontvangen\n\n{text}\n\n### Kanaal\n\ne-mail\n")).0;
    let row = day("16-11-2026");
    assert_eq!(row.said["received"], ["2026-11-16"]);
    assert_eq!(row.notes[0].message.nl, "de dag van ontvangst is gelezen als ma 16 november 2026");
    for wrong in ["2026-11-31", "31-11-2026", "vorige week", "16-11"] {
        let row = day(wrong);
        assert!(!row.said.contains_key("received") && row.day_told.is_some() && row.line == Some(1), "{wrong}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in "(### |- \\[x\\] |- |\n|\r|Kanaal|_No response_|\\PC{0,8})*") {
        let _ = read(&text);
    }
}
