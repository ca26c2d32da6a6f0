//! Every variant's words in both languages.

use chrono::NaiveDate;

use super::*;
use crate::diagnostics::text;
use crate::rules::Message;
use crate::rules::data_protection::{Allowed, Source, scan};
use crate::rules::fixture::words_of;
use crate::statistics::Unsound;
use crate::yearbook::Broken;

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, 17).unwrap()
}

fn of_logs() -> Vec<(&'static str, Message)> {
    let (case, path) = ("K26-7F3QXM", "cases/cmm/2026/04/K26-7F3QXM.md");
    vec![
        ("G702", g702::say(2, "gehoord", false)),
        ("G702", g702::say(2, "gehoord", true)),
        ("G703", g703::say(2, true)),
        ("G703", g703::say(2, false)),
        ("G704", g704::say(case, path, false)),
        ("G704", g704::say(case, path, true)),
        ("G705", g705::say(case, path, "cases/cmm/2026/05/K26-7F3QXM.md")),
        ("G706", g706::say("received", "2026-04-17")),
        ("G706", g706::say("channel", "e-mail")),
        ("G706", g706::say("id", case)),
        ("G706", g706::joined("p2", None)),
        ("G706", g706::joined("p2", chrono::NaiveDate::from_ymd_opt(2026, 4, 17))),
        ("G707", g707::say()),
        ("G708", g708::say("cmm/2022-01-01", 1)),
        ("G708", g708::say("cmm/2022-01-01", 12)),
        ("G718", g718::say(case, "cases/cmm/2026/yearbook.yaml")),
        ("G718", g718::wrong(case, "cases/cmm/2026/yearbook.yaml", &["received", "topic"])),
        ("G718", g718::wrong(case, "cases/cmm/2026/yearbook.yaml", &["topic", "channel", "band", "cause", "closed"])),
        ("G719", g719::say(g719::LockOut::Handling("klachtenfunctionaris"), day(4))),
        ("G719", g719::say(g719::LockOut::Names("policy/cmm/people.yaml"), day(4))),
        ("G719", g719::say(g719::LockOut::Unreadable, day(4))),
        ("G719", g719::say(g719::LockOut::Keys("policy/cmm/people.yaml"), day(4))),
        ("G720", g720::say(3, "cases/cmm/2026/yearbook.yaml")),
        ("G724", g724::lost(1, "cases/cmm/2026/yearbook.yaml")),
        ("G724", g724::say(1, &Broken::Changed)),
        ("G724", g724::say(2, &Broken::Chain)),
        ("G724", g724::say(2, &Broken::Order)),
        ("G724", g724::say(2, &Broken::Figures(Unsound::Sum("topic-outcome".to_owned())))),
        ("G724", g724::say(2, &Broken::Figures(Unsound::Flow))),
    ]
}

fn of_git() -> Vec<(&'static str, Message)> {
    use g711::Refused::{Lookalike, NoCommit, OtherKind, Replacement, TagMoved};
    use g712::Unreadable::{Malformed, Missing, NotFetched, Shallow};
    let told = text!("is een symbolische koppeling", "is a symbolic link");
    let remedy = text!("zet het bestand zelf op deze plaats", "put the file itself in this place");
    let id = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";
    let mut all = vec![("G701", g701::say(&told, &remedy)), ("G716", g716::say(&told, &remedy))];
    all.extend([
        ("G709", g709::say("main")),
        ("G710", g710::say("main")),
        ("G723", g723::say("main")),
        ("G725", g725::say("main")),
    ]);
    all.extend(
        [Replacement, NoCommit, OtherKind, TagMoved, Lookalike].map(|why| ("G711", g711::say("refs/weird/x", why))),
    );
    all.extend([Shallow(id), Missing(id), NotFetched(id), Malformed(id)].map(|what| ("G712", g712::say(what))));
    all.extend([("G717", g717::say(day(5), day(4))), ("G721", g721::say(2_000_000, 1_048_576))]);
    all
}

