//! Every base case of every regulation is legal as it stands.
use klacht::calendar::parse_date;
use klacht::docket::Docket;
use klacht::regulation::{Policy, Reach, RegulationText, Version, read_people, read_regulation};
use std::path::{Path, PathBuf};

fn policy(root: &Path) -> Policy {
    let mut policy = Policy::default();
    for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path();
        let parts: Vec<String> =
            path.strip_prefix(root).unwrap().iter().map(|p| p.to_string_lossy().into_owned()).collect();
        let dossier = policy.dossiers.entry(parts.first().cloned().unwrap_or_default()).or_default();
        match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [_, "people.yaml"] => {
                dossier.people = read_people(&std::fs::read_to_string(path).unwrap()).value.unwrap();
            }
            [id, folder, "regulation.yaml"] => {
                let source = std::fs::read_to_string(path).unwrap();
                let read = read_regulation(&source);
                let regulation = read.value.unwrap();
                let reach = Reach::of(&regulation);
                dossier.versions.insert(
                    parse_date(folder).unwrap(),
                    Version {
                        id: (*id).into(),
                        path: path.display().to_string(),
                        source,
                        regulation,
                        tree: read.tree.unwrap(),
                        text: RegulationText::default(),
                        reach,
                    },
                );
            }
            _ => {}
        }
    }
    policy
}

#[test]
fn base_cases_are_legal() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for (policy_dir, base) in
        [("policy", "tests/requirements/base"), ("tests/fixtures/awb9/policy", "tests/fixtures/awb9/base")]
    {
        let policy = policy(&root.join(policy_dir));
        for entry in walkdir::WalkDir::new(root.join(base)).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|e| e != "md") {
                continue;
            }
            let id = if policy_dir == "policy" {
                entry.path().parent().unwrap().file_name().unwrap().to_string_lossy().into_owned()
            } else {
                "awb9".to_owned()
            };
            let source = std::fs::read_to_string(entry.path()).unwrap();
            let name = format!("{id}/{}", entry.file_name().to_string_lossy());
            let (case, _, faults) = klacht::case::read(&source);
            for f in &faults {
                wrong.push(format!("{name}: {} {}: {}", f.code(), f.route, f.message().en));
            }
            let Some(case) = case else { continue };
            let Some(received) = case.received else { continue };
            let (version, dossier) = policy.in_force(&id, received).unwrap();
            let docket = Docket::replay(&case, version, &dossier.people);
            for lack in &docket.lacks {
                wrong.push(format!(
                    "{name}: {} {:?} ({})",
                    lack.at,
                    lack.kind,
                    lack.rule.as_ref().map(|r| r.to_string()).unwrap_or_default()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
}
