//! On the desk of somebody who handles complaints.

use crate::doctor::office::Office;

#[test]
fn a_register_in_good_order() {
    let office = Office::new();
    let (code, out) = office.doctor(&office.desk);
    assert_eq!(code, 0, "{out}");
    insta::assert_snapshot!("well-en", out);
    let (code, dutch, _) = office.run(&office.desk, &["onderzoek"]);
    assert!(code == 0 && dutch.contains("goed     u staat in people.yaml"), "{dutch}");
}

#[test]
fn hooks_that_are_not_there_not_ours_or_not_executable() {
    let office = Office::new();
    let hook = office.desk.path().join(".git/hooks/pre-commit");
    let good = std::fs::read_to_string(&hook).unwrap();
    std::fs::remove_file(&hook).unwrap();
    office.ill(&office.desk, "warning", "the pre-commit hook is missing", "klacht hook install");
    office.desk.hook("pre-commit", "exit 0");
    office.ill(&office.desk, "warning", "belongs to something else", "klacht hook install --replace");
    std::fs::write(&hook, good.replace("klacht' hook", "nergens' hook")).unwrap();
    office.ill(&office.desk, "fault", "no longer there", "klacht hook install");
    std::fs::write(&hook, good).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o644)).unwrap();
        office.ill(&office.desk, "fault", "is not executable", "klacht hook install");
    }
    // The command that is named mends it.
    assert_eq!(office.run(&office.desk, &["hook", "install"]).0, 0);
    assert_eq!(office.doctor(&office.desk).0, 0);
}

#[test]
fn settings_of_git_that_do_harm() {
    let office = Office::new();
    office.desk.git(&["config", "core.autocrlf", "true"]);
    office.ill(&office.desk, "warning", "line endings", "git config core.autocrlf false");
    office.desk.git(&["config", "core.autocrlf", "false"]);
    office.desk.git(&["config", "core.hooksPath", "elders"]);
    office.ill(
        &office.desk,
        "fault",
        "there is no such folder",
        "git config --local --unset-all core.hooksPath && klacht hook install",
    );
    office.desk.git(&["config", "--unset", "core.hooksPath"]);
    office.desk.git(&["config", "--remove-section", "merge.klacht"]);
    office.ill(&office.desk, "warning", "which git does not know here", "klacht hook install");
    office.desk.write(".gitattributes", "cases/** merge=union\n");
    office.ill(&office.desk, "fault", "`merge=union`", "klacht hook install");
}

/// The setting may stand in any of git's files, and twice in one; the line that is named mends it there.
#[test]
fn hooks_in_another_folder_are_brought_back_wherever_that_was_set() {
    let set: [&[&[&str]]; 4] = [
        &[&["--local"], &["--local", "--add"]],
        &[&["--global"]],
        &[&["--global"], &["--local"]],
        &[&["extensions.worktreeConfig"], &["--worktree"]],
    ];
    for lines in set {
        let office = Office::new();
        for line in lines {
            let words: &[&str] = if line[0].starts_with("--") { &["core.hooksPath", "elders"] } else { &["true"] };
            office.desk.git(&[&["config"], *line, words].concat());
        }
        let line = office.remedy(&office.desk, "core.hooksPath");
        std::fs::remove_file(office.desk.path().join(".git/hooks/pre-commit")).unwrap();
        office.mend(&office.desk, &line);
        let (code, out) = office.doctor(&office.desk);
        assert!(code == 0 && !out.contains("hooksPath"), "{lines:?}, {line}: {out}");
        assert!(out.contains("the pre-commit hook is installed"), "{out}");
    }
}

#[test]
fn line_ends_that_attributes_keep_are_well() {
    let office = Office::new();
    office.desk.git(&["config", "core.autocrlf", "true"]);
    let attributes = std::fs::read_to_string(office.desk.path().join(".gitattributes")).unwrap();
    office.desk.write(".gitattributes", format!("{attributes}*.md text eol=lf\n"));
    office.ill(&office.desk, "warning", "line endings", "git config core.autocrlf false");
    office.desk.write(".gitattributes", format!("{attributes}*.md text eol=lf\n*.yaml -text\n"));
    let (code, out) = office.doctor(&office.desk);
    assert!(code == 0 && out.contains("ok       .gitattributes keeps line endings as they are"), "{out}");
}

