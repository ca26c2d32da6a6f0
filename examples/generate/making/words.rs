//! Invented words: working notes, reasons and findings without anybody in them.

use super::dice::Dice;

/// A working note on the main topic: one sentence or two.
pub fn note(topic: Option<&str>, dice: &mut Dice) -> String {
    let fits = |topics: &str| topic.is_some_and(|t| topics.split(' ').any(|known| known == t));
    let own: Vec<&str> = SPECIAL.iter().filter(|(topics, _)| fits(topics)).map(|(_, sentence)| *sentence).collect();
    let first = dice.pick(&own).or_else(|| dice.pick(&GENERAL)).copied().unwrap_or_default();
    if dice.chance(45) {
        return first.to_owned();
    }
    let second = dice.pick(&GENERAL).copied().filter(|s| *s != first).unwrap_or("De afspraken zijn vastgelegd.");
    format!("{first} {second}")
}

/// A text for a key of an entry.
pub fn text(step: &str, key: &str, dice: &mut Dice) -> Option<&'static str> {
    let pool: &[&str] = match (step, key) {
        ("overgedragen", "reden") => &["waarneming tijdens verlof", "overname wegens drukte", "waarneming bij ziekte"],
        (_, "reden") => &[
            "een betrokkene is tot volgende maand afwezig",
            "de overeenkomst is nog opgevraagd",
            "het gesprek moest worden verzet",
            "er is meer uit te zoeken dan gedacht",
        ],
        (_, "motivering") => &[
            "het programma week op twee onderdelen af van de folder",
            "de afspraak stond anders in de bevestiging",
            "het niveau lag lager dan vooraf was gezegd",
            "de prijs was vooraf duidelijk vermeld",
        ],
        (_, "conclusie") => &[
            "de bevestiging was niet volledig",
            "de afspraak is niet goed doorgegeven",
            "de lesdag sloot niet aan op het programma",
            "de verwachting is vooraf niet besproken",
            "de afhandeling volgde de overeenkomst",
        ],
        (_, "omschrijving") => &[
            "vooraf een vragenlijst sturen",
            "het programma in elke bevestiging zetten",
            "een vaste controle voor de eerste lesdag",
            "de folder op dit punt aanpassen",
        ],
        (_, "bevinding") => &[
            "drie nieuwe bevestigingen bekeken",
            "de nieuwe lijst is in gebruik",
            "de aangepaste folder gezien",
            "bij de volgende groep zelf nagegaan",
        ],
        (_, "waarom") => &["de voorwaarden zijn duidelijk en vooraf gestuurd", "het ging om een eenmalige vergissing"],
        (_, "uitvoering") => &[
            "een extra lesdag gegeven zonder kosten",
            "een deel van het bedrag terugbetaald",
            "de training met een andere trainer afgemaakt",
        ],
        (_, "onduidelijkheden") => {
            &["om welke lesdag het gaat", "om welke factuur het gaat", "welke afspraak is bedoeld"]
        }
        _ => return None,
    };
    dice.pick(pool).copied()
}

/// Several texts for a key of an entry.
pub fn list(key: &str, count: usize, dice: &mut Dice) -> Option<Vec<String>> {
    let pool: &[&str] = match key {
        "aanbevelingen" => &[
            "beantwoord vragen van deelnemers dezelfde dag",
            "stuur vooraf het programma per dagdeel",
            "bel na het eerste dagdeel",
            "noem de reiskosten apart in de offerte",
        ],
        _ => return None,
    };
    let start = dice.below(pool.len());
    Some(pool.iter().cycle().skip(start).take(count.min(pool.len())).map(|t| (*t).to_owned()).collect())
}

/// The name of an improvement.
pub fn improvement(dice: &mut Dice) -> &'static str {
    dice.pick(&["rooster-eerder", "lokaal-gecontroleerd", "map-nagekeken", "factuur-duidelijker", "vragenlijst-vooraf"])
        .copied()
        .unwrap_or("rooster-eerder")
}

/// Why a step came after its term.
pub fn late(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "de behandelaar was ziek en de waarneming was niet geregeld",
        "de brief is door een storing later verstuurd",
        "het gesprek is op verzoek van de klager verzet",
        "het dossier kwam te laat terug van de administratie",
        "door drukte is de datum over het hoofd gezien",
    ])
    .copied()
    .unwrap_or_default()
}

/// Why an entry was wrong.
pub fn mistake(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "in het verkeerde dossier genoteerd",
        "de stap was nog niet gezet",
        "dubbel ingevoerd met een verkeerde datum",
        "verkeerd kanaal genoteerd",
    ])
    .copied()
    .unwrap_or_default()
}

/// Why somebody else handles a case than the one whose turn it is.
pub fn deviation(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "de eigen behandelaar is met verlof",
        "de eigen behandelaar is drie weken afwezig",
        "waarneming wegens ziekte",
    ])
    .copied()
    .unwrap_or_default()
}

