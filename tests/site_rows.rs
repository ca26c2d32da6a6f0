//! The requirement rows about the public pages: what must be on a page is on it, what must not be public is nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use klacht::context::Context;
use klacht::publish::{Asked, gather};
use klacht::register::Register;
use klacht::yaml::Node;

use crate::common::{CONTEXT, root};

/// The built site as text, by path.
static SITE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let register = Register::folder(root()).unwrap();
    let files = register.work_tree().unwrap();
    let context = Context::read(&files).unwrap();
    let asked =
        Asked { base_url: "https://klachten.example/".to_owned(), on: "2026-11-20".parse().unwrap(), work_tree: true };
    let input = gather(&register, &files, &context, None, &asked).unwrap();
    let site = klacht::site::build(&input).unwrap();
    site.files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
});

/// Row, page, and what stands there, in this order.
const SHOWN: &[(&str, &str, &[&str])] = &[
    ("CMM-04", "cmm/index.html", &["cursist en klant", "Trainer"]),
    ("CMM-14", "cmm/index.html", &["mailto:info@beeldhoek.example"]),
    ("CMM-15", "cmm/index.html", &["Lantaarnkade 14, 0123 AB Voorbeeldstad"]),
    ("CMM-40", "cmm/index.html", &["Mediator", "Deze instantie is onafhankelijk van ons."]),
    ("CMM-44", "cmm/index.html", &["Mediator", "De uitspraak is bindend.", "Wij voeren de uitspraak uit."]),
    ("TSM-12", "square-mile/index.html", &["Liever eerst een melding?", "Gesprek met de trainer"]),
    (
        "TSM-13",
        "square-mile/index.html",
        &["Gesprek met een medewerker (mondeling)", "mailto:klachten@taalkring-meridiaan.example"],
    ),
    ("TSM-40", "square-mile/index.html", &["mevrouw Q. Voorbeeld", "mailto:voorbeeld@middenlijn.example"]),
    ("TSM-43", "square-mile/index.html", &["Onafhankelijke bemiddelaar", "De uitspraak is bindend."]),
    ("TSM-44", "square-mile/index.html", &["<time datetime=\"2025-01-01\">"]),
    ("CBM-11", "cbmk/index.html", &["Onze manier van werken. Behandelaar: Manager Operations."]),
    ("CBM-12", "cbmk/index.html", &["Het innen van een vordering. Behandelaar: Teamleider Incasso."]),
    ("CBM-13", "cbmk/index.html", &["openstaande facturen. Behandelaar: Teamleider Debiteurenbeheer."]),
    ("CBM-14", "cbmk/index.html", &["afrekeningen en facturen. Behandelaar: Teamleider Administratie."]),
    ("CBM-15", "cbmk/index.html", &["offertes en advies. Behandelaar: Verkoop Manager."]),
    ("CBM-33", "cbmk/index.html", &["Kamer Incassogeschillen (KIG)", "Wij wijzen u op deze weg."]),
    ("CBM-34", "cbmk/index.html", &["https://www.kamer-incassogeschillen.example/klachtenreglement"]),
    ("CBM-35", "cbmk/index.html", &["mailto:klachten@klinkerdam.example", "tel:0880000000"]),
    ("INT-16", "interactie/index.html", &["mailto:klachten@vlonderpad.example", "Klachtenfunctionaris"]),
    ("INT-31", "interactie/index.html", &["Postbus 4021, 9990 AA Hoogmeer", "https://www.geschillenkamer-oa.example"]),
    ("INT-50", "interactie/index.html", &["Een klacht indienen is gratis."]),
    ("ACA-03", "academie/index.html", &["Bellen met de trainer", "Mailen met de trainer"]),
    ("ACA-04", "academie/index.html", &["tel:0880000400", "mailto:binnendienst@zilverlinde.example", "Lindelaan 4"]),
    ("ACA-06", "academie/index.html", &["E-mail aan de directeur", "mailto:directeur@zilverlinde.example"]),
    ("ACA-10", "academie/index.html", &["Doorgevraagd", "Klacht behandeld", "Uitkomst schriftelijk teruggekoppeld"]),
    ("ACA-16", "academie/index.html", &["Orde van Leermeesters", "Alleen deze rol kan dat: Cursist."]),
    ("ACA-19", "academie/index.html", &["De uitspraak is bindend.", "Reglement voor Tuchtspraak"]),
    ("ACA-20", "academie/index.html", &["Je klacht gaat naar: Binnendienst."]),
    ("ACA-27", "academie/index.html", &["https://www.zilverlinde.example/klachtenformulier"]),
    ("ACA-36", "academie/index.html", &["Verantwoordelijk voor je klacht is: Directeur."]),
];

