//! Days that are agreed and things that are promised, and what is to be done for them.

use super::rounds::{rounds, second};
use super::{House, case, house};

/// A house that promises repairs, each with a day of its own.
fn repairs(optional: bool) -> House {
    house(&format!(
        "
  - {{id: antwoord, name: Antwoord, does: close, ends_as: decided, by: [behandelaar], after: [toegewezen]}}!
  - {{id: beloofd, name: Beloofd, by: [behandelaar], after: [toegewezen], optional: true, asks: [{{key: herstel, type: item}}, {{key: dag, type: date}}]}}!
  - {{id: later, name: Later, by: [behandelaar], after_any: [antwoord, beloofd], optional: true, asks: [{{key: herstel, type: item}}, {{key: nieuw, type: date}}]}}!
  - {{id: hersteld, name: Hersteld, by: [behandelaar], each: {{step: beloofd, key: herstel}}, after: [beloofd], after_any: [antwoord, beloofd], optional: {optional}, asks: [{{key: herstel, type: item}}]}}!
terms:
  - {{id: belofte, name: Belofte, from: beloofd, until: [hersteld], agreed: {{step: beloofd, key: dag}}}}!
  - {{id: alles, name: Alles, from: antwoord, until: [hersteld], within: 3 months, each: {{step: beloofd, key: herstel}}, hard: false}}!
extensions:
  - {{id: later, terms: [belofte], step: later, new_date: nieuw}}!
"
    ))
}

const PROMISED: &[&str] = &[
    "toegewezen 2026-09-07 handler: m1",
    "beloofd 2026-09-14 herstel: ketel, dag: 2026-10-30",
    "beloofd 2026-09-14 herstel: goot, dag: 2026-11-20",
];

