use super::*;

#[test]
fn every_printed_name_has_a_place() {
    let source = "topics:\n  name: Soort\n  list:\n    - {id: geld, name: Geld}\nsteps:\n  - id: gehoord\n    name: Gehoord\n    asks:\n      - {key: verslag, name: Verslag, type: text}\n      - {key: hoe, name: Hoe, type: choice, values: [op-papier]}\n    parts: [begin]\nreporting:\n  parts: [lessen]\nretention:\n  basis: De wet.\ngaps:\n  - {id: kosten, about: costs, why: Daarom.}\n";
    let tree = crate::yaml::parse(source, 0).0.unwrap();
    let found = names(&tree);
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(
        places,
        [
            "topics",
            "topics/geld",
            "steps/gehoord",
            "steps/gehoord/verslag",
            "steps/gehoord/hoe",
            "steps/gehoord/hoe/op-papier",
            "steps/gehoord/parts/begin",
            "reporting/parts/lessen",
            "retention/basis",
            "gaps/kosten",
        ]
    );
    assert_eq!(name_of(&tree, "steps/gehoord/hoe/op-papier").as_deref(), Some("op papier"));
    for (place, name) in &found {
        assert_eq!(name_of(&tree, place).as_ref(), Some(name), "{place}");
    }
    for nowhere in ["", "steps", "steps/weg", "steps/gehoord/weg", "topics/Soort", "weg/geld"] {
        assert_eq!(name_of(&tree, nowhere), None, "{nowhere}");
    }
}
