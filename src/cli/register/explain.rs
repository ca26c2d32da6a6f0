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
mod tests {
    use crate::cli::register::explain::*;

    #[test]
    fn a_rule_is_explained_by_code_and_by_name() {
        let by_code = explain("t301", Lang::Nl).unwrap();
        assert!(by_code.starts_with("# T301: late-silently\n\nErnst: fout\n\n## Wat wordt nagekeken\n"), "{by_code}");
        assert_eq!(explain("Late-Silently", Lang::Nl).unwrap(), by_code);
        assert!(
            [" T301. ", "[T301]", "late-silently,"].iter().all(|asked| explain(asked, Lang::Nl).unwrap() == by_code)
        );
        let english = explain("T309", Lang::En).unwrap();
        assert!(english.contains("\n\nSeverity: warning\n\n## What it checks\n"), "{english}");
        assert!(english.ends_with('\n') && !english.ends_with("\n\n"));
    }

    #[test]
    fn a_typing_error_gets_a_suggestion_and_nonsense_an_example() {
        let near = explain("late-silenty", Lang::En).unwrap_err();
        assert_eq!(unknown(&near).en, "there is no such rule; did you mean `klacht explain T301`?");
        let none = explain("zzzzzzzzzz", Lang::En).unwrap_err();
        assert_eq!(none.suggestion, None);
        assert!(unknown(&none).nl.contains("`klacht explain T301`"));
    }
}
