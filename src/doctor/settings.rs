//! Settings of git that decide what is stored, merged and accepted.

use std::path::Path;

use super::examination::{Patient, Sign, command};
use crate::diagnostics::text;
use crate::merging::merges_of;
use crate::paths;
use crate::register::{Content, Register, RegisterError, SERVER_SETTINGS, resolved};
use crate::rules::data_protection::CONFIDENTIAL;

/// What a server must refuse by itself.
pub(super) fn server(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    let mut wrong = Vec::new();
    for (key, value) in SERVER_SETTINGS {
        if patient.register.setting(key)?.is_none_or(|is| !is.eq_ignore_ascii_case(value)) {
            wrong.push(key);
        }
    }
    if wrong.is_empty() {
        return Ok(vec![Sign::good(
            "server-settings",
            text!("git weigert wat geen hook ziet", "git refuses what no hook can see"),
        )]);
    }
    let keys = wrong.join(", ");
    Ok(vec![Sign::fault(
        "server-settings",
        text!("niet zoals het moet: {keys}", "not as it should be: {keys}"),
        command("klacht hook install --server"),
    )])
}

/// That a register with cases stands on one disk only: without a remote nothing of it is anywhere else.
pub(super) fn only_here(patient: &Patient<'_>) -> Result<Option<Sign>, RegisterError> {
    let cases = patient.files.map(|files| files.list(paths::CASES)).transpose()?;
    if cases.is_none_or(|cases| cases.files.is_empty()) || patient.register.has_remotes()? {
        return Ok(None);
    }
    Ok(Some(Sign::warning(
        "remote",
        text!(
            "dit register staat alleen op deze schijf: git kent geen server en er is dus geen kopie",
            "this register is on this disk only: git knows no remote, so there is no copy"
        ),
        text!(
            "git remote add origin ADRES, en dan git push --set-upstream origin HEAD; op de server: klacht hook install --server",
            "git remote add origin ADDRESS, then git push --set-upstream origin HEAD; on the server: klacht hook install --server"
        ),
    )))
}

/// Whether git changes line ends between the files and what is stored.
pub(super) fn line_ends(patient: &Patient<'_>) -> Result<Sign, RegisterError> {
    let value = patient.register.setting("core.autocrlf")?.unwrap_or_else(|| "false".to_owned());
    if matches!(value.to_ascii_lowercase().as_str(), "false" | "input") {
        return Ok(Sign::good("line-ends", text!("git laat regeleinden met rust", "git leaves line endings alone")));
    }
    if kept_by_attributes(patient.register)? {
        return Ok(Sign::good(
            "line-ends",
            text!(".gitattributes houdt regeleinden zoals ze zijn", ".gitattributes keeps line endings as they are"),
        ));
    }
    Ok(Sign::warning(
        "line-ends",
        text!(
            "core.autocrlf verandert regeleinden: op schijf staat iets anders dan wordt beoordeeld",
            "core.autocrlf changes line endings: what is on disk differs from what is judged"
        ),
        command("git config core.autocrlf false"),
    ))
}

