//! What exists stays; a second run changes nothing; what would differ can be seen.

use std::fs;

use crate::init::desk::Desk;

#[test]
fn a_second_run_changes_nothing_and_says_so() {
    let desk = Desk::begun("training", "--forge gitea");
    let before = desk.files();
    for again in ["init register", "init register --template training --yes", "init register --yes --lang en"] {
        let said = desk.done(again);
        assert!(said.contains("er is niets gewijzigd") || said.contains("nothing was changed"), "{said}");
        assert!(desk.files() == before, "{again}");
    }
    assert_eq!(desk.done("init register --diff"), "");
}

/// Where the repository is hosted is known later than the rest, and may change.
#[test]
fn another_forge_is_taken_at_any_time() {
    let desk = Desk::begun("training", "");
    let before = desk.files();
    let said = desk.done("init register --forge gitea");
    assert!(said.contains("~ .klacht-init.yaml") && said.contains("+ .gitea/workflows/klacht.yml"), "{said}");
    assert!(desk.text(".klacht-init.yaml").contains("forge: \"gitea\""), "{}", desk.text(".klacht-init.yaml"));
    let after = desk.files();
    assert!(before.iter().all(|(path, text)| path == ".klacht-init.yaml" || after.get(path) == Some(text)));
    assert!(desk.done("init register").contains("er is niets gewijzigd"));
}

#[test]
fn a_run_on_a_later_day_keeps_the_day_of_the_first() {
    let desk = Desk::begun("training", "");
    let before = desk.files();
    desk.done("init register --today 2027-03-01");
    assert!(desk.files() == before);
}

#[test]
fn what_somebody_changed_stays_and_is_told_and_what_is_missing_comes_back() {
    let desk = Desk::begun("minimal", "--forge github");
    let before = desk.files();
    fs::write(desk.root.join("README.md"), "eigen\n").unwrap();
    fs::remove_file(desk.root.join(".editorconfig")).unwrap();
    fs::remove_dir_all(desk.root.join(".github")).unwrap();
    let said = desk.done("init register");
    assert!(said.contains("= README.md blijft zoals het is"), "{said}");
    assert!(said.contains("+ .editorconfig") && said.contains("+ .github/workflows/klacht.yml"), "{said}");
    let mut after = desk.files();
    assert_eq!(after.insert("README.md".to_owned(), before["README.md"].clone()).unwrap(), b"eigen\n");
    assert!(after == before);
}

#[test]
fn an_interrupted_run_goes_on_where_it_was() {
    let desk = Desk::begun("coaching", "--binding yes");
    let whole = desk.files();
    for path in whole.keys().filter(|path| *path != ".klacht-init.yaml") {
        fs::remove_file(desk.root.join(path)).unwrap();
    }
    fs::remove_dir_all(desk.root.join(".git")).unwrap();
    desk.done("init register");
    assert!(desk.files() == whole);
    assert!(desk.root.join(".git/hooks/pre-commit").is_file());
}

