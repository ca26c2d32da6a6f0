//! The arguments of the verbs that handle one case.

use std::path::PathBuf;

use clap::Args;

use crate::calendar::SpokenDay;
use crate::cli::values::{Answer, one_of, pair};

/// `new`.
#[derive(Debug, Args)]
pub struct New {
    /// The regulation; not needed if there is only one.
    #[arg(id = "under", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// The date of receipt; today if omitted.
    #[arg(long, value_name = "DATE", value_parser = SpokenDay::read)]
    pub received: Option<SpokenDay>,
    /// The channel by which it was received.
    #[arg(id = "came_by", long = "channel", value_name = "CHANNEL")]
    pub channel: Option<String>,
    /// Where it comes from, if the regulation asks for that.
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// A party, as `role[:position][=person]`; repeat for each. The first is the complainant.
    #[arg(id = "parties", long = "party", value_name = "PARTY")]
    pub parties: Vec<String>,
    /// A topic; repeat for each. The first is the main topic.
    #[arg(long = "topic", value_name = "TOPIC")]
    pub topics: Vec<String>,
    /// The severity.
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<String>,
    /// A field of this organisation; repeat for each.
    #[arg(long = "field", value_name = "KEY=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
    /// What the sealed part contains, such as name,address,narrative.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub sealed: Vec<String>,
    /// A file with lines such as `name: …`, to be sealed; `-` is standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "sealed")]
    pub sealed_from: Option<PathBuf>,
    /// A working note, without names and without the complainant's words.
    #[arg(long, value_name = "TEXT")]
    pub notes: Option<String>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// What becomes of an edit.
#[derive(Debug, Clone, Copy, Args)]
pub struct Keep {
    /// Commit what was written, and only that.
    #[arg(long, conflicts_with = "preview")]
    pub commit: bool,
    /// Show what would be written; write nothing.
    #[arg(id = "preview", long = "dry-run")]
    pub dry_run: bool,
}

/// `step`.
#[derive(Debug, Args)]
pub struct Step {
    /// The case id; asked for on a terminal if omitted.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: Option<String>,
    /// The step; if omitted, those that are possible now.
    #[arg(id = "which_step", value_name = "STEP")]
    pub which: Option<String>,
    /// Without a step: also list those that are not possible yet, and what they lack.
    #[arg(long)]
    pub all: bool,
    /// What is said of the step.
    #[command(flatten)]
    pub said: TypedAnswers,
}

/// `acknowledge`, `extend`, `hear`, `judge`, `close`, `refer`.
#[derive(Debug, Args)]
pub struct Shorthand {
    /// The case id; asked for on a terminal if omitted.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: Option<String>,
    /// Which step, if the regulation has several.
    #[arg(id = "chosen_step", value_name = "STEP")]
    pub step: Option<String>,
    /// What is said of the step.
    #[command(flatten)]
    pub said: TypedAnswers,
}

/// What is said of a step; what is absent is asked for on a terminal.
#[derive(Debug, Args)]
pub struct TypedAnswers {
    /// Who did it: keys, separated by commas.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub by: Vec<String>,
    /// To whom.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub to: Vec<String>,
    /// Who received a copy.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub cc: Vec<String>,
    /// With whom.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub with: Vec<String>,
    /// To whom it was reported.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub reported_to: Vec<String>,
    /// By which channel.
    #[arg(id = "by_channel", long = "channel", value_name = "CHANNEL")]
    pub channel: Option<String>,
    /// The date; today if omitted.
    #[arg(long, value_name = "DATE", value_parser = SpokenDay::read)]
    pub on: Option<SpokenDay>,
    /// What the step asks for; repeat for each key, and for each value of a list.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// For which party.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub party: Vec<String>,
    /// Which parts are done.
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub parts: Vec<String>,
    /// Who handles the case from now on.
    #[arg(long, value_name = "KEY")]
    pub handler: Option<String>,
    /// Why it is late, without names.
    #[arg(long, value_name = "REASON")]
    pub late: Option<String>,
    /// On which ground the step is waived.
    #[arg(long, value_name = "GROUND")]
    pub waived: Option<String>,
    /// Why this person did it after all, without names.
    #[arg(long, value_name = "REASON")]
    pub waiver: Option<String>,
    /// It was offered and not taken up.
    #[arg(long)]
    pub offered: bool,
    /// Who recorded it, if not the person who did it.
    #[arg(long, value_name = "KEY")]
    pub recorded_by: Option<String>,
    /// The reason, without names.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// A reference, without names.
    #[arg(long = "ref", value_name = "TEXT")]
    pub reference: Option<String>,
    /// A note, without names.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// For a `correctie`: the number of the entry it annuls, or `received` (with --set received=DATE or --set channel=ID).
    #[arg(id = "annuls", long = "of", value_name = "NUMBER")]
    pub of: Option<String>,
    /// A declaration that the step requires, and how it is known; repeat for each.
    #[arg(long = "attest", value_name = "ID=HOW", value_parser = pair)]
    pub attest: Vec<(String, String)>,
    /// Who makes a declaration, if not the person who did the step.
    #[arg(long = "attest-by", value_name = "ID=KEY", value_parser = pair)]
    pub attest_by: Vec<(String, String)>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The case id; asked for on a terminal if omitted.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: Option<String>,
    /// Output format.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}

#[cfg(test)]
#[path = "../../../tests/unit/cli/case/args.rs"]
mod tests;
