//! A complaint regulation as data: what it says, the text it quotes, its versions and its people.
//!
//! The types here are read from `regulation.yaml` as they are declared here, each key once ([`group!`](crate::yaml)); a value's
//! place is found again by its route (`steps[3].after`), so the types themselves carry no offsets.

mod block;
mod calendar;
mod condition;
pub mod coverage;
mod difference;
mod ending;
mod handling;
mod names;
mod people;
mod precedence;
mod public;
mod read;
mod retention;
mod roles;
mod rule_ref;
mod shared;
mod subject;
mod text;
mod time;
mod translation;
mod version;
mod workflow;

pub use block::{CORRECTION, Regulation};
pub use calendar::{Calendar, ClosedDays, DayOfWeek, HOME, Holidays, NamedCalendar, OwnDays, TermDays};
pub use condition::{Condition, Moment, Test, hundredths};
pub use difference::{Difference, Facet, Group, Switch, What, differences};
pub use ending::{
    Binding, Duty, Escalation, EscalationSteps, Judgement, JudgementItem, Means, MeasureTaken, Measures, Milestones,
    Satisfaction,
};
pub use handling::{Assignment, Exclusion, HandlerBy, HandlerRule, OwnerRule, Substitute};
pub use names::Names;
pub use people::{Account, Attested, HeldRole, People, Person, PublicKey};
pub use precedence::Precedence;
pub use public::{AddressAs, Contact, CostRule, Gap, MeasuredBy, NamedDocument, Organisation, Publication, Statement};
pub use read::{Read, read_file, read_people, read_regulation, read_words};
pub use retention::{
    Access, Attestation, Confidentiality, Decision, Discussion, Disposition, Hold, Per, Regime, Reporting, Retention,
    Secrecy,
};
pub use roles::{Form, Position, Role, RoleKind, Selector};
pub use rule_ref::RuleRef;
pub use subject::{Channel, CodeList, EntryRule, IncompleteDo, IncompleteRule, Intake, Item, SEALED, Topic, Topics};
pub use text::{Block, RegulationText, Sentence, Shape, UnreadText, article_number, events, fold};
pub use time::{Agreed, Extension, Notice, Permit, Term, Things, Until};
pub use translation::{Translation, Words, name_of, names};
pub use version::{NoVersion, Policy, RegulationHistory, Version};
pub use workflow::{Ask, AskType, CaseField, Does, Each, Ending, For, Ground, Limits, Need, Step};
