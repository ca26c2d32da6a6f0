//! Every kind of letter in every stage of every base case: what must always hold.

use std::collections::{BTreeMap, BTreeSet};

use klacht::calendar::day_words;
use klacht::diagnostics::Lang;
use klacht::letters::{Kind, LetterError};
use klacht::regulation::Duty;

use super::register::{Stage, stages};
use crate::common::REGULATIONS;

/// Where a kind of letter applies: everywhere but where the regulation has nothing of the sort.
fn applies(regulation: &str, kind: Kind) -> bool {
    match kind {
        Kind::Extension => !matches!(regulation, "cmm" | "cbmk"),
        Kind::Invitation => regulation != "cbmk",
        // No base case of these lacks data.
        Kind::Request => false,
        _ => true,
    }
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').collect()
}

fn nothing_secret(stage: &Stage, kind: Kind, text: &str) {
    let (version, history) = stage.judged_by();
    let said = words(text);
    let place = || format!("{} {}: {}", stage.regulation, stage.name, kind.word());
    for person in &history.people.persons {
        assert!(!said.contains(person.key.as_str()), "{}: a person's key", place());
    }
    for party in &stage.case.parties {
        assert!(!said.contains(party.key.as_str()), "{}: a party's key", place());
    }
    let organisation = version.regulation.organisation.contact.iter();
    for contact in organisation.filter(|c| !c.publish) {
        assert!(!text.contains(&contact.value), "{}: a contact that is not public", place());
    }
    for way in &version.regulation.escalations {
        let filed = way.steps.filed.as_deref();
        let asked = way.duty == Duty::OnRequest && stage.case.log.iter().any(|e| Some(e.step.as_str()) == filed);
        let role = version.regulation.role(&way.body).unwrap();
        for (key, value) in role.contact.iter().flatten().filter(|(key, _)| !role.publish.contains(key)) {
            let value = value.as_str().unwrap();
            assert!(asked || !text.contains(value), "{}: {key} of {}", place(), way.body);
        }
    }
}

fn dates_are_enforced(stage: &Stage, kind: Kind, lang: Lang, text: &str) {
    let docket = stage.docket();
    let facts = stage.facts(kind, lang).unwrap();
    let clocks = docket.clocks();
    let limits = facts.limits.iter().chain(facts.longer.iter().flat_map(|l| &l.limits));
    for limit in limits {
        let enforced = clocks.iter().any(|c| c.term.id == limit.id && c.due.on == limit.date);
        assert!(enforced, "{} {}: {} {}", stage.regulation, stage.name, kind.word(), limit.id);
        assert!(limit.suspended || text.contains(&day_words(limit.date, lang)), "{}", limit.id);
    }
    if let Some(notice) = facts.notice.filter(|_| kind != Kind::Progress) {
        assert!(docket.timetable.next_notices.iter().any(|(_, on)| *on == notice.date));
    }
}

#[test]
fn every_letter_in_every_stage() {
    let mut seen: BTreeMap<&str, BTreeSet<Kind>> = BTreeMap::new();
    for regulation in REGULATIONS {
        for stage in stages(regulation) {
            for (kind, lang) in Kind::ALL.into_iter().flat_map(|k| Lang::ALL.map(|l| (k, l))) {
                match stage.letter(kind, lang) {
                    Ok(letter) => {
                        nothing_secret(&stage, kind, &letter.text);
                        dates_are_enforced(&stage, kind, lang, &letter.text);
                        assert!(letter.text.contains(&stage.case.id.to_string()));
                        assert!(letter.text.contains(if lang == Lang::Nl {
                            "[naam klager]"
                        } else {
                            "[name of complainant]"
                        }));
                        assert!(!letter.text.contains("\n\n\n") && !letter.text.contains("{{"), "{}", letter.text);
                        seen.entry(regulation).or_default().insert(kind);
                    }
                    Err(LetterError::NotNow(message, remedy)) => {
                        for said in [&message.nl, &message.en, &remedy.nl, &remedy.en] {
                            assert!(!said.is_empty() && !said.contains("``"), "{regulation} {}: {said}", stage.name);
                        }
                    }
                    Err(LetterError::Template(faults)) => panic!("{faults:?}"),
                }
            }
        }
    }
    for regulation in REGULATIONS {
        let wanted: BTreeSet<Kind> = Kind::ALL.into_iter().filter(|k| applies(regulation, *k)).collect();
        assert_eq!(seen[regulation], wanted, "{regulation}");
    }
}

