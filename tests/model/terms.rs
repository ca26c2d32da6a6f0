//! Terms and clocks: standing still, conditions, repeated messages, several steps, reports, rulings.

use klacht::regulation::Position;

use super::rounds::{rounds, second};
use super::{House, case, case_with, house};

/// A house in which an incomplete complaint stands still, with one term.
fn suspending(counting: &str, within: &str) -> House {
    house(&format!(
        "
  - {{id: gevraagd, name: Gevraagd, by: [behandelaar], optional: true}}!
  - {{id: aangevuld, name: Aangevuld, by: [behandelaar], after: [gevraagd], optional: true}}!
  - {{id: verlengd, name: Verlengd, by: [behandelaar], optional: true, asks: [{{key: nieuw, type: date}}]}}!
  - {{id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}}!
intake: {{when_incomplete: {{do: suspend, step: gevraagd, until: aangevuld}}}}
{counting}
terms:
  - {{id: klaar, name: Klaar, until: [klaar], within: {within}}}!
  - {{id: aanvullen, name: Aanvullen, from: gevraagd, until: [aangevuld], within: 4 weeks, hard: false}}!
extensions:
  - {{id: langer, terms: [klaar], step: verlengd, new_date: nieuw}}!
"
    ))
}

/// The entries of a complaint that stood still between two days.
fn stood(asked: &str, completed: &str, more: &[&str]) -> Vec<String> {
    let own =
        ["toegewezen 2026-01-05 handler: m1".to_owned(), format!("gevraagd {asked}"), format!("aangevuld {completed}")];
    own.into_iter().chain(more.iter().map(|e| (*e).to_owned())).collect()
}

fn klaar(house: &House, received: &str, log: &[String]) -> String {
    let log: Vec<&str> = log.iter().map(String::as_str).collect();
    house.ends(&case(received, &log)).into_iter().find(|(term, _)| term == "klaar").unwrap().1
}

#[test]
fn m01_a_term_that_stood_still_ends_where_the_law_lets_it() {
    let law = suspending("counting: termijnenwet", "10 weeks");
    let log = stood("2026-01-09", "2026-01-28", &[]);
    assert_eq!(klaar(&law, "2026-01-05", &log), "2026-04-07", "Saturday, Easter, Easter Monday, then Tuesday");
    let late = stood("2026-01-09", "2026-01-28", &["klaar 2026-04-07"]);
    let late: Vec<&str> = late.iter().map(String::as_str).collect();
    law.finds(&case("2026-01-05", &late), "2026-04-08", &[]);
    let plain = suspending("", "10 weeks");
    assert_eq!(klaar(&plain, "2026-01-05", &log), "2026-04-04", "without the law it ends on its day");
    // What was extended stands still as well, and its end is moved by the law.
    let extended = [
        "toegewezen 2026-01-05 handler: m1",
        "verlengd 2026-01-08 nieuw: 2026-03-31",
        "gevraagd 2026-01-09",
        "aangevuld 2026-01-13",
    ];
    let ends = law.ends(&case("2026-01-05", &extended));
    assert_eq!(ends[0], ("klaar".to_owned(), "2026-04-07".to_owned()), "31 March and four days is that Saturday");
}

#[test]
fn m02_working_days_are_given_back_in_working_days() {
    let house = suspending("", "10 working days");
    let end = |asked, completed| klaar(&house, "2026-01-05", &stood(asked, completed, &[]));
    assert_eq!(end("2026-01-09", "2026-01-11"), "2026-01-19", "a weekend");
    assert_eq!(end("2026-01-09", "2026-01-12"), "2026-01-20", "a weekend and a Monday");
    // Asked twice: both times count.
    let again = stood("2026-01-09", "2026-01-12", &["gevraagd 2026-01-13", "aangevuld 2026-01-15"]);
    assert_eq!(klaar(&house, "2026-01-05", &again), "2026-01-22");
}

#[test]
fn m02_asking_for_more_after_the_term_gives_no_time_back() {
    let house = suspending("", "2 weeks");
    let log = ["toegewezen 2026-01-05 handler: m1", "gevraagd 2026-01-26", "aangevuld 2026-02-09", "klaar 2026-02-10"];
    house.finds(&case("2026-01-05", &log), "2026-03-01", &[("T301", "22 days late")]);
    // The time that the complainant has runs meanwhile.
    house.finds(&case("2026-01-05", &log[..2]), "2026-03-01", &[("T310", "“Klaar”"), ("T310", "“Aanvullen”")]);
}

