//! What pages, letters and overviews say: what the regulation says, and no more. A test a row.

mod regulation;

use self::regulation::Small;

const PUT_OFF: &str = "  - {id: uitgesteld, name: Uitgesteld, by: [balie], to: [complainant], after: [erkend], optional: true, asks: [{key: dag, name: Nieuwe dag, type: date}], quote: Q}";
const AGREED: &str = "  - {id: akkoord, name: Lezer geeft tijd, by: [complainant], after: [uitgesteld], optional: true, asks: [{key: dag, name: Nieuwe dag, type: date}], quote: Q}";
const RULES: &str = "extensions:\n  - {id: zelf, terms: [beantwoorden], step: uitgesteld, new_date: dag, notice: within-term, at_most: 2 weeks, times: 1, quote: Q}\n  - {id: samen, terms: [beantwoorden], step: akkoord, new_date: dag, notice: within-term, quote: Q}";

/// A case that was acknowledged.
fn begun(small: Small) -> Small {
    small.entry("erkend", "2026-03-03", "by: m1, to: [p1], handler: m1")
}

fn lacks(text: &str, words: &str) {
    assert!(!text.contains(words), "{words}: {text}");
}

fn says(text: &str, words: &str) {
    assert!(text.contains(words), "{words}: {text}");
}

#[test]
fn m59_every_rule_that_extends_a_term_is_told() {
    let both = Small::new().more("steps", PUT_OFF).more("steps", AGREED).more("blocks", RULES);
    let page = both.page("index.html");
    says(
        &page,
        "Uitstel kan hoogstens één keer. Samen duurt het uitstel hoogstens 2 weken. Langer kan alleen als u daarmee instemt.",
    );
    let two = RULES
        .replace("step: akkoord", "step: nog-eens")
        .replace("notice: within-term, quote", "notice: within-term, at_most: 5 weeks, quote");
    let again = AGREED
        .replace("akkoord", "nog-eens")
        .replace("Lezer geeft tijd", "Nog eens uitgesteld")
        .replace("[complainant], after", "[balie], after");
    let page = Small::new().more("steps", PUT_OFF).more("steps", &again).more("blocks", &two).page("index.html");
    says(&page, "Uitstel met de stap ‘Uitgesteld’: hoogstens één keer, al het uitstel samen hoogstens 2 weken.");
    says(&page, "Uitstel met de stap ‘Nog eens uitgesteld’: al het uitstel samen hoogstens 5 weken.");
    lacks(&page, "Samen duurt het uitstel hoogstens 2 weken");
}

#[test]
fn m60_a_term_is_told_from_where_it_runs() {
    let from = |step: &str| {
        Small::new().with("from: received, until: [antwoord]", &format!("from: {step}, until: [antwoord]"))
    };
    says(&from("received").page("index.html"), "U krijgt de uitkomst binnen 4 weken.");
    says(&from("erkend").page("index.html"), "U krijgt de uitkomst binnen 4 weken na onze bevestiging.");
    let heard = "  - {id: gesproken, name: Gesproken, by: [balie], to: [complainant], after: [erkend], quote: Q}";
    says(
        &from("gesproken").more("steps", heard).page("index.html"),
        "U krijgt de uitkomst binnen 4 weken na de stap ‘Gesproken’.",
    );
}

#[test]
fn m61_the_step_that_offers_the_way_out_is_shown() {
    let last = "  - {id: slot, name: Laatste woord, by: [balie], to: [complainant], after: [antwoord], quote: Q}";
    let small = Small::new().more("steps", last).more(
        "terms",
        "  - {id: slot, name: Slot, from: antwoord, until: [slot], within: 6 days, quote: Q}"
            .replace("6 days", "6 working days")
            .as_str(),
    );
    let page = small.with("steps: {filed", "steps: {offer: slot, filed").page("index.html");
    says(&page, "Laatste woord Door: Balie. Termijn: binnen 6 werkdagen na de stap ‘Antwoord gegeven’.");
}

#[test]
fn the_way_out_says_after_which_steps_it_is_open_or_when_a_term_ran_out() {
    let when = |condition: &str| {
        let way = format!("duty: inform, when: {{any: [{condition}]}},");
        Small::new().with("duty: inform,", &way).page("index.html")
    };
    says(
        &when("{step: antwoord}, {overdue: beantwoorden}"),
        "Dat kan pas na de stap ‘Antwoord gegeven’, of als dit niet op tijd is gebeurd: ‘Beantwoorden’.",
    );
    let topics = "topics: {several: false, at_least: 1, name: Onderwerp, quote: Q, list: [{id: boete, name: Een boete, quote: Q}, {id: rest, name: Iets anders, quote: Q}]}";
    let on = Small::new().more("blocks", topics).with("duty: inform,", "duty: inform, when: {topic: boete},");
    says(&on.page("index.html"), "Dat kan alleen bij dit onderwerp: ‘Een boete’.");
    says(&when("{step: antwoord}, {step: dicht}"), "Dat kan pas na de stap ‘Antwoord gegeven’ of ‘Klacht afgerond’.");
}

