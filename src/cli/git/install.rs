//! `klacht hook install`: puts hooks in place, and the settings that refuse what no hook sees.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::atomic_file;
use crate::cli::find_register::author;
use crate::cli::git::args::Install;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::context::{Context, Strength};
use crate::diagnostics::{Lang, Text, text};
use crate::doctor::{calls, runs_beside};
use crate::register::{Register, SERVER_SETTINGS};

/// The line by which a hook of ours is known.
pub const MARK: &str = "# klacht: dit bestand is gemaakt door `klacht hook install`";

/// The setting of git below whose strength a server takes nothing.
const FLOOR: &str = "klacht.floor";

/// The name of ours in the folder of a forge's hook.
const BESIDE: &str = "klacht";

/// Runs it; the exit code.
pub fn run(args: &Install, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let author = if args.server { None } else { author(&register, world)? };
    install(args, &register, author.as_deref(), out)?;
    let done =
        text!("De hooks staan op hun plaats. Probeer: klacht check", "The hooks are in place. Try: klacht check");
    out.note(done.in_(out.lang));
    Ok(0)
}

/// Puts the hooks and settings in place in this repository, of whoever has this address.
pub(crate) fn install(args: &Install, register: &Register, author: Option<&str>, out: &Output) -> Result<(), Failure> {
    if register.is_bare() && !args.server {
        return Err(Failure::Usage(
            text!(
                "hier wordt niets vastgelegd: dit is de repository van een server",
                "nothing is committed here: this is the repository of a server"
            ),
            text!("klacht hook install --server", "klacht hook install --server"),
        ));
    }
    let hooks = register.hooks_dir()?;
    fs::create_dir_all(&hooks).map_err(|e| unwritable(&hooks, &e))?;
    let wanted: &[(&str, &str)] = if args.server {
        &[("pre-receive", "pre-receive")]
    } else {
        &[
            ("pre-commit", "pre-commit"),
            ("prepare-commit-msg", "prepare-commit-msg"),
            ("commit-msg", "commit-msg"),
            ("pre-merge-commit", "pre-commit"),
            ("pre-applypatch", "pre-commit"),
        ]
    };
    let mut others = Vec::new();
    for (name, verb) in wanted {
        match place(&hooks, name, verb, args.replace)? {
            Placed::Here => out.note(&format!("{name} ✓")),
            Placed::Beside => out.note(&format!("{name}.d/{BESIDE} ✓")),
            Placed::Not => others.push((*name, *verb)),
        }
    }
    if !args.server {
        crate::cli::git::attributes::register_driver(register, &program(), author, out)?;
        pulls(register, out)?;
    }
    if args.server {
        for (key, value) in SERVER_SETTINGS {
            register.set(key, value)?;
            out.note(&format!("{key} = {value} ✓"));
        }
        what_stands(register, out)?;
    }
    if others.is_empty() { Ok(()) } else { Err(in_the_way(&others)) }
}

/// What the register says that is guarded from now on: it is trusted, and shown. Nothing weaker is taken from here on.
fn what_stands(register: &Register, out: &Output) -> Result<(), Failure> {
    let Some(head) = register.head()? else { return Ok(()) };
    let settings = Context::read_settings_only(&register.at_commit(head)?)?.settings;
    let strength = settings.identity.strength;
    let floor = register.setting(FLOOR)?.and_then(|word| Strength::from_word(word.trim())).unwrap_or_default();
    if strength > floor {
        register.set(FLOOR, strength.word())?;
        out.note(&format!("{FLOOR} = {} ✓", strength.word()));
    }
    let keepers = settings.authority.keepers.join(", ");
    let said = if keepers.is_empty() {
        text!("beheerders: niemand genoemd, dus wie een rol heeft", "keepers: nobody named, so whoever holds a role")
    } else {
        text!("beheerders: {keepers}", "keepers: {keepers}")
    };
    out.note(said.in_(out.lang));
    Ok(())
}

