//! What this desk knows of persons: what whoever sits here can read, and what lies in the confidential folder of before.

use std::collections::BTreeMap;
use std::fs;

use zeroize::Zeroizing;

use super::folder::DATA;
use super::who::persons;
use crate::case;
use crate::casework::error::CaseworkError;
use crate::paths::{self, case_name};
use crate::register::{Content, Register, Snapshot};
use crate::rules::data_protection::{CONFIDENTIAL, Known};
use crate::sealing::Identity;
use crate::vault::Vault;

/// Data of persons, each with its key; wiped when it is let go.
type Data = Vec<(String, Zeroizing<String>)>;

/// What is known of persons in this register. A case that these identities do not open is not known here.
pub(crate) fn known(register: &Register, identities: &[Identity]) -> Result<Known, CaseworkError> {
    let mut data = in_folder(register);
    if !identities.is_empty()
        && let Some(vault) = Vault::open(register)?
    {
        data.extend(sealed(register, &vault, identities)?);
    }
    Ok(Known::of(data.iter().map(|(key, value)| (key.as_str(), value.as_str()))))
}

fn sealed(register: &Register, vault: &Vault, identities: &[Identity]) -> Result<Data, CaseworkError> {
    let (files, here) = (register.work_tree()?, vault.cases()?);
    let mut data = Data::new();
    for file in files.list(paths::CASES)?.files {
        if !case_name(&file.path).is_some_and(|id| here.contains(id)) {
            continue;
        }
        let Some(Content::Bytes(source)) = files.read(&file.path)? else { continue };
        let Some(case) = case::read(&String::from_utf8_lossy(&source)).0 else { continue };
        let persons = persons(vault, &case, identities).unwrap_or_default();
        data.extend(persons.into_values().flatten());
    }
    Ok(data)
}

/// What lies in the folder that was kept before there was a vault, a folder a case; what cannot be read is not known.
fn in_folder(register: &Register) -> Data {
    let Some(folder) = register.root().map(|root| root.join(CONFIDENTIAL)) else { return Data::new() };
    let cases = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = cases.filter_map(|case| fs::read(case.path().join(DATA)).ok().map(Zeroizing::new));
    let read = files.filter_map(|bytes| serde_json::from_slice::<BTreeMap<String, String>>(&bytes).ok());
    // The words of the complainant are no datum of a person: words of the language stand in them.
    read.flatten().filter(|(key, _)| key != "narrative").map(|(key, value)| (key, Zeroizing::new(value))).collect()
}
