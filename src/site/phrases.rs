//! The sentences of the interface, by Fluent: `site-templates/nl.ftl` and `en.ftl`, which an organisation may replace.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::langid;

use super::fault::SiteFault;
use crate::diagnostics::Lang;

/// The sentences in one language.
pub struct Phrases {
    path: String,
    bundle: FluentBundle<FluentResource>,
}

/// A value for a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number, by which a sentence may choose its form.
    Number(f64),
}

impl Phrases {
    /// Reads the sentences of a language; every fault of the file.
    pub fn read(lang: Lang, source: &str) -> Result<Self, Vec<SiteFault>> {
        let path = format!("site-templates/{}.ftl", lang.tag());
        let fault = |message: String| SiteFault::Words { path: path.clone(), key: String::new(), message };
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| errors.iter().map(|e| fault(e.to_string())).collect::<Vec<_>>())?;
        let locale = match lang {
            Lang::Nl => langid!("nl"),
            Lang::En => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks of direction would end up in file names and data files.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .map_err(|errors| errors.iter().map(|e| fault(e.to_string())).collect::<Vec<_>>())?;
        Ok(Self { path, bundle })
    }

    /// A sentence without values.
    pub fn say(&self, key: &str) -> Result<String, SiteFault> {
        self.with(key, &BTreeMap::new())
    }

    /// A sentence with its values; an error when it is not there or lacks one.
    pub fn with(&self, key: &str, values: &BTreeMap<String, Value>) -> Result<String, SiteFault> {
        let fault = |message: &str| SiteFault::Words {
            path: self.path.clone(),
            key: key.to_owned(),
            message: message.to_owned(),
        };
        let pattern =
            self.bundle.get_message(key).and_then(|m| m.value()).ok_or_else(|| fault("is not there / ontbreekt"))?;
        let mut args = FluentArgs::new();
        for (name, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(text.clone()),
                Value::Number(number) => FluentValue::from(*number),
            };
            args.set(name.clone(), value);
        }
        let mut errors: Vec<FluentError> = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(said),
            Some(error) => Err(fault(&error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_needs_its_values() {
        let words =
            Phrases::read(Lang::Nl, "klachten = { $n ->\n    [one] Eén klacht\n   *[other] { $n } klachten\n }\n")
                .unwrap();
        let n = |n: f64| BTreeMap::from([("n".to_owned(), Value::Number(n))]);
        assert_eq!(words.with("klachten", &n(1.0)).unwrap(), "Eén klacht");
        assert_eq!(words.with("klachten", &n(12.0)).unwrap(), "12 klachten");
        assert!(words.say("klachten").is_err());
        assert!(words.say("weg").is_err());
    }
}
