//! The sentences of the interface, by Fluent: `site-templates/nl.ftl` and `en.ftl`, which an organisation may replace.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::parser::ParserError;
use unic_langid::langid;

use super::fault::{SiteFault, Wording};
use crate::diagnostics::Lang;

/// The sentences in one language.
pub struct Phrases {
    path: String,
    source: String,
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
        let locale = match lang {
            Lang::Nl => langid!("nl"),
            Lang::En => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks of direction would end up in file names and data files.
        bundle.set_use_isolating(false);
        let path = format!("site-templates/{}.ftl", lang.tag());
        let resource = resource(&path, source)?;
        let mut words = Self { path, source: source.to_owned(), bundle };
        words.bundle.add_resource(resource).map_err(|errors| {
            let twice = |e: &FluentError| words.fault("", Wording::Unreadable(e.to_string()));
            errors.iter().map(twice).collect::<Vec<_>>()
        })?;
        Ok(words)
    }

    /// The same sentences, with those of another file in the place of their own.
    pub fn reworded(mut self, source: &str) -> Result<Self, Vec<SiteFault>> {
        let resource = resource(&self.path, source)?;
        self.bundle.add_resource_overriding(resource);
        source.clone_into(&mut self.source);
        Ok(self)
    }

    /// A sentence without values.
    pub fn say(&self, key: &str) -> Result<String, SiteFault> {
        self.with(key, &BTreeMap::new())
    }

    /// A sentence with its values; an error when it is not there or lacks one.
    pub fn with(&self, key: &str, values: &BTreeMap<String, Value>) -> Result<String, SiteFault> {
        let message = self.bundle.get_message(key).and_then(|m| m.value());
        let pattern = message.ok_or_else(|| self.fault(key, Wording::Missing))?;
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
            Some(FluentError::ResolverError(error)) => Err(self.fault(key, Wording::Lacks(error.to_string()))),
            Some(error) => Err(self.fault(key, Wording::Lacks(error.to_string()))),
        }
    }

    fn fault(&self, key: &str, why: Wording) -> SiteFault {
        let is_it = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let line = self.source.lines().position(is_it).map_or(0, |at| at + 1);
        SiteFault::Words { path: self.path.clone(), line, key: key.to_owned(), why }
    }
}

/// A file of sentences; every fault of its notation, by line.
fn resource(path: &str, source: &str) -> Result<FluentResource, Vec<SiteFault>> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let fault = |error: &ParserError| SiteFault::Words {
            path: path.to_owned(),
            line: 1 + source.bytes().take(error.pos.start).filter(|b| *b == b'\n').count(),
            key: String::new(),
            why: Wording::Unreadable(error.kind.to_string()),
        };
        errors.iter().map(fault).collect()
    })
}

#[cfg(test)]
#[path = "../../tests/unit/site/phrases.rs"]
mod tests;
