//! The five questions of `klacht init`: by flags, on a terminal, or by what is proposed.

use clap::Args;

use crate::casework::{Choice, Prompt, suggestion};
use crate::cli::ask::Answers as Asker;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};
use crate::init::{Around, Given, Key, QUESTIONS, Sector, Wrong, checked, question};

/// What somebody types to go back to the question before.
const BACK: &str = "<";

/// An answer for each part of the questions.
#[derive(Debug, Args)]
pub struct ByFlag {
    /// The organisation's name.
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// The address of its website.
    #[arg(long, value_name = "URL")]
    pub site: Option<String>,
    /// The e-mail address for complaints.
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// The sector.
    #[arg(long, value_name = "SECTOR", value_parser = Sector::ALL.map(Sector::word))]
    pub template: Option<String>,
    /// Whether short terms count working or calendar days.
    #[arg(long, value_name = "working|calendar", value_parser = ["working", "calendar"])]
    pub days: Option<String>,
    /// The time within which receipt is acknowledged, such as `5 working days`.
    #[arg(long, value_name = "TERM")]
    pub confirm: Option<String>,
    /// The time within which the outcome is communicated, such as `4 weeks`.
    #[arg(long, value_name = "TERM")]
    pub decide: Option<String>,
    /// The longest extension of that time.
    #[arg(long, value_name = "TERM")]
    pub extend: Option<String>,
    /// The git address of the complaint handler; your own if omitted.
    #[arg(id = "handler_address", long = "handler", value_name = "ADDRESS")]
    pub handler: Option<String>,
    /// The git address of the substitute.
    #[arg(long, value_name = "ADDRESS")]
    pub substitute: Option<String>,
    /// The independent body to which a complainant can turn next.
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    /// The address of its website.
    #[arg(long, value_name = "URL")]
    pub body_site: Option<String>,
    /// Whether its ruling is binding.
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"])]
    pub binding: Option<String>,
}

impl ByFlag {
    fn get(&self, key: Key) -> Option<&str> {
        let given = match key {
            Key::Organisation => &self.organisation,
            Key::Site => &self.site,
            Key::Email => &self.email,
            Key::Template => &self.template,
            Key::Days => &self.days,
            Key::Confirm => &self.confirm,
            Key::Decide => &self.decide,
            Key::Extend => &self.extend,
            Key::Handler => &self.handler,
            Key::Substitute => &self.substitute,
            Key::Body => &self.body,
            Key::BodySite => &self.body_site,
            Key::Binding => &self.binding,
            // Only a whole register has one.
            Key::Forge => return None,
        };
        given.as_deref()
    }

    /// What was given by flags; the first that cannot be used is told with its flag.
    pub fn given(&self) -> Result<Given, Failure> {
        let mut given = Given::default();
        for key in Key::ALL {
            if let Some(answer) = self.get(key) {
                given.take(key, answer).map_err(|wrong| flagged(key, answer, &wrong))?;
            }
        }
        Ok(given)
    }
}

fn flagged(key: Key, answer: &str, wrong: &Wrong) -> Failure {
    let flag = key.word();
    let message = &wrong.message;
    Failure::Usage(
        text!("--{flag} `{answer}`: {message}", "--{flag} `{answer}`: {message}", message),
        wrong.remedy.clone(),
    )
}

/// Asks for what was not given. Without a person it stays as it is: proposals, if `--yes` agreed to them.
pub fn ask(
    given: &mut Given,
    around: &Around,
    yes: bool,
    verb: &str,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<(), Failure> {
    let asker = Asker::new(global, world, out);
    if yes || Key::ALL.iter().all(|key| key.question().is_none() || given.get(*key).is_some()) {
        return Ok(());
    }
    if !asker.are_a_persons() {
        return Err(nobody(given, verb));
    }
    let wanted: Vec<(Key, usize)> = Key::ALL
        .into_iter()
        .filter_map(|key| Some((key, key.question().filter(|_| given.get(key).is_none())?)))
        .collect();
    out.note(
        text!(
            "Een vraag terug: typ `<`, of Esc waar u kiest.",
            "One question back: type `<`, or Esc where you choose."
        )
        .in_(out.lang),
    );
    let (mut at, mut heading) = (0, 0);
    while let Some((key, number)) = wanted.get(at).copied() {
        if number != heading {
            heading = number;
            announce(number, out);
        }
        let answer = match one(key, given, around, &asker, out.lang) {
            Ok(answer) => answer,
            Err(Failure::Stopped) => {
                out.note(&so_far(given, &wanted[..at], verb, out.lang));
                return Err(Failure::Stopped);
            }
            Err(other) => return Err(other),
        };
        let Some(answer) = answer else {
            at = at.saturating_sub(1);
            continue;
        };
        // The dialogue let nothing else through.
        given.take(key, &answer).map_err(|wrong| Failure::Usage(wrong.message, wrong.remedy))?;
        at += 1;
    }
    Ok(())
}

/// How to go on with what was answered before somebody stopped.
fn so_far(given: &Given, answered: &[(Key, usize)], verb: &str, lang: Lang) -> String {
    let flags = answered
        .iter()
        .filter_map(|(key, _)| Some(format!(" --{} {}", key.word(), shell_words::quote(given.get(*key)?))));
    let line: String = flags.collect();
    if line.is_empty() {
        return String::new();
    }
    text!("\nVerder met wat u al antwoordde: {verb}{line}", "\nTo continue with your answers: {verb}{line}")
        .in_(lang)
        .to_owned()
}

fn announce(number: usize, out: &Output) {
    let (nl, en) = QUESTIONS[number - 1];
    let of = QUESTIONS.len();
    out.note(&match out.lang {
        Lang::Nl => format!("\nVraag {number} van {of}. {nl}"),
        Lang::En => format!("\nQuestion {number} of {of}. {en}"),
    });
}

/// An answer; nothing to go back to the question before.
fn one(key: Key, given: &Given, around: &Around, asker: &Asker, lang: Lang) -> Result<Option<String>, Failure> {
    let part = question(key, given, around, lang);
    // What was answered before somebody went back is proposed again.
    let proposed = given.get(key).map_or(part.proposed, str::to_owned);
    if part.choices.is_empty() {
        let right = |answer: &str| {
            if answer.trim() == BACK { Ok(()) } else { checked(key, answer, given).map(|_| ()) }
        };
        let answer = asker.line(&part.label, &proposed, &right)?;
        return Ok(Some(answer).filter(|answer| answer.trim() != BACK));
    }
    asker.one_or_back(&Prompt::choice(key.word(), part.label, part.choices).proposing(vec![proposed]))
}

fn nobody(given: &Given, verb: &str) -> Failure {
    let open = Key::ALL.into_iter().filter(|key| key.question().is_some() && given.get(*key).is_none());
    let flags = open.map(|key| format!("--{}", key.word())).collect::<Vec<_>>().join(", ");
    let sectors: Vec<Choice> = Sector::ALL.into_iter().map(|s| Choice::new(s.word(), s.name())).collect();
    let choose = suggestion("", &sectors);
    Failure::Usage(
        text!(
            "er is niemand om te vragen, en dit is niet gezegd: {flags}",
            "there is nobody to ask, and these answers are missing: {flags}"
        ),
        text!(
            "geef die vlaggen, of neem wat wordt voorgesteld: {verb} --template SECTOR --yes ({choose})",
            "give those flags, or accept the proposed answers: {verb} --template SECTOR --yes ({choose})",
            choose
        ),
    )
}
