use std::fs;
use std::path::Path;

use crate::check::tree::file::*;
use crate::check::{allowed, check_snapshot};
use crate::register::Register;

/// The bundled register, with the refused fixtures beside its cases and some faults in the other files.
fn broken(dir: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let put = |path: &str, text: String| {
        let target = dir.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
    };
    for top in ["policy", "cases/interactie/2025", "cases/square-mile", "klacht.yaml"] {
        for entry in walkdir::WalkDir::new(root.join(top)).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_file() {
                let text = fs::read_to_string(entry.path()).unwrap();
                put(&path, if path.contains("square-mile") { text.replacen("m2", "m77", 2) } else { text });
            }
        }
    }
    let refused = walkdir::WalkDir::new(root.join("tests/fixtures/refused")).sort_by_file_name();
    for (nth, entry) in refused.into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()).enumerate() {
        let target = dir.join(format!("cases/interactie/2025/02/K25-{nth:06}.md"));
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(entry.path(), target).unwrap();
    }
    let duplicate = fs::read_to_string(root.join("cases/square-mile/2026/09/K26-SRWVMK.md")).unwrap();
    put("cases/cmm/2026/09/K26-SRWVMK.md", duplicate);
    put("cases/interactie/2025/notes.txt", String::new());
    put("cases/interactie/2025/yearbook.yaml", "schema: x\n".to_owned());
    let people = fs::read_to_string(root.join("policy/cmm/people.yaml")).unwrap();
    put("policy/cmm/people.yaml", people.replace("hoofd-opleidingen", "hoofd"));
    put("policy/cbmk/people.yaml", "schema: klacht.people/1\npersons: [\n".to_owned());
    put("policy/academie/2022-01-01/text.nl.md", "# Iets anders\n\nOp 1 januari.\n".to_owned());
    put("klacht.yaml", "schema: klacht.register/1\nstands_on: 2026-11-20\nseverities: [{code: C101, severity: hint}, {code: C105, severity: hint}]\n".to_owned());
}

#[test]
fn each_file_is_judged_as_the_check_of_the_whole_judges_it() {
    let dir = tempfile::tempdir().unwrap();
    broken(dir.path());
    let files = Register::folder(dir.path()).unwrap().work_tree().unwrap();
    let day = Some("2026-11-20".parse().unwrap());
    let whole = check_snapshot(&files, day, &|_, _| {}).unwrap().findings;
    let mut context = Context::read(&files).unwrap();
    let paths = context.yearbook_paths();
    context.read_years(&files, &paths).unwrap();
    let allowed = allowed(&context);
    let (mut judged, mut with) = (0, 0);
    for entry in walkdir::WalkDir::new(dir.path()).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(dir.path()).unwrap().to_str().unwrap().to_owned();
        if !entry.file_type().is_file() {
            continue;
        }
        let found = check_file(&files, &context, &allowed, &path, day, &|_| Explorable::default()).unwrap();
        // The other file of an id is looked for under its own name; a file of another name has C109.
        let misnamed = found.iter().any(|f| f.code == "C109");
        let own = whole.iter().filter(|f| f.path == path && !(misnamed && f.code == "C110"));
        let wanted: Vec<Finding> = own.cloned().collect();
        assert_eq!(found, wanted, "{path}");
        (judged, with) = (judged + 1, with + usize::from(!wanted.is_empty()));
    }
    assert!(judged > 80 && with > 25, "{with} of {judged} files have findings");
}
