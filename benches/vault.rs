//! What is sealed: names in a list, one mail sealed, a `sync` with nothing new; each beside the same work without it, in one run.
//!
//! ```text
//! cargo bench --bench vault                     # 200 cases
//! cargo bench --bench vault -- --cases 5000     # the same of many: it takes minutes to make them
//! ```
//! Names are shown while a key is unlocked in the memory of the kernel; where a machine has none of that, the first row says so.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

mod measuring;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use measuring::{Cost, Fault, best, git, klacht};
use walkdir::WalkDir;

/// As many as the figures of the design speak of.
const CASES: usize = 200;
/// What is sealed of each case.
const PERSON: &str = "name: Ans Kanariegeel\nemail: ans@kanariegeel.example\naddress: Kanariegeelkade 3\ncity: Loverveld\nnarrative: |\n  De les ging niet door.\n";

fn main() -> Result<(), Fault> {
    let arguments: Vec<String> = std::env::args().collect();
    let cases = arguments.iter().skip_while(|a| *a != "--cases").nth(1).map_or(Ok(CASES), |many| many.parse())?;
    let folder = tempfile::tempdir()?;
    let house = House::made(&folder.path().canonicalize()?, cases)?;
    println!("| work, {cases} cases | klacht wall s | cpu s | MB | without wall s | cpu s |");
    println!("|---|---|---|---|---|---|");
    house.run("open", &[&house.first], "")?;
    let named = house.run("list", &[], "")?.contains("Kanariegeel");
    let list = house.cost("list --state all", true)?;
    let what = if named { "list with names; without a key" } else { "list, but no key stays unlocked here" };
    row(what, list, house.cost("list --state all", false)?);
    let mail = house.root.join("mail.eml");
    fs::write(&mail, format!("From: ans@kanariegeel.example\nSubject: Les\n\n{}\n", "Niet door. ".repeat(4_000)))?;
    let seal = format!("seal {} {} --as message", house.first, mail.display());
    row(
        "one mail sealed; the case shown",
        house.cost(&seal, true)?,
        house.cost(&format!("show {}", house.first), false)?,
    );
    let fetched = best(&house.desk, "git fetch --quiet origin main")?;
    row("sync with nothing new; git fetch of the branch", house.cost("sync --sealed-only", true)?, fetched);
    Ok(())
}

fn row(what: &str, ours: Cost, other: Cost) {
    let Cost { wall, cpu, memory } = ours;
    println!("| {what} | {wall:.3} | {cpu:.3} | {memory:.0} | {:.3} | {:.3} |", other.wall, other.cpu);
}

/// A desk with a key and sealed cases, and its server.
struct House {
    root: PathBuf,
    desk: PathBuf,
    /// The id of a case.
    first: String,
}

impl House {
    fn made(root: &Path, cases: usize) -> Result<Self, Fault> {
        let desk = root.join("desk");
        let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy/academie");
        for entry in WalkDir::new(&policy).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
            let to = desk.join("policy/academie").join(entry.path().strip_prefix(&policy)?);
            fs::create_dir_all(to.parent().ok_or("a folder")?)?;
            fs::copy(entry.path(), to)?;
        }
        fs::write(desk.join("klacht.yaml"), "schema: klacht.register/1\nvault: {backups: 30 calendar days}\n")?;
        git(&desk, &["init", "--quiet", "--initial-branch=main"])?;
        for (key, value) in [("user.name", "m2"), ("user.email", "m2@zilverlinde.example"), ("gc.auto", "0")] {
            git(&desk, &["config", key, value])?;
        }
        git(root, &["init", "--quiet", "--bare", "--initial-branch=main", "server.git"])?;
        git(&desk, &["remote", "add", "origin", &root.join("server.git").display().to_string()])?;
        git(&desk, &["add", "--all"])?;
        git(&desk, &["commit", "--quiet", "--message", "De regeling"])?;
        git(&desk, &["push", "--quiet", "--set-upstream", "origin", "main"])?;
        let mut house = Self { root: root.to_path_buf(), desk, first: String::new() };
        house.run("keys", &["new", "--commit"], "")?;
        house.run("keys", &["recovery", "make", &root.join("safe").display().to_string(), "--commit"], "")?;
        for _ in 0..cases {
            let line = "--channel e-mail --party cursist --source extern --topic planning --sealed-from -";
            let said = house.run("new", &line.split(' ').collect::<Vec<_>>(), PERSON)?;
            said.lines().nth(1).ok_or("an id")?.clone_into(&mut house.first);
        }
        git(&house.desk, &["add", "--all"])?;
        git(&house.desk, &["commit", "--quiet", "--message", "Klachten"])?;
        house.run("sync", &[], "")?;
        Ok(house)
    }

    /// Runs the program well; what it printed.
    fn run(&self, verb: &str, arguments: &[&str], lines: &str) -> Result<String, Fault> {
        let mut command = Command::new(klacht());
        command.arg(verb).args(arguments).current_dir(&self.desk).envs(self.around(true));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("a way in")?.write_all(lines.as_bytes())?;
        let done = child.wait_with_output()?;
        if !done.status.success() {
            return Err(format!("klacht {verb}: {}", String::from_utf8_lossy(&done.stderr)).into());
        }
        Ok(String::from_utf8(done.stdout)?)
    }

    /// What a line of the program costs, at a desk with its key or without one.
    fn cost(&self, line: &str, key: bool) -> Result<Cost, Fault> {
        let around: String = self.around(key).map(|(name, value)| format!("{name}='{value}' ")).concat();
        best(&self.desk, &format!("{around} {} {line}", klacht()))
    }

    fn around(&self, key: bool) -> [(&'static str, String); 4] {
        let keys = self.root.join(if key { "keys" } else { "none" });
        [
            ("KLACHT_KEYS", keys.display().to_string()),
            ("KLACHT_PASSPHRASE_COMMAND", "echo vier-woorden-van-m2".to_owned()),
            ("KLACHT_TODAY", "2026-05-04".to_owned()),
            ("KLACHT_NO_INPUT", "true".to_owned()),
        ]
    }
}
