//! What a fault is called, in plain Dutch and English. Values from the file are never repeated: messages reach logs.

use super::fault::{Fault, FaultKind, Refused, Syntax, Unreadable, Wrong};
use super::route::{Route, Segment};
use crate::diagnostics::Text;

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
                Text::new(
                    format!("veld{key} staat hier twee keer; alleen het eerste zou tellen"),
                    format!("key{key} stands here twice; only the first would count"),
                )
            }
            FaultKind::UnknownKey { key, .. } => {
                let key = shown(key);
                Text::new(format!("veld{key} is hier niet bekend"), format!("key{key} is not known here"))
            }
            FaultKind::MissingKey { key, about } => Text::new(
                format!("veld `{key}` ontbreekt: {}", about.nl),
                format!("key `{key}` is missing: {}", about.en),
            ),
            FaultKind::WrongKind(wrong) => place(&self.route, &self::wrong(wrong)),
            FaultKind::Suspicious { character, indentation } => suspicious(*character, *indentation),
            FaultKind::SwallowedComment => Text::new(
                "alles vanaf ` #` telt als commentaar en hoort niet bij de tekst ervoor",
                "everything from ` #` on counts as a comment and is not part of the text before it",
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
    Text::new(format!("`{way}`: {}", text.nl), format!("`{way}`: {}", text.en))
}

fn unreadable(why: Unreadable) -> Text {
    match why {
        Unreadable::TooLarge { limit } => {
            Text::new(format!("te groot: meer dan {limit} bytes"), format!("too large: more than {limit} bytes"))
        }
        Unreadable::TooMany { limit } => {
            Text::new(format!("meer dan {limit} waarden"), format!("more than {limit} values"))
        }
        Unreadable::TooDeep { limit } => Text::new(
            format!("lijsten en groepen zijn dieper in elkaar gezet dan {limit} keer"),
            format!("lists and groups stand within each other more than {limit} times"),
        ),
        Unreadable::NotUtf8 => {
            Text::new("geen leesbare tekst: dit teken is geen UTF-8", "not readable: this is not UTF-8")
        }
        Unreadable::ZeroByte => {
            Text::new("geen tekstbestand: er staat een nulteken in", "not a text file: it holds a zero byte")
        }
        Unreadable::NoFrontMatter => {
            Text::new("het bestand begint niet met een regel `---`", "the file does not begin with a line `---`")
        }
        Unreadable::NotClosed => {
            Text::new("de regel `---` na de gegevens ontbreekt", "the line `---` after the data is missing")
        }
        Unreadable::ConflictMarker => Text::new(
            "hier staan nog twee versies onder elkaar: een samenvoeging van git is niet afgemaakt",
            "two versions still stand one above the other: a merge by git was not finished",
        ),
        Unreadable::LoneReturn => {
            Text::new("regeleinden van een verouderd soort (alleen CR)", "line ends of an outdated kind (CR alone)")
        }
        Unreadable::Empty => Text::new("er staan geen gegevens in", "there are no data in it"),
    }
}

fn syntax(syntax: Syntax) -> Text {
    match syntax {
        Syntax::SecondColon => Text::new(
            "een tweede dubbele punt in een tekst zonder aanhalingstekens",
            "a second colon in a text without quotes",
        ),
        Syntax::BlankAfterColon => {
            Text::new("na de dubbele punt ontbreekt een spatie", "a blank is missing after the colon")
        }
        Syntax::Tab => {
            Text::new("hier staat een tab waar alleen spaties mogen staan", "a tab stands where only blanks may stand")
        }
        Syntax::Begins(c) => Text::new(
            format!("een tekst zonder aanhalingstekens mag niet met `{c}` beginnen"),
            format!("a text without quotes must not begin with `{c}`"),
        ),
        Syntax::CurlyQuotes => Text::new(
            "gekrulde aanhalingstekens horen bij de tekst en sluiten niets af",
            "curly quotes are part of the text and enclose nothing",
        ),
        Syntax::OpenQuote => Text::new("dit aanhalingsteken wordt nergens gesloten", "this quote is never closed"),
        Syntax::AfterQuote => {
            Text::new("na het sluitende aanhalingsteken staat nog tekst", "text stands after the closing quote")
        }
        Syntax::Backslash => Text::new(
            "een `\\` tussen dubbele aanhalingstekens die niets betekent",
            "a `\\` within double quotes that means nothing",
        ),
        Syntax::Brackets => Text::new(
            "een haakje `[` of `{` is niet goed gesloten, of er ontbreekt een komma",
            "a bracket `[` or `{` is not properly closed, or a comma is missing",
        ),
        Syntax::Indentation => Text::new(
            "deze regel springt anders in dan de regels waar hij bij hoort",
            "this line is indented unlike the lines it belongs to",
        ),
        Syntax::NoKey => {
            Text::new("deze regel heeft geen veldnaam met dubbele punt", "this line has no key with a colon")
        }
        Syntax::ListOnKeyLine => Text::new(
            "een lijst met `-` kan niet op de regel van de veldnaam beginnen",
            "a list with `-` cannot begin on the line of its key",
        ),
        Syntax::BlockText => Text::new(
            "de tekst na `|` of `>` is niet goed opgemaakt",
            "the text after `|` or `>` is not laid out right",
        ),
        Syntax::EmptyKey => {
            Text::new("hier ontbreekt de veldnaam voor de dubbele punt", "the key before the colon is missing")
        }
        Syntax::Other => Text::new("deze regel is niet te lezen", "this line cannot be read"),
    }
}

