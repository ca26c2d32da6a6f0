//! The page that says what is kept of a complaint, how long, why, and who may see it.

use serde_json::{Value, json};

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{Edition, Input, Published};
use super::super::page::{Crumb, Page};
use super::super::phrases::Phrases;
use super::complaint::{languages, reachable};
use super::writer::{Writer, of_each};
use crate::calendar::date_words;
use crate::diagnostics::Lang;
use crate::regulation::{Condition, Disposition, Hold, Per, Regime, Retention, Selector, Test};

/// The page of each regulation that exists in the language.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    of_each(input, engine, lang, page)
}

/// The page of one regulation.
pub fn page(published: &Published, edition: &Edition, words: &Phrases, lang: Lang) -> Result<Page, Vec<SiteFault>> {
    let address = Address::Of(lang, published.id.clone(), Part::Privacy);
    let mut w = Writer::new(&edition.version, lang, words, &address);
    let organisation = edition.version.regulation.organisation.name.as_str();
    let title = w.say("privacy-title");
    let description = w.with("privacy-description", &[("organisation", organisation.into())]);
    let complaint = Crumb {
        name: w.with("complaint-title", &[("organisation", organisation.into())]),
        address: Address::Of(lang, published.id.clone(), Part::Complaint),
    };
    let start = Crumb { name: w.say("complaint-crumb"), address: Address::Start(lang) };
    let content = json!({
        "kept": kept(&mut w, published),
        "how_long": how_long(&mut w, published),
        "access": access(&mut w),
        "declared": declared(&mut w),
        "gaps": gaps(&mut w),
        "contact": reachable(&mut w),
    });
    w.finish()?;
    Ok(Page {
        languages: languages(edition),
        organisation: Some(organisation.to_owned()),
        crumbs: vec![start, complaint],
        menu: Vec::new(),
        updated: Some(edition.version.regulation.updated),
        canonical: None,
        structured: Vec::new(),
        template: "privacy.html",
        title,
        description,
        content,
        address,
    })
}

/// What is recorded: the sealed part, and the rest.
fn kept(w: &mut Writer<'_>, published: &Published) -> Value {
    let rules = w.rules();
    let sealed = rules.intake.as_ref().map_or(&[][..], |i| &i.sealed);
    let mut sealed: Vec<String> = sealed.iter().map(|what| w.say(&format!("complaint-send-{what}"))).collect();
    // A mail brings more than what is demanded, and that is kept as well.
    sealed.push(w.say("privacy-kept-sent"));
    let mut open = vec![w.say("privacy-kept-dates"), w.say("privacy-kept-steps")];
    if !rules.topics.list.is_empty() {
        open.push(w.say("privacy-kept-topic"));
    }
    if rules.causes.is_some() {
        open.push(w.say("privacy-kept-cause"));
    }
    if rules.judgement.is_some() {
        open.push(w.say("privacy-kept-outcome"));
    }
    open.extend(rules.fields.iter().map(|field| w.voice.names.item("fields", &field.id)));
    let locked = published.sealed.then(|| w.say("privacy-sealed"));
    json!({"sealed": sealed, "locked": locked, "open": open})
}

/// How long, and what happens then.
fn how_long(w: &mut Writer<'_>, published: &Published) -> Value {
    let Some(rule) = &w.rules().retention else {
        let open: Vec<String> = w.open("retention", "retention").into_iter().collect();
        return json!({"sentences": open, "holds": [], "basis": null});
    };
    let mut said = Vec::new();
    let ends = match rule.regime {
        Regime::Unregulated => {
            said.extend(w.open("retention", "retention.regime"));
            false
        }
        Regime::Indefinite => {
            indefinite(w, rule, &mut said);
            false
        }
        Regime::OnEvent => on_event(w, rule, &mut said),
        Regime::AfterReport => {
            said.push(w.say("privacy-after-report"));
            true
        }
        Regime::AfterTerm => after_term(w, rule, &mut said),
    };
    let mut holds = Vec::new();
    if ends {
        destroyed(w, rule, &mut said);
        said.extend(reaches(w, published));
        holds.extend(rule.holds.iter().map(|hold| w.say(hold_key(*hold))));
    }
    let from: Vec<String> = rule.from.iter().map(|step| w.voice.names.item("steps", step)).collect();
    let basis = rule.basis.as_ref().map(|own| w.voice.names.of("retention/basis").unwrap_or_else(|| own.clone()));
    json!({"sentences": said, "from": from, "holds": holds, "basis": basis})
}

fn indefinite(w: &mut Writer<'_>, rule: &Retention, said: &mut Vec<String>) {
    said.push(w.say("privacy-indefinite"));
    if rule.documents.is_some() {
        said.push(w.say("privacy-documents"));
    }
    match rule.review_on {
        Some(day) => {
            let day = date_words(day).in_(w.voice.lang).to_owned();
            said.push(w.with("privacy-review", &[("day", day.into())]));
        }
        None => w.empty("retention.review_on"),
    }
    if rule.basis.is_none() {
        w.empty("retention.basis");
    }
}

