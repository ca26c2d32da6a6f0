//! The names of a regulation's rules in the language of the page.

use crate::calendar::Duration;
use crate::diagnostics::Lang;
use crate::regulation::{Selector, Term, Version, name_of};

/// Looks up names.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    version: &'a Version,
    lang: Lang,
}

impl<'a> Names<'a> {
    /// The names of a version in a language.
    #[must_use]
    pub fn new(version: &'a Version, lang: Lang) -> Self {
        Self { version, lang }
    }

    /// The name of a rule by its place, such as `steps/gehoord`; in English the translation, in Dutch what the
    /// regulation says. Nothing when there is no such rule.
    #[must_use]
    pub fn of(&self, place: &str) -> Option<String> {
        let english = self.version.english.as_ref().filter(|_| self.lang == Lang::En);
        if let Some(translation) = english {
            return translation.words.names.get(place).cloned();
        }
        name_of(&self.version.tree, place)
    }

    /// The name of an item of a block; its id when it has no name.
    #[must_use]
    pub fn item(&self, block: &str, id: &str) -> String {
        self.of(&format!("{block}/{id}")).unwrap_or_else(|| id.to_owned())
    }

    /// How long a term lasts.
    #[must_use]
    pub fn lasting(&self, term: &Term, duration: Duration) -> String {
        self.version.regulation.lasting(term, duration).in_(self.lang).to_owned()
    }

    /// The title of the regulation.
    #[must_use]
    pub fn title(&self) -> &'a str {
        match &self.version.english {
            Some(translation) if self.lang == Lang::En => &translation.words.title,
            _ => &self.version.regulation.title,
        }
    }

    /// Whom a selector means, in words: a role's name, or the position in a case.
    #[must_use]
    pub fn who(&self, selector: &Selector) -> String {
        let words = match (selector.word(), self.lang) {
            ("complainant", Lang::Nl) => "klager",
            ("respondent", Lang::Nl) => "beklaagde",
            ("involved", Lang::Nl) => "betrokkene",
            ("involved", Lang::En) => "person involved",
            ("representative", Lang::Nl) => "vertegenwoordiger",
            ("parties", Lang::Nl) => "alle partijen",
            ("parties", Lang::En) => "all parties",
            ("handler", Lang::Nl) => "behandelaar",
            ("owner", Lang::Nl) => "eigenaar",
            ("anyone", Lang::Nl) => "medewerker",
            ("anyone", Lang::En) => "member of staff",
            (word, _) => match selector {
                Selector::Role(id) => return self.item("roles", id),
                _ => word,
            },
        };
        words.to_owned()
    }
}
