//! How an organisation can be reached, as far as it may be public.

use serde_json::{Value, json};

use super::input::Edition;
use crate::diagnostics::Lang;
use crate::regulation::{Contact, Names};

/// One way to reach an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactMethod {
    /// `email`, `phone`, `post`, `visit` or `form`.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// The address or number.
    pub value: String,
    /// A link, where there is one.
    pub href: Option<String>,
}

impl ContactMethod {
    /// For a template.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"kind": self.kind, "label": self.label, "value": self.value, "href": self.href})
    }
}

/// The ways for a template, those of one label together, in the order in which each label first comes.
#[must_use]
pub fn grouped(ways: &[ContactMethod]) -> Vec<Value> {
    let mut labels: Vec<&str> = Vec::new();
    for way in ways {
        if !labels.contains(&way.label.as_str()) {
            labels.push(&way.label);
        }
    }
    let of = |label: &str| ways.iter().filter(|w| w.label == label).map(ContactMethod::json).collect::<Vec<_>>();
    labels.into_iter().map(|label| json!({"label": label, "ways": of(label)})).collect()
}

/// The ways that may be public, in the order of the regulation.
#[must_use]
pub fn public(edition: &Edition, lang: Lang) -> Vec<ContactMethod> {
    let names = Names::new(&edition.version, lang);
    let contacts = edition.version.regulation.organisation.contact.iter().filter(|c| c.publish);
    contacts.map(|c| way(c, names.item("organisation.contact", &c.id))).collect()
}

fn way(contact: &Contact, label: String) -> ContactMethod {
    ContactMethod {
        kind: contact.kind.clone(),
        label,
        value: contact.value.clone(),
        href: href(&contact.kind, &contact.value),
    }
}

/// The link for an address of this kind; nothing for places.
#[must_use]
pub fn href(kind: &str, value: &str) -> Option<String> {
    match kind {
        "email" => Some(format!("mailto:{value}")),
        "phone" => Some(format!("tel:{}", digits(value))),
        "form" | "url" => (value.starts_with("https://") || value.starts_with("http://")).then(|| value.to_owned()),
        _ => None,
    }
}

/// A telephone number as a telephone dials it.
#[must_use]
pub fn digits(number: &str) -> String {
    number.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_followed_is_a_link() {
        assert_eq!(href("email", "a@b.example").as_deref(), Some("mailto:a@b.example"));
        assert_eq!(href("phone", "+31 (0)88 000-00 00").as_deref(), Some("tel:+31880000000"));
        assert_eq!(href("form", "javascript:alert(1)"), None);
        assert_eq!(href("post", "Straat 1"), None);
    }
}
