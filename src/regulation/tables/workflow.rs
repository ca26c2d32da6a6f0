//! Keys of steps, terms, extensions, assignment and conditions.

use super::{ID, IDS, NAME, NOTE, QUOTE, QUOTED, TEXTS, WHEN, may, must, table};
use crate::yaml::{Kind, Table};

const TYPES: Kind = Kind::OneOf(&[
    "text",
    "reference",
    "number",
    "amount",
    "date",
    "yes_no",
    "choice",
    "person",
    "party",
    "judgement",
    "cause",
    "causes",
    "satisfaction",
    "digest",
    "item",
    "list",
]);

/// A condition.
pub static CONDITION: Table = table(
    "condition",
    &[
        may(
            "field",
            Kind::Name,
            "laatste waarde in het logboek, anders het zaakveld",
            "last value in the log, else the case field",
        ),
        may("equals", Kind::Text, "is gelijk aan", "equals"),
        may("greater_than", Kind::Text, "is groter dan (een getal)", "is greater than (a number)"),
        may("present", Kind::Flag, "is ingevuld", "is there"),
        may("topic", Kind::Id, "gaat over dit onderwerp", "is about this topic"),
        may("severity", Kind::Id, "is zo ernstig", "is this grave"),
        may("source", Kind::Id, "komt van deze bron", "comes from this source"),
        may("party", Kind::OneOf(crate::regulation::Position::WORDS), "zo iemand is genoemd", "such a party is named"),
        may("party_role", Kind::Id, "iemand in de zaak heeft deze rol", "somebody in the case has this role"),
        may("incomplete", Kind::Flag, "er ontbreken gegevens bij binnenkomst", "data of the intake are missing"),
        may("step", Kind::Id, "deze stap is gezet", "this step was taken"),
        may("at_least", Kind::Whole, "minstens zo vaak", "at least so many times"),
        may("this_round", Kind::Flag, "geteld sinds de laatste heropening", "counted since the last re-opening"),
        may("same_person", IDS, "is dezelfde persoon", "is the same person"),
        may("longer_than", Kind::Duration, "verder weg dan", "further away than"),
        may("from", Kind::Id, "geteld vanaf deze stap", "counted from this step"),
        may("to", Kind::Name, "tot de datum onder deze sleutel", "to the date under this key"),
        may("not", Kind::Sub(&CONDITION), "niet", "not"),
        may("all", Kind::List(&Kind::Sub(&CONDITION)), "alles", "all"),
        may("any", Kind::List(&Kind::Sub(&CONDITION)), "een van deze", "any"),
    ],
);

static GROUND: Table = table(
    "ground",
    &[ID, must("when", Kind::Sub(&CONDITION), "alleen dan geldt de grond", "the ground holds only then")],
);

static EACH_ITEM: Table = table(
    "each",
    &[
        must("step", Kind::Id, "de stap die dingen noemt", "the step that names things"),
        must("key", Kind::Name, "de sleutel waaronder", "the key under which"),
    ],
);

static ASK: Table = table(
    "ask",
    &[
        must("key", Kind::Name, "sleutel in de stap", "key in the entry"),
        may("name", Kind::Text, "zoals het gedrukt wordt", "as printed"),
        must("type", TYPES, "soort gegeven", "type of datum"),
        may("values", IDS, "de keuzes", "the choices"),
        may("required", Kind::Flag, "verplicht (zonder opgave: ja)", "required (yes when absent)"),
        WHEN,
        may("same_as", Kind::Id, "gelijk aan dezelfde sleutel van die stap", "equal to the same key of that step"),
        may(
            "later_than",
            Kind::Id,
            "datum na die stap, of na deze (`entry`)",
            "a date after that step, or after this one (`entry`)",
        ),
        may(
            "within_term",
            Kind::Id,
            "datum niet na het einde van die termijn",
            "a date not beyond the end of that term",
        ),
        QUOTE,
        NOTE,
    ],
);

