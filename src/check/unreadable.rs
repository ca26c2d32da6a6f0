//! Small translations between what other rooms say and what the rules on history want to hear.

use crate::change::EntryKey;
use crate::register::{FaultKind, RegisterError, SignatureStatus};
use crate::rules::Message;
use crate::rules::history::{g701, g712, g715};

/// The step that an entry of a parent's log recorded.
#[must_use]
pub fn step_at(logs: &[&[EntryKey]], parent: usize, at: usize) -> String {
    let text = logs.get(parent).and_then(|log| log.get(at)).map_or("", |e| e.text.as_str());
    crate::check::commit::previous::step_in(text).to_owned()
}

/// Why a signature does not count.
#[must_use]
pub fn signature(verdict: &SignatureStatus) -> Message {
    g715::say(match verdict {
        SignatureStatus::Unsigned | SignatureStatus::Good { .. } => g715::SignatureFault::Unsigned,
        SignatureStatus::NotValidThen { fingerprint } => g715::SignatureFault::NotValidThen(fingerprint),
        SignatureStatus::UnknownKey { fingerprint } => g715::SignatureFault::UnknownKey(fingerprint),
        SignatureStatus::Unreadable => g715::SignatureFault::Unreadable,
        SignatureStatus::WrongPurpose => g715::SignatureFault::WrongPurpose,
        SignatureStatus::Bad => g715::SignatureFault::Bad,
    })
}

/// What is wrong with an entry of a tree.
#[must_use]
pub fn tree(kind: &FaultKind) -> Message {
    g701::say(&kind.message(), &kind.remedy())
}

/// What cannot be read, and why.
#[must_use]
pub fn unreadable(error: &RegisterError) -> Message {
    match error {
        RegisterError::Shallow(id) => g712::say(g712::Unreadable::Shallow(&id.to_string())),
        RegisterError::Missing(id) => g712::say(g712::Unreadable::Missing(&id.to_string())),
        RegisterError::NotFetched(id) => g712::say(g712::Unreadable::NotFetched(&id.to_string())),
        RegisterError::Malformed(id) => g712::say(g712::Unreadable::Malformed(&id.to_string())),
        other => Message::new(other.message(), other.remedy()),
    }
}
