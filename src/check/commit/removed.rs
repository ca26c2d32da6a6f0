//! Cases that are gone: removed, moved, doubled, or destroyed as the regulation wants.

use std::collections::{BTreeMap, HashMap};

use crate::check::authority::access::case_at;
use crate::check::authority::standing::Standing;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::context::{Context, Page, about_file as about, article};
use crate::diagnostics::Finding;
use crate::docket::Docket;
use crate::paths::{self, CasePlace, file_name, is_case, regulation_of};
use crate::register::{Content, Id, Register, RegisterError, Snapshot};
use crate::regulation::{Disposition, Version};
use crate::rules::{case_file, history, terms};
use crate::yaml::Route;
use crate::yearbook::TallyRow;
use crate::{case, counting};

/// The id in the name of a case file.
fn id_of(path: &str) -> &str {
    file_name(path).trim_end_matches(".md")
}

/// A case file that is no longer there.
#[must_use]
pub fn gone(path: &str, change: &Changed, all: &BTreeMap<&str, Changed>, candidate: &Candidate<'_>) -> Vec<Finding> {
    let unmerged = candidate.against.iter().flat_map(|d| &d.faults).any(|fault| fault.path == path);
    if unmerged || !change.old.iter().any(|w| matches!(w, Was::Blob(_))) {
        return Vec::new();
    }
    let moved = all.iter().find(|(other, c)| **other != path && c.new.is_some() && file_name(other) == file_name(path));
    vec![match moved {
        Some((to, _)) => about(path, &history::g705::RULE, history::g705::say(id_of(path), path, to)),
        None => about(path, &history::g704::RULE, history::g704::say(id_of(path), path, candidate.id.is_some())),
    }]
}

/// Another file of the same id. Where the whole history is walked, `seen` knows every case so far; else it is looked for by
/// name in the year of the id, so that the cost does not grow with the register.
pub fn duplicate(
    files: &dyn Snapshot,
    path: &str,
    context: &Context,
    seen: Option<&mut HashMap<String, String>>,
) -> Result<Vec<Finding>, RegisterError> {
    let Some(CasePlace { year, name, .. }) = CasePlace::of(path) else { return Ok(Vec::new()) };
    let places: Vec<String> = if let Some(seen) = seen {
        let first = seen.entry(name.to_owned()).or_insert_with(|| path.to_owned());
        Some(first.clone()).filter(|f| f != path).into_iter().collect()
    } else {
        let regulations = context.regulations.iter();
        let all = regulations.flat_map(|r| {
            (1..=12).map(move |m| CasePlace { regulation: r, year, month: &format!("{m:02}"), name }.path())
        });
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
    standing: &Standing<'_>,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = Vec::new();
    let context = standing.before;
    let Some(regulation) = regulation_of(path) else { return Ok(found) };
    // What a push lifts still holds for the rest of that push.
    let before_push = standing.powers.before_push.map(|at| case_at(register, at, path)).transpose()?.flatten();
    let now = match candidate.files.read(path)? {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap_or_default(),
        _ => return Ok(found),
    };
    let (stub, tree, _) = case::read(&now);
    let Some((day, who)) = stub.and_then(|c| c.destroyed).map(|d| (d.on, d.by)) else { return Ok(found) };
    for was in &change.old {
        let Was::Blob(id) = was else { continue };
        let Content::Bytes(bytes) = register.blob(*id)? else { continue };
        let Ok(source) = String::from_utf8(bytes) else { continue };
        let (Some(mut case), _, _) = case::read(&source) else { continue };
        let held = before_push.as_ref().and_then(|c| c.legal_hold.clone()).filter(|hold| !hold.is_lifted());
        case.legal_hold = held.or(case.legal_hold);
        let Some(received) = case.received else { continue };
        let Ok((version, history)) = context.policy.in_force(regulation, received) else { continue };
        let docket = Docket::replay(&case, version, &history.people);
        let page = Page { path, source: &now, tree: Some(&tree) };
        // Who was excluded from the role of whoever destroys: the stub no longer knows of what he was a party.
        let by = version.regulation.retention.as_ref().and_then(|rule| rule.by.as_ref());
        if by.is_some_and(|by| docket.progress.kept_from_destroying(by, &who, day)) {
            let said = terms::t311::by_excluded(&who);
            found.push(
                page.at_route(&terms::t311::RULE, &Route::root().key("destroyed"), said).in_case(case.id.to_string()),
            );
        }
        for placed in terms::t311::judge(&docket, day, &context.discussed(regulation)) {
            let mut finding = page.at_route(&terms::t311::RULE, &Route::root().key("destroyed"), placed.said);
            finding.article = placed.rule.as_ref().map(|r| article(version, r));
            found.push(finding.in_case(case.id.to_string()));
        }
    }
    Ok(found)
}

/// Cases destroyed in this commit of which no new row of the tally says what they were.
pub fn tally(
    changed: &BTreeMap<&str, Changed>,
    register: &Register,
    was_destroyed: &dyn Fn(Id) -> bool,
    candidate: &Candidate<'_>,
    before: Option<&Context>,
    context: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let Some(before) = before else { return Ok(Vec::new()) };
    let mut gone: BTreeMap<&str, Vec<(&str, Id)>> = BTreeMap::new();
    for (path, change) in changed.iter().filter(|(p, c)| is_case(p) && c.new.is_some()) {
        let now_destroyed = change.new.is_some_and(was_destroyed);
        if let (true, Some(Was::Blob(was)), Some(regulation)) = (now_destroyed, change.old.first(), regulation_of(path))
            && case_of(register.blob(*was)?).is_none_or(|case| case.destroyed.is_none())
        {
            gone.entry(regulation).or_default().push((path, *was));
        }
    }
    let mut found = Vec::new();
    for path in changed.keys().filter(|path| paths::yearbook_of(path).is_some()) {
        gone.entry(regulation_of(path).unwrap_or_default()).or_default();
    }
    for (regulation, cases) in gone {
        let rows = new_rows(regulation, before, context);
        let counted: u64 = rows.iter().map(|row| u64::from(row.count)).sum();
        // The first commit of a register, or of a regulation, may bring the rows of earlier years.
        if counted > cases.len() as u64 && before.regulations.contains(regulation) {
            let book = changed.keys().find(|p| regulation_of(p) == Some(regulation) && paths::yearbook_of(p).is_some());
            let said = history::g718::more(counted, cases.len());
            found.push(about(book.copied().unwrap_or_default(), &history::g718::RULE, said));
        }
        let kept = context.policy.histories.get(regulation).is_some_and(|d| {
            d.versions.values().any(|v| v.regulation.retention.as_ref().is_none_or(|r| r.leaves == Disposition::Tally))
        });
        if !kept {
            continue;
        }
        let left: Vec<Left<'_>> = cases
            .iter()
            .map(|(path, was)| Ok(Left { path, row: row_of(register, path, *was, candidate, before)? }))
            .collect::<Result<_, RegisterError>>()?;
        found.extend(without_row(&left, rows));
    }
    Ok(found)
}

/// A case that is no longer there, and the row that says what it was; none when what it was cannot be read.
struct Left<'a> {
    path: &'a str,
    row: Option<(TallyRow, &'a Version)>,
}

/// The case in a content, as far as it can be read.
fn case_of(content: Content) -> Option<case::Case> {
    let Content::Bytes(bytes) = content else { return None };
    case::read(&String::from_utf8(bytes).ok()?).0
}

/// What a row must say of the case that a stub replaced.
fn row_of<'a>(
    register: &Register,
    path: &str,
    was: Id,
    candidate: &Candidate<'_>,
    before: &'a Context,
) -> Result<Option<(TallyRow, &'a Version)>, RegisterError> {
    let stub = candidate.files.read(path)?.and_then(case_of);
    let day = stub.and_then(|stub| stub.destroyed).map(|d| d.on);
    let (Some(day), Some(case)) = (day, case_of(register.blob(was)?)) else { return Ok(None) };
    let regulation = regulation_of(path).unwrap_or_default();
    let version = case.received.and_then(|on| before.policy.in_force(regulation, on).ok());
    Ok(version
        .map(|(version, history)| (counting::row(&Docket::replay(&case, version, &history.people), day), version)))
}

