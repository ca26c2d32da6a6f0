//! One complaint under each regulation, handled in Neovim from the day it came in to its end: by completion, actions and a
//! few typed values. Each step is committed, and each commit passes the hook.

use std::collections::BTreeMap;

use serde_json::json;

use crate::common::{Office, words};
use crate::lsp::neovim::{edited, is_here};

/// A day, who is at the keyboard, the step, its data, and the declarations given with it (`id=how`, `id@by=how`).
type Line<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

fn pairs(text: &str) -> BTreeMap<String, String> {
    let pair = |word: &str| word.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
    text.split_whitespace().filter_map(pair).collect()
}

fn handled(regulation: &str, domain: &'static str, first: (&str, &str, &str), lines: &[Line<'_>], state: &str) {
    if !is_here() {
        return;
    }
    let office = Office::new(regulation, domain);
    let id = office.on(first.0).by(first.1).open(&format!("{} --commit", first.2));
    let mut acted = 0;
    for (day, person, step, data, declared) in lines {
        office.on(day).by(person);
        // What is said before anything else is asked.
        let (before, data): (BTreeMap<_, _>, BTreeMap<_, _>) =
            pairs(data).into_iter().partition(|(key, _)| matches!(key.as_str(), "party" | "by" | "offered"));
        let mut how = BTreeMap::new();
        let mut declarer = json!({});
        for (key, value) in pairs(declared) {
            let (key, by) = key.split_once('@').map_or((key.as_str(), None), |(key, by)| (key, Some(by)));
            if let Some(by) = by {
                declarer[key] = json!(by);
            }
            how.insert(key.to_owned(), value);
        }
        let job = json!({"step": step, "data": data, "before": before, "declared": how, "declarer": declarer});
        let told = edited(&office, &office.file(&id), job);
        acted += told["steps"].as_array().map_or(0, Vec::len);
        office.world.tick();
        office.desk.git(&["commit", "--quiet", "--all", "--message", &format!("Klacht: {step}")]);
    }
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "", "everything is committed");
    assert!(acted >= lines.len() / 2, "{acted} actions in {} steps", lines.len());
    let history = office.run(&["check", "--history", "--format", "short"]);
    assert!(history.status.success(), "{}", words(&history));
    let shown: serde_json::Value = serde_json::from_str(&office.done(&["show", &id, "--format", "json"])).unwrap();
    assert_eq!(shown["state"]["nl"], state, "{shown}");
}

#[test]
fn under_cmm() {
    let first = (
        "2026-04-17",
        "m3",
        "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative",
    );
    let lines = [
        ("2026-04-20", "m3", "ontvangst-bevestigd", "", ""),
        ("2026-04-20", "m3", "toegewezen", "handler=m3", ""),
        ("2026-04-21", "m3", "contact-klager", "uitslagdatum=2026-04-30", "klacht-duidelijk=gevraagd"),
        ("2026-04-21", "m3", "geregistreerd", "", ""),
        ("2026-04-22", "m3", "betrokkene-benaderd", "", ""),
        ("2026-04-23", "m3", "gehoord", "verslag=V-1", ""),
        ("2026-04-23", "m3", "verhalen-vergeleken", "verschillen=nee", "eigen-verhaal=gesprek"),
        ("2026-04-24", "m3", "beoordeeld", "", ""),
        ("2026-04-24", "m3", "conclusie-getrokken", "conclusie=planning", ""),
        ("2026-04-24", "m3", "geen-maatregel", "waarom=eenmalig", ""),
        ("2026-04-24", "m3", "eindrapport", "rapport=R-1", ""),
        ("2026-04-28", "m3", "teruggekoppeld", "parts=[oorzaak,conclusie,maatregelen] oorzaak=planning", ""),
        ("2026-04-29", "m3", "gesloten", "resultaat=beide-doelen", ""),
    ];
    handled("cmm", "beeldhoek.example", first, &lines, "afgesloten met een beslissing");
}

#[test]
fn under_cbmk() {
    let first = ("2026-03-03", "m5", "new --channel e-mail --party debiteur --topic incasso --sealed name,narrative");
    let lines = [
        ("2026-03-03", "m5", "klacht-vastgelegd", "", ""),
        ("2026-03-04", "m2", "toegewezen", "handler=m3", ""),
        ("2026-03-05", "m3", "ontvangst-bevestigd", "channel=e-mail streefdatum=2026-03-21", ""),
        ("2026-03-09", "m3", "overleg-klager", "channel=telefoon uitkomst=overeenstemming bedrag=0", ""),
        ("2026-03-10", "m3", "oplossing-bevestigd", "channel=e-mail", ""),
        ("2026-03-10", "m3", "opgelost-gemeld", "", ""),
        ("2026-03-13", "m2", "tevredenheid-nagegaan", "tevreden=ja", ""),
        ("2026-03-13", "m2", "afgesloten", "", ""),
    ];
    handled("cbmk", "klinkerdam.example", first, &lines, "afgesloten: opgelost");
}

