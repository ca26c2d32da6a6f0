//! A rule and its page. The page is the leading doc comment of the rule's own file, so code and explanation change
//! together: the English page, a line `---`, the Dutch page.

use crate::diagnostics::{Lang, Severity};

/// What everything that names, explains or lists a rule needs to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Family letter and number, such as `W202`; never reused.
    pub code: &'static str,
    /// Name in kebab-case.
    pub name: &'static str,
    /// How grave its findings are unless overridden.
    pub severity: Severity,
    /// What it checks in one sentence: Dutch, English.
    pub summary: (&'static str, &'static str),
    /// The text of its own file: `include_str!("w202.rs")`.
    pub source: &'static str,
}

impl Rule {
    /// The rule's page in Markdown, with its title.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        let page = Page::from_source(self.source);
        let text = page.text(lang);
        if text.starts_with("# ") { text.to_owned() } else { format!("# {}: {}\n\n{text}", self.code, self.name) }
    }

    /// What it checks in one sentence.
    #[must_use]
    pub const fn summary(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.summary.0,
            Lang::En => self.summary.1,
        }
    }

    /// Where its page stands among the published pages: `W202.md`.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.md", self.code)
    }
}

/// A rule's explanation in both languages, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// English.
    pub en: String,
    /// Dutch.
    pub nl: String,
}

impl Page {
    /// The leading `//!` comment of a source file, parted at the first line that is only `---`. What is missing is empty:
    /// [`missing`](Self::missing) tells.
    #[must_use]
    pub fn from_source(source: &str) -> Self {
        let lines: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).map(unindented).collect();
        let mut languages = lines.splitn(2, |line| *line == "---").map(|part| part.join("\n").trim().to_owned());
        Self { en: languages.next().unwrap_or_default(), nl: languages.next().unwrap_or_default() }
    }

    /// The page in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }

    /// The headings that every page has, in their order.
    #[must_use]
    pub const fn headings(lang: Lang) -> [&'static str; 4] {
        match lang {
            Lang::Nl => ["## Wat wordt nagekeken", "## Waarom", "## Voorbeeld", "## Zo zet u het recht"],
            Lang::En => ["## What it checks", "## Why", "## Example", "## How to put it right"],
        }
    }

    /// The headings that are absent, out of order, or have nothing under them.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        Lang::ALL.into_iter().flat_map(|lang| missing_in(self.text(lang), lang)).collect()
    }
}

fn missing_in(text: &str, lang: Lang) -> Vec<&'static str> {
    let mut rest = text.lines();
    let mut missing = Vec::new();
    for heading in Page::headings(lang) {
        let mut after = rest.clone();
        let found = after.any(|line| line == heading);
        let says = after.clone().find(|line| !line.trim().is_empty()).is_some_and(|line| !line.starts_with("## "));
        if found && says {
            rest = after;
        } else {
            missing.push(heading);
        }
    }
    missing
}

fn unindented(line: &str) -> &str {
    line.strip_prefix(' ').unwrap_or(line).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "//! # C900: try\n//!\n//! ## What it checks\n//! A\n//! ## Why\n//! B\n//! ## Example\n//! ```yaml\n//!   x: 1\n//! ```\n//! ## How to put it right\n//! D\n//!\n//! ---\n//!\n//! ## Wat wordt nagekeken\n//! a\n//! ## Waarom\n//! b\n//! ## Voorbeeld\n//! c\n//! ## Zo zet u het recht\n//! d\n\n//! not the page\nuse x;\n";

    fn rule(source: &'static str) -> Rule {
        Rule { code: "C900", name: "try", severity: Severity::Error, summary: ("a", "b"), source }
    }

    #[test]
    fn the_leading_comment_is_the_page() {
        let page = Page::from_source(SOURCE);
        assert_eq!(page.missing(), Vec::<&str>::new());
        assert!(page.en.starts_with("# C900: try\n\n## What it checks\nA"));
        assert!(page.en.contains("```yaml\n  x: 1\n```"), "indentation in examples stays");
        assert!(page.nl.ends_with("## Zo zet u het recht\nd"));
    }

    #[test]
    fn a_page_without_title_gets_one() {
        assert!(rule(SOURCE).page(Lang::Nl).starts_with("# C900: try\n\n## Wat wordt nagekeken"));
        assert_eq!(rule(SOURCE).page(Lang::En).matches("# C900").count(), 1);
    }

    #[test]
    fn what_is_missing_is_named() {
        let page = Page::from_source("//! ## Why\n//! b\n//! ## What it checks\n//! ## Example\n//! ---\n");
        assert!(page.missing().contains(&"## What it checks"), "empty");
        assert!(page.missing().contains(&"## Wat wordt nagekeken"), "no Dutch page");
        assert_eq!(Page::from_source("use x;\n").missing().len(), 8);
    }
}