#[test]
fn what_stands_still_while_something_is_missing_is_told_by_name() {
    let steps = "  - {id: gevraagd, name: Gevraagd, by: [balie], to: [complainant], after: [erkend], optional: true, once: true, quote: Q}\n  - {id: gekregen, name: Gekregen, by: [complainant], after: [gevraagd], optional: true, once: true, quote: Q}";
    let page = |terms: &str| {
        let rule = format!("when_incomplete: {{do: suspend, step: gevraagd, until: gekregen{terms}}}, quote: Q}}");
        let rule = format!("intake: {{sealed: [name], {rule}");
        Small::new().more("steps", steps).with("intake: {sealed: [name], quote: Q}", &rule).page("index.html")
    };
    says(&page(""), "De termijn staat zolang stil.");
    says(&page(", terms: [beantwoorden]"), "Deze termijn staat zolang stil: Beantwoorden.");
}

#[test]
fn a_report_has_its_own_term_on_the_page() {
    let channel = "channels:\n  - {id: balie, name: Balie, form: oral, formal: false, quote: Q}";
    let report = "  - {id: gesproken, name: Gesproken, for: report, by: [balie], quote: Q}\n  - {id: geschreven, name: Geschreven, for: report, does: formalise, by: [complainant], optional: true, quote: Q}\n  - {id: geregeld, name: Geregeld, for: report, does: end, ends_as: no-complaint, by: [balie], after: [gesproken], optional: true, quote: Q}";
    let term = "  - {id: spreken, name: Gesprek, for: report, from: received, until: [gesproken], within: 3 working days, quote: Q}";
    let page = Small::new().with("channels:", channel).more("steps", report).more("terms", term).page("index.html");
    says(&page, "De termijn begint dan nog niet. ‘Gesprek’: binnen 3 werkdagen na ontvangst.");
}

#[test]
fn the_page_says_from_which_hour_a_message_counts_for_the_next_day() {
    let page = Small::new().more("blocks", "calendar: {cut_off: \"17:00\"}").page("index.html");
    says(&page, "Een e-mail van 17:00 uur of later telt als ontvangen op de volgende werkdag.");
}

#[test]
fn the_judgement_of_the_last_stage_counts() {
    let second = "  - {id: opnieuw, name: Opnieuw, does: reopen, by: [balie], to: [complainant], after: [dicht], optional: true, quote: Q}\n  - {id: herzien, name: Herzien, does: close, ends_as: decided, by: [balie], to: [complainant], after: [opnieuw], asks: [{key: einde, name: Einde, type: judgement}], quote: Q}";
    let rows = Small::new()
        .more("steps", second)
        .more("blocks", SCALE.split_once("\nsatisfaction").unwrap().0)
        .with("each_round: true, quote: Q}", "asks: [{key: einde, name: Einde, type: judgement}], quote: Q}");
    let rows = begun(rows)
        .entry("antwoord", "2026-03-09", "by: m1, to: [p1], einde: oneens")
        .entry("dicht", "2026-03-10", "by: m1")
        .entry("opnieuw", "2026-03-11", "by: m1, to: [p1]")
        .entry("herzien", "2026-03-12", "by: m1, to: [p1], einde: eens");
    says(&rows.run("2026-04-01", "export --format json").1, "\"outcome\": \"eens\"");
    let letter = rows.letter("2026-04-01", "outcome");
    says(&letter, "Samen eruit");
    lacks(&letter, "Er niet uit");
}

#[test]
fn a_limit_that_its_own_step_sets_going_is_told_before() {
    let own = Small::new().with("within: 4 weeks, quote: Q}", "within: 4 weeks, when: {step: antwoord}, quote: Q}");
    let case = begun(own);
    says(&case.letter("2026-03-03", "acknowledgement"), "uiterlijk op 30 maart 2026");
    says(
        &case.run("2026-03-04", "show K26-000013").1,
        "Beantwoorden: uiterlijk ma 30 maart 2026, voor “Antwoord gegeven”",
    );
    says(&case.run("2026-03-04", "step K26-000013 --all").1, "ma 30 maart 2026 (Beantwoorden");
}

