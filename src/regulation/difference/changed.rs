//! Sentences about what is different in a way that has no sentence of its own.

use super::Difference;
use crate::diagnostics::{Text, text};

impl Difference {
    /// What has changed, named as closely as the data allow.
    pub(super) fn changed(&self, name: &str) -> Text {
        let block = self.rule.block.as_str();
        if let Some((nl, en)) = whole(block, self.rule.id.is_some()).or_else(|| part(block)) {
            return Text::new(format!("{nl} gewijzigd."), format!("{en} has changed."));
        }
        match block {
            "terms" => text!("Hoe de termijn “{name}” loopt, is gewijzigd.", "How the term “{name}” runs has changed."),
            "gaps" => text!("Anders open gelaten: {name}", "Left open in another way: {name}"),
            block => {
                let (kind, name) = (kind(block), name.trim_end_matches('.'));
                text!("Gewijzigd: {kind} “{name}”.", "Changed: {kind} “{name}”.", kind)
            }
        }
    }
}

/// Blocks that are a rule by themselves, whose lists hold rules of their own.
fn whole(block: &str, listed: bool) -> Option<(&'static str, &'static str)> {
    Some(match (block, listed) {
        ("topics", false) => ("Hoeveel onderwerpen een klacht heeft, is", "How many topics a complaint has"),
        ("causes", false) => ("Bij welke stap de oorzaak bekend is, is", "At which step the cause is known"),
        ("severity", false) => ("Bij welke stap de ernst bekend is, is", "At which step the severity is known"),
        ("judgement", false) => ("Hoe het oordeel wordt gegeven, is", "How the judgement is given"),
        _ => return None,
    })
}

/// Blocks of which one sentence tells, whichever rule of theirs it is.
fn part(block: &str) -> Option<(&'static str, &'static str)> {
    Some(match block {
        "organisation" => (
            "De naam, de site of de aanspreekvorm van de organisatie is",
            "The name, the site or the form of address of the organisation",
        ),
        "calendar" => ("Welke dagen meetellen, is", "Which days count"),
        "intake" => ("Wat er gebeurt als iets ontbreekt, is", "What happens when something is missing"),
        "assignment.handler" => {
            ("Hoe wordt bepaald wie een klacht behandelt, is", "How it is decided who handles a complaint")
        }
        "assignment.exclude" => {
            ("Een regel over wie een klacht niet mag behandelen, is", "A rule on who may not handle a complaint")
        }
        "extensions" => ("Hoe wij uitstel melden, is", "How we give notice of an extension"),
        "satisfaction" => ("Wanneer wordt gevraagd of de uitkomst goed is, is", "When satisfaction is asked"),
        "measures" => ("Hoe wij maatregelen volgen, is", "How we follow measures"),
        "escalations" => {
            ("Welke termijn of welke stap bij het beroep hoort, is", "Which term or which step belongs to the appeal")
        }
        "confidentiality" => ("Waaruit blijkt dat wij zwijgen, is", "What shows that we keep silent"),
        "retention" => {
            ("De grond om klachten zonder einde te bewaren, is", "The ground for keeping complaints without end")
        }
        "reporting" => {
            ("Wat er in het verslag staat of hoe wij het bespreken, is", "What the report holds or how it is discussed")
        }
        "publication" => ("Wat er op de pagina's staat, is", "What the pages show"),
        _ => return None,
    })
}

/// What the rules of a block are called.
pub(super) fn kind(block: &str) -> Text {
    let (nl, en) = match block {
        "roles" => ("rol", "role"),
        "channels" => ("ingang", "way in"),
        "topics" => ("onderwerp", "topic"),
        "steps" => ("stap", "step"),
        "calendars" => ("kalender", "calendar"),
        "terms" => ("termijn", "term"),
        "extensions" => ("uitstel", "extension"),
        "escalations" => ("beroep", "appeal"),
        "attestations" => ("verklaring", "declaration"),
        "fields" => ("gegeven", "fact"),
        "causes" => ("oorzaak", "cause"),
        "severity" => ("ernst", "degree of severity"),
        "judgement" => ("oordeel", "judgement"),
        "statements" => ("zin voor de lezer", "sentence for the reader"),
        "documents" => ("document", "document"),
        "organisation.contact" => ("contactgegeven", "contact"),
        _ => ("regel", "rule"),
    };
    Text::new(nl, en)
}
