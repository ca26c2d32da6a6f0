//! What a fault is called, in plain Dutch and English. Values from the file are never repeated: messages reach logs.

use super::fault::{Fault, FaultKind, Refused, Syntax, Unreadable, Wrong};
use super::route::{Route, Segment};
use crate::diagnostics::{Text, text};

impl Fault {
    /// What is wrong, without any personal data.
    #[must_use]
    pub fn message(&self) -> Text {
        match &self.kind {
            FaultKind::Unreadable(why) => unreadable(*why),
            FaultKind::Syntax(syntax) => self::syntax(*syntax),
            FaultKind::Refused(refused) => self::refused(*refused),
            FaultKind::DuplicateKey { key } => {
                let key = shown(key);
                text!(
                    "veld{key} staat hier twee keer; alleen het eerste zou tellen",
                    "key{key} stands here twice; only the first would count"
                )
            }
            FaultKind::UnknownKey { key, .. } => {
                let key = shown(key);
                text!("veld{key} is hier niet bekend", "key{key} is not known here")
            }
            FaultKind::CutText { of } => {
                let of = shown(of);
                text!(
                    "de tekst bij{of} houdt op bij een komma; wat erna staat, telt als veld en is hier niet bekend",
                    "the text of{of} ends at a comma; what follows counts as a key, and is not known here"
                )
            }
            FaultKind::MissingKey { key, about } => {
                text!("veld `{key}` ontbreekt: {about}", "key `{key}` is missing: {about}", about)
            }
            FaultKind::WrongKind(wrong) => place(&self.route, &self::wrong(wrong)),
            FaultKind::Suspicious { character, indentation } => suspicious(*character, *indentation),
            FaultKind::SwallowedComment => text!(
                "alles vanaf ` #` telt als commentaar en hoort niet bij de tekst ervoor",
                "everything from ` #` on counts as a comment and is not part of the text before it"
            ),
        }
    }
}

/// A key as it may be repeated in a message: only what looks like a key, for a name or address may stand there by mistake.
pub(super) fn shown(key: &str) -> String {
    let like_a_key = super::scalar::is_name(key) && key.len() <= 40;
    if like_a_key { format!(" `{key}`") } else { String::new() }
}

/// The message with the way to the value before it.
fn place(route: &Route, text: &Text) -> Text {
    let showable = |s: &Segment| match s {
        Segment::Key(key) => !shown(key).is_empty(),
        Segment::Index(_) => true,
    };
    let way: Vec<Segment> = route.0.iter().take_while(|s| showable(s)).cloned().collect();
    if way.is_empty() {
        return text.clone();
    }
    let way = Route(way);
    text!("`{way}`: {text}", "`{way}`: {text}", text)
}

fn unreadable(why: Unreadable) -> Text {
    match why {
        Unreadable::TooLarge { limit } => {
            text!("te groot: meer dan {limit} bytes", "too large: more than {limit} bytes")
        }
        Unreadable::TooMany { limit } => {
            text!("meer dan {limit} waarden", "more than {limit} values")
        }
        Unreadable::TooDeep { limit } => text!(
            "lijsten en groepen zijn dieper in elkaar gezet dan {limit} keer",
            "lists and groups stand within each other more than {limit} times"
        ),
        Unreadable::NotUtf8 => {
            text!("geen leesbare tekst: dit teken is geen UTF-8", "not readable: this is not UTF-8")
        }
        Unreadable::ZeroByte => {
            text!("geen tekstbestand: er staat een nulteken in", "not a text file: it holds a zero byte")
        }
        Unreadable::NoFrontMatter => {
            text!("het bestand begint niet met een regel `---`", "the file does not begin with a line `---`")
        }
        Unreadable::NotClosed => {
            text!("de regel `---` na de gegevens ontbreekt", "the line `---` after the data is missing")
        }
        Unreadable::ConflictMarker => text!(
            "hier staan nog twee versies onder elkaar: een samenvoeging van git is niet afgemaakt",
            "two versions still stand one above the other: a merge by git was not finished"
        ),
        Unreadable::LoneReturn => {
            text!("regeleinden van een verouderd soort (alleen CR)", "line ends of an outdated kind (CR alone)")
        }
        Unreadable::Empty => text!("er staan geen gegevens in", "there are no data in it"),
    }
}

