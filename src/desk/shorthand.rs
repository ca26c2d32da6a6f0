//! The step that a short verb means, by what the regulation says of its steps.

use super::error::DeskError;
use super::want::{Choice, named, suggestion};
use crate::diagnostics::Text;
use crate::docket::Docket;
use crate::regulation::{Does, Regulation};

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
    /// The complainant is shown the way to the external body.
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
            Self::Judge => {
                let scale = regulation.judgement.as_ref().map(|j| j.step.clone());
                milestones.judgement.iter().cloned().chain(scale).collect()
            }
            Self::Extend => regulation.extensions.iter().map(|x| x.step.clone()).collect(),
            Self::Close => {
                let closing = regulation.steps.iter().filter(|s| s.does == Some(Does::Close));
                closing.map(|s| s.id.clone()).collect()
            }
            Self::Refer => regulation.escalations.iter().filter_map(|w| w.steps.offer.clone()).collect(),
        };
        let mut told = std::collections::BTreeSet::new();
        found.retain(|id| told.insert(id.clone()));
        found
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

    /// The step that is meant in this case: the only one there is, or the only one that is possible now; `asked` chooses.
    pub fn step(self, docket: &Docket<'_>, asked: Option<&str>) -> Result<String, DeskError> {
        let regulation = &docket.version.regulation;
        let steps = self.steps(regulation);
        let choices = step_choices(regulation, &steps);
        if let Some(word) = asked {
            return named(&Text::new("stap", "step"), word, &choices);
        }
        let words = self.words();
        if steps.is_empty() {
            let possible = docket.possible().into_iter().filter(|p| p.obstacles.is_empty());
            let possible: Vec<String> = possible.map(|p| p.step.id.clone()).collect();
            return Err(DeskError::Asked(
                Text::new(
                    format!("deze regeling heeft geen eigen stap voor {}", words.nl),
                    format!("this regulation has no step of its own for {}", words.en),
                ),
                suggestion("", &step_choices(regulation, &possible)),
            ));
        }
        let free = |id: &&String| regulation.step(id).is_some_and(|s| docket.progress.obstacles(s).is_empty());
        let open: Vec<&String> = steps.iter().filter(free).collect();
        match (steps.as_slice(), open.as_slice()) {
            ([only], _) => Ok(only.clone()),
            (_, [only]) => Ok((*only).clone()),
            _ => Err(DeskError::Asked(
                Text::new(
                    format!("deze regeling heeft meer dan één stap voor {}", words.nl),
                    format!("this regulation has more than one step for {}", words.en),
                ),
                suggestion("", &choices),
            )),
        }
    }
}

/// Steps as values to choose from.
#[must_use]
pub fn step_choices(regulation: &Regulation, ids: &[String]) -> Vec<Choice> {
    let steps = ids.iter().filter_map(|id| regulation.step(id));
    steps.map(|s| Choice::new(&s.id, regulation.step_name(&s.id))).collect()
}
