//! Files that are neither a case nor a yearbook nor anything else of a register.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::CaseId;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::context::{Context, Settings, about_file as about};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{CASES, case_name, file_name, has_place};
use crate::register::{Id, Register, RegisterError, Snapshot};
use crate::rules::data_protection::{Allowed, d609};
use crate::rules::history::g750::{self, Belongs};
use crate::rules::{case_file, data_protection};

/// What shows the files of a commit that is being made.
const STAGED: &str = "git diff --cached --name-only";
/// What the server is known to have of this branch.
const UPSTREAM: &str = "@{upstream}";

/// What is said of such a file below `cases/`: an attachment is personal data's business, anything else is in the wrong place.
#[must_use]
pub fn judge(path: &str, allowed: &Allowed) -> Option<Finding> {
    // What no name may hold is told as that, under the name by which it can be shown.
    if path.chars().any(char::is_control) {
        return None;
    }
    let attachments = crate::check::case::personal::in_name(path, allowed);
    match attachments.into_iter().next() {
        Some(finding) => Some(finding),
        None => case_file::c109::stray(path).map(|said| about(path, &case_file::c109::RULE, said)),
    }
}

/// New files of a commit that stand where the register knows no place, told at once and by no name.
#[must_use]
pub fn new(
    changed: &BTreeMap<&str, Changed>,
    candidate: &Candidate<'_>,
    tracked: &dyn Fn(&str) -> bool,
) -> Option<Finding> {
    let is_new = |c: &Changed| c.new.is_some() && c.old.iter().all(|was| *was == Was::Absent);
    let paths = changed.iter().filter(|(path, c)| is_new(c) && !tracked(path)).map(|(path, _)| *path);
    let show = match candidate.id {
        Some(id) => format!("git show --name-only {}", id.to_string().get(..7).unwrap_or_default()),
        None => STAGED.to_owned(),
    };
    strays(paths, &show)
}

fn strays<'a>(paths: impl Iterator<Item = &'a str>, show: &str) -> Option<Finding> {
    // Of the confidential folder its own rule says more.
    let strays = paths.filter(|path| !has_place(path) && !d609::is_confidential(path));
    let belongs: Vec<Belongs> = strays.map(belongs).collect();
    let said = g750::say(*belongs.iter().min()?, belongs.len(), show);
    Some(about("", &g750::RULE, said))
}

/// What git tracks beside the files on disk, which say nothing of it: what the server has (or the last commit, where none is known)
/// is told, and what the next commit or push would bring is refused, as the hooks do. Nothing where there is no repository.
pub fn here(register: &Register, settings: &Settings) -> Result<Vec<Finding>, RegisterError> {
    let tracked = register.tracked_beside(CASES)?;
    if tracked.iter().all(|path| has_place(path)) {
        return Ok(Vec::new());
    }
    let (head, server) = (register.head()?, register.commit_named(UPSTREAM).ok());
    let mut holding: Vec<Id> = server.or(head).into_iter().chain(register.merging()?).collect();
    if let (Some(server), Some(head)) = (server, head)
        && register.is_ancestor(head, server)?
    {
        holding.push(head);
    }
    let mut held = BTreeSet::new();
    for commit in holding {
        held.extend(register.at_commit(commit)?.tracked_beside(CASES)?);
    }
    // Where such files may stand was pushed before, as the hooks have it.
    let mut stood = Vec::new();
    for commit in head.into_iter().chain(server) {
        stood.push(Context::read_settings_only(&register.at_commit(commit)?)?.settings);
    }
    if stood.is_empty() {
        stood.push(settings.clone());
    }
    let (old, new): (Vec<&String>, Vec<&String>) = tracked.iter().partition(|path| held.contains(*path));
    let new = new.into_iter().map(String::as_str).filter(|path| !stood.iter().all(|settings| settings.tracks(path)));
    let show = server.map_or_else(|| STAGED.to_owned(), |_| format!("{STAGED} {UPSTREAM}"));
    Ok(old.into_iter().filter_map(|path| stands(path, settings)).chain(strays(new, &show)).collect())
}

/// The same of a file that stands there: what was taken once is told.
#[must_use]
pub fn stands(path: &str, settings: &Settings) -> Option<Finding> {
    let stray = !has_place(path) && !settings.tracks(path);
    stray.then(|| {
        let mut finding = about(path, &g750::RULE, g750::stands(belongs(path)));
        finding.severity = Severity::Warning;
        finding
    })
}

/// Where a file belongs, by its name.
fn belongs(path: &str) -> Belongs {
    let name = file_name(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if case_name(path).is_some_and(|id| CaseId::parse_normalised(id).is_ok()) {
        Belongs::Cases
    } else if ["css", "html", "svg", "tera"].contains(&ending) {
        Belongs::Templates
    } else if data_protection::is_document(name) || ending == "json" || ["imported.csv", ".klacht.lock"].contains(&name)
    {
        Belongs::Sealed
    } else if ["people.yaml", "regulation.yaml"].contains(&name) {
        Belongs::Policy
    } else {
        Belongs::Elsewhere
    }
}
