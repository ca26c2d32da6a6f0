//! `klacht build`.

use std::path::{Path, PathBuf};

use crate::cli::find_register::register_or_folder;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::publish::args::Build;
use crate::cli::world::World;
use crate::context::{Context, refuses};
use crate::diagnostics::{FailOn, Finding, Format, Lang, Report, exit_code, tally, text};
use crate::publish::{Asked, Guarded, NotWritten, Source, findings, gather, write};
use crate::register::{Content, Register};
use crate::rules::cards;
use crate::site::{BUNDLED, Site};

/// Runs it; the exit code.
pub fn run(args: &Build, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let printing = Printing { format: args.format, fail_on: args.fail_on };
    // A plain folder can be published as it is; when it last changed is then what it says itself.
    let register = register_or_folder(global)?;
    let source = Source::of(&register)?;
    let context = Context::read(source.files.as_ref())?;
    if refuses(&context.findings) {
        return Ok(printing.print(context.findings.clone(), &source, out)?.max(1));
    }
    let on = source.day(&register, &context, global.today, world.clock)?;
    let base_url = base_url(args, &context)?;
    let asked = Asked { base_url, on, work_tree: source.work_tree };
    let input = gather(&register, source.files.as_ref(), &context, source.head, &asked)?;
    if source.work_tree && source.head.is_some() {
        out.note(from_disk(out.lang));
    }
    match crate::site::build(&input) {
        Err(faults) => {
            // What refuses here cannot be shown without failing: there is no site.
            let code = printing.print(findings(&faults, &context), &source, out)?;
            Ok(code.max(1))
        }
        Ok(site) => {
            let code = printing.print(findings(&site.remarks, &context), &source, out)?;
            let output = args.output.clone().unwrap_or_else(|| usual(&register));
            place(&site, &output, &register, world)?;
            out.note(&written(&site, &output, out.lang));
            Ok(code)
        }
    }
}

/// Where the site goes when nothing was said: a folder in the root of the register, wherever in it this was started. A bare
/// repository is no place for it.
fn usual(register: &Register) -> PathBuf {
    let Some(root) = register.root() else { return PathBuf::from(SITE) };
    let here = root.canonicalize().is_ok_and(|root| std::env::current_dir().is_ok_and(|here| here == root));
    if here { PathBuf::from(SITE) } else { root.join(SITE) }
}

/// The folder of the site.
const SITE: &str = "public";

/// How findings are printed, and from which on it fails.
struct Printing {
    format: Format,
    fail_on: FailOn,
}

impl Printing {
    fn print(&self, found: Vec<Finding>, source: &Source<'_>, out: &Output) -> Result<u8, Failure> {
        let tool_version = env!("CARGO_PKG_VERSION").to_owned();
        let report = Report { findings: found, tool_version, rules: cards(), ..Report::default() };
        let read = |path: &str, _: Option<&str>| text_of(source, path);
        out.report(self.format, &report, false, &read)?;
        if !report.findings.is_empty() {
            out.note(&tally(report.counts(), out.lang));
        }
        Ok(exit_code(&report, self.fail_on))
    }
}

/// The text of a file of the register, or of a template that comes with the program.
fn text_of(source: &Source<'_>, path: &str) -> Option<String> {
    if let Some(Content::Bytes(bytes)) = source.files.read(path).ok()? {
        return String::from_utf8(bytes).ok();
    }
    let name = path.strip_prefix("site-templates/")?;
    BUNDLED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}

/// Where the site will stand, ending in `/`: as asked, or as the settings say.
fn base_url(args: &Build, context: &Context) -> Result<String, Failure> {
    let Some(given) = args.base_url.as_ref().or(context.settings.site.address.as_ref()) else {
        return Err(Failure::Usage(
            text!("er staat niet waar de site komt te staan", "the address of the site is not set"),
            text!(
                "schrijf `site: {{address: https://klachten.example/}}` in klacht.yaml, of geef `--base-url`",
                "write `site: {{address: https://klachten.example/}}` in klacht.yaml, or use `--base-url`"
            ),
        ));
    };
    let given = format!("{}/", given.trim_end_matches('/'));
    let host = given.strip_prefix("https://").or(given.strip_prefix("http://"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || "?#\"'<>&\\".contains(c);
    match host {
        Some(host) if !host.starts_with('/') && !given.contains(odd) => Ok(given),
        _ => Err(Failure::Usage(
            text!("`{given}` is geen adres voor een site", "`{given}` is not the address of a site"),
            text!("schrijf het zoals https://klachten.example/", "write it like https://klachten.example/"),
        )),
    }
}

fn place(site: &Site, output: &Path, register: &Register, world: &World<'_>) -> Result<(), Failure> {
    let guarded = Guarded {
        home: (world.env)("HOME").map(PathBuf::from),
        root: register.root().map(Path::to_path_buf),
        git: register.git_dir().map(Path::to_path_buf),
    };
    write(site, output, &guarded).map_err(|error| match error {
        NotWritten::Refused(message, remedy) => Failure::Usage(message, remedy),
        NotWritten::Failed(path, error) => Failure::File(
            text!(
                "{display}: kan niet schrijven ({kind})",
                "{display}: cannot write ({kind})",
                display = path.display(),
                kind = error.kind()
            ),
            text!(
                "maak ruimte, geef uzelf schrijfrechten, of kies een andere map met `--output`",
                "make room, get permission to write, or choose another folder with `--output`"
            ),
        ),
    })
}

fn from_disk(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "gebouwd uit de bestanden op schijf: zij verschillen van de laatste commit",
        Lang::En => "built from the files on disk: they differ from the last commit",
    }
}

fn written(site: &Site, output: &Path, lang: Lang) -> String {
    let (count, output) = (site.files.len(), output.display());
    match lang {
        Lang::Nl => format!("{count} bestanden geschreven in {output}"),
        Lang::En => format!("{count} files written to {output}"),
    }
}
