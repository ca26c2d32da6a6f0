//! `klacht` holds an organisation's complaint handling to its own published regulation, from a git repository.
//!
//! [`ROOMS`] is the house on one screen: each room, what is in it, and which rooms it may use. A test (`tests/rooms.rs`) holds the
//! code to that table, so bytes flow one way: from files to trees, from trees to regulations and cases, from these to dockets, from
//! dockets to findings and pages.
//!
//! Where to look:
//!
//! | for | look in |
//! |---|---|
//! | a rule, such as W202: what it says | `docs/rules/W202.md`, and `src/rules/workflow/w202.rs` beside its brothers |
//! | where a rule is checked | the file that its page names behind `check:`. In a case: `docket/violation.rs` says which `ViolationKind` is W202's, and that file finds it; `rules/of_violation.rs` leads back to the rule |
//! | where a due date is reckoned | `docket/run.rs` (one run of a term), `docket/starts.rs` (what begins it), `calendar/term.rs` (how its days are counted) |
//! | what happens to a pushed commit | `cli/git/hook.rs` (what git says), `check/push.rs` (references), `check/commit/validator.rs` (each commit against its parents) |
//! | a sentence of a letter | `letters/` (which facts), `site-templates/letters/` (the words) |
//! | what the public site may see | `site/input.rs`: nothing else goes in; `publish/gather.rs` fills it, `site/proof/` looks at what came out |
//! | a key of `regulation.yaml`, or of another file | the type of its block: `group!` (`yaml/group.rs`) declares struct, known keys and their words at once; all of `regulation.yaml` begins in `regulation/block.rs` |
//! | which path of a register is what | `paths.rs` |
//! | a verb of the command line | `cli/`, in the folder of its group in `--help` |
//!
//! Time is an argument everywhere, also how long something took: only `main` reads the clock (a progress bar times itself).

mod atomic_file;
pub mod calendar;
pub mod case;
pub mod casework;
mod change;
pub mod check;
pub mod cli;
pub mod context;
pub mod counting;
pub mod diagnostics;
mod digest;
pub mod docket;
mod doctor;
mod dossier;
pub mod draft;
mod init;
pub mod intake;
pub mod letters;
pub mod lsp;
pub mod merging;
mod naming;
mod paths;
mod patterns;
pub mod publish;
pub mod register;
pub mod regulation;
pub mod rules;
pub mod schema;
pub mod sealing;
pub mod site;
mod spelling;
pub mod statistics;
mod text_template;
mod vault;
pub mod yaml;
pub mod yearbook;

/// A room of the house.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Its name: the folder or file below `src/`.
    pub name: &'static str,
    /// What is in it.
    pub holds: &'static str,
    /// The rooms that it may use, and does; their names with spaces between them.
    pub uses: &'static str,
}

const fn room(name: &'static str, holds: &'static str, uses: &'static str) -> Room {
    Room { name, holds, uses }
}

