//! What offices do in a week with git, done with git itself: real hooks at the desk and on the server, in a register that asks for
//! each strength. What is refused here to somebody honest is a fault, unless the row says why.

use std::process::{Output, Stdio};

use crate::authority::office::{CASE, CLERK, DAY, HANDLER, KEEPER, Maker, OTHER, OWNER, Office, PEOPLE};
use crate::common::{Pushed, Repo, copy, root, words};

/// The forge itself, which makes commits on its own pages.
const FORGE: Maker = Maker { known: false, proved: false, ..Maker::of("forge", "m2") };
/// The director, who is a keeper and an owner as well.
const MANAGER: Maker = Maker::of("manager", "m2");
/// A colleague in the other organisation.
const COLLEAGUE: Maker = Maker { regulation: "cmm", ..Maker::of("colleague", "m3") };
/// The book of a year that is over, of the other organisation.
const OVER: &str = "cases/cmm/2025/yearbook.yaml";

/// A desk and a server of one strength, with hooks.
struct Stage {
    office: Office,
    strength: &'static str,
    server: Repo,
    refused: std::cell::RefCell<Vec<String>>,
}

impl Stage {
    fn new(strength: &'static str) -> Self {
        let office = Office::new(true);
        let morning = DAY.parse::<chrono::NaiveDate>().unwrap().and_hms_opt(8, 0, 0).unwrap();
        office.world.set_clock(morning.and_utc().timestamp());
        let server = office.world.bare("guarded.git");
        let stage = Self { office, strength, server, refused: std::cell::RefCell::default() };
        stage.program(&stage.server, KEEPER, &["hook", "install", "--server"]);
        stage.server.git(&["config", "klacht.floor", strength]);
        let desk = &stage.office.desk;
        desk.git(&["remote", "add", "origin", &format!("file://{}", stage.server.path().display())]);
        stage
    }

    /// A command as somebody runs it who has a key and an account.
    fn command(&self, at: &Repo, who: Maker, program: &str, arguments: &[&str]) -> Output {
        let world = &self.office.world;
        world.tick();
        world.set_author(&who.address());
        let mut command = match program {
            "klacht" => world.klacht(at.path()),
            other => world.command(other, at.path()),
        };
        let key = self.office.key_file(&who.account()).display().to_string();
        let signs = if who.proved { "true" } else { "false" };
        let settings =
            [("gpg.format", "ssh"), ("user.signingkey", &key), ("commit.gpgsign", signs), ("core.editor", "true")];
        for (at, (name, value)) in settings.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{at}"), name).env(format!("GIT_CONFIG_VALUE_{at}"), value);
        }
        command.env("GIT_CONFIG_COUNT", settings.len().to_string());
        command.args(arguments).stdin(Stdio::null());
        command.env("GIT_COMMITTER_EMAIL", who.address()).env("KLACHT_TODAY", DAY).env("KLACHT_LANG", "nl");
        command.env("REMOTE_USER", who.account()).output().unwrap()
    }

    fn program(&self, at: &Repo, who: Maker, arguments: &[&str]) {
        let done = self.command(at, who, "klacht", arguments);
        if !done.status.success() {
            self.refused.borrow_mut().push(format!("klacht {}: {}", arguments.join(" "), words(&done)));
        }
    }

    fn git_at(&self, at: &Repo, who: Maker, arguments: &[&str]) -> String {
        let done = self.command(at, who, "git", arguments);
        if !done.status.success() {
            self.refused.borrow_mut().push(format!("git {}: {}", arguments.join(" "), words(&done)));
        }
        String::from_utf8_lossy(&done.stdout).trim_end().to_owned()
    }

    fn git(&self, who: Maker, arguments: &[&str]) -> String {
        self.git_at(&self.office.desk, who, arguments)
    }

    /// Everything on disk committed at the desk, through its hooks.
    fn commit(&self, who: Maker, message: &str) {
        self.git(who, &["add", "--all"]);
        self.git(who, &["commit", "--quiet", "--message", message]);
    }

    fn try_push(&self, who: Maker, arguments: &[&str]) -> Pushed {
        let words = [&["push", "--quiet", "origin"], arguments].concat();
        self.command(&self.office.desk, who, "git", &words).into()
    }

    /// Pushes what must be taken.
    fn push(&self, who: Maker, arguments: &[&str]) {
        let pushed = self.try_push(who, arguments);
        if !pushed.accepted {
            self.refused.borrow_mut().push(format!("push {}: {}", arguments.join(" "), pushed.text));
        }
    }

    /// Pushes what is taken but under the strength that cannot know better, where it is refused for this.
    fn push_but(&self, under: &[(&str, &str)], who: Maker, arguments: &[&str]) {
        let Some((_, code)) = under.iter().find(|(strength, _)| *strength == self.strength) else {
            return self.push(who, arguments);
        };
        let pushed = self.try_push(who, arguments);
        if pushed.accepted || !pushed.text.contains(code) {
            self.refused.borrow_mut().push(format!("not refused for {code}: {}", pushed.text));
        }
    }

    /// A note in the case.
    fn note(&self, text: &str) {
        self.office.edit(CASE, |case| format!("{case}\n{text}\n"));
    }

    fn readme(&self, line: &str) {
        self.office.edit("README.md", |text| format!("{text}{line}\n"));
    }

    /// Begins a branch from what the server has.
    fn branch(&self, name: &str) {
        self.git(KEEPER, &["switch", "--quiet", "--force-create", name, "origin/main", "--no-track"]);
    }

    fn main(&self) {
        self.git(KEEPER, &["switch", "--quiet", "main"]);
    }

    /// The desk as the server is, whatever went before.
    fn fresh(&self) {
        let desk = &self.office.desk;
        desk.git(&["fetch", "--quiet", "origin"]);
        desk.git(&["checkout", "--quiet", "--force", "-B", "main", "origin/main"]);
        desk.git(&["clean", "--quiet", "--force", "-d"]);
        self.office.world.tick();
    }

    /// The clone of somebody else, with hooks.
    fn clone(&self, name: &str, who: Maker) -> Repo {
        let clone = self.office.world.clone_of(&self.server, name, &[]);
        self.program(&clone, who, &["hook", "install"]);
        clone
    }
}

