//! Every case whose day of destruction has come: which go, and which stay and why.

use chrono::NaiveDate;

use crate::casework::destroy::destruction::{destroyers, may_go, not_by, to_choose};
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::Workspace;
use crate::diagnostics::{Text, text};
use crate::docket::MayDestroy;
use crate::regulation::People;

/// A case that goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Going {
    /// Its id.
    pub id: String,
    /// Who destroys it.
    pub by: String,
}

/// What becomes of all cases on a day.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Those that go.
    pub goes: Vec<Going>,
    /// Those whose day has come and that stay all the same: why, and what to do.
    pub stays: Vec<(Text, Text)>,
    /// How many have a day that is still to come, and the first of these days.
    pub later: (usize, Option<NaiveDate>),
    /// Of how many the day is not known yet.
    pub undated: usize,
    /// Of how many the regulation sets none.
    pub kept: usize,
    /// How many cannot be read.
    pub unread: usize,
}

/// What becomes of all cases on a day; `who` destroys those of a regulation with these people.
pub(crate) fn plan(
    workspace: &Workspace,
    on: NaiveDate,
    who: &dyn Fn(&People) -> Option<String>,
) -> Result<Plan, CaseworkError> {
    let context = &workspace.context;
    let (all, unread) = workspace.each(|file, docket| {
        let may = || docket.may_be_destroyed(on, &context.discussed(&file.regulation));
        file.case.destroyed.is_none().then(|| (file.path.clone(), may()))
    })?;
    let mut plan = Plan { unread, ..Plan::default() };
    for (path, may) in all {
        match may {
            MayDestroy::TooEarly(Some(day)) => {
                plan.later = (plan.later.0 + 1, Some(plan.later.1.map_or(day, |first| first.min(day))));
            }
            MayDestroy::TooEarly(None) => plan.undated += 1,
            MayDestroy::Never => plan.kept += 1,
            MayDestroy::Allowed | MayDestroy::Held(_) => match going(workspace, &path, on, who) {
                Ok(going) => plan.goes.push(going),
                Err(CaseworkError::Asked(why, remedy)) => plan.stays.push((why, remedy)),
                Err(other) => return Err(other),
            },
        }
    }
    Ok(plan)
}

/// One that goes, or why not.
fn going(
    workspace: &Workspace,
    path: &str,
    on: NaiveDate,
    who: &dyn Fn(&People) -> Option<String>,
) -> Result<Going, CaseworkError> {
    let file = workspace.read(path)?;
    may_go(workspace, &file, on)?;
    let id = file.case.id.to_string();
    let (version, history) = workspace.version(&file)?;
    let choices = destroyers(workspace, &file, on)?;
    let of_case = |error| match error {
        CaseworkError::Asked(why, remedy) => CaseworkError::Asked(text!("{id}: {why}", "{id}: {why}", why), remedy),
        other => other,
    };
    match who(&history.people) {
        Some(by) if choices.iter().any(|choice| choice.value == by) => Ok(Going { id, by }),
        Some(by) => Err(of_case(not_by(version, &by, on, &choices))),
        None => {
            let why = text!("niet gezegd is wie vernietigt", "who destroys it was not said");
            Err(of_case(CaseworkError::Asked(why, to_choose(&choices))))
        }
    }
}