/// Row, regulation, and what stands on no page of the site. What `publication.forbidden` names is looked for besides.
const NOWHERE: &[(&str, &str, &[&str])] = &[
    ("CMM-21", "cmm", &["X. Voorbeeld"]),
    ("CMM-43", "cmm", &["mediator@tussenweg.example", "tussenweg.example"]),
    ("CBM-38", "cbmk", &["Contact Image", "Author Profile Picture"]),
    ("CBM-39", "cbmk", &["Stel je vraag aan onze specialist", "passend advies"]),
    ("INT-02", "interactie", &["nog in te vullen", "te verbergen"]),
    ("INT-48", "interactie", &["subtitel"]),
    ("ACA-09", "academie", &["Leave a Reply"]),
    ("ACA-59", "academie", &["Your email address will not be published", "You may use these HTML tags"]),
];

/// Rows of these classes that the page of the regulation answers, by the words on which they rest.
const IN_THE_TEXT: &str = "CMM-01 CMM-02 CMM-03 CMM-05 CMM-06 CMM-35 CMM-41 TSM-01 TSM-02 TSM-03 TSM-04 TSM-05 TSM-06 \
    TSM-09 TSM-10 TSM-17 TSM-18 CBM-01 CBM-07 CBM-24 INT-01 INT-03 INT-04 INT-05 INT-10 INT-11 INT-12 INT-13 INT-20 INT-21 \
    INT-22 INT-23 INT-24 INT-25 INT-45 INT-56 INT-57 INT-58 INT-65 INT-66 ACA-01 ACA-02 ACA-07 ACA-08 ACA-11 ACA-22 ACA-28 \
    ACA-32 ACA-46 ACA-47 ACA-49 ACA-50 ACA-51 ACA-52 ACA-53 ACA-55 ACA-56 ACA-57 ACA-58";

/// Every row of the classes page, nowhere and statistic.
fn rows() -> BTreeSet<String> {
    let path = root().join("tests/requirements/rows.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let records = reader.records().map(Result::unwrap);
    let about = records.filter(|r| r[1].split(',').any(|class| ["P", "N", "S"].contains(&class)));
    about.map(|r| r[0].to_owned()).collect()
}

#[test]
fn what_must_be_shown_is_shown() {
    for (row, page, needles) in SHOWN {
        let html = &SITE[*page];
        let mut rest = html.as_str();
        for needle in *needles {
            let at = rest.find(needle).unwrap_or_else(|| panic!("{row}: {page} lacks {needle:?} at its place"));
            rest = &rest[at + needle.len()..];
        }
    }
}

/// What a reader sees of a page: no tags, no marks of notes, white space folded.
fn read_aloud(html: &str) -> String {
    let mut text = String::new();
    let main = html.split("<main").nth(1).unwrap();
    for (nth, part) in main.split("<sup>").enumerate() {
        let kept = if nth == 0 { part } else { part.split_once("</sup>").unwrap().1 };
        for piece in kept.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
        }
    }
    let plain = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words on which a rule rests, those of everything in it included: `topics/list` means all topics.
fn quotes(node: &Node, found: &mut Vec<String>) {
    for entry in node.entries() {
        if entry.key == "quote" {
            found.extend(entry.node.text().map(str::to_owned));
            found.extend(entry.node.items().iter().filter_map(Node::text).map(str::to_owned));
        } else {
            quotes(&entry.node, found);
        }
    }
    node.items().iter().for_each(|item| quotes(item, found));
}

/// The place in the data that a row names: `statements/tevreden`, `causes/list`, `topics`.
fn named<'a>(tree: &'a Node, place: &str) -> Option<&'a Node> {
    let (block, rest) = place.split_once('/').unwrap_or((place, ""));
    let block = tree.get(block)?;
    let of = |node: &'a Node| node.items().iter().find(|n| n.get("id").and_then(Node::text) == Some(rest));
    of(block).or_else(|| block.get("list").and_then(of)).or_else(|| block.get("scale").and_then(of)).or(Some(block))
}

