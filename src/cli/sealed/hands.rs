//! The identities of whoever sits at the keyboard, unlocked when they are needed.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use age::secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::session;
use crate::cli::ask::Answers;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::register::Register;
use crate::sealing::{Identity, Recipient};
use crate::vault::{Keyring, VaultError};

/// The fewest characters of a passphrase: four short words.
const LEAST: usize = 12;
/// How often a wrong passphrase is asked again.
const TRIES: usize = 3;
/// Names the folder of identities.
const FOLDER: &str = "KLACHT_KEYS";
/// Names a command whose first line is the passphrase, such as that of the system's key store.
const COMMAND: &str = "KLACHT_PASSPHRASE_COMMAND";
/// The same as a setting of git, which no register can bring along.
const SETTING: &str = "klacht.passphraseCommand";

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Register(error) => Self::Register(error),
            VaultError::Keyring(..) => Self::File(error.message(), error.remedy()),
            other => Self::Usage(other.message(), other.remedy()),
        }
    }
}

/// Where somebody's identities lie: outside every register, in the folder for settings of programs.
pub fn keyring(world: &World<'_>) -> Result<Keyring, Failure> {
    let named = |name: &str| (world.env)(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = named(FOLDER)
        .or_else(|| named("XDG_CONFIG_HOME").map(|dir| dir.join("klacht").join("keys")))
        .or_else(|| named("APPDATA").map(|dir| dir.join("klacht").join("keys")))
        .or_else(|| named("HOME").map(|dir| dir.join(".config").join("klacht").join("keys")));
    let folder = folder.ok_or_else(|| {
        Failure::Usage(
            text!("er is geen map voor uw sleutels", "there is no folder for your keys"),
            text!("noem er een: `KLACHT_KEYS=MAP`", "name one: `KLACHT_KEYS=FOLDER`"),
        )
    })?;
    Ok(Keyring::at(&folder))
}

/// Who unlocks.
pub struct Hands<'a> {
    /// Where the identities lie.
    pub keyring: Keyring,
    register: &'a Register,
    global: &'a Global,
    world: &'a World<'a>,
    out: &'a Output,
}

/// What is in the memory of this process never goes to a disk when it falls. Where a system does not know that, it stays as it is.
fn no_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

impl<'a> Hands<'a> {
    /// Of whoever sits here.
    pub fn new(
        register: &'a Register,
        global: &'a Global,
        world: &'a World<'a>,
        out: &'a Output,
    ) -> Result<Self, Failure> {
        Ok(Self { keyring: keyring(world)?, register, global, world, out })
    }

    /// The identities behind those of these recipients that lie here, unlocked; none where none does.
    pub fn unlocked(&self, recipients: &[Recipient]) -> Result<Vec<Identity>, Failure> {
        no_dumps();
        let mut mine: Vec<&Recipient> = recipients.iter().filter(|r| self.keyring.has(r)).collect();
        mine.dedup();
        if mine.is_empty() {
            return Ok(Vec::new());
        }
        let mut identities = self.at_hand(recipients);
        mine.retain(|recipient| !identities.iter().any(|identity| identity.recipient() == **recipient));
        let mut passphrase = None;
        for recipient in mine {
            let identity = self.unlock(recipient, &mut passphrase)?;
            session::remember(&identity, self.world);
            identities.push(identity);
        }
        Ok(identities)
    }

    /// Those that are unlocked still: nobody is asked for anything.
    pub fn at_hand(&self, recipients: &[Recipient]) -> Vec<Identity> {
        let here = recipients.iter().filter(|recipient| self.keyring.has(recipient));
        here.filter_map(|recipient| session::recall(recipient, self.world)).collect()
    }

