//! The external bodies that a complainant may turn to, with as much of their contact data as this complainant may have.

use serde::Serialize;
use serde_json::Value;

use super::author::Author;
use super::error::{LetterError, refused};
use crate::calendar::day_words;
use crate::diagnostics::{Lang, text};
use crate::docket::ClockState;
use crate::regulation::{Binding, Duty, Escalation, Position};

/// An address or a number with what it is called.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// What it is called.
    pub label: String,
    /// The address or number.
    pub value: String,
}

/// The way to one external body.
#[derive(Debug, Clone, Serialize)]
pub struct Outside {
    /// The id of the escalation.
    pub id: String,
    /// The body's name.
    pub body: String,
    /// What may be told of its contact data.
    pub contact: Vec<Line>,
    /// Whether the organisation gives the contact data to whoever asks, and not before.
    pub on_request: bool,
    /// Within what time the body rules, in words.
    pub within: Option<String>,
    /// By when it rules, in words, where that clock runs.
    pub until: Option<String>,
    /// Within what time it must be put before the body.
    pub file_within: Option<String>,
    /// `none`, an amount, or nothing where the regulation does not say.
    pub costs: Option<String>,
    /// Whether the ruling binds the organisation; nothing where the regulation does not say.
    pub binding: Option<bool>,
    /// Whether the body is independent.
    pub independent: bool,
}