#[allow(clippy::too_many_lines, reason = "a sentence for each")]
fn syntax(syntax: Syntax) -> Text {
    match syntax {
        Syntax::SecondColon => text!(
            "een tweede dubbele punt in een tekst zonder aanhalingstekens",
            "a second colon in a text without quotes"
        ),
        Syntax::BlankAfterColon => {
            text!("na de dubbele punt ontbreekt een spatie", "a blank is missing after the colon")
        }
        Syntax::Tab => {
            text!("hier staat een tab waar alleen spaties mogen staan", "a tab stands where only blanks may stand")
        }
        Syntax::Begins(c) => text!(
            "een tekst zonder aanhalingstekens mag niet met `{c}` beginnen",
            "a text without quotes must not begin with `{c}`"
        ),
        Syntax::CurlyQuotes => text!(
            "gekrulde aanhalingstekens horen bij de tekst en sluiten niets af",
            "curly quotes are part of the text and enclose nothing"
        ),
        Syntax::OpenQuote => text!("dit aanhalingsteken wordt nergens gesloten", "this quote is never closed"),
        Syntax::ExtraComma => {
            text!("een komma te veel: er staat niets voor", "a comma too many: nothing stands before it")
        }
        Syntax::AfterQuote => {
            text!("na het sluitende aanhalingsteken staat nog tekst", "text stands after the closing quote")
        }
        Syntax::Backslash => text!(
            "een `\\` tussen dubbele aanhalingstekens die niets betekent",
            "a `\\` within double quotes that means nothing"
        ),
        Syntax::Brackets => text!(
            "een haakje `[` of `{{` is niet goed gesloten, of er ontbreekt een komma",
            "a bracket `[` or `{{` is not properly closed, or a comma is missing"
        ),
        Syntax::Swallowed => text!(
            "vanaf ` #` is de rest van de regel een opmerking, ook het haakje dat sluit",
            "from ` #` on, the rest of the line is a comment, with the bracket that closes"
        ),
        Syntax::Indentation => text!(
            "deze regel springt anders in dan de regels waar hij bij hoort",
            "this line is indented unlike the lines it belongs to"
        ),
        Syntax::ClosedList => text!(
            "de lijst is op de regel hiervoor al gesloten met `[]`",
            "the list was closed with `[]` on the line before"
        ),
        Syntax::NoKey => {
            text!("deze regel heeft geen veldnaam met dubbele punt", "this line has no key with a colon")
        }
        Syntax::ListOnKeyLine => text!(
            "een lijst met `-` kan niet op de regel van de veldnaam beginnen",
            "a list with `-` cannot begin on the line of its key"
        ),
        Syntax::BlockText => {
            text!("de tekst na `|` of `>` is niet goed opgemaakt", "the text after `|` or `>` is not laid out right")
        }
        Syntax::EmptyKey => {
            text!("hier ontbreekt de veldnaam voor de dubbele punt", "the key before the colon is missing")
        }
        Syntax::Other => text!("deze regel is niet te lezen", "this line cannot be read"),
    }
}

fn refused(refused: Refused) -> Text {
    match refused {
        Refused::Anchor => text!(
            "een woord met `&` ervoor heeft hier een bijzondere betekenis",
            "a word with `&` before it has a meaning of its own"
        ),
        Refused::Alias => text!(
            "een woord met `*` ervoor heeft hier een bijzondere betekenis",
            "a word with `*` before it has a meaning of its own"
        ),
        Refused::Tag => text!(
            "een woord met `!` ervoor heeft hier een bijzondere betekenis",
            "a word with `!` before it has a meaning of its own"
        ),
        Refused::Merge => text!("`<<` wordt hier niet gebruikt", "`<<` is not used here"),
        Refused::SecondDocument => {
            text!("hierna begint een tweede stuk gegevens; één mag", "a second set of data begins here; one is allowed")
        }
        Refused::Directive => text!(
            "een regel die met `%` begint wordt hier niet gebruikt",
            "a line that begins with `%` is not used here"
        ),
        Refused::ComplexKey => text!("een veldnaam moet één woord zijn", "a key must be a single word"),
    }
}

fn wrong(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::Empty | Wrong::NoColon { .. } => text!("hier is niets ingevuld", "nothing is filled in here"),
        Wrong::Text => text!("hier hoort één tekst te staan", "a single text belongs here"),
        Wrong::Group { .. } => {
            text!("hier horen velden met een eigen naam te staan", "keys of its own belong here")
        }
        Wrong::List => text!("hier hoort een lijst te staan", "a list belongs here"),
        Wrong::Several => text!(
            "hier staan er meer in één tekst: dat hoort een lijst te zijn",
            "several stand here in one text: that should be a list"
        ),
        Wrong::Id => text!(
            "hier hoort een code van kleine letters, cijfers en streepjes",
            "a code of lower-case letters, digits and hyphens belongs here"
        ),
        Wrong::Name => text!(
            "hier hoort een sleutel van kleine letters, cijfers, streepjes en liggende streepjes",
            "a key of lower-case letters, digits, hyphens and underscores belongs here"
        ),
        Wrong::DateOrder { .. } => {
            text!("deze datum staat niet als jaar-maand-dag", "this date is not written as year-month-day")
        }
        Wrong::Date => text!("hier hoort een datum", "a date belongs here"),
        Wrong::NoSuchDate => text!("deze datum bestaat niet", "there is no such date"),
        Wrong::Whole => text!("hier hoort een heel getal", "a whole number belongs here"),
        Wrong::Amount { .. } => text!("hier hoort een bedrag", "an amount belongs here"),
        Wrong::Flag { .. } => text!("hier hoort `true` of `false`", "`true` or `false` belongs here"),
        Wrong::YesNo { .. } => text!("hier hoort `ja` of `nee`", "`ja` or `nee` belongs here"),
        Wrong::Duration => text!("hier hoort een termijn", "a duration belongs here"),
        Wrong::BareDays { .. } => text!(
            "dagen: kalenderdagen of werkdagen? De wet kent beide",
            "days: calendar days or working days? The law knows both"
        ),
        Wrong::OneOf { .. } => text!("dit woord kan hier niet", "this word cannot stand here"),
        Wrong::Special { message, .. } => message.clone(),
    }
}

fn suspicious(character: char, indentation: bool) -> Text {
    let code = format!("U+{:04X}", u32::from(character));
    if indentation && character.is_whitespace() {
        return text!(
            "deze regel springt in met een bijzondere spatie ({code}), die niet als spatie telt",
            "this line is indented with a special blank ({code}), which does not count as a blank"
        );
    }
    text!(
        "hier staat een onzichtbaar of misleidend teken ({code})",
        "an invisible or misleading character stands here ({code})"
    )
}
