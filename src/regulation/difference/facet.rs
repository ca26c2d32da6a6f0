//! The parts of a rule that name steps, roles or terms, and the switches of a rule, with their words.

use crate::diagnostics::Text;

/// A part of a rule that names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of each stand in `about`, a line below")]
pub enum Facet {
    By,
    ByEach,
    With,
    To,
    Copy,
    ReportedTo,
    Also,
    After,
    AfterAny,
    Channels,
    Grounds,
    Form,
    Starts,
    Stops,
    Terms,
    BeyondWith,
    Body,
    Appellants,
    DestroyedBy,
    Holds,
    Silent,
    Access,
    Declarers,
    Per,
    Positions,
    HandledBy,
    OwnedBy,
    Excluded,
}

/// A switch of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// A step is never demanded.
    Optional,
    /// A step is not taken twice in a round.
    Once,
    /// A step is demanded anew after a re-opening.
    EachRound,
    /// A term may be extended.
    Extendable,
    /// The holders of a role hold no role of staff.
    Independent,
    /// The handler follows from the topic.
    ByTopic,
    /// Somebody who is excluded may after all, with a reason.
    Waivable,
}

impl Facet {
    /// What the part says, for the rule of this name.
    fn about(self, name: &str) -> Text {
        // What is declared is a sentence of its own.
        let name = name.trim_end_matches('.');
        let (nl, en) = match self {
            Self::By => (format!("Wie “{name}” doet"), format!("Who does “{name}”")),
            Self::ByEach => (format!("Wie allemaal “{name}” moeten doen"), format!("Who must all do “{name}”")),
            Self::With => (format!("Met wie bij “{name}” wordt overlegd"), format!("Who is consulted at “{name}”")),
            Self::To => (format!("Wie “{name}” krijgt"), format!("Who receives “{name}”")),
            Self::Copy => (format!("Wie een afschrift krijgt van “{name}”"), format!("Who gets a copy of “{name}”")),
            Self::ReportedTo => (format!("Aan wie “{name}” wordt gemeld"), format!("To whom “{name}” is reported")),
            Self::Also => (format!("Wie “{name}” ook mag krijgen"), format!("Who may also receive “{name}”")),
            Self::After => {
                (format!("Wat er voor “{name}” moet zijn gedaan"), format!("What must come before “{name}”"))
            }
            Self::AfterAny => (
                format!("Waarvan er één voor “{name}” moet zijn gedaan"),
                format!("Of which one must come before “{name}”"),
            ),
            Self::Channels => (format!("Langs welke weg “{name}” gaat"), format!("By which channel “{name}” goes")),
            Self::Grounds => {
                (format!("Waarom “{name}” mag worden weggelaten"), format!("Why “{name}” may be left out"))
            }
            Self::Form => (format!("Hoe “{name}” gaat"), format!("How “{name}” is done")),
            Self::Starts => {
                (format!("Waarmee de termijn “{name}” begint"), format!("With what the term “{name}” begins"))
            }
            Self::Stops => (format!("Wat de termijn “{name}” stopt"), format!("What stops the term “{name}”")),
            Self::Terms => {
                ("Welke termijnen uitstel kunnen krijgen".to_owned(), "Which terms can be extended".to_owned())
            }
            Self::BeyondWith => {
                ("Wat langer uitstel mogelijk maakt".to_owned(), "What permits a longer extension".to_owned())
            }
            Self::Body => ("Bij wie beroep kan".to_owned(), "To whom an appeal goes".to_owned()),
            Self::Appellants => ("Wie beroep kan instellen".to_owned(), "Who can appeal".to_owned()),
            Self::DestroyedBy => ("Wie een klacht vernietigt".to_owned(), "Who destroys a complaint".to_owned()),
            Self::Holds => ("Wat vernietiging tegenhoudt".to_owned(), "What holds destruction back".to_owned()),
            Self::Silent => ("Wie zwijgt over een klacht".to_owned(), "Who keeps silent about a complaint".to_owned()),
            Self::Access => ("Wie een klacht kan inzien".to_owned(), "Who can see a complaint".to_owned()),
            Self::Declarers => (format!("Wie verklaart: {name}"), format!("Who declares: {name}")),
            Self::Per => (format!("Hoe vaak wordt verklaard: {name}"), format!("How often it is declared: {name}")),
            Self::Positions => {
                (format!("Welke plaats “{name}” in een zaak kan hebben"), format!("What “{name}” can be in a case"))
            }
            Self::HandledBy => ("Wie een klacht kan behandelen".to_owned(), "Who can handle a complaint".to_owned()),
            Self::OwnedBy => ("Wie eigenaar is van een klacht".to_owned(), "Who owns a complaint".to_owned()),
            Self::Excluded => {
                ("Wie een klacht niet mag behandelen".to_owned(), "Who may not handle a complaint".to_owned())
            }
        };
        Text::new(nl, en)
    }

    /// Whether all of what is named counts, rather than one of it.
    fn all_count(self) -> bool {
        !matches!(self, Self::By | Self::AfterAny | Self::Form | Self::Stops | Self::Positions | Self::BeyondWith)
    }