#[test]
fn that_facts_were_looked_up_is_said_only_with_the_day() {
    says(&Small::new().page("index.html"), "Deze gegevens zijn nagekeken op do 1 januari 2026.");
    let never = || Small::new().with("verified_on: 2026-01-01, ", "");
    lacks(&never().page("index.html"), "nagekeken op");
    says(&never().run("2026-03-01", "policy check").1, "[P520]");
}

#[test]
fn m62_or_is_told_as_or() {
    let steps = "  - {id: gelezen, name: Gelezen, by: [balie], after: [erkend], optional: true, quote: Q}\n  - {id: gebeld, name: Gebeld, by: [balie], after: [erkend], optional: true, quote: Q}\n  - {id: gewogen, name: Gewogen, by: [balie], after: [erkend], after_any: [gelezen, gebeld], quote: Q}";
    let page = Small::new().more("steps", steps).page("regeling/index.html");
    let told = page.rsplit_once("Gewogen Na stap ").unwrap().1.split_once('.').unwrap().0;
    assert!(told.starts_with("1, en na stap ") && told.contains(" of "), "{told}");
}

#[test]
fn m63_silence_on_binding_is_told_as_silence() {
    let ended = |small: Small| begun(small).entry("antwoord", "2026-03-09", "by: m1, to: [p1]");
    let silent = "  - {id: bindt, about: binding, why: Niet genoemd.}";
    let open = [
        Small::new().with("binding: false, ", ""),
        Small::new().with("binding: false", "binding: unknown"),
        Small::new().more("gaps", silent),
    ];
    for small in open {
        says(&small.page("index.html"), "Of de uitspraak bindend is, staat niet in de regeling.");
        let letter = ended(small).letter("2026-03-10", "referral");
        says(&letter, "Of de uitspraak ons bindt, staat niet in de regeling.");
        lacks(&letter, "bindt ons niet");
    }
    says(&Small::new().page("index.html"), "De uitspraak is niet bindend.");
    says(&ended(Small::new()).letter("2026-03-10", "referral"), "De uitspraak bindt ons niet.");
}

#[test]
fn m64_a_letter_names_a_body_only_when_the_regulation_leads_there() {
    let again = "  - {id: opnieuw, name: Opnieuw, does: reopen, by: [balie], to: [complainant], after: [dicht], optional: true, quote: Q}";
    let small =
        || Small::new().more("steps", again).with("duty: inform,", "duty: inform, when: {step: opnieuw, at_least: 1},");
    let first = begun(small());
    lacks(&first.letter("2026-03-09", "outcome"), "Leesraad");
    let second = begun(small())
        .entry("antwoord", "2026-03-09", "by: m1, to: [p1]")
        .entry("dicht", "2026-03-10", "by: m1")
        .entry("opnieuw", "2026-03-11", "by: m1, to: [p1]");
    says(&second.letter("2026-03-12", "outcome"), "Leesraad");
    let offered = small().with("steps: {filed", "steps: {offer: antwoord, filed");
    says(&begun(offered).letter("2026-03-09", "outcome"), "Leesraad");
}

#[test]
fn m65_the_acknowledgement_has_room_for_the_promised_day() {
    let asks = "to: [complainant], asks: [{key: klaar-op, name: Klaar op, type: date}], quote: Q}";
    let small = || {
        Small::new()
            .with("does: assign, by: [balie], to: [complainant], quote: Q}", &format!("does: assign, by: [balie], {asks}"))
            .more("terms", "  - {id: klaar, name: Klaar, from: received, until: [antwoord], agreed: {step: erkend, key: klaar-op}, quote: Q}")
            .more("steps", "  - {id: genoteerd, name: Genoteerd, by: [balie], optional: true, quote: Q}")
    };
    let before = small().entry("genoteerd", "2026-03-02", "by: m1").letter("2026-03-03", "acknowledgement");
    says(&before, "- Klaar op: [klaar op]");
    let after = small().entry("erkend", "2026-03-03", "by: m1, to: [p1], handler: m1, klaar-op: 2026-03-20");
    let after = after.letter("2026-03-03", "acknowledgement");
    lacks(&after, "[klaar op]");
    says(&after, "20 maart 2026");
}

const SCALE: &str = "judgement:\n  step: antwoord\n  key: einde\n  required: true\n  quote: Q\n  scale:\n    - {id: eens, name: Samen eruit, means: resolved}\n    - {id: oneens, name: Er niet uit, means: not-resolved}\nsatisfaction:\n  - {step: gevraagd, key: blij, of: complainant, quote: Q}";

