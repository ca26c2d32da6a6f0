//! Files under `cases/` that are neither a case nor a yearbook.

use super::place::whole as about;
use crate::diagnostics::{Finding, Text};
use crate::rules::{Said, case_file, data_protection};

/// What is said of such a file.
#[must_use]
pub fn judge(path: &str) -> Finding {
    if let Some(said) = data_protection::attachment(path) {
        return about(path, &data_protection::ATTACHMENT, said);
    }
    let said = Said::new(
        Text::new("dit bestand is geen klacht en geen jaarboek", "this file is neither a case nor a yearbook"),
        Text::new(
            "zet het buiten `cases/`; een klacht heet cases/<regeling>/<jaar>/<maand>/<zaaknummer>.md",
            "put it outside `cases/`; a case is cases/<regulation>/<year>/<month>/<ID>.md",
        ),
    );
    about(path, &case_file::c109::RULE, said)
}