#[test]
fn a_confidential_folder_that_git_sees() {
    let office = Office::new();
    let at = &office.desk;
    at.write(".gitignore", "*.bak");
    office.ill(at, "warning", "git does not ignore the confidential folder", "/vertrouwelijk/");
    at.write("vertrouwelijk/naam.txt", "x");
    office.ill(at, "fault", "git does not ignore the confidential folder", "/vertrouwelijk/");
    at.git(&["add", "vertrouwelijk"]);
    office.ill(at, "fault", "git tracks files in the confidential folder", "git rm -r --cached");
    office.mend(at, &office.remedy(at, "git tracks files"));
    office.mend(at, &office.remedy(at, "git does not ignore the confidential folder"));
    assert_eq!(std::fs::read_to_string(at.path().join(".gitignore")).unwrap(), "*.bak\n/vertrouwelijk/\n");
    let (code, out) = office.doctor(at);
    assert!(code == 0 && out.contains("git ignores the confidential folder"), "{out}");
    // Another folder may have been named, within the register or outside it.
    for (dir, well) in [("eigen map/geheim", false), ("../elders", true)] {
        let mut program = office.world.klacht(at.path());
        let done = program.env("KLACHT_CONFIDENTIAL", dir).args(["--lang", "en", "--today", "2026-01-06", "doctor"]);
        let out = String::from_utf8(done.output().unwrap().stdout).unwrap();
        assert_eq!(out.contains("git ignores the confidential folder"), well, "{out}");
        assert_eq!(out.contains("'/eigen map/geheim/' >> .gitignore"), !well, "{out}");
    }
}

#[test]
fn a_hook_of_somebody_else_that_calls_the_program_is_well() {
    let office = Office::new();
    office.desk.hook("pre-commit", "# klacht hook pre-commit\nexit 0");
    office.ill(&office.desk, "warning", "belongs to something else", "klacht hook install --replace");
    office.desk.hook("pre-commit", "make lint\nklacht hook pre-commit \"$@\" || exit 1");
    let (code, out) = office.doctor(&office.desk);
    assert!(code == 0 && out.contains("ok       the pre-commit hook is installed"), "{out}");
}

/// Git itself says so too, in a merge: `custom merge driver klacht lacks command line`.
#[test]
fn a_merge_driver_of_which_only_the_name_is_left() {
    let office = Office::new();
    let attributes = std::fs::read(office.desk.path().join(".gitattributes")).unwrap();
    office.desk.git(&["config", "--unset", "merge.klacht.driver"]);
    office.ill(&office.desk, "fault", "git refuses every merge of a case", "klacht hook install");
    let case = |word: &str| format!("{word}\n\n\n\n\n\n\n{word}\n");
    let (path, one) = ("cases/cbmk/2025/03/K25-0000A7.md", case("a"));
    let bare = |message: &str| office.desk.git(&["commit", "--quiet", "--no-verify", "--all", "-m", message]);
    office.desk.write(path, &one).git(&["add", "."]);
    bare("een");
    office.desk.branch("ander").write(path, one.replacen('a', "b", 1));
    bare("twee");
    office.desk.switch("main").write(path, format!("{one}c\n"));
    bare("drie");
    let merge = || office.desk.try_git(&["merge", "--no-edit", "ander"]);
    let said = String::from_utf8_lossy(&merge().stderr).into_owned();
    assert!(said.contains("lacks command line"), "{said}");
    office.desk.git(&["reset", "--quiet", "--hard"]);
    // The command that is named mends it: git asks the driver again, whatever that says of this file.
    assert_eq!(office.run(&office.desk, &["hook", "install"]).0, 0);
    assert!(!String::from_utf8_lossy(&merge().stderr).contains("lacks command line"));
    office.desk.git(&["reset", "--quiet", "--hard"]);
    office.desk.git(&["config", "--unset", "merge.klacht.driver"]);
    office.desk.write(".gitattributes", "*.md text\n");
    office.ill(&office.desk, "warning", "left over from an old installation", "klacht hook install");
    office.desk.write(".gitattributes", attributes);
}

#[test]
fn somebody_whom_nobody_knows_and_a_clock_that_runs_behind() {
    let office = Office::new();
    office.world.set_author("vreemd@elders.example");
    office.ill(&office.desk, "warning", "is not in any people.yaml", "git config user.email");
    office.world.set_author("m2@klinkerdam.example");
    office.world.set_clock(1_800_000_000);
    office.desk.git(&["commit", "--quiet", "--allow-empty", "--no-verify", "-m", "later"]);
    office.ill(&office.desk, "fault", "the clock says 2026-01-06", "set the clock");
    let (_, out, _) = office.run(&office.desk, &["--lang", "en", "--today", "2089-01-01", "doctor"]);
    assert!(out.contains("not until the end of 2090"), "{out}");
}

