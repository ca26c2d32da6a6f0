//! `build.json`: from what a site was built, and what it consists of. Anybody can compare; no case is in it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::input::Input;
use crate::digest::sha256_hex;

/// The notation of `build.json`; a folder that holds one was written by this program.
pub const NOTATION: &str = "klacht.build/1";
/// Its name.
pub const FILE: &str = "build.json";

/// The file, for a site of these files.
#[must_use]
pub fn build_json(input: &Input, files: &BTreeMap<String, Vec<u8>>) -> String {
    let hashes: Vec<_> = files.par_iter().map(|(path, bytes)| (path, sha256_hex(bytes))).collect();
    let hashes: Map<String, Value> =
        hashes.into_iter().map(|(path, hash)| (path.clone(), Value::String(hash))).collect();
    let value = json!({
        "schema": NOTATION,
        "tool": format!("klacht {}", env!("CARGO_PKG_VERSION")),
        "commit": input.provenance.commit,
        "on": input.provenance.on.to_string(),
        "base_url": input.base_url,
        "policy": policy(input),
        "files": hashes,
    });
    format!("{value:#}\n")
}

/// One hash of all regulations with their Dutch texts: of the lines that `sha256sum` prints for them, sorted by path.
fn policy(input: &Input) -> String {
    let mut lines = BTreeMap::new();
    for edition in input.regulations.iter().flat_map(|p| &p.editions) {
        let version = &edition.version;
        let folder = version.path.trim_end_matches("regulation.yaml");
        lines.insert(version.path.clone(), sha256_hex(version.source.as_bytes()));
        lines.insert(format!("{folder}text.nl.md"), sha256_hex(version.text.source().as_bytes()));
    }
    let list: Vec<String> = lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
    sha256_hex(list.concat().as_bytes())
}
