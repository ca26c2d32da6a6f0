//! One complaint under each regulation, handled to its end by commands alone. Every command commits, and every commit
//! passes the hook that is in place.

use crate::common::Office;

/// A day, who is at the keyboard, and what is typed; `ID` stands for the id.
type Line = (&'static str, &'static str, &'static str);

fn handled(regulation: &str, domain: &'static str, lines: &[Line]) -> (Office, String) {
    let office = Office::new(regulation, domain);
    let (day, person, first) = lines[0];
    let id = office.on(day).by(person).open(&format!("{first} --commit"));
    for (day, person, line) in &lines[1..] {
        office.on(day).by(person).say(&format!("{} --commit", line.replace("ID", &id)));
    }
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "", "everything is committed");
    assert_eq!(office.desk.git(&["rev-list", "--count", "HEAD"]), (lines.len() + 1).to_string());
    let history = office.run(&["check", "--history", "--format", "short"]);
    assert!(history.status.success(), "{}", crate::common::words(&history));
    (office, id)
}

fn ended(done: &(Office, String), state: &str) {
    let (office, id) = done;
    let shown = office.done(&["show", id, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["state"]["nl"], state, "{shown}");
}

#[test]
fn under_cmm() {
    let done = handled(
        "cmm",
        "beeldhoek.example",
        &[
            (
                "2026-04-17",
                "m3",
                "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative",
            ),
            ("2026-04-20", "m3", "acknowledge ID"),
            ("2026-04-20", "m3", "step ID toegewezen --handler m3"),
            (
                "2026-04-21",
                "m3",
                "step ID contact-klager --set uitslagdatum=2026-04-30 --attest klacht-duidelijk=gevraagd",
            ),
            ("2026-04-21", "m3", "step ID geregistreerd"),
            ("2026-04-22", "m3", "step ID betrokkene-benaderd"),
            ("2026-04-23", "m3", "hear ID --set verslag=V-1"),
            ("2026-04-23", "m3", "step ID verhalen-vergeleken --set verschillen=nee --attest eigen-verhaal=gesprek"),
            ("2026-04-24", "m3", "step ID beoordeeld"),
            ("2026-04-24", "m3", "step ID conclusie-getrokken --set conclusie=planning"),
            ("2026-04-24", "m3", "step ID geen-maatregel --set waarom=eenmalig"),
            ("2026-04-24", "m3", "step ID eindrapport --set rapport=R-1"),
            ("2026-04-28", "m3", "step ID teruggekoppeld --parts oorzaak,conclusie,maatregelen --set oorzaak=planning"),
            ("2026-04-29", "m3", "close ID --set resultaat=beide-doelen"),
        ],
    );
    ended(&done, "afgesloten met een beslissing");
}

#[test]
fn under_cbmk() {
    let done = handled(
        "cbmk",
        "klinkerdam.example",
        &[
            ("2026-03-03", "m5", "new --channel e-mail --party debiteur --topic incasso --sealed name,narrative"),
            ("2026-03-03", "m5", "step ID klacht-vastgelegd"),
            ("2026-03-04", "m2", "step ID toegewezen --handler m3"),
            ("2026-03-05", "m3", "bevestig ID --channel e-mail --set streefdatum=2026-03-21"),
            (
                "2026-03-09",
                "m3",
                "step ID overleg-klager --channel telefoon --set uitkomst=overeenstemming --set bedrag=0",
            ),
            ("2026-03-10", "m3", "step ID oplossing-bevestigd --channel e-mail"),
            ("2026-03-10", "m3", "step ID opgelost-gemeld"),
            ("2026-03-13", "m2", "step ID tevredenheid-nagegaan --set tevreden=ja"),
            ("2026-03-13", "m2", "sluit ID"),
        ],
    );
    ended(&done, "afgesloten: opgelost");
}

#[test]
fn under_interactie() {
    let digest = "c198671ca5cdebca0e40db1f542340d4643a1fd2e1b99cc96451061d51fe0f3f";
    let judged: &'static str = Box::leak(
        format!("judge ID --channel e-mail --set oordeel=deels-gegrond --set vingerafdruk={digest}").into_boxed_str(),
    );
    let done = handled(
        "interactie",
        "vlonderpad.example",
        &[
            (
                "2026-02-03",
                "m3",
                "new --channel e-mail --party opdrachtgever --party medewerker:respondent=m6 --topic uitvoering --field overeenkomst=OVK-2026-014 --sealed name,narrative",
            ),
            ("2026-02-04", "m3", "step ID doorgeleid --handler m3"),
            ("2026-02-05", "m3", "step ID klacht-geregistreerd"),
            ("2026-02-05", "m3", "step ID beklaagde-ingelicht"),
            ("2026-02-10", "m3", "hoor ID --party p1"),
            ("2026-02-11", "m3", "hoor ID --party p2"),
            ("2026-02-12", "m3", "step ID ontwikkeling-gemeld --by p2"),
            ("2026-02-13", "m3", "step ID oplossing-gezocht --by p2 --set oplossing-gevonden=ja"),
            ("2026-02-14", "m3", "step ID voortgang-gemeld"),
            ("2026-02-20", "m3", judged),
            ("2026-02-27", "m3", "step ID tevredenheid-gevraagd --set tevreden=onbekend"),
            (
                "2026-02-28",
                "m3",
                "close ID --set oorzaken=planning --attest onafhankelijke-partij-in-overeenkomst=nagekeken --attest geheimhouding-functionaris=verklaard --attest geheimhouding-beklaagde=verklaard",
            ),
        ],
    );
    ended(&done, "afgesloten met een beslissing");
    let text = done.0.text(&done.1);
    assert!(text.contains("attestation: geheimhouding-beklaagde\n    on: 2026-02-28\n    by: p2"), "{text}");
}

