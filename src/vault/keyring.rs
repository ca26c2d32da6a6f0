//! The identities of a person on one machine: files outside every register, each under a passphrase, that the stock `age` program
//! opens too.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;

use super::error::VaultError;
use crate::atomic_file;
use crate::sealing::{Identity, NotOpened, Recipient, lock, unlock};

/// A folder of identities, each in a file that is named by its recipient.
#[derive(Debug, Clone)]
pub(crate) struct Keyring {
    dir: PathBuf,
}

impl Keyring {
    /// That in a folder, which need not be there yet.
    pub(crate) fn at(dir: &Path) -> Self {
        Self { dir: dir.to_path_buf() }
    }

    /// The folder.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    fn file(&self, recipient: &Recipient) -> PathBuf {
        self.dir.join(format!("{recipient}.age"))
    }

    fn failed(&self, error: &io::Error) -> VaultError {
        VaultError::Keyring(self.dir.clone(), error.kind())
    }

    /// Whether the identity behind a recipient lies here.
    pub(crate) fn has(&self, recipient: &Recipient) -> bool {
        self.file(recipient).is_file()
    }

    /// The recipients whose identities lie here; none where there is no folder.
    pub(crate) fn recipients(&self) -> Vec<Recipient> {
        let files = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        let names = files.filter_map(|file| file.file_name().into_string().ok());
        let mut here: Vec<Recipient> = names.filter_map(|name| name.strip_suffix(".age")?.parse().ok()).collect();
        here.sort_unstable();
        here
    }

    /// Puts down a new identity under a passphrase; written beside, then renamed, for its owner alone.
    pub(crate) fn put(&self, identity: &Identity, passphrase: &SecretString) -> Result<(), VaultError> {
        let locked = lock(identity, passphrase).ok_or(VaultError::WrongPassphrase)?;
        let put = || -> io::Result<()> {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&self.dir)?;
            let mut file = atomic_file::file(&self.dir)?;
            file.write_all(&locked)?;
            file.as_file().sync_all()?;
            file.persist(self.file(&identity.recipient())).map_err(|error| error.error)?;
            Ok(())
        };
        put().map_err(|error| self.failed(&error))
    }

    /// The identity behind a recipient.
    pub(crate) fn get(&self, recipient: &Recipient, passphrase: &SecretString) -> Result<Identity, VaultError> {
        let locked = match fs::read(self.file(recipient)) {
            Ok(locked) => locked,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(VaultError::NoIdentity),
            Err(error) => return Err(self.failed(&error)),
        };
        unlock(&locked, passphrase).map_err(|why| match why {
            NotOpened::NotForMe => VaultError::WrongPassphrase,
            NotOpened::Damaged | NotOpened::TooMuchWork => {
                VaultError::Keyring(self.file(recipient), io::ErrorKind::InvalidData)
            }
        })
    }

    /// Removes the identity behind a recipient: what was sealed to it only can be opened here no more.
    pub(crate) fn remove(&self, recipient: &Recipient) -> Result<(), VaultError> {
        match fs::remove_file(self.file(recipient)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failed(&error)),
            _ => Ok(()),
        }
    }
}
