//! Questions on a terminal. Asked on standard error, so that standard output stays what a script may read.

use std::io::ErrorKind;

use age::secrecy::SecretString;
use dialoguer::console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Input, MultiSelect, Password, Select};
use zeroize::Zeroizing;

use chrono::NaiveDate;

use super::output::{Failure, Output};
use crate::calendar::{SpokenDay, Toward, date_words};
use crate::casework::{Prompt, Workspace};
use crate::check::allowed;
use crate::cli::global::Global;
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::init::Wrong;
use crate::regulation::AskType;
use crate::rules::data_protection::{Allowed, Source, scan};

/// Whether there is anybody to ask.
#[must_use]
pub fn somebody_there(global: &Global, world: &World<'_>) -> bool {
    use std::io::IsTerminal;
    !global.no_input && world.stderr_is_terminal && std::io::stdin().is_terminal()
}

/// Lets Ctrl-C end the question instead of the process, which would leave the cursor hidden and say nothing. Where that
/// cannot be had, it ends the process as ever.
fn survive_interrupts() {
    // Asked for once, an interrupt is heard for as long as the process lives; whoever answers twice asks twice.
    let _ = ctrlc::set_handler(|| {});
}

/// A question without an answer: the cursor that it hid is shown again.
fn unanswered(dialoguer::Error::IO(error): dialoguer::Error) -> Failure {
    // Nothing is left to do when the terminal is gone.
    let _ = Term::stderr().show_cursor();
    if error.kind() == ErrorKind::Interrupted { Failure::Stopped } else { Failure::Output(error) }
}

/// The question; with a mark when it may be passed over.
fn question(prompt: &Prompt, lang: Lang) -> String {
    let mark = if prompt.required { text!("", "") } else { text!(" (mag leeg blijven)", " (optional)") };
    format!("{}{}", prompt.label.in_(lang), mark.in_(lang))
}

/// Whoever answers: a person on a terminal, or nobody; then what is proposed stands.
pub struct Answers {
    theme: Option<Box<dyn Theme>>,
    lang: Lang,
    /// What is no personal data, where answers go into a case.
    allowed: Option<Allowed>,
    /// The day as of which days are understood.
    today: NaiveDate,
}

