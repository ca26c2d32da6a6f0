//! Texts that must not be public: those a regulation forbids, and contacts that it does not publish. Looked for in every
//! file that speaks of the regulation and in those of the whole site: in text, attributes, data, pictures and names.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Proof;
use crate::regulation::{Role, fold};
use crate::site::contact::digits;
use crate::site::fault::SiteFault;
use crate::site::input::{Edition, Published};

/// A forbidden text with the place that forbids it.
struct Needle {
    /// The texts to look for, as [`plain`] makes them.
    texts: Vec<String>,
    path: String,
    key: String,
}

/// Forbidden texts that were found.
pub fn faults(proof: &Proof<'_>) -> Vec<SiteFault> {
    let needles: BTreeMap<&str, Vec<Needle>> =
        proof.input.regulations.iter().map(|published| (published.id.as_str(), needles(published))).collect();
    proof.files.par_iter().flat_map_iter(|(file, _)| faults_in(proof, file, &needles)).collect()
}

/// Those in one file.
fn faults_in(proof: &Proof<'_>, file: &str, needles: &BTreeMap<&str, Vec<Needle>>) -> Vec<SiteFault> {
    let sought: Vec<&Needle> = match needles.get(folder(file)) {
        Some(own) => own.iter().collect(),
        None => needles.values().flatten().collect(),
    };
    if sought.is_empty() {
        return Vec::new();
    }
    let (hay, name) = (proof.hay(file), plain(file));
    let found = sought.into_iter().filter(|needle| needle.is_in(&hay));
    let fault = |needle: &Needle| {
        // The name of a file that holds the text would repeat it.
        let page = if needle.is_in(&name) { String::new() } else { file.to_owned() };
        SiteFault::Forbidden { page, path: needle.path.clone(), key: needle.key.clone() }
    };
    found.map(fault).collect()
}

impl Needle {
    fn new(edition: &Edition, key: String, text: &str, number: bool) -> Self {
        let mut texts = vec![plain(text)];
        if number {
            texts.push(digits(text));
        }
        texts.retain(|text| !text.is_empty());
        Self { texts, path: edition.version.path.clone(), key }
    }

    fn is_in(&self, hay: &str) -> bool {
        self.texts.iter().any(|text| stands_in(hay, text))
    }
}

/// Whether a text stands in another by itself, and not as a part of a longer word.
fn stands_in(hay: &str, text: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (text.chars().next(), text.chars().next_back());
    hay.match_indices(text).any(|(at, _)| {
        let before = hay.get(..at).and_then(|h| h.chars().next_back());
        let after = hay.get(at + text.len()..).and_then(|h| h.chars().next());
        !(part_of_word(before) && part_of_word(first) || part_of_word(after) && part_of_word(last))
    })
}

/// The folder of a file of the site, in whichever language: the id of the regulation that it belongs to, if to one.
fn folder(file: &str) -> &str {
    let below = file.strip_prefix("en/").unwrap_or(file);
    below.split_once('/').map_or("", |(folder, _)| folder)
}

/// What a regulation does not publish. What one of its versions publishes is not among it: old versions stay as they were.
fn needles(published: &Published) -> Vec<Needle> {
    let public: BTreeSet<String> = published.editions.iter().flat_map(published_values).collect();
    let mut found = Vec::new();
    for edition in &published.editions {
        let regulation = &edition.version.regulation;
        let contacts = regulation.organisation.contact.iter().enumerate().filter(|(_, c)| !c.publish);
        let contacts = contacts.map(|(at, c)| {
            Needle::new(edition, format!("organisation.contact[{at}].value"), &c.value, c.kind == "phone")
        });
        let roles = regulation.roles.iter().enumerate().flat_map(|(at, role)| {
            let hidden = body_contacts(role).filter(|(key, _)| !role.publish.iter().any(|p| p == key));
            hidden.map(move |(key, value)| {
                Needle::new(edition, format!("roles[{at}].contact.{key}"), value, key == "phone")
            })
        });
        found.extend(contacts.chain(roles).filter(|n| !n.texts.iter().any(|text| public.contains(text))));
        let forbidden = regulation.publication.iter().flat_map(|p| p.forbidden.iter().enumerate());
        found.extend(
            forbidden.map(|(at, text)| Needle::new(edition, format!("publication.forbidden[{at}]"), text, false)),
        );
    }
    found
}

/// The contact data of an outside body, by key.
fn body_contacts(role: &Role) -> impl Iterator<Item = (&str, &str)> {
    let entries = role.contact.iter().flatten();
    entries.filter_map(|(key, value)| value.as_str().map(|text| (key.as_str(), text)))
}

/// The contact data that a version publishes.
fn published_values(edition: &Edition) -> Vec<String> {
    let regulation = &edition.version.regulation;
    let contacts = regulation.organisation.contact.iter().filter(|c| c.publish).map(|c| plain(&c.value));
    let roles = regulation.roles.iter().flat_map(|role| {
        let shown = body_contacts(role).filter(|(key, _)| role.publish.iter().any(|p| p == key));
        shown.map(|(_, value)| plain(value))
    });
    contacts.chain(roles).collect()
}

/// A text as it is compared: composed, in small letters, white space folded.
fn plain(text: &str) -> String {
    // Nearly every text is composed already, which is seen faster than done.
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => fold(&text.to_lowercase()),
        _ => fold(&text.nfc().collect::<String>().to_lowercase()),
    }
}

impl Proof<'_> {
    /// Everything that stands in a file, and its name, as [`plain`] makes it.
    fn hay(&self, file: &str) -> String {
        let Some(bytes) = self.files.get(file) else { return String::new() };
        let raw = String::from_utf8_lossy(bytes);
        let mut all = vec![file.to_owned(), raw.clone().into_owned()];
        if let Some(document) = self.documents.get(file) {
            all.push(document.text.clone());
            // Classes and addresses come back all over a page.
            let once: BTreeSet<&str> = document.attributes.iter().map(String::as_str).collect();
            all.extend(once.into_iter().map(str::to_owned));
        } else if let Ok(resolved) = quick_xml::escape::unescape(&raw) {
            all.push(resolved.into_owned());
        }
        let bodies: Vec<&str> =
            raw.split("application/ld+json\">").skip(1).filter_map(|r| r.split("</script>").next()).collect();
        let json = std::iter::once(raw.as_ref()).chain(bodies).filter_map(|text| serde_json::from_str(text).ok());
        for value in json {
            strings(&value, &mut all);
        }
        // Texts of different places do not run into one another.
        all.iter().map(|text| plain(&decoded(text))).collect::<Vec<_>>().join("\u{0}")
    }
}

/// Every text in JSON: keys and values.
fn strings(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        serde_json::Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.push(key.clone());
            strings(value, found);
        }),
        _ => {}
    }
}

/// A text with its percent signs resolved, as in `mailto:a%40b`.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
#[path = "../../../tests/unit/site/proof/forbidden.rs"]
mod tests;
