//! Where things are printed: findings on standard output, everything else on standard error.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::global::Global;
use super::world::World;
use anstream::AutoStream;
use anstyle::Style;

use crate::casework::CaseworkError;
use crate::diagnostics::{Format, Lang, Options, Report, Text, render, render::Source, text};
use crate::register::{ErrorKind, RegisterError};

/// Exit code of wrong usage or configuration.
pub const USAGE: u8 = 2;
/// Exit code of an environment that does not let the program do its work.
pub const ENVIRONMENT: u8 = 3;
/// Exit code of a dialogue that was stopped with Ctrl-C, as shells have it.
pub const STOPPED: u8 = 130;

/// What stands out.
const STRONG: Style = Style::new().bold();

/// Why a verb could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The register cannot be read.
    Register(RegisterError),
    /// Wrong usage or configuration.
    Usage(Text, Text),
    /// Somebody stopped answering.
    Stopped,
    /// Output cannot be written.
    Output(io::Error),
    /// A file cannot be written or read.
    File(Text, Text),
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        Self::Register(error)
    }
}

impl From<CaseworkError> for Failure {
    fn from(error: CaseworkError) -> Self {
        match error {
            CaseworkError::Register(error) => Self::Register(error),
            CaseworkError::Asked(message, remedy) => Self::Usage(message, remedy),
            CaseworkError::File(message, remedy) => Self::File(message, remedy),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// The two streams, the language and the colour.
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Output {
    /// Language.
    pub lang: Lang,
    /// Only findings.
    pub quiet: bool,
    /// More.
    pub verbose: bool,
    /// Colour on standard output.
    pub color: bool,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// Whether progress can be shown.
    pub progress: bool,
}

impl Output {
    /// By the flags and the world.
    #[must_use]
    pub fn new(global: &Global, world: &World<'_>, lang: Lang) -> Self {
        Self {
            lang,
            quiet: global.quiet,
            verbose: global.verbose,
            color: global.color.wanted(world.stdout_is_terminal, world.env),
            terminal: world.stdout_is_terminal,
            progress: world.stderr_is_terminal && !global.quiet,
        }
    }

    /// Prints to standard output.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        self.deliver(text.as_bytes())
    }

    /// A heading: bold where there is colour.
    #[must_use]
    pub fn strong(&self, text: &str) -> String {
        if self.color { format!("{STRONG}{text}{STRONG:#}") } else { text.to_owned() }
    }

    /// Prints a line to standard error, unless quiet. A closed standard error is no reason to fail.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(io::stderr().lock(), "{text}");
        }
    }

    /// With `-v`: how many cases each version of a regulation judged.
    pub fn versions(&self, versions: &BTreeMap<String, usize>) {
        for (path, count) in versions.iter().filter(|_| self.verbose) {
            let cases = match (self.lang, count) {
                (Lang::Nl, 1) => "klacht",
                (Lang::Nl, _) => "klachten",
                (Lang::En, 1) => "case",
                (Lang::En, _) => "cases",
            };
            self.note(&format!("{path}: {count} {cases}"));
        }
    }

    /// Prints a report.
    pub fn report(&self, format: Format, report: &Report, snippets: bool, source: Source<'_>) -> Result<(), Failure> {
        let options =
            Options { lang: self.lang, color: self.color, snippets: snippets || self.terminal, ..Options::default() };
        let mut buffer = Vec::new();
        render(format, &mut buffer, report, &options, source)?;
        self.deliver(&buffer)
    }

    /// Prints why it failed; the exit code.
    pub fn failure(&self, failure: &Failure) -> u8 {
        let (message, remedy, code) = match failure {
            Failure::Stopped => {
                let said = text!("Er is niets geschreven.", "Nothing was written.");
                let _ = writeln!(io::stderr().lock(), "\n{}", said.in_(self.lang));
                return STOPPED;
            }
            Failure::Register(error) => {
                let code = if error.kind() == ErrorKind::Usage { USAGE } else { ENVIRONMENT };
                (error.message(), error.remedy(), code)
            }
            Failure::Usage(message, remedy) => (message.clone(), remedy.clone(), USAGE),
            Failure::File(message, remedy) => (message.clone(), remedy.clone(), ENVIRONMENT),
            Failure::Output(error) => (
                text!("kan niet schrijven: {kind}", "cannot write: {kind}", kind = error.kind()),
                text!("is de schijf vol, of de uitvoer dicht?", "is the disk full, or the output closed?"),
                ENVIRONMENT,
            ),
        };
        let word = if self.lang == Lang::Nl { "fout" } else { "error" };
        let help = if self.lang == Lang::Nl { "doe dit" } else { "fix" };
        // In one piece: who reads half of it knows less than who reads nothing, and another program may write here too.
        let told = format!("{word}: {}\n{help}: {}\n", message.in_(self.lang), remedy.in_(self.lang));
        let _ = io::stderr().lock().write_all(told.as_bytes());
        code
    }

    /// Writes to standard output. Whoever closed it (`| head`, a client that hung up) wants no more text; the verdict stands
    /// all the same, and so does the exit code: a push must not pass because nobody listened.
    pub fn deliver(&self, text: &[u8]) -> Result<(), Failure> {
        let stdout = io::stdout().lock();
        let written = if self.color {
            // An old console knows colours by other means than codes in the text.
            whole(&mut AutoStream::always(stdout), text)
        } else {
            whole(&mut { stdout }, text)
        };
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
            _ => Ok(()),
        }
    }
}

fn whole(stream: &mut impl Write, text: &[u8]) -> io::Result<()> {
    stream.write_all(text)?;
    stream.flush()
}
