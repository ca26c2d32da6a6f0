//! Files under `cases/` that are neither a case nor a yearbook.

use crate::context::about_file as about;
use crate::diagnostics::Finding;
use crate::rules::case_file;
use crate::rules::data_protection::Allowed;

/// What is said of such a file: an attachment is personal data's business, anything else is in the wrong place.
#[must_use]
pub fn judge(path: &str, allowed: &Allowed) -> Option<Finding> {
    let attachments = crate::check::case::personal::in_name(path, allowed);
    match attachments.into_iter().next() {
        Some(finding) => Some(finding),
        None => case_file::c109::stray(path).map(|said| about(path, &case_file::c109::RULE, said)),
    }
}
