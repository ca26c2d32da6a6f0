//! The templates: bundled ones, replaced file by file by those of the register.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::fault::SiteFault;
use super::file::ends_in;
use super::informal::informal;
use super::phrases::{Phrases, Value};
use crate::diagnostics::Lang;
use crate::digest::sha256_hex;
use crate::regulation::{AddressAs, Organisation};

/// The files that come with the program, by name.
pub const BUNDLED: &[(&str, &str)] = &[
    ("404.html", include_str!("../../site-templates/404.html")),
    ("accessibility.html", include_str!("../../site-templates/accessibility.html")),
    ("base.html", include_str!("../../site-templates/base.html")),
    ("changes.html", include_str!("../../site-templates/changes.html")),
    ("complaint.html", include_str!("../../site-templates/complaint.html")),
    ("en.ftl", include_str!("../../site-templates/en.ftl")),
    ("figures.html", include_str!("../../site-templates/figures.html")),
    ("gaps.html", include_str!("../../site-templates/gaps.html")),
    ("icon.svg", include_str!("../../site-templates/icon.svg")),
    ("method.en.md", include_str!("../../site-templates/method.en.md")),
    ("method.html", include_str!("../../site-templates/method.html")),
    ("method.nl.md", include_str!("../../site-templates/method.nl.md")),
    ("nl.ftl", include_str!("../../site-templates/nl.ftl")),
    ("privacy.html", include_str!("../../site-templates/privacy.html")),
    ("regulation.html", include_str!("../../site-templates/regulation.html")),
    ("start.html", include_str!("../../site-templates/start.html")),
    ("style.css", include_str!("../../site-templates/style.css")),
    ("versions.html", include_str!("../../site-templates/versions.html")),
    ("workflow.html", include_str!("../../site-templates/workflow.html")),
    ("year.html", include_str!("../../site-templates/year.html")),
];

/// The picture that comes with the program, shown where somebody shares a link: 1200 by 630.
pub const PICTURE: (&str, &[u8]) = ("share.png", include_bytes!("../../site-templates/share.png"));

/// Templates, sentences and what all pages share, ready for use.
pub struct Engine {
    tera: Tera,
    words: Sentences,
    style: Asset,
    icon: Asset,
    picture: Asset,
    texts: BTreeMap<String, String>,
}

/// The sentences of both languages, shared with the function that templates call.
#[derive(Clone)]
struct Sentences {
    dutch: Arc<Phrases>,
    informal: Arc<Phrases>,
    english: Arc<Phrases>,
}

impl Sentences {
    fn of(&self, lang: Lang, address: AddressAs) -> &Phrases {
        match (lang, address) {
            (Lang::Nl, AddressAs::U) => &self.dutch,
            (Lang::Nl, AddressAs::Je) => &self.informal,
            (Lang::En, _) => &self.english,
        }
    }
}

/// A file that pages share; its name changes with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the root of the site.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Engine {
    /// Takes the bundled files and what replaces them.
    pub fn new(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<SiteFault>> {
        let own = texts(overrides)?;
        let text = |name: &str, bundled: &str| own.get(name).map_or_else(|| bundled.to_owned(), |t| (*t).to_owned());
        let mut files: BTreeMap<&str, String> =
            BUNDLED.iter().map(|(name, bundled)| (*name, text(name, bundled))).collect();
        // Templates of the register's own may be included by those that replace bundled ones.
        files.extend(own.iter().filter(|(name, _)| ends_in(name, "html")).map(|(n, t)| (*n, (*t).to_owned())));
        let words = Sentences {
            dutch: Arc::new(sentences(Lang::Nl, AddressAs::U, &own)?),
            informal: Arc::new(sentences(Lang::Nl, AddressAs::Je, &own)?),
            english: Arc::new(sentences(Lang::En, AddressAs::U, &own)?),
        };
        let mut tera = Tera::new();
        register(&mut tera, &words);
        let html = files.iter().filter(|(name, _)| ends_in(name, "html"));
        tera.add_raw_templates(html).map_err(|error| faults(&error))?;
        let asset = |name: &str| Asset::new(name, files.get(name).cloned().unwrap_or_default().into_bytes());
        let picture = overrides.get(PICTURE.0).map_or(PICTURE.1, Vec::as_slice).to_vec();
        let (style, icon) = (asset("style.css"), asset("icon.svg"));
        let markdown = files.iter().filter(|(name, _)| ends_in(name, "md"));
        let texts = markdown.map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        Ok(Self { tera, words, style, icon, texts, picture: Asset::new(PICTURE.0, picture) })
    }

    /// The sentences of a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Phrases {
        self.words.of(lang, AddressAs::U)
    }

    /// The sentences of a language as an organisation addresses its readers.
    #[must_use]
    pub fn words_of(&self, lang: Lang, organisation: &Organisation) -> &Phrases {
        self.words.of(lang, organisation.address_as)
    }

    /// A text in Markdown, by its name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The style sheet.
    #[must_use]
    pub fn style(&self) -> &Asset {
        &self.style
    }

    /// The icon.
    #[must_use]
    pub fn icon(&self) -> &Asset {
        &self.icon
    }

    /// The picture for whoever shares a link.
    #[must_use]
    pub fn picture(&self) -> &Asset {
        &self.picture
    }

    /// Files that every page shares.
    #[must_use]
    pub fn assets(&self) -> Vec<(String, Vec<u8>)> {
        [&self.style, &self.icon, &self.picture].map(|a| (a.name.clone(), a.bytes.clone())).to_vec()
    }

    /// Renders a template. `context` must be a map; lists in it stand in the order of the page.
    pub fn render(&self, template: &str, context: &serde_json::Value) -> Result<String, SiteFault> {
        let context = Context::from_serialize(context).map_err(|error| fault(&error))?;
        self.tera.render(template, &context).map_err(|error| fault(&error))
    }
}

