//! Two organisations in one register, a server for each strength, and everybody who may push: by address, account and key.

use std::path::{Path, PathBuf};

use klacht::check::{PushContext, check_push};
use klacht::diagnostics::{Finding, Severity};
use klacht::register::{Register, Update};

use crate::common::{Repo, World, root, words};

/// The day of every push, unless a test says otherwise.
pub const DAY: &str = "2026-06-01";
/// The case that m4 of the academy handles.
pub const CASE: &str = "cases/academie/2026/05/K26-0003AN.md";
/// A case of the other organisation.
pub const OTHER: &str = "cases/cmm/2025/01/K25-XJT24K.md";
/// Who holds which role in the academy.
pub const PEOPLE: &str = "policy/academie/people.yaml";
/// The version under which the academy's cases stand.
pub const VERSION: &str = "policy/academie/2022-01-01";
/// The year in which they were received.
pub const BOOK: &str = "cases/academie/2026/yearbook.yaml";
/// Every strength.
pub const STRENGTHS: [&str; 3] = ["author", "transport", "signature"];

/// Somebody who makes a commit and pushes it.
#[derive(Debug, Clone, Copy)]
pub struct Maker {
    /// What he is called in these tests.
    pub name: &'static str,
    /// By which key of people.yaml he is known.
    pub person: &'static str,
    /// Of which organisation.
    pub regulation: &'static str,
    /// Whether his account and his key are his own: a stranger's are nobody's.
    pub known: bool,
    /// Whether the server says who he is and the commit is signed.
    pub proved: bool,
}

impl Maker {
    /// A person of the academy.
    pub const fn of(name: &'static str, person: &'static str) -> Self {
        Self { name, person, regulation: "academie", known: true, proved: true }
    }

    pub fn account(&self) -> String {
        if self.known { format!("{}-{}", self.regulation, self.person) } else { "x".to_owned() }
    }

    pub fn address(&self) -> String {
        let domain = if self.regulation == "cmm" { "beeldhoek" } else { "zilverlinde" };
        if self.known { format!("{}@{domain}.example", self.person) } else { "x@elders.example".to_owned() }
    }
}

/// A keeper of the register, who has no access to a case.
pub const KEEPER: Maker = Maker::of("keeper", "m9");
/// An owner of the academy's regulation, likewise.
pub const OWNER: Maker = Maker::of("owner", "m7");
/// Who destroys and reports by the regulation.
pub const DIRECTOR: Maker = Maker::of("role", "m5");
/// Who handles the case.
pub const HANDLER: Maker = Maker::of("handler", "m4");
/// Who has access to every case, and does not handle this one.
pub const CLERK: Maker = Maker::of("access", "m3");
/// Who has access to every case but this one, which is about him.
pub const EXCLUDED: Maker = Maker::of("excluded", "m10");
/// Who holds a role without access.
pub const TRAINER: Maker = Maker::of("other role", "m6");
/// Who is known, and whose role has ended.
pub const FORMER: Maker = Maker::of("no role", "m1");
/// Who is known in the other organisation only.
pub const NEIGHBOUR: Maker = Maker { regulation: "cmm", ..Maker::of("neighbour", "m1") };
/// Who stands in no people.yaml.
pub const STRANGER: Maker = Maker { known: false, ..Maker::of("stranger", "m2") };
/// Who gives himself out for a keeper, without an account or a signature.
pub const UNSIGNED: Maker = Maker { proved: false, ..Maker::of("unsigned", "m9") };
/// All of them.
pub const MAKERS: [Maker; 11] =
    [KEEPER, OWNER, DIRECTOR, HANDLER, CLERK, EXCLUDED, TRAINER, FORMER, NEIGHBOUR, STRANGER, UNSIGNED];

/// The desk of the register, with a server beside it for each strength.
pub struct Office {
    pub world: World,
    pub desk: Repo,
}

