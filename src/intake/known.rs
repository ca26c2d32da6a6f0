//! What is known again: what was imported before, on this desk or another, and what answers a case that is there.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::confidential::Confidential;
use super::row::Row;
use crate::case::CaseId;
use crate::casework::Workspace;
use crate::diagnostics::{Text, text};
use crate::digest::sha256_hex;
use crate::paths::case_name;
use crate::patterns::patterns;
use crate::register::{Content, Snapshot};

patterns! {
    /// A case id as people and mail programs write it.
    ID = r"(?i)\bK[0-9]{2}[-\u{2010}-\u{2013} ]?[0-9A-HJKMNP-TV-Z]{6}\b";
}

/// How a row stands to the cases that are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// It was imported before, into this case; what is noted on this desk keeps its path.
    Same(String),
    /// Something else was, under the same name.
    Other(String),
    /// Noted on this desk, but its case is not there: an import that was interrupted, or a case that was taken out.
    Noted(String),
    /// Not known.
    New,
}

/// The digest of what was imported, as the case file holds it. The id of the case is its key: each desk has it, it is never
/// published, and the same message has another digest in every case.
pub(super) fn digest(id: CaseId, content: &str) -> String {
    sha256_hex(format!("klacht.intake/1\0{id}\0{content}").as_bytes())
}

/// Looks on this desk first, then among the cases of the months around the day of receipt.
pub(super) fn before(workspace: &Workspace, folder: &Confidential, row: &Row, day: Option<NaiveDate>) -> Before {
    if let Some(known) = folder.known(&row.mark) {
        let path = known.path.clone();
        if !workspace.root.join(&path).is_file() {
            return Before::Noted(path);
        }
        let same = known.content.is_empty() || row.content.is_empty() || known.content == row.content;
        return if same { Before::Same(path) } else { Before::Other(path) };
    }
    match day.and_then(|day| elsewhere(workspace, row, day)) {
        Some(path) => Before::Same(path),
        None => Before::New,
    }
}

/// The case that another desk made of the same.
fn elsewhere(workspace: &Workspace, row: &Row, day: NaiveDate) -> Option<String> {
    let first = day.with_day(1)?;
    let months = [first.pred_opt()?, first, first.checked_add_days(chrono::Days::new(31))?];
    for regulation in &workspace.context.regulations {
        for month in months {
            let folder = format!("cases/{regulation}/{}/{:02}", month.year(), month.month());
            for file in workspace.files.list(&folder).unwrap_or_default().files {
                let Some(id) = case_name(&file.path).and_then(|name| name.parse::<CaseId>().ok()) else { continue };
                let Ok(Some(Content::Bytes(bytes))) = workspace.files.read(&file.path) else { continue };
                let line = format!("digest: {}", digest(id, &row.content));
                if String::from_utf8_lossy(&bytes).contains(&line) {
                    return Some(file.path);
                }
            }
        }
    }
    None
}

/// The case that a message answers: named in its subject, or the one of a message before it.
pub(super) fn answered(workspace: &Workspace, folder: &Confidential, row: &Row) -> Option<String> {
    let named = ID.find_iter(&row.subject).filter_map(|found| {
        let plain: String = found.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
        let (year, rest) = plain.split_at_checked(3)?;
        let id: CaseId = format!("{year}-{rest}").to_uppercase().parse().ok()?;
        workspace.files_of_cases().ok()?.remove(&id.to_string())
    });
    let there = |path: &String| workspace.root.join(Path::new(path)).is_file();
    let threads = row.threads.iter().filter_map(|mark| Some(folder.known(mark)?.path.clone())).filter(there);
    named.chain(threads).next()
}

/// The id of a case, by its path.
pub(super) fn name(path: &str) -> String {
    case_name(path).unwrap_or_default().to_owned()
}

/// That it was imported before.
pub(super) fn told_same(path: &str) -> Text {
    let id = name(path);
    text!("dit is al ingevoerd als zaak {id}", "this was imported before as case {id}")
}

/// That something else was imported under the same name.
pub(super) fn told_other(path: &str) -> Text {
    let id = name(path);
    text!(
        "zaak {id} heeft hetzelfde kenmerk (Message-ID of nummer) en zegt iets anders; hoort dit bij die zaak, geef dan `--case {id}`; is het een eigen klacht, geef dan `--anyway`",
        "case {id} has the same mark (Message-ID or number) and says something else; if this belongs to that case, give `--case {id}`; if it is a complaint of its own, give `--anyway`"
    )
}

/// That the file holds it twice, the first time on that line.
pub(super) fn told_twice(line: Option<usize>, same: bool) -> Text {
    let line = line.unwrap_or_default();
    if same {
        text!("dit staat ook op regel {line} en telt één keer", "this stands on line {line} too and counts once")
    } else {
        text!(
            "regel {line} heeft hetzelfde kenmerk en zegt iets anders; geef elke klacht haar eigen nummer",
            "line {line} has the same mark and says something else; give each complaint a number of its own"
        )
    }
}

/// That it belongs to a case.
fn answer(id: &str) -> Text {
    text!(
        "dit antwoordt op zaak {id}; voeg het daaraan toe met `--case {id}`; is het een nieuwe klacht, geef dan `--anyway`",
        "this answers case {id}; add it there with `--case {id}`; if it is a new complaint, give `--anyway`"
    )
}

/// That it belongs to a case, by its path.
pub(super) fn told_answer(path: &str) -> Text {
    answer(&name(path))
}

/// That somebody of the organisation sent it.
pub(super) fn told_own() -> Text {
    text!(
        "de afzender is van de organisatie zelf; klaagt die, geef dan `--sent-by complainant`; stuurde een collega het door, geef dan `--sent-by colleague --received DATUM`, met de dag waarop het binnenkwam",
        "the sender is of the organisation itself; if it is who complains, give `--sent-by complainant`; if a colleague forwarded it, give `--sent-by colleague --received DATE`, the day on which it came in"
    )
}

/// That the day of passing on is not that of receipt.
pub(super) fn told_passed_on() -> Text {
    text!(
        "een collega stuurde dit door: geef met `--received DATUM` de dag waarop het binnenkwam",
        "a colleague forwarded this: give the day on which it came in with `--received DATE`"
    )
}
