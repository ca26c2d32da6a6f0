//! The id of a new case: from chance, and never one that exists.

use chrono::{Datelike, NaiveDate};

use crate::case::CaseId;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::{Workspace, place_of};
use crate::diagnostics::text;

/// How often chance may hit an id that exists before it is taken for broken.
const TRIES: usize = 64;

/// An id that no case of the register has and that is not `taken` otherwise, from a source of 64 random bits.
///
/// # Errors
///
/// That the source is dry, or gives nothing but ids that exist.
pub fn free_id(
    workspace: &Workspace,
    received: NaiveDate,
    random: &dyn Fn() -> Option<u64>,
    taken: &dyn Fn(CaseId) -> bool,
) -> Result<CaseId, CaseworkError> {
    // The year of an id has two digits.
    let year = u16::try_from(received.year()).unwrap_or_default();
    for _ in 0..TRIES {
        let id = CaseId::from_random(year, random().ok_or_else(no_chance)?);
        if !taken(id) && place_of(&workspace.files, id)?.is_none() {
            return Ok(id);
        }
    }
    Err(no_chance())
}

fn no_chance() -> CaseworkError {
    CaseworkError::File(
        text!("de computer geeft geen toevalsgetallen", "the computer provides no random numbers"),
        text!("er is niets geschreven; probeer het opnieuw", "nothing was written; try again"),
    )
}
