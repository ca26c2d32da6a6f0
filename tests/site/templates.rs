//! Templates and sentences of the register's own.

use std::fmt::Write;

use super::house::{House, text};

fn start(house: &House, content: &str) {
    let template =
        format!("{{% extends \"base.html\" %}}\n{{% block content %}}\n{content}\n{{% endblock content %}}\n");
    house.write("site-templates/start.html", &template);
}

#[test]
fn a_template_takes_the_place_of_ours() {
    let house = House::with("cmm");
    start(&house, "<h1>Eigen begin</h1>{% include \"eigen.html\" %}");
    house.write("site-templates/eigen.html", "<p>Eigen stuk</p>");
    let site = house.site();
    assert!(text(&site, "index.html").contains("<h1>Eigen begin</h1><p>Eigen stuk</p>"));
    assert!(text(&site, "toegankelijkheid/index.html").contains("WCAG 2.2"), "the others stay");
}

#[test]
fn a_file_that_nothing_uses_is_told_of_and_keeps_nothing_back() {
    let house = House::with("cmm");
    start(&house, "<h1>Eigen begin</h1>{% include \"eigen.html\" %}");
    house.write("site-templates/eigen.html", "<p>Eigen stuk</p>");
    house.write("site-templates/letters/outcome.nl.txt", "Beste klager\n");
    let told = |house: &House| -> Vec<String> {
        let site = house.site();
        house.placed(&site.remarks).iter().map(super::house::told).filter(|line| line.contains("S809")).collect()
    };
    assert_eq!(told(&house), Vec::<String>::new());
    house.write("site-templates/privcy.html", "{% extends \"base.html\" %}");
    house.write("site-templates/letters/outcom.nl.txt", "Beste klager\n");
    let expected = [
        "site-templates/letters/outcom.nl.txt:1:1: warning[S809] nothing uses this file",
        "site-templates/privcy.html:1:1: warning[S809] nothing uses this file",
    ];
    assert_eq!(told(&house), expected);
}

#[test]
fn one_sentence_can_be_reworded() {
    let house = House::with("cmm");
    house.write("site-templates/nl.ftl", "start-lead = Welke school?\n");
    let site = house.site();
    assert!(text(&site, "index.html").contains("Welke school?"));
    assert!(text(&site, "index.html").contains("Naar de inhoud"), "the others stay");
}

#[test]
fn a_look_of_its_own_gets_a_name_of_its_own() {
    let house = House::with("cmm");
    let name = |house: &House| house.site().files.into_keys().find(|path| path.starts_with("style.")).unwrap();
    let ours = name(&house);
    house.write("site-templates/style.css", "body { color: black; }");
    assert_ne!(ours, name(&house));
}

#[test]
fn what_is_wrong_with_a_template() {
    let wrong = [
        "<h1>{{ titel }}</h1>",
        "<h1>{{ page.regelingen }}</h1>",
        "<h1>{{ title }</h1>",
        "{% include \"weg.html\" %}",
        "<h1>{{ t(key=\"weg\") }}</h1>",
        "<h1>{{ t(key=\"accessibility-answer\") }}</h1>",
        "<h1>{{ onbekend(x=1) }}</h1>",
    ];
    let mut said = String::new();
    for content in wrong {
        let house = House::with("cmm");
        start(&house, content);
        writeln!(said, "{content}\n  {}", house.told().join("\n  ")).unwrap();
    }
    let house = House::with("cmm");
    house.write("site-templates/start.html", "{% extends \"weg.html\" %}");
    writeln!(said, "missing parent\n  {}", house.told().join("\n  ")).unwrap();
    let house = House::with("cmm");
    house.write("site-templates/nl.ftl", "skip = Naar de inhoud\n\nzo { niet\n");
    writeln!(said, "no sentence\n  {}", house.told().join("\n  ")).unwrap();
    insta::assert_snapshot!(said);
}
