//! What endangers the sealed part: no key in the safe, keys that travel, keys that are lost and still open cases, words that lie in
//! a folder still. Of a register that seals nothing there is nothing to say.

use std::path::Path;

use super::examination::{Patient, Sign, command};
use crate::diagnostics::text;
use crate::register::RegisterError;
use crate::regulation::{People, Regime, SealKey};
use crate::rules::data_protection::CONFIDENTIAL;
use crate::vault::{Vault, VaultError};

/// How folders are called that programs copy to other machines.
const SYNCHRONISED: [&str; 8] =
    ["dropbox", "onedrive", "icloud", "icloud drive", "google drive", "googledrive", "nextcloud", "syncthing"];

/// What there is to say.
pub(super) fn signs(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    let histories = &patient.context.policy.histories;
    let sealing: Vec<(&String, &People)> = histories
        .iter()
        .map(|(id, history)| (id, &history.people))
        .filter(|(_, people)| !people.seal.is_empty())
        .collect();
    if sealing.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (id, people) in &sealing {
        found.extend(recovery(id, people));
    }
    found.extend(lost(patient, &sealing)?);
    found.extend(backups(patient));
    if !patient.register.is_bare() {
        found.extend(travelling(patient));
        found.extend(folder(patient));
        if patient.register.setting("rerere.enabled")?.as_deref() == Some("true") {
            found.push(Sign::warning(
                "sealed",
                text!(
                    "git bewaart opgeloste conflicten buiten de geschiedenis, ook van zaken die zijn vernietigd",
                    "git keeps resolved conflicts outside the history, also of cases that were destroyed"
                ),
                command("git config rerere.enabled false && rm -rf .git/rr-cache"),
            ));
        }
    }
    if found.is_empty() {
        found.push(Sign::good(
            "sealed",
            text!("het verzegelde deel is goed ingericht", "the sealed part is set up well"),
        ));
    }
    Ok(found)
}

fn recovery(regulation: &str, people: &People) -> Option<Sign> {
    (!people.recovery.iter().any(SealKey::is_in_force)).then(|| {
        Sign::fault(
            "sealed",
            text!(
                "voor {regulation} ligt er geen reservesleutel in de kluis: zonder die wordt niets verzegeld",
                "for {regulation} no recovery key lies in the safe: without it nothing is sealed"
            ),
            text!("klacht keys recovery make MAP", "klacht keys recovery make FOLDER"),
        )
    })
}

/// Keys that nobody has any more and that are on a list still.
fn lost(patient: &Patient<'_>, sealing: &[(&String, &People)]) -> Result<Vec<Sign>, RegisterError> {
    let lost: Vec<&str> = sealing
        .iter()
        .flat_map(|(_, people)| people.seal.iter().filter(|key| key.lost.is_some()).map(|key| key.id.as_str()))
        .collect();
    let vault = match Vault::open(patient.register) {
        Err(VaultError::Register(error)) => return Err(error),
        vault => vault.ok().flatten(),
    };
    let Some(vault) = vault.filter(|_| !lost.is_empty()) else { return Ok(Vec::new()) };
    let mut open: Vec<String> = Vec::new();
    for case in vault.cases().unwrap_or_default() {
        let Ok(Some(kept)) = vault.kept(&case) else { continue };
        open.extend(kept.access.may.iter().map(ToString::to_string).filter(|id| lost.contains(&id.as_str())));
    }
    open.sort();
    open.dedup();
    Ok(open
        .into_iter()
        .map(|key| {
            Sign::fault(
                "sealed",
                text!("{key} is kwijt en opent nog zaken", "{key} is lost and still opens cases"),
                command(&format!("klacht keys remove {key} --anew && klacht sync")),
            )
        })
        .collect())
}

/// Where something is destroyed, it must be known when the last backup of it goes.
fn backups(patient: &Patient<'_>) -> Option<Sign> {
    let versions = patient.context.policy.histories.values().flat_map(|history| history.versions.values());
    let destroys = versions
        .filter_map(|version| version.regulation.retention.as_ref())
        .any(|retention| !matches!(retention.regime, Regime::Indefinite | Regime::Unregulated));
    (destroys && patient.context.settings.vault.backups.is_none()).then(|| {
        Sign::warning(
            "sealed",
            text!(
                "er staat nergens hoe lang reservekopieën van de server blijven",
                "nothing says how long backups of the server are kept"
            ),
            text!(
                "zet in klacht.yaml: `vault: {{backups: 30 calendar days}}`",
                "put in klacht.yaml: `vault: {{backups: 30 calendar days}}`"
            ),
        )
    })
}

/// Identities in a folder that goes to other machines, or into the register.
fn travelling(patient: &Patient<'_>) -> Option<Sign> {
    let keys = patient.about.keys.as_deref().filter(|keys| keys.is_dir())?;
    let in_register = patient.register.root().is_some_and(|root| keys.starts_with(root));
    let name = |part: &std::ffi::OsStr| part.to_string_lossy().to_lowercase();
    let copied = |path: &Path| path.iter().any(|part| SYNCHRONISED.iter().any(|known| name(part).starts_with(known)));
    (in_register || copied(keys)).then(|| {
        Sign::fault(
            "sealed",
            text!(
                "uw sleutels liggen in een map die wordt gekopieerd",
                "your keys lie in a folder that is copied elsewhere"
            ),
            text!(
                "verplaats ze, en noem de map: KLACHT_KEYS=MAP",
                "move them, and name the folder: KLACHT_KEYS=FOLDER"
            ),
        )
    })
}

/// Words that lie in a folder still, in plain text.
fn folder(patient: &Patient<'_>) -> Option<Sign> {
    let root = patient.register.root()?;
    let folder = patient.about.confidential.clone().unwrap_or_else(|| root.join(CONFIDENTIAL));
    let holds = std::fs::read_dir(&folder).ok()?.filter_map(Result::ok).any(|entry| entry.path().is_dir());
    holds.then(|| {
        Sign::warning(
            "sealed",
            text!(
                "in de vertrouwelijke map staan nog namen en woorden, onverzegeld",
                "names and words still lie in the confidential folder, unsealed"
            ),
            text!("klacht seal --from MAP --remove --commit", "klacht seal --from FOLDER --remove --commit"),
        )
    })
}
