//! `klacht open` (open): what is sealed of a case, shown and written nowhere.

use std::fmt::Write;
use std::path::Path;

use super::args::Open;
use super::hands::Hands;
use super::people::recipients;
use crate::casework::{Numbered, OpenedCase, Workspace, opened, sealed_name};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::dossier::titled;
use crate::vault::{Vault, VaultError};
use crate::yaml::is_suspicious;

/// Runs it; the exit code.
pub fn run(args: &Open, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    let id = file.case.id.to_string();
    let vault = Vault::open(&workspace.register)?;
    let vault = vault.ok_or_else(|| VaultError::Nothing(id.clone()))?;
    if vault.kept(&id)?.is_none() {
        return Err(VaultError::Nothing(id).into());
    }
    let identities = Hands::new(&workspace.register, global, world, out)?.needed(&recipients(&workspace))?;
    let opened = opened(&vault, &file.case, &identities)?;
    if let Some(number) = args.piece {
        return bytes_of(&opened.pieces, number, out);
    }
    out.print(&text(&id, &opened, out))?;
    if opened.incomplete {
        let said = text!(
            "Er zijn stukken die hier nog niet zijn: klacht sync",
            "There are pieces that are not here yet: klacht sync"
        );
        out.note(said.in_(out.lang));
    }
    Ok(0)
}

/// The file of a piece, to standard output and nowhere else.
fn bytes_of(opened: &[Numbered], number: usize, out: &Output) -> Result<u8, Failure> {
    let file = opened.iter().find(|one| one.number == number).and_then(|one| one.piece.file.as_ref());
    let Some(file) = file else {
        return Err(Failure::Usage(
            text!("stuk {number} is er niet, of is geen bestand", "there is no piece {number}, or it is no file"),
            text!("zie de lijst: `klacht open NUMMER`", "see the list: `klacht open ID`"),
        ));
    };
    if out.terminal {
        return Err(Failure::Usage(
            text!("dit is een bestand, en hier is een scherm", "this is a file, and here is a screen"),
            text!(
                "stuur het naar een programma: `| lp`, of zelf naar een bestand: `> NAAM`",
                "send it to a program: `| lp`, or yourself to a file: `> NAME`"
            ),
        ));
    }
    out.deliver(&file.bytes)?;
    Ok(0)
}

fn text(id: &str, opened: &OpenedCase, out: &Output) -> String {
    let mut text = format!("{}\n", out.strong(id));
    for Numbered { number, piece } in &opened.pieces {
        let by = piece.by.as_deref().map_or_else(String::new, |by| format!(" [{by}]"));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{number:>2}. {}{by}", titled(piece, out.lang));
        for (key, value) in &piece.fields {
            let _ = writeln!(text, "    {:<12} {}", sealed_name(key).in_(out.lang), shown(value));
        }
        if let Some(words) = &piece.text {
            for line in words.lines() {
                let _ = writeln!(text, "    {}", shown(line));
            }
        }
        if let Some(file) = &piece.file {
            let _ = writeln!(text, "    {} ({} kB)", shown(&file.name), file.bytes.len().div_ceil(1000));
        }
    }
    if opened.withdrawn > 0 {
        let said = text!("teruggenomen stukken: {many}", "pieces taken back: {many}", many = opened.withdrawn);
        let _ = writeln!(text, "\n{}", said.in_(out.lang));
    }
    text
}

/// A text of somebody outside, without what would steer a terminal.
fn shown(text: &str) -> String {
    let shown = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || is_suspicious(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}
