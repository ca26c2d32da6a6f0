//! Bad input through the whole program: what is wrong is named with file, line and remedy, in both languages; nothing
//! crashes and nothing passes.

use std::fmt::Write;
use std::path::Path;

use crate::common::{World, copy, root, words};
use crate::gate::office::{CASE, REGULATION, Story, VERSION};

/// A register in a plain folder, without git, with one file put in it.
pub struct Folder {
    pub world: World,
}

impl Folder {
    pub fn new() -> Self {
        let folder = Self { world: World::new() };
        let policy = format!("policy/{REGULATION}");
        copy(&root().join(&policy), &folder.dir().join(&policy));
        folder
    }

    pub fn dir(&self) -> std::path::PathBuf {
        self.world.path().join("register")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.dir().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    /// Runs the program; its exit code, what it printed and what it noted.
    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let done = self.world.klacht(&self.dir()).args(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
    }

    /// The errors that `check` finds in both languages, as `path:line:column` and code; the codes.
    pub fn errors(&self) -> Vec<(String, String)> {
        let mut both = Vec::new();
        for lang in ["nl", "en"] {
            let (code, out, notes) = self.run(&["check", "--format", "short", "--lang", lang]);
            assert!(matches!(code, 0 | 1), "{code}: {out}{notes}");
            assert!(!out.contains("panicked") && !notes.contains("panicked"), "{notes}");
            let errors: Vec<(String, String)> = out
                .lines()
                .filter_map(|line| {
                    let (place, rest) = line.split_once(": error[")?;
                    Some((place.to_owned(), rest[..4].to_owned()))
                })
                .collect();
            assert_eq!(code, i32::from(!errors.is_empty()), "{out}");
            both.push(errors);
        }
        assert_eq!(both[0], both[1], "the languages agree");
        both.remove(0)
    }
}

fn story() -> String {
    Story::plain().with(3)
}

/// What is put in the place of the case, and the rule that must refuse it.
fn trials() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = story();
    let bytes = |text: String| text.into_bytes();
    let mut bomb = String::from("---\nid: K25-0000A7\na0: &a0 [x, x]\n");
    for n in 1..40 {
        writeln!(bomb, "a{n}: &a{n} [*a{m}, *a{m}]", m = n - 1).unwrap();
    }
    vec![
        ("truncated", good.as_bytes()[..good.len() / 3].to_vec(), "C101"),
        ("binary", (0..4096_u32).map(|n| (n * 197 % 251) as u8).collect(), "C101"),
        ("NUL", bytes(good.replacen("e-mail", "e\0mail", 1)), "C101"),
        ("not UTF-8", [good.as_bytes(), b"caf\xe9\n"].concat(), "C101"),
        ("empty", Vec::new(), "C101"),
        ("no front matter", bytes("Gewoon een brief.\n".into()), "C101"),
        ("lone CR", bytes(good.replace('\n', "\r")), "C1"),
        ("tabs", bytes(good.replacen("  channel", "\tchannel", 1)), "C1"),
        ("aliases", bytes(bomb + "---\n"), "C1"),
        ("brackets", bytes(format!("---\nid: {}\n---\n", "[".repeat(100_000))), "C1"),
        ("impossible date", bytes(good.replacen("received: 2025-03-03", "received: 2025-02-30", 1)), "C1"),
        ("Dutch date", bytes(good.replacen("received: 2025-03-03", "received: 3-3-2025", 1)), "C1"),
        ("another id", bytes(good.replacen("K25-0000A7", "K25-0000B8", 1)), "C1"),
        ("bad id", bytes(good.replacen("K25-0000A7", "K25-0000A8", 1)), "C1"),
        ("conflict", bytes(good.replacen("log:\n", "<<<<<<< HEAD\nlog:\n=======\nlog:\n>>>>>>> side\n", 1)), "C1"),
        ("doubled key", bytes(good.replacen("received:", "received: 2025-03-03\nreceived:", 1)), "C1"),
        ("unknown key", bytes(good.replacen("received:", "status: open\nreceived:", 1)), "C105"),
        ("unknown step", bytes(good.replacen("step: toegewezen", "step: toegewzen", 1)), "W2"),
    ]
}

