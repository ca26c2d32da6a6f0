//! The regulation as a whole; and the blocks on confidentiality, retention and reporting.

use super::around::{
    CHANNEL, CODES, ENTRIES, ESCALATION, INTAKE, JUDGEMENT, MEASURES, MILESTONES, ORGANISATION, ROLE, SATISFACTION,
    TOPICS,
};
use super::workflow::{ASSIGNMENT, CASE_FIELD, EXTENSION, STEP, TERM};
use super::{ID, IDS, NOTE, QUOTE, QUOTED, TEXTS, WHEN, may, must, table};
use crate::yaml::{Kind, Table};

static SECRECY: Table = table(
    "secrecy",
    &[
        must("who", IDS, "wie zwijgt", "who keeps silent"),
        may("attestation", Kind::Id, "waaruit dat blijkt", "what shows it"),
        QUOTED,
    ],
);

static ACCESS: Table = table(
    "access",
    &[
        may("roles", IDS, "rollen", "roles"),
        may("parties", IDS, "partijen", "parties"),
        may("max_persons", Kind::Whole, "hoogstens zoveel personen", "at most so many persons"),
        QUOTED,
    ],
);

static CONFIDENTIALITY: Table = table(
    "confidentiality",
    &[
        may("secrecy", Kind::List(&Kind::Sub(&SECRECY)), "geheimhouding", "secrecy"),
        may("access", Kind::Sub(&ACCESS), "toegang", "access"),
        QUOTE,
        NOTE,
    ],
);

static COSTS: Table = table(
    "costs",
    &[must("complainant", Kind::Text, "`none`, `unknown` of een bedrag", "`none`, `unknown` or an amount"), QUOTE],
);

static RETENTION: Table = table(
    "retention",
    &[
        must(
            "regime",
            Kind::OneOf(&["indefinite", "on-event", "after-report", "after-term", "unregulated"]),
            "hoe bewaard wordt",
            "how it is kept",
        ),
        may("event", Kind::Id, "tot deze stap", "until this step"),
        WHEN,
        may("from", IDS, "geteld vanaf de laatste van deze stappen", "counted from the last of these steps"),
        may("keep", Kind::Duration, "hoe lang", "how long"),
        may("within", Kind::Duration, "hoe snel daarna vernietigd", "how soon destroyed after that"),
        may("by", Kind::Id, "door wie", "by whom"),
        may("leaves", Kind::OneOf(&["tally", "nothing"]), "wat blijft", "what remains"),
        may(
            "holds",
            Kind::OneOrMany(&Kind::OneOf(&["open-escalation", "open-measure", "open-satisfaction", "legal"])),
            "wat vernietiging tegenhoudt",
            "what stops destruction",
        ),
        may("basis", Kind::Text, "waarom voor altijd", "why for ever"),
        may("review_on", Kind::Date, "wanneer opnieuw bekeken", "when it is looked at again"),
        may("documents", Kind::OneOf(&["kept"]), "documenten even lang", "documents as long"),
        QUOTE,
        NOTE,
    ],
);

static DECISION: Table = table(
    "decision",
    &[must("by", Kind::Id, "door wie", "by whom"), may("optional", Kind::Flag, "mag vervallen", "may be left out")],
);

static DISCUSSION: Table = table(
    "discussion",
    &[
        must("every", Kind::Duration, "minstens eens per", "at least once in"),
        must("by", Kind::Id, "door wie", "by whom"),
        may("attendees", Kind::OneOf(&["required"]), "wie erbij waren", "who was there"),
        may("decision", Kind::Sub(&DECISION), "besluit", "decision"),
        QUOTED,
    ],
);

static REPORTING: Table = table(
    "reporting",
    &[
        must("by", Kind::Id, "door wie", "by whom"),
        must("every", Kind::Duration, "minstens eens per", "at least once in"),
        may("parts", IDS, "onderdelen", "parts"),
        may("discussion", Kind::Sub(&DISCUSSION), "bespreking", "discussion"),
        QUOTED,
        NOTE,
    ],
);

static ATTESTATION: Table = table(
    "attestation",
    &[
        ID,
        must("what", Kind::Text, "wat verklaard wordt", "what is declared"),
        must("by", IDS, "door wie", "by whom"),
        must("per", Kind::OneOf(&["case", "year", "holder"]), "hoe vaak", "how often"),
        may("holder", Kind::Id, "van welke rol", "of which role"),
        may("at", Kind::Id, "`closing` of een stap", "`closing` or a step"),
        WHEN,
        QUOTED,
        NOTE,
    ],
);

static DOCUMENT: Table = table(
    "document",
    &[
        ID,
        must("title", Kind::Text, "titel", "title"),
        may("url", Kind::Text, "vindplaats", "where it is"),
        may("verified_on", Kind::Date, "wanneer nagekeken", "when it was last looked up"),
        QUOTED,
        NOTE,
    ],
);

