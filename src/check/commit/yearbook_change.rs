//! What a commit may not take from a yearbook: rows of the tally, frozen figures.

use crate::check::authority::books;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::tree::yearbooks::judge_book;
use crate::context::{Context, about_file as about};
use crate::diagnostics::Finding;
use crate::register::{Content, Register, RegisterError};
use crate::rules::history;
use crate::yearbook::{Yearbook, frozen, read_yearbook};

/// A yearbook in a commit: judged as it is now; rows of its tally and frozen figures may not go.
pub fn judge(
    candidate: &Candidate<'_>,
    path: &str,
    change: &Changed,
    register: &Register,
    context: &Context,
) -> Result<Vec<Finding>, RegisterError> {
    let mut found = judge_book(path, context);
    found.extend(context.findings.iter().filter(|f| f.path == path).cloned());
    let now = match candidate.files.read(path)? {
        Some(Content::Bytes(bytes)) => read_yearbook(&String::from_utf8_lossy(&bytes)).value,
        _ => None,
    };
    for was in &change.old {
        let Was::Blob(blob) = was else { continue };
        let Content::Bytes(bytes) = register.blob(*blob)? else { continue };
        let Some(before) = read_yearbook(&String::from_utf8_lossy(&bytes)).value else { continue };
        found.extend(books::lost(path, &before, now.as_ref()));
        let lost = first_lost(&before, now.as_ref());
        if let Some(row) = lost {
            found.push(about(path, &history::g720::RULE, history::g720::say(row + 1, path)));
        }
        let blocks = now.as_ref().map(|n| n.figures.as_slice()).unwrap_or_default();
        if let Some(block) = frozen::first_lost(&before.figures, blocks) {
            found.push(about(path, &history::g724::RULE, history::g724::lost(block + 1, path)));
        }
    }
    Ok(found)
}

/// The first row of the tally that is no longer there as often as before.
fn first_lost(before: &Yearbook, now: Option<&Yearbook>) -> Option<usize> {
    let mut left: Vec<_> = now.iter().flat_map(|n| &n.tally).collect();
    before.tally.iter().position(|row| match left.iter().position(|other| *other == row) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    })
}