#[test]
fn every_bad_file_is_named_with_its_place_and_refused() {
    for (what, bytes, wanted) in trials() {
        let folder = Folder::new();
        folder.write(CASE, bytes);
        let errors = folder.errors();
        let there = errors.iter().any(|(place, code)| {
            let mut parts = place.split(':');
            parts.next() == Some(CASE)
                && parts.all(|number| number.parse::<u32>().is_ok_and(|n| n > 0))
                && code.starts_with(wanted)
        });
        assert!(there, "{what}: {errors:?}");
        let (code, out, _) = folder.run(&["check", "--lang", "nl"]);
        assert_eq!(code, 1, "{what}");
        assert!(out.contains("hulp:") || out.contains("doe dit"), "{what} without a remedy: {out}");
    }
}

#[test]
fn what_editors_do_is_no_fault() {
    let good = story();
    for (what, text) in [
        ("as it is", good.clone()),
        ("Windows line ends", good.replace('\n', "\r\n")),
        ("no last line end", good.trim_end().to_owned()),
        ("a comment", good.replacen("log:", "# wat er gebeurde\nlog:", 1)),
        ("a rule in the body", format!("{good}\n---\n\nNog een alinea.\n")),
    ] {
        let folder = Folder::new();
        folder.write(CASE, text);
        assert_eq!(folder.errors(), [], "{what}");
    }
}

#[test]
fn a_byte_order_mark_is_told_or_read_but_never_in_the_way_of_the_rest() {
    let folder = Folder::new();
    folder.write(CASE, format!("\u{feff}{}", story().replace("step: toegewezen", "step: toegewzen")));
    let errors = folder.errors();
    assert!(!errors.is_empty(), "a mark hides nothing");
}

#[test]
fn two_files_with_one_id_and_a_regulation_that_is_not_there() {
    let folder = Folder::new();
    folder.write(CASE, story());
    folder.write("cases/cbmk/2025/04/K25-0000A7.md", story());
    assert!(folder.errors().iter().any(|(_, code)| code == "C110"));
    let folder = Folder::new();
    folder.write("cases/cmbk/2025/03/K25-0000A7.md", story());
    let (code, out, _) = folder.run(&["check", "--lang", "en"]);
    assert!(code == 1 && out.contains("C111"), "{out}");
}

#[test]
fn cases_under_a_regulation_that_cannot_be_read_are_not_passed() {
    for broken in ["roles: [\n", "schema: klacht.regulation/1\ncolour: red\n", ""] {
        let folder = Folder::new();
        folder.write(CASE, story());
        folder.write(&format!("{VERSION}/regulation.yaml"), broken);
        let errors = folder.errors();
        assert!(errors.iter().any(|(place, code)| place.starts_with(CASE) && code == "C111"), "{errors:?}");
        assert!(errors.iter().any(|(place, _)| place.starts_with(VERSION)), "{errors:?}");
    }
}

#[test]
fn what_is_no_file_is_told() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.dir().join(CASE)).unwrap();
    std::fs::write(folder.dir().join(CASE).join("x.txt"), "x").unwrap();
    assert!(!folder.errors().is_empty());
    let folder = Folder::new();
    std::fs::create_dir_all(folder.dir().join(CASE).parent().unwrap()).unwrap();
    let made = folder.world.command("mkfifo", &folder.dir()).arg(CASE).output().unwrap();
    assert!(made.status.success(), "{}", words(&made));
    assert!(folder.errors().iter().any(|(_, code)| code == "G701"));
    let folder = Folder::new();
    std::fs::create_dir_all(folder.dir().join(CASE).parent().unwrap()).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", folder.dir().join(CASE)).unwrap();
    assert!(folder.errors().iter().any(|(_, code)| code == "G701"));
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    let folder = Folder::new();
    folder.write(CASE, story());
    let file = folder.dir().join(CASE);
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o000)).unwrap();
    if std::fs::read(Path::new(&file)).is_ok() {
        println!("left out: this user may read everything");
        return;
    }
    assert!(!folder.errors().is_empty());
}

#[test]
fn everything_wrong_is_told_in_one_run() {
    let folder = Folder::new();
    let trials = trials();
    for (number, (_, bytes, _)) in trials.iter().enumerate() {
        folder.write(&format!("cases/cbmk/2025/03/K25-0000{number:02}.md"), bytes);
    }
    let errors = folder.errors();
    for (number, (what, ..)) in trials.iter().enumerate() {
        let path = format!("cases/cbmk/2025/03/K25-0000{number:02}.md");
        assert!(errors.iter().any(|(place, _)| place.starts_with(&path)), "{what}");
    }
    let mut sorted = errors.clone();
    sorted.sort_by(|a, b| a.0.split(':').next().cmp(&b.0.split(':').next()));
    assert_eq!(errors, sorted);
}