    /// Unlocks one, by the passphrase of the one before where it is the same.
    fn unlock(&self, recipient: &Recipient, passphrase: &mut Option<SecretString>) -> Result<Identity, Failure> {
        for left in (0..TRIES).rev() {
            let said = match passphrase.take() {
                Some(said) => said,
                None => self.passphrase()?,
            };
            match self.keyring.get(recipient, &said) {
                Ok(identity) => {
                    *passphrase = Some(said);
                    return Ok(identity);
                }
                Err(VaultError::WrongPassphrase) if left > 0 && self.asks()? => {
                    self.out.note(VaultError::WrongPassphrase.message().in_(self.out.lang));
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(VaultError::WrongPassphrase.into())
    }

    /// A line that is asked for.
    pub fn line(&self, label: &Text) -> Result<String, Failure> {
        let said = Answers::new(self.global, self.world, self.out).sealed(label)?;
        said.map(|said| said.to_string()).ok_or_else(|| {
            Failure::Usage(
                text!("er is niets gezegd", "nothing was said"),
                text!("noem het achter het commando", "say it behind the command"),
            )
        })
    }

    /// The same, where something must be opened.
    pub fn needed(&self, recipients: &[Recipient]) -> Result<Vec<Identity>, Failure> {
        let identities = self.unlocked(recipients)?;
        if identities.is_empty() { Err(VaultError::NoIdentity.into()) } else { Ok(identities) }
    }

    /// A passphrase for a new identity: typed twice by a person, or what the command gives.
    pub fn new_passphrase(&self) -> Result<SecretString, Failure> {
        let passphrase = match self.by_command()? {
            Some(passphrase) => passphrase,
            None => self.asked(true)?,
        };
        if passphrase.expose_secret().chars().count() < LEAST {
            return Err(Failure::Usage(
                text!("deze wachtzin is te kort", "this passphrase is too short"),
                text!(
                    "neem er een van minstens {LEAST} tekens, zoals vier woorden",
                    "take one of at least {LEAST} characters, such as four words"
                ),
            ));
        }
        Ok(passphrase)
    }

    fn passphrase(&self) -> Result<SecretString, Failure> {
        match self.by_command()? {
            Some(passphrase) => Ok(passphrase),
            None => self.asked(false),
        }
    }

    /// Whether a person is asked, and no command.
    fn asks(&self) -> Result<bool, Failure> {
        Ok(self.command()?.is_none())
    }

    fn command(&self) -> Result<Option<String>, Failure> {
        match (self.world.env)(COMMAND).filter(|line| !line.is_empty()) {
            Some(line) => Ok(Some(line)),
            None => Ok(self.register.setting(SETTING)?.filter(|line| !line.is_empty())),
        }
    }

    /// What the command gives; it talks to the person itself.
    fn by_command(&self) -> Result<Option<SecretString>, Failure> {
        let Some(line) = self.command()? else { return Ok(None) };
        let failed = || {
            Failure::Usage(
                text!("het commando voor de wachtzin gaf niets", "the command for the passphrase gave nothing"),
                text!(
                    "probeer het zelf, en kijk naar {COMMAND} en {SETTING}",
                    "try it yourself, and look at {COMMAND} and {SETTING}"
                ),
            )
        };
        let words = shell_words::split(&line).map_err(|_| failed())?;
        let (program, arguments) = words.split_first().ok_or_else(failed)?;
        let done = Command::new(program).args(arguments).stderr(Stdio::inherit()).output().map_err(|_| failed())?;
        let told = Zeroizing::new(String::from_utf8(done.stdout).map_err(|_| failed())?);
        let first = told.lines().next().filter(|line| !line.is_empty() && done.status.success());
        first.map(|line| Some(SecretString::from(line.to_owned()))).ok_or_else(failed)
    }

    fn asked(&self, twice: bool) -> Result<SecretString, Failure> {
        let label = text!("wachtzin van uw sleutel", "passphrase of your key");
        Answers::new(self.global, self.world, self.out).secret(&label, twice)?.ok_or_else(|| {
            Failure::Usage(
                text!(
                    "uw sleutel vraagt een wachtzin, en er is niemand om die te vragen",
                    "your key asks a passphrase, and there is nobody to ask"
                ),
                text!(
                    "voer dit in een terminal uit, of zet een commando in {COMMAND} dat hem geeft",
                    "run this in a terminal, or put a command in {COMMAND} that gives it"
                ),
            )
        })
    }
}