#[test]
fn a_signature_that_is_asked_for() {
    let office = Office::with("identity: {strength: signature}\n");
    office.ill(&office.desk, "fault", "`gpg.format` is not `ssh`", "git config gpg.format ssh");
    office.desk.git(&["config", "gpg.format", "ssh"]);
    office.ill(&office.desk, "fault", "`commit.gpgSign`", "git config commit.gpgSign true");
    office.desk.git(&["config", "commit.gpgSign", "true"]);
    office.ill(&office.desk, "fault", "which key you sign with", "git config user.signingKey");
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";
    office.desk.git(&["config", "user.signingKey", key]);
    office.ill(&office.desk, "fault", "is not valid today in any people.yaml", "keys:");
    let people = office.desk.path().join("policy/cbmk/people.yaml");
    let text = std::fs::read_to_string(&people).unwrap();
    let line = "    git: [m2@klinkerdam.example]\n";
    let with = |end: &str| {
        text.replace(line, &format!("{line}    keys:\n      - {{key: '{key} m2', from: 2025-01-01{end}}}\n"))
    };
    std::fs::write(&people, with(", until: 2025-06-01")).unwrap();
    office.ill(&office.desk, "fault", "is not valid today in any people.yaml", "keys:");
    std::fs::write(&people, with("")).unwrap();
    let (code, out) = office.doctor(&office.desk);
    assert!(code == 0 && out.contains("your key is in people.yaml"), "{out}");
}

#[test]
fn a_folder_without_git_and_one_without_a_regulation() {
    let office = Office::new();
    let plain = office.world.repo("plain");
    std::fs::remove_dir_all(plain.path().join(".git")).unwrap();
    office.ill(&plain, "fault", "there is no regulation", "-C DIR");
    office.ill(&plain, "fault", "not a git repository", "klacht init");
    let policy = "policy/cbmk/people.yaml";
    office.desk.write(policy, "schema: anders\n");
    office.ill(&office.desk, "fault", "cannot be read", "klacht policy check");
}

#[test]
fn what_a_helpdesk_gets_says_nothing_of_persons() {
    let office = Office::new();
    office.world.set_author("vreemd@elders.example");
    let (code, _, notes) = office.run(&office.desk, &["doctor", "--bundle", "bundel.txt"]);
    assert!(code == 0 && notes.contains("bundel.txt"), "{notes}");
    let text = std::fs::read_to_string(office.desk.path().join("bundel.txt")).unwrap();
    let (head, signs) = text.split_once("\n\nok ").map(|(h, s)| (h.to_owned(), format!("ok {s}"))).unwrap();
    assert!(head.contains("klacht ") && head.contains("register work tree"), "{head}");
    insta::assert_snapshot!("bundle", signs);
    for secret in ["@", "klinkerdam", "vreemd", "/", "cbmk", "Ada"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    assert_eq!(office.run(&office.desk, &["doctor", "--bundle", "nergens/x.txt"]).0, 3);
    // An earlier one is written over, a file of somebody's own is not.
    assert_eq!(office.run(&office.desk, &["doctor", "--bundle", "bundel.txt"]).0, 0);
    let settings = std::fs::read(office.desk.path().join("klacht.yaml")).unwrap();
    let (code, _, notes) = office.run(&office.desk, &["--lang", "en", "doctor", "--bundle", "klacht.yaml"]);
    assert!(code == 2 && notes.contains("choose another name"), "{notes}");
    assert_eq!(std::fs::read(office.desk.path().join("klacht.yaml")).unwrap(), settings);
}

#[test]
fn a_register_that_stands_still_is_looked_at_by_that_day() {
    let office = Office::with("stands_on: 2089-01-01\n");
    let looked = |day: &[&str]| {
        let mut program = office.world.klacht(office.desk.path());
        let done = program.args(["--lang", "en", "doctor"]).args(day).output().unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    assert!(looked(&[]).contains("not until the end of 2090"), "{}", looked(&[]));
    assert!(!looked(&[]).contains("today is 2089"), "the clock of the machine is the machine's: {}", looked(&[]));
    assert!(!looked(&["--today", "2026-11-20"]).contains("2090"));
}
