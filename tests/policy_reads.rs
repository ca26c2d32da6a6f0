//! Every regulation in the register can be read, and so can its people.
use std::path::PathBuf;

#[test]
fn every_regulation_of_the_register_can_be_read() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    for policy in [root.join("policy"), root.join("tests/fixtures/awb9/policy")] {
        for entry in walkdir::WalkDir::new(policy).sort_by_file_name() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            let source = || std::fs::read_to_string(entry.path()).unwrap();
            let faults = match name.as_str() {
                "regulation.yaml" => klacht::regulation::read_regulation(&source()).faults,
                "people.yaml" => klacht::regulation::read_people(&source()).faults,
                _ => continue,
            };
            seen += 1;
            wrong.extend(
                faults
                    .iter()
                    .map(|f| format!("{}: {} {}: {}", entry.path().display(), f.code(), f.route, f.message().en)),
            );
        }
    }
    assert!(seen >= 13, "only {seen} files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
