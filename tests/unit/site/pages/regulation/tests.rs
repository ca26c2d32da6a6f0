use std::collections::BTreeSet;

use super::*;
use crate::regulation::Version;
use crate::site::fixture::{REGULATIONS, published, version};
use crate::site::{About as AboutSite, Provenance, Site, build};

/// A site with these versions.
fn input(versions: Vec<Version>) -> Input {
    Input {
        base_url: "https://klachten.example/".to_owned(),
        notice: None,
        about: AboutSite {
            responsible: Some("Klein".to_owned()),
            contact: Some("mailto:site@klein.example".to_owned()),
            answer_within: Some("10 working days".parse().unwrap()),
            tested: Some(("2026-11-01".parse().unwrap(), crate::diagnostics::text!("Zo.", "So."))),
            limits: Vec::new(),
        },
        regulations: versions.into_iter().map(published).collect(),
        overrides: std::collections::BTreeMap::new(),
        elsewhere: Vec::new(),
        private: Vec::new(),
        provenance: Provenance { commit: None, on: "2026-11-20".parse().unwrap() },
    }
}

/// The page of a regulation, by its file.
fn page(site: &Site, file: &str) -> String {
    let bytes = site.files.get(file).unwrap_or_else(|| panic!("{file} is not there"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// Made without the proof of the whole site: these pages alone.
fn made(ids: &[&str], on: &str) -> Vec<Page> {
    let mut input = input(ids.iter().map(|id| version(id)).collect());
    input.provenance.on = on.parse().unwrap();
    let engine = Engine::new(&input.overrides).unwrap();
    let all = |lang| pages(&input, &engine, lang).unwrap();
    Lang::ALL.into_iter().flat_map(all).collect()
}

/// The text of an element with an id, up to the end of its line.
fn line<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} is not there"));
    html[start..].lines().next().unwrap()
}

#[test]
fn every_regulation_has_its_text_in_both_languages_with_the_same_anchors() {
    let pages = made(&REGULATIONS, "2026-11-20");
    assert_eq!(pages.len(), 2 * REGULATIONS.len());
    let anchors = |page: &Page| -> BTreeSet<String> {
        let html = page.content["html"].as_str().unwrap().to_owned();
        let ids = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        ids.filter(|id| id.starts_with("artikel-")).collect()
    };
    for (dutch, english) in pages[..5].iter().zip(&pages[5..]) {
        let own = anchors(dutch);
        assert!(own.contains("artikel-1") && own.iter().any(|id| id.contains("-lid-")), "{own:?}");
        assert_eq!(own, anchors(english), "{}", dutch.title);
        assert!(english.content["dutch"].is_string() && dutch.content["dutch"].is_null());
        let count = |page: &Page| page.content["html"].as_str().unwrap().matches("<sup>").count();
        assert_eq!(count(dutch), count(english), "{}: as many marks", dutch.title);
    }
}

#[test]
fn a_sentence_says_which_rule_stands_behind_it() {
    let pages = made(&["square-mile"], "2026-11-20");
    let html = |n: usize| pages[n].content["html"].as_str().unwrap().to_owned();
    insta::assert_snapshot!("article-2-nl", html(0).split("<h2").nth(2).unwrap());
    insta::assert_snapshot!("article-2-en", html(1).split("<h2").nth(2).unwrap());
    assert!(
        line(&html(0), "artikel-4-lid-5").contains("Wij nemen binnen twee weken na ontvangst een beslissing.<sup>")
    );
}

#[test]
fn a_download_is_there_when_the_regulation_allows_it() {
    let mut with = version("interactie");
    let mut without = with.clone();
    with.regulation.publication.as_mut().unwrap().download = true;
    without.regulation.publication.as_mut().unwrap().download = false;
    for (version, allowed) in [(with, true), (without, false)] {
        let source = version.text.source().to_owned();
        let input = input(vec![version]);
        let engine = Engine::new(&input.overrides).unwrap();
        let files = files(&input, &engine).unwrap();
        let page = pages(&input, &engine, Lang::Nl).unwrap().remove(0);
        let file = files.iter().find(|(path, _)| path == "interactie/regeling/2022-01-01.md");
        assert_eq!(page.content["download"].is_object(), allowed);
        assert_eq!(file.map(|(_, bytes)| bytes.as_slice()), allowed.then_some(source.as_bytes()));
    }
}

#[test]
fn plain_text_has_all_the_words_and_no_signs() {
    let input = input(vec![version("cbmk")]);
    let engine = Engine::new(&input.overrides).unwrap();
    let files = files(&input, &engine).unwrap();
    let (_, bytes) = files.iter().find(|(path, _)| path == "cbmk/regeling/2022-01-01.txt").unwrap();
    insta::assert_snapshot!("plain", String::from_utf8(bytes.clone()).unwrap().trim_start_matches('\u{feff}'));
}

/// Two versions of a regulation, the second from a later day.
fn two_versions() -> Input {
    let later = version("cmm");
    let mut earlier = later.clone();
    earlier.regulation.valid_from = "2020-01-01".parse().unwrap();
    earlier.regulation.terms[0].within = Some("3 weeks".parse().unwrap());
    earlier.text = crate::regulation::UnreadText::new(&later.text.source().replace("twee weken", "drie weken"));
    let mut input = input(vec![later]);
    input.regulations[0].editions.insert(0, crate::site::Edition { version: earlier, changed: None });
    input
}

#[test]
fn an_earlier_version_points_to_the_one_in_force() {
    let site = build(&two_versions()).unwrap();
    let old = page(&site, "cmm/regeling/2020-01-01/index.html");
    assert!(old.contains("Deze versie is vervallen per 1 januari 2022."), "{old}");
    assert!(old.contains("<link rel=\"canonical\" href=\"https://klachten.example/cmm/regeling/\">"));
    assert!(old.contains("31 december 2021"));
    let list = page(&site, "cmm/regeling/versies/index.html");
    assert!(list.contains("geldt nu") && list.contains("vervallen"), "{list}");
}

#[test]
fn a_coming_version_says_from_when() {
    let mut input = two_versions();
    input.provenance.on = "2021-06-01".parse().unwrap();
    let site = build(&input).unwrap();
    let coming = page(&site, "cmm/regeling/2022-01-01/index.html");
    assert!(coming.contains("Deze versie geldt vanaf 1 januari 2022."), "{coming}");
    assert!(coming.contains("href=\"https://klachten.example/cmm/regeling/2022-01-01/\""));
    assert!(!page(&site, "cmm/regeling/index.html").contains("class=\"banner\""));
}

#[test]
fn changes_are_told_in_words_and_shown_word_by_word() {
    let site = build(&two_versions()).unwrap();
    let changes = page(&site, "cmm/regeling/2022-01-01/wijzigingen/index.html");
    assert!(changes.contains("gaat van 3 naar 2 weken."), "{changes}");
    let shown = "<del><span class=\"said\">[weg: </span>drie<span class=\"said\">]</span></del><ins><span class=\"said\">[nieuw: </span>twee<span class=\"said\">]</span></ins>";
    assert!(changes.contains(shown), "{changes}");
    assert_eq!(build(&two_versions()).unwrap(), site, "the same input gives the same bytes");
}
