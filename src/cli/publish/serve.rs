//! `klacht serve`.

use std::path::{Path, PathBuf};

use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::publish::args::Serve;
use crate::cli::world::World;
use crate::diagnostics::{Finding, Format, Lang, Report, text};
use crate::publish::serve::{Event, NotServed, Preview, serve};
use crate::register::RegisterError;
use crate::rules::cards;

/// Runs it until it is interrupted; the exit code.
pub fn run(args: &Serve, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let preview =
        Preview { dir: PathBuf::from(dir), port: args.port, today: global.today, clock: world.clock, lang: out.lang };
    // What cannot be printed is no reason to stop: the page says the same.
    serve(&preview, &mut |event| drop(told(&event, out))).map_err(failure)?;
    out.note(match out.lang {
        Lang::Nl => "gestopt",
        Lang::En => "stopped",
    });
    Ok(0)
}

fn told(event: &Event<'_>, out: &Output) -> Result<(), Failure> {
    match event {
        Event::Open(address) => {
            out.print(&format!("http://{address}/\n"))?;
            out.note(match out.lang {
                Lang::Nl => "het voorbeeld staat klaar op dit adres; stop met Ctrl-C",
                Lang::En => "the preview is ready at this address; stop it with Ctrl-C",
            });
        }
        Event::Built(files, found) => {
            report(found, out)?;
            out.note(&match out.lang {
                Lang::Nl => format!("gebouwd: {files} bestanden"),
                Lang::En => format!("built: {files} files"),
            });
        }
        Event::Kept(found) => {
            report(found, out)?;
            out.note(kept(out.lang));
        }
        Event::Unreadable(error) => {
            out.note(&unreadable(error, out.lang));
            out.note(kept(out.lang));
        }
    }
    Ok(())
}

fn report(found: &[Finding], out: &Output) -> Result<(), Failure> {
    let tool_version = env!("CARGO_PKG_VERSION").to_owned();
    let report = Report { findings: found.to_vec(), tool_version, rules: cards(), ..Report::default() };
    out.report(Format::Short, &report, false, &|_, _| None)
}

fn kept(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "niet gebouwd; de laatste goede site blijft staan",
        Lang::En => "not built; the last good site remains",
    }
}

fn unreadable(error: &RegisterError, lang: Lang) -> String {
    format!("{}; {}", error.message().in_(lang), error.remedy().in_(lang))
}

fn failure(error: NotServed) -> Failure {
    match error {
        NotServed::Register(error) => Failure::Register(error),
        NotServed::Port(port, error) => Failure::File(
            text!(
                "poort {port} op 127.0.0.1 kan niet worden gebruikt ({kind})",
                "port {port} on 127.0.0.1 cannot be used ({kind})",
                kind = error.kind()
            ),
            text!(
                "geef een andere, of `--port 0` voor een die vrij is",
                "choose another one, or `--port 0` for any free port"
            ),
        ),
        NotServed::Failed(error) => Failure::Output(error),
    }
}
