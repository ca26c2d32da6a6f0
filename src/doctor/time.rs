//! Git itself, the calendar, the clock, and how much of history is here.

use chrono::{Datelike, Days, NaiveDate};

use super::examination::{Patient, Sign, command};
use crate::calendar::last_covered;
use crate::check::renewal_due;
use crate::diagnostics::text;
use crate::register::{RegisterError, git_version};

/// The oldest git with everything that is asked of it: `rev-parse --path-format` came with it.
const OLDEST: (u32, u32) = (2, 31);

pub(super) fn git() -> Sign {
    let Ok(version) = git_version() else {
        return Sign::fault(
            "git",
            text!("het programma git is er niet", "git is not installed"),
            text!("installeer git: https://git-scm.com", "install git: https://git-scm.com"),
        );
    };
    if is_enough(&version) {
        return Sign::good("git", text!("git {version}", "git {version}"));
    }
    let (major, minor) = OLDEST;
    Sign::warning(
        "git",
        text!("git {version} is oud", "git {version} is old"),
        text!("installeer git {major}.{minor} of nieuwer", "install git {major}.{minor} or newer"),
    )
}

fn is_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST
}

/// Terms that end next year must be counted with that year's holidays.
pub(super) fn calendar(today: NaiveDate) -> Sign {
    let until = last_covered();
    let next = today.year() + 1;
    let covers = until.is_some_and(|day| NaiveDate::from_ymd_opt(next, 12, 31).is_some_and(|end| day >= end));
    let last = until.map_or_else(|| "?".to_owned(), |day| day.to_string());
    if covers {
        return Sign::good("calendar", text!("de kalender loopt tot {last}", "the calendar runs until {last}"));
    }
    Sign::warning(
        "calendar",
        text!(
            "de kalender loopt tot {last}, niet tot het einde van {next}",
            "the calendar runs until {last}, not until the end of {next}"
        ),
        text!("haal een nieuwere versie van klacht", "get a newer version of klacht"),
    )
}

/// A clock that runs behind the last commit would judge by the wrong day.
pub(super) fn clock(patient: &Patient<'_>) -> Result<Sign, RegisterError> {
    // Of the machine, also where the register is hosted still: by it git dates what is committed.
    let today = patient.about.asked.unwrap_or(patient.about.clock);
    let last = match patient.register.head()? {
        Some(head) => patient.register.commit(head)?.committer.date(),
        None => None,
    };
    // One day of play: elsewhere it may be tomorrow already.
    let behind = last.is_some_and(|day| today.checked_add_days(Days::new(1)).is_some_and(|next| day > next));
    let (Some(last), true) = (last, behind) else {
        return Ok(Sign::good("clock", text!("vandaag is {today}", "today is {today}")));
    };
    Ok(Sign::fault(
        "clock",
        text!(
            "de klok zegt {today}, maar de laatste commit is van {last}",
            "the clock says {today}, but the last commit is dated {last}"
        ),
        text!("zet de klok gelijk, of geef --today", "set the clock, or give --today"),
    ))
}

pub(super) fn history(patient: &Patient<'_>) -> Result<Sign, RegisterError> {
    let register = patient.register;
    if register.is_shallow() {
        return Ok(Sign::warning(
            "history",
            text!("een deel van de geschiedenis is hier niet", "part of the history is not here"),
            command("git fetch --unshallow"),
        ));
    }
    let due = register.head()?.map(|head| renewal_due(register, head, patient.day)).transpose()?.flatten();
    let Some(since) = due else {
        return Ok(Sign::good("history", text!("de hele geschiedenis is hier", "the whole history is here")));
    };
    Ok(Sign::warning(
        "history",
        text!(
            "oude commits zeggen nog wat er stond in zaken die vernietigd zijn, de eerste op {since}",
            "old commits still say what cases said that were destroyed, the first on {since}"
        ),
        command("klacht history renew"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_git_are_numbers() {
        for (version, enough) in
            [("2.47.3", true), ("2.31", true), ("2.30.9", false), ("10.0.1", true), ("1.99", false), ("", false)]
        {
            assert_eq!(is_enough(version), enough, "{version}");
        }
    }
}
