//! Keys of yearbook.yaml and words.en.yaml.

use super::{IDS, may, must, table};
use crate::yaml::{Group, Kind, Table};

static REPORT: Table = table(
    "report",
    &[
        must("on", Kind::Date, "wanneer", "when"),
        must("by", Kind::Id, "door wie", "by whom"),
        must("from", Kind::Date, "eerste dag", "first day"),
        must("until", Kind::Date, "laatste dag", "last day"),
        may("parts", IDS, "onderdelen", "parts"),
    ],
);

static HELD_DISCUSSION: Table = table(
    "discussion held",
    &[
        must("on", Kind::Date, "wanneer", "when"),
        must("by", Kind::Id, "door wie", "by whom"),
        may("attendees", IDS, "wie erbij waren", "who was there"),
        may("decision", Kind::OneOf(&["ja", "nee", "niet-nodig"]), "voorgelegd", "put to management"),
        may("decided_by", Kind::Id, "wie besliste", "who decided"),
        may("decided_on", Kind::Date, "wanneer besloten", "when decided"),
    ],
);

static TALLY: Table = table(
    "tally",
    &[
        must("received", Kind::Text, "kwartaal, als 2025-Q2", "quarter, as 2025-Q2"),
        may("kind", Kind::OneOf(&["complaint", "report"]), "klacht of melding", "complaint or report"),
        may("count", Kind::Whole, "aantal", "how many"),
        may("topic", Kind::Id, "hoofdonderwerp", "main topic"),
        may("topics", IDS, "onderwerpen", "topics"),
        may("channel", Kind::Id, "weg", "channel"),
        may("source", Kind::Id, "bron", "source"),
        may("severity", Kind::Id, "ernst", "severity"),
        may("complainant", Kind::Id, "rol van de klager", "role of the complainant"),
        may("cause", Kind::Id, "oorzaak", "cause"),
        may("judgement", Kind::Id, "oordeel", "judgement"),
        may("ended", Kind::Id, "hoe geëindigd", "how it ended"),
        may("satisfied", Kind::Id, "tevreden", "satisfied"),
        may("timeliness", Kind::OneOf(&["in-time", "extended", "late", "not-applicable"]), "op tijd", "in time"),
        may(
            "band",
            Kind::OneOf(&["half", "whole", "extended", "late", "not-applicable"]),
            "deel van de termijn",
            "part of the term",
        ),
        may(
            "acknowledgement",
            Kind::OneOf(&["in-time", "late", "not-applicable"]),
            "ontvangst op tijd bevestigd",
            "acknowledged in time",
        ),
        may("escalation", Kind::Id, "externe instantie, of none", "external body, or none"),
        may("hearing", Kind::OneOf(&["held", "waived", "none"]), "gehoord", "heard"),
        may("measures", Kind::OneOf(&["none", "agreed", "verified"]), "maatregelen", "measures"),
        may("extension", Kind::OneOf(&["none", "once", "several"]), "hoe vaak verlengd", "how often extended"),
        may(
            "progress",
            Kind::OneOf(&["in-time", "late", "not-applicable"]),
            "tussenberichten op tijd",
            "progress notices in time",
        ),
        may("reopening", Kind::OneOf(&["none", "reopened"]), "heropend", "opened again"),
        may("redress", Kind::OneOf(&["none", "amount"]), "geldbedrag bij de oplossing", "amount with the solution"),
        may("closed", Kind::Text, "kwartaal van afsluiting", "quarter of closing"),
        may("destroyed", Kind::Text, "kwartaal van vernietiging", "quarter of destruction"),
    ],
);

static LESSON: Table = table(
    "lesson",
    &[must("nl", Kind::Text, "in het Nederlands", "in Dutch"), may("en", Kind::Text, "in het Engels", "in English")],
);

static FROZEN: Table = table(
    "frozen figures",
    &[
        must("closed_on", Kind::Date, "dag van de bevriezing", "freeze day"),
        must("revision", Kind::Whole, "1, of meer na een correctie", "1, or more after a correction"),
        may("previous", Kind::Text, "sha256 van het blok ervoor", "sha256 of the block before"),
        must("versions", Kind::List(&Kind::Date), "versies van de regeling", "versions of the regulation"),
        must("figures", Kind::Any, "de gepubliceerde cijfers", "the published figures"),
        must("sha256", Kind::Text, "sha256 van dit blok", "sha256 of this block"),
    ],
);

/// `yearbook.yaml`.
pub static YEARBOOK: Table = table(
    "yearbook",
    &[
        must("schema", Kind::OneOf(&["klacht.yearbook/1"]), "soort bestand", "kind of file"),
        may("reports", Kind::List(&Kind::Sub(&REPORT)), "verslagen", "reports"),
        may("discussions", Kind::List(&Kind::Sub(&HELD_DISCUSSION)), "besprekingen", "discussions"),
        may("attestations", Kind::List(&Kind::Sub(crate::regulation::Attested::TABLE)), "verklaringen", "declarations"),
        may("participants", Kind::Whole, "aantal deelnemers", "number of participants"),
        may("tally", Kind::List(&Kind::Sub(&TALLY)), "telregels", "tally rows"),
        may("lessons", Kind::List(&Kind::Sub(&LESSON)), "lessen voor het publiek", "lessons for the public"),
        may("figures", Kind::List(&Kind::Sub(&FROZEN)), "bevroren cijfers", "frozen figures"),
    ],
);

/// `words.en.yaml`.
pub static WORDS: Table = table(
    "words",
    &[
        must("schema", Kind::OneOf(&["klacht.words/1"]), "soort bestand", "kind of file"),
        must("title", Kind::Text, "titel van de regeling", "title of the regulation"),
        must("names", Kind::Each(&Kind::Text), "naam van elke regel", "the name of each rule"),
    ],
);
