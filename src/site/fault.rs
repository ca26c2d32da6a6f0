//! What keeps a site from being built.

/// One thing that is wrong, with the file that has to be mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteFault {
    /// A page needs a value that the regulation does not have.
    EmptySlot {
        /// `regulation.yaml` of the version.
        path: String,
        /// The key that is missing, as in `terms` or `escalations[0].costs`.
        key: String,
        /// The page that needs it.
        page: String,
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
        /// The key of the sentence.
        key: String,
        /// What is wrong with it.
        message: String,
    },
}
