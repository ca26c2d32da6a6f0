//! The id of a new case: from chance, and never one that exists.

use chrono::{Datelike, NaiveDate};

use super::error::DeskError;
use super::open::{Desk, place_of};
use crate::case::CaseId;
use crate::diagnostics::Text;

/// How often chance may hit an id that exists before it is taken for broken.
const TRIES: usize = 64;

/// An id that no case of the register has, from a source of 64 random bits.
///
/// # Errors
///
/// That of the source; or that it gives nothing but ids that exist.
pub fn free_id(
    desk: &Desk,
    received: NaiveDate,
    chance: &mut dyn FnMut() -> Result<u64, DeskError>,
) -> Result<CaseId, DeskError> {
    // The year of an id has two digits.
    let year = u16::try_from(received.year()).unwrap_or_default();
    for _ in 0..TRIES {
        let id = CaseId::from_random(year, chance()?);
        if place_of(&desk.files, id)?.is_none() {
            return Ok(id);
        }
    }
    Err(no_chance())
}

/// 64 bits from the operating system.
pub fn os_chance() -> Result<u64, DeskError> {
    getrandom::u64().map_err(|_| no_chance())
}

fn no_chance() -> DeskError {
    DeskError::File(
        Text::new("de computer geeft geen toevalsgetallen", "the machine gives no random numbers"),
        Text::new("er is niets geschreven; probeer het opnieuw", "nothing was written; try again"),
    )
}
