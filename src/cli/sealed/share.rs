//! `klacht keys add`, `klacht keys remove`: another list of readers, for one case or for all.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::args::ShareKey;
use super::hands::Hands;
use super::people::{named, people, recipients};
use crate::case::CaseId;
use crate::casework::{Workspace, readers_of, trusted};
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::sealing::{Identity, SealId};
use crate::vault::{Readers, Shared, Vault, VaultError};

/// A case, as far as its readers go.
pub struct Case {
    /// The regulation.
    pub regulation: String,
    /// The persons who may read it by that.
    pub readers: BTreeSet<String>,
}

/// The cases of a register.
pub struct Cases(BTreeMap<String, Case>);

impl Case {
    /// Takes off a list whose role has ended since, and keys that are no longer in force: it could not be pushed with these.
    pub fn keep(&self, may: &mut BTreeSet<SealId>, readers: &Readers) {
        let in_force = readers.ids();
        may.retain(|id| in_force.contains(id) && (id.is_recovery() || self.readers.contains(&id.person)));
    }
}

impl Cases {
    /// All that are not destroyed, with who may read them on a day.
    pub fn of(workspace: &Workspace, day: NaiveDate) -> Result<Self, Failure> {
        let (all, _) = workspace.each(|file, docket| {
            let readers = readers_of(docket, day).into_iter().collect();
            let case = Case { regulation: file.regulation.clone(), readers };
            file.case.destroyed.is_none().then(|| (file.case.id.to_string(), case))
        })?;
        Ok(Self(all.into_iter().collect()))
    }

    /// Those of which something is sealed here.
    pub fn of_vault(&self, vault: &Vault) -> Result<Vec<(String, &Case)>, Failure> {
        Ok(vault.cases()?.into_iter().filter_map(|id| self.0.get(&id).map(|case| (id, case))).collect())
    }
}

/// How many cases went how.
#[derive(Debug, Default)]
pub struct Counted {
    changed: usize,
    already: usize,
    not_for_me: usize,
    not_allowed: usize,
}

impl Counted {
    /// One more.
    pub fn count(&mut self, shared: Shared) {
        match shared {
            Shared::Changed => self.changed += 1,
            Shared::Already => self.already += 1,
            Shared::NotForMe => self.not_for_me += 1,
        }
    }
}

/// Says how it went.
pub fn told(counted: &Counted, out: &Output) {
    let Counted { changed, already, not_for_me, not_allowed } = counted;
    let lines = [
        (changed, text!("gewijzigd: {changed}", "changed: {changed}")),
        (already, text!("al goed: {already}", "right already: {already}")),
        (not_for_me, text!("niet te openen door u: {not_for_me}", "not yours to open: {not_for_me}")),
        (not_allowed, text!("niet volgens de regeling: {not_allowed}", "not allowed by the regulation: {not_allowed}")),
    ];
    let said: Vec<&str> = lines.iter().filter(|(many, _)| **many > 0).map(|(_, said)| said.in_(out.lang)).collect();
    out.note(&said.join("; "));
    if *changed > 0 {
        out.note(text!("Stuur het in: klacht sync", "Send it: klacht sync").in_(out.lang));
    }
}

/// `klacht keys add`, where somebody comes in, and `klacht keys remove`.
pub fn run(
    args: &ShareKey,
    comes_in: bool,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    Sharing { args, workspace, comes_in }.run(global, world, out)
}

/// Somebody who comes in, or leaves.
struct Sharing<'a> {
    args: &'a ShareKey,
    workspace: &'a Workspace,
    comes_in: bool,
}

impl Sharing<'_> {
    fn run(&self, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
        let (args, workspace) = (self.args, self.workspace);
        let of_safe = args.key == SealId::RECOVERY || args.key.parse().is_ok_and(|id: SealId| id.is_recovery());
        if !self.comes_in && of_safe {
            return Err(Failure::Usage(
                text!("zonder reservesleutel blijft geen zaak", "no case is left without a recovery key"),
                text!(
                    "neem een nieuwe: `klacht keys recovery renew MAP`",
                    "take a new one: `klacht keys recovery renew FOLDER`"
                ),
            ));
        }
        trusted(workspace)?;
        let vault = Vault::open(&workspace.register)?;
        let Some(vault) = vault else { return Err(VaultError::Nothing(args.key.clone()).into()) };
        let only: BTreeSet<String> = args.cases.iter().map(|id| full(id)).collect::<Result<_, _>>()?;
        let identities = Hands::new(&workspace.register, global, world, out)?.needed(&recipients(workspace))?;
        let cases = Cases::of(workspace, day_of(workspace, global, world))?;
        let (mut counted, mut known, mut refused) = (Counted::default(), false, None);
        for (id, case) in cases.of_vault(&vault)? {
            if !only.is_empty() && !only.contains(&id) {
                continue;
            }
            match self.of_case(&vault, &id, case, &identities) {
                Ok(None) => counted.not_allowed += 1,
                Ok(Some(shared)) => counted.count(shared),
                Err(failure @ Failure::Usage(..)) if !known => {
                    refused.get_or_insert(failure);
                    continue;
                }
                Err(failure) => return Err(failure),
            }
            known = true;
        }
        if let Some(refused) = refused.filter(|_| !known) {
            return Err(refused);
        }
        told(&counted, out);
        Ok(0)
    }

    /// What came of one case; nothing where its regulation does not let the person read it.
    fn of_case(
        &self,
        vault: &Vault,
        id: &str,
        case: &Case,
        identities: &[Identity],
    ) -> Result<Option<Shared>, Failure> {
        let Some(people) = people(self.workspace, &case.regulation) else { return Ok(None) };
        // Whoever leaves does so with old keys as well.
        let ids: BTreeSet<SealId> = named(people, &self.args.key, !self.comes_in)?.into_iter().collect();
        let allowed = |id: &SealId| id.is_recovery() || case.readers.contains(&id.person);
        if self.comes_in && !ids.iter().all(allowed) {
            return Ok(None);
        }
        let readers = Readers::in_force(people)?;
        let wanted = |may: &BTreeSet<SealId>| {
            let mut may: BTreeSet<SealId> = if self.comes_in {
                may.union(&ids).cloned().collect()
            } else {
                may.difference(&ids).cloned().collect()
            };
            case.keep(&mut may, &readers);
            may
        };
        Ok(Some(vault.share(id, identities, &readers, self.args.anew, &wanted)?))
    }
}

/// An id as files are named by it, however it was typed.
fn full(id: &str) -> Result<String, Failure> {
    CaseId::parse_normalised(id).map(|id| id.to_string()).map_err(|_| {
        Failure::Usage(
            text!("`{id}` is geen zaaknummer", "`{id}` is not a case id"),
            text!("schrijf het als `K26-7F3QXM`", "write it as `K26-7F3QXM`"),
        )
    })
}
