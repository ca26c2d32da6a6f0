//! `klacht keys` (sleutels): the keys of persons, by which they read what is sealed.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::{Keys, NewKey, OneKey, Recovery};
use super::hands::Hands;
use super::people::{Change, Seat, named, next_key, people, recipients, seats};
use super::share::{Cases, told};
use super::{list_of_keys, recovery, session, share};
use crate::casework::{Lock, Workspace, trust, trusted};
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::sealing::{Identity, SealId};
use crate::vault::{Readers, Vault};

/// Runs it; the exit code.
pub fn run(action: &Keys, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    match action {
        Keys::New(args) => new(args, &workspace, global, world, out),
        Keys::Status => list_of_keys::run(&workspace, world, out),
        Keys::Add(args) => share::run(args, true, &workspace, global, world, out),
        Keys::Remove(args) => share::run(args, false, &workspace, global, world, out),
        Keys::Renew(args) => renew(args, &workspace, global, world, out),
        Keys::Lock => {
            recipients(&workspace).iter().for_each(session::forget);
            Ok(0)
        }
        Keys::Retire(args) => retire(args, &workspace, global, world, out),
        Keys::Trust(args) => right(&args.key, &workspace, out),
        Keys::Lost(args) => lost(args, &workspace, global, world, out),
        Keys::Recovery { action: Recovery::Make(args) } => recovery::make(args, &workspace, global, world, out),
        Keys::Recovery { action: Recovery::Renew(args) } => recovery::renew(args, &workspace, global, world, out),
        Keys::Recovery { action: Recovery::Use(args) } => recovery::put_to_use(args, &workspace, global, world, out),
    }
}

/// Takes a key for the right one that is another than this desk saw before.
fn right(key: &str, workspace: &Workspace, out: &Output) -> Result<u8, Failure> {
    let histories = workspace.context.policy.histories.values();
    let mut all = histories.flat_map(|history| history.people.seal.iter().chain(&history.people.recovery));
    if !all.any(|known| known.id == key) {
        return Err(Failure::Usage(
            text!("people.yaml kent de sleutel {key} niet", "people.yaml does not know the key {key}"),
            text!("kijk welke er zijn: `klacht keys status`", "look which there are: `klacht keys status`"),
        ));
    }
    let said = if trust(workspace, key)? {
        text!("{key} geldt hier nu als de juiste sleutel.", "{key} counts as the right key here from now on.")
    } else {
        text!("{key} was hier al de juiste sleutel.", "{key} was the right key here already.")
    };
    out.note(said.in_(out.lang));
    Ok(0)
}

/// A new identity here, and its public half where each regulation knows the person.
fn begun(
    workspace: &Workspace,
    seats: &[Seat],
    hands: &Hands<'_>,
    keep: crate::cli::case::args::Keep,
) -> Result<(Identity, BTreeMap<String, SealId>), Failure> {
    let identity = Identity::generate();
    if !keep.dry_run {
        hands.keyring.put(&identity, &hands.new_passphrase()?)?;
    }
    let next =
        |seat: &Seat| Some((seat.regulation.clone(), next_key(people(workspace, &seat.regulation)?, &seat.person)));
    Ok((identity, seats.iter().filter_map(next).collect()))
}

fn new(args: &NewKey, workspace: &Workspace, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let seats = seats(workspace, world)?;
    let hands = Hands::new(&workspace.register, global, world, out)?;
    let day = day_of(workspace, global, world);
    let lock = Lock::take(workspace)?;
    let (identity, ids) = begun(workspace, &seats, &hands, args.keep)?;
    let mut change = Change::new(workspace);
    for (regulation, id) in &ids {
        change.add(regulation, "seal", id, &identity.recipient(), day)?;
    }
    change.keep(args.keep, "Sleutel om te lezen wat verzegeld is", out)?;
    drop(lock);
    if args.keep.dry_run {
        return Ok(0);
    }
    let place = hands.keyring.dir().display();
    let said = text!(
        "Uw sleutel ligt in {place}, achter uw wachtzin. Dien de regel in people.yaml in; daarna laat een collega u toe: klacht keys add {key}",
        "Your key lies in {place}, behind your passphrase. Commit the line in people.yaml and push it; then a colleague lets you in: klacht keys add {key}",
        place,
        key = ids.values().next().map_or_else(String::new, ToString::to_string)
    );
    out.note(said.in_(out.lang));
    let without = ids.keys().any(|regulation| people(workspace, regulation).is_some_and(|p| p.recovery.is_empty()));
    if without {
        let said = text!(
            "Er ligt nog geen reservesleutel in de kluis; zonder verzegelt klacht niets. Maak hem: klacht keys recovery make MAP",
            "No recovery key lies in the safe yet; without it nothing is sealed. Make it: klacht keys recovery make FOLDER"
        );
        out.note(said.in_(out.lang));
    }
    Ok(0)
}