fn of_people() -> Vec<(&'static str, Message)> {
    use g715::SignatureFault::{Bad, NotValidThen, UnknownKey, Unreadable, Unsigned, WrongPurpose};
    let key = "SHA256:abc";
    let mut all = vec![
        ("G713", g713::say(g713::UnknownActor::Unknown { people: "policy/cmm/people.yaml" })),
        ("G713", g713::say(g713::UnknownActor::NotNamed { people: "policy/cmm/people.yaml" })),
        ("G713", g713::say(g713::UnknownActor::WithoutAccess { person: "m9", on: day(4) })),
        ("G713", g713::say(g713::UnknownActor::KeptFrom { person: "m9" })),
        ("G714", g714::say(4, "m5", &["m3", "m4"])),
        ("G722", g722::say("REMOTE_USER")),
    ];
    let faults = [Unsigned, NotValidThen(key), UnknownKey(key), Unreadable, WrongPurpose, Bad];
    all.extend(faults.map(|fault| ("G715", g715::say(fault))));
    all
}

fn of_authority() -> Vec<(&'static str, Message)> {
    use g719::LockOut::{Keeping, Named, Owning};
    use g731::NotTheirs::{Handlers, Keepers, Named as NamedFor, Own, Owners, Takers};
    use g733::Raised::{Another, Decides, Known, Role};
    let (case, book) = ("K26-7F3QXM", "cases/cmm/2026/yearbook.yaml");
    let mut all = vec![
        ("G708", g708::takes_over("cmm/2022-01-01", 1)),
        ("G708", g708::takes_over("cmm/2022-01-01", 12)),
        ("G711", g711::say("refs/tags/q1", g711::Refused::TagGone)),
        ("G714", g714::in_name_of("m3", "m5")),
        ("G718", g718::more(5000, 0)),
        ("G730", g730::no_notes()),
        ("G732", g732::say(g732::Weakened::Gone)),
        ("G732", g732::say(g732::Weakened::Floor("signature"))),
        ("G732", g732::say(g732::Weakened::Variable("GIT_PUSH_OPTION_0"))),
        ("G733", g733::say("m5", Role, true)),
        ("G734", g734::say("m5", "m8")),
        ("G735", g735::say(1, "reports", book)),
        ("G736", g736::say(case, false)),
        ("G736", g736::say(case, true)),
        ("G737", g737::say(day(4))),
        ("G738", g738::say("D602", 1, 2)),
        ("G739", g739::say(case, 3, "m5", 0)),
        ("G739", g739::say(case, 3, "m5", 11)),
        ("G740", g740::say(2)),
        ("G741", g741::say()),
        ("G741", g741::nobody("cmm/m99")),
        ("G741", g741::begun(&["cmm/m1".to_owned(), "cbmk/m2".to_owned()])),
        ("G742", g742::say(day(4), day(5))),
        ("G743", g743::say("policy/cmm/people.yaml")),
        ("G750", g750::say(g750::Belongs::Sealed, 3, "git diff --cached --name-only")),
        ("G751", g751::say()),
        ("G752", g752::say(day(4), "cbmk/m2", 12)),
        ("G752", g752::unreadable()),
        ("G753", g753::say(day(4), Some("cbmk/m2"), g753::Given::Role { to: "m5", role: "directie" })),
        ("G753", g753::say(day(4), None, g753::Given::Known { to: "m5" })),
        ("G753", g753::say(day(4), None, g753::Given::Owner("m5"))),
        ("G753", g753::say(day(4), None, g753::Given::Keeper("cbmk/m5"))),
        ("G753", g753::say(day(4), None, g753::Given::Identity)),
        ("G750", g750::stands(g750::Belongs::Cases)),
    ];
    all.extend([Keeping, Named, Owning("cmm")].map(|what| ("G719", g719::say(what, day(4)))));
    let whose = [Keepers, Owners("cmm"), NamedFor("cmm"), Handlers("cmm"), Takers("cmm"), Own("m8")];
    all.extend(whose.map(|what| ("G731", g731::say("m5", what))));
    all.extend([Role, Known, Decides, Another].map(|what| ("G733", g733::say("m5", what, false))));
    all
}