/// Whether each kind of file of a register is kept as it is, whatever the settings of this machine say.
fn kept_by_attributes(register: &Register) -> Result<bool, RegisterError> {
    for path in paths::EXAMPLES {
        if register.attribute(path, "eol")? != "lf" && register.attribute(path, "text")? != "unset" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether git sees what must never be in history: names, addresses and words of complainants.
pub(super) fn confidential(patient: &Patient<'_>) -> Result<Sign, RegisterError> {
    let register = patient.register;
    let good = || {
        let said = text!("git ziet de vertrouwelijke map niet", "git ignores the confidential folder");
        Ok(Sign::good("confidential", said))
    };
    let root = register.root().and_then(|root| root.canonicalize().ok());
    let named = patient.about.confidential.as_deref();
    let Some(folder) = root.and_then(|root| within(&root, named.unwrap_or(&root.join(CONFIDENTIAL)))) else {
        return good();
    };
    if register.tracks(&folder)? {
        return Ok(Sign::fault(
            "confidential",
            text!("git bewaart bestanden uit de vertrouwelijke map", "git tracks files in the confidential folder"),
            command(&format!("git rm -r --cached --quiet -- {}", shell_word(&folder))),
        ));
    }
    if register.ignores(&format!("{folder}/x"))? {
        return good();
    }
    let mends = command(&format!("printf '\\n%s\\n' {} >> .gitignore", shell_word(&format!("/{folder}/"))));
    let said = text!(
        "git ziet de vertrouwelijke map: wat erin komt, kan worden vastgelegd",
        "git does not ignore the confidential folder: what is put there can be committed"
    );
    // Whoever keeps it elsewhere has no such folder here.
    let there = named.is_some() || register.root().is_some_and(|root| root.join(&folder).exists());
    Ok(if there { Sign::fault("confidential", said, mends) } else { Sign::warning("confidential", said, mends) })
}

/// The place of a folder within the register, with `/`; nothing when it lies elsewhere.
fn within(root: &Path, folder: &Path) -> Option<String> {
    let place = resolved(folder)?;
    let below = place.strip_prefix(root).ok()?.to_str()?;
    (!below.is_empty()).then(|| below.replace('\\', "/"))
}

/// As a shell reads it.
fn shell_word(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// How cases are merged.
pub(super) fn merging(patient: &Patient<'_>) -> Result<Sign, RegisterError> {
    let text = match patient.files.map(|files| files.read(".gitattributes")).transpose()?.flatten() {
        Some(Content::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => String::new(),
    };
    // Git's own file comes after that of the register.
    let own = patient.register.common_dir().map(|git| git.join("info/attributes"));
    let own = own.and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
    let text = format!("{text}\n{own}");
    let named = merges_of(".md", &text);
    if named.iter().any(|merge| merge == "union") {
        return Ok(Sign::fault(
            "merging",
            text!(
                "`merge=union` op cases zet sleutels dubbel in een klacht",
                "`merge=union` on cases duplicates keys in a case"
            ),
            text!(
                "haal `merge=union` uit .gitattributes, en dan: klacht hook install",
                "take `merge=union` out of .gitattributes, then run: klacht hook install"
            ),
        ));
    }
    let ours = named.last().is_some_and(|merge| merge == "klacht");
    let known = patient.register.setting("merge.klacht.driver")?.is_some();
    if !known && patient.register.setting("merge.klacht.name")?.is_some() {
        return Ok(nameless(patient, ours));
    }
    if ours && !known && !patient.register.is_bare() {
        return Ok(Sign::warning(
            "merging",
            text!(
                ".gitattributes noemt `merge=klacht`, maar git kent dat hier niet",
                ".gitattributes names `merge=klacht`, which git does not know here"
            ),
            command("klacht hook install"),
        ));
    }
    let said = if ours && known {
        text!("klachten worden per stap samengevoegd", "cases are merged by log entry")
    } else {
        text!("klachten worden samengevoegd zoals andere bestanden", "cases are merged like other files")
    };
    Ok(Sign::good("merging", said))
}

/// A name without a command: git then ends a merge as soon as it comes to a file that the name is for.
fn nameless(patient: &Patient<'_>, ours: bool) -> Sign {
    let mends =
        if patient.register.is_bare() { "git config --remove-section merge.klacht" } else { "klacht hook install" };
    if ours {
        return Sign::fault(
            "merging",
            text!(
                "`merge.klacht.name` staat er zonder opdracht bij: git weigert elke samenvoeging van een klacht",
                "`merge.klacht.name` is set without a command: git refuses every merge of a case"
            ),
            command(mends),
        );
    }
    Sign::warning(
        "merging",
        text!(
            "`merge.klacht.name` staat er zonder opdracht bij: een rest van een oude installatie",
            "`merge.klacht.name` is set without a command: left over from an old installation"
        ),
        command(mends),
    )
}
