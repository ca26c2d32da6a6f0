use super::*;

fn left(own: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let own = own.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let faults = unused(&own, &["letters/outcome.nl.txt"]);
    let told = faults.into_iter().filter_map(|fault| match fault {
        SiteFault::Unused { path, near } => Some((path, near)),
        _ => None,
    });
    told.collect()
}

fn told(path: &str, near: Option<&str>) -> (String, Option<String>) {
    (format!("site-templates/{path}"), near.map(str::to_owned))
}

#[test]
fn what_takes_a_place_or_is_included_is_read() {
    let own = [
        ("base.html", "{% include \"ours.html\" %}"),
        ("ours.html", "{%- include 'deeper.html' -%}"),
        ("deeper.html", "x"),
        ("button.html", "{% component button(text) %}{{ text }}{% endcomponent button %}"),
        ("nl.ftl", "skip = Verder"),
        ("share.png", "x"),
        ("letters/outcome.nl.txt", "{% include \"letters/ours.txt\" %}"),
        ("letters/ours.txt", "x"),
    ];
    assert_eq!(left(&own), []);
}

#[test]
fn a_slip_is_told_with_the_name_that_was_meant() {
    let own = [
        ("privcy.html", "{% include \"ours.html\" %}"),
        ("ours.html", "x"),
        ("notes.txt", "x"),
        ("letters/outcom.nl.txt", "x"),
    ];
    let expected = [
        told("letters/outcom.nl.txt", Some("letters/outcome.nl.txt")),
        told("notes.txt", None),
        told("ours.html", None),
        told("privcy.html", Some("privacy.html")),
    ];
    assert_eq!(left(&own), expected);
}
