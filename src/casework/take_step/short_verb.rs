//! The step that a short verb means, by what the regulation says of its steps.

use std::collections::BTreeSet;

use crate::casework::error::CaseworkError;
use crate::casework::prompt::{Choice, named, suggestion};
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, Duty};
use crate::naming;
use crate::regulation::{Does, For, Regulation, Step};

/// A verb that stands for a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Short {
    /// Receipt is confirmed.
    Acknowledge,
    /// A term is extended.
    Extend,
    /// Somebody is heard.
    Hear,
    /// A judgement is given.
    Judge,
    /// The case is closed.
    Close,
    /// The complainant is shown the way to the external body, or goes there where the regulation knows no referral.
    Refer,
}

impl Short {
    /// The steps that the verb may mean in a regulation.
    #[must_use]
    pub fn steps(self, regulation: &Regulation) -> Vec<String> {
        let milestones = &regulation.milestones;
        let mut found: Vec<String> = match self {
            Self::Acknowledge => milestones.acknowledgement.iter().cloned().collect(),
            Self::Hear => milestones.hearing.iter().cloned().collect(),
            // A step that closes the case does more than judge it, even where the judgement is written there.
            Self::Judge => said_to_judge(regulation).filter(|id| !closes(regulation, id)).cloned().collect(),
            Self::Extend => regulation.extensions.iter().map(|x| x.step.clone()).collect(),
            Self::Close => {
                let closing = regulation.steps.iter().map(|s| &s.id).filter(|id| closes(regulation, id));
                milestones.closing.as_ref().map_or_else(|| closing.cloned().collect(), |step| vec![step.clone()])
            }
            Self::Refer => {
                let ways = regulation.escalations.iter();
                ways.filter_map(|w| w.steps.offer.clone().or_else(|| w.steps.filed.clone())).collect()
            }
        };
        let mut told = BTreeSet::new();
        found.retain(|id| told.insert(id.clone()));
        found
    }

    /// The steps that the verb may mean in this case: a report is closed by an end of its own, where the regulation has one.
    #[must_use]
    pub fn steps_of(self, docket: &Docket<'_>) -> Vec<String> {
        let regulation = &docket.version.regulation;
        let ends = regulation.steps.iter().filter(|s| s.belongs_to == For::Report && s.does == Some(Does::End));
        let own: Vec<String> = ends.map(|s| s.id.clone()).collect();
        let report = self == Self::Close && !docket.progress.complaint && !own.is_empty();
        if report { own } else { self.steps(regulation) }
    }

    /// What the verb does, for messages.
    fn words(self) -> Text {
        let (nl, en) = match self {
            Self::Acknowledge => ("de ontvangst bevestigen", "acknowledging receipt"),
            Self::Extend => ("een termijn verlengen", "extending a term"),
            Self::Hear => ("horen", "hearing somebody"),
            Self::Judge => ("beoordelen", "judging"),
            Self::Close => ("sluiten", "closing"),
            Self::Refer => ("verwijzen", "referring"),
        };
        Text::new(nl, en)
    }

    /// Where the regulation does have it done, when that is in a step that does more.
    fn elsewhere(self, regulation: &Regulation) -> Text {
        let step = said_to_judge(regulation).next().filter(|_| self == Self::Judge);
        step.map_or_else(
            || text!("", ""),
            |step| {
                let step = naming::step(regulation, step);
                text!("; dat gebeurt bij {step}", "; that is part of {step}", step)
            },
        )
    }

    /// The step that is meant in this case: the only one there is, or the only one that is possible now; `asked` chooses.
    pub fn step(self, docket: &Docket<'_>, asked: Option<&str>) -> Result<String, CaseworkError> {
        let regulation = &docket.version.regulation;
        let steps = self.steps_of(docket);
        let choices = step_choices(regulation, &steps);
        if let Some(word) = asked {
            return named(&text!("stap", "step"), word, &choices);
        }
        let words = self.words();
        if steps.is_empty() {
            let elsewhere = self.elsewhere(regulation);
            return Err(CaseworkError::Asked(
                text!(
                    "deze regeling heeft geen eigen stap voor {words}{elsewhere}",
                    "this regulation has no separate step for {words}{elsewhere}",
                    words,
                    elsewhere
                ),
                suggestion("", &step_choices(regulation, &possible_now(docket))),
            ));
        }
        let free = |id: &&String| regulation.step(id).is_some_and(|s| docket.progress.obstacles(s).is_empty());
        let open: Vec<&String> = steps.iter().filter(free).collect();
        match (steps.as_slice(), open.as_slice()) {
            ([only], _) => Ok(only.clone()),
            (_, [only]) => Ok((*only).clone()),
            _ => Err(CaseworkError::Asked(
                text!(
                    "deze regeling heeft meer dan één stap voor {words}",
                    "this regulation has more than one step for {words}",
                    words
                ),
                suggestion("", &choices),
            )),
        }
    }
}

/// The steps of which the regulation says that they carry the judgement.
fn said_to_judge(regulation: &Regulation) -> impl Iterator<Item = &String> {
    regulation.milestones.judgement.iter().chain(regulation.judgement.iter().map(|j| &j.step))
}

fn closes(regulation: &Regulation, id: &str) -> bool {
    regulation.step(id).is_some_and(|s| s.does == Some(Does::Close))
}

/// The steps that are possible now: first what must be done, in the order of its day, and last what ends the case early.
#[must_use]
pub fn possible_now(docket: &Docket<'_>) -> Vec<String> {
    let duties = docket.duties(docket.last_recorded());
    let must = duties.iter().flat_map(Duty::steps).map(|s| &s.id);
    let free = docket.possible();
    let mut free: Vec<&Step> = free.iter().filter(|p| p.obstacles.is_empty()).map(|p| p.step).collect();
    free.sort_by_key(|s| s.does == Some(Does::End));
    let mut told = BTreeSet::new();
    must.chain(free.iter().map(|s| &s.id)).filter(|id| told.insert(id.as_str())).cloned().collect()
}

/// Steps as values to choose from.
#[must_use]
pub fn step_choices(regulation: &Regulation, ids: &[String]) -> Vec<Choice> {
    let steps = ids.iter().filter_map(|id| regulation.step(id));
    steps.map(|s| Choice::new(&s.id, regulation.step_name(&s.id))).collect()
}
