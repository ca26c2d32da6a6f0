//! A letter: everything a template may say, and the text that comes of it.

use serde::Serialize;

use super::author::Author;
use super::decision::Decision;
use super::error::{LetterError, refused};
use super::kind::Kind;
use super::said::{Closed, Hearing, Longer, Missing};
use super::template::Templates;
use super::terms::{Limit, Notice};
use super::ways::{Line, Outside, label};
use crate::calendar::day_words;
use crate::diagnostics::{Lang, text};

/// A letter, ready to be read over, filled in and sent by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is about: the id of the case and no more.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The organisation's name.
    pub from_name: String,
    /// The organisation's first public e-mail address.
    pub from: Option<String>,
}

impl Letter {
    /// What a person is still to fill in: the places between square brackets.
    pub(crate) fn gaps(&self) -> Vec<&str> {
        self.text.split('[').skip(1).filter_map(|part| Some(part.split_once(']')?.0)).collect()
    }
}

/// The organisation in a letter.
#[derive(Debug, Clone, Serialize)]
pub struct Sender {
    /// Its name.
    pub name: String,
    /// Its site.
    pub site: String,
    /// The page of its regulation, where that has one.
    pub page: Option<String>,
    /// The contact data that may be public.
    pub contact: Vec<Line>,
}

/// To whom a letter goes. What is not known stays a gap in the letter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Addressee {
    /// The name.
    pub name: Option<String>,
    /// The lines of the address, or an e-mail address.
    pub lines: Vec<String>,
}

/// Everything that a template may use. Every name is there in every letter; what a letter has no use for is empty.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// The id of the case.
    pub id: String,
    /// What the letter is about.
    pub subject: String,
    /// To whom it goes.
    pub addressee: Addressee,
    /// The date of the letter, in words.
    pub today: String,
    /// The day of receipt, in words.
    pub received: String,
    /// Whether it is a complaint; otherwise a report.
    pub complaint: bool,
    /// The organisation.
    pub organisation: Sender,
    /// The title of the regulation.
    pub regulation: String,
    /// The role of the handler.
    pub handler: Option<String>,
    /// Whether the complaint is about one of the staff, who must not sign.
    pub about_staff: bool,
    /// Whether the acknowledgement names the handler, also where none is recorded yet.
    pub handler_named: bool,
    /// What the complaint is about: names of topics.
    pub topics: Vec<String>,
    /// Whether the complainant pays nothing for the handling, as the regulation says.
    pub free: bool,
    /// The written ways in which a report becomes a complaint.
    pub ways_in: Vec<Line>,
    /// The time limits that run.
    pub limits: Vec<Limit>,
    /// The time limits whose day has passed, where the letter is about what they are for.
    pub late: Vec<Limit>,
    /// The next message about progress.
    pub notice: Option<Notice>,
    /// What the step of an acknowledgement tells the complainant besides, with room for what is not known yet.
    pub asked: Vec<Line>,
    /// What was done so far, for a progress letter.
    pub done: Vec<Done>,
    /// What is missing, for a request.
    pub missing: Option<Missing>,
    /// The conversation, for an invitation.
    pub hearing: Option<Hearing>,
    /// What was extended, for an extension.
    pub longer: Option<Longer>,
    /// What was decided, for an outcome.
    pub decision: Option<Decision>,
    /// External bodies, for an outcome, a referral or a closing.
    pub ways: Vec<Outside>,
    /// How the case ended, for a closing.
    pub closed: Option<Closed>,
}

/// A step that was taken.
#[derive(Debug, Clone, Serialize)]
pub struct Done {
    /// When, in words.
    pub on: String,
    /// Its name.
    pub name: String,
}

