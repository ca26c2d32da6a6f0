//! `klacht` holds an organisation's complaint handling to its own published regulation, from a git repository.
//!
//! The rooms of the house, in the order in which bytes pass through them:
//!
//! - [`register`]: where bytes come from (work tree, index, commit, history); git lives only here.
//! - [`yaml`]: the one place that touches a YAML parser: trees with spans, precise edits, tables of known keys.
//! - [`calendar`]: durations, working days, holidays, the Algemene termijnenwet.
//! - [`regulation`]: a regulation as data, its text, its people, its lint.
//! - [`case`]: one case file: front matter, log, body, id.
//! - [`change`]: two versions of one case's log compared; what was logged stays.
//! - [`docket`]: a case replayed against its regulation: clocks, duties, possible steps.
//! - [`rules`]: one file and one page a rule; a rule reads and reports.
//! - [`diagnostics`]: findings, the sink that collects them, and what prints them.
//! - [`statistics`]: coded records counted, protected and audited; figures that may be published.
//! - [`check`]: the verdict: files read, cases replayed, rules asked, findings placed.
//! - [`desk`]: a case taken up, changed and put back, so that nothing wrong is ever written.
//! - [`draft`]: two versions of a regulation compared; a draft tried on the cases of a year.
//! - [`merging`]: two people's edits of one case brought together.
//! - [`init`]: a new register from five questions and templates; what exists stays.
//! - [`intake`]: words in: e-mails, tables and forms into valid cases.
//! - [`letters`]: words out: letters to the complainant, from regulation and docket.
//! - [`site`]: what the public may see: pages, feeds and data files.
//! - [`publish`]: gathers what the site may see, and puts what was built in its folder.
//! - [`schema`]: JSON Schemas of the files, made from the tables that check them.
//! - [`doctor`]: whether git, the hooks and the settings around a register are as they should be.
//! - [`lsp`]: a language server: all this in an editor, while somebody types.
//! - [`cli`]: one thin file per verb.
//!
//! Three that others use: `atomic_file`, files that are not whole yet, `patterns`, what is looked for in texts, and `text_template`, text
//! from templates.
//!
//! Time is an argument everywhere: only `main` reads the clock.

mod atomic_file;
pub mod calendar;
pub mod case;
pub mod casework;
pub mod change;
pub mod check;
pub mod cli;
pub mod context;
pub mod counting;
pub mod diagnostics;
mod digest;
pub mod docket;
pub mod doctor;
pub mod draft;
pub mod init;
pub mod intake;
pub mod letters;
pub mod lsp;
pub mod merging;
pub(crate) mod naming;
pub mod paths;
mod patterns;
pub mod publish;
pub mod register;
pub mod regulation;
pub mod rules;
pub mod schema;
pub mod site;
pub mod statistics;
mod text_template;
pub mod yaml;
pub mod yearbook;
