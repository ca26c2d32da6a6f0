//! The templates: bundled ones, replaced file by file by those of the register.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::fault::SiteFault;
use super::phrases::{Phrases, Value};
use crate::diagnostics::Lang;

/// The files that come with the program, by name.
pub const BUNDLED: &[(&str, &str)] = &[
    ("404.html", include_str!("../../site-templates/404.html")),
    ("base.html", include_str!("../../site-templates/base.html")),
    ("en.ftl", include_str!("../../site-templates/en.ftl")),
    ("figures.html", include_str!("../../site-templates/figures.html")),
    ("method.en.md", include_str!("../../site-templates/method.en.md")),
    ("method.html", include_str!("../../site-templates/method.html")),
    ("method.nl.md", include_str!("../../site-templates/method.nl.md")),
    ("nl.ftl", include_str!("../../site-templates/nl.ftl")),
    ("start.html", include_str!("../../site-templates/start.html")),
    ("style.css", include_str!("../../site-templates/style.css")),
    ("year.html", include_str!("../../site-templates/year.html")),
];

/// Templates, sentences and the style sheet, ready for use.
pub struct Engine {
    tera: Tera,
    words: BTreeMap<&'static str, Arc<Phrases>>,
    style: (String, String),
    texts: BTreeMap<String, String>,
}

impl Engine {
    /// Takes the bundled files and what replaces them.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, Vec<SiteFault>> {
        let file = |name: &str, bundled: &str| overrides.get(name).cloned().unwrap_or_else(|| bundled.to_owned());
        let files: BTreeMap<&str, String> = BUNDLED.iter().map(|(name, text)| (*name, file(name, text))).collect();
        let mut words = BTreeMap::new();
        for lang in Lang::ALL {
            let source = files.get(format!("{}.ftl", lang.tag()).as_str()).map_or("", String::as_str);
            words.insert(lang.tag(), Arc::new(Phrases::read(lang, source)?));
        }
        let mut tera = Tera::new();
        register(&mut tera, &words);
        let html = files.iter().filter(|(name, _)| name.ends_with(".html"));
        tera.add_raw_templates(html).map_err(|error| vec![fault(&error)])?;
        let css = files.get("style.css").cloned().unwrap_or_default();
        let digest = Sha256::digest(css.as_bytes());
        let hash: String = digest.iter().take(6).map(|b| format!("{b:02x}")).collect();
        let markdown = files.iter().filter(|(name, _)| name.ends_with(".md"));
        let texts = markdown.map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        Ok(Self { tera, words, texts, style: (format!("style.{hash}.css"), css) })
    }

    /// The sentences of a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Option<&Phrases> {
        self.words.get(lang.tag()).map(AsRef::as_ref)
    }

    /// A text in Markdown, by its name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The name of the style sheet, which changes with its content.
    #[must_use]
    pub fn style(&self) -> &str {
        &self.style.0
    }

    /// Files that every page shares.
    #[must_use]
    pub fn assets(&self) -> Vec<(String, Vec<u8>)> {
        vec![(self.style.0.clone(), self.style.1.clone().into_bytes())]
    }

    /// Renders a template. `context` must be a map; lists in it stand in the order of the page.
    pub fn render(&self, template: &str, context: &serde_json::Value) -> Result<String, SiteFault> {
        let context = Context::from_serialize(context).map_err(|error| fault(&error))?;
        self.tera.render(template, &context).map_err(|error| fault(&error))
    }
}

/// `t(key="…", name=value …)`: a sentence of the interface in the language of the page.
fn register(tera: &mut Tera, words: &BTreeMap<&'static str, Arc<Phrases>>) {
    let words = words.clone();
    tera.register_function("t", move |kwargs: Kwargs, state: &State| -> tera::TeraResult<String> {
        let lang: String = state.get("lang")?.unwrap_or_default();
        let key = kwargs.must_get::<String>("key")?;
        let mut values = BTreeMap::new();
        for (name, value) in kwargs.iter().filter(|(name, _)| name.as_str() != Some("key")) {
            let Some(name) = name.as_str() else { continue };
            let value = match value.as_f64() {
                Some(number) => Value::Number(number),
                None => Value::Text(value.to_string()),
            };
            values.insert(name.to_owned(), value);
        }
        let known = words.get(lang.as_str()).ok_or_else(|| tera::Error::message(format!("no words in `{lang}`")))?;
        known.with(&key, &values).map_err(|fault| tera::Error::message(format!("{key}: {fault:?}")))
    });
}

/// What Tera says, with the file, line and column.
fn fault(error: &tera::Error) -> SiteFault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => SiteFault::Template {
            path: format!("site-templates/{}", report.filename()),
            line: report.span().start_line,
            column: report.span().start_col,
            message: report.message().to_owned(),
        },
        other => {
            SiteFault::Template { path: "site-templates".to_owned(), line: 0, column: 0, message: other.to_string() }
        }
    }
}
