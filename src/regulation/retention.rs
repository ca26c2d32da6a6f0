//! What is kept and declared: confidentiality, retention and destruction, reports, attestations.

use chrono::NaiveDate;

use super::shared::shared;
use crate::calendar::Duration;
use crate::regulation::roles::Selector;
use crate::yaml::{group, words};

group! {
    /// Confidentiality.
    pub struct Confidentiality = "confidentiality" {
        may secrecy: Vec<Secrecy>, "geheimhouding", "secrecy";
        may access: Option<Access>, "toegang", "access";
        ..quote;
        ..note;
    }
}

group! {
    /// Who keeps silent.
    pub struct Secrecy = "secrecy" {
        must who: Vec<Selector>, "wie zwijgt", "who keeps silent";
        /// An attestation.
        may attestation: Option<String> as Id, "waaruit dat blijkt", "what shows it";
        ..quoted;
    }
}

group! {
    /// Who may write to, and read, a case.
    pub struct Access = "access" {
        may roles: Vec<String> as IDS, "rollen", "roles";
        may parties: Vec<Selector>, "partijen", "parties";
        may max_persons: Option<usize>, "hoogstens zoveel personen", "at most so many persons";
        ..quoted;
    }
}

words! {
    /// How long a case is kept.
    pub enum Regime {
        /// For ever.
        Indefinite = "indefinite",
        /// Until a step is taken.
        OnEvent = "on-event",
        /// Until the report was discussed.
        AfterReport = "after-report",
        /// So long after a step.
        AfterTerm = "after-term",
        /// The text does not say.
        Unregulated = "unregulated",
    }
}

words! {
    /// What stops destruction.
    #[derive(PartialOrd, Ord)]
    pub enum Hold {
        /// The external body is still busy.
        OpenEscalation = "open-escalation",
        /// A measure is not verified.
        OpenMeasure = "open-measure",
        /// Satisfaction is still to be asked.
        OpenSatisfaction = "open-satisfaction",
        /// A legal claim.
        Legal = "legal",
    }
}

words! {
    /// What a destroyed case leaves.
    #[derive(Default)]
    pub enum Disposition {
        /// A tally row.
        #[default]
        Tally = "tally",
        /// Nothing.
        Nothing = "nothing",
    }
}

group! {
    /// Retention and destruction.
    pub struct Retention = "retention" {
        must regime: Regime, "hoe bewaard wordt", "how it is kept";
        /// For `on-event`.
        may event: Option<String> as Id, "tot deze stap", "until this step";
        ..when;
        /// For `after-term`.
        may from: Vec<String> as IDS,
            "geteld vanaf de laatste van deze stappen", "counted from the last of these steps";
        /// For `after-term`.
        may keep: Option<Duration>, "hoe lang", "how long";
        may within: Option<Duration>, "hoe snel daarna vernietigd", "how soon destroyed after that";
        may by: Option<Selector>, "door wie", "by whom";
        may leaves: Disposition, "wat blijft", "what remains";
        may holds: Vec<Hold>, "wat vernietiging tegenhoudt", "what stops destruction";
        /// AVG art. 5, first paragraph, under e.
        may basis: Option<String>, "waarom voor altijd", "why for ever";
        may review_on: Option<NaiveDate>, "wanneer opnieuw bekeken", "when it is looked at again";
        may documents: Option<String> as OneOf(&["kept"]), "documenten even lang", "documents as long";
        ..quote;
        ..note;
    }
}

group! {
    /// The periodic report (ISO 10002, 8.2 and 8.6).
    pub struct Reporting = "reporting" {
        must by: Selector, "door wie", "by whom";
        must every: Duration, "minstens eens per", "at least once in";
        may parts: Vec<String> as IDS, "onderdelen", "parts";
        may discussion: Option<Discussion>, "bespreking", "discussion";
        /// Each with a rhythm of its own.
        may further: Vec<FurtherReport>, "verdere verslagen", "further reports";
        ..quoted;
        ..note;
    }
}

group! {
    /// A report beside the periodic one: each quarter to the management, say, beside the annual one.
    pub struct FurtherReport = "further report" {
        ..id;
        must by: Selector, "door wie", "by whom";
        must every: Duration, "minstens eens per", "at least once in";
        may parts: Vec<String> as IDS, "onderdelen", "parts";
        ..quoted;
    }
}

group! {
    /// The discussion of the report.
    pub struct Discussion = "discussion" {
        /// Absent: each report is discussed before the next one.
        may every: Option<Duration>, "minstens eens per", "at least once in";
        /// Who calls it.
        must by: Selector, "door wie", "by whom";
        /// Whether that is recorded.
        may attendees: Option<String> as OneOf(&["required"]), "wie erbij waren", "who was there";
        /// On the recommendations.
        may decision: Option<Decision>, "besluit", "decision";
        ..quoted;
    }
}

group! {
    /// A decision by management.
    pub struct Decision = "decision" {
        must by: Selector, "door wie", "by whom";
        may optional: bool, "mag vervallen", "may be left out";
    }
}

words! {
    /// For what an attestation is given.
    pub enum Per {
        /// Each case.
        Case = "case",
        /// Each year.
        Year = "year",
        /// Each holder of a role.
        Holder = "holder",
    }
}

group! {
    /// Conduct that no file can prove, and who declares it.
    pub struct Attestation = "attestation" {
        ..id;
        must what: String, "wat verklaard wordt", "what is declared";
        must by: Vec<Selector>, "door wie", "by whom";
        must per: Per, "hoe vaak", "how often";
        /// Per holder.
        may holder: Option<String> as Id, "van welke rol", "of which role";
        /// By then, in a case.
        may at: Option<String> as Id, "`closing` of een stap", "`closing` or a step";
        ..when;
        ..quoted;
        ..note;
    }
}
