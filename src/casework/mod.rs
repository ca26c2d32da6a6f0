//! Case work: one case opened, changed and put back. Nothing changes but what was meant, and nothing that `check` would refuse
//! is ever written. A folder for each thing that is done:
//!
//! - `open_case`: the workspace, as much of the register as one case needs; one writer at a time; an edit judged before it is
//!   written.
//! - `new_case`: a new case: its id, what its regulation asks, the cases that say the same.
//! - `take_step`: one step: what it still asks, who may take it, the entry as it is written.
//! - `add`: what comes to light after a case was opened.
//! - `destroy`: how a case is destroyed, and the stub that is left of it.
//! - `sealed`: words and files sealed for a case, and named in its file.
//! - `report`: a case and its steps for a reader.
//! - `case_index`: all cases at a glance, and what is due.
//! - `prompt`, `normalise`: an answer that is still missing; values as people type them.

mod add;
pub mod case_index;
mod destroy;
mod error;
mod new_case;
mod normalise;
mod open_case;
mod prompt;
mod report;
mod sealed;
mod take_step;

pub use add::addition::Addition;
pub(crate) use add::addition::{CHARGED, EARLIER, HOLD, known_of};
pub(crate) use case_index::candidates::{Candidates, KnownCase, Opened};
pub(crate) use destroy::certificate::{Certificate, History, Seen, Server, Wait, past_of};
pub use destroy::destruction::destroyers;
pub(crate) use destroy::destruction::{Destruction, destruction, may_go, to_choose};
pub(crate) use destroy::plan::{Going, Plan, plan};
pub(crate) use destroy::replay::put_back;
pub(crate) use destroy::stub::{Stub, still_kept, stub};
pub use error::CaseworkError;
pub(crate) use new_case::duplicates::duplicates;
pub use new_case::free_id::free_id;
pub use new_case::party::PERSON;
pub(crate) use new_case::question_texts::sealed_name;
pub use new_case::questions::Counter;
pub(crate) use new_case::questions::FIELD;
pub(crate) use new_case::written_case::{NewCase, NewParty};
pub(crate) use normalise::field_choices;
pub use open_case::judged_edit::judge_edit;
pub(crate) use open_case::store::remove;
pub use open_case::store::{Lock, create, replace};
pub use open_case::workspace::Workspace;
pub(crate) use open_case::workspace::{CaseFile, is_register, register_at, there, would_be};
pub(crate) use prompt::{Choice, named, suggestion};
pub use prompt::{Prompt, Values, complete};
pub use report::case_report::case_report;
pub(crate) use report::case_report::{CaseReport, ClockView, DutyView, Event};
pub use report::step_cards::cards;
pub(crate) use report::step_cards::{StepCard, reckoning};
pub(crate) use sealed::contents::{Contents, LETTER};
pub(crate) use sealed::fates::{Fates, stubs};
pub(crate) use sealed::folder::{pieces as pieces_of, say_the_same};
pub(crate) use sealed::known::known;
pub(crate) use sealed::naming_pieces::{PieceLine, with_pieces, without_piece};
pub(crate) use sealed::office::{Office, kind_name, readers, readers_of, seals};
pub(crate) use sealed::opened::{Numbered, OpenedCase, letters, opened};
pub(crate) use sealed::reach::{Listed, Reach};
pub(crate) use sealed::trusted::{trust, trusted};
pub(crate) use sealed::who::{Person, harmless, names as names_of, persons};
pub(crate) use take_step::eligible::parties_or_staff;
pub(crate) use take_step::log_entry::{appended, entry_of};
pub use take_step::short_verb::Short;
pub(crate) use take_step::short_verb::{possible_now, step_choices};
pub use take_step::step_form::StepForm;
pub use take_step::written_step::drafted;
pub(crate) use take_step::written_step::{ATTEST, ATTEST_BY, CHANNEL, DAY, corrects_nothing};
