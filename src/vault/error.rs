//! Why something could not be done with what is sealed, and what to do about it. Never what is inside.

use crate::diagnostics::{Text, text};
use crate::register::RegisterError;
use crate::sealing::{NotOpened, SealId};

/// Why not.
#[derive(Debug)]
pub(crate) enum VaultError {
    /// The store cannot be read or written.
    Register(RegisterError),
    /// Nothing of this case is sealed here.
    Nothing(String),
    /// It is not sealed to any identity that is here.
    NotForMe(String),
    /// What was sealed is damaged.
    Damaged(String),
    /// Nobody has a key to whom it could be sealed.
    NoReaders,
    /// No key lies in the safe: if all machines are lost, so is the case.
    NoRecovery,
    /// No identity of this person lies on this machine.
    NoIdentity,
    /// A recipient in `people.yaml` is none.
    BadRecipient(SealId),
    /// The key of this name is another than this desk saw before.
    OtherKey(String),
    /// It is larger than a piece may be, in bytes.
    TooLarge(u64),
    /// Another program moved it meanwhile, again and again.
    Busy,
    /// A folder of identities cannot be read or written.
    Keyring(std::path::PathBuf, std::io::ErrorKind),
    /// The passphrase is another.
    WrongPassphrase,
}

impl From<RegisterError> for VaultError {
    fn from(error: RegisterError) -> Self {
        Self::Register(error)
    }
}

impl VaultError {
    /// Of a case, why it did not open.
    pub(super) fn of(id: &str, why: NotOpened) -> Self {
        match why {
            NotOpened::NotForMe => Self::NotForMe(id.to_owned()),
            NotOpened::Damaged | NotOpened::TooMuchWork => Self::Damaged(id.to_owned()),
        }
    }

    /// What is wrong.
    pub(crate) fn message(&self) -> Text {
        match self {
            Self::Register(error) => error.message(),
            Self::Nothing(id) => text!("van {id} is hier niets verzegeld", "nothing of {id} is sealed here"),
            Self::NotForMe(id) => text!("{id} is verzegeld, en niet voor u", "{id} is sealed, and not for you"),
            Self::Damaged(id) => {
                text!("wat van {id} is verzegeld, is beschadigd", "what is sealed of {id} is damaged")
            }
            Self::NoReaders => {
                text!("er is nog niemand voor wie kan worden verzegeld", "there is nobody yet to seal for")
            }
            Self::NoRecovery => {
                text!("er ligt nog geen reservesleutel in de kluis", "no recovery key lies in the safe yet")
            }
            Self::NoIdentity => {
                text!("op deze computer ligt geen sleutel van u", "no key of yours lies on this computer")
            }
            Self::BadRecipient(id) => {
                text!(
                    "wat in people.yaml bij {id} staat, is geen sleutel van age",
                    "what people.yaml has for {id} is no age key"
                )
            }
            Self::OtherKey(id) => text!(
                "de sleutel {id} in people.yaml is een andere dan deze werkplek kende: er is nog niets voor hem verzegeld",
                "the key {id} in people.yaml is another than this desk knew: nothing was sealed to it yet"
            ),
            Self::TooLarge(bytes) => {
                let size = bytes / 1_000_000;
                text!("met {size} MB is dit te groot", "at {size} MB this is too large", size)
            }
            Self::Busy => text!("een ander programma is hiermee bezig", "another program is busy with this"),
            Self::Keyring(path, kind) => {
                let path = path.display();
                text!(
                    "{path}: kan niet worden gelezen of geschreven ({kind})",
                    "{path}: cannot be read or written ({kind})"
                )
            }
            Self::WrongPassphrase => text!("dit is een andere wachtzin", "this is another passphrase"),
        }
    }

    /// One thing to do about it.
    pub(crate) fn remedy(&self) -> Text {
        match self {
            Self::Register(error) => error.remedy(),
            Self::Nothing(_) => text!("haal op wat er is: `klacht sync`", "fetch what there is: `klacht sync`"),
            Self::NotForMe(id) => text!(
                "wie {id} wel kan lezen, geeft u toegang: `klacht keys add UW-SLEUTEL --cases {id}`",
                "somebody who can read {id} lets you in: `klacht keys add YOUR-KEY --cases {id}`"
            ),
            Self::Damaged(_) => text!(
                "haal het opnieuw op: `klacht sync`; blijft het zo, zet dan een reservekopie van de server terug",
                "fetch it again: `klacht sync`; if it stays so, restore a backup of the server"
            ),
            Self::NoReaders | Self::NoIdentity => {
                text!("maak uw sleutel: `klacht keys new`", "make your key: `klacht keys new`")
            }
            Self::NoRecovery => text!(
                "maak hem, en leg hem in de kluis: `klacht keys recovery make`",
                "make it, and put it in the safe: `klacht keys recovery make`"
            ),
            Self::BadRecipient(_) => text!(
                "zet het terug zoals het was, of maak een nieuwe sleutel: `klacht keys new`",
                "put it back as it was, or make a new key: `klacht keys new`"
            ),
            Self::OtherKey(id) => text!(
                "bel wie dat is, en vraag of de sleutel klopt; zo ja: `klacht keys trust {id}`",
                "call whoever that is, and ask whether the key is right; if so: `klacht keys trust {id}`"
            ),
            Self::TooLarge(_) => text!(
                "maak het kleiner, of zet `vault.max_piece` hoger in klacht.yaml en bij de server",
                "make it smaller, or raise `vault.max_piece` in klacht.yaml and at the server"
            ),
            Self::Busy => text!("wacht even en probeer het opnieuw", "wait a moment and try again"),
            Self::Keyring(..) => text!(
                "geef uzelf rechten op die map, of kies een andere met `KLACHT_KEYS`",
                "give yourself permission there, or choose another folder by `KLACHT_KEYS`"
            ),
            Self::WrongPassphrase => text!(
                "probeer het opnieuw; bent u hem kwijt: `klacht keys lost UW-SLEUTEL`, en dan `klacht keys new`",
                "try again; if it is lost: `klacht keys lost YOUR-KEY`, and then `klacht keys new`"
            ),
        }
    }
}
