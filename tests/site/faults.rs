//! What keeps a site from being built, each with its place; and what does not.

use super::house::{House, told};

fn start(house: &House, content: &str) {
    let template =
        format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>x</h1>{content}{{% endblock content %}}");
    house.write("site-templates/start.html", &template);
}

fn sole(house: &House) -> String {
    let mut told = house.told();
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    told.remove(0)
}

#[test]
fn a_value_that_the_settings_lack() {
    let house = House::with("cmm");
    house.replace("klacht.yaml", "  contact: toegankelijkheid@klachten.example\n", "");
    let told = house.told();
    assert!(told.iter().all(|line| line.starts_with("klacht.yaml:") && line.contains("error[S801]")), "{told:?}");
    assert!(told[0].contains("`site.contact`"), "{told:?}");
}

#[test]
fn links_that_lead_nowhere() {
    let dead = [
        "<a href='weg.html'>x</a>",
        "<a href='#weg'>x</a>",
        "<a href='en/'>x</a>",
        "<a href='../index.html'>x</a>",
        "<a href='toegankelijkheid/index.html#weg'>x</a>",
        "<a href='/weg.html'>x</a>",
        "<a href='https://klachten.example/weg/'>x</a>",
        "<img src='weg.png' alt=''>",
    ];
    for html in dead {
        let house = House::with("cmm");
        start(&house, html);
        let told = house.told();
        assert!(
            told.iter().any(|l| l.starts_with("site-templates/start.html") && l.contains("error[S804]")),
            "{html}: {told:?}"
        );
    }
}

#[test]
fn links_that_lead_somewhere() {
    let house = House::with("cmm");
    let good = "<p id='hier'><a href='#hier'>a</a> <a href='https://elders.example/x'>b</a> <a href='mailto:a@b.example'>c</a> \
                <a href='/toegankelijkheid/index.html#inhoud'>d</a> <a href='//elders.example'>e</a></p>";
    start(&house, good);
    house.site();
}

#[test]
fn a_text_that_the_regulation_forbids() {
    let house = House::with("cmm");
    house.replace("klacht.yaml", "Voorbeeldregister: organisaties", "Vraag MEVROUW  X. Voorbeeld: organisaties");
    let told = house.told();
    assert!(told.iter().any(|l| l.contains("publication.forbidden[0]") && l.contains("error[S805]")), "{told:?}");
    assert!(told.iter().all(|l| l.starts_with("policy/cmm/2022-01-01/regulation.yaml:")), "{told:?}");
    assert!(!told.iter().any(|l| l.contains(":1:1:")), "at the key, not at the file: {told:?}");
}

#[test]
fn a_name_that_a_page_has_twice() {
    let house = House::with("cmm");
    start(&house, "<p id='een'>a</p><p id='een'>b</p>");
    assert!(house.told().iter().all(|l| l.contains("error[S807]")), "{:?}", house.told());
}

#[test]
fn a_heavy_page_is_told_of_and_written() {
    let house = House::with("cmm");
    start(&house, &format!("<p>{}</p>", "zwaar ".repeat(9_000)));
    let site = house.site();
    let told: Vec<String> = house.placed(&site.remarks).iter().map(told).collect();
    assert!(told.iter().any(|l| l.starts_with("site-templates/start.html:1:1: warning[S806]")), "{told:?}");
    house.replace("klacht.yaml", "protected:", "severities: [{code: S806, severity: error}]\nprotected:");
    assert!(house.placed(&site.remarks).iter().any(|f| f.severity.word() == "error"), "the settings decide");
}

#[test]
fn a_fault_of_a_template_has_a_place() {
    let house = House::with("cmm");
    start(&house, "{{ weg }}");
    let line = sole(&house);
    assert!(line.starts_with("site-templates/start.html:1:") && line.contains("error[S802]"), "{line}");
}
