//! Why a register could not be opened or read, and what to do about it. Paths and ids only: never content.

use std::fmt;

use super::Id;
use crate::diagnostics::{Text, text};

/// Whose fault it is; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A wrong argument or a wrong place to run: exit 2.
    Usage,
    /// The machine, the repository's format or the clone does not permit it: exit 3.
    Environment,
}

/// What went wrong outside the content of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterError {
    /// No git repository at or above this folder.
    NoRepository(String),
    /// No such folder.
    NoFolder(String),
    /// The repository belongs to another user.
    ForeignOwner(String),
    /// A repository without a work tree (or a plain folder without git) was asked for what it does not have.
    Lacks(Part),
    /// The name of a revision that names no commit.
    NoRevision(String),
    /// The same where history was cut off: it may be a commit that is not here.
    CutOff(String),
    /// History was cut off: this commit's parents are not here.
    Shallow(Id),
    /// The object is not in the repository.
    Missing(Id),
    /// The object is not in this partial clone.
    NotFetched(Id),
    /// The bytes of the file at this path are not here.
    Absent(String),
    /// The object is there but is not what its name promises.
    Malformed(Id),
    /// An object that is not content (a tree, a commit) is larger than anything git writes.
    Oversized(Id, u64),
    /// More files than any register has: a tree made to exhaust the reader.
    TooManyFiles(Id),
    /// The repository uses a feature that can be read neither directly nor through the git command.
    Unsupported(String),
    /// A file or folder could not be read.
    Unreadable(String, String),
    /// The git command is needed for this repository and could not be run, or failed.
    GitCommand(String),
    /// The remote could not be reached, or did not let us in. Git's own words may hold an address with a password.
    Unreachable,
    /// Anything else libgit2 reports.
    Engine(String),
    /// The lines git gives a hook are not what git writes.
    BadHookInput(String),
}

/// A part that not every register has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Commits and objects.
    History,
    /// Files on disk.
    WorkTree,
    /// The staging area.
    Index,
}

impl RegisterError {
    /// Whether there is simply no repository: then the files can still be read as a folder.
    #[must_use]
    pub fn is_no_repository(&self) -> bool {
        matches!(self, Self::NoRepository(_))
    }