impl Asset {
    /// How many digits of the hash stand in the name.
    const DIGITS: usize = 12;

    fn new(name: &str, bytes: Vec<u8>) -> Self {
        let hash: String = sha256_hex(&bytes).chars().take(Self::DIGITS).collect();
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        Self { name: format!("{stem}.{hash}.{end}"), bytes }
    }
}

/// The register's own files that are text, by name.
fn texts(overrides: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<&str, &str>, Vec<SiteFault>> {
    let mut found = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, bytes) in overrides.iter().filter(|(name, _)| !ends_in(name, "png")) {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                found.insert(name.as_str(), text);
            }
            Err(_) => faults.push(template(name, 0, 0, "this file is not UTF-8 text")),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// The bundled sentences of a language, with those that the register words otherwise.
fn sentences(lang: Lang, address: AddressAs, own: &BTreeMap<&str, &str>) -> Result<Phrases, Vec<SiteFault>> {
    let name = format!("{}.ftl", lang.tag());
    let bundled = BUNDLED.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text);
    let turned = (address == AddressAs::Je).then(|| informal(bundled));
    let words = Phrases::read(lang, turned.as_deref().unwrap_or(bundled))?;
    match own.get(name.as_str()) {
        // A line that is still the bundled one is turned with it.
        Some(text) if address == AddressAs::Je => {
            let known: BTreeSet<&str> = bundled.lines().collect();
            let line = |line: &str| if known.contains(line) { informal(line) } else { line.to_owned() };
            let turned = text.lines().map(|l| line(l) + "\n").collect::<String>();
            words.reworded(&turned)
        }
        Some(text) => words.reworded(text),
        None => Ok(words),
    }
}

/// `t(key="…", name=value …)`: a sentence of the interface in the language of the page.
fn register(tera: &mut Tera, words: &Sentences) {
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
        let spoken = Lang::ALL.into_iter().find(|l| l.tag() == lang);
        let spoken = spoken.ok_or_else(|| tera::Error::message(format!("no words in `{lang}`")))?;
        let informal = state.get("informal")?.unwrap_or(false);
        let known = words.of(spoken, if informal { AddressAs::Je } else { AddressAs::U });
        // A function can only fail with a text; `fault` takes the fault out of it again.
        known.with(&key, &values).map_err(|fault| match serde_json::to_string(&fault) {
            Ok(told) => tera::Error::message(told),
            Err(error) => tera::Error::message(error),
        })
    });
}

/// What Tera says of templates that it takes in. What one asks of others comes as one text, with a report for each.
pub(crate) fn faults(error: &tera::Error) -> Vec<SiteFault> {
    let told = error.to_string();
    let reports = told.split("error: ").filter_map(|report| {
        let (message, rest) = report.split_once('\n')?;
        let mut place = rest.lines().next()?.trim().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?);
        Some(template(place.next()?, line, column, message))
    });
    match error.kind() {
        ErrorKind::Msg(_) => Some(reports.collect::<Vec<_>>()).filter(|found| !found.is_empty()),
        _ => None,
    }
    .unwrap_or_else(|| vec![fault(error)])
}

/// What Tera says, with the file, line and column.
pub(crate) fn fault(error: &tera::Error) -> SiteFault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (span, message) = (report.span(), report.message());
            let of_words = serde_json::from_str(message);
            of_words.unwrap_or_else(|_| template(report.filename(), span.start_line, span.start_col + 1, message))
        }
        ErrorKind::MissingParent { current, .. } => template(current, 1, 1, &error.to_string()),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            template(tpl, 1, 1, &error.to_string())
        }
        ErrorKind::TemplateNotFound(name) => template(name, 0, 0, &error.to_string()),
        _ => template("base.html", 0, 0, &error.to_string()),
    }
}

/// A fault of a template.
fn template(name: &str, line: usize, column: usize, message: &str) -> SiteFault {
    SiteFault::Template { path: format!("site-templates/{name}"), line, column, message: message.to_owned() }
}