/// A field of the case.
pub static CASE_FIELD: Table = table(
    "field",
    &[
        must("id", Kind::Name, "sleutel onder `fields:`", "key under `fields:`"),
        may("name", Kind::Text, "zoals het gedrukt wordt", "as printed"),
        must("type", TYPES, "soort gegeven", "type of datum"),
        may("values", IDS, "de keuzes", "the choices"),
        may("required", Kind::OneOf(&["always", "closing", "never"]), "wanneer verplicht", "when it must be there"),
        WHEN,
        QUOTED,
        NOTE,
    ],
);

/// A step.
pub static STEP: Table = table(
    "step",
    &[
        ID,
        NAME,
        may(
            "for",
            Kind::OneOf(&["complaint", "report", "both"]),
            "klacht, melding of beide",
            "complaint, report or both",
        ),
        may(
            "does",
            Kind::OneOf(&["assign", "formalise", "reopen", "close", "end"]),
            "wat de stap met de zaak doet",
            "what it does to the case",
        ),
        may(
            "ends_as",
            Kind::OneOf(&["settled", "decided", "withdrawn", "inadmissible", "no-complaint"]),
            "hoe de zaak eindigt",
            "how the case ends",
        ),
        may("by", IDS, "wie de stap zet", "who takes it"),
        may("by_each", IDS, "wie hem elk moeten zetten", "each of whom must take it"),
        may("with", IDS, "met wie overlegd wordt", "who is consulted"),
        may("to", IDS, "wie het ontvangt", "who receives it"),
        may("cc", IDS, "wie een afschrift ontvangt", "who receives a copy"),
        may("report_to", IDS, "aan wie het gemeld wordt", "to whom it is reported"),
        may("also", IDS, "wie het ook mag ontvangen", "who may receive it too"),
        may("form", Kind::OneOf(&["written", "oral"]), "schriftelijk of mondeling", "written or oral"),
        may("channels", IDS, "langs welke weg", "by which channels"),
        may(
            "each",
            Kind::Either(&[Kind::Sub(&EACH_ITEM), IDS]),
            "voor wie of wat steeds opnieuw",
            "for whom or what it is repeated",
        ),
        may("parts", IDS, "onderdelen die alle aan bod komen", "parts that must all be covered"),
        may("after", IDS, "stappen die eerst komen", "steps that come first"),
        may("after_any", IDS, "een van deze stappen komt eerst", "one of these comes first"),
        WHEN,
        may("optional", Kind::Flag, "nooit verplicht", "never demanded"),
        may("once", Kind::Flag, "niet twee keer", "not twice"),
        may("each_round", Kind::Flag, "opnieuw na heropening", "again after a re-opening"),
        may(
            "waivable",
            Kind::OneOrMany(&Kind::Either(&[Kind::Sub(&GROUND), Kind::Id])),
            "gronden om ervan af te zien",
            "grounds on which it may be left out",
        ),
        may(
            "any_one",
            IDS,
            "van wie er één genoeg is, ook als er meer zijn",
            "of whom one is enough, also where there are several",
        ),
        may("offer_suffices", Kind::Flag, "aanbieden is genoeg", "an offer is enough"),
        may("asks", Kind::List(&Kind::Sub(&ASK)), "gegevens van de stap", "data of the entry"),
        QUOTED,
        NOTE,
    ],
);

static AGREED: Table = table(
    "agreed",
    &[
        must("step", Kind::Id, "de stap waarin de datum is afgesproken", "the step in which the date was agreed"),
        must("key", Kind::Name, "de sleutel met de datum", "the key with the date"),
    ],
);