#[test]
fn m03_each_span_is_judged_by_the_entry_that_began_it() {
    let house = house(
        "
  - {id: verlengd, name: Verlengd, by: [behandelaar], optional: true, asks: [{key: tot, type: date}]}!
  - {id: bericht, name: Bericht, by: [behandelaar], optional: true}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}!
terms:
  - {id: berichten, name: Berichten, from: verlengd, until: [klaar], every: 2 weeks, step: bericht, when: {longer_than: 2 weeks, from: verlengd, to: tot}}!
",
    );
    let start = ["toegewezen 2026-03-02 handler: m1", "verlengd 2026-03-13 tot: 2026-04-10"];
    let with = |more: &[&'static str]| case("2026-03-02", &[&start[..], more].concat());
    house.finds(&with(&[]), "2026-04-10", &[("T310", "Fri 27 March 2026")]);
    house.finds(&with(&["verlengd 2026-04-10 tot: 2026-04-20"]), "2026-04-11", &[("T307", "by Fri 27 March 2026")]);
    house.finds(&with(&["verlengd 2026-04-10 tot: 2026-04-20"]), "2026-06-01", &[("T307", "by Fri 27 March 2026")]);
    house.finds(
        &with(&["verlengd 2026-04-10 tot: 2026-05-20"]),
        "2026-04-25",
        &[("T307", "by Fri 27 March 2026"), ("T310", "Fri 24 April 2026")],
    );
    // A short one first, then a long one: only the span of the long one is asked for.
    let log = [
        "toegewezen 2026-03-02 handler: m1",
        "verlengd 2026-03-13 tot: 2026-03-20",
        "verlengd 2026-04-10 tot: 2026-05-20",
    ];
    house.finds(&case("2026-03-02", &log), "2026-04-24", &[]);
    // Ending the case undoes nothing that was missed.
    house.finds(&with(&["klaar 2026-04-10"]), "2026-04-11", &[("T307", "by Fri 27 March 2026")]);
}

#[test]
fn m04_messages_are_asked_for_in_each_round() {
    let terms = "
terms:
  - {id: berichten, name: Berichten, from: bevestigd, until: [antwoord], every: 2 weeks, step: bericht, each_round: true}!
  - {id: sinds, name: Sinds ontvangst, from: received, until: [antwoord], every: 3 weeks, step: bericht, each_round: true}!
";
    let house = rounds("", terms);
    let again = case("2026-09-14", &second(&[]));
    house.finds(&again, "2026-11-17", &[]);
    house.finds(&again, "2026-11-18", &[("T310", "Tue 17 November 2026")]);
    house.finds(&again, "2026-11-24", &[("T310", "Tue 17 November 2026"), ("T310", "Mon 23 November 2026")]);
    let late = case("2026-09-14", &second(&["bericht 2026-11-20", "antwoord 2026-11-23"]));
    house.finds(&late, "2026-12-31", &[("T307", "by Tue 17 November 2026")]);
}

#[test]
fn m05_a_condition_is_judged_in_its_own_time() {
    let terms = "
terms:
  - {id: eerste, name: Eerste, from: bevestigd, until: [antwoord], within: 10 working days, when: {not: {step: heropend}}}!
  - {id: tweede, name: Tweede, from: bevestigd, until: [antwoord], within: 20 working days, when: {step: heropend}}!
";
    let house = rounds("", terms);
    let first =
        ["toegewezen 2026-09-07 handler: m1", "bevestigd 2026-09-07", "antwoord 2026-09-28", "gesloten 2026-09-28"];
    let reopened = [&first[..], &["heropend 2026-10-05", "bevestigd 2026-10-05"]].concat();
    for log in [&first[..], &reopened] {
        house.finds(&case("2026-09-07", log), "2026-10-05", &[("T301", "7 days late")]);
    }
    house.ends_are(&case("2026-09-07", &reopened), &[("eerste", "2026-09-21"), ("tweede", "2026-11-02")]);
}