impl Answers {
    /// Of a person when there is one.
    #[must_use]
    pub fn new(global: &Global, world: &World<'_>, out: &Output) -> Self {
        if somebody_there(global, world) {
            survive_interrupts();
        }
        let coloured = global.color.wanted(world.stderr_is_terminal, world.env);
        let theme = somebody_there(global, world).then(|| -> Box<dyn Theme> {
            if coloured { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) }
        });
        let today = global.today.unwrap_or(world.clock);
        Self { theme, lang: out.lang, allowed: None, today }
    }

    /// The same for answers that go into a case of this register: personal data in them are told at once, and not when
    /// everything else was answered. Days are understood as of `today`.
    #[must_use]
    pub fn for_a_case(self, workspace: &Workspace, today: NaiveDate) -> Self {
        let allowed = self.are_a_persons().then(|| allowed(&workspace.context));
        Self { allowed, today, ..self }
    }

    /// Whether a person answers.
    #[must_use]
    pub fn are_a_persons(&self) -> bool {
        self.theme.is_some()
    }

    /// The answer to one want; empty when it is left open.
    pub fn to(&self, prompt: &Prompt) -> Result<Vec<String>, Failure> {
        let Some(theme) = self.theme.as_deref() else {
            return Ok(if prompt.required { prompt.default.clone() } else { Vec::new() });
        };
        let found = match (prompt.choices.is_empty(), prompt.several) {
            (true, _) => self.words(theme, prompt),
            (false, true) => self.several(theme, prompt),
            (false, false) => self.one(theme, prompt),
        };
        found.map_err(unanswered)
    }

    /// A line that `right` accepts; asked again, with what is wrong and what to do, until it does. What is proposed when
    /// nobody answers.
    pub fn line(
        &self,
        label: &Text,
        proposed: &str,
        right: &dyn Fn(&str) -> Result<(), Wrong>,
    ) -> Result<String, Failure> {
        let Some(theme) = self.theme.as_deref() else { return Ok(proposed.to_owned()) };
        let lang = self.lang;
        let told = |text: &String| {
            right(text).map_err(|wrong| format!("{}; {}", wrong.message.in_(lang), wrong.remedy.in_(lang)))
        };
        let asked = Input::<String>::with_theme(theme).with_prompt(label.in_(lang)).validate_with(told);
        let answered = asked.default(proposed.to_owned()).interact_text_on(&Term::stderr());
        answered.map_err(unanswered)
    }

    /// A day that `right` accepts, said as people say days; how it was understood is said back. What is proposed when nobody
    /// answers.
    pub fn day(
        &self,
        label: &Text,
        proposed: NaiveDate,
        toward: Toward,
        right: &dyn Fn(NaiveDate) -> Result<(), Wrong>,
    ) -> Result<NaiveDate, Failure> {
        let day = |text: &str| SpokenDay::read(text).and_then(|said| said.day(proposed, toward));
        let told = |text: &str| {
            let message = text!("dit is geen dag", "this is not a date");
            day(text).map_err(|fault| Wrong { message, remedy: fault.words() }).and_then(right)
        };
        let said = self.line(label, &proposed.to_string(), &told)?;
        let understood = day(&said).unwrap_or(proposed);
        if self.are_a_persons() && said.trim() != understood.to_string() {
            // Nothing is left to do when the terminal is gone; the next question says so.
            let _ = Term::stderr().write_line(&format!("  = {}", date_words(understood).in_(self.lang)));
        }
        Ok(understood)
    }

    /// One of the choices; nothing to go back to the question before.
    pub fn one_or_back(&self, prompt: &Prompt) -> Result<Option<String>, Failure> {
        let Some(theme) = self.theme.as_deref() else { return Ok(prompt.default.first().cloned()) };
        let labels = self.labels(prompt);
        let at = prompt.choices.iter().position(|c| prompt.default.contains(&c.value)).unwrap_or(0);
        let asked = Select::with_theme(theme).with_prompt(question(prompt, self.lang)).items(&labels).default(at);
        let chosen = asked.interact_on_opt(&Term::stderr()).map_err(unanswered)?;
        Ok(chosen.and_then(|at| prompt.choices.get(at)).map(|c| c.value.clone()))
    }

    /// What nobody may see while it is typed, asked twice where it is new; nothing when nobody answers.
    pub fn secret(&self, label: &Text, twice: bool) -> Result<Option<SecretString>, Failure> {
        let Some(theme) = self.theme.as_deref() else { return Ok(None) };
        let again = text!("nog een keer", "once more");
        let other = text!("dat was niet hetzelfde", "that was not the same");
        let mut asked = Password::with_theme(theme).with_prompt(label.in_(self.lang));
        if twice {
            asked = asked.with_confirmation(again.in_(self.lang), other.in_(self.lang));
        }
        asked.interact_on(&Term::stderr()).map(|typed| Some(SecretString::from(typed))).map_err(unanswered)
    }

    /// A line of free text; nothing when it is left empty, or nobody answers. Unlike other answers it is not looked at for
    /// personal data: it is sealed.
    pub fn sealed(&self, label: &Text) -> Result<Option<Zeroizing<String>>, Failure> {
        let Some(theme) = self.theme.as_deref() else { return Ok(None) };
        let asked = Input::<String>::with_theme(theme).with_prompt(label.in_(self.lang)).allow_empty(true);
        let said = Zeroizing::new(asked.interact_text_on(&Term::stderr()).map_err(unanswered)?);
        Ok(Some(said).filter(|said| !said.trim().is_empty()))
    }

    fn labels(&self, prompt: &Prompt) -> Vec<String> {
        let label = |c: &crate::casework::Choice| match c.name.in_(self.lang) {
            name if name == c.value => c.value.clone(),
            name => format!("{} – {name}", c.value),
        };
        prompt.choices.iter().map(label).collect()
    }

    fn one(&self, theme: &dyn Theme, prompt: &Prompt) -> dialoguer::Result<Vec<String>> {
        let mut labels = self.labels(prompt);
        if !prompt.required {
            labels.push(text!("(overslaan)", "(skip)").in_(self.lang).to_owned());
        }
        let at = prompt.choices.iter().position(|c| prompt.default.contains(&c.value)).unwrap_or(0);
        let asked = Select::with_theme(theme).with_prompt(question(prompt, self.lang)).items(&labels).default(at);
        let chosen = asked.interact_on(&Term::stderr())?;
        Ok(prompt.choices.get(chosen).map(|c| c.value.clone()).into_iter().collect())
    }

    fn several(&self, theme: &dyn Theme, prompt: &Prompt) -> dialoguer::Result<Vec<String>> {
        let hint = if prompt.required {
            text!("(spatie kiest, minstens één; enter gaat verder)", "(space selects, at least one; enter continues)")
        } else {
            text!("(spatie kiest, enter gaat verder)", "(space selects, enter continues)")
        };
        let line = format!("{} {}", question(prompt, self.lang), hint.in_(self.lang));
        let marked: Vec<bool> = prompt.choices.iter().map(|c| prompt.default.contains(&c.value)).collect();
        loop {
            let asked = MultiSelect::with_theme(theme).with_prompt(&line).items(self.labels(prompt)).defaults(&marked);
            let chosen = asked.interact_on(&Term::stderr())?;
            if !chosen.is_empty() || !prompt.required {
                let values = chosen.into_iter().filter_map(|at| prompt.choices.get(at));
                return Ok(values.map(|c| c.value.clone()).collect());
            }
            let one = text!("  kies er minstens één, met spatie", "  select at least one, with space");
            Term::stderr().write_line(one.in_(self.lang))?;
        }
    }

    fn words(&self, theme: &dyn Theme, prompt: &Prompt) -> dialoguer::Result<Vec<String>> {
        let mut given = Vec::new();
        loop {
            // Of several the first may be demanded; an empty line ends them.
            let more = !given.is_empty();
            let text = self.free(theme, prompt, more)?;
            if text.is_empty() {
                return Ok(given);
            }
            given.push(text);
            if !prompt.several {
                return Ok(given);
            }
        }
    }

    /// Whether a free answer holds no personal data, as `check` would find them.
    fn pseudonymous(&self, text: &str) -> Result<(), Text> {
        let hits = self.allowed.as_ref().map(|allowed| scan(text, Source::CaseData, allowed)).unwrap_or_default();
        hits.first().map_or(Ok(()), |hit| Err(hit.say(Source::CaseData).message))
    }

    /// One free answer, asked again until it reads as what is wanted; empty where it is left open.
    fn free(&self, theme: &dyn Theme, prompt: &Prompt, more: bool) -> dialoguer::Result<String> {
        let lang = self.lang;
        let line = if more {
            text!("en verder (leeg: dat was alles)", "anything else (empty: no more)").in_(lang).to_owned()
        } else {
            question(prompt, lang)
        };
        let open = more || !prompt.required;
        let right = |text: &String| match prompt.accepts(text) {
            Err(_) if open && text.trim().is_empty() => Ok(()),
            Ok(()) if prompt.kind == AskType::Date => {
                prompt.day(text, self.today).map(|_| ()).map_err(|f| f.in_(lang).to_owned())
            }
            judged => judged.and_then(|()| self.pseudonymous(text)).map_err(|wrong| wrong.in_(lang).to_owned()),
        };
        let mut asked = Input::<String>::with_theme(theme).with_prompt(line).allow_empty(open).validate_with(right);
        if let Some(default) = prompt.default.first().filter(|_| !more) {
            asked = asked.default(default.clone());
        }
        let answer = asked.interact_text_on(&Term::stderr())?.trim().to_owned();
        if prompt.kind == AskType::Date && !answer.is_empty() { self.dated(prompt, &answer) } else { Ok(answer) }
    }

    /// A day as it stands in files, said back where it was written otherwise.
    fn dated(&self, prompt: &Prompt, answer: &str) -> dialoguer::Result<String> {
        let Ok(day) = prompt.day(answer, self.today) else { return Ok(answer.to_owned()) };
        if day.to_string() != answer {
            Term::stderr().write_line(&format!("  = {}", date_words(day).in_(self.lang)))?;
        }
        Ok(day.to_string())
    }
}