/// Each row rests on words of the regulation, and those words stand on its page.
#[test]
fn the_words_behind_a_row_stand_on_the_page_of_the_regulation() {
    let ids = BTreeMap::from([
        ("CMM", "cmm"),
        ("TSM", "square-mile"),
        ("CBM", "cbmk"),
        ("INT", "interactie"),
        ("ACA", "academie"),
    ]);
    let path = root().join("tests/requirements/rows.csv");
    let wanted: BTreeSet<&str> = IN_THE_TEXT.split_whitespace().collect();
    let mut seen = 0;
    for record in csv::Reader::from_path(path).unwrap().records().map(Result::unwrap) {
        let row = record[0].to_owned();
        if !wanted.contains(row.as_str()) {
            continue;
        }
        let id = ids[&row[..3]];
        let version = CONTEXT.policy.histories[id].versions.values().last().unwrap();
        let page = read_aloud(&SITE[&format!("{id}/regeling/index.html")]);
        let mut words: Vec<String> = Vec::new();
        for place in record[2].split_whitespace() {
            if place == "title" {
                words.push(version.regulation.title.clone());
            } else if let Some(node) = named(&version.tree, place) {
                quotes(node, &mut words);
            }
        }
        assert!(!words.is_empty(), "{row}: `{}` rests on nothing", &record[2]);
        for quote in words {
            let quote = quote.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.contains(&quote), "{row}: the page of {id} lacks {quote:?}");
        }
        seen += 1;
    }
    assert_eq!(seen, wanted.len());
}

#[test]
fn what_must_not_be_public_is_nowhere() {
    for (row, id, needles) in NOWHERE {
        let version = CONTEXT.policy.histories[*id].versions.values().last().unwrap();
        let forbidden = version.regulation.publication.iter().flat_map(|p| &p.forbidden).map(String::as_str);
        for needle in needles.iter().copied().chain(forbidden) {
            let found = SITE.iter().find(|(_, text)| text.contains(needle)).map(|(path, _)| path);
            assert_eq!(found, None, "{row}: {needle:?}");
        }
    }
}

#[test]
fn every_row_has_its_place() {
    let here = SHOWN.iter().map(|s| s.0).chain(NOWHERE.iter().map(|n| n.0)).chain(IN_THE_TEXT.split_whitespace());
    let here: Vec<String> = here.map(str::to_owned).collect();
    let once: BTreeSet<String> = here.iter().cloned().collect();
    assert_eq!(once.len(), here.len(), "a row stands in two places");
    assert_eq!(once, rows());
}

/// A page in English says no less: the same addresses, numbers and links to others.
#[test]
fn english_pages_lead_to_the_same_places() {
    let links = |html: &str| -> BTreeSet<String> {
        let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let away = hrefs.filter(|h| ["mailto:", "tel:"].iter().any(|scheme| h.starts_with(scheme)));
        away.map(str::to_owned).collect()
    };
    for id in ["academie", "cbmk", "cmm", "interactie", "square-mile"] {
        for page in ["index.html", "privacy/index.html"] {
            let (dutch, english) = (&SITE[&format!("{id}/{page}")], &SITE[&format!("en/{id}/{page}")]);
            assert_eq!(links(dutch), links(english), "{id}/{page}");
            assert!(!links(dutch).is_empty(), "{id}/{page}");
        }
    }
}