#[test]
fn m05_what_is_asked_in_time_changes_the_term_and_later_does_not() {
    let house = house(
        "
  - {id: advies, name: Advies gevraagd, by: [behandelaar], optional: true}!
  - {id: besluit, name: Besluit, does: close, ends_as: decided, by: [behandelaar], asks: [{key: zwaar, type: yes_no, required: false}]}!
terms:
  - {id: kort, name: Kort, until: [besluit], within: 6 weeks, when: {not: {step: advies}}}!
  - {id: lang, name: Lang, until: [besluit], within: 10 weeks, when: {step: advies}}!
  - {id: zwaar, name: Zwaar, until: [besluit], within: 1 week, when: {field: zwaar, equals: ja}}!
",
    );
    let with = |asked: &'static str, decided: &'static str| {
        case("2026-01-05", &["toegewezen 2026-01-05 handler: m1", asked, decided])
    };
    house.finds(&with("advies 2026-01-20", "besluit 2026-03-16"), "2026-04-01", &[]);
    house.finds(&with("advies 2026-02-24", "besluit 2026-03-16"), "2026-04-01", &[("T301", "“Kort”")]);
    // What the step that stops a clock says itself counts for it.
    let grave = case("2026-01-05", &["toegewezen 2026-01-05 handler: m1", "besluit 2026-01-20 zwaar: ja"]);
    house.finds(&grave, "2026-04-01", &[("T301", "“Zwaar”")]);
}

#[test]
fn m05_a_term_whose_step_is_its_own_occasion_is_told_before() {
    let house = house(
        "
  - {id: besluit, name: Besluit, does: close, ends_as: decided, by: [behandelaar]}!
  - {id: buiten-behandeling, name: Buiten behandeling, does: end, ends_as: inadmissible, by: [behandelaar], optional: true}!
terms:
  - {id: besluiten, name: Besluiten, until: [besluit], within: 6 weeks}!
  - {id: weigeren, name: Weigeren, until: [buiten-behandeling], within: 4 weeks, when: {step: buiten-behandeling}}!
",
    );
    let until = |case: &klacht::case::Case| {
        let mut found = None;
        house.look(case, |docket| {
            let possible = docket.possible().into_iter();
            let last = |p: klacht::docket::Possible<'_>| (p.term, p.until.map(|day| day.to_string()));
            found = possible.filter(|p| p.step.id == "buiten-behandeling").map(last).next();
        });
        found.unwrap()
    };
    let begun = case("2026-01-05", &["toegewezen 2026-01-05 handler: m1"]);
    let weigeren = Some("weigeren".to_owned());
    assert_eq!(until(&begun), (weigeren, Some("2026-02-02".to_owned())), "four weeks after Monday 5 January");
    // It hurries nobody: what is due is what there is to do all the same.
    house.duties_are(&begun, &[("besluit", "2026-02-16")]);
    house.finds(&begun, "2026-02-10", &[]);
    let refused =
        |on: &str| case("2026-01-05", &["toegewezen 2026-01-05 handler: m1", &format!("buiten-behandeling {on}")]);
    house.finds(&refused("2026-02-02"), "2026-03-01", &[]);
    house.finds(&refused("2026-02-03"), "2026-03-01", &[("T301", "“Weigeren”")]);
    assert_eq!(until(&refused("2026-02-02")), (None, None), "once it is over nothing is foretold");
}

#[test]
fn m05_what_the_entry_says_that_starts_a_clock_stays_said() {
    let steps = "
  - {id: gevraagd, name: Tevreden gevraagd, by: [behandelaar], after: [antwoord], each: [parties], optional: true, asks: [{key: tevreden, type: satisfaction}]}!
  - {id: gebeld, name: Gebeld, by: [behandelaar], optional: true}!";
    let terms = "
terms:
  - {id: bellen, name: Bellen, from: gevraagd, until: [gebeld], within: 1 working day, when: {field: tevreden, equals: nee}, each_round: true}!
";
    let house = rounds(steps, terms);
    let log = [
        "toegewezen 2026-09-14 handler: m1",
        "bevestigd 2026-09-14",
        "antwoord 2026-09-15",
        "gevraagd 2026-09-16 party: [p1], tevreden: nee",
        "gevraagd 2026-09-17 party: [p2], tevreden: ja",
    ];
    let mut two = case("2026-09-14", &log);
    let mut other = two.parties[0].clone();
    (other.key, other.role, other.position) = ("p2".to_owned(), None, Position::Involved);
    two.parties.push(other);
    house.finds(&two, "2026-09-17", &[]);
    house.finds(&two, "2026-09-18", &[("T310", "Thu 17 September 2026")]);
}

