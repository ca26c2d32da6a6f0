//! The hooks: there, executable, ours, and with a program that exists.

use std::fs;
use std::path::Path;

use super::examination::{Patient, Sign, command};
use crate::diagnostics::Text;
use crate::register::RegisterError;

const CLIENT: [&str; 4] = ["pre-commit", "prepare-commit-msg", "pre-merge-commit", "pre-applypatch"];
const SERVER: [&str; 1] = ["pre-receive"];

/// How one hook stands.
enum Found {
    Good,
    Absent,
    NotExecutable,
    Foreign,
    NoProgram,
}

pub(super) fn signs(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    let register = patient.register;
    let folder = register.hooks_dir()?;
    let mut found = Vec::new();
    if let Some(path) = register.setting("core.hooksPath")? {
        let (nl, en) = (
            format!("core.hooksPath is `{path}`: daar zoekt git de hooks"),
            format!("core.hooksPath is `{path}`: there git looks for hooks"),
        );
        found.push(if folder.is_dir() {
            Sign::warning(
                "hooks-path",
                Text::new(nl, en),
                command("git config --unset core.hooksPath && klacht hook install"),
            )
        } else {
            let (nl, en) = (format!("{nl}, maar die map is er niet"), format!("{en}, but there is no such folder"));
            Sign::fault(
                "hooks-path",
                Text::new(nl, en),
                command("git config --unset core.hooksPath && klacht hook install"),
            )
        });
    }
    let (names, server): (&[&str], bool) = if register.is_bare() { (&SERVER, true) } else { (&CLIENT, false) };
    found.extend(names.iter().map(|name| sign(name, &look(&folder.join(name), patient.about.mark), server)));
    Ok(found)
}

fn look(path: &Path, mark: &str) -> Found {
    let Ok(about) = fs::metadata(path) else { return Found::Absent };
    let text = fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    if !text.contains(mark) && !text.contains("klacht hook") {
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
        "pre-merge-commit" => "hook-pre-merge-commit",
        "pre-applypatch" => "hook-pre-applypatch",
        _ => "hook-pre-receive",
    };
    let install = if server { "klacht hook install --server" } else { "klacht hook install" };
    let replace = format!("{install} --replace");
    match found {
        Found::Good => {
            Sign::good(id, Text::new(format!("de hook {name} staat er"), format!("the hook {name} is in place")))
        }
        Found::Absent => {
            let said = Text::new(format!("de hook {name} is er niet"), format!("the hook {name} is not there"));
            // A desk without hooks hears of a mistake when it pushes; a server without one lets it in.
            if server { Sign::fault(id, said, command(install)) } else { Sign::warning(id, said, command(install)) }
        }
        Found::NotExecutable => Sign::fault(
            id,
            Text::new(
                format!("de hook {name} mag niet worden uitgevoerd: git slaat hem over"),
                format!("the hook {name} may not be executed: git passes it over"),
            ),
            command(install),
        ),
        Found::Foreign => {
            let said =
                Text::new(format!("de hook {name} is van een ander"), format!("the hook {name} is somebody else's"));
            let remedy = command(&replace);
            if server { Sign::fault(id, said, remedy) } else { Sign::warning(id, said, remedy) }
        }
        Found::NoProgram => Sign::fault(
            id,
            Text::new(
                format!("de hook {name} roept een programma aan dat er niet meer is"),
                format!("the hook {name} calls a program that is no longer there"),
            ),
            command(install),
        ),
    }
}