/// What `git pull` needs to bring two people's work together without a question or an editor. What somebody chose stays.
fn pulls(register: &Register, out: &Output) -> Result<(), Failure> {
    let branch = register.head_branch().and_then(|name| name.strip_prefix("refs/heads/").map(str::to_owned));
    let branch = branch.map(|name| (format!("branch.{name}.mergeOptions"), "--no-edit"));
    for (key, value) in [("pull.rebase".to_owned(), "false")].into_iter().chain(branch) {
        let stands = register.setting(&key)?;
        if stands.is_none() {
            register.set(&key, value)?;
        }
        if stands.is_none_or(|stands| stands == value) {
            out.note(&format!("{key} = {value} ✓"));
        }
    }
    Ok(())
}

/// What stays to be done by hand, where somebody else's hooks stand. Whatever can be put in place stands by then.
fn in_the_way(others: &[(&str, &str)]) -> Failure {
    let names: Vec<&str> = others.iter().map(|(name, _)| *name).collect();
    let names = names.join(", ");
    let to = text!("aan", "to");
    let lines = |lang: Lang| {
        let to = to.in_(lang);
        let each = others.iter().map(|(name, verb)| format!("`klacht hook {verb} \"$@\" || exit 1` {to} {name}"));
        each.collect::<Vec<_>>().join(", ")
    };
    let lines = Text::new(lines(Lang::Nl), lines(Lang::En));
    Failure::Usage(
        text!("er staat al een andere hook {names}", "there is already another {names} hook"),
        text!(
            "voeg toe: {lines}; of gebruik --replace (de oude blijft bewaard)",
            "add: {lines}; or use --replace (the old one is kept)",
            lines
        ),
    )
}

/// Where this program is.
fn program() -> String {
    let program = std::env::current_exe().ok().and_then(|p| p.to_str().map(str::to_owned));
    program.unwrap_or_else(|| "klacht".to_owned())
}

fn script(verb: &str) -> String {
    // Where the program cannot be found the hook must refuse, not let pass: `exec` of a missing program ends with 127.
    let program = program().replace('\'', r"'\''");
    format!("#!/bin/sh\n{MARK}\nexec '{program}' hook {verb} \"$@\"\n")
}

/// Where a hook came to stand.
enum Placed {
    /// In its place; or the one there calls ours.
    Here,
    /// In the folder that a forge's own hook runs.
    Beside,
    /// Nowhere: somebody else's stands there.
    Not,
}

fn place(hooks: &Path, name: &str, verb: &str, replace: bool) -> Result<Placed, Failure> {
    let path = hooks.join(name);
    if let Ok(present) = fs::read_to_string(&path)
        && !present.contains(MARK)
    {
        // A forge writes its own hook again whenever it likes; what stands beside it stays.
        if runs_beside(&present) {
            let folder = hooks.join(format!("{name}.d"));
            fs::create_dir_all(&folder).map_err(|e| unwritable(&folder, &e))?;
            write_beside(&folder.join(BESIDE), &script(verb))?;
            return Ok(Placed::Beside);
        }
        if !replace {
            return Ok(if calls(&present, verb) { Placed::Here } else { Placed::Not });
        }
        let kept = path.with_extension("voor-klacht");
        fs::rename(&path, &kept).map_err(|e| unwritable(&kept, &e))?;
    }
    write_beside(&path, &script(verb))?;
    Ok(Placed::Here)
}

/// Writes beside, makes it executable, and renames: at no moment is there half a hook.
fn write_beside(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let mut file = atomic_file::file(&folder).map_err(|e| unwritable(&folder, &e))?;
    file.write_all(text.as_bytes()).map_err(|e| unwritable(path, &e))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let executable = fs::Permissions::from_mode(0o755);
        file.as_file().set_permissions(executable).map_err(|e| unwritable(path, &e))?;
    }
    file.persist(path).map_err(|e| unwritable(path, &e.error))?;
    Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let name = path.display();
    Failure::File(
        text!("kan {name} niet schrijven: {kind}", "cannot write {name}: {kind}", kind = error.kind()),
        text!("kijk of u hier mag schrijven", "check that you may write here"),
    )
}
