//! The block `site:` of `klacht.yaml`: what the public site says of itself.

use chrono::NaiveDate;

use crate::calendar::Duration;
use crate::context::settings::Notice;
use crate::yaml::group;

group! {
    /// Where the site stands, who answers for it, and how accessible it is.
    #[derive(Default)]
    pub struct SiteSettings = "site" {
        /// As in `https://klachten.example/`; `--base-url` wins.
        may address: Option<String>, "waar de site komt te staan", "where the site will stand";
        /// An organisation or a person.
        may responsible: Option<String>, "wie over de site gaat", "who answers for the site";
        /// A mail address or a page.
        may contact: Option<String>, "waar u zegt dat de site niet werkt", "where to say that the site does not work";
        may answer_within: Option<Duration>, "wanneer u antwoord krijgt", "by when you get an answer";
        may tested: Option<Tested>, "hoe de toegankelijkheid is getest", "how accessibility was tested";
        may limits: Vec<Notice>, "wat nog niet toegankelijk is", "what is not accessible yet";
    }
}

group! {
    /// A test of whether everybody can use the site.
    pub struct Tested = "tested" {
        must on: NaiveDate, "de dag van de laatste test", "the day of the last test";
        must nl: String, "hoe, in het Nederlands", "how, in Dutch";
        must en: String, "hoe, in het Engels", "how, in English";
    }
}