#[test]
fn m05_a_start_anew_does_not_take_back_that_a_term_was_missed() {
    let house =
        rounds("", "\nterms:\n  - {id: vlot, name: Vlot, from: bevestigd, until: [antwoord], within: 1 week}!\n");
    let again = |day: &'static str| {
        case("2026-09-14", &["toegewezen 2026-09-14 handler: m1", "bevestigd 2026-09-14", day, "antwoord 2026-09-28"])
    };
    house.finds(&again("bevestigd 2026-09-21"), "2026-10-01", &[]);
    house.finds(&again("bevestigd 2026-09-22"), "2026-10-01", &[("T301", "7 days late")]);
}

/// Two halves of one step, of which the term waits for both.
const HALVES: &str = "
  - {id: klager, name: Aan de klager, by: [behandelaar]}!
  - {id: intern, name: Binnen het huis, by: [behandelaar]}!
  - {id: ingetrokken, name: Ingetrokken, does: end, ends_as: withdrawn, by: [behandelaar], optional: true}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar], after: [klager, intern]}!
  - {id: nabericht, name: Nabericht, by: [behandelaar], after: [klaar], optional: true}!
terms:
  - {id: beide, name: Beide, until: {all: [klager, intern]}, within: 4 weeks}!
";

#[test]
fn m07_a_clock_runs_until_all_of_its_steps_are_taken() {
    let house = house(HALVES);
    let with = |more: &[&'static str]| case("2026-03-02", &[&["toegewezen 2026-03-02 handler: m1"], more].concat());
    let half = with(&["klager 2026-03-16"]);
    house.finds(&half, "2026-03-30", &[]);
    house.finds(&half, "2026-11-20", &[("T310", "Mon 30 March 2026")]);
    house.duties_are(&half, &[("intern", "2026-03-30")]);
    house.finds(&with(&["intern 2026-03-16", "klager 2026-04-02"]), "2026-11-20", &[("T301", "“Aan de klager”")]);
    house.finds(&with(&["klager 2026-03-16", "intern 2026-03-30"]), "2026-11-20", &[]);
    house.finds(&with(&["klager 2026-03-16", "ingetrokken 2026-03-30"]), "2026-11-20", &[]);
    house.look(&half, |docket| {
        let said = klacht::rules::terms::overdue(docket, Some(super::day("2026-11-20")));
        let remedy = &said[0].said.remedy.en;
        assert!(remedy.contains("intern") && !remedy.contains("klager"), "{remedy}");
    });
}

#[test]
fn m07_a_clock_does_not_stop_at_the_first_of_those_for_whom_its_step_is_repeated() {
    let house = house(
        "
  - {id: gehoord, name: Gehoord, by: [behandelaar], each: [parties]}!
terms:
  - {id: horen, name: Horen, until: [gehoord], within: 2 weeks}!
",
    );
    let facts = "received: 2026-03-02\nintake: {channel: brief}";
    let mut two = case_with(facts, &["toegewezen 2026-03-02 handler: m1", "gehoord 2026-03-09 party: [p1]"]);
    let mut other = two.parties[0].clone();
    (other.key, other.role, other.position) = ("p2".to_owned(), None, Position::Involved);
    two.parties.push(other);
    house.finds(&two, "2026-03-17", &[("T310", "Mon 16 March 2026")]);
    // Who joins later was not there to be heard: what was in time stays so.
    two.parties[1].since = Some(super::day("2026-03-20"));
    house.finds(&two, "2026-03-17", &[]);
}

#[test]
fn m08_a_report_can_have_a_clock_and_shows_its_age_without_one() {
    let steps = "
  - {id: besproken, name: Besproken, for: report, by: [behandelaar]}!
  - {id: ingediend, name: Ingediend, for: report, does: formalise, by: [behandelaar], optional: true}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}!
";
    let term =
        "terms:\n  - {id: bespreken, name: Bespreken, for: report, until: [besproken], within: 7 calendar days}!\n";
    let with = house(&format!("{steps}{term}"));
    let report = |log: &[&str]| case_with("received: 2026-02-02\nintake: {channel: telefoon}", log);
    with.finds(&report(&[]), "2026-02-09", &[]);
    with.finds(&report(&[]), "2026-02-10", &[("T310", "Mon 9 February 2026")]);
    with.finds(&report(&["besproken 2026-02-11"]), "2026-02-12", &[("T301", "2 days late")]);
    with.finds(&report(&["ingediend 2026-02-05"]), "2026-03-12", &[]);
    // Becoming a complaint puts an end to the term of the report, and is not late itself.
    with.finds(&report(&["ingediend 2026-02-11"]), "2026-03-12", &[("T301", "2 days over")]);
    with.finds(&case("2026-02-02", &[]), "2026-03-12", &[]);
    let without = house(steps);
    without.finds(&report(&[]), "2026-03-02", &[]);
    without.finds(&report(&[]), "2026-11-20", &[("T310", "hint")]);
    without.finds(&report(&["besproken 2026-11-01"]), "2026-11-20", &[]);
}