/// Destruction follows on a step.
fn on_event(w: &mut Writer<'_>, rule: &Retention, said: &mut Vec<String>) -> bool {
    let Some(event) = &rule.event else {
        w.empty("retention.event");
        return true;
    };
    let satisfied = match &rule.when {
        Some(Condition::Field { field, test: Test::Equals(yes) }) if yes == "ja" => {
            w.rules().satisfaction.iter().any(|s| s.key == *field)
        }
        _ => false,
    };
    if satisfied {
        said.push(w.say("privacy-when-satisfied"));
    } else {
        let name = w.voice.names.item("steps", event);
        said.push(w.with("privacy-after-step", &[("step", name.into())]));
    }
    true
}

/// Destruction follows so long after the end.
fn after_term(w: &mut Writer<'_>, rule: &Retention, said: &mut Vec<String>) -> bool {
    let Some(keep) = rule.keep else {
        w.empty("retention.keep");
        return true;
    };
    let keep = keep.words().in_(w.voice.lang).to_owned();
    said.push(w.with("privacy-keep", &[("duration", keep.into())]));
    if rule.from.is_empty() {
        w.empty("retention.from");
    }
    said.push(w.say("privacy-after-keep"));
    true
}

/// How soon, by whom, and what remains.
fn destroyed(w: &mut Writer<'_>, rule: &Retention, said: &mut Vec<String>) {
    if let Some(within) = rule.within {
        let within = within.words().in_(w.voice.lang).to_owned();
        said.push(w.with("privacy-within", &[("duration", within.into())]));
    }
    if let Some(by) = &rule.by {
        let who = w.everyone(std::slice::from_ref(by));
        said.push(w.with("privacy-by", &[("who", who.into())]));
    }
    said.push(w.say(match rule.leaves {
        Disposition::Tally => "privacy-leaves-tally",
        Disposition::Nothing => "privacy-leaves-nothing",
    }));
}

/// What destroying reaches, and what not: earlier versions of a register stay, and backups for a while.
fn reaches(w: &mut Writer<'_>, published: &Published) -> Vec<String> {
    let mut said = Vec::new();
    if published.sealed {
        said.push(w.say("privacy-unreadable"));
        if let Some(backups) = published.backups {
            let duration = backups.words().in_(w.voice.lang).to_owned();
            said.push(w.with("privacy-backups", &[("duration", duration.into())]));
        }
    }
    said.push(w.say("privacy-earlier"));
    said
}

fn hold_key(hold: Hold) -> &'static str {
    match hold {
        Hold::OpenEscalation => "privacy-hold-escalation",
        Hold::OpenMeasure => "privacy-hold-measure",
        Hold::OpenSatisfaction => "privacy-hold-satisfaction",
        Hold::Legal => "privacy-hold-legal",
    }
}

/// Who may see a complaint, and who must keep silent about it.
fn access(w: &mut Writer<'_>) -> Vec<String> {
    let Some(rule) = &w.rules().confidentiality else {
        return w.open("confidentiality", "confidentiality").into_iter().collect();
    };
    let mut said = vec![w.say("complaint-confidential")];
    match &rule.access {
        Some(access) => {
            let mut staff = w.roles(&access.roles);
            if let Some(most) = access.max_persons {
                let most = u32::try_from(most).unwrap_or(u32::MAX);
                staff = w.with("privacy-access-most", &[("who", staff.into()), ("n", most.into())]);
            }
            let parties: Result<Vec<String>, SiteFault> = access.parties.iter().map(|p| w.voice.who(p)).collect();
            let who: Vec<String> = [staff].into_iter().filter(|s| !s.is_empty()).chain(w.keep(parties)).collect();
            let who = w.voice.both(&who);
            let who = w.keep(who);
            said.push(w.with("privacy-access", &[("who", who.into())]));
        }
        None => said.push(w.say("privacy-access-task")),
    }
    let silent: Vec<String> = rule.secrecy.iter().flat_map(|s| &s.who).map(|who| silent(w, who)).collect();
    if !silent.is_empty() {
        let who = w.voice.both(&silent);
        let who = w.keep(who);
        said.push(w.with("privacy-secrecy", &[("who", who.into())]));
    }
    said
}

/// Somebody who keeps silent: here `anyone` means each one.
fn silent(w: &mut Writer<'_>, who: &Selector) -> String {
    if *who == Selector::Anyone {
        return w.say("privacy-every-employee");
    }
    w.everyone(std::slice::from_ref(who))
}

/// What is declared about it, and how often.
fn declared(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    let ids = rules.confidentiality.iter().flat_map(|c| &c.secrecy).filter_map(|s| s.attestation.as_ref());
    let mut said = Vec::new();
    for attestation in ids.filter_map(|id| rules.attestations.iter().find(|a| a.id == *id)) {
        let what = w.voice.names.item("attestations", &attestation.id);
        let what = what.trim_end_matches('.').to_owned();
        let key = match attestation.per {
            Per::Case => "privacy-declared-case",
            Per::Year => "privacy-declared-year",
            Per::Holder => "privacy-declared-holder",
        };
        said.push(w.with(key, &[("what", what.into())]));
    }
    said
}

/// What the text leaves open about it.
fn gaps(w: &mut Writer<'_>) -> Vec<String> {
    let about = ["retention", "confidentiality"];
    let gaps = w.rules().gaps.iter().filter(|g| about.contains(&g.about.as_str()));
    gaps.map(|g| w.voice.names.item("gaps", &g.id)).collect()
}
