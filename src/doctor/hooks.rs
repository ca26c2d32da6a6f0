//! The hooks: there, executable, ours or calling ours, and with a program that exists.

use std::fs;
use std::path::Path;

use super::examination::{Patient, Sign, command};
use crate::diagnostics::{Text, text};
use crate::register::{Register, RegisterError};

const CLIENT: [&str; 5] = ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-merge-commit", "pre-applypatch"];
const SERVER: [&str; 1] = ["pre-receive"];

/// How one hook stands.
enum Found {
    Good,
    Absent,
    NotExecutable,
    Foreign,
    /// A forge's own, which runs what stands in the folder beside it; ours does not stand there.
    NotBeside,
    NoProgram,
}

pub(super) fn signs(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    let register = patient.register;
    let folder = register.hooks_dir()?;
    let mut found = Vec::new();
    found.extend(elsewhere(register, &folder)?);
    let (names, server): (&[&str], bool) = if register.is_bare() { (&SERVER, true) } else { (&CLIENT, false) };
    found.extend(names.iter().map(|name| sign(name, &standing(&folder, name, patient.about.mark), server)));
    Ok(found)
}

/// What is said where git takes its hooks from another folder than the repository's own. The setting may stand in any of git's
/// files: what is not the repository's own to take away is overruled there.
fn elsewhere(register: &Register, folder: &Path) -> Result<Option<Sign>, RegisterError> {
    let Some(path) = register.setting("core.hooksPath")? else { return Ok(None) };
    let own = register.own_hooks_dir()?.canonicalize().ok();
    if own.is_some() && own == folder.canonicalize().ok() {
        return Ok(None);
    }
    let scopes = register.scopes("core.hooksPath")?;
    let place = if scopes.last().is_some_and(|scope| scope == "worktree") { "worktree" } else { "local" };
    let change = if scopes.iter().all(|scope| scope == place) {
        "--unset-all core.hooksPath".to_owned()
    } else {
        r#"--replace-all core.hooksPath "$(git rev-parse --path-format=absolute --git-common-dir)/hooks""#.to_owned()
    };
    let mends = command(&format!("git config --{place} {change} && {}", install(register.is_bare())));
    let (nl, en) = (
        format!("core.hooksPath is `{path}`: daar zoekt git de hooks"),
        format!("core.hooksPath is `{path}`: there git looks for hooks"),
    );
    Ok(Some(if folder.is_dir() {
        Sign::warning("hooks-path", Text::new(nl, en), mends)
    } else {
        let (nl, en) = (format!("{nl}, maar die map is er niet"), format!("{en}, but there is no such folder"));
        Sign::fault("hooks-path", Text::new(nl, en), mends)
    }))
}

fn install(server: bool) -> &'static str {
    if server { "klacht hook install --server" } else { "klacht hook install" }
}

/// The verb that a hook calls.
fn verb(name: &str) -> &str {
    if matches!(name, "pre-merge-commit" | "pre-applypatch") { "pre-commit" } else { name }
}

/// Whether a hook that is not ours calls the program with this verb, in a line that is no comment.
#[must_use]
pub fn calls(text: &str, verb: &str) -> bool {
    let wanted = format!(" hook {verb}");
    let mut lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with('#'));
    lines.any(|line| line.split_once("klacht").is_some_and(|(_, rest)| rest.contains(&wanted)))
}

/// Whether a hook runs whatever stands in the folder beside it, as those of Forgejo and Gitea do.
#[must_use]
pub fn runs_beside(text: &str) -> bool {
    let names_it = |line: &str| line.contains(".d/") || line.contains(".d\"/");
    text.lines().map(str::trim_start).any(|line| !line.starts_with('#') && names_it(line))
}

fn text_of(path: &Path) -> String {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// How a hook stands, or ours in the folder beside the hook of a forge.
fn standing(folder: &Path, name: &str, mark: &str) -> Found {
    let path = folder.join(name);
    match look(&path, name, mark) {
        Found::Foreign if runs_beside(&text_of(&path)) => {
            let entries = fs::read_dir(folder.join(format!("{name}.d"))).into_iter().flatten().flatten();
            let mut beside: Vec<Found> = entries.map(|entry| look(&entry.path(), name, mark)).collect();
            beside.retain(|found| !matches!(found, Found::Foreign | Found::Absent));
            // One that does its work is enough.
            let good = beside.iter().any(|found| matches!(found, Found::Good));
            if good { Found::Good } else { beside.pop().unwrap_or(Found::NotBeside) }
        }
        found => found,
    }
}

fn look(path: &Path, name: &str, mark: &str) -> Found {
    let Ok(about) = fs::metadata(path) else { return Found::Absent };
    let text = text_of(path);
    if !text.contains(mark) && !calls(&text, verb(name)) {
        return Found::Foreign;
    }
    if !executable(&about) {
        return Found::NotExecutable;
    }
    // `exec '/path/to/klacht' hook …`: a program that moved refuses everything.
    let program = text.lines().find_map(|line| line.strip_prefix("exec '")?.split("' hook ").next());
    match program.map(|p| p.replace(r"'\''", "'")) {
        Some(program) if program.contains('/') && !Path::new(&program).is_file() => Found::NoProgram,
        _ => Found::Good,
    }
}

#[cfg(unix)]
fn executable(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn executable(_: &fs::Metadata) -> bool {
    true
}

fn sign(name: &str, found: &Found, server: bool) -> Sign {
    let id = match name {
        "pre-commit" => "hook-pre-commit",
        "prepare-commit-msg" => "hook-prepare-commit-msg",
        "commit-msg" => "hook-commit-msg",
        "pre-merge-commit" => "hook-pre-merge-commit",
        "pre-applypatch" => "hook-pre-applypatch",
        _ => "hook-pre-receive",
    };
    let install = install(server);
    let replace = format!("{install} --replace");
    match found {
        Found::Good => Sign::good(id, text!("de hook {name} staat er", "the {name} hook is installed")),
        Found::Absent => {
            let said = text!("de hook {name} is er niet", "the {name} hook is missing");
            // A desk without hooks hears of a mistake when it pushes; a server without one lets it in.
            if server { Sign::fault(id, said, command(install)) } else { Sign::warning(id, said, command(install)) }
        }
        Found::NotExecutable => Sign::fault(
            id,
            text!(
                "de hook {name} mag niet worden uitgevoerd: git slaat hem over",
                "the {name} hook is not executable: git skips it"
            ),
            command(install),
        ),
        Found::Foreign => {
            let said = text!("de hook {name} is van een ander", "the {name} hook belongs to something else");
            let remedy = command(&replace);
            if server { Sign::fault(id, said, remedy) } else { Sign::warning(id, said, remedy) }
        }
        Found::NotBeside => Sign::fault(
            id,
            text!(
                "de hook {name} is van de forge, en in {name}.d staat die van klacht niet",
                "the {name} hook is the forge's own, and klacht's is missing from {name}.d"
            ),
            command(install),
        ),
        Found::NoProgram => Sign::fault(
            id,
            text!(
                "de hook {name} roept een programma aan dat er niet meer is",
                "the {name} hook calls a program that is no longer there"
            ),
            command(install),
        ),
    }
}
