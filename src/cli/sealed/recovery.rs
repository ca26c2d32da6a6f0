//! `klacht keys recovery`: a key that no machine holds, in three files of which any two cards open one. All of it opens with the stock
//! `age` program too.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use age::secrecy::{ExposeSecret, SecretString};
use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use zeroize::Zeroizing;

use super::args::{MakeRecovery, UseRecovery};
use super::hands::Hands;
use super::people::{Change, mine, next_key, people};
use super::share::{Cases, Counted, told};
use crate::casework::{Lock, Workspace, trusted};
use crate::cli::ask::Answers;
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::register::resolved;
use crate::sealing::{Identity, SealId, Split};
use crate::vault::{Readers, Vault, VaultError};

/// `klacht keys recovery make`.
pub fn make(
    args: &MakeRecovery,
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let day = day_of(workspace, global, world);
    outside(&args.dir, workspace)?;
    let identity = Identity::generate();
    let split = Split::of(&identity).ok_or(VaultError::NoReaders)?;
    let lock = Lock::take(workspace)?;
    let mut change = Change::new(workspace);
    for regulation in &workspace.context.regulations {
        let Some(people) = people(workspace, regulation) else { continue };
        let id = next_key(people, SealId::RECOVERY);
        change.add(regulation, "recovery", &id, &identity.recipient(), day)?;
    }
    if !args.keep.dry_run {
        for (name, bytes) in &split.files {
            let put = crate::atomic_file::put(&args.dir.join(name), bytes);
            put.map_err(|error| unwritten(&args.dir, &error))?;
        }
        for (letter, card) in &split.cards {
            let said = text!("Kaart {letter}:", "Card {letter}:");
            let card = card.expose_secret();
            out.print(&format!("{}\n{card}\n\n{}\n", said.in_(out.lang), drawn(card).as_str()))?;
        }
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
    Ok(0)
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
    if !super::people::recipients(workspace).iter().any(|recipient| hands.keyring.has(recipient)) {
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