#[test]
fn under_interactie() {
    let first = (
        "2026-02-03",
        "m3",
        "new --channel e-mail --party opdrachtgever --party medewerker:respondent=m6 --topic uitvoering --field overeenkomst=OVK-2026-014 --sealed name,narrative",
    );
    let digest = "vingerafdruk=c198671ca5cdebca0e40db1f542340d4643a1fd2e1b99cc96451061d51fe0f3f";
    let judged = format!("channel=e-mail oordeel=deels-gegrond {digest}");
    let lines = [
        ("2026-02-04", "m3", "doorgeleid", "handler=m3", ""),
        ("2026-02-05", "m3", "klacht-geregistreerd", "", ""),
        ("2026-02-05", "m3", "beklaagde-ingelicht", "", ""),
        ("2026-02-10", "m3", "gehoord", "party=p1", ""),
        ("2026-02-11", "m3", "gehoord", "party=p2", ""),
        ("2026-02-12", "m3", "ontwikkeling-gemeld", "by=p2", ""),
        ("2026-02-13", "m3", "oplossing-gezocht", "by=p2 oplossing-gevonden=ja", ""),
        ("2026-02-14", "m3", "voortgang-gemeld", "", ""),
        ("2026-02-20", "m3", "oordeel-gegeven", judged.as_str(), ""),
        ("2026-02-27", "m3", "tevredenheid-gevraagd", "tevreden=onbekend", ""),
        (
            "2026-02-28",
            "m3",
            "afgesloten",
            "oorzaken=[planning]",
            "onafhankelijke-partij-in-overeenkomst=nagekeken geheimhouding-functionaris=verklaard geheimhouding-beklaagde@p2=verklaard",
        ),
    ];
    handled("interactie", "vlonderpad.example", first, &lines, "afgesloten met een beslissing");
}

#[test]
fn under_square_mile() {
    let first = (
        "2026-03-10",
        "m2",
        "new --channel e-mail --party deelnemer --party trainer:respondent --field klantnummer=c-101 --sealed name,email,narrative",
    );
    let lines = [
        ("2026-03-10", "m2", "toegewezen", "handler=m2 ref=crm/1", ""),
        ("2026-03-11", "m2", "ontvangst-bevestigd", "ref=crm/2", ""),
        ("2026-03-11", "m2", "geregistreerd", "ref=crm/3", ""),
        ("2026-03-13", "m2", "trainer-gehoord", "ref=crm/4", ""),
        ("2026-03-13", "m2", "deelnemer-gehoord", "ref=crm/5", ""),
        ("2026-03-16", "m2", "dossieronderzoek", "parts=[achtergrond,overeenkomst] overeenkomst=OVK-1 ref=crm/6", ""),
        ("2026-03-18", "m2", "besproken", "ref=crm/7", ""),
        ("2026-03-20", "m2", "besloten", "beslissing=deels-gegrond ref=crm/8", ""),
        ("2026-03-23", "m2", "uitkomst-gemeld", "channel=e-mail ref=crm/9", ""),
        ("2026-04-02", "m1", "tevredenheid-vastgelegd", "tevreden=ja ref=crm/10", ""),
        ("2026-04-02", "m2", "afgesloten", "documenten=[d-1,d-2] ref=crm/11", ""),
    ];
    handled("square-mile", "taalkring-meridiaan.example", first, &lines, "afgesloten met een beslissing");
}

#[test]
fn under_academie() {
    let first = (
        "2026-07-16",
        "m4",
        "new --channel e-mail --source extern --party cursist --topic informatie --sealed name,email,narrative",
    );
    let lines = [
        ("2026-07-17", "m4", "formulier-ingevuld", "extern-formulier=EF-1 cc=[m2]", ""),
        ("2026-07-21", "m4", "gereageerd", "handler=m4", ""),
        ("2026-07-22", "m4", "doorgevraagd", "channel=telefoon offered=true", ""),
        ("2026-07-24", "m4", "beoordeeld", "zelf-oplosbaar=ja", ""),
        ("2026-07-24", "m4", "geregistreerd", "parts=[herkomst,omschrijving,categorie,ernst]", ""),
        ("2026-08-03", "m4", "behandeld", "resultaat=opgelost", ""),
        ("2026-08-03", "m4", "formulier-aangevuld", "parts=[oplossing,oorzaak] oorzaak=communicatie", ""),
        ("2026-08-05", "m4", "teruggekoppeld", "channel=e-mail", ""),
        ("2026-08-05", "m4", "intern-teruggekoppeld", "to=[m2]", ""),
        ("2026-08-10", "m4", "bevrediging-vastgelegd", "bevredigend-klager=ja bevredigend-organisatie=ja", ""),
        (
            "2026-08-11",
            "m2",
            "afhandeling-gecontroleerd",
            "parts=[beoordeling,registratie,oplossing,terugkoppeling]",
            "",
        ),
        ("2026-08-12", "m4", "afgesloten", "", "voortgang-bewaakt@m2=wekelijks"),
    ];
    handled("academie", "zilverlinde.example", first, &lines, "afgesloten met een beslissing");
}
