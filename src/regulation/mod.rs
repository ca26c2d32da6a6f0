//! A complaint regulation as data: what it says, the text it quotes, its versions and its people.
//!
//! The types here are read from `regulation.yaml` by way of the tables in [`tables`], which know every key; a value's
//! place is found again by its route (`steps[3].after`), so the types themselves carry no offsets.

mod block;
mod condition;
pub mod coverage;
mod difference;
mod ending;
mod handling;
mod keeping;
mod people;
mod public;
mod reach;
mod read;
mod rule_ref;
mod subject;
pub mod tables;
mod text;
mod time;
mod translation;
mod version;
mod who;
mod workflow;
mod yearbook;

pub use block::{CORRECTION, Regulation};
pub use condition::{Condition, Test, hundredths};
pub use difference::{Difference, Facet, Group, Switch, What, differences};
pub use ending::{
    Duty, Escalation, EscalationSteps, Judgement, JudgementItem, Means, Measures, Milestones, Satisfaction,
};
pub use handling::{Assignment, Exclusion, HandlerBy, HandlerRule, OwnerRule};
pub use keeping::{
    Access, Attestation, Confidentiality, Decision, Discussion, Hold, Leaves, Per, Regime, Reporting, Retention,
    Secrecy,
};
pub use people::{Account, Attested, HeldRole, People, Person, PublicKey};
pub use public::{Contact, CostRule, Gap, MeasuredBy, NamedDocument, Organisation, Publication, Statement};
pub use reach::Reach;
pub use read::{Read, read_file, read_people, read_regulation, read_words, read_yearbook};
pub use rule_ref::RuleRef;
pub use subject::{Channel, CodeList, EntryRule, IncompleteDo, IncompleteRule, Intake, Item, Topic, Topics};
pub use text::{Block, RegulationText, Sentence, Shape, UnreadText, article_number, events, fold};
pub use time::{Agreed, Extension, Notice, Term};
pub use translation::{Translation, Words, name_of, names};
pub use version::{Dossier, NoVersion, Policy, Version};
pub use who::{Form, Position, Role, RoleKind, Selector};
pub use workflow::{Ask, AskType, CaseField, Does, Each, Ending, For, Need, Step};
pub use yearbook::{DiscussionHeld, Learned, Report, TallyKind, TallyRow, Yearbook};