fn of_sealed() -> Vec<(&'static str, Message)> {
    use g754::Misnamed::{Elsewhere, Name, NoCommit, Smuggled};
    use g755::NotOurs as Ours;
    use g756::Unsealed as File;
    use g757::WrongKey as Key;
    use g758::WrongPart as Part;
    use g760::NotThere as There;
    use g762::Lost;
    use g772::Untrue::{Day, Files, Form, Head, Past};
    let (case, id) = ("K26-7F3QXM", || "m3/2".to_owned());
    let mut all = Vec::new();
    all.extend([Name, NoCommit, Elsewhere, Smuggled].map(|why| ("G754", g754::say(why))));
    all.extend([Ours::Commit, Ours::Files, Ours::Name].map(|what| ("G755", g755::say(what))));
    let whys = [File::NoAge, File::Passphrase, File::OtherKey, File::Plain, File::Several(2), File::Size];
    all.extend(whys.map(|why| ("G756", g756::say("aaaaaaaaaaaaaaaaaaaaaaaaaa.age", why))));
    all.push(("G756", g756::say("key.age", File::TooLarge(25_000_000))));
    let count = Key::Count { sealed: 3, listed: 2 };
    let whys = [Key::NotAlone, Key::Files, count, Key::NotInForce(id()), Key::NotAllowed(id()), Key::NoRecovery];
    all.extend(whys.map(|why| ("G757", g757::say(case, &why))));
    all.extend([Key::Forgotten(id()), Key::Older].map(|why| ("G757", g757::say(case, &why))));
    let whys = [Part::Rewritten, Part::Gone, Part::Changed, Part::Hidden, Part::Joined, Part::Back];
    all.extend(whys.map(|why| ("G758", g758::say(case, why))));
    all.extend([g759::Fate::Destroyed, g759::Fate::Lives].map(|fate| ("G759", g759::say(case, fate))));
    all.extend([There::Piece, There::Other, There::Key].map(|what| ("G760", g760::say(case, what))));
    all.extend(["pieces", "withdrawn"].map(|list| ("G761", g761::say(2, list))));
    all.extend([Lost::Line, Lost::Key, Lost::Mark].map(|lost| ("G762", g762::say("m3/2", lost))));
    let said = g771::Said { bridges: 2, commits: 3214, day: day(4), program: "klacht 0.1.0", destroyed: 41 };
    all.push(("G771", g771::say(&said, "cbmk/m2")));
    all.extend([Form, Head, Files, Past, Day].map(|what| ("G772", g772::untrue(what))));
    all.push(("G772", g772::not_signed(&g715::say(g715::SignatureFault::Unsigned))));
    all.extend([("G772", g772::no_keeper("m5")), ("G772", g772::errors(3))]);
    all.push(("G770", g770::say(case, &["m3/2".to_owned(), "recovery/1".to_owned()])));
    all.push(("G731", g731::say("m5", g731::NotTheirs::Seal("m3"))));
    all
}

fn all() -> Vec<(&'static str, Message)> {
    let mut all = [of_logs(), of_git(), of_people(), of_authority(), of_sealed()].concat();
    all.push(("G730", g730::say("severity")));
    all.sort_by_key(|(code, _)| *code);
    all
}

#[test]
fn the_words_of_every_rule() {
    insta::assert_snapshot!(words_of(RULES, &all()));
}

#[test]
fn every_rule_says_something_in_two_languages() {
    let said = all();
    for rule in RULES {
        let own: Vec<&Message> = said.iter().filter(|(code, _)| *code == rule.code).map(|(_, said)| said).collect();
        assert!(!own.is_empty(), "{}: no words", rule.code);
        for text in own.iter().flat_map(|said| [&said.message, &said.remedy]) {
            // A hook prints three of these in under 1 kB.
            assert!(!text.nl.is_empty() && text.nl.len() <= 170, "{}: {}", rule.code, text.nl);
            assert!(!text.en.is_empty() && text.en.len() <= 170, "{}: {}", rule.code, text.en);
        }
    }
}

#[test]
fn words_and_pages_hold_no_personal_data() {
    for (code, said) in all() {
        for text in [&said.message, &said.remedy].into_iter().flat_map(|text| [&text.nl, &text.en]) {
            assert_eq!(scan(text, Source::Message, &Allowed::new()), vec![], "{code}");
        }
    }
    for rule in RULES {
        assert_eq!(scan(rule.text, Source::File, &Allowed::new()), vec![], "{}", rule.code);
    }
}
