//! Gathers what the site may see from one state of the register.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::lessons::Secrets;
use super::source::same;
use crate::check::Bridge;
use crate::context::{Context, SiteSettings};
use crate::diagnostics::Text;
use crate::register::{Content, Id, Range, Register, RegisterError, Snapshot};
use crate::site::{About, ClosedYear, Edition, Input, Lesson, Provenance, Published, Revision};
use crate::{letters, paths};

/// What was asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Where the site will stand.
    pub base_url: String,
    /// The day by which it is built.
    pub on: NaiveDate,
    /// Whether to build from the files on disk instead of the last commit.
    pub work_tree: bool,
}

/// How many digits of a hash the public gets.
const DIGITS: usize = 12;

/// Gathers the input of the site.
pub fn gather(
    register: &Register,
    files: &dyn Snapshot,
    context: &Context,
    head: Option<Id>,
    asked: &Asked,
) -> Result<Input, RegisterError> {
    let mut changed = match head {
        Some(head) => last_changes(register, head, context)?,
        None => BTreeMap::new(),
    };
    if let (Some(head), true) = (head, asked.work_tree) {
        // What was changed and not yet committed has no commit.
        let committed = register.at_commit(head)?;
        for folder in changed.keys().cloned().collect::<Vec<_>>() {
            let here = files.list(&folder)?.files.into_iter().map(|file| file.path).collect();
            if !same(files, &committed, &here)? {
                changed.remove(&folder);
            }
        }
    }
    let mut books = Context::default();
    books.read_years(files, &context.yearbook_paths())?;
    let mut regulations = Vec::new();
    for (id, history) in &context.policy.histories {
        let editions = history.versions.values().map(|version| {
            let folder = version.path.trim_end_matches(paths::REGULATION);
            Edition { version: version.clone(), changed: changed.get(folder).cloned() }
        });
        let editions: Vec<Edition> = editions.collect();
        if !editions.is_empty() {
            let sealed = history.people.seal.iter().any(crate::regulation::SealKey::is_in_force);
            let backups = context.settings.vault.backups;
            regulations.push(Published { id: id.clone(), editions, years: years(&books, id), sealed, backups });
        }
    }
    let base_url = format!("{}/", asked.base_url.trim_end_matches('/'));
    let notice = context.settings.notice.as_ref().map(|n| Text::new(n.nl.clone(), n.en.clone()));
    let commit = head.filter(|_| !asked.work_tree).map(|id| id.to_string());
    let provenance = Provenance { commit, on: asked.on };
    let about = about(&context.settings.site);
    let known = Secrets::of(context);
    let closed = books.years.iter().filter(|year| !year.book.figures.is_empty());
    let private = closed.flat_map(|year| known.found_in(&year.file.path, &year.book.lessons)).collect();
    let elsewhere = letters::BUNDLED.iter().map(|(name, _)| *name).collect();
    Ok(Input { base_url, notice, about, regulations, overrides: overrides(files)?, elsewhere, private, provenance })
}

/// What the site says of itself.
pub(super) fn about(settings: &SiteSettings) -> About {
    About {
        responsible: settings.responsible.clone(),
        contact: settings.contact.clone(),
        answer_within: settings.answer_within,
        tested: settings.tested.as_ref().map(|t| (t.on, Text::new(t.nl.clone(), t.en.clone()))),
        limits: settings.limits.iter().map(|l| Text::new(l.nl.clone(), l.en.clone())).collect(),
    }
}

/// The closed years of a regulation, oldest first, each as it was last published.
fn years(context: &Context, id: &str) -> Vec<ClosedYear> {
    let mut years: Vec<_> = context.years_of(id).collect();
    years.sort_by_key(|y| y.year);
    let closed = years.into_iter().filter_map(|year| {
        let block = year.book.figures.last()?;
        let lessons = year.book.lessons.iter().map(|l| Lesson { nl: l.nl.clone(), en: l.en.clone() }).collect();
        let (closed_on, revision) = (block.closed_on, block.revision);
        Some(ClosedYear { closed_on, revision, figures: block.figures.clone(), lessons })
    });
    closed.collect()
}

/// The register's own templates, by name.
fn overrides(files: &dyn Snapshot) -> Result<BTreeMap<String, Vec<u8>>, RegisterError> {
    let mut found = BTreeMap::new();
    for file in files.list("site-templates")?.files {
        let Some(name) = file.path.strip_prefix("site-templates/") else { continue };
        if let Some(Content::Bytes(bytes)) = files.read(&file.path)? {
            found.insert(name.to_owned(), bytes);
        }
    }
    Ok(found)
}

/// The last commit that touched each version's folder.
fn last_changes(register: &Register, head: Id, context: &Context) -> Result<BTreeMap<String, Revision>, RegisterError> {
    let versions = context.policy.histories.values().flat_map(|d| d.versions.values());
    let mut wanted: Vec<String> = versions.map(|v| v.path.trim_end_matches(paths::REGULATION).to_owned()).collect();
    let mut found = BTreeMap::new();
    let walk = register.walk(&Range::all(head))?;
    for id in walk.ids().iter().rev() {
        if wanted.is_empty() {
            break;
        }
        let step = register.step(*id)?;
        if Bridge::of(&step.commit).is_some() {
            // The day on which the history was renewed is not that on which a version changed.
            break;
        }
        let Some(on) = step.commit.committer.date() else { continue };
        // A merge changes a file only when it differs from every parent.
        let touched = |folder: &String| {
            step.against.iter().all(|d| d.changes.iter().any(|c| c.path.starts_with(folder.as_str())))
        };
        wanted.retain(|folder| {
            let here = touched(folder);
            if here {
                let commit = id.to_string().chars().take(DIGITS).collect();
                found.insert(folder.clone(), Revision { commit, on });
            }
            !here
        });
    }
    Ok(found)
}
