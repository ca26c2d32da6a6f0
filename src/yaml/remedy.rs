//! What to do about a fault: one thing to type, in plain Dutch and English.

use super::fault::{Fault, FaultKind, Refused, Syntax, Unreadable, Wrong};
use super::route::Segment;
use crate::diagnostics::{Text, text};

impl Fault {
    /// What puts it right.
    #[must_use]
    pub fn remedy(&self) -> Text {
        match &self.kind {
            FaultKind::Unreadable(why) => unreadable(*why),
            FaultKind::Syntax(syntax) => self::syntax(*syntax),
            FaultKind::Refused(refused) => self::refused(*refused),
            FaultKind::DuplicateKey { .. } => {
                text!("houd één van de twee over en verwijder de andere", "keep one of the two and remove the other")
            }
            FaultKind::UnknownKey { key, .. } if self.names_a_person(key) => text!(
                "haal de regel weg: namen staan niet in het register, een persoon is een sleutel (`key: m1`)",
                "take the line out: names do not stand in the register, a person is a key (`key: m1`)"
            ),
            FaultKind::UnknownKey { suggestion: Some(key), .. } => {
                text!("bedoelt u `{key}`?", "did you mean `{key}`?")
            }
            FaultKind::UnknownKey { suggestion: None, known, .. } => {
                let known = known.join(", ");
                text!("verwijder het, of gebruik een van: {known}", "remove it, or use one of: {known}")
            }
            FaultKind::CutText { of } => in_quotes(of),
            FaultKind::MissingKey { key, .. } => {
                text!("voeg een regel `{key}: …` toe", "add a line `{key}: …`")
            }
            FaultKind::WrongKind(wrong) => self.example(wrong).unwrap_or_else(|| self::wrong(wrong, self.last_key())),
            FaultKind::Suspicious { .. } => text!(
                "verwijder het teken en typ zo nodig een gewone spatie",
                "remove the character and type an ordinary blank if one is needed"
            ),
            FaultKind::SwallowedComment => text!(
                "zet de hele tekst tussen aanhalingstekens: `\"nr #5\"`",
                "put the whole text in quotes: `\"nr #5\"`"
            ),
        }
    }

    /// Whether a key would bring the name or the address of a person into people.yaml.
    fn names_a_person(&self, key: &str) -> bool {
        let words =
            ["name", "naam", "voornaam", "achternaam", "full_name", "email", "phone", "telefoon", "address", "adres"];
        let person = matches!(self.route.0.first(), Some(Segment::Key(first)) if first == "persons");
        person && words.contains(&key.to_lowercase().as_str())
    }

    /// What to write where a key, a code or a list of them is wanted: an example that fits the place. Elsewhere only the form can
    /// be shown.
    fn example(&self, wrong: &Wrong) -> Option<Text> {
        let at = |block: &str, key: &str| {
            matches!(self.route.0.first(), Some(Segment::Key(first)) if first == block) && self.last_key() == key
        };
        if *wrong == Wrong::Duration && at("terms", "within") {
            let duration = self::wrong(wrong, "within");
            return Some(text!(
                "{duration}; voor een afgesproken dag: `agreed: {{step: …, key: …}}` in plaats van `within`",
                "{duration}; for an agreed day: `agreed: {{step: …, key: …}}` in place of `within`",
                duration
            ));
        }
        if !matches!(wrong, Wrong::Id | Wrong::Name | Wrong::Several) {
            return None;
        }
        let block =
            self.route.0.iter().find_map(|s| if let Segment::Key(key) = s { Some(key.as_str()) } else { None })?;
        let place = Place::of(block, self.last_key())?;
        Some(if *wrong == Wrong::Several { place.list(self.last_key()) } else { place.one() })
    }

    /// The key that the value stands under, when it may be repeated.
    fn last_key(&self) -> &str {
        let keys = self.route.0.iter().rev().find_map(|s| match s {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        });
        keys.filter(|k| !super::wording::shown(k).is_empty()).unwrap_or("…")
    }
}

/// What a key or code at some place names.
enum Place {
    /// A person or a party.
    Participant,
    /// A person of people.yaml.
    Staff,
    /// A party.
    Party,
    /// A role of the regulation.
    Role,
    /// A code of the regulation, such as this one.
    Code(&'static str),
}

impl Place {
    fn of(block: &str, key: &str) -> Option<Self> {
        match (block, key) {
            ("log", "by" | "to" | "cc" | "with" | "reported_to") | ("attestations", "by") => Some(Self::Participant),
            ("log", "handler" | "recorded_by") | ("parties", "person") | ("persons", "key") | ("destroyed", "by") => {
                Some(Self::Staff)
            }
            ("log", "party") | ("parties", "key") => Some(Self::Party),
            ("steps" | "terms", "by" | "by_each" | "to" | "cc" | "with" | "report_to" | "also")
            | ("parties", "role") => Some(Self::Role),
            ("log", "parts") => Some(Self::Code("oordeel")),
            ("log", "step") => Some(Self::Code("ontvangst-bevestigd")),
            ("log" | "intake", "channel") => Some(Self::Code("e-mail")),
            _ => None,
        }
    }

