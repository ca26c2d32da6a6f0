//! Keys of the blocks around the workflow: who, how it comes in, what it is about, how it ends, how long it is kept.

use super::{ID, IDS, NAME, NOTE, QUOTE, QUOTED, TEXTS, WHEN, may, must, table};
use crate::yaml::{Kind, Table};

static CONTACT: Table = table(
    "contact",
    &[
        ID,
        must("kind", Kind::OneOf(&["email", "phone", "post", "visit", "form"]), "soort", "kind"),
        must("value", Kind::Text, "het adres of nummer", "the address or number"),
        may("publish", Kind::Flag, "mag op de pagina", "may be public"),
        may("label", Kind::Text, "zoals het gedrukt wordt", "as printed"),
        QUOTE,
    ],
);

/// The organisation.
pub static ORGANISATION: Table = table(
    "organisation",
    &[
        must("name", Kind::Text, "naam", "display name"),
        must("site", Kind::Text, "website", "its site"),
        may("contact", Kind::List(&Kind::Sub(&CONTACT)), "hoe bereikbaar", "ways to reach it"),
    ],
);

static BODY_CONTACT: Table = table(
    "contact",
    &[
        may("name", Kind::Text, "naam", "name"),
        may("email", Kind::Text, "e-mail", "e-mail"),
        may("phone", Kind::Text, "telefoon", "telephone"),
        may("post", Kind::Text, "postadres", "postal address"),
        may("url", Kind::Text, "website", "site"),
    ],
);

/// A role.
pub static ROLE: Table = table(
    "role",
    &[
        ID,
        NAME,
        may("words", TEXTS, "andere woorden voor dezelfde rol", "other words for the same role"),
        must(
            "kind",
            Kind::OneOf(&["staff", "party", "external"]),
            "medewerker, partij of extern",
            "staff, party or external",
        ),
        may(
            "as",
            Kind::OneOrMany(&Kind::OneOf(crate::regulation::Position::WORDS)),
            "wat deze rol in een zaak kan zijn",
            "positions it may take",
        ),
        may("max_holders", Kind::Whole, "hoogstens zoveel personen", "at most so many persons"),
        may("independent", Kind::Flag, "is geen medewerker", "holds no staff role"),
        may("contact", Kind::Sub(&BODY_CONTACT), "hoe bereikbaar", "contact data"),
        may(
            "publish",
            Kind::OneOrMany(&Kind::OneOf(&["name", "email", "phone", "post", "url"])),
            "wat openbaar mag",
            "what may be public",
        ),
        may("verified_on", Kind::Date, "wanneer nagekeken", "when it was last looked up"),
        QUOTED,
        NOTE,
    ],
);

/// A channel.
pub static CHANNEL: Table = table(
    "channel",
    &[
        ID,
        NAME,
        must("form", Kind::OneOf(&["written", "oral"]), "schriftelijk of mondeling", "written or oral"),
        must("formal", Kind::Flag, "klacht (true) of melding (false)", "a complaint (true) or a report (false)"),
        may("via", Kind::Id, "de rol die het ontvangt", "the role that receives it"),
        may("contact", Kind::Id, "een adres van de organisatie", "a contact of the organisation"),
        QUOTED,
        NOTE,
    ],
);

static INCOMPLETE: Table = table(
    "when_incomplete",
    &[
        must("do", Kind::OneOf(&["ask", "reject", "suspend"]), "wat er dan gebeurt", "what happens then"),
        must("step", Kind::Id, "de stap", "the step"),
        may("until", Kind::Id, "de stap die het hervat", "the step that resumes"),
        may(
            "terms",
            IDS,
            "de termijnen die stilstaan (zonder opgave: alle)",
            "the terms that stand still (all when absent)",
        ),
    ],
);

/// The data that the sealed part may hold.
pub const SEALED: &[&str] =
    &["name", "address", "city", "email", "phone", "narrative", "signature", "statements", "attachments"];

/// Intake.
pub static INTAKE: Table = table(
    "intake",
    &[
        may(
            "parties",
            Kind::OneOrMany(&Kind::OneOf(crate::regulation::Position::WORDS)),
            "wie er genoemd moeten zijn",
            "positions that must be filled",
        ),
        may("usual_parties", IDS, "wie er gewoonlijk zijn", "roles that a case ordinarily has"),
        may(
            "sealed",
            Kind::OneOrMany(&Kind::OneOf(SEALED)),
            "gegevens in het gesloten deel",
            "data of the sealed part",
        ),
        may("sources", IDS, "waar het vandaan kan komen", "where it may come from"),
        may("representation", Kind::Flag, "iemand mag namens een ander klagen", "somebody may complain for another"),
        may("when_incomplete", Kind::Sub(&INCOMPLETE), "als er iets ontbreekt", "when something is missing"),
        QUOTE,
        NOTE,
    ],
);

/// What every entry must carry.
pub static ENTRIES: Table = table(
    "entries",
    &[
        must(
            "require",
            Kind::OneOrMany(&Kind::OneOf(&["ref", "note", "channel", "recorded_by"])),
            "sleutels die elke stap heeft",
            "keys that every entry has",
        ),
        QUOTED,
        NOTE,
    ],
);

