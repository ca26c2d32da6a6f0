//! Why two edits cannot be brought together without a person.

use crate::diagnostics::{Text, text};

/// Why. Names keys and steps, never what was written under them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// Both changed what stands under this key, each in another way.
    Both(String),
    /// One took this key away, the other changed it.
    Removed(String),
    /// One changed, removed or moved an entry that was logged already.
    Rewritten,
    /// Both changed the notes below the front matter in the same place.
    Notes,
    /// One of the three cannot be read.
    Unreadable,
    /// It is laid out so that only a person can put it together.
    Layout,
    /// One side deleted the file.
    Deleted,
    /// One destroyed the case, the other still worked on it.
    Destroyed,
    /// Put together it would not be legal: what `check` says of it.
    NotLegal(Text),
    /// Nor with the entries of one side annulled: what `check` says of that.
    StillNot(Text),
    /// The regulation could not be read, so that nobody can say whether it would be legal.
    NotJudged,
}

impl Conflict {
    /// In words.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::Both(key) => {
                text!("beide hebben `{key}` veranderd, elk anders", "both changed `{key}`, each in another way")
            }
            Self::Removed(key) => text!(
                "de een haalde `{key}` weg, de ander veranderde het",
                "one took `{key}` away, the other changed it"
            ),
            Self::Rewritten => text!(
                "een stap die al was vastgelegd, is door een van beide veranderd",
                "an entry that was logged already was changed by one of them"
            ),
            Self::Notes => text!(
                "beide hebben de aantekeningen op dezelfde plaats veranderd",
                "both changed the notes in the same place"
            ),
            Self::Unreadable => {
                text!("een van de versies kan niet worden gelezen", "one of the versions cannot be read")
            }
            Self::Layout => text!(
                "het bestand is zo opgemaakt dat alleen een mens het kan samenvoegen",
                "the file is laid out in a way that only a person can merge"
            ),
            Self::Deleted => text!("een van beide heeft het bestand verwijderd", "one of them deleted the file"),
            Self::Destroyed => text!(
                "de een vernietigde deze klacht, de ander werkte er nog aan",
                "one destroyed this case, the other still worked on it"
            ),
            Self::NotLegal(why) => {
                text!("samen mag het niet: {why}", "together it is not allowed: {why}", why)
            }
            Self::StillNot(why) => {
                text!("ook zo mag het niet: {why}", "nor is this allowed: {why}", why)
            }
            Self::NotJudged => text!(
                "de regeling kan niet worden gelezen, dus niemand weet of het samen mag",
                "the regulation cannot be read, so nobody knows whether it is allowed together"
            ),
        }
    }

    /// What to do with the case of this id.
    #[must_use]
    pub fn remedy(&self, id: &str) -> Text {
        match self {
            Self::StillNot(_) => text!(
                "zet dat recht (met --by of --reason), of kies de andere kant",
                "put that right (with --by or --reason), or choose the other side"
            ),
            Self::NotLegal(_) => text!(
                "wat is vastgelegd blijft staan, dus kies welke stap geldt; de andere wordt met een correctie ingetrokken: `klacht resolve {id} --keep ours --reason \"…\"`, of `--keep theirs`",
                "what was logged stays, so choose which entry stands; the other is annulled by a correction: `klacht resolve {id} --keep ours --reason \"…\"`, or `--keep theirs`"
            ),
            Self::Deleted => text!(
                "kies zelf: git add het bestand om het te houden, git rm om het weg te doen",
                "choose yourself: git add the file to keep it, git rm to let it go"
            ),
            Self::Destroyed => text!(
                "vernietigen mag pas als er niets meer te doen is: overleg met de ander, laat in het bestand één van beide versies heel staan, en dan: git add en git commit",
                "a case may be destroyed only when nothing is left to do: talk to the other, leave one of both versions whole in the file, and then: git add and git commit"
            ),
            Self::Rewritten => text!(
                "zet de oude stap terug zoals die was, en leg een correctie vast als er iets niet klopt",
                "put the old entry back as it was, and log a correction when something is wrong"
            ),
            _ => text!(
                "overleg met de ander, kies in het bestand wat blijft (waar `<<<<<<<` staat, beide versies tot `>>>>>>>`), en dan: git add en git commit",
                "talk to the other, choose in the file what stays (where `<<<<<<<` stands, both versions up to `>>>>>>>`), and then: git add and git commit"
            ),
        }
    }
}
