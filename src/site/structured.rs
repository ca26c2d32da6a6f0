//! Structured data (schema.org) that every page of a regulation has.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::contact;
use super::input::Edition;
use super::page::Page;
use crate::diagnostics::Lang;

/// The organisation and how to complain to it.
#[must_use]
pub fn organisation(edition: &Edition, lang: Lang) -> Value {
    let own = &edition.version.regulation.organisation;
    let points: Vec<Value> = contact::public(edition, lang)
        .iter()
        .filter_map(|way| {
            let key = match way.kind.as_str() {
                "email" => "email",
                "phone" => "telephone",
                "form" => "url",
                _ => return None,
            };
            Some(json!({"@type": "ContactPoint", "contactType": way.label, key: way.value}))
        })
        .collect();
    let mut value =
        json!({"@context": "https://schema.org", "@type": "Organization", "name": own.name, "url": own.site});
    if let (Some(map), false) = (value.as_object_mut(), points.is_empty()) {
        map.insert("contactPoint".to_owned(), Value::Array(points));
    }
    value
}

/// The page itself.
#[must_use]
pub fn web_page(page: &Page, canonical: &str, updated: Option<NaiveDate>) -> Value {
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "url": canonical,
        "inLanguage": page.address.lang().tag(),
    });
    if let (Some(map), Some(day)) = (value.as_object_mut(), updated) {
        map.insert("dateModified".to_owned(), Value::String(day.to_string()));
    }
    value
}

/// JSON that may stand in a script element: nothing in it can end the element.
#[must_use]
pub fn script_safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_element() {
        let told = script_safe(&json!({"name": "</script><b>"}));
        assert!(!told.contains('<'), "{told}");
        assert_eq!(serde_json::from_str::<Value>(&told).unwrap()["name"], "</script><b>");
    }
}