/// The rows of a regulation's tally that were not there before.
fn new_rows(regulation: &str, before: &Context, context: &Context) -> Vec<TallyRow> {
    let rows = |b: &Context| -> Vec<TallyRow> { b.years_of(regulation).flat_map(|y| y.book.tally.clone()).collect() };
    let mut old = rows(before);
    let mut new = rows(context);
    new.retain(|row| match old.iter().position(|o| o == row) {
        Some(at) => {
            old.swap_remove(at);
            false
        }
        None => true,
    });
    new
}

/// Gives each case a row that says what it was, and tells of those for which there is none: first the cases of which a row is
/// right, so that a wrong one is held against the case that it was meant for.
fn without_row(left: &[Left<'_>], mut rows: Vec<TallyRow>) -> Vec<Finding> {
    let mut wanting = Vec::new();
    for case in left {
        let fits = |row: &TallyRow| {
            case.row.as_ref().is_some_and(|(wanted, v)| counting::differing(row, wanted, &v.regulation).is_empty())
        };
        match rows.iter().position(|row| row.count > 0 && fits(row)) {
            Some(at) => take(&mut rows, at),
            None => wanting.push(case),
        }
    }
    let mut found = Vec::new();
    for Left { path, row } in wanting {
        let (id, book) = (id_of(path), paths::yearbook_beside(path).unwrap_or_default());
        let other = |r: &TallyRow| {
            row.as_ref().map_or_else(Vec::new, |(wanted, v)| counting::differing(r, wanted, &v.regulation))
        };
        let near = rows.iter().enumerate().filter(|(_, r)| r.count > 0).map(|(at, r)| (at, other(r)));
        let said = match near.min_by_key(|(_, keys)| keys.len()) {
            None => history::g718::say(id, &book),
            Some((at, keys)) => {
                take(&mut rows, at);
                // What the case was cannot be read: a row there is.
                if keys.is_empty() {
                    continue;
                }
                history::g718::wrong(id, &book, &keys)
            }
        };
        found.push(about(path, &history::g718::RULE, said));
    }
    found
}

/// Counts one case of a row as found.
fn take(rows: &mut [TallyRow], at: usize) {
    if let Some(row) = rows.get_mut(at) {
        row.count = row.count.saturating_sub(1);
    }
}
