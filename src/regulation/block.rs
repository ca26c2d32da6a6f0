//! The regulation as a whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::calendar::{Calendar, NamedCalendar};
use super::condition::Condition;
use super::ending::{Binding, Escalation, Judgement, Measures, Milestones, Satisfaction};
use super::handling::Assignment;
use super::people::HeldRole;
use super::public::{CostRule, Gap, NamedDocument, Organisation, Publication, Statement};
use super::subject::{Channel, CodeList, EntryRule, Intake, Topic, Topics};
use super::time::{Extension, Term};
use super::workflow::{AskType, CaseField, Step};
use crate::calendar::Counting;
use crate::diagnostics::{Text, text};
use crate::regulation::retention::{Attestation, Confidentiality, Reporting, Retention};
use crate::regulation::roles::Role;
use crate::yaml::group;

/// The step by which a mistake in the log is put right; every regulation has it.
pub const CORRECTION: &str = "correctie";

group! {
    /// One version of a regulation: `regulation.yaml`.
    pub struct Regulation = "regulation" {
        must schema: String as OneOf(&["klacht.regulation/1"]), "soort bestand", "kind of file";
        must title: String, "titel van de tekst", "title of the text";
        /// A case received on or after this day, and before the next version's, is judged by it.
        must valid_from: NaiveDate, "geldt vanaf", "valid from";
        /// The date printed.
        must updated: NaiveDate, "laatst gewijzigd", "last changed";
        may counting: Option<Counting>, "hoe termijnen eindigen", "how terms end";
        may calendar: Option<Calendar>, "werkdagen en klok, als die anders zijn", "working days and clock, where they differ";
        may calendars: Vec<NamedCalendar>, "andere dagen om op te tellen", "other days to count on";
        must organisation: Organisation, "de organisatie", "the organisation";
        must roles: Vec<Role>, "rollen", "roles";
        must channels: Vec<Channel>, "wegen naar binnen", "ways in";
        may intake: Option<Intake>, "wat een klacht bevat", "what a complaint contains";
        /// In the log.
        may entries: Option<EntryRule>, "wat elke stap heeft", "what every entry carries";
        may fields: Vec<CaseField>, "eigen zaakvelden", "own case fields";
        may topics: Topics, "onderwerpen", "topics";
        may causes: Option<CodeList>, "oorzaken", "causes";
        /// The first is the ordinary one.
        may severity: Option<CodeList>, "ernst", "severity";
        must assignment: Assignment, "toewijzing", "assignment";
        must steps: Vec<Step>, "stappen", "steps";
        may terms: Vec<Term>, "termijnen", "terms";
        may extensions: Vec<Extension>, "verlengingen", "extensions";
        may milestones: Milestones, "mijlpalen", "milestones";
        may judgement: Option<Judgement>, "oordeel", "judgement";
        may satisfaction: Vec<Satisfaction>, "tevredenheid", "satisfaction";
        may measures: Option<Measures>, "maatregelen", "measures";
        may escalations: Vec<Escalation>, "naar buiten", "the way out";
        may confidentiality: Option<Confidentiality>, "vertrouwelijkheid", "confidentiality";
        may costs: Option<CostRule>, "kosten", "costs";
        may retention: Option<Retention>, "bewaren", "retention";
        may reporting: Option<Reporting>, "verslag", "reporting";
        may attestations: Vec<Attestation>, "verklaringen", "attestations";
        may documents: Vec<NamedDocument>, "genoemde documenten", "documents named";
        may statements: Vec<Statement>, "zinnen voor de lezer", "sentences for the reader";
        may publication: Option<Publication>, "publicatie", "publication";
        may gaps: Vec<Gap>, "wat open blijft", "what is left open";
        /// By their places, such as `steps/gehoord`, and the title; none without a translation.
        besides english: BTreeMap<String, String>, "The names in English.";
    }
}

impl Regulation {
    /// The name of a rule in both languages, by its place; the Dutch name in both where it was not translated.
    #[must_use]
    pub fn named(&self, place: &str, dutch: &str) -> Text {
        Text::new(dutch, self.english.get(place).map_or(dutch, String::as_str))
    }

    /// The title in both languages.
    #[must_use]
    pub fn titled(&self) -> Text {
        self.named("title", &self.title)
    }

    /// The name of a step; its id when there is no such step. The correction, which no regulation lists, has a name of its own.
    #[must_use]
    pub fn step_name(&self, id: &str) -> Text {
        if id == CORRECTION {
            return text!("Correctie", "Correction");
        }
        self.named(&format!("steps/{id}"), self.step(id).map_or(id, |step| &step.name))
    }

    /// The name of a channel; its id when there is no such channel.
    #[must_use]
    pub fn channel_name(&self, id: &str) -> Text {
        self.named(&format!("channels/{id}"), self.channel(id).map_or(id, |channel| &channel.name))
    }

    /// A part of a step in words: in Dutch it is its own word.
    #[must_use]
    pub fn part_name(&self, step: &Step, part: &str) -> Text {
        self.named(&format!("steps/{}/parts/{part}", step.id), part)
    }