/// An act: what it is, and how it goes.
type Act = (&'static str, fn(&Stage));

/// The first push, of everything at once; nothing can be done before it.
fn begin(stage: &Stage) {
    let office = &stage.office;
    for folder in ["cases/academie/2024", "cases/cmm/2024", "cases/cmm/2025"] {
        copy(&root().join(folder), &office.desk.path().join(folder));
    }
    // Of this year the figures are still to be made.
    office.edit(OVER, |text| text.split_inclusive("\nfigures:").next().unwrap().replace("\nfigures:", "\n"));
    office.swap("klacht.yaml", "identity: {", &format!("identity: {{strength: {}, ", stage.strength));
    office.desk.git(&["checkout", "--quiet", "--orphan", "begin"]);
    stage.git(KEEPER, &["add", "--all"]);
    stage.git(KEEPER, &["commit", "--quiet", "--message", "Register"]);
    office.desk.git(&["branch", "--quiet", "--move", "--force", "main"]);
    stage.push(KEEPER, &["main"]);
    assert_eq!(stage.refused.take(), Vec::<String>::new(), "{}", stage.strength);
    stage.program(&office.desk, KEEPER, &["hook", "install"]);
    stage.fresh();
}

const ACTS: &[&[Act]] = &[STEPS, BRANCHES, OFFICE];

/// Steps, notes, and what is put right before it is sent.
const STEPS: &[Act] = &[
    ("a step", |s| {
        s.office.log(CASE, "step: behandeld\non: 2026-06-01\nby: m4\nresultaat: opgelost");
        s.commit(HANDLER, "stap");
        s.push(HANDLER, &["main"]);
    }),
    ("a step by the program", |s| {
        let step =
            "step K26-0003AN formulier-aangevuld --by m4 --parts oplossing,oorzaak --set oorzaak=communicatie --commit";
        s.program(&s.office.desk, HANDLER, &step.split(' ').collect::<Vec<_>>());
        s.push(HANDLER, &["main"]);
    }),
    ("a note amended before they are sent", |s| {
        s.note("Gebeld.");
        s.commit(HANDLER, "notitie");
        s.office.swap(CASE, "Gebeld.", "Gebeld en gesproken.");
        s.git(HANDLER, &["commit", "--quiet", "--all", "--amend", "--no-edit"]);
        s.push(HANDLER, &["main"]);
    }),
    ("the revert of what was not sent", |s| {
        s.readme("Een regel");
        s.commit(CLERK, "uitleg");
        s.git(CLERK, &["revert", "--no-edit", "HEAD"]);
        s.push(CLERK, &["main"]);
    }),
    ("a note cherry-picked from one's own branch", |s| {
        s.branch("los");
        s.note("Van een andere tak.");
        s.commit(HANDLER, "notitie");
        s.main();
        s.git(HANDLER, &["cherry-pick", "los"]);
        s.push(HANDLER, &["main"]);
    }),
    ("an empty commit", |s| {
        s.git(CLERK, &["commit", "--quiet", "--allow-empty", "--message", "begin van de week"]);
        s.push(CLERK, &["main"]);
    }),
    ("work put away and taken up again", |s| {
        s.note("Half af.");
        s.git(HANDLER, &["stash", "--quiet"]);
        s.readme("Tussendoor");
        s.commit(HANDLER, "tussendoor");
        s.git(HANDLER, &["stash", "pop", "--quiet"]);
        s.commit(HANDLER, "notitie");
        s.push(HANDLER, &["main"]);
    }),
    ("work in a second work tree", |s| {
        let place = s.office.world.path().join("second");
        s.git(HANDLER, &["worktree", "add", "--quiet", "-b", "tweede", place.to_str().unwrap(), "origin/main"]);
        let second = Repo::at(&s.office.world, place.clone());
        let text = std::fs::read_to_string(place.join(CASE)).unwrap();
        second.write(CASE, format!("{text}\nUit de tweede map.\n"));
        s.git_at(&second, HANDLER, &["add", "--all"]);
        s.git_at(&second, HANDLER, &["commit", "--quiet", "--message", "notitie"]);
        s.git_at(&second, HANDLER, &["push", "--quiet", "origin", "tweede:main"]);
        s.git(HANDLER, &["worktree", "remove", place.to_str().unwrap()]);
    }),
    ("a colleague's commit sent by another", |s| {
        s.note("Van de collega.");
        s.commit(HANDLER, "notitie");
        s.push(CLERK, &["main"]);
    }),
    ("a colleague's step sent by another: under transport whoever sends it took it", |s| {
        s.office.log(CASE, "step: teruggekoppeld\non: 2026-06-01\nby: m4\nto: [p1]\nchannel: e-mail");
        s.commit(HANDLER, "stap");
        s.push_but(&[("transport", "G714")], CLERK, &["main"]);
        s.push(HANDLER, &["main"]);
    }),
    ("a colleague's patch from an e-mail", |s| {
        s.branch("patch");
        s.note("Per e-mail gestuurd.");
        s.commit(HANDLER, "notitie");
        let patch = s.git(HANDLER, &["format-patch", "-1", "--stdout"]);
        let file = s.office.world.path().join("note.patch");
        std::fs::write(&file, format!("{patch}\n")).unwrap();
        s.main();
        s.git(CLERK, &["am", "--quiet", file.to_str().unwrap()]);
        s.push(CLERK, &["main"]);
    }),
];

/// Branches, merges, requests, tags.
const BRANCHES: &[Act] = &[
    ("one's own branch sent, rebased, sent again and deleted", |s| {
        s.branch("eigen");
        s.note("Op een tak.");
        s.commit(HANDLER, "notitie");
        s.push(HANDLER, &["eigen"]);
        s.main();
        s.readme("Verder");
        s.commit(CLERK, "verder");
        s.push(CLERK, &["main"]);
        s.git(HANDLER, &["switch", "--quiet", "eigen"]);
        s.git(HANDLER, &["rebase", "--quiet", "main"]);
        s.push(HANDLER, &["--force-with-lease", "eigen"]);
        s.push(HANDLER, &["--delete", "eigen"]);
    }),
    ("git pull in a register of two organisations", |s| {
        let other = s.clone("other", COLLEAGUE);
        let text = std::fs::read_to_string(other.path().join(OTHER)).unwrap();
        other.write(OTHER, format!("{text}\nVan de buren.\n"));
        s.git_at(&other, COLLEAGUE, &["commit", "--quiet", "--all", "--message", "notitie"]);
        s.note("Van ons.");
        s.commit(HANDLER, "notitie");
        s.push(HANDLER, &["main"]);
        s.git_at(&other, COLLEAGUE, &["pull", "--quiet"]);
        s.git_at(&other, COLLEAGUE, &["push", "--quiet", "origin", "main"]);
    }),
    ("git pull where both wrote in one case", |s| {
        let other = s.clone("clerk", CLERK);
        let text = std::fs::read_to_string(other.path().join(CASE)).unwrap();
        other.write(CASE, format!("{text}\nZij belde terug.\n"));
        s.git_at(&other, CLERK, &["commit", "--quiet", "--all", "--message", "notitie"]);
        s.office.log(CASE, "step: intern-teruggekoppeld\non: 2026-06-01\nby: m4\nto: [p2, m2]");
        s.commit(HANDLER, "stap");
        s.push(HANDLER, &["main"]);
        s.git_at(&other, CLERK, &["pull", "--quiet"]);
        s.git_at(&other, CLERK, &["push", "--quiet", "origin", "main"]);
    }),
    ("the button that merges, pressed by who asked for it", |s| merge_button(s, HANDLER)),
    ("the button that merges, pressed by a colleague", |s| merge_button(s, CLERK)),
    ("the button that merges a step, pressed by a colleague: under transport whoever presses it took it", |s| {
        s.branch("stap");
        s.office.log(
            CASE,
            "step: bevrediging-vastgelegd\non: 2026-06-01\nby: m4\nbevredigend-klager: ja\nbevredigend-organisatie: ja",
        );
        s.commit(HANDLER, "stap");
        s.push(HANDLER, &["stap"]);
        s.main();
        by_forge(s, &["merge", "--quiet", "--no-ff", "--no-edit", "stap"]);
        s.push_but(&[("transport", "G714")], CLERK, &["main"]);
        s.push(HANDLER, &["main"]);
    }),
    ("the button that squashes: under signature the forge signs for nobody", |s| {
        requested(s);
        s.git(FORGE, &["merge", "--quiet", "--squash", "verzoek"]);
        by_forge(s, &["commit", "--quiet", "--message", "Verzoek"]);
        s.push_but(&[("signature", "G715")], HANDLER, &["main"]);
    }),
    ("the button that rebases: under signature the forge signs for nobody", |s| {
        requested(s);
        by_forge(s, &["rebase", "--quiet", "--force-rebase", "main", "verzoek"]);
        s.push_but(&[("signature", "G715")], HANDLER, &["verzoek:main"]);
    }),
    ("the test merge of CI", |s| {
        requested(s);
        let base = s.office.desk.tip("refs/remotes/origin/main").unwrap();
        by_forge(s, &["merge", "--quiet", "--no-ff", "--no-edit", "verzoek"]);
        let checked = s.command(&s.office.desk, FORGE, "klacht", &["check", "--range", &format!("{base}..HEAD")]);
        if !checked.status.success() {
            s.refused.borrow_mut().push(words(&checked));
        }
    }),
    ("a colleague's fork", |s| {
        let fork = s.clone("fork", HANDLER);
        let text = std::fs::read_to_string(fork.path().join(CASE)).unwrap();
        fork.write(CASE, format!("{text}\nUit de kopie.\n"));
        s.git_at(&fork, HANDLER, &["commit", "--quiet", "--all", "--message", "notitie"]);
        s.readme("Intussen");
        s.commit(CLERK, "intussen");
        s.git(CLERK, &["pull", "--quiet", "--no-edit", fork.path().to_str().unwrap(), "main"]);
        s.push(CLERK, &["main"]);
    }),
    ("a branch that is no register", |s| {
        s.git(HANDLER, &["checkout", "--quiet", "--orphan", "pages"]);
        s.git(HANDLER, &["rm", "--quiet", "-r", "--force", "."]);
        s.office.desk.write("index.html", "<p>Klachten</p>\n");
        s.git(HANDLER, &["add", "--all"]);
        s.git(HANDLER, &["commit", "--quiet", "--no-verify", "--message", "pagina"]);
        s.push(HANDLER, &["pages"]);
    }),
    ("a tag, and a release", |s| {
        s.git(CLERK, &["tag", "week-23"]);
        s.git(CLERK, &["-c", "tag.gpgsign=false", "tag", "--annotate", "--message", "Eerste helft", "v2026.1"]);
        s.push(CLERK, &["--tags"]);
        s.readme("Na de uitgave");
        s.commit(CLERK, "uitleg");
        s.git(CLERK, &["-c", "tag.gpgsign=false", "tag", "--annotate", "--message", "Tweede helft", "v2026.2"]);
        s.push(CLERK, &["--follow-tags", "main"]);
    }),
];

/// What an office does with people, facts, years and what comes in.
const OFFICE: &[Act] = &[
    ("a keeper hands over", |s| {
        s.office.swap("klacht.yaml", "[academie/m9, academie/m2]", "[academie/m9, academie/m2, academie/m7]");
        s.commit(KEEPER, "erbij");
        s.push(KEEPER, &["main"]);
        s.office.swap("klacht.yaml", "[academie/m9, academie/m2, academie/m7]", "[academie/m2, academie/m7]");
        s.commit(OWNER, "eraf");
        s.push(OWNER, &["main"]);
        s.office.swap("klacht.yaml", "[academie/m2, academie/m7]", "[academie/m9, academie/m2]");
        s.commit(OWNER, "terug");
        s.push(OWNER, &["main"]);
    }),
    ("a new colleague, and her first commit", |s| {
        let key = s.office.key("academie-m20");
        let person = format!(
            "persons:\n  - key: m20\n    roles: [{{role: binnendienst, from: 2026-06-01}}]\n    git: [m20@zilverlinde.example]\n    \
             transport: [academie-m20]\n    keys: [{{key: \"{key}\", from: 2026-06-01}}]\n"
        );
        s.office.swap(PEOPLE, "persons:\n", &person);
        s.commit(OWNER, "nieuwe collega");
        s.push(OWNER, &["main"]);
        let new = Maker::of("m20", "m20");
        s.note("Overgenomen.");
        s.commit(new, "notitie");
        s.push(new, &["main"]);
    }),
    ("the day of receipt put right", |s| {
        s.office.swap(CASE, "received: 2026-05-18", "received: 2026-05-17");
        s.office.log(CASE, "step: correctie\nof: received\non: 2026-06-01\nby: m4\nreason: poststempel");
        s.commit(HANDLER, "dag");
        s.push(HANDLER, &["main"]);
    }),
    ("a step taken back", |s| {
        let step = "step K26-0003AN correctie --of 10 --by m4 --reason vergissing --commit";
        s.program(&s.office.desk, HANDLER, &step.split(' ').collect::<Vec<_>>());
        s.push(HANDLER, &["main"]);
    }),
    ("a hold lifted and set", |s| {
        s.office.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
        s.commit(MANAGER, "opgeheven");
        s.push(MANAGER, &["main"]);
        s.office.swap(
            CASE,
            "legal_hold: {since: 2026-05-20, reason: procedure, until: 2026-06-01, because: voorbij}",
            "legal_hold: {since: 2026-06-01, reason: opnieuw}",
        );
        s.commit(CLERK, "opnieuw");
        s.push(CLERK, &["main"]);
    }),
    ("a year closed", |s| {
        s.program(&s.office.desk, COLLEAGUE, &["year", "close", "cmm", "2025", "--yes"]);
        s.commit(COLLEAGUE, "jaar 2025 gesloten");
        s.push(COLLEAGUE, &["main"]);
    }),
    ("a complaint from an e-mail", |s| {
        let file = s.office.world.path().join("in.eml");
        let head = "From: Quirijn Zonderland <quirijn@zonderland.example>\r\nTo: <directeur@zilverlinde.example>\r\n";
        let more = "Date: Mon, 1 Jun 2026 08:30:00 +0000\r\nMessage-ID: <a1@zonderland.example>\r\nSubject: Zaal\r\n\r\nIJskoud.\r\n";
        std::fs::write(&file, format!("{head}{more}")).unwrap();
        let flags = "--confidential ../apart --role cursist --source extern --topic rekening --commit";
        let file = file.to_str().unwrap();
        s.program(&s.office.desk, CLERK, &[&["import", file], &flags.split(' ').collect::<Vec<_>>()[..]].concat());
        s.push(CLERK, &["main"]);
    }),
];

/// A branch with two commits of the handler, sent, and the register gone on meanwhile. That hooks let such commits pass is seen
/// elsewhere; here they would take most of the time.
fn requested(s: &Stage) {
    let commit = |who: Maker, message: &str| {
        s.git(who, &["-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--all", "--message", message]);
    };
    s.branch("verzoek");
    s.note("Eerste.");
    commit(HANDLER, "eerste");
    s.note("Tweede.");
    commit(HANDLER, "tweede");
    s.main();
    s.readme("Intussen");
    commit(CLERK, "intussen");
    s.push(CLERK, &["main"]);
    s.push(HANDLER, &["--force", "verzoek"]);
    s.fresh();
}

/// Git as the forge runs it: its own address and no key. It runs no hooks of a desk.
fn by_forge(s: &Stage, arguments: &[&str]) {
    s.git(FORGE, &[&["-c", "core.hooksPath=/dev/null"], arguments].concat());
}

fn merge_button(s: &Stage, presses: Maker) {
    requested(s);
    by_forge(s, &["merge", "--quiet", "--no-ff", "--no-edit", "verzoek"]);
    s.push(presses, &["main"]);
}

fn done(strength: &'static str) {
    let stage = Stage::new(strength);
    begin(&stage);
    let mut faults = Vec::new();
    for (name, act) in ACTS.iter().copied().flatten() {
        act(&stage);
        faults.extend(stage.refused.take().into_iter().map(|said| format!("== {name}\n{said}")));
        stage.fresh();
    }
    assert!(faults.is_empty(), "{strength}: {} refused\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_honest_is_taken_on_ones_word() {
    done("author");
}

#[test]
fn what_is_honest_is_taken_where_the_server_knows_who_pushes() {
    done("transport");
}

#[test]
fn what_is_honest_is_taken_where_each_commit_is_signed() {
    done("signature");
}