#[test]
fn m66_a_solution_that_was_refused_does_not_count_as_one() {
    let asked = "  - {id: gevraagd, name: Gevraagd, by: [balie], to: [complainant], after: [antwoord], each_round: true, asks: [{key: blij, name: Tevreden, type: satisfaction}], quote: Q}\n  - {id: opnieuw, name: Opnieuw, does: reopen, by: [balie], to: [complainant], after: [dicht], optional: true, quote: Q}";
    let small = || {
        Small::new().more("steps", asked).more("blocks", SCALE).with(
            "each_round: true, quote: Q}",
            "each_round: true, asks: [{key: einde, name: Einde, type: judgement}], quote: Q}",
        )
    };
    let round = |small: Small, day: &str, blij: &str| {
        small
            .entry("antwoord", day, "by: m1, to: [p1], einde: eens")
            .entry("gevraagd", day, &format!("by: m1, to: [p1], blij: {blij}"))
            .entry("dicht", day, "by: m1")
    };
    let outcome = |small: &Small| small.run("2026-07-01", "export --format json").1;
    let once = round(begun(small()), "2026-03-09", "nee");
    says(&outcome(&once), "\"outcome\": \"oneens\"");
    let reopened = once.entry("opnieuw", "2026-03-10", "by: m1, to: [p1]");
    says(&outcome(&round(reopened, "2026-03-12", "ja")), "\"outcome\": \"eens\"");
    says(&outcome(&round(begun(small()), "2026-03-09", "ja")), "\"outcome\": \"eens\"");
}

#[test]
fn m67_who_says_je_gets_letters_and_pages_that_say_je() {
    let small = || begun(Small::new().with("  name: Boekenkade\n", "  name: Boekenkade\n  address_as: je\n"));
    let formal = |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|w| matches!(w, "u" | "U" | "uw" | "Uw"));
    let (letter, page) = (small().letter("2026-03-03", "acknowledgement"), small().page("index.html"));
    assert!(!formal(&letter) && !formal(&page), "{letter}{page}");
    says(&page, "Je krijgt de uitkomst binnen 4 weken.");
    assert!(formal(&begun(Small::new()).letter("2026-03-03", "acknowledgement")));
}

#[test]
fn m68_the_timeline_shows_what_tells_entries_apart() {
    let paid = "  - {id: betaald, name: Betaling besproken, by: [balie], with: [balie], cc: [balie], report_to: [balie], after: [erkend], optional: true, asks: [{key: som, name: Som, type: amount}, {key: waarom, name: Waarom, type: text}], quote: Q}";
    let small = begun(
        Small::new()
            .more("steps", paid)
            .more("blocks", "topics:\n  quote: Q\n  list: [{id: boete, name: Te hoge boete, quote: Q}]"),
    );
    let small = small.entry(
        "betaald",
        "2026-03-04",
        "by: m1, with: [m1], cc: [m1], reported_to: [m1], som: 12.50, waarom: Jan wilde dat",
    );
    let (code, shown, told) = small.run("2026-03-05", "show K26-000013");
    assert_eq!(code, 0, "{told}");
    says(&shown, "Betaling besproken: Som 12.50 euro  [m1; met m1; kopie m1; gemeld aan m1]");
    lacks(&shown, "Jan wilde dat");
}

#[test]
fn m69_the_day_on_which_a_report_became_a_complaint_has_its_own_word() {
    let channel = "channels:\n  - {id: gesprek, name: Gesprek, form: oral, formal: false, quote: Q}";
    let formal = "  - {id: officieel, name: Officieel, does: formalise, for: report, by: [complainant], optional: true, quote: Q}";
    let small = Small::new().with("channels:", channel).more("steps", formal);
    let report =
        small.entry("officieel", "2026-03-04", "by: p1, channel: e-mail, recorded_by: m1").with_channel("gesprek");
    let (_, shown, told) = report.run("2026-03-05", "show K26-000013");
    says(&(shown.clone() + &told), "klacht geworden wo 4 maart 2026");
    assert_eq!(shown.matches("ontvangen").count(), 1, "{shown}");
}

#[test]
fn m70_an_outcome_letter_needs_no_scale() {
    let letter = begun(Small::new()).letter("2026-03-09", "outcome");
    says(&letter, "Onze uitkomst is: [uitkomst].");
    let without = Small::new().with(", outcome: antwoord", "");
    let (code, _, told) = begun(without).run("2026-03-09", "letter K26-000013 outcome");
    assert_eq!(code, 2);
    says(&told, "milestones.outcome");
    lacks(&told, "``");
}
