//! What is typed, under each regulation: from the message to the ruling of the external body and its execution.

/// A day, who is at the keyboard, and what is typed; `ID` stands for the id.
pub type Line = (&'static str, &'static str, &'static str);

/// One story.
pub struct Script {
    pub regulation: &'static str,
    /// The domain of the staff's addresses.
    pub domain: &'static str,
    /// To which address the message was sent, and on which day.
    pub to: &'static str,
    pub received: &'static str,
    /// Who imports it, and what that person adds.
    pub first: &'static str,
    pub import: &'static str,
    pub lines: &'static [Line],
    /// The letters that fit at one time or another.
    pub letters: &'static [&'static str],
    /// Steps that were on the due list until they were taken.
    pub due: &'static [&'static str],
    pub end: &'static str,
}

/// The message lacks an address: it is asked for. The complainant goes to the mediator.
pub const CMM: Script = Script {
    regulation: "cmm",
    domain: "beeldhoek.example",
    to: "info@beeldhoek.example",
    received: "2026-04-17",
    first: "m3",
    import: "--topic training --role cursist",
    lines: &[
        ("2026-04-17", "m3", "step ID gegevens-gevraagd --channel e-mail"),
        ("2026-04-20", "m3", "acknowledge ID"),
        ("2026-04-20", "m3", "step ID toegewezen --handler m3"),
        ("2026-04-21", "m3", "step ID contact-klager --set uitslagdatum=2026-04-30 --attest klacht-duidelijk=gevraagd"),
        ("2026-04-21", "m3", "step ID geregistreerd"),
        ("2026-04-22", "m3", "step ID betrokkene-benaderd"),
        ("2026-04-23", "m3", "hear ID --set verslag=V-1"),
        ("2026-04-23", "m3", "step ID verhalen-vergeleken --set verschillen=nee --attest eigen-verhaal=gesprek"),
        ("2026-04-24", "m3", "step ID beoordeeld"),
        ("2026-04-24", "m3", "step ID conclusie-getrokken --set conclusie=planning"),
        (
            "2026-04-24",
            "m3",
            "step ID maatregel-voorgesteld --set maatregel=mt-1 --set omschrijving=verwarming --set uiterlijk=2026-05-15",
        ),
        ("2026-04-28", "m3", "step ID eindrapport --set rapport=R-1"),
        ("2026-04-28", "m3", "step ID teruggekoppeld --parts oorzaak,conclusie,maatregelen --set oorzaak=planning"),
        ("2026-05-04", "m3", "step ID mediator-gevraagd"),
        ("2026-05-06", "m3", "step ID contactgegevens-verstrekt"),
        ("2026-06-03", "m3", "step ID mediator-advies --by m9"),
        ("2026-06-15", "m3", "step ID advies-uitgevoerd --set uitvoering=overgedaan"),
        (
            "2026-06-16",
            "m3",
            "step ID maatregel-getoetst --set maatregel=mt-1 --set genomen=ja --set bevinding=gezien --attest maatregelen-gezien=zelf",
        ),
        ("2026-06-16", "m3", "close ID --set resultaat=beide-doelen"),
    ],
    letters: &[
        "doorverwijzing",
        "gegevens",
        "ontvangstbevestiging",
        "sluiting",
        "tussenbericht",
        "uitkomst",
        "uitnodiging",
    ],
    due: &["teruggekoppeld"],
    end: "afgesloten met een beslissing",
};