impl Office {
    /// A register that names its keepers and the owners of the academy, or nobody.
    pub fn new(named: bool) -> Self {
        let at = |world: World| Self { desk: Repo::at(&world, world.path().join("desk")), world };
        let world = World::begun(&format!("authority {named}"), |world| {
            let desk = world.repo("desk");
            let office = at(world.clone());
            office.write(named);
            office.commit("Register", KEEPER, false);
            for strength in STRENGTHS {
                let server = world.bare(&format!("{strength}.git"));
                std::fs::write(server.path().join("objects/info/alternates"), "../../desk/.git/objects\n").unwrap();
                server.git(&["config", "klacht.floor", strength]);
                server.git(&["update-ref", "refs/heads/main", &desk.head()]);
            }
        });
        at(world)
    }

    fn write(&self, named: bool) {
        std::fs::create_dir_all(self.world.path().join("keys")).unwrap();
        self.desk.bring("policy/academie").bring("policy/cmm").bring(OTHER);
        for (regulation, domain) in [("academie", "zilverlinde"), ("cmm", "beeldhoek")] {
            let path = format!("policy/{regulation}/people.yaml");
            let mut text = self.read(&path);
            if regulation == "academie" {
                text.push_str("  - key: m10\n    roles:\n      - {role: binnendienst, from: 2025-01-01}\n");
                text.push_str("      - {role: medewerker, from: 2025-01-01}\n");
                text.push_str("    git: [m10@zilverlinde.example]\n");
            }
            for number in 1..=10 {
                let person = format!("m{number}");
                let git = format!("    git: [{person}@{domain}.example]\n");
                if text.contains(&git) {
                    let key = self.key(&format!("{regulation}-{person}"));
                    let more = format!(
                        "    transport: [{regulation}-{person}]\n    keys: [{{key: \"{key}\", from: 2020-01-01}}]\n"
                    );
                    text = text.replace(&git, &format!("{git}{more}"));
                }
            }
            if named && regulation == "academie" {
                text.push_str("policy_owners: [m7, m2]\n");
            }
            self.desk.write(&path, text);
        }
        self.key("x");
        let base = root().join("tests/requirements/base/academie");
        let case = std::fs::read_to_string(base.join("open.md")).unwrap();
        let party = "  - {key: p1, role: cursist, as: complainant}\n";
        let parties = format!("{party}  - {{key: p2, role: medewerker, as: respondent, person: m10}}\n");
        let hold = "legal_hold: {since: 2026-05-20, reason: procedure}\n\nlog:";
        self.desk
            .write(CASE, case.replace(party, &parties).replace("cc: [m2]", "cc: [p2, m2]").replacen("log:", hold, 1));
        self.desk.write(BOOK, "schema: klacht.yearbook/1\nparticipants: 40\n");
        self.desk.write(".gitattributes", "cases/**/*.md merge=klacht\n").write("README.md", "Register\n");
        let keepers = if named { "authority: {keepers: [academie/m9, academie/m2]}\n" } else { "" };
        let settings = "schema: klacht.register/1\nprotected: [main]\nidentity: {variable: REMOTE_USER}\n";
        self.desk.write("klacht.yaml", format!("{settings}{keepers}"));
    }

    /// A key by this name; its public line.
    pub fn key(&self, name: &str) -> String {
        let file = self.key_file(name);
        let mut command = self.world.command("ssh-keygen", self.world.path());
        let done = command.args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(&file).output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
        std::fs::read_to_string(file.with_extension("pub")).unwrap().trim().to_owned()
    }

    pub fn key_file(&self, name: &str) -> PathBuf {
        self.world.path().join("keys").join(name)
    }

