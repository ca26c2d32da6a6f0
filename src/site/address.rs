//! Where each page stands, in both languages, and how one page points to another.

use crate::diagnostics::Lang;

/// A kind of page of one regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How to complain.
    Complaint,
    /// The regulation in force.
    Regulation,
    /// All versions.
    Versions,
    /// One version, by its first day.
    Version(String),
    /// What changed in a version against the one before it.
    Changes(String),
    /// The figures of all years.
    Figures,
    /// The figures of one year.
    Year(i32),
    /// How is counted and protected.
    Method,
    /// What is kept, and how long.
    Privacy,
}

/// The place of a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    /// The start page of a language.
    Start(Lang),
    /// The statement on accessibility.
    Accessibility(Lang),
    /// The page for what is not there, in all languages.
    NotFound,
    /// A page of a regulation.
    Of(Lang, String, Part),
}

impl Address {
    /// The folder it stands in, with a `/` at its end unless it is the root.
    #[must_use]
    pub fn folder(&self) -> String {
        let prefix = |lang: Lang| if lang == Lang::Nl { "" } else { "en/" };
        match self {
            Self::Start(lang) => prefix(*lang).to_owned(),
            Self::Accessibility(Lang::Nl) => "toegankelijkheid/".to_owned(),
            Self::Accessibility(Lang::En) => "en/accessibility/".to_owned(),
            Self::NotFound => String::new(),
            Self::Of(lang, id, part) => format!("{}{id}/{}", prefix(*lang), part.folder(*lang)),
        }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", self.folder()),
        }
    }

    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        match self {
            Self::Start(lang) | Self::Accessibility(lang) | Self::Of(lang, ..) => *lang,
            Self::NotFound => Lang::Nl,
        }
    }

    /// The same page in another language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        match self {
            Self::Start(_) => Self::Start(lang),
            Self::Accessibility(_) => Self::Accessibility(lang),
            Self::NotFound => Self::NotFound,
            Self::Of(_, id, part) => Self::Of(lang, id.clone(), part.clone()),
        }
    }

    /// The regulation whose page it is.
    #[must_use]
    pub fn regulation(&self) -> Option<(&str, &Part)> {
        match self {
            Self::Of(_, id, part) => Some((id, part)),
            _ => None,
        }
    }

    /// The whole address below the one where the site stands, which ends in `/`.
    #[must_use]
    pub fn absolute(&self, base_url: &str) -> String {
        match self {
            Self::NotFound => format!("{base_url}{}", self.file()),
            _ => format!("{base_url}{}", self.folder()),
        }
    }

    /// A link from this page to another file of the site, relative, so that it works below any path and from a disk.
    #[must_use]
    pub fn to(&self, file: &str) -> String {
        let here = self.folder();
        let mut from: Vec<&str> = here.split('/').filter(|s| !s.is_empty()).collect();
        let mut to: Vec<&str> = file.split('/').collect();
        while !from.is_empty() && to.len() > 1 && from.first() == to.first() {
            from.remove(0);
            to.remove(0);
        }
        format!("{}{}", "../".repeat(from.len()), to.join("/"))
    }
}

/// The path of an address, with a `/` at both ends: `/` or `/klachten/`.
#[must_use]
pub fn path_of(base_url: &str) -> &str {
    let after_scheme = base_url.find("://").map_or(0, |at| at + 3);
    base_url.get(after_scheme..).and_then(|rest| rest.find('/').and_then(|at| rest.get(at..))).unwrap_or("/")
}

impl Part {
    fn folder(&self, lang: Lang) -> String {
        let (nl, en) = match self {
            Self::Complaint => (String::new(), String::new()),
            Self::Regulation => ("regeling/".to_owned(), "regulation/".to_owned()),
            Self::Versions => ("regeling/versies/".to_owned(), "regulation/versions/".to_owned()),
            Self::Version(day) => (format!("regeling/{day}/"), format!("regulation/{day}/")),
            Self::Changes(day) => (format!("regeling/{day}/wijzigingen/"), format!("regulation/{day}/changes/")),
            Self::Figures => ("cijfers/".to_owned(), "figures/".to_owned()),
            Self::Year(year) => (format!("cijfers/{year}/"), format!("figures/{year}/")),
            Self::Method => ("cijfers/methode/".to_owned(), "figures/method/".to_owned()),
            Self::Privacy => ("privacy/".to_owned(), "privacy/".to_owned()),
        };
        if lang == Lang::Nl { nl } else { en }
    }
}

#[cfg(test)]
#[path = "../../tests/unit/site/address.rs"]
mod tests;
