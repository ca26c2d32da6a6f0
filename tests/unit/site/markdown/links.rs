use super::*;

#[test]
fn only_known_schemes_lead_anywhere() {
    for good in ["https://a.example/b:c", "mailto:a@b.example", "tel:+31", "../regeling/", "#artikel-5", "a?b=c:d"] {
        assert_eq!(allowed(good).as_deref(), Some(good));
    }
    let bad = [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\nscript:x",
        "\u{1}javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//elders.example",
        "/\\elders.example",
        "file:///etc",
        "",
    ];
    for target in bad {
        assert_eq!(allowed(target), None, "{target:?}");
    }
}
