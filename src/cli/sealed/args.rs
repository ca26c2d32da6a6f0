//! The arguments of the verbs for the sealed part.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::case::args::Keep;
use crate::cli::values::among;
use crate::sealing::PieceKind;

const KINDS: &[PieceKind] = &[
    PieceKind::Person,
    PieceKind::Words,
    PieceKind::Message,
    PieceKind::Attachment,
    PieceKind::Letter,
    PieceKind::Note,
];

/// `keys`.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Make a key of your own on this computer, and write its public half into people.yaml.
    New(NewKey),
    /// List the keys: whose they are, since when, and how many cases each opens.
    Status,
    /// Let somebody read cases that you can read.
    Add(ShareKey),
    /// Let somebody read cases no longer.
    Remove(ShareKey),
    /// Take a new key in place of your old one, for every case that you can read.
    Renew(NewKey),
    /// Forget the keys that are unlocked on this computer.
    Lock,
    /// Destroy an old key of yours on this computer.
    Retire(OneKey),
    /// Note that a key is lost, and list the cases that it could open.
    Lost(OneKey),
    /// Take a key for the right one that is another than this computer saw before; first ask its owner.
    Trust(NamedKey),
    /// The key that lies in the safe.
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Recovery {
        /// What to do.
        #[command(subcommand)]
        action: Recovery,
    },
}

/// `keys recovery`.
#[derive(Debug, Subcommand)]
pub enum Recovery {
    /// Make it, with three cards of which any two open it.
    Make(MakeRecovery),
    /// Open it with two cards, and let your own key read every case of this register.
    Use(UseRecovery),
    /// Make a new one in place of the old, for every case that you can read.
    Renew(MakeRecovery),
}

/// `keys new`, `keys renew`.
#[derive(Debug, Args)]
pub struct NewKey {
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `keys add`, `keys remove`.
#[derive(Debug, Args)]
pub struct ShareKey {
    /// The person, or one of their keys, such as m3 or m3/2.
    #[arg(id = "reader", value_name = "KEY")]
    pub key: String,
    /// Only these cases; every case if omitted.
    #[arg(id = "only_cases", long = "cases", value_name = "ID", value_delimiter = ',')]
    pub cases: Vec<String>,
    /// Also give each case a new key, for what is sealed later.
    #[arg(long)]
    pub anew: bool,
}

/// `keys trust`.
#[derive(Debug, Args)]
pub struct NamedKey {
    /// The key, such as m3/1.
    #[arg(id = "seal_key", value_name = "KEY")]
    pub key: String,
}

/// `keys retire`, `keys lost`.
#[derive(Debug, Args)]
pub struct OneKey {
    /// The key, such as m3/1.
    #[arg(id = "seal_key", value_name = "KEY")]
    pub key: String,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `keys recovery make`, `keys recovery renew`.
#[derive(Debug, Args)]
pub struct MakeRecovery {
    /// The folder for its three files, such as a stick for the safe; not in the register.
    #[arg(id = "safe", value_name = "DIR")]
    pub dir: PathBuf,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `keys recovery use`.
#[derive(Debug, Args)]
pub struct UseRecovery {
    /// The folder with its three files.
    #[arg(id = "safe", value_name = "DIR")]
    pub dir: PathBuf,
}

/// `seal`.
#[derive(Debug, Args)]
pub struct Seal {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID", required_unless_present = "from_folder", conflicts_with = "from_folder")]
    pub id: Option<String>,
    /// A confidential folder to take in, one folder a case; what it holds is sealed and read back.
    #[arg(id = "from_folder", long = "from", value_name = "DIR")]
    pub from: Option<PathBuf>,
    /// With --from: remove the folder of each case of which everything was read back.
    #[arg(long, requires = "from_folder")]
    pub remove: bool,
    /// The file to seal; standard input if omitted, or what you answer.
    #[arg(id = "sealed_file", value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// What it is.
    #[arg(id = "piece_kind", long = "as", value_name = "KIND", value_parser = among(KINDS, PieceKind::word))]
    pub kind: Option<PieceKind>,
    /// The party whose data it is, such as p1.
    #[arg(id = "of_party", long = "of", value_name = "PARTY")]
    pub of: Option<String>,
    /// Take back a piece that was sealed by mistake, by its number in `klacht open`.
    #[arg(long, value_name = "NUMBER", requires = "reason", conflicts_with_all = ["from_folder", "sealed_file", "piece_kind", "of_party"])]
    pub withdraw: Option<usize>,
    /// With --withdraw: why, without names.
    #[arg(long, value_name = "TEXT", requires = "withdraw")]
    pub reason: Option<String>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// Write the file of this piece to standard output, by its number in the list.
    #[arg(id = "piece_number", long = "piece", value_name = "NUMBER")]
    pub piece: Option<usize>,
}

/// `sync`.
#[derive(Debug, Args)]
pub struct Sync {
    /// Leave the register's own branches alone; exchange what is sealed only.
    #[arg(long)]
    pub sealed_only: bool,
}
