//! Files that are neither a case nor a yearbook nor anything else of a register.

use std::collections::BTreeMap;

use crate::case::CaseId;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::context::{Settings, about_file as about};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{case_name, file_name, has_place};
use crate::rules::data_protection::{Allowed, d609};
use crate::rules::history::g750::{self, Belongs};
use crate::rules::{case_file, data_protection};

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
    let strays = changed.iter().filter(|(path, c)| is_new(c) && !has_place(path) && !tracked(path));
    // Of the confidential folder its own rule says more.
    let strays = strays.filter(|(path, _)| !d609::is_confidential(path));
    let belongs: Vec<Belongs> = strays.map(|(path, _)| belongs(path)).collect();
    let show = match candidate.id {
        Some(id) => format!("git show --name-only {}", id.to_string().get(..7).unwrap_or_default()),
        None => "git diff --cached --name-only".to_owned(),
    };
    let said = g750::say(*belongs.iter().min()?, belongs.len(), &show);
    Some(about("", &g750::RULE, said))
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