impl Author<'_> {
    /// The ways that this complainant may go at all.
    fn open_to_complainant(&self) -> impl Iterator<Item = &Escalation> {
        let progress = &self.docket.progress;
        let complainants = || {
            let parties = self.docket.case().parties.iter();
            parties.filter(|p| matches!(p.position, Position::Complainant | Position::Representative))
        };
        self.rules().escalations.iter().filter(move |way| {
            complainants()
                .any(|p| way.who.iter().any(|s| progress.participants.matches(s, &p.key, self.today, progress.handler)))
        })
    }

    /// Whether the complainant asked for a body that is only named to whoever asks.
    fn asked_for(&self, way: &Escalation) -> bool {
        let filed = way.steps.filed.as_deref();
        self.docket.progress.taken.iter().any(|t| Some(t.step.id.as_str()) == filed)
    }

    /// Whether the way is open now: it was asked for, or what the regulation demands for it is so.
    fn open_now(&self, way: &Escalation) -> bool {
        let progress = &self.docket.progress;
        if way.duty == Duty::OnRequest {
            return self.asked_for(way);
        }
        let told = self.rules().milestones.outcome.as_deref();
        let outcome = told.is_none_or(|step| progress.taken.iter().any(|t| t.step.id == step));
        progress.applies(way.when.as_ref()) && (way.when.is_some() || outcome || progress.ended.is_some())
    }

    /// Whether nothing is left of a way: its body ruled, or another did whose ruling binds.
    fn used_up(&self, way: &Escalation) -> bool {
        let taken = |step: &Option<String>| step.as_deref().is_some_and(|id| self.taken(id));
        let ruled = |w: &Escalation| taken(&w.steps.ruled) || taken(&w.steps.executed);
        ruled(way) || self.rules().escalations.iter().any(|w| w.binding == Binding::Yes && ruled(w))
    }

    /// The ways to which the regulation leads now, for the letter that goes with a step: those that the step itself offers, and
    /// those whose condition holds.
    pub(super) fn ways(&self, step: Option<&str>) -> Vec<Outside> {
        let offered = |way: &Escalation| step.is_some() && way.steps.offer.as_deref() == step;
        let leads = |way: &&Escalation| offered(way) || self.docket.progress.applies(way.when.as_ref());
        let left = self.open_to_complainant().filter(|way| !self.used_up(way));
        left.filter(leads).map(|way| self.outside(way)).collect()
    }

    /// The ways of a referral.
    pub(super) fn referral(&self) -> Result<Vec<Outside>, LetterError> {
        let left = || self.open_to_complainant().filter(|way| !self.used_up(way));
        let open: Vec<Outside> = left().filter(|way| self.open_now(way)).map(|way| self.outside(way)).collect();
        if !open.is_empty() {
            return Ok(open);
        }
        if left().next().is_none() && self.open_to_complainant().next().is_some() {
            return refused(
                text!(
                    "de instantie buiten de organisatie heeft al uitspraak gedaan",
                    "the body outside the organisation has ruled already"
                ),
                text!(
                    "verwijs niet opnieuw; schrijf een brief van de soort `sluiting` als de zaak is afgesloten",
                    "do not refer again; write a letter of the kind `closing` when the case is closed"
                ),
            );
        }
        let Some(way) = left().next() else {
            return refused(
                text!(
                    "voor deze klager noemt de regeling geen instantie buiten de organisatie",
                    "for this complainant the regulation names no body outside the organisation"
                ),
                text!("verwijs niet; sluit de klacht gewoon", "do not refer; close the complaint as usual"),
            );
        };
        let first = match (way.duty, &way.steps.filed) {
            (Duty::OnRequest, Some(filed)) => Some(filed),
            _ => self.rules().satisfaction.first().map(|s| &s.step).or(self.rules().milestones.outcome.as_ref()),
        };
        refused(
            text!(
                "de weg naar buiten staat in deze zaak nog niet open",
                "the way to an external body is not open yet in this case"
            ),
            match first {
                Some(step) => text!(
                    "leg eerst de stap `{step}` vast, als die is gezet",
                    "first record the step `{step}`, if it was taken"
                ),
                None => text!(
                    "wacht tot de voorwaarde van de regeling is vervuld, of tot de zaak is afgesloten",
                    "wait until what the regulation demands is so, or until the case is closed"
                ),
            },
        )
    }

    fn outside(&self, way: &Escalation) -> Outside {
        let role = self.rules().role(&way.body);
        let term = way.term.as_deref().and_then(|id| self.rules().term(id));
        let running =
            |id: &str| self.docket.clocks().into_iter().find(|c| c.term.id == id && c.state == ClockState::Running);
        let until = term.and_then(|t| running(&t.id)).map(|c| c.due.on);
        // Of a body that is late no day is promised, nor the time that has run out.
        let late = until.is_some_and(|day| day < self.today);
        Outside {
            id: way.id.clone(),
            body: self.names.item("roles", &way.body),
            contact: self.contact(way),
            on_request: way.duty == Duty::OnRequest && !self.asked_for(way),
            within: term.filter(|_| !late).and_then(|t| Some(self.names.lasting(t, t.within?))),
            until: until.filter(|_| !late).map(|day| day_words(day, self.lang)),
            file_within: way.file_within.map(|d| d.words().in_(self.lang).to_owned()),
            costs: way.costs.clone().filter(|c| c != "unknown"),
            binding: match self.rules().bound_by(way) {
                Binding::Yes => Some(true),
                Binding::No => Some(false),
                Binding::Unknown => None,
            },
            independent: role.is_some_and(|r| r.independent),
        }
    }

    /// What may be public; all of it for whoever asked, where the regulation gives it on request.
    fn contact(&self, way: &Escalation) -> Vec<Line> {
        let Some(role) = self.rules().role(&way.body) else { return Vec::new() };
        let for_this_one = way.duty == Duty::OnRequest && self.asked_for(way);
        let told = role.contact.iter().flatten().filter(|(key, _)| for_this_one || role.publish.contains(key));
        told.filter_map(|(key, value)| match value {
            Value::String(value) => Some(Line { label: label(key, self.lang), value: value.clone() }),
            _ => None,
        })
        .collect()
    }
}

/// What a piece of contact data is called.
pub(super) fn label(key: &str, lang: Lang) -> String {
    let words = match (key, lang) {
        ("name", Lang::Nl) => "Naam",
        ("name", Lang::En) => "Name",
        ("email", _) => "E-mail",
        ("phone", Lang::Nl) => "Telefoon",
        ("phone", Lang::En) => "Telephone",
        ("post", _) => "Post",
        ("url", _) => "Website",
        ("visit", Lang::Nl) => "Bezoek",
        ("visit", Lang::En) => "Visit",
        ("form", Lang::Nl) => "Formulier",
        ("form", Lang::En) => "Form",
        (key, _) => key,
    };
    words.to_owned()
}
