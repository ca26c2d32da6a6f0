//! The arguments of the verbs that handle one case.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::cli::args::day;
use crate::cli::help::mistake::pair;

/// `new`.
#[derive(Debug, Args)]
pub struct New {
    /// The regulation; not needed when there is only one.
    #[arg(id = "under", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// The day of receipt; today when absent.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub received: Option<NaiveDate>,
    /// By which channel it came in.
    #[arg(id = "came_by", long = "channel", value_name = "CHANNEL")]
    pub channel: Option<String>,
    /// Where it comes from, where the regulation asks.
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// A party, as `role[:position][=person]`; again for each. The first complains.
    #[arg(id = "parties", long = "party", value_name = "PARTY")]
    pub parties: Vec<String>,
    /// What it is about; again for each. The first is the main topic.
    #[arg(long = "topic", value_name = "TOPIC")]
    pub topics: Vec<String>,
    /// How grave it is.
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<String>,
    /// A fact of this organisation; again for each.
    #[arg(long = "field", value_name = "KEY=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
    /// What the sealed part holds, such as name,address,narrative.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub sealed: Vec<String>,
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
    /// Commit what was written, and nothing else.
    #[arg(long, conflicts_with = "preview")]
    pub commit: bool,
    /// Show what would be written, and write nothing.
    #[arg(id = "preview", long = "dry-run")]
    pub dry_run: bool,
}

/// `step`.
#[derive(Debug, Args)]
pub struct Step {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// The step; without it: those that are possible now.
    #[arg(id = "which_step", value_name = "STEP")]
    pub which: Option<String>,
    /// Without a step: also those that are not possible yet, with what they lack.
    #[arg(long)]
    pub all: bool,
    /// What is said of the step.
    #[command(flatten)]
    pub said: TypedAnswers,
}

/// `acknowledge`, `extend`, `hear`, `judge`, `close`, `refer`.
#[derive(Debug, Args)]
pub struct Shorthand {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// Which step, where the regulation has several.
    #[arg(id = "chosen_step", value_name = "STEP")]
    pub step: Option<String>,
    /// What is said of the step.
    #[command(flatten)]
    pub said: TypedAnswers,
}

/// What is said of a step; what is absent is asked for on a terminal.
#[derive(Debug, Args)]
pub struct TypedAnswers {
    /// Who did it; keys, with commas.
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
    /// On which day; today when absent.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<NaiveDate>,
    /// What the step asks; again for each key, and again for each value of a list.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// For which party.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub party: Vec<String>,
    /// Which parts are done.
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub parts: Vec<String>,
    /// Who handles the case from here on.
    #[arg(long, value_name = "KEY")]
    pub handler: Option<String>,
    /// Why it is late.
    #[arg(long, value_name = "REASON")]
    pub late: Option<String>,
    /// On which ground the step is left out.
    #[arg(long, value_name = "GROUND")]
    pub waived: Option<String>,
    /// Why by this person after all.
    #[arg(long, value_name = "REASON")]
    pub waiver: Option<String>,
    /// It was offered, and nobody took it up.
    #[arg(long)]
    pub offered: bool,
    /// Who wrote it down, when that is not who did it.
    #[arg(long, value_name = "KEY")]
    pub recorded_by: Option<String>,
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// A reference.
    #[arg(long = "ref", value_name = "TEXT")]
    pub reference: Option<String>,
    /// A note.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Of a `correctie`: the number of the entry that it annuls, or `received` (with --set received=DATE or --set channel=ID).
    #[arg(id = "annuls", long = "of", value_name = "NUMBER")]
    pub of: Option<String>,
    /// A declaration that the step demands, and how it is known; again for each.
    #[arg(long = "attest", value_name = "ID=HOW", value_parser = pair)]
    pub attest: Vec<(String, String)>,
    /// Who gives a declaration, when that is not who did the step.
    #[arg(long = "attest-by", value_name = "ID=KEY", value_parser = pair)]
    pub attest_by: Vec<(String, String)>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// How to print: text or json.
    #[arg(long, value_enum, default_value_t = Told::Text, hide_possible_values = true)]
    pub format: Told,
}

/// How a case is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Told {
    /// For reading.
    Text,
    /// For programs.
    Json,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::case::LogEntry;
    use crate::diagnostics::Lang;
    use crate::naming;
    use crate::yaml::Group;

    #[test]
    fn what_remedies_name_is_a_flag_of_the_verb() {
        let whole = crate::cli::command(Lang::En);
        let flags = |verb: &str| -> BTreeSet<String> {
            let verb = whole.find_subcommand(verb).unwrap();
            verb.get_arguments().filter_map(|a| a.get_long()).map(|long| format!("--{long}")).collect()
        };
        let (step, new, add) = (flags("step"), flags("new"), flags("add"));
        // The step itself is said without a flag.
        for key in LogEntry::TABLE.keys().filter(|key| *key != "step") {
            assert!(step.contains(&naming::flag(key)), "{key}");
        }
        assert_eq!(naming::flag("streefdatum"), "--set streefdatum=…");
        assert!(["--set", "--attest", "--attest-by"].iter().all(|flag| step.contains(*flag)));
        let said = ["--received", "--source", "--party", "--topic", "--field", "--sealed"];
        assert!(said.iter().all(|flag| new.contains(*flag)));
        assert!(said.iter().filter(|flag| **flag != "--received").all(|flag| add.contains(*flag)));
    }
}