#[test]
fn a_diff_shows_both_sides_and_writes_nothing() {
    let desk = Desk::begun("minimal", "");
    let text = desk.text("klacht.yaml").replace("contact: \"klachten@", "contact: \"hulp@");
    fs::write(desk.root.join("klacht.yaml"), text).unwrap();
    fs::remove_file(desk.root.join(".editorconfig")).unwrap();
    let before = desk.files();
    let said = desk.done("init register --diff");
    for line in [
        "--- a/klacht.yaml\n+++ b/klacht.yaml\n@@ ",
        "\n-  contact: \"hulp@voorbeeldorganisatie.example\"\n+  contact: \"klachten@voorbeeldorganisatie.example\"\n",
        "--- /dev/null\n+++ b/.editorconfig\n",
        "\n+root = true\n",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert!(desk.files() == before);
    // What is shown can be applied.
    let patch = desk.world.path().join("patch");
    fs::write(&patch, said).unwrap();
    desk.repo().git(&["apply", patch.to_str().unwrap()]);
    assert_eq!(desk.done("init register --diff"), "");
}

#[test]
fn a_dry_run_names_the_files_and_writes_nothing() {
    let desk = Desk::new();
    let said = desk.done("init register --template training --yes --forge gitlab --dry-run");
    assert!(!desk.root.exists());
    let named: Vec<&str> = said.lines().collect();
    desk.done("init register --template training --yes --forge gitlab");
    let mut made: Vec<String> = desk.files().into_keys().collect();
    let mut named: Vec<String> = named.into_iter().map(str::to_owned).collect();
    made.sort();
    named.sort();
    assert_eq!(named, made);
}

#[test]
fn somebody_elses_hook_stays_and_is_told() {
    let desk = Desk::new();
    desk.world.repo("register");
    let hook = desk.root.join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, "#!/bin/sh\n").unwrap();
    let said = desk.done("init register --template minimal --yes");
    assert!(said.contains("er staat al een andere hook pre-commit"), "{said}");
    assert_eq!(fs::read_to_string(&hook).unwrap(), "#!/bin/sh\n");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_register() {
    let desk = Desk::new();
    let outside = desk.world.path().join("outside");
    fs::create_dir_all(&outside).unwrap();
    desk.world.repo("register");
    std::os::unix::fs::symlink(&outside, desk.root.join(".vscode")).unwrap();
    let said = desk.refused(3, "init register --template minimal --yes");
    assert!(said.contains(".vscode") && said.contains("draai klacht init opnieuw"), "{said}");
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    fs::remove_file(desk.root.join(".vscode")).unwrap();
    desk.done("init register");
    assert_eq!(desk.found("check --format short"), "");
    let halves = desk.files().into_keys().filter(|path| path.contains(".tmp")).count();
    assert_eq!(halves, 0);
}

/// Nothing else would keep names and addresses out of history.
#[test]
fn what_git_must_not_see_is_added_to_a_gitignore_that_is_there() {
    let line = "init register --template minimal --yes";
    for (was, gap, end) in [("*.bak\n!x", "\n", "\n"), ("*.bak\r\n/public/\r\n", "", "\r\n"), ("", "", "\n")] {
        let desk = Desk::new();
        desk.world.repo("register");
        fs::write(desk.root.join(".gitignore"), was).unwrap();
        let shown = desk.done(&format!("{line} --diff"));
        assert!(shown.contains("--- a/.gitignore") && shown.contains("\n+/vertrouwelijk/"), "{shown}");
        assert!(desk.done(&format!("{line} --dry-run")).contains(".gitignore\n"));
        assert_eq!(desk.text(".gitignore"), was);
        let said = desk.done(line);
        assert!(said.contains("+ .gitignore: aangevuld met /vertrouwelijk/ *.eml"), "{said}");
        let now = desk.text(".gitignore");
        assert!(
            now.starts_with(&format!("{was}{gap}# ")) && now.contains(&format!("{end}/vertrouwelijk/{end}")),
            "{now}"
        );
        assert_eq!(now.matches("/public/").count(), 1, "{now}");
        fs::create_dir(desk.root.join("vertrouwelijk")).unwrap();
        fs::write(desk.root.join("vertrouwelijk/naam.txt"), "x").unwrap();
        desk.repo().git(&["add", "--all"]);
        assert!(!desk.repo().git(&["ls-files"]).contains("naam"));
        // Once is enough.
        let said = desk.done("init register");
        assert!(said.contains("er is niets gewijzigd"), "{said}");
        assert_eq!(desk.text(".gitignore"), now);
    }
}

/// Registered twice by accident: the second ends with the id of the first, and is counted nowhere.
#[test]
fn a_case_that_was_opened_twice_has_an_honest_end_and_counts_once() {
    let desk = Desk::begun("training", "");
    let open = |topic: &str| {
        let opening = "new --channel e-mail --party cursist --sealed name,narrative --received 2026-01-05 --topic";
        let said = desk.inside(&format!("{opening} {topic}"));
        let at = said.find("K26-").unwrap();
        said[at..at + 10].to_owned()
    };
    let (first, second) = (open("inhoud"), open("trainer"));
    // Nothing but the id of another case will do.
    for wrong in ["eerste", "K26-000000", second.as_str()] {
        let said = desk.refused(1, &format!("-C register step {second} dubbel --set zaak={wrong}"));
        assert!(said.contains("zaak"), "{said}");
    }
    desk.inside(&format!("step {second} dubbel --set zaak={first}"));
    assert!(desk.inside("list").contains("dubbel ingeschreven"));
    let rows = desk.inside("export");
    assert_eq!(rows.lines().filter(|line| line.contains("e-mail")).count(), 1, "{rows}");
    assert!(!desk.inside("due --within 60d").contains(&second));
}
