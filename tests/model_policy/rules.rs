//! What single rules say, and what they leave alone.

use super::Desk;

/// What is said with a sentence more in the text.
fn with_sentence(sentence: &str) -> String {
    let last = "17. Gaat de klacht over";
    let new = format!("17. {sentence}\n18. Gaat de klacht over");
    Desk::with(&[], &[(last, &new)]).policy().1
}

#[test]
fn m52_right_dutch_may_say_a_word_twice() {
    for right in [
        "Wij zeggen of het het oordeel deelt.",
        "Wij helpen u als je je klacht opschrijft.",
        "Wij bieden dat aan aan de lezer.",
    ] {
        assert!(!with_sentence(right).contains("[P519]"), "{right}");
    }
    for wrong in ["Wij lezen de de klacht.", "Wij sturen een een brief.", "Wij lezen lezen de klacht."] {
        assert!(with_sentence(wrong).contains("[P519]"), "{wrong}");
    }
}

#[test]
fn m53_a_silence_says_what_settles_it() {
    let asks = ", {key: reden, name: Reden, type: text}]";
    let (_, said) = Desk::with(&[(asks, "], parts: [reden]")], &[]).policy();
    assert!(said.contains("[P516]") && said.contains("`uitgesteld` asks") && said.contains("type: text"), "{said}");
    let silences = [
        ("milestones: {acknowledgement: bevestigd, ", "milestones: {", "milestones.acknowledgement"),
        ("at_most: 2 weeks, ", "", "`at_most: …`"),
        (", hearing: gehoord", "", "milestones.hearing"),
        ("costs: {complainant: none, quote: Klagen kost niets.}\n", "", "costs.complainant"),
        ("binding: false, ", "", "binding: true"),
        ("costs: none, ", "", "`costs: none`"),
    ];
    for (from, to, key) in silences {
        let (_, said) = Desk::with(&[(from, to)], &[]).policy();
        let cure =
            said.lines().skip_while(|line| !line.contains("[P516]")).find(|line| line.contains("write the rule"));
        assert!(cure.is_some_and(|line| line.contains(key)), "{key}: {said}");
    }
}

#[test]
fn m54_names_that_everybody_knows() {
    for known in [
        "Dit volgt uit de Wet kwaliteit en de Algemene wet bestuursrecht.",
        "Wij volgen het Burgerlijk Wetboek en de Europese Verordening.",
        "Lezers in Engeland en Noord-Ierland zijn welkom.",
        "Wij zijn dicht op Goede Vrijdag en Hemelvaartsdag.",
        "Wij zijn dicht op Tweede Kerstdag en Eerste Paasdag, in Engeland op Boxing Day.",
        "Wij werken van Monday tot Friday in September.",
    ] {
        let said = with_sentence(known);
        assert!(!said.contains("[P529]"), "{known}: {said}");
    }
    for unknown in ["Wij vragen het Klantenpanel.", "Het Panel zegt dat de Kamer besluit."] {
        assert!(with_sentence(unknown).contains("[P529]"), "{unknown}");
    }
}

#[test]
fn m55_a_discussion_needs_no_interval() {
    let desk = Desk::new();
    assert_eq!(desk.policy().0, 0);
    let book = |discussions: &str| {
        desk.repo.write(
            "cases/boekhoek/2026/yearbook.yaml",
            format!(
                "schema: klacht.yearbook/1\nreports: [{{on: 2026-03-02, by: m1, from: 2026-01-01, until: 2026-02-28, parts: [aantal]}}]\n{discussions}"
            ),
        );
    };
    let on = |day: &str| desk.run(&["check", "--today", day]).1;
    book("");
    assert!(!on("2026-11-20").contains("discussion of the report"), "{}", on("2026-11-20"));
    assert!(on("2027-03-10").contains("the discussion of the report of Mon 2 March 2026"), "{}", on("2027-03-10"));
    book("discussions: [{on: 2026-04-01, by: m1}]\n");
    assert!(!on("2027-03-10").contains("discussion of the report"), "{}", on("2027-03-10"));
    // With one of its own it is judged as before, and the text must name it.
    let yearly = Desk::with(&[("discussion: {by", "discussion: {every: 1 year, by")], &[]);
    assert!(yearly.policy().1.contains("[P521]"));
}

