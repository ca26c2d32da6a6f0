//! All that is sealed, judged as a server with the hook judges what is pushed: for a forge that runs no hooks, as a check that must
//! pass.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::check::tree::whole::Verdict;
use crate::check::vault::gate::{VAULT, VaultGate};
use crate::context::Context;
use crate::diagnostics::Sink;
use crate::paths::{self, is_case};
use crate::register::{Id, Register, RegisterError, Snapshot, TIDIED, Update};

/// Judges every reference of what is sealed in this repository, and the pieces that the cases of its last commit name.
pub(crate) fn check_sealed(register: &Register, today: NaiveDate) -> Result<Verdict, RegisterError> {
    let head = register.head()?;
    let settings = head.map(|head| Context::read_settings_only(&register.at_commit(head)?)).transpose()?;
    let settings = settings.map(|context| context.settings.vault).unwrap_or_default();
    let all = register.references()?.into_iter().filter(|(name, _)| name.starts_with(VAULT) && name != TIDIED);
    let updates: Vec<Update> = all.map(|(name, id)| Update { old: None, new: Some(id), name }).collect();
    let mut gate = VaultGate::new(register, head, settings, today, &[], &updates);
    gate.stands = true;
    let mut sink = Sink::new();
    for update in &updates {
        sink.extend(gate.reference(&register.classify(update.clone())?)?);
    }
    if let Some(head) = head {
        sink.extend(gate.named(&[(None, head)], &cases(register, head)?)?);
    }
    Ok(Verdict { findings: sink.into_findings(), checked: updates.len(), ..Verdict::default() })
}

fn cases(register: &Register, head: Id) -> Result<BTreeSet<String>, RegisterError> {
    let files = register.at_commit(head)?.list(paths::CASES)?.files;
    Ok(files.into_iter().map(|file| file.path).filter(|path| is_case(path)).collect())
}
