//! The pieces of a case as a person reads them: numbered as the case file names them, so that a number stays the same.

use super::contents::LETTER;
use crate::case::{Case, Sealed};
use crate::sealing::{Identity, Piece};
use crate::vault::{Opened, Vault, VaultError};

/// A piece with its number, from 1.
pub(crate) struct Numbered {
    /// Its place in the case file; what no case file names yet comes after.
    pub number: usize,
    /// What is in it.
    pub piece: Piece,
}

/// What is sealed of a case, opened.
#[derive(Default)]
pub(crate) struct OpenedCase {
    /// The pieces, in the order of their numbers.
    pub pieces: Vec<Numbered>,
    /// How many were taken back.
    pub withdrawn: usize,
    /// Whether the case names pieces that are not here yet.
    pub incomplete: bool,
}

/// Opens what is sealed of a case, without the pieces that were taken back and those that others replaced.
pub(crate) fn opened(vault: &Vault, case: &Case, identities: &[Identity]) -> Result<OpenedCase, VaultError> {
    let id = case.id.to_string();
    if vault.kept(&id)?.is_none() {
        return Err(VaultError::Nothing(id));
    }
    let all = vault.opened(&id, &vault.case_key(&id, identities)?)?;
    let here = vault.pieces(&id)?;
    let lines = || case.sealed.iter().flat_map(|sealed| &sealed.pieces);
    let gone = |piece: &str| case.sealed.iter().flat_map(|sealed| &sealed.withdrawn).any(|gone| gone.id == piece);
    let mut next = lines().count();
    let mut pieces = Vec::new();
    for Opened { id, piece } in all {
        if gone(id.as_str()) {
            continue;
        }
        let named = lines().position(|line| line.id == id.as_str());
        let number = named.unwrap_or_else(|| {
            next += 1;
            next - 1
        });
        pieces.push(Numbered { number: number + 1, piece });
    }
    pieces.sort_by_key(|piece| piece.number);
    let missing = |line: &str| line.parse().is_ok_and(|piece| !here.contains_key(&piece));
    Ok(OpenedCase {
        pieces,
        withdrawn: lines().filter(|line| gone(&line.id)).count(),
        incomplete: case.sealed.iter().flat_map(Sealed::present).any(|line| missing(&line.id)),
    })
}

/// The letters that went out in a case, each with its number; only pieces that hold one are opened.
pub(crate) fn letters(vault: &Vault, case: &Case, identities: &[Identity]) -> Result<Vec<Numbered>, VaultError> {
    let id = case.id.to_string();
    let key = vault.case_key(&id, identities)?;
    let gone = |piece: &str| case.sealed.iter().flat_map(|sealed| &sealed.withdrawn).any(|gone| gone.id == piece);
    let mut letters = Vec::new();
    for (at, line) in case.sealed.iter().flat_map(|sealed| &sealed.pieces).enumerate() {
        if gone(&line.id) || !line.holds.iter().any(|held| held == LETTER) {
            continue;
        }
        let Ok(name) = line.id.parse() else { continue };
        letters.extend(vault.piece(&id, &name, &key)?.map(|piece| Numbered { number: at + 1, piece }));
    }
    Ok(letters)
}