/// It takes longer, with a message in between; the mediator rules, and the ruling is executed in time.
pub const SQUARE_MILE: Script = Script {
    regulation: "square-mile",
    domain: "taalkring-meridiaan.example",
    to: "klachten@taalkring-meridiaan.example",
    received: "2026-03-10",
    first: "m2",
    import: "--field klantnummer=c-101 --party trainer:respondent",
    lines: &[
        ("2026-03-10", "m2", "step ID toegewezen --handler m2 --ref crm/1"),
        ("2026-03-11", "m2", "acknowledge ID --ref crm/2"),
        ("2026-03-11", "m2", "step ID geregistreerd --ref crm/3"),
        ("2026-03-13", "m2", "step ID trainer-gehoord --ref crm/4"),
        ("2026-03-20", "m2", "extend ID --set einddatum=2026-04-14 --set reden=reis --ref crm/5"),
        ("2026-04-02", "m2", "step ID tussenbericht --ref crm/6"),
        ("2026-04-03", "m2", "hear ID --ref crm/7"),
        (
            "2026-04-07",
            "m2",
            "step ID dossieronderzoek --parts achtergrond,overeenkomst --set overeenkomst=OVK-1 --ref crm/8",
        ),
        ("2026-04-08", "m2", "step ID besproken --ref crm/9"),
        ("2026-04-09", "m2", "judge ID --set beslissing=ongegrond --ref crm/10"),
        ("2026-04-10", "m2", "step ID uitkomst-gemeld --channel e-mail --ref crm/11"),
        ("2026-04-14", "m2", "step ID tevredenheid-vastgelegd --set tevreden=nee --ref crm/12"),
        ("2026-04-15", "m2", "refer ID --ref crm/13"),
        ("2026-05-01", "m2", "step ID uitspraak-gedaan --by m9 --ref crm/14"),
        ("2026-05-08", "m2", "step ID uitspraak-uitgevoerd --set uitvoering=lessen --ref crm/15"),
        ("2026-05-11", "m2", "close ID --set documenten=d-1 --ref crm/16"),
    ],
    letters: &[
        "doorverwijzing",
        "ontvangstbevestiging",
        "sluiting",
        "tussenbericht",
        "uitkomst",
        "uitnodiging",
        "verlenging",
    ],
    due: &["ontvangst-bevestigd", "tussenbericht", "uitkomst-gemeld", "uitspraak-gedaan", "uitspraak-uitgevoerd"],
    end: "afgesloten met een beslissing",
};

/// Not satisfied, opened again, no agreement: the complainant is told of the appeal, which rules.
pub const CBMK: Script = Script {
    regulation: "cbmk",
    domain: "klinkerdam.example",
    to: "klachten@klinkerdam.example",
    received: "2026-03-03",
    first: "m5",
    import: "--topic incasso --role debiteur",
    lines: &[
        ("2026-03-03", "m5", "step ID klacht-vastgelegd"),
        ("2026-03-04", "m2", "step ID toegewezen --handler m3"),
        ("2026-03-05", "m3", "bevestig ID --channel e-mail --set streefdatum=2026-03-21"),
        ("2026-03-09", "m3", "step ID overleg-klager --channel telefoon --set uitkomst=overeenstemming --set bedrag=0"),
        ("2026-03-10", "m3", "step ID oplossing-bevestigd --channel e-mail"),
        ("2026-03-10", "m3", "step ID opgelost-gemeld"),
        ("2026-03-13", "m2", "step ID tevredenheid-nagegaan --set tevreden=nee"),
        ("2026-03-16", "m3", "step ID heropend --channel telefoon --set streefdatum=2026-04-03"),
        ("2026-03-24", "m3", "step ID overleg-klager --channel telefoon --set uitkomst=geen-overeenstemming"),
        ("2026-03-25", "m3", "refer ID --channel brief"),
        ("2026-04-13", "m3", "step ID beroep-ingesteld"),
        ("2026-06-09", "m3", "step ID beroep-uitspraak"),
    ],
    letters: &["doorverwijzing", "ontvangstbevestiging", "sluiting", "tussenbericht", "uitkomst"],
    due: &["ontvangst-bevestigd", "opgelost-gemeld", "heropend"],
    end: "afgesloten met een beslissing",
};

