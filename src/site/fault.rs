//! What keeps a site from being built, and what is worth knowing of one that was.

use serde::{Deserialize, Serialize};

/// One thing that is wrong, with the file that has to be mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SiteFault {
    /// A page needs a value that the regulation, or the settings, do not have.
    EmptySlot {
        /// `regulation.yaml` of the version, or `klacht.yaml`.
        path: String,
        /// The key that is missing, as in `terms` or `escalations[0].costs`.
        key: String,
        /// The page that needs it.
        page: String,
        /// The gap that meets it as well, as in `external-term`.
        gap: Option<String>,
    },
    /// A template is wrong, or asks for a name that is not there.
    Template {
        /// The file under `site-templates/`.
        path: String,
        /// Line, from 1; 0 when unknown.
        line: usize,
        /// Column, from 1; 0 when unknown.
        column: usize,
        /// What is wrong, with the names that are available.
        message: String,
    },
    /// A sentence of the interface is not there, or asks for a value that it does not get.
    Words {
        /// The file under `site-templates/`.
        path: String,
        /// Line, from 1; 0 when unknown.
        line: usize,
        /// The key of the sentence; empty when the file cannot be read.
        key: String,
        /// What is wrong with it.
        why: Wording,
    },
    /// A link to a place inside the site that is not there.
    BrokenLink {
        /// The template of the page.
        template: String,
        /// The page's file in the site.
        page: String,
        /// The link as it stands there.
        link: String,
        /// Whether the file is there and only the place in it is not.
        anchor: bool,
    },
    /// A text that must not be public stands in a file of the site.
    Forbidden {
        /// The file in the site; empty when its own name holds the text.
        page: String,
        /// `regulation.yaml` that forbids it.
        path: String,
        /// The key there, as in `publication.forbidden[1]`. The text itself is not repeated.
        key: String,
    },
    /// A page is heavy for a telephone.
    Heavy {
        /// The template of the page.
        template: String,
        /// The page's file in the site.
        page: String,
        /// Its size with the style sheet and the icon, in bytes.
        bytes: usize,
    },
    /// One page has two places of one name.
    DuplicateId {
        /// The template of the page.
        template: String,
        /// The page's file in the site.
        page: String,
        /// The id.
        id: String,
    },
    /// A regulation without English: its English pages are left out.
    Untranslated {
        /// `regulation.yaml` of the version in force.
        path: String,
    },
    /// A lesson for the public that holds what is not for the public.
    Private {
        /// The yearbook.
        path: String,
        /// The lesson, as in `lessons[0].nl`.
        key: String,
        /// What it holds.
        what: Secret,
    },
    /// A file of the register's own templates that nothing reads.
    Unused {
        /// The file under `site-templates/`.
        path: String,
        /// The name that was probably meant.
        near: Option<String>,
    },
}

/// What is not for the public. It does not hold what was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Secret {
    /// Personal data, by the code of the rule that looks for their kind.
    Data(String),
    /// The id of a case.
    Case,
    /// Somebody of `people.yaml`.
    Person,
    /// Words of a confidential part.
    Sealed,
}

/// What is wrong with a sentence of the interface.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Wording {
    /// It is not there.
    Missing,
    /// It asks for what it does not get.
    Lacks(String),
    /// The file cannot be read.
    Unreadable(String),
}

impl SiteFault {
    /// Whether no site is written because of it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        !matches!(self, Self::Heavy { .. } | Self::Untranslated { .. } | Self::Unused { .. })
    }
}