/// All rooms, from the ground up: a room uses only rooms that stand above it in this list.
pub const ROOMS: &[Room] = &[
    room("digest", "SHA-256 in hexadecimal digits", ""),
    room("atomic_file", "files written beside and then renamed", ""),
    room("diagnostics", "findings, the sink that collects them, what prints them; texts in two languages", ""),
    room("patterns", "the regular expressions of the house, compiled once", ""),
    room("spelling", "words as people write them in different ways: one reading of names", ""),
    room("paths", "which path of a register is what", ""),
    room("sealing", "words sealed to those who may read them: keys, pieces, lists of readers", ""),
    room("calendar", "durations, working days, holidays, the Algemene termijnenwet", "diagnostics"),
    room(
        "yaml",
        "the one place that touches a YAML parser: trees with spans, precise edits, known keys",
        "diagnostics calendar",
    ),
    room("text_template", "plain text from templates", ""),
    room(
        "register",
        "where bytes come from: work tree, index, commit, history; git lives only here",
        "atomic_file diagnostics",
    ),
    room("case", "one case file: front matter, log, body, id", "diagnostics sealing yaml"),
    room(
        "regulation",
        "a regulation as data, its text, its versions, its people",
        "diagnostics sealing calendar yaml case",
    ),
    room("change", "two versions of one log compared: what was logged stays", ""),
    room(
        "docket",
        "a case replayed against its regulation: clocks, duties, possible steps, violations",
        "diagnostics calendar yaml case regulation",
    ),
    room(
        "naming",
        "what steps, terms, roles and keys are called to a reader",
        "diagnostics yaml case regulation docket",
    ),
    room("statistics", "coded records counted, protected and audited: figures that may be published", "diagnostics"),
    room("yearbook", "reports, discussions, tally rows, frozen figures of a year", "digest yaml regulation statistics"),
    room(
        "counting",
        "from dockets and tally rows to what a year is counted by",
        "case regulation docket statistics yearbook",
    ),
    room(
        "rules",
        "what each rule says; its page is in docs/rules",
        "diagnostics patterns spelling paths sealing calendar yaml case regulation docket naming yearbook",
    ),
    room(
        "context",
        "what is in force for one state of a register: settings, regulations, yearbooks; placing of findings",
        "diagnostics paths calendar yaml register regulation docket yearbook rules",
    ),
    room(
        "vault",
        "the sealed part of cases: kept, opened, shared and exchanged beside the history",
        "digest atomic_file diagnostics sealing register regulation",
    ),
    room(
        "check",
        "the verdict on a case, a tree, a commit, a push, and on what is sealed",
        "digest diagnostics paths sealing calendar yaml register case regulation change docket yearbook rules context vault",
    ),
    room(
        "casework",
        "a case opened, changed and put back: nothing wrong is ever written",
        "atomic_file diagnostics paths sealing calendar yaml register case regulation docket naming statistics yearbook counting rules context vault check",
    ),
    room(
        "merging",
        "two people's edits of one case brought together",
        "diagnostics yaml case change docket yearbook check casework",
    ),
    room(
        "draft",
        "two versions of a regulation compared; a draft tried on the cases of a year",
        "diagnostics paths calendar yaml register case regulation docket naming rules context check casework",
    ),
    room(
        "intake",
        "words in: e-mails, tables and forms into valid cases",
        "digest atomic_file diagnostics patterns paths sealing calendar yaml register case regulation context casework",
    ),
    room(
        "site",
        "what the public may see: pages, feeds and data files",
        "digest diagnostics patterns calendar yaml regulation statistics",
    ),
    room(
        "letters",
        "words out: letters from regulation and docket",
        "digest diagnostics calendar text_template register regulation docket site",
    ),
    room(
        "dossier",
        "words out: what is held of a case, for a person or for an external body",
        "diagnostics spelling sealing calendar case regulation docket naming casework letters",
    ),
    room(
        "schema",
        "JSON Schemas of the files, made from the tables that check them",
        "diagnostics calendar yaml case regulation yearbook context intake",
    ),
    room(
        "init",
        "a new register from five questions and templates",
        "atomic_file diagnostics paths calendar yaml text_template regulation casework schema",
    ),
    room(
        "publish",
        "gathers what the site may see, and puts what was built in its folder",
        "diagnostics patterns spelling paths yaml register regulation docket statistics yearbook counting rules context check site",
    ),
    room(
        "doctor",
        "whether git, hooks and settings around a register are as they should be",
        "diagnostics paths calendar register regulation rules context vault check merging",
    ),
    room(
        "lsp",
        "a language server: all this in an editor, while somebody types",
        "diagnostics paths calendar yaml register case regulation docket naming rules context check casework schema",
    ),
    room(
        "cli",
        "one thin file per verb, in the groups of --help",
        "atomic_file diagnostics spelling paths sealing calendar yaml register case regulation docket naming statistics yearbook counting rules context vault check casework merging draft intake site letters dossier schema init publish doctor lsp",
    ),
];
