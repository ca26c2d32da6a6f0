//! What each argument takes. Arguments are known by their ids, as in the table of Dutch texts: `verb.argument`, or `.argument`
//! wherever it stands.

use std::path::Path;

use chrono::Datelike;

use super::typed::Typed;
use crate::casework::{Choice, KnownCase, Short};
use crate::cli::register::states::{STATES, state_words};
use crate::diagnostics::Lang;
use crate::docket::Docket;
use crate::letters::{Author, Kind};
use crate::rules::ALL;

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Cases,
    Steps,
    Regulations,
    Versions,
    /// A version only: of a regulation that has more than one its name does not say which.
    OneVersion,
    /// A key of `Counter::choices`.
    Words(&'static str),
    PartyRoles,
    Whom,
    Staff,
    Keys,
    Parties,
    Asked,
    Parts,
    Grounds,
    Letters,
    Years,
    Rules,
    States,
}

const OFFERS: &[(&str, Offer)] = &[
    (".case_id", Offer::Cases),
    (".case", Offer::Cases),
    (".unresolved", Offer::Cases),
    (".which_step", Offer::Steps),
    (".chosen_step", Offer::Steps),
    (".under", Offer::Regulations),
    (".only_regulation", Offer::Regulations),
    (".import_regulation", Offer::Regulations),
    (".closing_regulation", Offer::Regulations),
    (".of", Offer::Regulations),
    (".draft_of", Offer::Regulations),
    (".regulation", Offer::Versions),
    (".diff_old", Offer::Versions),
    (".diff_new", Offer::OneVersion),
    (".draft", Offer::OneVersion),
    (".came_by", Offer::Words("channel")),
    (".by_channel", Offer::Words("channel")),
    (".channel", Offer::Words("channel")),
    (".source", Offer::Words("source")),
    (".topic", Offer::Words("topic")),
    (".topics", Offer::Words("topic")),
    (".main_topic", Offer::Words("topic")),
    (".severity", Offer::Words("severity")),
    ("new.sealed", Offer::Words("sealed")),
    ("add.sealed", Offer::Words("sealed")),
    ("add.earlier", Offer::Cases),
    ("import.sealed", Offer::Words("sealed")),
    (".parties", Offer::PartyRoles),
    (".role", Offer::PartyRoles),
    ("import.party", Offer::PartyRoles),
    (".party", Offer::Parties),
    (".for_whom", Offer::Whom),
    (".dossier_for", Offer::Parties),
    (".of_party", Offer::Parties),
    (".handler", Offer::Staff),
    (".recorded_by", Offer::Staff),
    (".by", Offer::Keys),
    (".to", Offer::Keys),
    (".cc", Offer::Keys),
    (".with", Offer::Keys),
    (".reported_to", Offer::Keys),
    (".set", Offer::Asked),
    (".parts", Offer::Parts),
    (".waived", Offer::Grounds),
    (".kind", Offer::Letters),
    (".only_year", Offer::Years),
    (".year", Offer::Years),
    (".closing_year", Offer::Years),
    (".trial_year", Offer::Years),
    (".rule", Offer::Rules),
    (".state", Offer::States),
];

/// What the argument of a command takes, where that is known here.
pub fn offered(path: &str, arg: &str) -> Option<Offer> {
    let look = |key: String| OFFERS.iter().find(|(known, _)| *known == key).map(|(_, offer)| *offer);
    look(format!("{path}.{arg}")).or_else(|| look(format!(".{arg}")))
}

