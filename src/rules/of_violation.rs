//! From what a case lacks to the rule that reports it, and to what the rule says.

use super::case_file::c112;
use super::roles::{r401, r402, r403, r404, r406, r410, r413, r414};
use super::terms::{t301, t302, t303, t304, t305, t306, t307, t308};
use super::workflow::{
    w201, w202, w203, w204, w205, w206, w207, w208, w209, w210, w211, w212, w213, w214, w215, w216, w217, w218, w219,
    w220, w221, w222, w223, w224, w225,
};
use super::{Message, Rule};
use crate::docket::{Docket, ViolationKind as Kind};
use crate::regulation::Position;

impl Rule {
    /// The rule that a violation belongs to, and what it says of it. A kind without a rule does not compile.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one line a kind, and all of them in one place")]
    pub fn of(kind: &Kind, docket: &Docket<'_>) -> (&'static Self, Message) {
        match kind {
            Kind::UnknownStep { step, near } => (&w201::RULE, w201::say(docket, step, near.as_deref())),
            Kind::Before { step, needs, detail } => (&w202::RULE, w202::say(docket, step, needs, detail.as_deref())),
            Kind::NoOccasion { step } => (&w203::RULE, w203::say(docket, step)),
            Kind::Unfinished { closing, step, detail } => {
                (&w204::RULE, w204::say(docket, closing, step, detail.as_deref()))
            }
            Kind::PartMissing { step, part } => (&w204::RULE, w204::without_part(docket, step, part)),
            Kind::AfterEnd { step, ended_by } => (&w205::RULE, w205::say(docket, step, ended_by)),
            Kind::AfterRuling { step, escalation } => (&w206::RULE, w206::say(docket, step, escalation)),
            Kind::DataMissing { step, key, kind } => (&w207::RULE, w207::say(docket, step, key, *kind)),
            Kind::DataUnknown { step, key, near } => (&w208::RULE, w208::say(docket, step, key, near.as_deref())),
            Kind::NotReceived { step, who, missing, how } => (&w209::RULE, w209::say(docket, step, who, missing, *how)),
            Kind::NotForThem { step, key, how } => (&w210::RULE, w210::say(docket, step, key, *how)),
            Kind::WrongForm { step, channel, wanted } => (&w211::RULE, w211::wrong_form(docket, step, channel, wanted)),
            Kind::WrongChannel { step, channel, allowed: _ } => {
                (&w211::RULE, w211::wrong_channel(docket, step, channel.as_deref()))
            }
            Kind::UnknownPart { step, part, allowed } => (&w212::RULE, w212::say(docket, step, part, allowed)),
            Kind::BeforeReceipt { step } => (&w213::RULE, w213::before_receipt(docket, step)),
            Kind::OutOfOrder { step, previous } => (&w213::RULE, w213::out_of_order(docket, step, *previous)),
            Kind::WrongKind { step, report } => (&w214::RULE, w214::say(docket, step, *report)),
            Kind::Topics { why } => (&w215::RULE, w215::say(docket, why)),
            Kind::NeedsParty { topic, role } => (&w215::RULE, w215::without_party(docket, topic, role)),
            Kind::Twice { step } => (&w216::RULE, w216::say(docket, step)),
            Kind::DataWrong { step, key, kind, values } => (&w217::RULE, w217::say(docket, step, key, *kind, values)),
            Kind::DataSeveral { step, key, kind } => (&w217::RULE, w217::several(docket, step, key, *kind)),
            Kind::OutOfBounds { step: Some(step), key, limits } => {
                (&w217::RULE, w217::beyond(docket, step, key, *limits))
            }
            Kind::OutOfBounds { step: None, key, limits } => (&c112::RULE, c112::beyond(docket, key, *limits)),
            Kind::Disagrees { step, key, with, how } => (&w218::RULE, w218::say(docket, step, key, with, *how)),
            Kind::Charged => (&w219::RULE, w219::say(docket)),
            Kind::NotAttested { attestation, party } => (&w220::RULE, w220::say(docket, attestation, party.as_deref())),
            Kind::BadCorrection { of } => (&w221::RULE, w221::say(docket, of)),
            Kind::NotWaivable { step, ground, allowed } => (&w222::RULE, w222::say(docket, step, ground, allowed)),
            Kind::GroundUntrue { step, ground } => (&w222::RULE, w222::untrue(docket, step, ground)),
            Kind::FactMissing { field, kind } => (&w223::RULE, w223::say(docket, field, *kind)),
            Kind::OnlyTicked { fields, party } => (&w225::RULE, w225::say(fields, party.as_deref())),
            Kind::IntakeIncomplete { missing, step } => (&w224::RULE, w224::say(docket, missing, step.as_deref())),

            Kind::UnknownValue { key, near, allowed, value: _ } => {
                (&c112::RULE, c112::say(key, near.as_deref(), allowed))
            }
            Kind::FactWrong { field, kind, values } => (&c112::RULE, c112::of_fact(docket, field, *kind, values)),

            Kind::UnknownWho { key, may, field: _ } => (&r401::RULE, r401::say(docket, key, may)),
            Kind::WrongActor { step, key, wanted, may } => (&r402::RULE, r402::say(docket, step, key, wanted, may)),
            Kind::NoActor { step, wanted, may } => (&r402::RULE, r402::of_nobody(docket, step, wanted, may)),
            Kind::WrongHandler { key, wanted, may, why } => (&r403::RULE, r403::say(docket, key, wanted, may, *why)),
            Kind::Conflict { step, key, is, substitute, waivable, exclusion: _ } => {
                (&r404::RULE, r404::say(docket, step, key, is, substitute.as_deref(), *waivable))
            }
            Kind::PersonUnknown { step, party, exclusion: _ } => (&r404::RULE, r404::unknown(docket, step, party)),
            Kind::WrongEscalator { step, key, who } => (&r406::RULE, r406::say(docket, step, key, who)),
            Kind::BadAttestation { attestation, by, known } => {
                (&r410::RULE, r410::say(docket, attestation, by, *known))
            }
            Kind::WrongPosition { role, position } => (&r413::RULE, r413::say(docket, role, position)),
            Kind::NoComplainant => (&r413::RULE, r413::empty(docket, Position::Complainant.word())),
            Kind::PositionEmpty { position } => (&r413::RULE, r413::empty(docket, position)),
            Kind::UnusualParty { role } => (&r413::RULE, r413::unusual(docket, role)),
            Kind::NotThatRole { party, person, role } => (&r414::RULE, r414::say(docket, party, person, role)),

            Kind::Late { term, step, due, on, hard: true, accounted: false } => {
                (&t301::RULE, t301::say(docket, term, step, due, *on))
            }
            Kind::Late { term, step, due, on, hard: true, accounted: true } => {
                (&t302::RULE, t302::say(docket, term, step, due, *on))
            }
            Kind::Late { term, step, due, on, hard: false, accounted } => {
                (&t303::RULE, t303::say(docket, term, step, due, *on, *accounted))
            }
            Kind::NoticeTooLate { term, due, on } => (&t304::RULE, t304::say(docket, term, *due, *on)),
            Kind::TooLong { term, limit, with } => (&t305::RULE, t305::too_long(docket, term, *limit, with.as_deref())),
            Kind::TooOften { term, times, with } => {
                (&t305::RULE, t305::too_often(docket, term, *times, with.as_deref()))
            }
            Kind::NotLater { term, key, due } => (&t306::RULE, t306::say(docket, term, key, *due)),
            Kind::NoticeMissing { term, step, due, found } => {
                (&t307::RULE, t307::say(docket, term, step, *due, *found))
            }
            Kind::BeyondTerm { step, key, term, due } => (&t308::RULE, t308::say(docket, step, key, term, *due)),
        }
    }
}
