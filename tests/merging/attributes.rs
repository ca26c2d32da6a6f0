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
