//! What changes from one version to the next, in groups, and which open cases stay where they are.

use chrono::NaiveDate;
use serde::Serialize;

use super::naming::Naming;
use super::side::Sides;
use crate::casework::{CaseworkError, Workspace};
use crate::diagnostics::{Lang, Text};
use crate::docket::State;
use crate::regulation::{Group, Version, differences};

/// A difference in both languages.
#[derive(Debug, Clone, Serialize)]
pub struct Sentence {
    /// The rule, such as `terms/beslissing`.
    pub rule: String,
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// The differences of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct GroupOf {
    /// Which kind.
    pub group: &'static str,
    /// Its heading.
    #[serde(skip)]
    pub heading: Text,
    /// What changes, in the order of the regulation.
    pub changes: Vec<Sentence>,
}

/// One side, as it is named in the answer.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// The regulation.
    pub regulation: String,
    /// From when.
    pub valid_from: NaiveDate,
    /// Its file.
    pub path: String,
}

/// Two versions compared.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// The schema of this answer.
    pub schema: &'static str,
    /// What was.
    pub old: Named,
    /// What becomes of it.
    pub new: Named,
    /// What changes; only groups in which something does.
    pub groups: Vec<GroupOf>,
    /// Open cases that stay under an older version than the new one, by id.
    pub stay: Vec<String>,
    /// Open cases that are, or would be, judged by the new version.
    pub fall_under_new: usize,
}

/// Compares two versions; `today` is the day on which cases are open or not.
pub fn compare(workspace: &Workspace, sides: &Sides, today: NaiveDate) -> Result<Comparison, CaseworkError> {
    let (old, new) = (&sides.old, &sides.new);
    let (stay, fall_under_new) = open_cases(workspace, new, today)?;
    Ok(Comparison {
        schema: "klacht.policy-diff/1",
        old: named(old),
        new: named(new),
        groups: groups(old, new),
        stay,
        fall_under_new,
    })
}

fn named(version: &Version) -> Named {
    Named { regulation: version.id.clone(), valid_from: version.regulation.valid_from, path: version.path.clone() }
}

fn groups(old: &Version, new: &Version) -> Vec<GroupOf> {
    let found = differences(&old.regulation, &new.regulation);
    let [nl, en] = Lang::ALL.map(|lang| (lang, Naming::of(old, lang), Naming::of(new, lang)));
    let say = |side: &(Lang, Naming, Naming), d: &crate::regulation::Difference| {
        d.words(side.0, &|place| side.1.at(place), &|place| side.2.at(place))
    };
    let sentences = |group: Group| {
        let of_group = found.iter().filter(|d| d.group() == group);
        of_group.map(|d| Sentence { rule: d.rule.to_string(), nl: say(&nl, d), en: say(&en, d) }).collect::<Vec<_>>()
    };
    let all = Group::ALL.into_iter();
    all.map(|g| GroupOf { group: g.id(), heading: g.heading(), changes: sentences(g) })
        .filter(|g| !g.changes.is_empty())
        .collect()
}

/// The open cases of the regulation received before the new version takes effect, and how many came after.
fn open_cases(workspace: &Workspace, new: &Version, today: NaiveDate) -> Result<(Vec<String>, usize), CaseworkError> {
    let from = new.regulation.valid_from;
    let (found, _) = workspace.each(|file, docket| {
        let open = matches!(docket.state(), State::Open | State::Report | State::Escalated | State::Ruled);
        let here = file.regulation == new.id && file.case.first_day() <= today;
        (open && here).then(|| (file.case.id.to_string(), file.case.first_day() < from))
    })?;
    let later = found.iter().filter(|(_, stays)| !stays).count();
    let mut stay: Vec<String> = found.into_iter().filter(|(_, stays)| *stays).map(|(id, _)| id).collect();
    stay.sort_unstable();
    Ok((stay, later))
}
