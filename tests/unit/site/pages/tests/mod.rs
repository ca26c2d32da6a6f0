//! What the pages on complaining and on what is kept say, and when they refuse to be made.

mod language;
mod slots;

use serde_json::Value;

use super::{complaint, privacy};
use crate::diagnostics::Lang;
use crate::regulation::Version;
use crate::site::{Page, SiteFault, fixture};

/// Both pages of a version.
fn pages(version: Version, lang: Lang) -> Result<[Page; 2], Vec<SiteFault>> {
    let published = fixture::published(version);
    let edition = &published.editions[0];
    let words = fixture::words(lang);
    let complaint = complaint::page(&published, edition, &words, lang);
    let privacy = privacy::page(&published, edition, &words, lang);
    match (complaint, privacy) {
        (Ok(complaint), Ok(privacy)) => Ok([complaint, privacy]),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

/// Every text in a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.values().for_each(|item| texts(item, found)),
        _ => {}
    }
}

#[test]
fn what_the_pages_say() {
    // A stranger's regulation too, in Dutch only, so that no page fits the bundled ones alone.
    for id in fixture::REGULATIONS.into_iter().chain(["awb9"]) {
        let version = fixture::version(id);
        let languages = Lang::ALL.into_iter().filter(|lang| *lang == Lang::Nl || version.english.is_some());
        for lang in languages {
            for page in pages(version.clone(), lang).unwrap() {
                let name = format!("{}-{}-{id}", page.template.trim_end_matches(".html"), lang.tag());
                let said = format!(
                    "{}\n{}\n{}",
                    page.title,
                    page.description,
                    serde_json::to_string_pretty(&page.content).unwrap()
                );
                insta::assert_snapshot!(name, said);
            }
        }
    }
}

#[test]
fn english_pages_have_no_words_left_in_dutch() {
    // Names that English keeps, and what stands in the page as Dutch on purpose.
    let names = ["Orde van Leermeesters", "Kamer Incassogeschillen", "Geschillenkamer Opleiding en Advies"];
    for id in fixture::REGULATIONS {
        for page in pages(fixture::version(id), Lang::En).unwrap() {
            let mut found = Vec::new();
            texts(&page.content, &mut found);
            for text in found {
                let rest = names.iter().fold(text.clone(), |text, name| text.replace(name, ""));
                let dutch = [" de ", " het ", " een ", " wij ", " niet "].iter().any(|word| rest.contains(word));
                assert!(!dutch, "{id}: {text}");
            }
        }
    }
}
