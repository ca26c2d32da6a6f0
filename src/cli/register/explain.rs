//! `klacht explain CODE` (uitleg): the page of a rule.

use clap::Args;

use crate::cli::output::{Failure, Output};
use crate::diagnostics::{Lang, Text, text};
use crate::rules::{ALL, UnknownRule, find};

/// `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A rule's code or name, such as W202; all rules if omitted.
    pub rule: Option<String>,
}

/// The page of the rule with this code or name, as Markdown for the terminal, with how grave its findings are.
///
/// # Errors
///
/// [`UnknownRule`] when there is none, with the code of one that may have been meant; [`unknown`] puts it in words.
pub fn explain(asked: &str, lang: Lang) -> Result<String, UnknownRule> {
    let rule = find(asked)?;
    let page = rule.page(lang);
    let (title, rest) = page.split_once('\n').unwrap_or((&page, ""));
    let label = match lang {
        Lang::Nl => "Ernst",
        Lang::En => "Severity",
    };
    Ok(format!("{title}\n\n{label}: {}\n\n{}\n", rule.severity.name(lang), rest.trim()))
}

/// That there is no such rule, and what to type instead. What was typed is not repeated: the person can still see it.
#[must_use]
pub fn unknown(unknown: &UnknownRule) -> Text {
    unknown.suggestion.map_or_else(
        || {
            text!(
                "die regel bestaat niet; een code staat tussen haken in elke melding, zoals `klacht explain T301`",
                "there is no such rule; each finding has a code in brackets, as in `klacht explain T301`"
            )
        },
        |code| {
            text!(
                "die regel bestaat niet; bedoelt u `klacht explain {code}`?",
                "there is no such rule; did you mean `klacht explain {code}`?"
            )
        },
    )
}

/// Runs it; the exit code.
pub fn run(args: &Explain, out: &Output) -> Result<u8, Failure> {
    let Some(asked) = &args.rule else {
        let lines: Vec<String> =
            ALL.iter().map(|rule| format!("{}  {:<26} {}\n", rule.code, rule.name, rule.summary(out.lang))).collect();
        out.print(&lines.concat())?;
        return Ok(0);
    };
    match explain(asked, out.lang) {
        Ok(page) => {
            out.print(&page)?;
            Ok(0)
        }
        Err(error) => {
            let all = text!("alle regels: klacht explain", "all rules: klacht explain");
            Err(Failure::Usage(unknown(&error), all))
        }
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/cli/register/explain.rs"]
mod tests;