static MEASURED: Table = table(
    "measured_by",
    &[
        must(
            "figure",
            Kind::OneOf(&[
                "received",
                "handling-time",
                "within-term",
                "judgement",
                "satisfaction",
                "cause",
                "topic",
                "escalation",
                "measures",
                "extension",
                "progress",
                "reopening",
                "redress",
            ]),
            "welk cijfer",
            "which figure",
        ),
        may("values", IDS, "wat meetelt", "what counts"),
    ],
);

static STATEMENT: Table = table(
    "statement",
    &[
        must(
            "kind",
            Kind::OneOf(&["goal", "promise", "context", "policy", "explanation"]),
            "soort zin",
            "kind of sentence",
        ),
        may("id", Kind::Id, "naam", "id"),
        may("measured_by", Kind::Sub(&MEASURED), "het cijfer dat het laat zien", "the figure that shows it"),
        QUOTED,
        NOTE,
    ],
);

static PUBLICATION: Table = table(
    "publication",
    &[
        may("download", Kind::Flag, "te downloaden", "can be downloaded"),
        may("forbidden", TEXTS, "mag nooit op een pagina", "never on a page"),
        may("canonical", Kind::Text, "adres van de pagina", "address of the page"),
    ],
);

/// What a gap may be about.
pub const GAPS: &[&str] = &[
    "acknowledgement-term",
    "extension-maximum",
    "extension-reason",
    "maximum-term",
    "retention",
    "conflict-of-interest",
    "costs",
    "external-term",
    "external-costs",
    "confidentiality",
    "hearing",
    "binding",
    "satisfaction-scale",
    "progress-frequency",
    "report-term",
    "text",
];

static GAP: Table = table(
    "gap",
    &[
        ID,
        must("about", Kind::OneOf(GAPS), "waarover", "what it is about"),
        must("why", Kind::Text, "waarom opengelaten", "why it is left open"),
        QUOTE,
    ],
);

/// `regulation.yaml`.
pub static REGULATION: Table = table(
    "regulation",
    &[
        must("schema", Kind::OneOf(&["klacht.regulation/1"]), "soort bestand", "kind of file"),
        must("title", Kind::Text, "titel van de tekst", "title of the text"),
        must("valid_from", Kind::Date, "geldt vanaf", "valid from"),
        must("updated", Kind::Date, "laatst gewijzigd", "last changed"),
        may("counting", Kind::OneOf(&["termijnenwet", "as-stated"]), "hoe termijnen eindigen", "how terms end"),
        must("organisation", Kind::Sub(&ORGANISATION), "de organisatie", "the organisation"),
        must("roles", Kind::List(&Kind::Sub(&ROLE)), "rollen", "roles"),
        must("channels", Kind::List(&Kind::Sub(&CHANNEL)), "wegen naar binnen", "ways in"),
        may("intake", Kind::Sub(&INTAKE), "wat een klacht bevat", "what a complaint contains"),
        may("entries", Kind::Sub(&ENTRIES), "wat elke stap heeft", "what every entry carries"),
        may("fields", Kind::List(&Kind::Sub(&CASE_FIELD)), "eigen zaakvelden", "own case fields"),
        may("topics", Kind::Sub(&TOPICS), "onderwerpen", "topics"),
        may("causes", Kind::Sub(&CODES), "oorzaken", "causes"),
        may("severity", Kind::Sub(&CODES), "ernst", "severity"),
        must("assignment", Kind::Sub(&ASSIGNMENT), "toewijzing", "assignment"),
        must("steps", Kind::List(&Kind::Sub(&STEP)), "stappen", "steps"),
        may("terms", Kind::List(&Kind::Sub(&TERM)), "termijnen", "terms"),
        may("extensions", Kind::List(&Kind::Sub(&EXTENSION)), "verlengingen", "extensions"),
        may("milestones", Kind::Sub(&MILESTONES), "mijlpalen", "milestones"),
        may("judgement", Kind::Sub(&JUDGEMENT), "oordeel", "judgement"),
        may("satisfaction", Kind::List(&Kind::Sub(&SATISFACTION)), "tevredenheid", "satisfaction"),
        may("measures", Kind::Sub(&MEASURES), "maatregelen", "measures"),
        may("escalations", Kind::List(&Kind::Sub(&ESCALATION)), "naar buiten", "the way out"),
        may("confidentiality", Kind::Sub(&CONFIDENTIALITY), "vertrouwelijkheid", "confidentiality"),
        may("costs", Kind::Sub(&COSTS), "kosten", "costs"),
        may("retention", Kind::Sub(&RETENTION), "bewaren", "retention"),
        may("reporting", Kind::Sub(&REPORTING), "verslag", "reporting"),
        may("attestations", Kind::List(&Kind::Sub(&ATTESTATION)), "verklaringen", "attestations"),
        may("documents", Kind::List(&Kind::Sub(&DOCUMENT)), "genoemde documenten", "documents named"),
        may("statements", Kind::List(&Kind::Sub(&STATEMENT)), "zinnen voor de lezer", "sentences for the reader"),
        may("publication", Kind::Sub(&PUBLICATION), "publicatie", "publication"),
        may("gaps", Kind::List(&Kind::Sub(&GAP)), "wat open blijft", "what is left open"),
    ],
);