impl Author<'_> {
    /// Writes a letter, or says what must be done first.
    pub fn write(&self, kind: Kind, templates: &Templates) -> Result<Letter, LetterError> {
        let facts = self.facts(kind)?;
        let text = templates.render(kind, self.lang, self.rules().organisation.address_as, &facts)?;
        let email = self.rules().organisation.contact.iter().find(|c| c.publish && c.kind == "email");
        let from = email.map(|c| c.value.clone());
        Ok(Letter { subject: facts.subject, text, from_name: facts.organisation.name, from })
    }

    /// The kinds that can be written now.
    #[must_use]
    pub fn possible(&self) -> Vec<Kind> {
        Kind::ALL.into_iter().filter(|kind| self.facts(*kind).is_ok()).collect()
    }

    /// What a letter of a kind says.
    pub fn facts(&self, kind: Kind) -> Result<Facts, LetterError> {
        if self.docket.case().destroyed.is_some() {
            return refused(
                text!("deze zaak is vernietigd", "this case was destroyed"),
                text!("er valt niets meer te schrijven", "there is nothing left to write"),
            );
        }
        let mut facts = self.common();
        match kind {
            Kind::Acknowledgement => {
                self.still_open()?;
                let by_this = self.rules().milestones.acknowledgement.as_deref();
                facts.limits = self.limits(by_this);
                facts.late = self.late(&[by_this]);
                facts.notice = self.notice(false);
                facts.asked = by_this.map(|step| self.asked(step)).unwrap_or_default();
            }
            Kind::Request => {
                self.still_open()?;
                self.is_complaint()?;
                facts.missing = Some(self.missing()?);
            }
            Kind::Invitation => {
                self.still_open()?;
                self.is_complaint()?;
                facts.hearing = Some(self.hearing()?);
                facts.limits = self.limits(None);
            }
            Kind::Extension => {
                self.still_open()?;
                self.is_complaint()?;
                facts.longer = Some(self.longer()?);
                facts.notice = self.notice(false);
            }
            Kind::Progress => {
                self.still_open()?;
                self.is_complaint()?;
                facts.done = self.done();
                facts.limits = self.limits(None);
                facts.late = self.all_late();
                facts.notice = self.notice(true);
            }
            Kind::Outcome => {
                self.is_complaint()?;
                facts.decision = Some(self.decision()?);
                let milestones = &self.rules().milestones;
                facts.late = self.late(&[milestones.outcome.as_deref(), milestones.judgement.as_deref()]);
                facts.ways = self.ways(milestones.outcome.as_deref());
            }
            Kind::Referral => {
                self.is_complaint()?;
                facts.ways = self.referral()?;
            }
            Kind::Closing => {
                facts.closed = Some(self.closed()?);
                facts.limits = self.limits(self.rules().milestones.closing.as_deref());
                facts.ways = if facts.complaint { self.referral().unwrap_or_default() } else { Vec::new() };
            }
        }
        Ok(facts)
    }

    /// What every letter may say.
    fn common(&self) -> Facts {
        let (case, rules) = (self.docket.case(), self.rules());
        let subject = match self.lang {
            Lang::Nl => format!("Bericht over zaak {}", case.id),
            Lang::En => format!("About case {}", case.id),
        };
        Facts {
            id: case.id.to_string(),
            subject,
            addressee: self.addressee.clone(),
            today: day_words(self.today, self.lang),
            received: day_words(case.first_day(), self.lang),
            complaint: self.docket.progress.complaint,
            organisation: self.sender(),
            regulation: self.names.title().to_owned(),
            handler: self.handler(),
            about_staff: self.about_staff(),
            handler_named: self.acknowledgement_names_handler(),
            topics: case.topics.iter().map(|t| self.names.item("topics", t)).collect(),
            free: rules.costs.as_ref().is_some_and(|c| c.complainant == "none"),
            ways_in: self.ways_in(),
            limits: Vec::new(),
            late: Vec::new(),
            notice: None,
            asked: Vec::new(),
            done: Vec::new(),
            missing: None,
            hearing: None,
            longer: None,
            decision: None,
            ways: Vec::new(),
            closed: None,
        }
    }

    fn sender(&self) -> Sender {
        let organisation = &self.rules().organisation;
        let public = organisation.contact.iter().filter(|c| c.publish);
        let alone = |kind: &str| organisation.contact.iter().filter(|c| c.publish && c.kind == kind).count() == 1;
        let line = |c: &crate::regulation::Contact| {
            // What it is for is said by its name, and of one only there is no doubt.
            let name =
                if alone(&c.kind) { label(&c.kind, self.lang) } else { self.names.item("organisation.contact", &c.id) };
            Line { label: name, value: c.value.clone() }
        };
        Sender {
            name: organisation.name.clone(),
            site: organisation.site.clone(),
            page: self.page.clone(),
            contact: public.map(line).collect(),
        }
    }

    /// The steps that were taken, each once with its last day, in the order in which they were first taken.
    fn done(&self) -> Vec<Done> {
        let taken = &self.docket.progress.taken;
        let first =
            |index: usize| taken.iter().take(index).all(|t| Some(&t.step.id) != taken.get(index).map(|h| &h.step.id));
        let steps = taken.iter().enumerate().filter(|(index, _)| first(*index));
        steps
            .map(|(_, t)| {
                let last =
                    taken.iter().rev().find(|other| other.step.id == t.step.id).map_or(t.entry.on, |o| o.entry.on);
                Done { on: day_words(last, self.lang), name: self.names.item("steps", &t.step.id) }
            })
            .collect()
    }
}
