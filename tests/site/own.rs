//! The site of this repository's own register.

use klacht::site::{BUDGET, Document, build};

use super::house::{House, input_of, pages, text};
use crate::common::root;

const BASE: &str = "https://klachten.example/";

#[test]
fn the_same_register_gives_the_same_bytes() {
    let input = input_of(root(), BASE);
    let first = build(&input).unwrap();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let second = one.install(|| build(&input).unwrap());
    assert!(first == second);
}

#[test]
fn it_has_every_page_it_should() {
    let site = build(&input_of(root(), BASE)).unwrap();
    let must = [
        "404.html",
        "build.json",
        "en/accessibility/index.html",
        "en/changes.atom",
        "en/index.html",
        "index.html",
        "robots.txt",
        "sitemap.xml",
        "toegankelijkheid/index.html",
        "wijzigingen.atom",
    ];
    for path in must {
        assert!(site.files.contains_key(path), "{path}");
    }
}

#[test]
fn every_page_has_what_every_page_must_have() {
    let site = build(&input_of(root(), BASE)).unwrap();
    for (path, html) in pages(&site) {
        let count = |what: &str| html.matches(what).count();
        let lang = if path.starts_with("en/") { "<html lang=\"en\">" } else { "<html lang=\"nl\">" };
        assert!(html.contains(lang), "{path}: {lang}");
        assert_eq!((count("<h1"), count("<main"), count("class=\"skip\"")), (1, 1, 1), "{path}");
        assert_eq!(count("name=\"description\""), 1, "{path}");
        assert_eq!((count(" style="), count("<style")), (0, 0), "{path}: refused by our own policy");
        assert_eq!(count("<script"), count("<script type=\"application/ld+json\">"), "{path}: no program");
        assert!(html.len() <= BUDGET, "{path}");
        if path != "404.html" {
            for one in ["rel=\"canonical\"", "og:image\"", "hreflang=\"x-default\"", "application/atom+xml\" href"] {
                assert_eq!(count(one), 1, "{path}: {one}");
            }
            assert!(html.contains("<time datetime=\"20"), "{path}: no day");
            assert!(html.contains("\"dateModified\":\"20"), "{path}: no day in its data");
        }
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    let site = build(&input_of(root(), BASE)).unwrap();
    for (path, html) in pages(&site) {
        for tag in html.split('<').filter(|tag| tag.starts_with("link rel=\"stylesheet") || tag.starts_with("img")) {
            assert!(!tag.contains("//"), "{path}: {tag}");
        }
    }
}

#[test]
fn the_style_sheet_is_small() {
    let site = build(&input_of(root(), BASE)).unwrap();
    let (path, css) = site.files.iter().find(|(path, _)| path.starts_with("style.")).unwrap();
    assert!(css.len() <= 8_000, "{path}: {} bytes", css.len());
}

#[test]
fn the_page_for_what_is_not_there_links_from_the_root() {
    let site = build(&input_of(root(), "https://example.org/over/klachten/")).unwrap();
    let links = Document::read(text(&site, "404.html").as_bytes()).links;
    assert!(links.contains("/over/klachten/index.html"), "{links:?}");
    assert!(links.iter().all(|link| link.starts_with("/over/klachten/") || link.starts_with('#')), "{links:?}");
}

#[test]
fn other_pages_link_the_same_below_any_path() {
    let here = build(&input_of(root(), BASE)).unwrap();
    let below = build(&input_of(root(), "https://example.org/over/klachten/")).unwrap();
    for (path, html) in pages(&here).filter(|(path, _)| *path != "404.html") {
        let links = |html: &str| Document::read(html.as_bytes()).links;
        let relative = |html: &str| -> Vec<String> { links(html).into_iter().filter(|l| !l.contains("://")).collect() };
        assert_eq!(relative(html), relative(text(&below, path)), "{path}");
    }
}

#[test]
fn the_feed_takes_its_days_from_the_data() {
    let site = House::with("square-mile").site();
    let feed = text(&site, "wijzigingen.atom");
    assert!(feed.contains("<id>tag:klachten.example,2014-11-06:square-mile/version/nl</id>"), "{feed}");
    assert!(feed.contains("<id>tag:klachten.example,2025-01-01:square-mile/version/nl</id>"), "{feed}");
    // Without git the regulation says itself when it was last changed.
    assert!(feed.contains("<updated>2025-01-01T00:00:00Z</updated>"), "{feed}");
    assert!(!feed.contains("2026-11-20"), "{feed}");
    assert!(text(&site, "en/changes.atom").contains("/version/en</id>"));
}

#[test]
fn a_regulation_without_english_is_told_of_and_linked_in_dutch() {
    let house = House::with("cmm");
    std::fs::remove_file(house.path().join("policy/cmm/2022-01-01/words.en.yaml")).unwrap();
    let site = house.site();
    let told: Vec<String> = house.placed(&site.remarks).iter().map(super::house::told).collect();
    assert!(
        told.iter().any(|line| line.starts_with("policy/cmm/2022-01-01/regulation.yaml:1:1: hint[S808]")),
        "{told:?}"
    );
    assert!(text(&site, "en/index.html").contains("<li lang=\"nl\">"));
    assert!(!site.files.keys().any(|path| path.starts_with("en/cmm/")), "{:?}", site.files.keys());
    assert!(!text(&site, "en/changes.atom").contains("<entry>"));
}

#[test]
fn what_it_was_built_from_can_be_compared() {
    let input = input_of(root(), BASE);
    let site = build(&input).unwrap();
    let told: serde_json::Value = serde_json::from_str(text(&site, "build.json")).unwrap();
    assert_eq!((told["schema"].as_str(), &told["commit"]), (Some("klacht.build/1"), &serde_json::Value::Null));
    assert_eq!(told["policy"].as_str().map(str::len), Some(64));
    let mut listed: Vec<&str> = told["files"].as_object().unwrap().keys().map(String::as_str).collect();
    listed.push("build.json");
    listed.sort_unstable();
    assert_eq!(listed, site.files.keys().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn references_lead_to_the_places_that_they_name() {
    let site = build(&input_of(root(), BASE)).unwrap();
    let has = |path: &str, link: &str| assert!(text(&site, path).contains(link), "{path}: {link}");
    has("interactie/regeling/index.html", "<a href=\"#artikel-5-lid-3\">artikel 5 lid 3</a>");
    has("interactie/regeling/index.html", "<a href=\"#artikel-8-lid-4\">lid 4</a>");
    has("en/interactie/regulation/index.html", "<a href=\"#artikel-5-lid-3\">Article 5 paragraph 3</a>");
    has("square-mile/regeling/index.html", "<a href=\"#artikel-3\">artikel 3</a>");
}

#[test]
fn a_lesson_that_tells_of_a_case_is_not_published() {
    let house = House::with("cbmk");
    let book = "cases/cbmk/2025/yearbook.yaml";
    let plant = |lesson: &str| {
        let text = std::fs::read_to_string(root().join(book)).unwrap();
        house.write(book, &format!("{}\nlessons:\n  - nl: {lesson}\n", text.trim_end()));
    };
    plant("Na K26-7F3QXM bellen wij dezelfde dag terug.");
    let told = house.told();
    assert!(told.iter().any(|line| line.starts_with(book) && line.contains("error[S810]")), "{told:?}");
    assert!(!told.join("").contains("7F3QXM"), "{told:?}");
    plant("Wij bellen voortaan dezelfde dag terug.");
    let site = house.site();
    assert!(text(&site, "cbmk/cijfers/2025/index.html").contains("dezelfde dag terug"));
}
