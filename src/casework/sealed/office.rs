//! Sealing for a case of a register: for whom, and how large a piece may be.

use chrono::NaiveDate;

use super::naming_pieces::PieceLine;
use super::trusted::trusted;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::{CaseFile, Workspace};
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::regulation::People;
use crate::sealing::Piece;
use crate::vault::{Readers, Vault, VaultError};

impl From<VaultError> for CaseworkError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Register(error) => Self::Register(error),
            other => Self::Asked(other.message(), other.remedy()),
        }
    }
}

/// Whether a regulation's people have keys: from then on words are sealed, and a tick is not enough.
pub(crate) fn seals(people: &People) -> bool {
    people.seal.iter().any(crate::regulation::SealKey::is_in_force)
}

/// For whom a case is sealed on a day: all who may read it by its regulation, and the keys in the safe.
pub(crate) fn readers(workspace: &Workspace, file: &CaseFile, day: NaiveDate) -> Result<Readers, CaseworkError> {
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    Ok(Readers::of(&history.people, &docket.progress.readers(day))?)
}

/// Who may read a case on a day, by its regulation.
pub(crate) fn readers_of(docket: &Docket<'_>, day: NaiveDate) -> Vec<String> {
    docket.progress.readers(day).into_iter().map(str::to_owned).collect()
}

/// What seals for one register.
pub(crate) struct Office<'a> {
    /// The register.
    pub workspace: &'a Workspace,
    /// Its vault.
    pub vault: Vault,
    /// Draws a random number; nothing when the system has none to give.
    pub random: &'a dyn Fn() -> Option<u64>,
}

impl<'a> Office<'a> {
    /// The vault of a register, begun where there is none.
    pub(crate) fn begin(workspace: &'a Workspace, random: &'a dyn Fn() -> Option<u64>) -> Result<Self, CaseworkError> {
        if workspace.register.git_dir().is_none() {
            return Err(CaseworkError::Asked(
                text!("verzegelen kan alleen in een git-repository", "sealing needs a git repository"),
                text!("begin er een: `git init`", "begin one: `git init`"),
            ));
        }
        trusted(workspace)?;
        Ok(Self { workspace, vault: Vault::begin(&workspace.register)?, random })
    }

    /// Seals pieces of a case and puts them down; how the case file names them. The sealed part of a new case is begun, for all
    /// who may read it.
    pub(crate) fn seal(
        &self,
        file: &CaseFile,
        pieces: Vec<(Piece, Vec<String>)>,
        day: NaiveDate,
    ) -> Result<Vec<PieceLine>, CaseworkError> {
        let id = file.case.id.to_string();
        if self.vault.kept(&id)?.is_none() {
            if file.case.sealed.as_ref().is_some_and(|sealed| sealed.present().next().is_some()) {
                // Its key is elsewhere: a second one would part the case in two.
                return Err(VaultError::Nothing(id).into());
            }
            self.vault.begin_case(&id, &readers(self.workspace, file, day)?)?;
        }
        let most = self.workspace.context.settings.vault.max_piece;
        let mut lines = Vec::new();
        for (piece, holds) in pieces {
            let named = self.vault.add(&id, &piece, self.chance()?, most)?;
            lines.push(PieceLine { named, holds, of: piece.of.clone() });
        }
        Ok(lines)
    }

    fn chance(&self) -> Result<[u64; 3], CaseworkError> {
        let none = || {
            CaseworkError::File(
                text!("dit systeem geeft geen toevalsgetallen", "this system gives no random numbers"),
                text!("start de computer opnieuw", "restart the computer"),
            )
        };
        let draw = || (self.random)().ok_or_else(none);
        Ok([draw()?, draw()?, draw()?])
    }
}

/// What a kind of piece is called.
pub(crate) fn kind_name(kind: crate::sealing::PieceKind) -> Text {
    use crate::sealing::PieceKind;
    match kind {
        PieceKind::Person => text!("persoon", "person"),
        PieceKind::Words => text!("woorden van de klager", "the complainant's words"),
        PieceKind::Message => text!("bericht", "message"),
        PieceKind::Attachment => text!("bijlage", "attachment"),
        PieceKind::Letter => text!("brief", "letter"),
        PieceKind::Note => text!("aantekening", "note"),
    }
}