/// Sentences with the topics that they fit.
const SPECIAL: [(&str, &str); 42] = [
    ("incasso", "De betaling was op tijd binnen, maar aan een ander dossier gekoppeld."),
    ("incasso", "De klager kreeg een aanmaning voor een vordering die al was betaald."),
    ("incasso", "De opdrachtgever had de vordering al ingetrokken."),
    ("incasso debiteurenbeheer", "De afgesproken regeling was niet in het systeem gezet."),
    ("debiteurenbeheer", "De brief ging naar een oud adres."),
    ("debiteurenbeheer", "Twee facturen waren samengevoegd zonder bericht."),
    ("debiteurenbeheer incasso", "De termijn om te betalen was korter dan afgesproken."),
    ("administratie", "De afrekening is opnieuw gemaakt."),
    ("administratie", "De rente was over een te lange periode berekend."),
    ("administratie rekening factuur verwachting-administratie", "Een creditnota was nog niet verwerkt."),
    ("administratie verwachting-administratie", "Over de hoogte van de kosten bestond verschil van mening."),
    ("verkoop totstandkoming", "De offerte noemde een ander tarief dan de bevestiging."),
    ("verkoop", "Het advies vooraf bleek op een punt onvolledig."),
    ("werkwijze", "De klager werd gebeld op een tijd die niet was afgesproken."),
    ("werkwijze", "De klager vond de toon van het telefoongesprek onprettig."),
    ("werkwijze", "De klager wachtte te lang op een antwoord."),
    ("planning uitvoering", "De lesdag begon later dan in het rooster stond."),
    ("planning uitvoering", "Een lesdag is verzet zonder overleg."),
    ("planning", "Een ingehaalde les stond niet in de planning."),
    ("lesmateriaal", "Het lesmateriaal was bij de start niet compleet."),
    ("lesmateriaal", "De deelnemer kon de online omgeving niet openen."),
    ("inhoud training kwaliteit verwachting", "Het niveau sloot niet aan bij wat was besproken."),
    ("inhoud training kwaliteit", "De voorbeelden pasten niet bij het werk van de groep."),
    ("inhoud training verwachting", "Het programma was korter dan in de folder."),
    ("trainer", "De trainer week af van het programma."),
    ("trainer", "De uitleg ging te snel en er was weinig ruimte voor vragen."),
    ("trainer uitvoering", "De opdrachten werden laat nagekeken."),
    ("locatie", "De zaal was te klein voor de groep."),
    ("locatie", "De locatie is kort voor de start gewijzigd."),
    ("locatie uitvoering", "Het geluid in de zaal was slecht."),
    ("informatie totstandkoming verwachting", "De informatie vooraf was op een punt onjuist."),
    ("informatie", "Een vraag over het programma bleef te lang liggen."),
    ("rekening factuur verwachting-administratie", "De factuur noemde een extra dagdeel."),
    ("rekening factuur", "De reiskosten waren vooraf niet genoemd."),
    ("examen", "De uitnodiging voor het examen kwam niet aan."),
    ("examen", "De beoordeling van het examen was niet toegelicht."),
    ("samenwerking", "De taken in de groep waren niet goed verdeeld."),
    ("samenwerking", "De overdracht tussen twee trainers was niet besproken."),
    ("overig", "Het certificaat liet op zich wachten."),
    ("overig", "De parkeerplaats was niet bereikbaar."),
    ("kwaliteit uitvoering verwachting", "De groep was groter dan vooraf was gezegd."),
    ("totstandkoming", "De voorwaarden waren bij het tekenen niet meegestuurd."),
];

const GENERAL: [&str; 22] = [
    "Het gesprek verliep rustig.",
    "De uitleg was voor iedereen duidelijk.",
    "De afspraak is op papier bevestigd.",
    "Wij hebben onze excuses aangeboden.",
    "De werkwijze is op dit punt aangepast.",
    "De gegevens staan in het gesloten deel.",
    "Het voorstel is dezelfde week besproken.",
    "Er was al eerder over gebeld.",
    "De klager waardeerde het snelle contact.",
    "Het punt komt terug in het werkoverleg.",
    "De bijlagen zijn apart bewaard.",
    "Over de feiten was geen verschil van mening.",
    "De kosten zijn niet doorberekend.",
    "Het gaat om een losstaand geval.",
    "Vergelijk de zaken met hetzelfde onderwerp.",
    "De planning is nagekeken.",
    "De gemaakte fout is hersteld.",
    "De afspraken zijn herhaald in de brief.",
    "Het dossier is volledig.",
    "De betrokkenen zijn op de hoogte.",
    "Er is een aandachtspunt genoteerd.",
    "De vraag is ook aan de balie uitgelegd.",
];