    /// The names of roles that somebody holds, each once; of a deputy that is said.
    #[must_use]
    pub fn roles_names(&self, held: &[&HeldRole]) -> Text {
        let mut names: Vec<Text> = Vec::new();
        for held in held {
            let mut name = self.role_name(&held.role);
            if held.deputy {
                name = text!("{name} (plaatsvervanger)", "{name} (deputy)", name);
            }
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let joined = |side: fn(&Text) -> &str| names.iter().map(side).collect::<Vec<_>>().join(", ");
        Text::new(joined(|name| &name.nl), joined(|name| &name.en))
    }

    /// The name of a term.
    #[must_use]
    pub fn term_name(&self, term: &Term) -> Text {
        self.named(&format!("terms/{}", term.id), &term.name)
    }

    /// The name of a role; its id when there is no such role.
    #[must_use]
    pub fn role_name(&self, id: &str) -> Text {
        self.named(&format!("roles/{id}"), self.role(id).map_or(id, |role| &role.name))
    }

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id == id)
    }

    /// The role with this id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|r| r.id == id)
    }

    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|t| t.id == id)
    }

    /// The channel with this id.
    #[must_use]
    pub fn channel(&self, id: &str) -> Option<&Channel> {
        self.channels.iter().find(|c| c.id == id)
    }

    /// The topic with this id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.list.iter().find(|t| t.id == id)
    }

    /// Whether a gap of this kind is declared.
    #[must_use]
    pub fn declares_gap(&self, about: &str) -> bool {
        self.gaps.iter().any(|g| g.about == about)
    }

    /// Whether the ruling of an external body binds, as far as anybody may say so. A declared gap says that the text is silent: of
    /// a way that leaves it out, or else of one that says no.
    #[must_use]
    pub fn bound_by(&self, way: &Escalation) -> Binding {
        let left_out = self.escalations.iter().any(|e| e.binding == Binding::Unknown);
        match way.binding {
            Binding::No if self.declares_gap("binding") && !left_out => Binding::Unknown,
            said => said,
        }
    }

    /// The type of a key that a step asks for, or of a case field; of the first where several have it.
    #[must_use]
    pub fn kind_of(&self, key: &str) -> Option<AskType> {
        let asked = self.steps.iter().flat_map(|s| &s.asks).find(|ask| ask.key == key).map(|ask| ask.kind);
        asked.or_else(|| self.fields.iter().find(|field| field.id == key).map(|field| field.kind))
    }

    /// Whether a term runs only when a term is overdue that, at last, is itself.
    #[must_use]
    pub fn waits_for_itself(&self, term: &Term) -> bool {
        let (mut open, mut seen) = (vec![term], Vec::new());
        while let Some(next) = open.pop() {
            let mut named = Vec::new();
            next.when.iter().for_each(|when| {
                when.walk(&mut |c| {
                    if let Condition::Overdue(id) = c {
                        named.push(id.clone());
                    }
                });
            });
            if named.contains(&term.id) {
                return true;
            }
            named.retain(|id| !seen.contains(id));
            open.extend(named.iter().filter_map(|id| self.term(id)));
            seen.extend(named);
        }
        false
    }

    /// Whether some condition can come to hold without an entry, by time alone.
    #[must_use]
    pub fn waits_for_time(&self) -> bool {
        let mut found = false;
        for (_, condition) in self.conditions() {
            condition.walk(&mut |c| found |= matches!(c, Condition::Overdue(_)));
        }
        found
    }

    /// How the end of `term` is counted.
    #[must_use]
    pub fn counting_of(&self, term: &Term) -> Counting {
        term.counting.or(self.counting).unwrap_or(Counting::AsStated)
    }

    /// Every condition in the regulation, with the rule it belongs to.
    #[must_use]
    pub fn conditions(&self) -> Vec<(super::RuleRef, &Condition)> {
        use super::RuleRef;
        let steps = self.steps.iter().flat_map(|s| {
            let own = s.when.iter().map(|c| (RuleRef::new("steps", &s.id), c));
            own.chain(s.asks.iter().filter_map(|a| a.when.as_ref().map(|c| (RuleRef::new("steps", &s.id), c))))
        });
        let terms = self.terms.iter().filter_map(|t| t.when.as_ref().map(|c| (RuleRef::new("terms", &t.id), c)));
        let fields = self.fields.iter().filter_map(|f| f.when.as_ref().map(|c| (RuleRef::new("fields", &f.id), c)));
        let ways =
            self.escalations.iter().filter_map(|e| e.when.as_ref().map(|c| (RuleRef::new("escalations", &e.id), c)));
        let kept = self.retention.iter().filter_map(|r| r.when.as_ref().map(|c| (RuleRef::block("retention"), c)));
        let declared =
            self.attestations.iter().filter_map(|a| a.when.as_ref().map(|c| (RuleRef::new("attestations", &a.id), c)));
        steps.chain(terms).chain(fields).chain(ways).chain(kept).chain(declared).collect()
    }
}
