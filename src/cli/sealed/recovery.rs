//! `klacht keys recovery`: a key that no machine holds, in three files of which any two cards open one. All of it opens with the stock
//! `age` program too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use age::secrecy::{ExposeSecret, SecretString};
use chrono::NaiveDate;
use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use zeroize::Zeroizing;

use super::args::{MakeRecovery, OneKey, UseRecovery};
use super::hands::Hands;
use super::keys::opens_nothing;
use super::people::{Change, mine, next_key, people, recipients};
use super::share::{Cases, Counted, told};
use crate::casework::{Lock, Workspace, trusted};
use crate::cli::ask::Answers;
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::register::resolved;
use crate::regulation::{People, SealKey};
use crate::sealing::{Identity, SealId, Split};
use crate::vault::{Readers, Shared, Vault, VaultError};

/// `klacht keys recovery make`: for each regulation that has none.
pub fn make(
    args: &MakeRecovery,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let without = |people: &People| !people.recovery.iter().any(SealKey::is_in_force);
    let there = Failure::Usage(
        text!("er is al een reservesleutel", "there is a recovery key already"),
        text!(
            "vervang hem met `klacht keys recovery renew MAP`",
            "replace it with `klacht keys recovery renew FOLDER`"
        ),
    );
    made(args, workspace, day_of(workspace, global, world), &without, there, out)?;
    Ok(0)
}

