//! Who writes a letter: one case on one day, in one language, with the names of its regulation.

use chrono::NaiveDate;

use super::letter::Addressee;
use crate::diagnostics::{Lang, text};
use crate::docket::{Discussed, Docket};
use crate::regulation::{Does, Names, Regulation};

/// One case on one day, in one language.
pub struct Author<'a> {
    /// The case, replayed.
    pub(super) docket: &'a Docket<'a>,
    /// The names of its regulation.
    pub(super) names: Names<'a>,
    /// The language of the letter.
    pub(super) lang: Lang,
    /// The date of the letter.
    pub(super) today: NaiveDate,
    /// To whom, where somebody could open what is sealed.
    pub(super) addressee: Addressee,
    /// Where the regulation can be read, where it has a page of its own.
    pub(super) page: Option<String>,
    /// When reports of the regulation were discussed, which tells how long a case is kept.
    pub(super) discussed: &'a Discussed,
}

impl<'a> Author<'a> {
    /// The author of letters in a case.
    #[must_use]
    pub fn new(docket: &'a Docket<'a>, lang: Lang, today: NaiveDate, discussed: &'a Discussed) -> Self {
        Self {
            docket,
            names: Names::new(docket.version, lang),
            lang,
            today,
            discussed,
            addressee: Addressee::default(),
            page: None,
        }
    }

    /// The same, where the regulation has a public page of its own.
    #[must_use]
    pub(crate) fn with_page(self, page: Option<String>) -> Self {
        Self { page, ..self }
    }

    /// The same, to somebody whose name and address are known.
    #[must_use]
    pub(crate) fn to(self, addressee: Addressee) -> Self {
        Self { addressee, ..self }
    }

    /// The rules.
    pub(super) fn rules(&self) -> &'a Regulation {
        &self.docket.version.regulation
    }

    /// The role of whoever handles the case and signs, never who that is. Nobody about whom the case is signs or handles it in a
    /// letter: who stands in does, and until then there is nobody.
    pub(super) fn handler(&self) -> Option<String> {
        let (progress, day) = (&self.docket.progress, self.today);
        let people = progress.participants.people;
        let key = progress.stand_in(day).or(progress.handler)?;
        let person = people.person(key).filter(|person| !progress.is_about(&person.key))?;
        let rule = &self.rules().assignment.handler;
        let handling = rule.role.iter().chain(&rule.roles).find(|r| person.holds(r, day));
        let held = || person.roles.iter().find(|h| person.holds(&h.role, day)).map(|h| &h.role);
        let role = handling.or_else(held)?;
        let name = self.names.item("roles", role);
        // The bare role would read as if it were signed by its holder, about whom the case is.
        let own = person.roles.iter().any(|h| h.role == *role && !h.deputy);
        let instead = !own && people.holders(role, day).any(|holder| progress.is_about(&holder.key));
        let word = text!("vervanger", "substitute");
        Some(if instead { format!("{name} ({})", word.in_(self.lang)) } else { name })
    }

    /// Whether the case is about one of the staff, so that whoever is to sign must be somebody else.
    pub(super) fn about_staff(&self) -> bool {
        let progress = &self.docket.progress;
        progress.participants.people.persons.iter().any(|person| progress.is_about(&person.key))
    }

    /// Whether the step that acknowledges receipt is one that names the handler: then the letter that goes with it does so too,
    /// and it is written before the step is recorded.
    pub(super) fn acknowledgement_names_handler(&self) -> bool {
        let step = self.rules().milestones.acknowledgement.as_ref();
        step.is_some_and(|step| self.rules().assignment.step.contains(step))
    }

    /// Whether a step was taken.
    pub(super) fn taken(&self, step: &str) -> bool {
        self.docket.progress.taken.iter().any(|t| t.step.id == step)
    }

    /// Whether the case can be opened again now.
    pub(super) fn reopens(&self) -> bool {
        let progress = &self.docket.progress;
        let mut steps = self.rules().steps.iter().filter(|s| s.does == Some(Does::Reopen));
        steps.any(|s| progress.obstacles(s).is_empty())
    }
}
