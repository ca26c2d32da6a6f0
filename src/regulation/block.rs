//! The regulation as a whole, and the blocks that say what a complaint is and who handles it.

use chrono::NaiveDate;
use serde::Deserialize;

use super::condition::Condition;
use super::ending::{
    Attestation, Confidentiality, Escalation, Judgement, Measures, Milestones, Reporting, Retention, Satisfaction,
};
use super::time::{Extension, Term};
use super::who::{Form, Position, Role, Selector};
use super::workflow::{CaseField, Step};
use crate::calendar::Counting;

/// One version of a regulation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// `klacht.regulation/1`.
    pub schema: String,
    /// The title of the text.
    pub title: String,
    /// A case received on or after this day, and before the next version's, is judged by it.
    pub valid_from: NaiveDate,
    /// The date printed as last changed.
    pub updated: NaiveDate,
    /// How the end of a term is counted.
    #[serde(default)]
    pub counting: Option<Counting>,
    /// Whose regulation it is.
    pub organisation: Organisation,
    /// Who there is.
    pub roles: Vec<Role>,
    /// How a complaint comes in.
    pub channels: Vec<Channel>,
    /// What it must contain.
    #[serde(default)]
    pub intake: Option<Intake>,
    /// Facts that only this organisation records.
    #[serde(default)]
    pub fields: Vec<CaseField>,
    /// What every entry of the log must carry.
    pub entries: Option<EntryRule>,
    /// What complaints are about.
    #[serde(default)]
    pub topics: Topics,
    /// Why they arose.
    pub causes: Option<CodeList>,
    /// How grave they are; the first is the ordinary one.
    pub severity: Option<CodeList>,
    /// Who handles, who owns, who may not.
    pub assignment: Assignment,
    /// What is done.
    pub steps: Vec<Step>,
    /// Within what time.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// How terms may be extended.
    #[serde(default)]
    pub extensions: Vec<Extension>,
    /// Which step is which.
    #[serde(default)]
    pub milestones: Milestones,
    /// The scale.
    pub judgement: Option<Judgement>,
    /// Whose satisfaction is asked.
    #[serde(default)]
    pub satisfaction: Vec<Satisfaction>,
    /// Improvements.
    pub measures: Option<Measures>,
    /// The way out.
    #[serde(default)]
    pub escalations: Vec<Escalation>,
    /// Who may know.
    pub confidentiality: Option<Confidentiality>,
    /// What it costs the complainant.
    pub costs: Option<CostRule>,
    /// How long it is kept.
    pub retention: Option<Retention>,
    /// Report and discussion.
    pub reporting: Option<Reporting>,
    /// Declared conduct.
    #[serde(default)]
    pub attestations: Vec<Attestation>,
    /// Documents the text names.
    #[serde(default)]
    pub documents: Vec<NamedDocument>,
    /// Sentences for the reader only.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// What may and must not appear on a page.
    pub publication: Option<Publication>,
    /// What the text leaves open.
    #[serde(default)]
    pub gaps: Vec<Gap>,
}

/// The organisation as it presents itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Display name.
    pub name: String,
    /// Its site.
    pub site: String,
    /// Ways to reach it.
    #[serde(default)]
    pub contact: Vec<Contact>,
}

/// One way to reach the organisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Id.
    pub id: String,
    /// `email`, `phone`, `post`, `visit` or `form`.
    pub kind: String,
    /// The address or number.
    pub value: String,
    /// Whether it may be public.
    #[serde(default)]
    pub publish: bool,
    /// As printed.
    pub label: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// A way in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// Written or oral.
    pub form: Form,
    /// Whether what comes in this way is a complaint or a report.
    pub formal: bool,
    /// The role that receives it.
    pub via: Option<String>,
    /// An id of `organisation.contact`.
    pub contact: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What a complaint must contain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// Positions that the parties must fill.
    #[serde(default)]
    pub parties: Vec<Position>,
    /// Roles that a case ordinarily has, at most one of each.
    #[serde(default)]
    pub usual_parties: Vec<String>,
    /// Data that the sealed part must hold.
    #[serde(default)]
    pub sealed: Vec<String>,
    /// Where it may come from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether somebody may complain for another.
    #[serde(default)]
    pub representation: bool,
    /// What happens when something is missing.
    pub when_incomplete: Option<IncompleteRule>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What an incomplete complaint leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncompleteDo {
    /// The complainant is asked to complete it.
    Ask,
    /// It is not handled.
    Reject,
    /// The terms stand still until it is complete.
    Suspend,
}