    /// What a file of the desk says.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.desk.path().join(path)).unwrap()
    }

    /// Changes a file of the desk.
    pub fn edit(&self, path: &str, change: impl Fn(&str) -> String) -> &Self {
        let (was, file) = (self.read(path), self.desk.path().join(path));
        let now = change(&was);
        assert_ne!(was, now, "{path} was changed");
        std::fs::write(file, now).unwrap();
        self
    }

    /// Puts one text in place of another.
    pub fn swap(&self, path: &str, was: &str, now: &str) -> &Self {
        self.edit(path, |text| text.replacen(was, now, 1))
    }

    /// Adds an entry to the log of a case.
    pub fn log(&self, path: &str, entry: &str) -> &Self {
        self.edit(path, |text| {
            text.replacen("\n---\n", &format!("\n\n  - {}\n---\n", entry.trim().replace('\n', "\n    ")), 1)
        })
    }

    /// Commits everything on a day, as its maker signs it; the id.
    pub fn commit_on(&self, day: &str, message: &str, maker: Maker) -> String {
        let noon = day.parse::<chrono::NaiveDate>().unwrap().and_hms_opt(11, 0, 0).unwrap();
        self.world.set_clock(noon.and_utc().timestamp());
        self.commit(message, maker, true)
    }

    /// The same on the day of the tests.
    pub fn by(&self, maker: Maker, message: &str) -> String {
        self.commit_on(DAY, message, maker)
    }

    fn commit(&self, message: &str, maker: Maker, signs: bool) -> String {
        self.desk.git(&["add", "--all"]);
        self.world.set_author(&maker.address());
        let key = self.key_file(&maker.account());
        let sign = if signs && maker.proved { format!("-S{}", key.display()) } else { "--no-gpg-sign".to_owned() };
        self.desk.git(&["-c", "gpg.format=ssh", "commit", "--quiet", "--allow-empty", &sign, "--message", message]);
        self.desk.head()
    }

    /// A merge, as its maker signs it.
    pub fn merge(&self, maker: Maker, branch: &str) -> String {
        self.world.set_author(&maker.address());
        let key = self.key_file(&maker.account());
        let sign = if maker.proved { format!("-S{}", key.display()) } else { "--no-gpg-sign".to_owned() };
        self.desk.git(&["-c", "gpg.format=ssh", "merge", "--quiet", "--no-ff", "--no-edit", &sign, branch]);
        self.desk.head()
    }

    /// Takes the desk back to what the servers have.
    pub fn undo(&self) -> &Self {
        let stands = self.main();
        self.desk.git(&["checkout", "--quiet", "--force", "-B", "main", &stands]);
        self.desk.git(&["clean", "--quiet", "--force", "-d"]);
        self
    }

    /// The commit that the servers have.
    pub fn main(&self) -> String {
        self.server("author").tip("refs/heads/main").unwrap()
    }

    /// A server.
    pub fn server(&self, strength: &str) -> Repo {
        Repo::at(&self.world, self.world.path().join(format!("{strength}.git")))
    }

    /// What the gate of one strength says of these lines of git's.
    pub fn gate(&self, strength: &str, maker: Maker, updates: &str) -> Vec<Finding> {
        let register = Register::open(&self.world.path().join(format!("{strength}.git"))).unwrap();
        let updates = Update::parse_all(updates.as_bytes()).unwrap();
        let account = maker.proved.then(|| maker.account());
        let variable = |name: &str| account.clone().filter(|_| name == "REMOTE_USER");
        let push = PushContext { variable: &variable, today: DAY.parse().unwrap() };
        check_push(&register, &updates, &push).unwrap().findings
    }

    /// What it says of a branch moved from what the server has to this commit.
    pub fn push_to(&self, strength: &str, maker: Maker, branch: &str, new: &str) -> Vec<Finding> {
        let name = format!("refs/heads/{branch}");
        let old = self.server(strength).tip(&name).unwrap_or_else(|| "0".repeat(40));
        self.gate(strength, maker, &format!("{old} {new} {name}\n"))
    }

    /// The same of the register's branch.
    pub fn push(&self, strength: &str, maker: Maker, new: &str) -> Vec<Finding> {
        self.push_to(strength, maker, "main", new)
    }

    /// Pushes what must be taken, to each server, where it then stands.
    pub fn taken(&self, maker: Maker, new: &str) {
        for strength in STRENGTHS {
            let found = self.push(strength, maker, new);
            assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}: {found:#?}");
            self.server(strength).git(&["update-ref", "refs/heads/main", new]);
        }
    }

    /// The program, run somewhere in this world.
    pub fn run(&self, at: &Path, arguments: &[&str]) -> (Option<i32>, String) {
        let done = self.world.klacht(at).env("KLACHT_LANG", "en").args(arguments).output().unwrap();
        (done.status.code(), words(&done))
    }
}

/// The codes of findings at least this grave, sorted, each once.
pub fn codes(found: &[Finding], at_least: Severity) -> Vec<&'static str> {
    let mut codes: Vec<&str> = found.iter().filter(|f| f.severity >= at_least).map(|f| f.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