#[test]
fn a_request_names_what_is_missing() {
    for regulation in REGULATIONS {
        let Some(mut stage) = stages(regulation).into_iter().find(|s| s.name.starts_with("open after")) else {
            continue;
        };
        let wanted = stage.judged_by().0.regulation.intake.as_ref().is_some_and(|i| !i.sealed.is_empty());
        stage.case.sealed = None;
        stage.case.fields.clear();
        let letter = stage.letter(Kind::Request, Lang::Nl);
        let fields = stage.judged_by().0.regulation.fields.iter().any(|f| f.id == "klantnummer");
        assert_eq!(letter.is_ok(), wanted || fields, "{regulation}: {letter:?}");
        let Ok(letter) = letter else { continue };
        assert!(!wanted || letter.text.contains("- uw naam\n"), "{}", letter.text);
    }
}

#[test]
fn the_mediator_is_named_to_whoever_asked_and_to_nobody_else() {
    let all = stages("cmm");
    let before = all.iter().filter(|s| s.case.log.iter().all(|e| e.step != "mediator-gevraagd"));
    for stage in before {
        for kind in Kind::ALL {
            let text = stage.letter(kind, Lang::Nl).map(|l| l.text).unwrap_or_default();
            assert!(!text.contains("tussenweg.example"), "{}", stage.name);
        }
    }
    let asked = all.iter().find(|s| s.case.log.last().is_some_and(|e| e.step == "mediator-gevraagd")).unwrap();
    assert!(asked.letter(Kind::Referral, Lang::Nl).unwrap().text.contains("mediator@tussenweg.example"));
}

#[test]
fn a_way_on_which_was_ruled_is_offered_no_more() {
    let mut seen = 0;
    for regulation in REGULATIONS {
        for stage in stages(regulation) {
            let ways = &stage.judged_by().0.regulation.escalations;
            let ruled = ways.iter().filter_map(|w| w.steps.ruled.as_deref());
            if !ruled.into_iter().any(|step| stage.case.log.iter().any(|e| e.step == step)) {
                continue;
            }
            seen += 1;
            assert!(stage.facts(Kind::Referral, Lang::En).is_err(), "{regulation} {}", stage.name);
            for kind in Kind::ALL {
                let offered = stage.facts(kind, Lang::En).is_ok_and(|f| !f.ways.is_empty());
                assert!(!offered, "{regulation} {}: {}", stage.name, kind.word());
            }
        }
    }
    assert!(seen > 5, "{seen} stages with a ruling");
}

#[test]
fn no_letter_promises_a_day_that_has_passed() {
    let mut late = BTreeSet::new();
    for regulation in REGULATIONS {
        for stage in stages(regulation) {
            let day = stage.today() + chrono::Days::new(60);
            for kind in Kind::ALL {
                let Ok(facts) = stage.facts_on(kind, Lang::En, day) else { continue };
                let promised = facts.limits.iter().chain(facts.longer.iter().flat_map(|l| &l.limits));
                let passed = promised.filter(|l| !l.suspended && l.date < day).count();
                assert_eq!(passed, 0, "{regulation} {}: {}", stage.name, kind.word());
                assert!(facts.notice.is_none_or(|n| n.date >= day), "{regulation} {}: {}", stage.name, kind.word());
                late.extend(facts.late.iter().map(|l| (kind, l.id.clone())));
                assert!(facts.late.iter().all(|l| l.date < day));
            }
        }
    }
    let kinds: BTreeSet<Kind> = late.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, BTreeSet::from([Kind::Acknowledgement, Kind::Progress, Kind::Outcome]));
}

#[test]
fn a_letter_that_comes_late_says_so() {
    let all = stages("square-mile").into_iter();
    let stage = all.filter(|s| s.name.ends_with("after 0")).find(|s| s.docket().progress.complaint).unwrap();
    let day = stage.today() + chrono::Days::new(60);
    for lang in Lang::ALL {
        let text = stage.letter_on(Kind::Acknowledgement, lang, day).unwrap().text;
        insta::assert_snapshot!(format!("late-{}", lang.tag()), text);
    }
}