    /// One of the things it names, in words.
    pub(super) fn named(self, word: &str, look: &dyn Fn(&str) -> String) -> Text {
        let known = fixed(word);
        if let Some((nl, en)) = known {
            return Text::new(nl, en);
        }
        let block = match self {
            Self::After | Self::AfterAny | Self::Starts | Self::Stops | Self::BeyondWith => "steps",
            Self::Terms => "terms",
            Self::Channels => "channels",
            Self::Grounds | Self::Form | Self::Holds | Self::Per => return Text::new(word, word),
            _ => "roles",
        };
        let name = format!("“{}”", look(&format!("{block}/{word}")));
        Text::new(name.clone(), name)
    }

    /// The sentence: what it was and what it becomes.
    pub(super) fn words(self, name: &str, from: &[Text], to: &[Text]) -> Text {
        let about = self.about(name);
        let none = Text::new("niet bepaald", "not specified");
        let list = |texts: &[Text]| {
            if texts.is_empty() {
                return none.clone();
            }
            let joined = |words: Vec<&str>, and: &str| match words.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
                _ => words.concat(),
            };
            let (nl, en) = if self.all_count() { ("en", "and") } else { ("of", "or") };
            Text::new(
                joined(texts.iter().map(|t| t.nl.as_str()).collect(), nl),
                joined(texts.iter().map(|t| t.en.as_str()).collect(), en),
            )
        };
        let (was, now) = (list(from), list(to));
        Text::new(
            format!("{}: was {}, wordt {}.", about.nl, was.nl, now.nl),
            format!("{}: was {}, becomes {}.", about.en, was.en, now.en),
        )
    }
}

/// Words of the file format that are no names of a regulation's own.
fn fixed(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "complainant" => ("de klager", "the complainant"),
        "respondent" => ("de beklaagde", "the respondent"),
        "involved" => ("een andere betrokkene", "another person involved"),
        "representative" => ("de vertegenwoordiger", "the representative"),
        "parties" => ("alle partijen", "all parties"),
        "handler" => ("de behandelaar", "the handler"),
        "owner" => ("de eigenaar van de klacht", "the owner of the case"),
        "anyone" => ("een medewerker", "a member of staff"),
        "received" => ("de ontvangst", "receipt"),
        "written" => ("schriftelijk", "in writing"),
        "oral" => ("mondeling", "orally"),
        "open-escalation" => ("een lopend beroep", "an appeal that is not over"),
        "open-measure" => ("een maatregel die nog niet is getoetst", "a measure that is not verified"),
        "open-satisfaction" => ("een vraag naar tevredenheid die nog moet", "satisfaction still to be asked"),
        "legal" => ("een rechtsvordering", "a legal claim"),
        "case" => ("bij elke klacht", "for each case"),
        "year" => ("elk jaar", "each year"),
        "holder" => ("door ieder die de rol heeft", "by each holder of the role"),
        _ => return None,
    })
}

impl Switch {
    /// The sentence.
    pub(super) fn words(self, name: &str, on: bool) -> Text {
        let (nl, en) = match (self, on) {
            (Self::Optional, true) => {
                (format!("“{name}” hoeft niet meer."), format!("“{name}” is no longer demanded."))
            }
            (Self::Optional, false) => (format!("“{name}” moet nu."), format!("“{name}” is now demanded.")),
            (Self::Once, true) => {
                (format!("“{name}” kan nu maar één keer."), format!("“{name}” can now be done only once."))
            }
            (Self::Once, false) => {
                (format!("“{name}” kan nu vaker."), format!("“{name}” can now be done more than once."))
            }
            (Self::EachRound, true) => (
                format!("“{name}” moet na heropening opnieuw."),
                format!("“{name}” must be done again after a re-opening."),
            ),
            (Self::EachRound, false) => (
                format!("“{name}” hoeft na heropening niet opnieuw."),
                format!("“{name}” need not be done again after a re-opening."),
            ),
            (Self::Extendable, true) => (
                format!("De termijn “{name}” kan nu worden verlengd."),
                format!("The term “{name}” can now be extended."),
            ),
            (Self::Extendable, false) => (
                format!("De termijn “{name}” kan niet meer worden verlengd."),
                format!("The term “{name}” can no longer be extended."),
            ),
            (Self::Independent, true) => (
                format!("“{name}” moet nu onafhankelijk zijn: zonder rol in de organisatie."),
                format!("“{name}” must now be independent: without a role in the organisation."),
            ),
            (Self::Independent, false) => (
                format!("“{name}” hoeft niet meer onafhankelijk te zijn."),
                format!("“{name}” need no longer be independent."),
            ),
            (Self::ByTopic, true) => (
                "Wie behandelt, hangt nu af van het onderwerp.".to_owned(),
                "Who handles now depends on the topic.".to_owned(),
            ),
            (Self::ByTopic, false) => (
                "Wie behandelt, hangt niet meer af van het onderwerp.".to_owned(),
                "Who handles no longer depends on the topic.".to_owned(),
            ),
            (Self::Waivable, true) => (
                "Wie is uitgesloten, mag nu toch, met een reden.".to_owned(),
                "Somebody who is excluded may now handle it after all, with a reason.".to_owned(),
            ),
            (Self::Waivable, false) => (
                "Wie is uitgesloten, mag ook met een reden niet meer.".to_owned(),
                "Somebody who is excluded may not handle it, not even with a reason.".to_owned(),
            ),
        };
        Text::new(nl, en)
    }
}
