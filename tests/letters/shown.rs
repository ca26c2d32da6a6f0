//! The letters of two regulations as they read.

use klacht::case::{Party, Position};
use klacht::diagnostics::Lang;
use klacht::letters::Kind;

use super::register::{Stage, stages};
use crate::common::REGULATIONS;

/// A letter of each kind that there is, each from the first stage that has it, the later kinds from later stages.
fn letters(regulation: &'static str, lang: Lang) -> String {
    let mut all: Vec<Stage> = stages(regulation);
    if let Some(mut bare) = stages(regulation).into_iter().find(|s| s.name.starts_with("open after")) {
        "without its data".clone_into(&mut bare.name);
        bare.case.sealed = None;
        bare.case.fields.clear();
        all.push(bare);
    }
    let mut text = String::new();
    for kind in Kind::ALL {
        let Some((stage, letter)) = all.iter().find_map(|s| Some((s, s.letter(kind, lang).ok()?))) else { continue };
        let head = format!("=== {} ({})", kind.name(lang), stage.name);
        text = [text, head, letter.text].join("\n");
    }
    text
}

#[test]
fn as_they_read() {
    for regulation in ["cmm", "square-mile"] {
        for lang in Lang::ALL {
            insta::assert_snapshot!(format!("{regulation}-{}", lang.tag()), letters(regulation, lang));
        }
    }
}

#[test]
fn an_acknowledgement_that_names_the_handler_leaves_room_for_who_that_will_be() {
    let stage = stages("academie").into_iter().find(|s| {
        let facts = s.facts(Kind::Acknowledgement, Lang::Nl);
        facts.is_ok_and(|facts| facts.complaint && facts.handler.is_none())
    });
    let stage = stage.unwrap();
    for (lang, open) in [(Lang::Nl, "[wie je klacht behandelt]"), (Lang::En, "[who handles your complaint]")] {
        let text = stage.letter(Kind::Acknowledgement, lang).unwrap().text;
        assert!(text.contains(open), "{text}");
    }
    // Elsewhere the handler is named by another step, and so by another letter.
    let other = stages("cmm").into_iter().find(|s| s.case.log.is_empty()).unwrap();
    assert!(!other.letter(Kind::Acknowledgement, Lang::Nl).unwrap().text.contains("behandeld door"));
}

#[test]
fn satisfaction_is_asked_about_what_the_regulation_says() {
    let outcome = |regulation, lang| {
        let all = stages(regulation);
        all.iter().find_map(|s| s.letter(Kind::Outcome, lang).ok()).unwrap().text
    };
    let handling = outcome("interactie", Lang::Nl);
    assert!(handling.contains("vraagt of de klager tevreden is met de afhandeling."), "{handling}");
    assert!(!handling.contains("met de uitkomst"), "{handling}");
    assert!(outcome("square-mile", Lang::Nl).contains("tevreden is met de uitkomst."));
    assert!(outcome("interactie", Lang::En).contains("Our regulation says of it: “"));
}

#[test]
fn what_belongs_to_the_outcome_is_named_once_with_room_beside_it() {
    let all = stages("cmm");
    let letters = all.iter().filter_map(|s| s.letter(Kind::Outcome, Lang::Nl).ok());
    let text = letters.map(|l| l.text).find(|t| t.contains("Dit hoort bij de uitkomst:")).unwrap();
    let mut lines = text.lines().skip_while(|l| *l != "Dit hoort bij de uitkomst:").skip(1).filter(|l| !l.is_empty());
    let (name, room) = lines.next().unwrap().strip_prefix("- ").unwrap().split_once(": ").unwrap();
    assert!(name.starts_with(char::is_uppercase), "{name}");
    assert_eq!(room, "de factuur volgt de overeenkomst", "what was recorded in words is taken over");
}

/// A case that is about this person too.
fn about(mut stage: Stage, person: &str) -> Stage {
    let mut party: Party = stage.case.parties[0].clone();
    (party.key, party.position, party.role) = ("p99".to_owned(), Position::Respondent, None);
    party.person = Some(person.to_owned());
    stage.case.parties.push(party);
    stage
}

#[test]
fn nobody_signs_a_letter_about_himself() {
    let mut kinds = std::collections::BTreeSet::new();
    for regulation in REGULATIONS {
        for stage in stages(regulation) {
            let Some(handler) = stage.docket().progress.handler.map(str::to_owned) else { continue };
            let plain = stage.facts(Kind::Progress, Lang::Nl).ok().and_then(|facts| facts.handler);
            let stage = about(stage, &handler);
            let (_, history) = stage.judged_by();
            for (kind, lang) in Kind::ALL.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
                let (Ok(facts), Ok(letter)) = (stage.facts(kind, lang), stage.letter(kind, lang)) else { continue };
                kinds.insert((regulation, kind));
                let place = format!("{regulation} {} {}:\n{}", stage.name, kind.word(), letter.text);
                let docket = stage.docket();
                let takes_over = docket.progress.stand_in(stage.today()).filter(|key| **key != *handler);
                if let Some(key) = takes_over {
                    assert!(facts.handler.is_some() && history.people.person(key).is_some(), "{place}");
                    continue;
                }
                assert_eq!(facts.handler, None, "{place}");
                let gap = ["[naam ondertekenaar; niet degene", "[name of signatory; not the person"];
                assert!(letter.text.contains(gap[usize::from(lang == Lang::En)]), "{place}");
                let signed = letter.text.lines().rev().find(|line| !line.is_empty()).unwrap();
                assert!(plain.as_ref().is_none_or(|role| !signed.contains(role)), "{place}");
            }
        }
    }
    let all = REGULATIONS.iter().flat_map(|id| Kind::ALL.map(|kind| (*id, kind)));
    let missing: Vec<_> = all.filter(|pair| !kinds.contains(pair)).collect();
    // What no base case of these can say.
    let excused = |(id, kind): &(&str, Kind)| match kind {
        Kind::Extension => matches!(*id, "cmm" | "cbmk"),
        Kind::Invitation => *id == "cbmk",
        Kind::Request => true,
        _ => false,
    };
    assert!(missing.iter().all(excused), "{missing:?}");
}

#[test]
fn who_takes_over_signs_as_the_substitute() {
    let stage = || stages("interactie").into_iter().rfind(|s| s.name.starts_with("officer-is-respondent")).unwrap();
    for (lang, signed) in
        [(Lang::Nl, "Klachtenfunctionaris (vervanger), "), (Lang::En, "Complaints officer (substitute), ")]
    {
        for kind in [Kind::Outcome, Kind::Referral, Kind::Closing] {
            let Ok(letter) = stage().letter(kind, lang) else { continue };
            assert!(letter.text.contains(&format!("\n{signed}")), "{}", letter.text);
        }
    }
    // Once the case is about the substitute as well, nobody is left to sign.
    let text = about(stage(), "m4").letter(Kind::Outcome, Lang::Nl).unwrap().text;
    assert!(text.contains("[naam ondertekenaar; niet degene over wie de klacht gaat]\nVlonderpad"), "{text}");
}