static TOPIC: Table = table(
    "topic",
    &[
        ID,
        NAME,
        may("assign_to", Kind::Id, "de rol die het behandelt", "the role that handles it"),
        may("needs_party", Kind::Id, "een partij met deze rol is genoemd", "a party with this role is named"),
        QUOTE,
        NOTE,
    ],
);

/// Topics.
pub static TOPICS: Table = table(
    "topics",
    &[
        may("several", Kind::Flag, "meer dan één mag", "more than one may"),
        may("at_least", Kind::Whole, "minstens zoveel", "at least so many"),
        may("main", Kind::OneOf(&["required", "optional"]), "hoofdonderwerp", "main topic"),
        may("name", Kind::Text, "hoe de organisatie ze noemt", "what the organisation calls them"),
        must("list", Kind::List(&Kind::Sub(&TOPIC)), "de lijst", "the list"),
        QUOTE,
        NOTE,
    ],
);

static CODE: Table = table("code", &[ID, NAME, QUOTE]);

/// A list of codes.
pub static CODES: Table = table(
    "codes",
    &[
        may("required_at", Kind::Id, "verplicht bij deze stap", "required at this step"),
        must("list", Kind::List(&Kind::Sub(&CODE)), "de lijst", "the list"),
        QUOTE,
        NOTE,
    ],
);

/// Milestones.
pub static MILESTONES: Table = table(
    "milestones",
    &[
        may("registration", Kind::Id, "registratie", "registration"),
        may("acknowledgement", Kind::Id, "ontvangstbevestiging", "acknowledgement"),
        may("hearing", Kind::Id, "horen", "hearing"),
        may("judgement", Kind::Id, "oordeel", "judgement"),
        may("outcome", Kind::Id, "uitkomst meegedeeld", "outcome told"),
        may("resolved", Kind::Id, "opgelost", "resolved"),
        may("closing", Kind::Id, "afsluiting", "closing"),
    ],
);

static SCALE: Table = table(
    "scale",
    &[
        ID,
        NAME,
        must(
            "means",
            Kind::OneOf(&["upheld", "partly-upheld", "not-upheld", "no-judgement", "resolved", "not-resolved"]),
            "wat het betekent",
            "what it means",
        ),
    ],
);

/// Judgement.
pub static JUDGEMENT: Table = table(
    "judgement",
    &[
        must("step", Kind::Id, "de stap", "the step"),
        must("key", Kind::Name, "de sleutel", "the key"),
        may("required", Kind::Flag, "altijd", "always"),
        must("scale", Kind::List(&Kind::Sub(&SCALE)), "de schaal", "the scale"),
        QUOTE,
    ],
);

/// Satisfaction.
pub static SATISFACTION: Table = table(
    "satisfaction",
    &[
        must("step", Kind::Id, "de stap die ernaar vraagt", "the step that asks"),
        must("key", Kind::Name, "de sleutel", "the key"),
        must("of", IDS, "van wie", "of whom"),
        may("reopen", Kind::Id, "de stap die heropent", "the step that re-opens"),
        QUOTED,
    ],
);

static TAKEN: Table = table(
    "taken",
    &[
        must("key", Kind::Name, "de sleutel in de stap die toetst", "the key of the step that verifies"),
        must("equals", Kind::Text, "is gelijk aan", "equals"),
    ],
);

/// Measures.
pub static MEASURES: Table = table(
    "measures",
    &[
        must("step", Kind::Id, "de stap die een maatregel noemt", "the step that names a measure"),
        must("key", Kind::Name, "de sleutel met de naam", "the key with its name"),
        may("none", Kind::Name, "waarom er geen is", "why there is none"),
        may("verified", Kind::Id, "de stap die hem toetst", "the step that verifies it"),
        may(
            "taken",
            Kind::Sub(&TAKEN),
            "waaraan te zien is dat hij echt is genomen",
            "what shows that it was really taken",
        ),
        QUOTED,
    ],
);

static WAY: Table = table(
    "steps",
    &[
        may("offer", Kind::Id, "verwijzen of informeren", "refer or inform"),
        may("filed", Kind::Id, "voorgelegd", "filed"),
        may("ruled", Kind::Id, "uitspraak", "ruling"),
        may("executed", Kind::Id, "uitgevoerd", "executed"),
    ],
);

/// Escalation.
pub static ESCALATION: Table = table(
    "escalation",
    &[
        ID,
        must("body", Kind::Id, "de externe rol", "the external role"),
        must("who", IDS, "wie het mag", "who may"),
        may(
            "duty",
            Kind::OneOf(&["refer", "inform", "on-request", "none"]),
            "wat de organisatie moet",
            "what the organisation owes",
        ),
        WHEN,
        may("steps", Kind::Sub(&WAY), "de stappen", "the steps"),
        may("term", Kind::Id, "de termijn", "the term"),
        may("binding", Kind::Flag, "bindend", "binding"),
        may("costs", Kind::Text, "`none`, `unknown` of een bedrag", "`none`, `unknown` or an amount"),
        may("file_within", Kind::Duration, "binnen welke tijd", "within what time"),
        QUOTED,
        NOTE,
    ],
);
