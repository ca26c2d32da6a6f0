//! The parts of a rule that name steps, roles or terms, with their words.

use crate::diagnostics::{Text, text};

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
    Each,
    Parts,
    ReceivedBy,
    Sealed,
    Sources,
    Values,
    Carried,
    AssignedTo,
    NeedsParty,
    Asked,
    WayOut,
    Duty,
    ReportedBy,
    Milestone,
    Filled,
    Usual,
    Ordinary,
    AssignedAt,
    Reviewed,
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
            other => return other.about_more(name),
        };
        Text::new(nl, en)
    }

    /// The same for what a complaint is and for what comes at the end.
    fn about_more(self, name: &str) -> Text {
        let (nl, en) = match self {
            Self::Each => {
                (format!("Voor wie “{name}” telkens wordt gedaan"), format!("For whom “{name}” is done in turn"))
            }
            Self::Parts => (format!("Welke onderdelen “{name}” heeft"), format!("Which parts “{name}” has")),
            Self::ReceivedBy => {
                (format!("Bij wie een klacht via “{name}” binnenkomt"), format!("Who receives what comes by “{name}”"))
            }
            Self::Values => (format!("Waaruit bij “{name}” wordt gekozen"), format!("The choices for “{name}”")),
            Self::AssignedTo => {
                (format!("Wie het onderwerp “{name}” behandelt"), format!("Who handles the topic “{name}”"))
            }
            Self::NeedsParty => (
                format!("Wie bij het onderwerp “{name}” moet worden genoemd"),
                format!("Who must be named with the topic “{name}”"),
            ),
            Self::Sealed => ("Wat een klacht moet bevatten".to_owned(), "What a complaint must hold".to_owned()),
            Self::Sources => {
                ("Waar een klacht vandaan kan komen".to_owned(), "Where a complaint can come from".to_owned())
            }
            Self::Carried => {
                ("Wat bij elke stap wordt genoteerd".to_owned(), "What is noted with every step".to_owned())
            }
            Self::Asked => (
                "Aan wie wordt gevraagd of de uitkomst goed is".to_owned(),
                "Who is asked whether the outcome satisfies".to_owned(),
            ),
            Self::WayOut => ("Hoe beroep verloopt".to_owned(), "How an appeal goes".to_owned()),
            Self::Duty => ("Hoe wij op beroep wijzen".to_owned(), "How we point to the appeal".to_owned()),
            Self::ReportedBy => ("Wie het verslag maakt".to_owned(), "Who makes the report".to_owned()),
            other => return other.about_the_rest(name),
        };
        Text::new(nl, en)
    }

    fn about_the_rest(self, name: &str) -> Text {
        let (nl, en) = match self {
            Self::Milestone => return milestone(name),
            Self::Filled => ("Wie een klacht moet noemen", "Who must be named in a complaint"),
            Self::Usual => ("Wie gewoonlijk bij een klacht horen", "Who ordinarily belong to a complaint"),
            Self::Ordinary => ("Hoe ernstig een klacht gewoonlijk is", "How grave a complaint ordinarily is"),
            Self::AssignedAt => {
                ("Bij welke stap een klacht een behandelaar krijgt", "At which step a case gets a handler")
            }
            _ => ("Wanneer wij het bewaren opnieuw bekijken", "When keeping is looked at again"),
        };
        Text::new(nl, en)
    }

    /// Whether all of what is named counts, rather than one of it.
    fn all_count(self) -> bool {
        let one_of = [
            Self::By,
            Self::AfterAny,
            Self::Form,
            Self::Stops,
            Self::Positions,
            Self::BeyondWith,
            Self::Sources,
            Self::Values,
            Self::AssignedAt,
        ];
        !one_of.contains(&self)
    }

    /// One of the things it names, in words.
    pub(super) fn named(self, word: &str, look: &dyn Fn(&str) -> String) -> Text {
        let known = fixed(word);
        if let Some((nl, en)) = known {
            return Text::new(nl, en);
        }
        let block = match self {
            Self::Sealed => return datum(word),
            Self::After
            | Self::AfterAny
            | Self::Starts
            | Self::Stops
            | Self::BeyondWith
            | Self::WayOut
            | Self::Milestone
            | Self::AssignedAt => "steps",
            Self::Ordinary => "severity",
            Self::Terms => "terms",
            Self::Channels => "channels",
            Self::Grounds
            | Self::Form
            | Self::Holds
            | Self::Per
            | Self::Parts
            | Self::Sources
            | Self::Values
            | Self::Carried
            | Self::Reviewed
            | Self::Duty => return Text::new(word, word),
            _ => "roles",
        };
        let name = format!("“{}”", look(&format!("{block}/{word}")));
        Text::new(name.clone(), name)
    }

    /// The sentence: what it was and what it becomes.
    pub(super) fn words(self, name: &str, from: &[Text], to: &[Text]) -> Text {
        let about = self.about(name);
        let none = text!("niet bepaald", "not specified");
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
        text!("{about}: was {was}, wordt {now}.", "{about}: was {was}, becomes {now}.", about, was, now)
    }
}

/// What a milestone is called.
fn milestone(key: &str) -> Text {
    let (nl, en) = match key {
        "registration" => ("de registratie", "the registration"),
        "acknowledgement" => ("de ontvangstbevestiging", "the acknowledgement"),
        "hearing" => ("het horen", "the hearing"),
        "judgement" => ("het oordeel", "the judgement"),
        "outcome" => ("het meedelen van de uitkomst", "telling the outcome"),
        "resolved" => ("de oplossing", "the solution"),
        _ => ("de afsluiting", "the closing"),
    };
    Text::new(format!("Welke stap telt als {nl}"), format!("Which step counts as {en}"))
}

/// What the sealed part holds, in words.
fn datum(word: &str) -> Text {
    let (nl, en) = match word {
        "name" => ("de naam", "the name"),
        "address" => ("het adres", "the address"),
        "city" => ("de woonplaats", "the town"),
        "email" => ("het e-mailadres", "the e-mail address"),
        "phone" => ("het telefoonnummer", "the telephone number"),
        "narrative" => ("het verhaal", "the story"),
        "signature" => ("de handtekening", "the signature"),
        other => (other, other),
    };
    Text::new(nl, en)
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
        "refer" => ("een verwijzing", "a referral"),
        "inform" => ("een mededeling", "a notice"),
        "on-request" => ("alleen op verzoek", "only on request"),
        "no-duty" => ("niet", "not at all"),
        "case" => ("bij elke klacht", "for each case"),
        "year" => ("elk jaar", "each year"),
        "holder" => ("door ieder die de rol heeft", "by each holder of the role"),
        _ => return None,
    })
}