    fn one(&self) -> Text {
        match self {
            Self::Participant => text!(
                "schrijf een sleutel en geen naam: zoals `m1` uit people.yaml, of `p1` bij `parties`",
                "write a key and no name: such as `m1` of people.yaml, or `p1` under `parties`"
            ),
            Self::Staff => text!(
                "schrijf een sleutel en geen naam: zoals `m1` uit people.yaml",
                "write a key and no name: such as `m1` of people.yaml"
            ),
            Self::Party => text!("schrijf een sleutel zoals `p1`", "write a key such as `p1`"),
            Self::Role => {
                text!("schrijf de code van een rol, zoals `directeur`", "write the code of a role, such as `directeur`")
            }
            Self::Code(code) => text!(
                "schrijf een code uit de regeling, zoals `{code}`",
                "write a code of the regulation, such as `{code}`"
            ),
        }
    }

    fn list(&self, key: &str) -> Text {
        let items = match self {
            Self::Participant => "m1, p1",
            Self::Staff => "m1, m2",
            Self::Party => "p1, p2",
            Self::Role => "directeur, coordinator",
            Self::Code("oordeel") => "oordeel, uitleg",
            Self::Code(_) => "…, …",
        };
        text!("zet er blokhaken omheen, zoals `{key}: [{items}]`", "put brackets around it, as in `{key}: [{items}]`")
    }
}

/// What to do about a text inside `{…}` that a comma ended. Its words are not repeated.
fn in_quotes(of: &str) -> Text {
    let of = if super::wording::shown(of).is_empty() { "…" } else { of };
    text!(
        "een komma beëindigt een waarde tussen `{{…}}`: zet de hele tekst tussen aanhalingstekens, `{of}: \"…, …\"`",
        "a comma ends a value inside `{{…}}`: put the whole text in quotes, `{of}: \"…, …\"`"
    )
}

fn unreadable(why: Unreadable) -> Text {
    match why {
        Unreadable::TooLarge { .. } | Unreadable::TooMany { .. } => text!(
            "bewaar bijlagen en lange teksten buiten dit bestand",
            "keep attachments and long texts outside this file"
        ),
        Unreadable::TooDeep { .. } => {
            text!("schrijf het zonder zo veel haakjes", "write it without that many brackets")
        }
        Unreadable::NotUtf8 => text!(
            "sla het bestand op als UTF-8 (in uw editor: Opslaan met codering)",
            "save the file as UTF-8 (in your editor: save with encoding)"
        ),
        Unreadable::ZeroByte => text!(
            "sla het bestand op als platte tekst in UTF-8, of haal de vorige versie terug met `git restore`",
            "save the file as plain text in UTF-8, or fetch the version before with `git restore`"
        ),
        Unreadable::NoFrontMatter => text!(
            "zet een regel `---` vóór de gegevens, op de eerste regel",
            "put a line `---` before the data, on the first line"
        ),
        Unreadable::NotClosed => text!(
            "zet een regel `---` tussen de gegevens en de tekst eronder",
            "put a line `---` between the data and the text below"
        ),
        Unreadable::ConflictMarker => text!(
            "kies wat blijft en verwijder de regels met `<<<<<<<`, `=======` en `>>>>>>>`",
            "choose what stays and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
        ),
        Unreadable::LoneReturn => text!(
            "sla het bestand op met gewone regeleinden (LF of CRLF)",
            "save the file with ordinary line ends (LF or CRLF)"
        ),
        Unreadable::Empty => {
            text!("vul de gegevens in als regels `veld: waarde`", "fill in the data as lines `key: value`")
        }
    }
}

fn syntax(syntax: Syntax) -> Text {
    match syntax {
        Syntax::SecondColon => text!(
            "zet de hele tekst tussen aanhalingstekens: `\"Klacht: te laat\"`",
            "put the whole text in quotes: `\"Complaint: too late\"`"
        ),
        Syntax::BlankAfterColon | Syntax::EmptyKey => text!("schrijf `veld: waarde`", "write `key: value`"),
        Syntax::Tab => text!("vervang de tab door spaties", "replace the tab by blanks"),
        Syntax::Begins(_) => {
            text!("zet de hele tekst tussen aanhalingstekens", "put the whole text in quotes")
        }
        Syntax::AfterQuote => text!(
            "zet de hele tekst tussen aanhalingstekens, of sluit het aanhalingsteken dat ervoor open bleef",
            "put the whole text in quotes, or close the quote that was left open before it"
        ),
        Syntax::ExtraComma => text!("haal de komma weg", "take the comma out"),
        Syntax::CurlyQuotes => text!("gebruik rechte aanhalingstekens: `\"…\"`", "use straight quotes: `\"…\"`"),
        Syntax::OpenQuote => {
            text!("zet hetzelfde aanhalingsteken achter de tekst", "put the same quote after the text")
        }
        Syntax::Backslash => text!("gebruik enkele aanhalingstekens: `'…'`", "use single quotes: `'…'`"),
        Syntax::Brackets => text!(
            "sluit elk haakje en zet komma's ertussen: `[a, b]`, `{{k: v, l: w}}`; een tekst met haakjes erin hoort tussen aanhalingstekens",
            "close each bracket and put commas between: `[a, b]`, `{{k: v, l: w}}`; a text with brackets in it belongs in quotes"
        ),
        Syntax::Swallowed => text!(
            "zet de hele tekst tussen aanhalingstekens: `\"zaak #5\"`",
            "put the whole text in quotes: `\"case #5\"`"
        ),
        Syntax::Indentation => text!(
            "laat regels van dezelfde groep op dezelfde plaats beginnen",
            "let lines of the same group begin at the same column"
        ),
        Syntax::ClosedList => text!("haal `[]` daar weg", "take `[]` out there"),
        Syntax::NoKey => text!(
            "schrijf `veld: waarde`, of laat een vervolgregel inspringen",
            "write `key: value`, or indent a line that continues the one before"
        ),
        Syntax::ListOnKeyLine => text!(
            "begin de lijst op de volgende regel, of schrijf `[a, b]`",
            "begin the list on the next line, or write `[a, b]`"
        ),
        Syntax::BlockText => text!(
            "zet `|` aan het eind van de regel en laat de tekst eronder inspringen",
            "put `|` at the end of the line and indent the text below"
        ),
        Syntax::Other => text!(
            "vergelijk de regel met een bestand dat goed is, of zet de tekst tussen aanhalingstekens",
            "compare the line with a file that is right, or put the text in quotes"
        ),
    }
}

fn refused(refused: Refused) -> Text {
    match refused {
        Refused::Anchor | Refused::Alias | Refused::Tag => text!(
            "zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit",
            "put the text in quotes, or write the value in full"
        ),
        Refused::Merge => text!("schrijf de velden voluit", "write the keys in full"),
        Refused::SecondDocument => text!(
            "verwijder de regel `---` of `...` en wat erna komt",
            "remove the line `---` or `...` and what follows"
        ),
        Refused::Directive => text!("verwijder de regel", "remove the line"),
        Refused::ComplexKey => text!("schrijf `veld: waarde`", "write `key: value`"),
    }
}

fn wrong(wrong: &Wrong, key: &str) -> Text {
    let line = |value: &str| text!("schrijf `{key}: {value}`", "write `{key}: {value}`");
    match wrong {
        Wrong::Empty => text!("vul een waarde in of verwijder de regel", "fill in a value or remove the line"),
        Wrong::NoColon { of } => {
            let quotes = in_quotes(of);
            text!(
                "schrijf `{key}: …`; hoort het woord bij de tekst ervoor: {quotes}",
                "write `{key}: …`; if the word belongs to the text before it: {quotes}",
                quotes
            )
        }
        Wrong::Text => line("\"…\""),
        Wrong::Group { colon: true } => {
            text!("zet een spatie na de dubbele punt: `veld: waarde`", "put a blank after the colon: `key: value`")
        }
        Wrong::Group { colon: false } => text!(
            "schrijf onder `{key}:` ingesprongen regels `veld: waarde`",
            "write indented lines `key: value` below `{key}:`"
        ),
        Wrong::List => line("[…, …]"),
        Wrong::Several => text!("zet er blokhaken omheen: `{key}: […, …]`", "put brackets around it: `{key}: […, …]`"),
        Wrong::Id => text!("schrijf bijvoorbeeld `te-laat`", "write for example `too-late`"),
        Wrong::Name => text!("schrijf bijvoorbeeld `nieuwe_datum`", "write for example `new_date`"),
        Wrong::DateOrder { instead: Some(date) } => line(date),
        Wrong::DateOrder { instead: None } | Wrong::Date => line("2026-04-17"),
        Wrong::NoSuchDate => text!("kijk de dag en de maand na", "look up the day and the month"),
        Wrong::Whole => line("3"),
        Wrong::Amount { instead } => line(instead.as_deref().unwrap_or("12.50")),
        Wrong::Flag { instead: Some(word) } | Wrong::YesNo { instead: Some(word) } => line(word),
        Wrong::Flag { instead: None } => text!("schrijf `true` of `false`", "write `true` or `false`"),
        Wrong::YesNo { instead: None } => text!("schrijf `ja` of `nee`", "write `ja` or `nee`"),
        Wrong::Duration => text!(
            "schrijf `5 working days`, `14 calendar days`, `2 weeks`, `6 months` of `1 year`",
            "write `5 working days`, `14 calendar days`, `2 weeks`, `6 months` or `1 year`"
        ),
        Wrong::BareDays { count } => text!(
            "schrijf `{count} calendar days` of `{count} working days`",
            "write `{count} calendar days` or `{count} working days`"
        ),
        Wrong::OneOf { instead: Some(word), .. } => {
            text!("bedoelt u `{word}`?", "did you mean `{word}`?")
        }
        Wrong::OneOf { allowed, instead: None } => {
            let allowed = allowed.join(", ");
            text!("kies uit: {allowed}", "choose from: {allowed}")
        }
        Wrong::Special { remedy, .. } => remedy.clone(),
    }
}
