//! Completion as somebody types: the shell calls the program with the words so far, and it answers with what may come next.
//!
//! Nothing is ever printed but candidates: whatever is wrong with a register must not end up in somebody's prompt.
//!
//! - `offer`: what each argument takes. - `typed`: what was typed already. - `bash`: words as bash cuts them.

mod bash;
mod offer;
mod typed;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::sync::Arc;

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

use crate::cli::help::command::{language, unbuilt};
use crate::cli::world::World;
use crate::diagnostics::Lang;
use bash::Bash;
use offer::{Offer, offered};
use typed::Typed;

/// The variable in which the shell's script names itself when it asks.
pub const VARIABLE: &str = "KLACHT_COMPLETE";

/// The variable in which most scripts give the place of the word that is being typed.
const INDEX: &str = "_CLAP_COMPLETE_INDEX";

/// The shells whose ways the library knows.
const BUILT_IN: Shells<'static> = Shells::builtins();

/// The variable in which they say what they want between candidates.
const BETWEEN: &str = "_CLAP_IFS";

/// What knows the ways of a shell.
fn adapter<'a>(shell: &str, bash: &'a Bash) -> Option<&'a dyn EnvCompleter> {
    if bash.is(shell) {
        return Some(bash);
    }
    BUILT_IN.0.iter().copied().find(|known| known.is(shell))
}

/// The script that makes a shell ask `program` for completions.
#[must_use]
pub fn script(shell: &str, program: &str) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    adapter(shell, &Bash::default())?.write_registration(VARIABLE, "klacht", "klacht", program, &mut text).ok()?;
    Some(text)
}

/// Answers a shell that asks; nothing when no shell asks.
#[must_use]
pub fn answer(arguments: &[OsString], world: &World<'_>) -> Option<u8> {
    let shell = (world.env)(VARIABLE).filter(|shell| !shell.is_empty())?;
    let from = arguments.iter().position(|word| word == "--").map_or(arguments.len(), |at| at + 1);
    let words = arguments.get(from..).unwrap_or_default().to_vec();
    if let Some(text) = answered(&shell, words, world) {
        // A shell that no longer listens wants no candidates.
        let _ = io::stdout().lock().write_all(&text);
    }
    Some(0)
}

fn answered(shell: &str, words: Vec<OsString>, world: &World<'_>) -> Option<Vec<u8>> {
    let last = words.len().checked_sub(1)?;
    let at = (world.env)(INDEX).and_then(|at| at.parse().ok());
    let bash = Bash { at, between: (world.env)(BETWEEN) };
    let shell = adapter(shell, &bash)?;
    let lang = language(&words, world.env);
    let before = bash::rejoined(&words, at.unwrap_or(last)).0;
    let typed = Arc::new(Typed::of(&before, lang, world.clock));
    let begun = before.last().is_some_and(|word| !word.is_empty());
    let mut command = named(offering(unbuilt(lang), "", &typed), lang, begun);
    let mut text = Vec::new();
    let here = std::env::current_dir().ok();
    shell.write_complete(&mut command, words, here.as_deref(), &mut text).ok()?;
    Some(text)
}

/// The command, in which each argument knows what it takes.
fn offering(command: Command, path: &str, typed: &Arc<Typed>) -> Command {
    let mut command = command.mut_args(|arg| match offered(path, arg.get_id().as_str()) {
        Some(offer) => {
            let typed = Arc::clone(typed);
            arg.add(ArgValueCompleter::new(move |current: &OsStr| candidates(offer, &typed, current)))
        }
        None => arg,
    });
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |sub| offering(sub, &below, typed));
    }
    command
}

/// The command, in which each name of a verb is offered by itself; else a verb would be offered by one of its names only, by
/// whichever comes first. Dutch has both names of a verb, once something was typed that they may fit; English has the Dutch name
/// only where no other name fits.
fn named(command: Command, lang: Lang, begun: bool) -> Command {
    let mut command = command;
    let below: Vec<Command> = command.get_subcommands().cloned().collect();
    for sub in below {
        let name = sub.get_name().to_owned();
        let others: Vec<String> = sub.get_visible_aliases().map(str::to_owned).collect();
        let one = named(sub, lang, begun).visible_alias(None::<&str>);
        let hidden = lang == Lang::Nl && !begun && !others.is_empty();
        let own = one.clone().hide(one.is_hide_set() || hidden);
        command = command.mut_subcommand(&name, |_| own);
        for other in others {
            let hidden = one.is_hide_set() || lang == Lang::En;
            command = command.subcommand(one.clone().name(other).hide(hidden));
        }
    }
    command
}

/// What fits the beginning that was typed, in upper or lower case; the beginning stays as it was typed.
fn candidates(offer: Offer, typed: &Typed, current: &OsStr) -> Vec<CompletionCandidate> {
    let Some(current) = current.to_str() else { return Vec::new() };
    let found = offer.values(typed, current);
    let fitting = found.into_iter().enumerate().filter_map(|(order, (value, about))| {
        let begins = value.get(..current.len()).is_some_and(|start| start.eq_ignore_ascii_case(current));
        let rest = value.get(current.len()..).filter(|_| begins)?;
        let about = (!about.is_empty() && about != value).then(|| about.into());
        Some(CompletionCandidate::new(format!("{current}{rest}")).help(about).display_order(Some(order)))
    });
    fitting.collect()
}
