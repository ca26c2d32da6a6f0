//! A year is closed by what the last commit holds, and no overview passes over in silence what is not on this disk.

use crate::common::Bundled;

const BOOK: &str = "cases/cmm/2025/yearbook.yaml";
const CLOSE: [&str; 7] = ["--today", "2026-01-31", "year", "close", "cmm", "2025", "--yes"];

fn committed() -> Bundled {
    let desk = Bundled::of("cmm");
    desk.open(BOOK);
    desk.repo.commit("Het register");
    desk
}

#[test]
fn what_is_not_as_committed_stops_the_closing() {
    let sparse = |desk: &Bundled, file: &str| {
        desk.repo.git(&["sparse-checkout", "init", "--no-cone"]);
        desk.repo.write(".git/info/sparse-checkout", format!("/*\n!/{file}\n"));
        desk.repo.git(&["read-tree", "-mu", "HEAD"]);
        assert_eq!(desk.repo.git(&["status", "--short"]), "");
    };
    let removed = |desk: &Bundled, file: &str| {
        desk.repo.remove(file);
    };
    let changed = |desk: &Bundled, file: &str| {
        desk.repo.write(file, format!("{}Nog iets.\n", desk.read(file)));
    };
    let added = |desk: &Bundled, file: &str| {
        desk.repo.write(&file.replace("/K25-", "/K25-0-"), desk.read(file));
    };
    #[allow(clippy::type_complexity, reason = "four ways to change a register")]
    let ways: [&dyn Fn(&Bundled, &str); 4] = [&sparse, &removed, &changed, &added];
    for (at, way) in ways.iter().enumerate() {
        let desk = committed();
        let file = desk.repo.git(&["ls-files", "cases/cmm/2025/*.md"]).lines().next().unwrap().to_owned();
        way(&desk, &file);
        let book = desk.read(BOOK);
        let (code, out, notes) = desk.run(&CLOSE);
        assert!(code == 2 && out.is_empty() && notes.contains("laatste commit"), "{at}: {code} {out}{notes}");
        assert_eq!(desk.read(BOOK), book);
        // As it was again, by the way that is told, it is closed.
        desk.repo.git(&["sparse-checkout", "disable"]);
        desk.repo.git(&["restore", "cases/cmm", "policy/cmm"]);
        desk.repo.git(&["clean", "--quiet", "--force", "-d", "cases"]);
        assert_eq!(desk.run(&CLOSE).0, 0);
    }
}

#[test]
fn the_book_of_the_year_may_be_written_first() {
    let desk = committed();
    desk.repo.write(BOOK, format!("{}\nlessons:\n  - nl: Wij bellen eerder terug.\n", desk.read(BOOK)));
    let (code, _, notes) = desk.run(&CLOSE);
    assert_eq!(code, 0, "{notes}");
}

#[test]
fn what_came_in_later_may_be_under_way() {
    let desk = committed();
    let file = desk.repo.git(&["ls-files", "cases/cmm/2026/*.md"]).lines().next().unwrap().to_owned();
    desk.repo.write(&file, format!("{}Nog iets.\n", desk.read(&file)));
    let (code, _, notes) = desk.run(&CLOSE);
    assert_eq!(code, 0, "{notes}");
}

#[test]
fn every_overview_says_how_much_is_not_here() {
    let desk = committed();
    let verbs: [&[&str]; 7] = [
        &["due"],
        &["list"],
        &["export"],
        &["check"],
        &["stats", "cmm"],
        &["policy", "simulate", "policy/cmm/2022-01-01"],
        &["policy", "diff", "policy/cmm/2022-01-01", "policy/cmm/2022-01-01"],
    ];
    let said = |what: &str| -> Vec<(i32, bool)> {
        let ran = verbs.iter().map(|verb| desk.run(verb));
        ran.map(|(code, _, notes)| (code, notes.contains(&format!("niet op deze schijf en niet meegeteld: {what}"))))
            .collect()
    };
    let before = said("");
    assert!(before.iter().all(|(_, told)| !told), "{before:?}");
    let file = desk.repo.git(&["ls-files", "cases/cmm/2026/*.md"]).lines().next().unwrap().to_owned();
    desk.repo.remove(&file);
    let told = |what: &str| {
        let now = said(what);
        assert!(now.iter().all(|(_, told)| *told), "{now:?}");
        assert!(now.iter().zip(&before).all(|((now, _), (before, _))| now == before), "{now:?} {before:?}");
    };
    told("1 klacht;");
    desk.repo.write("cases/cmm/2020/yearbook.yaml", "schema: klacht.yearbook/1\n").git(&[
        "add",
        "--all",
        "cases/cmm/2020",
    ]);
    desk.repo.remove("cases/cmm/2020/yearbook.yaml");
    told("1 klacht en 1 jaarboek;");
    // The case itself is not unknown: it is elsewhere.
    let id = file.rsplit('/').next().unwrap().trim_end_matches(".md");
    let (code, _, notes) = desk.run(&["show", id]);
    assert!(
        code == 2 && notes.contains("niet op deze schijf") && notes.contains(&format!("git restore {file}")),
        "{notes}"
    );
}
