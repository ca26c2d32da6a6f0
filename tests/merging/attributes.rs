//! `klacht hook install` makes the driver known, and leaves alone what it cannot safely edit.

use crate::merging::office::Office;

const LINES: &str = "cases/**/*.md merge=klacht\ncases/**/yearbook.yaml merge=klacht\n";

fn attributes(office: &Office) -> String {
    std::fs::read_to_string(office.repo.path().join(".gitattributes")).unwrap_or_default()
}

#[test]
fn the_driver_is_registered_once() {
    let office = Office::new();
    for _ in 0..2 {
        let (code, _, notes) = office.run(&["hook", "install"]);
        assert!(code == 0 && notes.contains("merge=klacht"), "{notes}");
        assert_eq!(attributes(&office), LINES);
    }
    assert!(office.repo.git(&["config", "merge.klacht.driver"]).ends_with("' merge-driver %O %A %B %P"));
}

#[test]
fn what_stands_there_stays() {
    for (was, becomes) in [
        ("* text=auto\r\n*.md eol=lf", format!("* text=auto\r\n*.md eol=lf\r\n{}", LINES.replace('\n', "\r\n"))),
        ("# cases merge=union\n", format!("# cases merge=union\n{LINES}")),
        ("cases/**/*.md merge=klacht\n", LINES.to_owned()),
        ("cases/** merge=union\n", "cases/** merge=union\n".to_owned()),
        ("<<<<<<< HEAD\n", "<<<<<<< HEAD\n".to_owned()),
    ] {
        let office = Office::new();
        office.repo.write(".gitattributes", was);
        assert_eq!(office.run(&["hook", "install"]).0, 0);
        assert_eq!(attributes(&office), becomes, "{was}");
    }
    let office = Office::new();
    office.repo.write("elders", "*.png binary\n");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("elders", office.repo.path().join(".gitattributes")).unwrap();
        let (_, _, notes) = office.run(&["--lang", "en", "hook", "install"]);
        assert!(notes.contains("was not changed"), "{notes}");
        assert_eq!(attributes(&office), "*.png binary\n");
    }
}

/// What the whole register goes by is its keepers': the desk of another makes the driver known to itself alone.
#[test]
fn who_does_not_keep_the_register_leaves_its_files_alone() {
    for (address, keeps) in [("m1@klinkerdam.example", true), ("m3@klinkerdam.example", false)] {
        let office = Office::new();
        let settings = "schema: klacht.register/1\nauthority: {keepers: [cbmk/m1, cbmk/m2]}\n";
        office.repo.write("klacht.yaml", settings).commit("Register");
        office.world.set_author(address);
        for _ in 0..2 {
            let (code, _, notes) = office.run(&["hook", "install", "--lang", "nl"]);
            assert!(code == 0 && notes.contains("een beheerder") != keeps, "{notes}");
        }
        let own = std::fs::read_to_string(office.repo.path().join(".git/info/attributes")).unwrap_or_default();
        let own: String = own.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        let (shared, alone) = if keeps { (LINES, "") } else { ("", LINES) };
        assert_eq!((attributes(&office).as_str(), own.as_str()), (shared, alone));
        let (_, out, notes) = office.run(&["doctor", "--lang", "en"]);
        assert!(format!("{out}{notes}").contains("cases are merged by log entry"), "{out}{notes}");
    }
}
