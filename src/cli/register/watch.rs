//! `klacht check --watch`: checks again whenever a file changes, until it is stopped. An editor reads along: the first and
//! the last line of each check stay as they are, between them stands what is wrong now.

use std::fs;
use std::io::{self, Write};
use std::thread::sleep;
use std::time::Duration;

use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::check::{self, Check, open};
use crate::cli::world::World;
use crate::diagnostics::Lang;
use crate::paths;
use crate::register::{RegisterError, Stamp, Stamped};

/// How often the files are looked at; less often where looking takes long.
const LOOK: Duration = Duration::from_millis(200);
/// How long they must be the same before they are checked: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(60);
/// At most one part in so many of the time goes into looking.
const SHARE: u32 = 10;

/// What the files that are checked look like from outside. Asking the system to tell of changes would miss those on network
/// disks and in containers.
#[derive(PartialEq, Eq)]
struct Look(Vec<(String, Option<Stamp>)>);

impl Look {
    fn at(args: &Check, global: &Global) -> Result<Self, RegisterError> {
        let register = open(global, args)?;
        let files = register.work_tree()?;
        let mut seen = Vec::new();
        for folder in ["policy", "cases"] {
            let Stamped { files, faults } = files.stamped(folder)?;
            seen.extend(files);
            seen.extend(faults.into_iter().map(|fault| (fault.path, None)));
        }
        let settings = register.root().and_then(|root| fs::symlink_metadata(root.join(paths::SETTINGS)).ok());
        seen.push((paths::SETTINGS.to_owned(), settings.map(|about| Stamp::of(&about))));
        Ok(Self(seen))
    }

    /// The files once they have come to rest; what cannot be looked at now can be later.
    fn after(before: &Self, args: &Check, global: &Global, world: &World<'_>) -> Self {
        loop {
            let began = (world.running)();
            let now = Self::at(args, global).ok();
            sleep(LOOK.max((world.running)().saturating_sub(began) * SHARE));
            let Some(mut now) = now.filter(|now| now != before) else { continue };
            loop {
                sleep(SETTLE);
                match Self::at(args, global) {
                    Ok(again) if again == now => return now,
                    Ok(again) => now = again,
                    Err(_) => {}
                }
            }
        }
    }
}

/// Checks until nobody listens any more; the exit code.
pub fn run(args: &Check, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let mut seen = Look::at(args, global)?;
    let mut first = true;
    loop {
        if !told(if out.lang == Lang::Nl { "controle gestart" } else { "check started" })? {
            return Ok(0);
        }
        match check::run(args, global, world, out) {
            Ok(_) => {}
            Err(failure) if first => return Err(failure),
            // A file in the middle of being written; the next change is looked at again.
            Err(failure) => {
                out.failure(&failure);
            }
        }
        first = false;
        if !told(if out.lang == Lang::Nl { "controle klaar" } else { "check done" })? {
            return Ok(0);
        }
        seen = Look::after(&seen, args, global, world);
    }
}

/// Prints a line; whether anybody listens.
fn told(line: &str) -> Result<bool, Failure> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{line}").and_then(|()| stdout.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::Output(error)),
    }
}
