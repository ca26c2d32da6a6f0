//! What can be wrong with an entry of a folder, whatever the file says: names and kinds that mean something else on
//! another system, or that make two programs see two different files.

use crate::diagnostics::{Text, text};

/// Something wrong with one entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The path, made safe to print: bytes that are no text and characters that do not show are written as escapes.
    pub path: String,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// The kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// A symbolic link, to a file or a folder.
    Symlink,
    /// Another repository inside this one.
    Submodule,
    /// Marked as a program.
    Executable,
    /// A mode that git does not write.
    OddMode(String),
    /// The folder's entries do not stand in git's order: programs disagree on what it holds.
    Unsorted,
    /// The name occurs more than once: programs disagree on which is meant.
    Duplicate,
    /// `.`, `..`, `.git`, an empty name or one with a slash.
    Dangerous,
    /// Not UTF-8.
    NotUtf8,
    /// A control character, such as a line end.
    Control,
    /// A character that does not show, or turns the direction of the text.
    Invisible,
    /// A backslash: a folder separator on Windows.
    Backslash,
    /// A name or character that Windows refuses.
    Windows,
    /// Ends in a dot or a space: Windows drops it.
    TrailingDot,
    /// Differs from its neighbour only in capitals or in how accents are written.
    LooksLike(String),
    /// A file became a folder, or the reverse.
    Swapped,
    /// Folders nested deeper than any register needs.
    TooDeep,
    /// Still in conflict (index only).
    Unmerged,
    /// Neither a file nor a folder (work tree only): a pipe, a device.
    Special,
    /// Cannot be read by this user (work tree only).
    Unreadable(String),
}

impl FaultKind {
    /// What is wrong, in both languages; the path stands elsewhere.
    #[must_use]
    pub fn message(&self) -> Text {
        let (nl, en) = match self {
            Self::OddMode(mode) => {
                return text!("ongewone bestandsmodus {mode}", "unusual file mode {mode}");
            }
            Self::LooksLike(other) => {
                return text!(
                    "verschilt van `{other}` alleen in hoofdletters of in de schrijfwijze van accenten",
                    "differs from `{other}` only in capitals or in how accents are written"
                );
            }
            Self::Unreadable(why) => {
                return text!("kan niet worden gelezen ({why})", "cannot be read ({why})");
            }
            Self::Symlink => ("is een symbolische koppeling, geen bestand", "is a symbolic link, not a file"),
            Self::Submodule => ("is een andere repository (submodule)", "is another repository (a submodule)"),
            Self::Executable => ("is gemarkeerd als programma", "is marked as a program"),
            Self::Unsorted => ("de map staat niet in de volgorde van git", "the folder is not in git's order"),
            Self::Duplicate => ("deze naam komt twee keer voor in de map", "this name occurs twice in the folder"),
            Self::Dangerous => ("deze naam is gevaarlijk bij het uitchecken", "this name is dangerous to check out"),
            Self::NotUtf8 => ("de naam is geen UTF-8", "the name is not UTF-8"),
            Self::Control => {
                ("de naam bevat een regeleinde of stuurteken", "the name holds a line end or control character")
            }
            Self::Invisible => ("de naam bevat een onzichtbaar teken", "the name holds an invisible character"),
            Self::Backslash => ("de naam bevat een backslash", "the name holds a backslash"),
            Self::Windows => ("deze naam kan niet bestaan op Windows", "this name cannot exist on Windows"),
            Self::TrailingDot => ("de naam eindigt op een punt of spatie", "the name ends in a dot or a space"),
            Self::Swapped => ("een bestand werd een map of andersom", "a file became a folder or the reverse"),
            Self::TooDeep => ("de mappen zijn te diep genest", "folders are nested too deep"),
            Self::Unmerged => ("hier is nog een samenvoegconflict", "this is still in conflict"),
            Self::Special => ("is geen gewoon bestand", "is not an ordinary file"),
        };
        Text::new(nl, en)
    }

    /// One thing to do about it, in both languages.
    #[must_use]
    pub fn remedy(&self) -> Text {
        let (nl, en) = match self {
            Self::Symlink => ("zet het bestand zelf op deze plaats", "put the file itself in this place"),
            Self::Submodule => ("haal het weg: `git rm --cached PAD`", "take it away: `git rm --cached PATH`"),
            Self::Executable => ("`git update-index --chmod=-x PAD`", "`git update-index --chmod=-x PATH`"),
            Self::OddMode(_) | Self::Unsorted | Self::Duplicate => (
                "maak de commit opnieuw met git zelf; deze is met ander gereedschap gemaakt",
                "make the commit again with git itself; this one was made by other means",
            ),
            Self::Swapped => ("kies een andere naam voor het nieuwe", "choose another name for the new one"),
            Self::Unmerged => {
                ("los het conflict op en doe `git add PAD`", "resolve the conflict and run `git add PATH`")
            }
            Self::Unreadable(_) => ("geef uzelf leesrechten", "give yourself permission to read it"),
            Self::Special => ("verwijder het", "remove it"),
            Self::TooDeep => ("zet het bestand in een minder diepe map", "put the file in a folder less deep"),
            Self::LooksLike(_) => ("hernoem een van beide met `git mv`", "rename one of the two with `git mv`"),
            _ => ("hernoem het: letters, cijfers, `-`, `_` en `.`", "rename it: letters, digits, `-`, `_` and `.`"),
        };
        Text::new(nl, en)
    }
}
