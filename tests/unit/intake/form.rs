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
    let (_, remarks) = read("### Channel\n\ne-mail\n\n### Narrative\n\nx\n### Channel\n\npost\n");
    assert_eq!(remarks.iter().map(|r| (r.line, r.blocks)).collect::<Vec<_>>(), [(Some(8), true)]);
}

proptest! {
    #[test]
    fn nothing_panics(text in "(### |- \\[x\\] |- |\n|\r|Kanaal|_No response_|\\PC{0,8})*") {
        let _ = read(&text);
    }
}
