//! Files of the register's own `site-templates/` that nothing reads: a name with a slip in it would change nothing, silently.

use std::collections::{BTreeMap, BTreeSet};

use super::engine::{BUNDLED, PICTURE};
use super::fault::SiteFault;
use crate::patterns::patterns;
use crate::yaml::most_like;

patterns! {
    /// A tag that takes in another template.
    TAG = r"(?s)\{%-?\s*(?:include|extends|import)\b(.*?)%\}";
    /// A name in quotes.
    NAME = r#""([^"]+)"|'([^']+)'|`([^`]+)`"#;
    /// A part that any template may call by its own name.
    COMPONENT = r"\{%-?\s*component\b";
}

/// The own files that neither take the place of a bundled one nor are included by one that is read. `elsewhere` are names that something
/// besides the site reads.
pub fn unused(own: &BTreeMap<String, Vec<u8>>, elsewhere: &[&str]) -> Vec<SiteFault> {
    let known: Vec<&str> = BUNDLED.iter().map(|(name, _)| *name).chain([PICTURE.0]).chain(elsewhere.to_vec()).collect();
    let mut read: BTreeSet<&str> = known.iter().copied().collect();
    read.extend(
        own.iter()
            .filter(|(_, bytes)| COMPONENT.is_match(&String::from_utf8_lossy(bytes)))
            .map(|(name, _)| name.as_str()),
    );
    let mut next: Vec<&str> = read.iter().copied().collect();
    while let Some(name) = next.pop() {
        // A bundled template includes bundled ones only.
        let Some(bytes) = own.get(name) else { continue };
        let included = included(bytes).into_iter().filter_map(|name| own.get_key_value(&name));
        next.extend(included.map(|(name, _)| name.as_str()).filter(|name| read.insert(name)));
    }
    let left = own.keys().filter(|name| !read.contains(name.as_str()));
    left.map(|name| SiteFault::Unused { path: format!("site-templates/{name}"), near: meant(name, &known) }).collect()
}

/// The known name of the same kind that is most like this one; its end says nothing about likeness.
fn meant(name: &str, known: &[&str]) -> Option<String> {
    let (stem, end) = name.rsplit_once('.')?;
    let stems = known.iter().filter_map(|known| known.rsplit_once('.')).filter(|(_, other)| *other == end);
    most_like(stem, stems.map(|(stem, _)| stem)).map(|stem| format!("{stem}.{end}"))
}

/// The names that a template takes in.
fn included(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let inside = TAG.captures_iter(&text).filter_map(|found| found.get(1));
    let names = inside.flat_map(|inside| NAME.captures_iter(inside.as_str()));
    names.filter_map(|found| found.iter().skip(1).flatten().next().map(|name| name.as_str().to_owned())).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/site/unused.rs"]
mod tests;
