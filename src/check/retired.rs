//! Cases that are gone: removed, moved, doubled, or destroyed as the regulation wants.

use std::collections::{BTreeMap, HashMap};

use super::basis::Basis;
use super::candidate::{Candidate, Changed, Was};
use super::commit::CommitJudge;
use super::place::{Page, article, whole as about};
use super::whole::is_case;
use crate::case;
use crate::diagnostics::Finding;
use crate::docket::Docket;
use crate::register::{Content, Register, RegisterError, Snapshot};
use crate::regulation::Leaves;
use crate::rules::{case_file, history, terms};
use crate::yaml::Route;

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The id in the name of a case file.
fn id_of(path: &str) -> &str {
    file_name(path).trim_end_matches(".md")
}

/// A case file that is no longer there.
#[must_use]
pub fn gone(path: &str, change: &Changed, all: &BTreeMap<&str, Changed>) -> Vec<Finding> {
    if !change.old.iter().any(|w| matches!(w, Was::Blob(_))) {
        return Vec::new();
    }
    let moved = all.iter().find(|(other, c)| **other != path && c.new.is_some() && file_name(other) == file_name(path));
    vec![match moved {
        Some((to, _)) => about(path, &history::g705::RULE, history::g705::say(id_of(path), path, to)),
        None => about(path, &history::g704::RULE, history::g704::say(id_of(path), path, false)),
    }]
}

/// Another file of the same id. Where the whole history is walked, `seen` knows every case so far; else it is looked for by
/// name in the year of the id, so that the cost does not grow with the register.
pub fn double(
    files: &dyn Snapshot,
    path: &str,
    basis: &Basis,
    seen: Option<&mut HashMap<String, String>>,
) -> Result<Vec<Finding>, RegisterError> {
    let parts: Vec<&str> = path.split('/').collect();
    let ["cases", _, year, _, name] = parts.as_slice() else { return Ok(Vec::new()) };
    let places: Vec<String> = if let Some(seen) = seen {
        let first = seen.entry((*name).to_owned()).or_insert_with(|| path.to_owned());
        Some(first.clone()).filter(|f| f != path).into_iter().collect()
    } else {
        let regulations = basis.regulations.iter();
        let all = regulations.flat_map(|r| (1..=12).map(move |m| format!("cases/{r}/{year}/{m:02}/{name}")));
        all.filter(|p| p != path).collect()
    };
    for other in places {
        if files.read(&other)?.is_some() {
            let id = id_of(path);
            let said = case_file::c110::say(id, &other);
            return Ok(vec![about(path, &case_file::c110::RULE, said).in_case(id)]);
        }
    }
    Ok(Vec::new())
}

/// Whether a case might be destroyed, judged by what it was.
pub fn destroyed(
    register: &Register,
    path: &str,
    change: &Changed,
    candidate: &Candidate<'_>,
    basis: &Basis,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = Vec::new();
    let Some(regulation) = path.split('/').nth(1) else { return Ok(found) };
    let now = match candidate.files.read(path)? {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap_or_default(),
        _ => return Ok(found),
    };
    let (stub, tree, _) = case::read(&now);
    let Some(day) = stub.and_then(|c| c.destroyed).map(|d| d.on) else { return Ok(found) };
    for was in &change.old {
        let Was::Blob(id) = was else { continue };
        let Content::Bytes(bytes) = register.blob(*id)? else { continue };
        let Ok(source) = String::from_utf8(bytes) else { continue };
        let (Some(case), _, _) = case::read(&source) else { continue };
        let Some(received) = case.received else { continue };
        let Ok((version, dossier)) = basis.policy.in_force(regulation, received) else { continue };
        let docket = Docket::replay(&case, version, &dossier.people);
        let page = Page { path, source: &now, tree: Some(&tree) };
        for placed in terms::t311::judge(&docket, day, &basis.discussed(regulation)) {
            let mut finding = page.at_route(&terms::t311::RULE, &Route::root().key("destroyed"), placed.said);
            finding.article = placed.rule.as_ref().map(|r| article(version, r));
            found.push(finding.in_case(case.id.to_string()));
        }
    }
    Ok(found)
}

/// Cases destroyed in this commit without as many new tally rows.
pub fn tally(
    changed: &BTreeMap<&str, Changed>,
    judge: &CommitJudge<'_>,
    before: Option<&Basis>,
    basis: &Basis,
) -> Vec<Finding> {
    let Some(before) = before else { return Vec::new() };
    let mut gone: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, change) in changed.iter().filter(|(p, c)| is_case(p) && c.new.is_some()) {
        let now_destroyed = change.new.and_then(|id| judge.remembered(id)).is_some_and(|p| p.destroyed);
        let first = change.old.first().is_some_and(|w| matches!(w, Was::Blob(_)));
        if now_destroyed
            && first
            && let Some(regulation) = path.split('/').nth(1)
        {
            gone.entry(regulation).or_default().push(path);
        }
    }
    let rows = |b: &Basis, regulation: &str| -> u32 {
        b.years_of(regulation).flat_map(|y| &y.book.tally).map(|t| t.count).sum()
    };
    let mut found = Vec::new();
    for (regulation, paths) in gone {
        let kept = basis.policy.dossiers.get(regulation).is_some_and(|d| {
            d.versions.values().any(|v| v.regulation.retention.as_ref().is_none_or(|r| r.leaves == Leaves::Tally))
        });
        let added = rows(basis, regulation).saturating_sub(rows(before, regulation));
        if kept && (added as usize) < paths.len() {
            for path in paths.iter().skip(added as usize) {
                let year = path.split('/').nth(2).unwrap_or_default();
                let book = format!("cases/{regulation}/{year}/yearbook.yaml");
                found.push(about(path, &history::g718::RULE, history::g718::say(id_of(path), &book)));
            }
        }
    }
    found
}