/// The judgement takes longer; the complainant lays the dispute before the chamber, whose ruling is complied with.
pub const INTERACTIE: Script = Script {
    regulation: "interactie",
    domain: "vlonderpad.example",
    to: "klachten@vlonderpad.example",
    received: "2026-02-03",
    first: "m3",
    import: "--topic uitvoering --party organisatie:respondent --field overeenkomst=OVK-2026-014",
    lines: &[
        ("2026-02-04", "m3", "step ID doorgeleid --handler m3"),
        ("2026-02-05", "m3", "step ID klacht-geregistreerd"),
        ("2026-02-05", "m3", "step ID beklaagde-ingelicht"),
        ("2026-02-10", "m3", "hoor ID --party p1"),
        ("2026-02-11", "m3", "hoor ID --party p2"),
        ("2026-02-12", "m3", "step ID ontwikkeling-gemeld --by p2"),
        ("2026-02-13", "m3", "step ID oplossing-gezocht --by p2 --set oplossing-gevonden=nee"),
        ("2026-02-16", "m3", "step ID voortgang-gemeld"),
        ("2026-02-27", "m3", "verleng ID --set reden=ziekte --set nieuwe-datum=2026-03-13"),
        ("2026-02-27", "m3", "step ID voortgang-gemeld"),
        (
            "2026-03-12",
            "m3",
            "judge ID --channel e-mail --set oordeel=ongegrond --set vingerafdruk=c198671ca5cdebca0e40db1f542340d4643a1fd2e1b99cc96451061d51fe0f3f",
        ),
        ("2026-03-19", "m3", "step ID tevredenheid-gevraagd --set tevreden=nee"),
        ("2026-03-20", "m3", "refer ID"),
        (
            "2026-03-23",
            "m3",
            "close ID --set oorzaken=planning --attest onafhankelijke-partij-in-overeenkomst=nagekeken --attest geheimhouding-functionaris=verklaard --attest geheimhouding-beklaagde=verklaard",
        ),
        ("2026-04-10", "m3", "step ID geschil-voorgelegd --by p1"),
        ("2026-06-10", "m3", "step ID uitspraak-ontvangen"),
        ("2026-06-22", "m3", "step ID uitspraak-nagekomen"),
    ],
    letters: &[
        "doorverwijzing",
        "ontvangstbevestiging",
        "sluiting",
        "tussenbericht",
        "uitkomst",
        "uitnodiging",
        "verlenging",
    ],
    due: &["voortgang-gemeld", "oordeel-gegeven"],
    end: "afgesloten met een beslissing",
};

/// It takes longer; the trainee goes to the Order, whose ruling is executed.
pub const ACADEMIE: Script = Script {
    regulation: "academie",
    domain: "zilverlinde.example",
    to: "directeur@zilverlinde.example",
    received: "2026-07-16",
    first: "m4",
    import: "--source extern --role cursist --topic informatie",
    lines: &[
        ("2026-07-17", "m4", "step ID formulier-ingevuld --set extern-formulier=EF-1 --cc m2"),
        ("2026-07-21", "m4", "acknowledge ID --handler m4"),
        ("2026-07-22", "m4", "hear ID --channel telefoon --offered"),
        ("2026-07-24", "m4", "step ID beoordeeld --set zelf-oplosbaar=ja"),
        ("2026-07-24", "m4", "step ID geregistreerd --parts herkomst,omschrijving,categorie,ernst"),
        ("2026-08-10", "m4", "extend ID --set nieuwe-datum=2026-08-28"),
        ("2026-08-17", "m4", "judge ID --set resultaat=niet-opgelost"),
        ("2026-08-17", "m4", "step ID formulier-aangevuld --parts oplossing,oorzaak --set oorzaak=communicatie"),
        ("2026-08-18", "m4", "step ID teruggekoppeld --channel e-mail"),
        ("2026-08-18", "m4", "step ID intern-teruggekoppeld --to m2"),
        (
            "2026-08-20",
            "m4",
            "step ID bevrediging-vastgelegd --set bevredigend-klager=nee --set bevredigend-organisatie=ja",
        ),
        (
            "2026-08-21",
            "m2",
            "step ID afhandeling-gecontroleerd --parts beoordeling,registratie,oplossing,terugkoppeling",
        ),
        ("2026-08-24", "m4", "close ID --attest voortgang-bewaakt=wekelijks --attest-by voortgang-bewaakt=m2"),
        ("2026-09-01", "m4", "step ID bij-orde-ingediend"),
        ("2026-09-10", "m4", "step ID tevredenheid-gemeten --set tevreden-afhandeling=nee"),
        ("2026-11-02", "m2", "step ID uitspraak-ontvangen --set uitspraak=gegrond"),
        ("2026-11-16", "m2", "step ID uitspraak-uitgevoerd"),
    ],
    letters: &[
        "doorverwijzing",
        "ontvangstbevestiging",
        "sluiting",
        "tussenbericht",
        "uitkomst",
        "uitnodiging",
        "verlenging",
    ],
    due: &["gereageerd", "teruggekoppeld", "tevredenheid-gemeten"],
    end: "afgesloten met een beslissing",
};
