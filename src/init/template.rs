//! The bundled templates, filled.

use std::sync::OnceLock;

use crate::text_template;
use serde_json::Value;
use tera::{Context, Kwargs, State, Tera};

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("files/", $name)))),*]
    };
}

const BUNDLED: &[(&str, &str)] = bundled![
    "forge/form.yml",
    "forge/gitlab.yml",
    "forge/workflow.yml",
    "register/README.en.md",
    "register/README.nl.md",
    "register/answers.yaml",
    "register/editorconfig",
    "register/extensions.json",
    "register/gitattributes",
    "register/gitignore",
    "register/klacht.yaml",
    "register/people.yaml",
    "register/settings.json",
    "register/tasks.json",
    "regulation/coaching/regulation.yaml",
    "regulation/coaching/text.en.md",
    "regulation/coaching/text.nl.md",
    "regulation/coaching/words.en.yaml",
    "regulation/collection/regulation.yaml",
    "regulation/collection/text.en.md",
    "regulation/collection/text.nl.md",
    "regulation/collection/words.en.yaml",
    "regulation/minimal/regulation.yaml",
    "regulation/minimal/text.en.md",
    "regulation/minimal/text.nl.md",
    "regulation/minimal/words.en.yaml",
    "regulation/shared/assignment.yaml",
    "regulation/shared/channels.yaml",
    "regulation/shared/close.en.md",
    "regulation/shared/close.nl.md",
    "regulation/shared/gaps.yaml",
    "regulation/shared/handler.yaml",
    "regulation/shared/head.yaml",
    "regulation/shared/middle.en.md",
    "regulation/shared/middle.nl.md",
    "regulation/shared/ruling-done.yaml",
    "regulation/shared/steps-first.yaml",
    "regulation/shared/steps-last.yaml",
    "regulation/shared/tail.yaml",
    "regulation/shared/time.en.md",
    "regulation/shared/time.nl.md",
    "regulation/shared/words.en.yaml",
    "regulation/training/regulation.yaml",
    "regulation/training/text.en.md",
    "regulation/training/text.nl.md",
    "regulation/training/words.en.yaml",
];

/// A bundled template that cannot be filled: a mistake in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault(pub String);

impl From<tera::Error> for TemplateFault {
    fn from(error: tera::Error) -> Self {
        Self(error.to_string())
    }
}

/// A template filled with these values, without two blank lines together.
pub(super) fn fill(name: &str, values: &Value) -> Result<String, TemplateFault> {
    static ENGINE: OnceLock<Result<Tera, TemplateFault>> = OnceLock::new();
    let engine = ENGINE.get_or_init(engine).as_ref().map_err(Clone::clone)?;
    let context = Context::from_serialize(values)?;
    Ok(text_template::tidy(&engine.render(name, &context)?))
}

fn engine() -> Result<Tera, TemplateFault> {
    // What is made is text for people and YAML; `yaml` quotes for the latter.
    let mut tera = text_template::engine();
    tera.register_filter("yaml", |text: &str, _: Kwargs, _: &State| Value::from(text).to_string());
    tera.add_raw_templates(BUNDLED.iter().map(|(name, text)| (*name, text.replace("\r\n", "\n"))))?;
    Ok(tera)
}
