//! A complaint regulation as data: what it says, the text it quotes, its versions and its people.
//!
//! The types here are read from `regulation.yaml` by way of the tables in [`tables`], which know every key; a value's
//! place is found again by its route (`steps[3].after`), so the types themselves carry no offsets.

mod block;
mod condition;
pub mod coverage;
mod ending;
mod people;
mod reach;
mod read;
mod rule_ref;
pub mod tables;
mod text;
mod time;
mod version;
mod who;
mod workflow;
mod yearbook;

pub use block::{
    Assignment, Channel, CodeList, Contact, CostRule, EntryRule, Exclusion, Gap, HandlerBy, HandlerRule, IncompleteDo,
    IncompleteRule, Intake, Item, MeasuredBy, NamedDocument, Organisation, OwnerRule, Publication, Regulation,
    Statement, Topic, Topics,
};
pub use condition::{Condition, Test, hundredths};
pub use ending::{
    Access, Attestation, Confidentiality, Decision, Discussion, Duty, Escalation, EscalationSteps, Hold, Judgement,
    JudgementItem, Leaves, Means, Measures, Milestones, Per, Regime, Reporting, Retention, Satisfaction, Secrecy,
};
pub use people::{Account, Attested, HeldRole, People, Person, PublicKey};
pub use reach::Reach;
pub use read::{Read, read_file, read_people, read_regulation, read_yearbook};
pub use rule_ref::RuleRef;
pub use text::{RegulationText, Sentence, fold};
pub use time::{Agreed, Extension, Notice, Term};
pub use version::{Dossier, NoVersion, Policy, Version};
pub use who::{Form, Position, Role, RoleKind, Selector};
pub use workflow::{Ask, AskType, CaseField, Does, Each, Ending, For, Need, Step};
pub use yearbook::{DiscussionHeld, Report, TallyRow, Yearbook};