/// A term.
pub static TERM: Table = table(
    "term",
    &[
        ID,
        NAME,
        may("from", Kind::Id, "`received` of een stap", "`received` or a step"),
        must("until", IDS, "de stap die de klok stilzet", "the step that stops the clock"),
        may("within", Kind::Duration, "hoe lang", "how long"),
        may("agreed", Kind::Sub(&AGREED), "tot een afgesproken datum", "until an agreed date"),
        may("every", Kind::Duration, "steeds binnen", "again within"),
        may("step", Kind::Id, "de stap die zich herhaalt", "the step that recurs"),
        may("hard", Kind::Flag, "harde termijn of streefdatum", "a hard term or a target"),
        may(
            "counting",
            Kind::OneOf(&["termijnenwet", "as-stated"]),
            "hoe het einde geteld wordt",
            "how the end is counted",
        ),
        WHEN,
        may("each_round", Kind::Flag, "opnieuw na heropening", "again after a re-opening"),
        may("extendable", Kind::Flag, "kan verlengd worden", "can be extended"),
        QUOTED,
        NOTE,
    ],
);

/// An extension.
pub static EXTENSION: Table = table(
    "extension",
    &[
        ID,
        must("terms", IDS, "welke termijnen", "which terms"),
        must("step", Kind::Id, "de stap waarin het gemeld wordt", "the step that gives notice"),
        must("new_date", Kind::Name, "de sleutel met de nieuwe datum", "the key with the new date"),
        may(
            "notice",
            Kind::OneOf(&["within-term", "within-original-term", "any-time"]),
            "wanneer gemeld",
            "when notice is given",
        ),
        may("at_most", Kind::Duration, "hoogstens zo lang erbij", "at most so much longer"),
        may("times", Kind::Whole, "hoogstens zo vaak", "at most so many times"),
        may("beyond_with", Kind::Id, "de stap die meer toestaat", "the step that permits more"),
        QUOTED,
        NOTE,
    ],
);

static HANDLER: Table = table(
    "handler",
    &[
        must("by", Kind::OneOf(&["fixed", "topic", "account"]), "waarnaar gekozen", "by what it is chosen"),
        may("role", Kind::Id, "de rol", "the role"),
        may("roles", IDS, "alle rollen die mogen", "all roles that may"),
        may("account_field", Kind::Name, "het zaakveld met de klant", "the case field with the client"),
        QUOTED,
    ],
);

static OWNER: Table = table("owner", &[must("role", Kind::Id, "de rol", "the role"), QUOTED]);

static SUBSTITUTE: Table = table(
    "substitute",
    &[
        must("step", Kind::Id, "de stap die een vervanger aanwijst", "the step that appoints a substitute"),
        must("role", Kind::Id, "de rol die de vervanger heeft", "the role that the substitute holds"),
    ],
);

static EXCLUSION: Table = table(
    "exclude",
    &[
        ID,
        must(
            "who",
            Kind::Id,
            "`handler`, een stap, of een rol (voor alles in de zaak)",
            "`handler`, a step, or a role (for everything in the case)",
        ),
        may("as", Kind::OneOf(&["consulted"]), "geldt voor wie geraadpleegd is", "holds for those consulted"),
        must("not", IDS, "wie het niet mag zijn", "who it may not be"),
        may(
            "substitute",
            Kind::Either(&[Kind::Sub(&SUBSTITUTE), Kind::Id]),
            "de stap die een vervanger aanwijst",
            "the step that appoints a substitute",
        ),
        may("waivable", Kind::Flag, "mag met reden", "may, with a reason"),
        QUOTE,
        NOTE,
    ],
);

/// Assignment.
pub static ASSIGNMENT: Table = table(
    "assignment",
    &[
        must("step", IDS, "de stappen die de behandelaar noemen", "the steps that name the handler"),
        must("handler", Kind::Sub(&HANDLER), "wie behandelt", "who handles"),
        may("owner", Kind::Sub(&OWNER), "wie eigenaar is", "who owns"),
        may("exclude", Kind::List(&Kind::Sub(&EXCLUSION)), "wie niet mag", "who may not"),
        may("quote", TEXTS, "de woorden uit de tekst", "the words of the text"),
        NOTE,
    ],
);