/// The step that an incomplete complaint demands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncompleteRule {
    /// What happens.
    #[serde(rename = "do")]
    pub action: IncompleteDo,
    /// The step.
    pub step: String,
    /// The step that ends a suspension.
    pub until: Option<String>,
}

/// What every entry of the log must carry, whatever its step; a correction is excepted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryRule {
    /// Keys.
    pub require: Vec<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What complaints are about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// A case may have more than one.
    #[serde(default)]
    pub several: bool,
    /// A case has at least so many.
    #[serde(default)]
    pub at_least: usize,
    /// `required`: one of them is the main one.
    #[serde(default)]
    pub main: Option<String>,
    /// What this organisation calls them.
    pub name: Option<String>,
    /// The list.
    pub list: Vec<Topic>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

impl Topics {
    /// Whether a main topic must be named.
    #[must_use]
    pub fn main_required(&self) -> bool {
        self.main.as_deref() == Some("required")
    }
}

/// One topic.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// The role that handles it.
    pub assign_to: Option<String>,
    /// A party with this role must be named.
    pub needs_party: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A list of codes: causes, degrees of severity.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// The step at which one must be there.
    pub required_at: Option<String>,
    /// The list.
    pub list: Vec<Item>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// One code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// By what the handler is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandlerBy {
    /// One role, always.
    Fixed,
    /// The main topic.
    Topic,
    /// Who looks after the client.
    Account,
}

/// Who handles.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandlerRule {
    /// By what.
    pub by: HandlerBy,
    /// The role, when fixed.
    pub role: Option<String>,
    /// All roles that may.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The case field that names the client.
    pub account_field: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Who owns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerRule {
    /// The role.
    pub role: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Who may not (conflict of interest; compare Awb 9:7).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Id.
    pub id: String,
    /// `handler`, or a step.
    pub who: String,
    /// `consulted`: whom the entry of that step names under `with`, instead of who took it.
    #[serde(rename = "as")]
    pub part: Option<String>,
    /// May not be one of these.
    pub not: Vec<Selector>,
    /// The step by which a substitute is appointed.
    pub substitute: Option<String>,
    /// An entry may say `waiver: <reason>`.
    #[serde(default)]
    pub waivable: bool,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// Assignment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The steps that name the handler.
    pub step: Vec<String>,
    /// Who handles.
    pub handler: HandlerRule,
    /// Who owns.
    pub owner: Option<OwnerRule>,
    /// Who may not.
    #[serde(default)]
    pub exclude: Vec<Exclusion>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What it costs the complainant.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRule {
    /// `none`, `unknown` or an amount.
    pub complainant: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// A document that the text names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedDocument {
    /// Id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: Option<String>,
    /// When somebody last looked.
    pub verified_on: Option<NaiveDate>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A sentence for the reader only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Id.
    pub id: Option<String>,
    /// `goal`, `promise`, `context`, `policy` or `explanation`.
    pub kind: String,
    /// The figure that shows whether it is true.
    pub measured_by: Option<MeasuredBy>,
    /// The words.
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// The figure that shows whether a statement is true.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasuredBy {
    /// Which figure.
    pub figure: String,
    /// The ids that count; all when there are none.
    #[serde(default)]
    pub values: Vec<String>,
}

/// What may and must not appear on a page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Whether there is a download.
    #[serde(default)]
    pub download: bool,
    /// Texts that never appear.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// The address of the page.
    pub canonical: Option<String>,
}

/// Something that the text leaves open, said openly.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// Why it is left open.
    pub why: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

impl Regulation {
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
