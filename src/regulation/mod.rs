//! A complaint regulation as data: what it says, the text it quotes, its versions and its people.
//!
//! The types here are read from `regulation.yaml` as they are declared here, each key once ([`group!`](crate::yaml)); a value's
//! place is found again by its route (`steps[3].after`), so the types themselves carry no offsets.

mod block;
mod calendar;
mod condition;
pub(crate) mod coverage;
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
pub(crate) use calendar::{Calendar, ClosedDays, HOME, Holidays, NamedCalendar, OwnDays};
pub(crate) use condition::{Condition, Moment, Test, hundredths};
pub(crate) use difference::{Difference, Group, differences};
pub use ending::Duty;
pub(crate) use ending::{Binding, Escalation, Means, Milestones, Satisfaction};
pub(crate) use handling::Exclusion;
pub use handling::HandlerBy;
pub(crate) use names::Names;
pub(crate) use people::{Account, Attested, HeldRole, PublicKey, SealKey};
pub use people::{People, Person};
pub use precedence::Precedence;
pub(crate) use public::{AddressAs, Contact, MeasuredBy, Organisation};
pub(crate) use read::{Read, read_file, read_words};
pub use read::{read_people, read_regulation};
pub(crate) use retention::{Access, Attestation, Decision, Hold, Regime, Reporting, Retention};
pub use retention::{Disposition, Per};
pub(crate) use roles::Form;
pub use roles::{Position, Role, RoleKind, Selector};
pub use rule_ref::RuleRef;
pub(crate) use subject::{Channel, IncompleteDo, IncompleteRule, Item, SEALED, Topic};
pub(crate) use text::{Block, Sentence, Shape, article_number, events, fold};
pub use text::{RegulationText, UnreadText};
pub(crate) use time::{Agreed, Extension, Notice, Permit, Term};
pub(crate) use translation::{Translation, Words, name_of, names};
pub(crate) use version::NoVersion;
pub use version::{Policy, RegulationHistory, Version};
pub use workflow::{Ask, AskType, Does, For, Need, Step};
pub(crate) use workflow::{CaseField, Each, Ending, Limits};
