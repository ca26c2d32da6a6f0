//! The drawings of the bundled regulations.

use super::*;
use crate::site::fixture;

/// What a drawing may weigh, in bytes: half the budget of a page.
const MOST: usize = 25_000;

fn drawn(id: &str, lang: Lang) -> Diagram {
    let words = fixture::words(lang);
    diagram(&fixture::version(id), lang, &words, "wf").unwrap()
}

#[test]
fn every_step_stands_in_the_drawing_once_and_in_the_list() {
    for id in fixture::REGULATIONS {
        let version = fixture::version(id);
        for lang in Lang::ALL {
            let drawing = drawn(id, lang);
            let mut names: Vec<String> = drawing.rows.iter().map(|r| r.name.clone()).collect();
            let voice_names = crate::regulation::Names::new(&version, lang);
            let mut all: Vec<String> =
                version.regulation.steps.iter().map(|s| voice_names.item("steps", &s.id)).collect();
            names.sort();
            all.sort();
            assert_eq!(names, all, "{id}");
            // One box for each step, and one for the receipt.
            assert_eq!(drawing.svg.matches("<rect").count(), all.len() + 1, "{id}");
            assert!(drawing.svg.len() < MOST, "{id}: {}", drawing.svg.len());
            assert!(!drawing.svg.contains("style="), "{id}");
        }
    }
}

#[test]
fn a_drawing_is_the_same_each_time() {
    assert_eq!(drawn("interactie", Lang::Nl), drawn("interactie", Lang::Nl));
}

#[test]
fn the_list_in_words() {
    for id in fixture::REGULATIONS {
        let lines: Vec<String> = drawn(id, Lang::Nl)
            .rows
            .iter()
            .map(|r| {
                let part = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
                let parts = [part(&r.after), part(&r.who), part(&r.within), r.remarks.join(" ")];
                format!("{}. {} | {}", r.number, r.name, parts.join(" | "))
            })
            .collect();
        insta::assert_snapshot!(format!("{id}"), lines.join("\n"));
    }
}

#[test]
fn no_step_stands_above_what_comes_before_it() {
    for id in fixture::REGULATIONS {
        let version = fixture::version(id);
        let graph = Graph::of(&version.regulation);
        let layers = graph.layers();
        for (node, before) in &graph.before {
            assert!(before.iter().all(|b| layers[b] < layers[node]), "{id}: {node:?}");
        }
    }
}