impl Offer {
    /// The values there are, with what each is.
    pub fn values(self, typed: &Typed, current: &str) -> Vec<(String, String)> {
        let (candidates, lang) = (&typed.candidates, typed.lang);
        let of = || typed.regulation();
        let of_step = |take: &dyn Fn(&crate::casework::Opened, &str) -> Vec<Choice>| {
            let opened = typed.opened();
            opened.zip(step(typed)).map(|(opened, step)| take(&opened, &step)).unwrap_or_default()
        };
        let choices = match self {
            Self::Cases => return cases(&candidates.cases(), current, lang),
            Self::Letters => return letters(typed),
            Self::Years => return years(typed),
            Self::Rules => {
                return ALL.iter().map(|rule| (rule.code.to_owned(), rule.summary(lang).to_owned())).collect();
            }
            Self::States => return STATES.iter().map(|word| ((*word).to_owned(), String::new())).collect(),
            Self::Steps => typed.opened().map(|opened| opened.steps(typed.short)).unwrap_or_default(),
            Self::Regulations => candidates.regulations(),
            Self::OneVersion => candidates.versions(),
            Self::Versions => [candidates.regulations(), candidates.versions()].concat(),
            Self::Words(key) => candidates.words(of().as_deref(), key),
            // Where the position is typed, all that a party can be: role, position and, of staff, who.
            Self::PartyRoles if current.contains(':') => candidates.parties(of().as_deref()),
            Self::PartyRoles => candidates.party_roles(of().as_deref()),
            Self::Whom => [candidates.acting_roles(of().as_deref()), candidates.staff(of().as_deref())].concat(),
            Self::Staff => candidates.staff(of().as_deref()),
            Self::Keys => typed.opened().map(|opened| opened.keys(candidates.today)).unwrap_or_default(),
            Self::Parties => typed.opened().map(|opened| opened.parties(candidates.today)).unwrap_or_default(),
            Self::Asked => of_step(&|opened, step| opened.asked(step, current)),
            Self::Parts => of_step(&|opened, step| opened.parts(step)),
            Self::Grounds => of_step(&|opened, step| opened.grounds(step)),
        };
        choices.into_iter().map(|choice| (choice.value, choice.name.in_(lang).to_owned())).collect()
    }
}

/// The step that was typed, or the only one that a short verb can mean.
fn step(typed: &Typed) -> Option<String> {
    let meant = |short: Short| {
        let steps = typed.opened()?.steps(Some(short));
        steps.into_iter().next().map(|step| step.value)
    };
    typed.step.clone().or_else(|| meant(typed.short?))
}

/// Cases with their regulation and where they stand. Before anything is typed only those on which something is to be done, if
/// there are any.
fn cases(known: &[KnownCase], current: &str, lang: Lang) -> Vec<(String, String)> {
    let open = known.iter().any(KnownCase::is_open);
    let wanted = known.iter().filter(|case| !current.is_empty() || !open || case.is_open());
    let about = |case: &KnownCase| {
        let state = case.state.map(|state| format!(", {}", state_words(state, lang)));
        format!("{}{}", case.regulation, state.unwrap_or_default())
    };
    wanted.map(|case| (case.id.clone(), about(case))).collect()
}

/// The kinds of letter that can be written now; all of them when the case is not known.
fn letters(typed: &Typed) -> Vec<(String, String)> {
    let lang = typed.lang;
    let kinds = possible(typed).unwrap_or_else(|| Kind::ALL.to_vec());
    kinds.into_iter().map(|kind| (kind.name(lang).to_owned(), kind.about().in_(lang).to_owned())).collect()
}

fn possible(typed: &Typed) -> Option<Vec<Kind>> {
    let dir: &Path = &typed.candidates.dir;
    let (workspace, file) = crate::casework::Workspace::open_case(dir, typed.case.as_deref()?).ok()?;
    let (version, history) = workspace.version(&file).ok()?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let discussed = workspace.context.discussed(&file.regulation);
    Some(Author::new(&docket, typed.lang, typed.candidates.today, &discussed).possible())
}

/// The years of which there are cases, the newest first.
fn years(typed: &Typed) -> Vec<(String, String)> {
    let mut years = typed.candidates.years(typed.regulation().as_deref());
    if years.is_empty() {
        years.push(typed.candidates.today.year());
    }
    years.into_iter().map(|year| (year.to_string(), String::new())).collect()
}
