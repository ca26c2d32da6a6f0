//! What a preview shows: the last site that could be built, and what keeps the next one from being built.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::compose::Composed;
use crate::diagnostics::{Finding, Lang, Severity};
use crate::register::RegisterError;
use crate::site::Site;

/// One thing that keeps a site from being built, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where, as `path:line:column`, and the code; nothing when it is about no file.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// What is shown now.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The last good site.
    pub site: Option<Arc<Site>>,
    /// What keeps the next one from being built; empty when the site is that of the files as they are.
    pub faults: Vec<Told>,
    /// Language of what is said about faults.
    pub lang: Lang,
    /// A name for all of this: another name, another page.
    pub state: String,
}

impl Shown {
    /// Before anything was built.
    #[must_use]
    pub fn nothing(lang: Lang) -> Self {
        Self { site: None, faults: Vec::new(), lang, state: String::new() }.named()
    }

    /// What is shown after a build.
    #[must_use]
    pub fn next(&self, outcome: Result<Composed, RegisterError>) -> Self {
        let lang = self.lang;
        let (site, faults) = match outcome {
            Ok(Composed { site: Some(site), .. }) => (Some(Arc::new(site)), Vec::new()),
            Ok(Composed { site: None, findings }) => {
                let grave = findings.iter().filter(|f| f.severity == Severity::Error);
                (self.site.clone(), grave.map(|f| Told::finding(f, lang)).collect())
            }
            Err(error) => (self.site.clone(), vec![Told::error(&error, lang)]),
        };
        Self { site, faults, lang, state: String::new() }.named()
    }

    fn named(mut self) -> Self {
        let mut hash = Sha256::new();
        for (path, bytes) in self.site.iter().flat_map(|site| &site.files) {
            hash.update(path.len().to_le_bytes());
            hash.update(path);
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
        for text in self.faults.iter().flat_map(|told| [&told.place, &told.message, &told.remedy]) {
            hash.update([0]);
            hash.update(text);
        }
        let first = hash.finalize().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        self.state = format!("{first:016x}");
        self
    }
}

impl Told {
    fn finding(finding: &Finding, lang: Lang) -> Self {
        let at = finding.position;
        Self {
            place: format!("{}:{}:{} {}", finding.path, at.line, at.column, finding.code),
            message: finding.message.in_(lang).to_owned(),
            remedy: finding.remedy.in_(lang).to_owned(),
        }
    }

    fn error(error: &RegisterError, lang: Lang) -> Self {
        let (message, remedy) = (error.message(), error.remedy());
        Self { place: String::new(), message: message.in_(lang).to_owned(), remedy: remedy.in_(lang).to_owned() }
    }
}
