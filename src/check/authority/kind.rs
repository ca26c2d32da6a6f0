//! Whose everything is: one question, one table. `docs/decisions/authority.md` says why.

use crate::context::FourEyes;
use crate::paths::{self, RegisterPath};

/// A part of a file, where a file has parts that are not all of the same people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The file, or what of it has no row of its own.
    Whole,
    /// The steps of a case.
    Log,
    /// A regulation that comes or goes.
    Regulation,
    /// Who decides: keepers, owners, and by what these are known.
    Deciders,
    /// Keys that read what is sealed.
    Seals,
    /// By what a keeper is known.
    Keepers,
    /// A finding that somebody accepts.
    Accepted,
    /// What is left of a destroyed case, and its row in the tally.
    Remains,
    /// The parties, the receipt: what the rules rest on.
    Facts,
    /// A step that is annulled.
    Correction,
    /// What stops the destruction.
    Hold,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `klacht.yaml`.
    Settings,
    /// Which regulations there are.
    Regulations,
    /// Roles, keys, accounts of clients.
    People,
    /// Who decides, and the keys of owners.
    Deciders,
    /// Keys that read what is sealed, each its owner's.
    Seals,
    /// The keys of keepers.
    Keepers,
    /// A version, and what else stands in the folder of a regulation.
    Version,
    /// What the whole register goes by besides.
    RegisterWide,
    /// Reports, discussions, declarations, the number of participants.
    Records,
    /// Rows of the tally.
    Tally,
    /// The log of a case.
    Log,
    /// What the rules on a case rest on.
    Facts,
    /// Topics, fields, notes.
    Notes,
    /// Steps taken back.
    Corrections,
    /// Findings accepted.
    Acceptances,
    /// What stops the destruction of a case.
    Holds,
    /// The end of a case.
    Destruction,
    /// Everything else.
    Anything,
}

/// Who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A keeper of the register.
    Keeper,
    /// An owner of the regulation.
    Owner,
    /// Either of them; what is a keeper's, a keeper.
    Decider,
    /// Whom the regulation names for it, or else an owner.
    Named,
    /// Who handles the case, or an owner.
    Handler,
    /// Who took the step or may take it today, or an owner.
    Taker,
    /// Whoever has access to the case.
    Access,
    /// Anybody of a people.yaml.
    Known,
}

/// What the table says of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Who may change it.
    pub who: Who,
    /// The rules that hold for everybody.
    pub never: &'static [&'static str],
    /// Of which class it is, where a register asks for two persons.
    pub two: Option<FourEyes>,
}

impl Kind {
    /// The row.
    #[must_use]
    pub const fn row(self) -> Row {
        let (who, never, two): (_, &'static [&'static str], _) = match self {
            Self::Settings => (Who::Keeper, &["G725", "G732"], Some(FourEyes::Settings)),
            Self::Regulations => (Who::Keeper, &["G708"], Some(FourEyes::Settings)),
            Self::RegisterWide => (Who::Keeper, &[], Some(FourEyes::Settings)),
            Self::People => (Who::Owner, &["G719", "G733", "G734", "G739"], Some(FourEyes::People)),
            Self::Deciders => (Who::Decider, &["G719", "G733"], Some(FourEyes::People)),
            Self::Seals => (Who::Known, &["G762"], None),
            Self::Keepers => (Who::Keeper, &["G719", "G733"], Some(FourEyes::People)),
            Self::Version => (Who::Owner, &["G708"], Some(FourEyes::Versions)),
            Self::Records => (Who::Named, &["G735", "G724"], None),
            Self::Tally => (Who::Named, &["G718", "G720"], Some(FourEyes::Destruction)),
            Self::Destruction => (Who::Named, &["G736", "T311"], Some(FourEyes::Destruction)),
            Self::Holds => (Who::Named, &["G737"], Some(FourEyes::Destruction)),
            Self::Log => (Who::Access, &["G702", "G703"], None),
            Self::Facts => (Who::Handler, &["G706", "G730"], None),
            Self::Notes => (Who::Access, &[], None),
            Self::Corrections => (Who::Taker, &["G740"], None),
            Self::Acceptances => (Who::Access, &["G738"], None),
            Self::Anything => (Who::Known, &[], None),
        };
        Row { who, never, two }
    }
}

/// What else the whole register goes by.
const WIDE: [&str; 6] = [".gitattributes", ".gitignore", ".gitmodules", ".mailmap", "CODEOWNERS", "exceptions.yaml"];

/// Whose a part of the file at a path is.
#[must_use]
pub fn whose(path: &str, part: Part) -> Kind {
    match (RegisterPath::of(path), part) {
        (_, Part::Regulation) => Kind::Regulations,
        (_, Part::Deciders) => Kind::Deciders,
        (_, Part::Seals) => Kind::Seals,
        (_, Part::Keepers) => Kind::Keepers,
        (_, Part::Accepted) => Kind::Acceptances,
        (RegisterPath::Settings, _) => Kind::Settings,
        (RegisterPath::People { .. }, _) => Kind::People,
        (RegisterPath::Regulation { .. } | RegisterPath::Text { .. }, _) => Kind::Version,
        (RegisterPath::Template { .. }, _) => Kind::RegisterWide,
        (RegisterPath::Yearbook { .. }, Part::Remains) => Kind::Tally,
        (RegisterPath::Yearbook { .. }, _) => Kind::Records,
        (RegisterPath::Case { .. }, Part::Remains) => Kind::Destruction,
        (RegisterPath::Case { .. }, Part::Facts) => Kind::Facts,
        (RegisterPath::Case { .. }, Part::Correction) => Kind::Corrections,
        (RegisterPath::Case { .. }, Part::Hold) => Kind::Holds,
        (RegisterPath::Case { .. }, Part::Log) => Kind::Log,
        (RegisterPath::Case { .. }, _) => Kind::Notes,
        (RegisterPath::Other, _) => of_the_rest(path),
    }
}

fn of_the_rest(path: &str) -> Kind {
    let top = paths::top(path);
    if top.eq_ignore_ascii_case(paths::POLICY) {
        // Below the folder of a regulation what is its owner's; beside those folders what is the register's.
        return if path.matches('/').count() > 1 { Kind::Version } else { Kind::RegisterWide };
    }
    let wide =
        WIDE.contains(&paths::file_name(path)) || paths::PIPELINES.contains(&top) || top.starts_with(".gitlab-ci");
    if wide || top.eq_ignore_ascii_case(paths::SETTINGS) { Kind::RegisterWide } else { Kind::Anything }
}