/// Out with the old, in with the new, in every case that the old one opens; then the old one is superseded.
fn renew(
    args: &NewKey,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let seats = seats(workspace, world)?;
    let hands = Hands::new(&workspace.register, global, world, out)?;
    let day = day_of(workspace, global, world);
    let old = hands.needed(&recipients(workspace))?;
    let lock = Lock::take(workspace)?;
    let (identity, ids) = begun(workspace, &seats, &hands, args.keep)?;
    let mut change = Change::new(workspace);
    for seat in &seats {
        let (Some(people), Some(id)) = (people(workspace, &seat.regulation), ids.get(&seat.regulation)) else {
            continue;
        };
        change.add(&seat.regulation, "seal", id, &identity.recipient(), day)?;
        for before in named(people, &seat.person, false).unwrap_or_default() {
            change.mark(&seat.regulation, &before, "superseded", day)?;
        }
    }
    change.keep(args.keep, "Nieuwe sleutel om te lezen wat verzegeld is", out)?;
    drop(lock);
    if args.keep.dry_run {
        return Ok(0);
    }
    // The people as they are now: the new key in force, the old one no longer.
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    trusted(&workspace)?;
    let Some(vault) = Vault::open(&workspace.register)? else { return Ok(0) };
    let cases = Cases::of(&workspace, day)?;
    let mut counted = share::Counted::default();
    for (id, case) in cases.of_vault(&vault)? {
        let Some(mine) = ids.get(&case.regulation) else { continue };
        let Some(people) = people(&workspace, &case.regulation) else { continue };
        let readers = Readers::in_force(people)?;
        let wanted = |may: &std::collections::BTreeSet<SealId>| {
            let mut may = may.clone();
            let had = may.len();
            may.retain(|reader| reader.person != mine.person);
            if may.len() < had {
                may.insert(mine.clone());
                case.keep(&mut may, &readers);
            }
            may
        };
        counted.count(vault.share(&id, &old, &readers, false, &wanted)?);
    }
    told(&counted, out);
    let said = text!(
        "Leg people.yaml vast en stuur alles in: klacht sync. Vernietig daarna de oude sleutel: klacht keys retire SLEUTEL",
        "Commit people.yaml and send it all: klacht sync. Then destroy the old key: klacht keys retire KEY"
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

/// Destroys an old identity here, once no case needs it any more.
fn retire(
    args: &OneKey,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    if let Some(id) = args.key.parse().ok().filter(SealId::is_recovery) {
        return recovery::retire(&id, args, workspace, global, world, out);
    }
    let seats = seats(workspace, world)?;
    let hands = Hands::new(&workspace.register, global, world, out)?;
    let found = seats.iter().find_map(|seat| {
        let people = people(workspace, &seat.regulation)?;
        let id = named(people, &args.key, false).ok()?.into_iter().find(|id| id.person == seat.person)?;
        Some((seat, people, id))
    });
    let Some((seat, people, id)) = found else {
        return Err(Failure::Usage(
            text!("`{key}` is geen sleutel van u", "`{key}` is no key of yours", key = args.key),
            text!("zie uw sleutels: `klacht keys status`", "see your keys: `klacht keys status`"),
        ));
    };
    let renew = text!("neem eerst een nieuwe: `klacht keys renew`", "first take a new one: `klacht keys renew`");
    opens_nothing(workspace, &id, renew)?;
    let day = day_of(workspace, global, world);
    let recipient = people.seal.iter().find(|key| key.id == id.to_string()).and_then(|key| key.recipient.parse().ok());
    let mut change = Change::new(workspace);
    change.mark(&seat.regulation, &id, "retired", day)?;
    change.keep(args.keep, "Oude sleutel vernietigd", out)?;
    if let Some(recipient) = recipient.filter(|_| !args.keep.dry_run) {
        hands.keyring.remove(&recipient)?;
    }
    Ok(0)
}

/// That a key opens no case any more; else what to do first.
pub fn opens_nothing(workspace: &Workspace, id: &SealId, first: Text) -> Result<(), Failure> {
    let still = match Vault::open(&workspace.register)? {
        Some(vault) => opens(&vault, id)?,
        None => Vec::new(),
    };
    let Some(case) = still.first() else { return Ok(()) };
    let many = still.len();
    Err(Failure::Usage(
        text!("{id} opent nog {many} zaken, zoals {case}", "{id} still opens {many} cases, such as {case}"),
        first,
    ))
}

/// Notes that a key is lost, and what it could open: whoever has it may read that (GDPR art. 33).
fn lost(args: &OneKey, workspace: &Workspace, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let day = day_of(workspace, global, world);
    let mut change = Change::new(workspace);
    let mut marked = Vec::new();
    for regulation in &workspace.context.regulations {
        let Some(people) = people(workspace, regulation) else { continue };
        for id in named(people, &args.key, false).unwrap_or_default() {
            change.mark(regulation, &id, "lost", day)?;
            marked.push(id);
        }
    }
    if marked.is_empty() {
        return Err(Failure::Usage(
            text!("`{key}` is geen sleutel in people.yaml", "`{key}` is no key in people.yaml", key = args.key),
            text!("zie ze: `klacht keys status`", "see them: `klacht keys status`"),
        ));
    }
    change.keep(args.keep, "Sleutel kwijt", out)?;
    let Some(vault) = Vault::open(&workspace.register)? else { return Ok(0) };
    let mut could: Vec<String> = Vec::new();
    for id in &marked {
        could.extend(opens(&vault, id)?);
    }
    could.sort();
    could.dedup();
    let said = text!(
        "Wie deze sleutel en de wachtzin heeft, kan {many} zaken lezen:",
        "Whoever has this key and its passphrase can read {many} cases:",
        many = could.len()
    );
    out.note(said.in_(out.lang));
    could.iter().try_for_each(|id| out.print(&format!("{id}\n")))?;
    let away = if marked.iter().all(SealId::is_recovery) {
        text!("klacht keys recovery renew MAP", "klacht keys recovery renew FOLDER")
    } else {
        text!("klacht keys remove {key} --anew", "klacht keys remove {key} --anew", key = args.key)
    };
    let said = text!(
        "Meld een datalek binnen 72 uur (AVG, artikel 33), en neem de toegang weg: {away}",
        "Report a data breach within 72 hours (GDPR, article 33), and take the access away: {away}",
        away
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

/// The cases of which a key is on the list.
pub fn opens(vault: &Vault, id: &SealId) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    for case in vault.cases()? {
        if vault.kept(&case)?.is_some_and(|kept| kept.access.may.contains(id)) {
            found.push(case);
        }
    }
    Ok(found)
}
