use super::*;

fn changes(old: &str, new: &str) -> Vec<Change> {
    compare(&RegulationText::read(old), &RegulationText::read(new))
}

#[test]
fn the_same_text_has_no_changes() {
    let text = "# T\n\n## Artikel 1\n\n1. Een.\n2. Twee.\n";
    assert_eq!(changes(text, text), []);
}

#[test]
fn words_that_changed_stand_side_by_side() {
    let found = changes(
        "## Artikel 1\n\n1. Wij beslissen binnen twee weken na ontvangst.\n",
        "## Artikel 1\n\n1. Wij beslissen binnen drie hele maanden na ontvangst.\n2. Het kost u niets.\n",
    );
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].anchor.as_deref(), Some("artikel-1-lid-1"));
    assert_eq!(found[0].heading, "Artikel 1");
    let parts: Vec<(Fate, &str)> = found[0].parts.iter().map(|(f, t)| (*f, t.as_str())).collect();
    assert_eq!(
        parts,
        [
            (Fate::Same, "Wij beslissen binnen "),
            (Fate::Gone, "twee weken"),
            (Fate::New, "drie hele maanden"),
            (Fate::Same, " na ontvangst.")
        ]
    );
    assert_eq!((found[1].whole, found[1].number), (Fate::New, Some(2)));
}

#[test]
fn a_paragraph_that_grew_is_the_same_one() {
    let found = changes(
        "1. Wij bewaren dit altijd.\n2. Tot ziens.\n",
        "1. Wij bewaren dit altijd. Onze grond is een belang. Wij kijken er later nog eens naar.\n2. Dag!\n",
    );
    let whole: Vec<Fate> = found.iter().map(|c| c.whole).collect();
    assert_eq!(whole, [Fate::Same, Fate::New, Fate::Gone]);
}

#[test]
fn what_was_and_what_is_can_be_read_back() {
    let (old, new) = ("a b  c d e", "a x c  y z e f");
    let parts = words(old, new);
    let side = |leave: Fate| parts.iter().filter(|(f, _)| *f != leave).map(|(_, t)| t.as_str()).collect::<String>();
    assert_eq!(side(Fate::New), old);
    assert_eq!(side(Fate::Gone), new);
}