#[test]
fn m13_a_clock_stops_when_a_binding_ruling_shuts_its_steps_out() {
    let rules = "
  - {id: oordeel, name: Oordeel, by: [behandelaar], after: [toegewezen]}!
  - {id: bericht, name: Bericht, by: [behandelaar], optional: true}!
  - {id: geschil, name: Geschil, by: [complainant], to: [commissie], after: [toegewezen], optional: true}!
  - {id: uitspraak, name: Uitspraak, by: [commissie], after: [geschil], optional: true}!
  - {id: uitgevoerd, name: Uitgevoerd, by: [behandelaar], after: [uitspraak], optional: true}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}!
terms:
  - {id: oordeel, name: Oordeel, until: [oordeel], within: 6 weeks}!
  - {id: samen, name: Samen, until: {all: [oordeel, uitgevoerd]}, within: 10 weeks, hard: false}!
  - {id: berichten, name: Berichten, until: [oordeel], every: 5 weeks, step: bericht}!
  - {id: uitvoeren, name: Uitvoeren, from: uitspraak, until: [uitgevoerd], within: 1 month}!
escalations:
  - {id: geschil, body: commissie, who: [complainant], duty: inform, steps: {filed: geschil, ruled: uitspraak, executed: uitgevoerd}, binding: true, costs: unknown}!
";
    let house = house(rules);
    let start = ["toegewezen 2026-06-03 handler: m1", "geschil 2026-06-10 by: p1, to: [commissie], recorded_by: m1"];
    let with = |more: &[&'static str]| case("2026-06-01", &[&start[..], more].concat());
    let ruled = "uitspraak 2026-07-01 by: commissie, recorded_by: m1";
    house.finds(&with(&[ruled, "uitgevoerd 2026-07-10"]), "2026-10-02", &[]);
    let open = with(&[ruled]);
    house.finds(&open, "2026-08-11", &[("T310", "Mon 10 August 2026"), ("T310", "Sat 1 August 2026")]);
    // That it may still be withdrawn or refused keeps no clock going.
    let more = [
        (
            "  - {id: klaar, name",
            "  - {id: weg, name: Weg, does: end, ends_as: withdrawn, by: [complainant], optional: true}!\n  - {id: klaar, name",
        ),
        ("until: [oordeel], within", "until: [oordeel, weg], within"),
        ("until: [oordeel], every", "until: [oordeel, weg], every"),
    ];
    let with_a_way_out =
        crate::model::house(&more.iter().fold(rules.to_owned(), |text, (old, new)| text.replace(old, new)));
    with_a_way_out.finds(&with(&[ruled, "uitgevoerd 2026-07-10"]), "2026-10-02", &[]);
    // What had been missed by the ruling was missed.
    let late = with(&["uitspraak 2026-07-20 by: commissie, recorded_by: m1"]);
    house.finds(&late, "2026-07-21", &[("T301", "7 days over"), ("T307", "by Mon 6 July 2026")]);
}

#[test]
fn m14_one_day_is_said_as_one() {
    let house = house(
        "
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}!
terms:
  - {id: klaar, name: Klaar, until: [klaar], within: 2 weeks}!
",
    );
    let told = |log: &[&str], on: &str| {
        let mut said = None;
        house.look(&case("2026-01-05", log), |docket| {
            let (day, none) = (super::day(on), klacht::docket::Discussed::default());
            said = Some(klacht::casework::case_report(docket, "proefhuis", &none, day).clocks[0].standing.clone());
        });
        said.unwrap()
    };
    let start = "toegewezen 2026-01-05 handler: m1";
    assert_eq!(told(&[start], "2026-01-20").en, "running, 1 day late");
    assert_eq!(told(&[start], "2026-01-20").nl, "loopt, 1 dag te laat");
    assert_eq!(told(&[start], "2026-01-21").nl, "loopt, 2 dagen te laat");
    assert_eq!(told(&[start, "klaar 2026-01-20"], "2026-02-01").en, "met on Tue 20 January 2026, 1 day late");
    assert_eq!(told(&[start, "klaar 2026-01-20"], "2026-02-01").nl, "gestopt op di 20 januari 2026, 1 dag te laat");
}