    /// Whose fault it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::NoRevision(_) | Self::BadHookInput(_) | Self::NoFolder(_) => ErrorKind::Usage,
            _ => ErrorKind::Environment,
        }
    }

    /// What is wrong, in both languages.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::NoRepository(path) => {
                text!("{path}: hier is geen git-repository", "{path}: there is no git repository here")
            }
            Self::NoFolder(path) => {
                text!("{path}: deze map bestaat niet", "{path}: no such folder")
            }
            Self::ForeignOwner(path) => text!(
                "{path}: deze repository is van een andere gebruiker; git vertrouwt haar daarom niet",
                "{path}: this repository belongs to another user, so git does not trust it"
            ),
            Self::Lacks(part) => part.message(),
            Self::NoRevision(name) => {
                text!("`{name}` is geen commit in deze repository", "`{name}` names no commit in this repository")
            }
            Self::CutOff(name) => text!(
                "`{name}` is hier niet: de geschiedenis is afgekapt in deze ondiepe kloon",
                "`{name}` is not here: history is cut off in this shallow clone"
            ),
            Self::Absent(path) => text!(
                "{path}: de inhoud van dit bestand ontbreekt in deze kopie",
                "{path}: the bytes of this file are missing here"
            ),
            Self::TooManyFiles(id) => {
                text!("map {id} bevat onwaarschijnlijk veel bestanden", "tree {id} holds improbably many files")
            }
            Self::Unsupported(what) => {
                text!("deze repository kan niet worden gelezen: {what}", "this repository cannot be read: {what}")
            }
            Self::Unreadable(path, why) => {
                text!("{path}: kan niet worden gelezen ({why})", "{path}: cannot be read ({why})")
            }
            Self::GitCommand(why) => {
                text!("het commando git gaf een fout: {why}", "the git command failed: {why}")
            }
            Self::Unreachable => text!(
                "de server is niet bereikbaar, of laat u niet binnen",
                "the server cannot be reached, or does not let you in"
            ),
            Self::Engine(why) => {
                text!("de repository kan niet worden gelezen: {why}", "the repository cannot be read: {why}")
            }
            Self::BadHookInput(why) => text!(
                "de invoer van de hook is niet wat git schrijft: {why}",
                "the hook's input is not what git writes: {why}"
            ),
            Self::Shallow(id)
            | Self::Missing(id)
            | Self::NotFetched(id)
            | Self::Malformed(id)
            | Self::Oversized(id, _) => self.object_message(*id),
        }
    }

    fn object_message(&self, id: Id) -> Text {
        match self {
            Self::Shallow(_) => text!(
                "de geschiedenis is afgekapt: object {id} ontbreekt in deze ondiepe kloon",
                "history is cut off: object {id} is not in this shallow clone"
            ),
            Self::NotFetched(_) => text!(
                "object {id} is niet opgehaald: dit is een gedeeltelijke kloon",
                "object {id} was not fetched: this is a partial clone"
            ),
            Self::Oversized(_, bytes) => text!(
                "object {id} is met {bytes} bytes te groot om gelezen te worden",
                "object {id} of {bytes} bytes is too large to be read"
            ),
            Self::Malformed(_) => text!(
                "object {id} is beschadigd of van het verkeerde soort",
                "object {id} is damaged or of the wrong kind"
            ),
            _ => text!("object {id} ontbreekt in de repository", "object {id} is missing from the repository"),
        }
    }

    /// One thing to do about it, in both languages.
    #[must_use]
    pub fn remedy(&self) -> Text {
        match self {
            Self::NoRepository(_) => text!(
                "ga naar de map van het register, geef die met `-C MAP`, of begin er een met `git init`",
                "go to the register's folder, name it with `-C DIR`, or begin one with `git init`"
            ),
            Self::NoFolder(_) => text!("geef een map die bestaat", "name a folder that exists"),
            Self::ForeignOwner(path) => text!(
                "vertrouwt u deze map: `git config --global --add safe.directory {path}`",
                "if you trust this folder: `git config --global --add safe.directory {path}`"
            ),
            Self::Lacks(part) => part.remedy(),
            Self::NoRevision(_) => text!(
                "kies een naam uit `git log --oneline` of `git branch -a`",
                "pick a name from `git log --oneline` or `git branch -a`"
            ),
            Self::Shallow(_) | Self::CutOff(_) => text!(
                "haal de hele geschiedenis op: `git fetch --unshallow`, of `fetch-depth: 0` bij de checkout-stap van de CI",
                "fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` at the checkout step of CI"
            ),
            Self::NotFetched(_) | Self::Absent(_) => text!(
                "maak een volledige kloon (zonder `--filter`), of haal alles op met `git fetch --refetch --no-filter`",
                "make a full clone (without `--filter`), or fetch everything with `git fetch --refetch --no-filter`"
            ),
            Self::Missing(_) | Self::Malformed(_) | Self::Engine(_) => text!(
                "onderzoek de repository met `git fsck --full` en haal haar zo nodig opnieuw op",
                "examine the repository with `git fsck --full` and clone it anew if need be"
            ),
            Self::Oversized(..) | Self::TooManyFiles(_) => text!(
                "zoek uit welke commit dit bracht en weiger die; zo ziet een aanval eruit",
                "find out which commit brought this and refuse it; this is what an attack looks like"
            ),
            Self::Unsupported(_) | Self::GitCommand(_) => text!(
                "installeer git 2.45 of nieuwer en probeer in deze map `git status`",
                "install git 2.45 or newer and try `git status` in this folder"
            ),
            Self::Unreachable => text!(
                "wat u deed, staat hier; kijk met `git ls-remote` of de server er is, en doe het later: `klacht sync`",
                "what you did stands here; see with `git ls-remote` whether the server is there, and do it later: `klacht sync`"
            ),
            Self::Unreadable(..) => {
                text!("geef uzelf leesrechten op dit pad", "give yourself permission to read this path")
            }
            Self::BadHookInput(_) => text!(
                "roep dit commando aan vanuit de hook pre-receive: `klacht hook install --server`",
                "let the pre-receive hook call this command: `klacht hook install --server`"
            ),
        }
    }
}

impl Part {
    fn message(self) -> Text {
        match self {
            Self::History => text!("deze map heeft geen geschiedenis in git", "this folder has no history in git"),
            Self::WorkTree => text!("een kale repository heeft geen werkmap", "a bare repository has no work tree"),
            Self::Index => text!("deze repository heeft geen index", "this repository has no index"),
        }
    }

    fn remedy(self) -> Text {
        match self {
            Self::History => {
                text!("begin die met `git init` en een eerste commit", "begin it with `git init` and a first commit")
            }
            Self::WorkTree | Self::Index => text!("noem een commit, zoals `HEAD`", "name a commit, such as `HEAD`"),
        }
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for RegisterError {}