fn refused(refused: Refused) -> Text {
    match refused {
        Refused::Anchor => Text::new(
            "een woord met `&` ervoor heeft hier een bijzondere betekenis",
            "a word with `&` before it has a meaning of its own",
        ),
        Refused::Alias => Text::new(
            "een woord met `*` ervoor heeft hier een bijzondere betekenis",
            "a word with `*` before it has a meaning of its own",
        ),
        Refused::Tag => Text::new(
            "een woord met `!` ervoor heeft hier een bijzondere betekenis",
            "a word with `!` before it has a meaning of its own",
        ),
        Refused::Merge => Text::new("`<<` wordt hier niet gebruikt", "`<<` is not used here"),
        Refused::SecondDocument => Text::new(
            "hierna begint een tweede stuk gegevens; één mag",
            "a second set of data begins here; one is allowed",
        ),
        Refused::Directive => Text::new(
            "een regel die met `%` begint wordt hier niet gebruikt",
            "a line that begins with `%` is not used here",
        ),
        Refused::ComplexKey => Text::new("een veldnaam moet één woord zijn", "a key must be a single word"),
    }
}

fn wrong(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::Empty => Text::new("hier is niets ingevuld", "nothing is filled in here"),
        Wrong::Text => Text::new("hier hoort één tekst te staan", "a single text belongs here"),
        Wrong::Group { .. } => {
            Text::new("hier horen velden met een eigen naam te staan", "keys of its own belong here")
        }
        Wrong::List => Text::new("hier hoort een lijst te staan", "a list belongs here"),
        Wrong::Several => Text::new(
            "hier staan er meer in één tekst: dat hoort een lijst te zijn",
            "several stand here in one text: that should be a list",
        ),
        Wrong::Id => Text::new(
            "hier hoort een code van kleine letters, cijfers en streepjes",
            "a code of lower-case letters, digits and hyphens belongs here",
        ),
        Wrong::Name => Text::new(
            "hier hoort een sleutel van kleine letters, cijfers, streepjes en liggende streepjes",
            "a key of lower-case letters, digits, hyphens and underscores belongs here",
        ),
        Wrong::DateOrder { .. } => {
            Text::new("deze datum staat niet als jaar-maand-dag", "this date is not written as year-month-day")
        }
        Wrong::Date => Text::new("hier hoort een datum", "a date belongs here"),
        Wrong::NoSuchDate => Text::new("deze datum bestaat niet", "there is no such date"),
        Wrong::Whole => Text::new("hier hoort een heel getal", "a whole number belongs here"),
        Wrong::Amount { .. } => Text::new("hier hoort een bedrag", "an amount belongs here"),
        Wrong::Flag { .. } => Text::new("hier hoort `true` of `false`", "`true` or `false` belongs here"),
        Wrong::YesNo { .. } => Text::new("hier hoort `ja` of `nee`", "`ja` or `nee` belongs here"),
        Wrong::Duration => Text::new("hier hoort een termijn", "a duration belongs here"),
        Wrong::BareDays { .. } => Text::new(
            "dagen: kalenderdagen of werkdagen? De wet kent beide",
            "days: calendar days or working days? The law knows both",
        ),
        Wrong::OneOf { .. } => Text::new("dit woord kan hier niet", "this word cannot stand here"),
        Wrong::Special { message, .. } => message.clone(),
    }
}

fn suspicious(character: char, indentation: bool) -> Text {
    let code = format!("U+{:04X}", u32::from(character));
    if indentation && character.is_whitespace() {
        return Text::new(
            format!("deze regel springt in met een bijzondere spatie ({code}), die niet als spatie telt"),
            format!("this line is indented with a special blank ({code}), which does not count as a blank"),
        );
    }
    Text::new(
        format!("hier staat een onzichtbaar of misleidend teken ({code})"),
        format!("an invisible or misleading character stands here ({code})"),
    )
}