#[test]
fn under_square_mile() {
    let done = handled(
        "square-mile",
        "taalkring-meridiaan.example",
        &[
            (
                "2026-03-10",
                "m2",
                "new --channel e-mail --party deelnemer --party trainer:respondent --field klantnummer=c-101 --sealed name,email,narrative",
            ),
            ("2026-03-10", "m2", "step ID toegewezen --handler m2 --ref crm/1"),
            ("2026-03-11", "m2", "acknowledge ID --ref crm/2"),
            ("2026-03-11", "m2", "step ID geregistreerd --ref crm/3"),
            ("2026-03-13", "m2", "step ID trainer-gehoord --ref crm/4"),
            ("2026-03-13", "m2", "hear ID --ref crm/5"),
            (
                "2026-03-16",
                "m2",
                "step ID dossieronderzoek --parts achtergrond,overeenkomst --set overeenkomst=OVK-1 --ref crm/6",
            ),
            ("2026-03-18", "m2", "step ID besproken --ref crm/7"),
            ("2026-03-20", "m2", "judge ID --set beslissing=deels-gegrond --ref crm/8"),
            ("2026-03-23", "m2", "step ID uitkomst-gemeld --channel e-mail --ref crm/9"),
            ("2026-04-02", "m1", "step ID tevredenheid-vastgelegd --set tevreden=ja --ref crm/10"),
            ("2026-04-02", "m2", "close ID --set documenten=d-1 --set documenten=d-2 --ref crm/11"),
        ],
    );
    ended(&done, "afgesloten met een beslissing");
    let text = done.0.text(&done.1);
    assert_eq!(
        text.matches("beslissing: deels-gegrond").count(),
        2,
        "the same decision is told without being typed: {text}"
    );
}

#[test]
fn under_academie() {
    let done = handled(
        "academie",
        "zilverlinde.example",
        &[
            (
                "2026-07-16",
                "m4",
                "new --channel e-mail --source extern --party cursist --topic informatie --sealed name,email,narrative",
            ),
            ("2026-07-17", "m4", "step ID formulier-ingevuld --set extern-formulier=EF-1 --cc m2"),
            ("2026-07-21", "m4", "acknowledge ID --handler m4"),
            ("2026-07-22", "m4", "hear ID --channel telefoon --offered"),
            ("2026-07-24", "m4", "step ID beoordeeld --set zelf-oplosbaar=ja"),
            ("2026-07-24", "m4", "step ID geregistreerd --parts herkomst,omschrijving,categorie,ernst"),
            ("2026-08-03", "m4", "judge ID --set resultaat=opgelost"),
            ("2026-08-03", "m4", "step ID formulier-aangevuld --parts oplossing,oorzaak --set oorzaak=communicatie"),
            ("2026-08-05", "m4", "step ID teruggekoppeld --channel e-mail"),
            ("2026-08-05", "m4", "step ID intern-teruggekoppeld --to m2"),
            (
                "2026-08-10",
                "m4",
                "step ID bevrediging-vastgelegd --set bevredigend-klager=ja --set bevredigend-organisatie=ja",
            ),
            (
                "2026-08-11",
                "m2",
                "step ID afhandeling-gecontroleerd --parts beoordeling,registratie,oplossing,terugkoppeling",
            ),
            ("2026-08-12", "m4", "close ID --attest voortgang-bewaakt=wekelijks --attest-by voortgang-bewaakt=m2"),
        ],
    );
    ended(&done, "afgesloten met een beslissing");
}
