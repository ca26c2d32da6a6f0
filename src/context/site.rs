//! The block `site:` of `klacht.yaml`: what the public site says of itself.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::calendar::Duration;
use crate::context::settings::{NOTICE, Notice};
use crate::regulation::tables::{may, must, table};
use crate::yaml::{Kind, Table};

/// Where the site stands, who answers for it, and how accessible it is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteSettings {
    /// Where the site will stand, as in `https://klachten.example/`; `--base-url` wins.
    pub address: Option<String>,
    /// The organisation or person that answers for the site.
    pub responsible: Option<String>,
    /// Where somebody says that the site does not work for them: a mail address or a page.
    pub contact: Option<String>,
    /// Within what time they get an answer.
    pub answer_within: Option<Duration>,
    /// How it was tested whether everybody can use the site.
    pub tested: Option<Tested>,
    /// What does not work for everybody yet.
    #[serde(default)]
    pub limits: Vec<Notice>,
}

/// A test of the site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tested {
    /// The day of the last test.
    pub on: NaiveDate,
    /// How, in Dutch.
    pub nl: String,
    /// How, in English.
    pub en: String,
}

static TESTED: Table = table(
    "tested",
    &[
        must("on", Kind::Date, "de dag van de laatste test", "the day of the last test"),
        must("nl", Kind::Text, "hoe, in het Nederlands", "how, in Dutch"),
        must("en", Kind::Text, "hoe, in het Engels", "how, in English"),
    ],
);

/// `site:`.
pub static SITE: Table = table(
    "site",
    &[
        may("address", Kind::Text, "waar de site komt te staan", "where the site will stand"),
        may("responsible", Kind::Text, "wie over de site gaat", "who answers for the site"),
        may("contact", Kind::Text, "waar u zegt dat de site niet werkt", "where to say that the site does not work"),
        may("answer_within", Kind::Duration, "wanneer u antwoord krijgt", "by when you get an answer"),
        may("tested", Kind::Sub(&TESTED), "hoe de toegankelijkheid is getest", "how accessibility was tested"),
        may("limits", Kind::List(&Kind::Sub(&NOTICE)), "wat nog niet toegankelijk is", "what is not accessible yet"),
    ],
);