/// `klacht keys recovery renew`: a new key in the safe, for every case that whoever sits here can read; the old one is superseded.
pub fn renew(
    args: &MakeRecovery,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let day = day_of(workspace, global, world);
    let mine = Hands::new(&workspace.register, global, world, out)?.needed(&recipients(workspace))?;
    let none = Failure::Usage(
        text!("er is nog geen reservesleutel", "there is no recovery key yet"),
        text!("maak hem: `klacht keys recovery make MAP`", "make it: `klacht keys recovery make FOLDER`"),
    );
    let ids = made(args, workspace, day, &|people| !people.recovery.is_empty(), none, out)?;
    if args.keep.dry_run {
        return Ok(0);
    }
    // The people as they are now: the new key in force, the old one no longer.
    let workspace = Workspace::open(global.dir.as_deref().unwrap_or(Path::new(".")), None)?;
    trusted(&workspace)?;
    let Some(vault) = Vault::open(&workspace.register)? else { return Ok(0) };
    let cases = Cases::of(&workspace, day)?;
    let (mut counted, mut left) = (Counted::default(), Vec::new());
    for (id, case) in cases.of_vault(&vault)? {
        let (Some(new), Some(people)) = (ids.get(&case.regulation), people(&workspace, &case.regulation)) else {
            continue;
        };
        let readers = Readers::in_force(people)?;
        // Whoever has one that was lost does not read what comes later.
        let lost = people.recovery.iter().filter(|key| key.lost.is_some()).filter_map(|key| key.id.parse().ok());
        let listed = vault.kept(&id)?.map(|kept| kept.access.may).unwrap_or_default();
        let anew = lost.into_iter().any(|key: SealId| listed.contains(&key));
        let wanted = |may: &BTreeSet<SealId>| {
            let mut may: BTreeSet<SealId> = may.iter().chain([new]).cloned().collect();
            case.keep(&mut may, &readers);
            may
        };
        let shared = vault.share(&id, &mine, &readers, anew, &wanted)?;
        left.extend((shared == Shared::NotForMe).then(|| id.clone()));
        counted.count(shared);
    }
    told(&counted, out);
    let new = ids.values().next().map_or_else(String::new, ToString::to_string);
    if !left.is_empty() {
        let said = text!(
            "Wie deze zaken kan lezen, laat de nieuwe sleutel toe: klacht keys add {new} --cases {cases}",
            "Whoever can read these cases lets the new key in: klacht keys add {new} --cases {cases}",
            new,
            cases = left.join(",")
        );
        out.note(said.in_(out.lang));
    }
    let said = text!(
        "Leg people.yaml vast en stuur alles in: klacht sync. Opent de oude sleutel niets meer, vernietig dan zijn stick en kaarten: klacht keys retire recovery/…",
        "Commit people.yaml and send it all: klacht sync. Once the old key opens nothing, destroy its stick and cards: klacht keys retire recovery/…"
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

/// `klacht keys retire recovery/1`: stick and cards are destroyed, once no case needs them any more.
pub fn retire(
    id: &SealId,
    args: &OneKey,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let renew = || {
        text!(
            "neem eerst een nieuwe: `klacht keys recovery renew MAP`, en laat ieder `klacht sync` doen",
            "first take a new one: `klacht keys recovery renew FOLDER`, and let everybody run `klacht sync`"
        )
    };
    let (mut change, mut known) = (Change::new(workspace), false);
    for regulation in &workspace.context.regulations {
        let keys = people(workspace, regulation).into_iter().flat_map(|people| &people.recovery);
        for key in keys.filter(|key| key.id == id.to_string()) {
            if key.is_in_force() {
                let said = text!("{id} is de reservesleutel die nu geldt", "{id} is the recovery key in force");
                return Err(Failure::Usage(said, renew()));
            }
            known = true;
            change.mark(regulation, id, "retired", day_of(workspace, global, world))?;
        }
    }
    if !known {
        return Err(super::people::unknown(&id.to_string(), None));
    }
    opens_nothing(workspace, id, renew())?;
    change.keep(args.keep, "Oude reservesleutel vernietigd", out)?;
    Ok(0)
}

/// A new key for the regulations that want one, with its files and cards; the one before is superseded. By which name each has it.
fn made(
    args: &MakeRecovery,
    workspace: &Workspace,
    day: NaiveDate,
    wants: &dyn Fn(&People) -> bool,
    nowhere: Failure,
    out: &Output,
) -> Result<BTreeMap<String, SealId>, Failure> {
    outside(&args.dir, workspace)?;
    let identity = Identity::generate();
    let split = Split::of(&identity).ok_or(VaultError::NoReaders)?;
    let lock = Lock::take(workspace)?;
    let (mut change, mut ids) = (Change::new(workspace), BTreeMap::new());
    for regulation in &workspace.context.regulations {
        let Some(people) = people(workspace, regulation).filter(|people| wants(people)) else { continue };
        let id = next_key(people, SealId::RECOVERY);
        change.add(regulation, "recovery", &id, &identity.recipient(), day)?;
        for old in people.recovery.iter().filter(|key| key.is_in_force()).filter_map(|key| key.id.parse().ok()) {
            change.mark(regulation, &old, "superseded", day)?;
        }
        ids.insert(regulation.clone(), id);
    }
    if ids.is_empty() {
        return Err(nowhere);
    }
    if !args.keep.dry_run {
        kept(&split, &args.dir, out)?;
    }
    change.keep(args.keep, "Reservesleutel voor de kluis", out)?;
    drop(lock);
    let place = args.dir.display();
    let said = text!(
        "Print de drie kaarten, bewaar ze op drie plaatsen, en leg wat in {place} staat in de kluis. Twee kaarten openen alles; deze kaarten komen niet terug.",
        "Print the three cards, keep them in three places, and put what is in {place} in the safe. Two cards open everything; these cards do not come back.",
        place
    );
    out.note(said.in_(out.lang));
    Ok(ids)
}

/// Writes the files and prints the cards. Files of an earlier key stay: until every case has the new one, they are all that opens some.
fn kept(split: &Split, dir: &Path, out: &Output) -> Result<(), Failure> {
    if Split::NAMES.iter().any(|name| dir.join(name).exists()) {
        let shown = dir.display();
        return Err(Failure::Usage(
            text!("in {shown} staat al een reservesleutel", "a recovery key lies in {shown} already"),
            text!(
                "neem een andere map of stick; bewaar de oude nog",
                "take another folder or stick; keep the old one for now"
            ),
        ));
    }
    for (name, bytes) in &split.files {
        crate::atomic_file::put(&dir.join(name), bytes).map_err(|error| unwritten(dir, &error))?;
    }
    for (letter, card) in &split.cards {
        let said = text!("Kaart {letter}:", "Card {letter}:");
        let card = card.expose_secret();
        out.print(&format!("{}\n{card}\n\n{}\n", said.in_(out.lang), drawn(card).as_str()))?;
    }
    Ok(())
}

/// A card as a camera reads it, so that nobody has to type it from paper; the text stands beside it all the same.
fn drawn(card: &str) -> Zeroizing<String> {
    let code = QrCode::with_error_correction_level(card, EcLevel::Q).ok();
    let drawn = code.map(|code| code.render::<Dense1x2>().build());
    Zeroizing::new(drawn.map_or_else(String::new, |drawn| format!("{drawn}\n")))
}

/// The safe is no register: what is pushed with the cases opens them for nobody who has two cards and no business with it.
fn outside(dir: &Path, workspace: &Workspace) -> Result<(), Failure> {
    let within = resolved(dir).zip(resolved(&workspace.root)).is_some_and(|(dir, root)| dir.starts_with(root));
    if !within {
        return Ok(());
    }
    Err(Failure::Usage(
        text!("de reservesleutel hoort niet in het register", "the recovery key does not belong in the register"),
        text!("noem een map op een stick voor de kluis", "name a folder on a stick for the safe"),
    ))
}

fn unwritten(dir: &Path, error: &std::io::Error) -> Failure {
    VaultError::Keyring(dir.to_path_buf(), error.kind()).into()
}

/// `klacht keys recovery use`: with two cards, whoever sits here gets in everywhere they may be by the regulation.
pub fn put_to_use(
    args: &UseRecovery,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let seats = mine(workspace, world)?;
    let answers = Answers::new(global, world, out);
    let cards = [card(&answers, 1)?, card(&answers, 2)?];
    let mut files = Vec::new();
    for name in Split::NAMES {
        if let Ok(bytes) = fs::read(args.dir.join(name)) {
            files.push(bytes);
        }
    }
    let identity = Split::joined(&files, &cards).ok_or_else(|| {
        Failure::Usage(
            text!("deze twee kaarten openen niets in die map", "these two cards open nothing in that folder"),
            text!(
                "kijk de kaarten na, teken voor teken, en of de map die van de kluis is",
                "check the cards, character by character, and that the folder is that of the safe"
            ),
        )
    })?;
    trusted(workspace)?;
    let Some(vault) = Vault::open(&workspace.register)? else { return Ok(0) };
    let cases = Cases::of(workspace, day_of(workspace, global, world))?;
    let mut counted = Counted::default();
    for (id, case) in cases.of_vault(&vault)? {
        let seat = seats.iter().find(|seat| seat.regulation == case.regulation && case.readers.contains(&seat.person));
        let (Some(seat), Some(people)) = (seat, people(workspace, &case.regulation)) else { continue };
        let readers = Readers::in_force(people)?;
        let own: Vec<SealId> =
            readers.iter().map(|reader| reader.id.clone()).filter(|reader| reader.person == seat.person).collect();
        let by = std::slice::from_ref(&identity);
        let wanted = |may: &BTreeSet<SealId>| {
            let mut may: BTreeSet<SealId> = may.iter().chain(&own).cloned().collect();
            case.keep(&mut may, &readers);
            may
        };
        counted.count(vault.share(&id, by, &readers, false, &wanted)?);
    }
    told(&counted, out);
    // That the hands of whoever sits here are there: without them the cases are open to nobody new.
    let hands = Hands::new(&workspace.register, global, world, out)?;
    if !recipients(workspace).iter().any(|recipient| hands.keyring.has(recipient)) {
        return Err(VaultError::NoIdentity.into());
    }
    Ok(0)
}

fn card(answers: &Answers, number: u32) -> Result<SecretString, Failure> {
    let label = text!("kaart {number}", "card {number}");
    answers.secret(&label, false)?.ok_or_else(|| {
        Failure::Usage(
            text!("er zijn twee kaarten nodig", "two cards are needed"),
            text!("voer dit in een terminal uit", "run this in a terminal"),
        )
    })
}
