//! The names of a version's rules in a language.

use std::collections::BTreeMap;

use crate::diagnostics::Lang;
use crate::regulation::{Version, names};

/// Looks up names by their place, such as `steps/gehoord`.
pub(super) struct Naming {
    by_place: BTreeMap<String, String>,
}

impl Naming {
    /// Of a version: in English the translation where there is one, else the regulation's own words.
    pub(super) fn of(version: &Version, lang: Lang) -> Self {
        let mut by_place: BTreeMap<String, String> = names(&version.tree).into_iter().collect();
        if let (Lang::En, Some(english)) = (lang, &version.english) {
            by_place.extend(english.words.names.clone());
        }
        // A way to an external body has no name of its own: it is known by the body.
        for way in &version.regulation.escalations {
            if let Some(body) = by_place.get(&format!("roles/{}", way.body)).cloned() {
                by_place.insert(format!("escalations/{}", way.id), body);
            }
        }
        Self { by_place }
    }

    /// The name at a place; the id at its end when there is no name.
    pub(super) fn at(&self, place: &str) -> String {
        let id = place.rsplit('/').next().unwrap_or(place);
        self.by_place.get(place).cloned().unwrap_or_else(|| id.to_owned())
    }
}
