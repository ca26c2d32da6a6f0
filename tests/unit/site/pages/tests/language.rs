//! The sentences are plain: short, and the reader is `u`.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostics::Lang;
use crate::site::BUNDLED;

/// The longest sentence, in words.
const LONGEST: usize = 20;
/// The longest sentence on average, in words.
const AVERAGE: usize = 10;

/// The sentences of these pages by key, a value counted as one word.
fn sentences(lang: Lang) -> BTreeMap<String, Vec<String>> {
    let name = format!("{}.ftl", lang.tag());
    let source = BUNDLED.iter().find(|(file, _)| *file == name).unwrap().1;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut key = String::new();
    let value = regex::Regex::new(r"\{[^}]*\}?").unwrap();
    for line in source.lines().filter(|l| !l.starts_with('#')) {
        let said = match line.split_once(" = ") {
            Some((name, said)) if !line.starts_with(' ') => {
                name.clone_into(&mut key);
                said
            }
            _ => line.split_once(']').map_or("", |(_, said)| said),
        };
        let ours = ["complaint-", "privacy-", "workflow-"].iter().any(|prefix| key.starts_with(prefix));
        if ours {
            let plain = value.replace_all(said, "X");
            found.entry(key.clone()).or_default().extend(plain.unicode_sentences().map(str::to_owned));
        }
    }
    found
}

fn words(sentence: &str) -> usize {
    sentence.unicode_words().count()
}

#[test]
fn sentences_are_short() {
    for lang in Lang::ALL {
        let found = sentences(lang);
        assert!(found.len() > 100, "{}", found.len());
        for (key, sentences) in &found {
            assert!(sentences.iter().all(|s| words(s) <= LONGEST), "{key}: {sentences:?}");
        }
        let whole: Vec<usize> =
            found.values().flatten().filter(|s| s.ends_with(['.', '?'])).map(|s| words(s)).collect();
        let average = whole.iter().sum::<usize>() / whole.len();
        assert!(average <= AVERAGE, "{average}");
    }
}

#[test]
fn the_reader_is_addressed_in_one_way() {
    for (key, sentences) in sentences(Lang::Nl) {
        for sentence in sentences {
            let informal =
                sentence.unicode_words().any(|w| ["je", "jij", "jou", "jouw"].contains(&w.to_lowercase().as_str()));
            assert!(!informal, "{key}: {sentence}");
        }
    }
}

#[test]
fn both_languages_have_the_same_sentences() {
    let [dutch, english] = Lang::ALL.map(|lang| sentences(lang).into_keys().collect::<Vec<_>>());
    assert_eq!(dutch, english);
}