fn promised(more: &[&'static str]) -> klacht::case::Case {
    case("2026-09-07", &[PROMISED, more].concat())
}

#[test]
fn m06_each_thing_that_was_promised_has_a_clock() {
    let house = repairs(true);
    let one = promised(&["antwoord 2026-09-15", "hersteld 2026-11-10 herstel: ketel"]);
    house.finds(&one, "2026-12-15", &[("T301", "ended Fri 30 October 2026"), ("T310", "25 days")]);
    house.ends_are(
        &one,
        &[("belofte", "2026-10-30"), ("belofte", "2026-11-20"), ("alles", "2026-12-15"), ("alles", "2026-12-15")],
    );
    house.duties_are(&one, &[("hersteld", "2026-11-20")]);
    let both =
        promised(&["antwoord 2026-09-15", "hersteld 2026-10-30 herstel: ketel", "hersteld 2026-11-20 herstel: goot"]);
    house.finds(&both, "2027-01-15", &[]);
    // A promise made anew in time takes the place of the first, and one made too late does not.
    let moved = promised(&["beloofd 2026-10-30 herstel: ketel, dag: 2026-11-30", "hersteld 2026-11-25 herstel: ketel"]);
    house.finds(&moved, "2026-11-20", &[]);
    let too_late =
        promised(&["beloofd 2026-10-31 herstel: ketel, dag: 2026-11-30", "hersteld 2026-11-25 herstel: ketel"]);
    house.finds(&too_late, "2026-11-20", &[("T301", "26 days late")]);
}

#[test]
fn m06_an_extension_may_be_of_one_thing() {
    let house = repairs(true);
    let one = promised(&["later 2026-10-20 herstel: ketel, nieuw: 2026-12-01"]);
    house.ends_are(&one, &[("belofte", "2026-12-01"), ("belofte", "2026-11-20")]);
}

#[test]
fn m06_a_thing_that_is_demanded_has_its_own_day() {
    let open = promised(&[]);
    let duties = repairs(false).duties(&open);
    let days: Vec<&str> =
        duties.iter().filter(|(step, _)| step == "hersteld").filter_map(|(_, d)| d.as_deref()).collect();
    assert_eq!(days, ["2026-10-30", "2026-11-20"]);
}

#[test]
fn m09_a_day_that_is_agreed_does_not_lie_in_the_past() {
    let house = house(
        "
  - {id: gesproken, name: Gesproken, by: [behandelaar], optional: true, asks: [{key: dag, type: date}]}!
  - {id: gezegd, name: Gezegd, by: [behandelaar], optional: true, asks: [{key: dan, type: date, within_term: klaar}]}!
  - {id: langer, name: Langer, by: [behandelaar], optional: true, asks: [{key: nieuw, type: date}]}!
  - {id: klaar, name: Klaar, does: close, ends_as: decided, by: [behandelaar]}!
terms:
  - {id: klaar, name: Klaar, until: [klaar], within: 2 weeks}!
  - {id: uitslag, name: Uitslag, from: gesproken, until: [klaar], agreed: {step: gesproken, key: dag}, hard: false}!
extensions:
  - {id: langer, terms: [klaar], step: langer, new_date: nieuw, notice: any-time}!
",
    );
    let with = |entry: &'static str| case("2026-03-02", &["toegewezen 2026-03-02 handler: m1", entry]);
    house.finds(
        &with("gesproken 2026-03-04 dag: 2026-03-02"),
        "2026-03-02",
        &[("W218", "before the day of this step")],
    );
    house.finds(&with("gesproken 2026-03-04 dag: 2026-03-04"), "2026-03-04", &[]);
    house.finds(&with("gezegd 2026-03-04 dan: 2026-03-03"), "2026-03-04", &[("W218", "before the day of this step")]);
    house.finds(&with("gezegd 2026-03-04 dan: 2026-03-16"), "2026-03-04", &[]);
    house.finds(&with("gezegd 2026-03-04 dan: 2026-03-17"), "2026-03-04", &[("T308", "Mon 16 March 2026")]);
    // The term has been over for weeks; the new day lies between its end and the notice.
    house.finds(&with("langer 2026-04-20 nieuw: 2026-04-01"), "2026-03-20", &[("W218", "before the day of this step")]);
}

#[test]
fn m09_a_promise_is_judged_by_the_term_as_it_was_then() {
    let steps = "
  - {id: gezegd, name: Gezegd, by: [behandelaar], optional: true, asks: [{key: dan, type: date, within_term: uitkomst}]}!
  - {id: verlengd, name: Verlengd, by: [behandelaar], optional: true, asks: [{key: nieuw, type: date}]}!";
    let rest = "
terms:
  - {id: uitkomst, name: Uitkomst, from: bevestigd, until: [antwoord], within: 10 working days, each_round: true}!
extensions:
  - {id: verlenging, terms: [uitkomst], step: verlengd, new_date: nieuw}!
";
    let house = rounds(steps, rest);
    let beyond =
        case("2026-09-14", &second(&["gezegd 2026-11-10 dan: 2026-11-18", "verlengd 2026-11-12 nieuw: 2026-11-27"]));
    house.finds(&beyond, "2026-11-12", &[("T308", "Tue 17 November 2026")]);
    let within =
        case("2026-09-14", &second(&["verlengd 2026-11-12 nieuw: 2026-11-27", "gezegd 2026-11-13 dan: 2026-11-27"]));
    house.finds(&within, "2026-11-13", &[]);
}

/// Two rounds with an answer of its own in each.
const TWO_ROUNDS: &str = "
  - {id: bevestigd, name: Bevestigd, by: [behandelaar], after: [toegewezen]}!
  - {id: antwoord-1, name: Antwoord, by: [behandelaar], after: [bevestigd]}!
  - {id: gesloten-1, name: Gesloten, does: close, ends_as: decided, by: [behandelaar], after: [antwoord-1]}!
  - {id: ronde-2, name: Tweede ronde, does: reopen, by: [behandelaar], after: [gesloten-1], optional: true}!
  - {id: onderzocht, name: Onderzocht, by: [behandelaar], after: [ronde-2], when: {step: ronde-2}}!
  - {id: antwoord-2, name: Eindantwoord, by: [behandelaar], after: [onderzocht], when: {step: ronde-2}}!
terms:
  - {id: twee, name: Eindantwoord, from: ronde-2, until: [antwoord-2], within: 20 working days}!
";

#[test]
fn m10_only_what_is_still_needed_has_the_day_of_a_clock() {
    let house = house(TWO_ROUNDS);
    let log = [
        "toegewezen 2026-09-07 handler: m1",
        "bevestigd 2026-09-07",
        "antwoord-1 2026-09-14",
        "gesloten-1 2026-09-14",
        "ronde-2 2026-10-05",
    ];
    let open = case("2026-09-07", &log);
    let dated: Vec<_> = house.duties(&open).into_iter().filter(|(_, until)| until.is_some()).collect();
    assert_eq!(dated, [("onderzocht".to_owned(), Some("2026-11-02".to_owned()))]);
    house.look(&open, |docket| {
        let dated: Vec<&str> =
            docket.possible().iter().filter(|p| p.until.is_some()).map(|p| p.step.id.as_str()).collect();
        assert_eq!(dated, ["onderzocht", "antwoord-2"]);
    });
}

#[test]
fn m11_what_stops_a_clock_that_runs_is_to_be_done() {
    let house = repairs(true);
    let kept = promised(&["hersteld 2026-10-01 herstel: goot"]);
    house.duties_are(&kept, &[("hersteld", "2026-10-30"), ("antwoord", "–")]);
    let closed = promised(&["hersteld 2026-10-01 herstel: goot", "antwoord 2026-10-02"]);
    house.duties_are(&closed, &[("hersteld", "2026-10-30")]);
    let done =
        promised(&["hersteld 2026-10-01 herstel: goot", "antwoord 2026-10-02", "hersteld 2026-10-02 herstel: ketel"]);
    house.duties_are(&done, &[]);
    // Two that are open are two things to do, each with its day.
    house.duties_are(&promised(&["antwoord 2026-10-02"]), &[("hersteld", "2026-10-30"), ("hersteld", "2026-11-20")]);
}