#[test]
fn m56_an_agreed_day_stands_beside_within() {
    let (code, said) = Desk::with(&[("within: 4 weeks", "within: {agreed: {step: gehoord, key: dag}}")], &[]).policy();
    assert!(
        code == 1 && said.contains("[C107]") && said.contains("`agreed: {step: …, key: …}` in place of `within`"),
        "{said}"
    );
}

#[test]
fn m57_two_names_where_one_belongs() {
    let desk = Desk::with(&[("{key: reden, name: Reden, type: text}", "{key: reden, name: Reden, type: item}")], &[]);
    let case = "---\nid: K26-000013\n\nreceived: 2026-09-14\n\nintake:\n  channel: e-mail\n\nparties:\n  - {key: p1, role: lezer, as: complainant}\n\nsealed:\n  fields: [name]\n\nlog:\n  - {step: bevestigd, on: 2026-09-14, by: m1, to: [p1], handler: m1}\n---\n";
    desk.repo.write("cases/boekhoek/2026/09/K26-000013.md", case);
    let step = |more: &[&str]| {
        let all = [
            "step",
            "K26-000013",
            "uitgesteld",
            "--on",
            "2026-09-15",
            "--today",
            "2026-09-15",
            "--by",
            "m1",
            "--to",
            "p1",
        ];
        desk.run(&[&all, more].concat())
    };
    let (code, said) = step(&["--set", "reden=dak", "--set", "reden=deur", "--set", "nieuwe-dag=2026-10-15"]);
    assert!(code == 1 && said.contains("[W217]") && said.contains("takes one name"), "{said}");
    assert!(said.contains("once for each thing") && !said.contains("of the step that this follows"), "{said}");
    let (code, said) =
        step(&["--set", "reden=dak", "--set", "nieuwe-dag=2026-10-15", "--set", "nieuwe-dag=2026-10-16"]);
    assert!(code == 1 && said.contains("takes one value"), "{said}");
    assert_eq!(step(&["--set", "reden=dak", "--set", "nieuwe-dag=2026-10-15"]).0, 0);
}

#[test]
fn m58_coverage_claims_no_more_than_is_held() {
    let covered = |rules: &[(&str, &str)], sentence: &str| {
        let (_, said) = Desk::with(rules, &[]).run(&["policy", "coverage"]);
        let line = said.lines().skip_while(|line| !line.contains(sentence)).nth(1).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{sentence}: {said}"))
    };
    let access = ", access: {roles: [bibliothecaris], quote: Alleen de bibliothecaris leest de klacht.}";
    assert!(covered(&[], "geheim").contains("= confidentiality"));
    assert!(covered(&[(access, "")], "geheim").contains("on the page only"));
    assert!(covered(&[], "kost niets").contains("= costs"));
    assert!(covered(&[("complainant: none", "complainant: unknown")], "kost niets").contains("on the page only"));
    let kept = "regime: after-term, from: dicht, keep: 1 year, by: bibliothecaris, leaves: tally";
    assert!(covered(&[(kept, "regime: unregulated")], "bewaren").contains("on the page only"));
    // The Academie says who may know, and holds people to it.
    let academie =
        std::fs::read_to_string(crate::common::root().join("policy/academie/2022-01-01/regulation.yaml")).unwrap();
    let rules = klacht::regulation::read_regulation(&academie).value.unwrap();
    let access = rules.confidentiality.unwrap().access.unwrap();
    assert_eq!(access.roles, ["directeur", "binnendienst"]);
}
