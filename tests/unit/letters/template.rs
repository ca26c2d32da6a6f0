use super::*;

#[test]
fn there_is_a_template_for_every_kind_and_language() {
    for kind in Kind::ALL {
        for lang in Lang::ALL {
            let name = format!("letters/{}.{}.txt", kind.word(), lang.tag());
            assert!(BUNDLED.iter().any(|(known, _)| *known == name), "{name}");
        }
    }
    assert!(Templates::new(&BTreeMap::new()).is_ok());
}
