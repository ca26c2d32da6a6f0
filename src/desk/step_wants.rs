//! What a step still wants, found by replaying the case with the step as it was said so far: what it lacks then is what the
//! regulation demands, neither more nor less.

use chrono::NaiveDate;

use super::asked::{asked, parts, place};
use super::people_choices::{handlers, parties_or_staff, receivers, staff, takers};
use super::taking::{ATTEST, ATTEST_BY, CHANNEL, DAY, drafted, of_receipt, one};
use super::want::{Choice, Values, Want};
use crate::case::{self, Case};
use crate::diagnostics::Text;
use crate::docket::{Docket, HandlerFault, LackKind, RECEIPT};
use crate::regulation::{AskType, Each, People, Step, Version};
use crate::rules::{naming, of_lack};
use crate::yaml::Route;

/// A step that somebody wants to take.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// The file as it is.
    pub source: &'a str,
    /// The case in it.
    pub case: &'a Case,
    /// What it is judged by.
    pub version: &'a Version,
    /// Who is who.
    pub people: &'a People,
    /// The person at the keyboard, when known.
    pub me: Option<&'a str>,
    /// The day on which it is done, when nobody says otherwise.
    pub today: NaiveDate,
}

/// The case as it would be, and its lacks that the new entry brings.
pub(super) struct Trial<'a> {
    pub docket: &'a Docket<'a>,
    pub lacks: Vec<LackKind>,
    pub on: NaiveDate,
}

impl<'a> Table<'a> {
    /// The case as it stands, replayed.
    #[must_use]
    pub fn docket(&self) -> Docket<'a> {
        Docket::replay(self.case, self.version, self.people)
    }

    /// The step that was named.
    #[must_use]
    pub fn step(&self, values: &Values) -> Option<&'a Step> {
        one(values, "step").and_then(|id| self.version.regulation.step(id))
    }

    /// Looks at the case with the entry as it was said so far; nothing when it cannot be read like that.
    pub(super) fn tried<T>(&self, values: &Values, look: impl FnOnce(&Trial<'_>) -> T) -> Option<T> {
        let text = drafted(self.source, &self.version.regulation, values).ok()?;
        let case = case::read(&text).0?;
        let before = self.docket();
        let docket = Docket::replay(&case, self.version, self.people);
        let own = Route::root().key("log").index(case.log.len().checked_sub(1)?);
        let new = |kind: &LackKind, at: &Route| {
            let declared = matches!(kind, LackKind::NotAttested { .. } | LackKind::BadAttestation { .. });
            (declared && !knew(&before, kind)) || at.0.starts_with(&own.0)
        };
        let lacks = docket.lacks.iter().filter(|l| new(&l.kind, &l.at)).map(|l| l.kind.clone()).collect();
        let on = case.log.last().map_or(self.today, |e| e.on);
        Some(look(&Trial { docket: &docket, lacks, on }))
    }

    /// What the step still wants; in the order in which people say it.
    #[must_use]
    pub fn wants(&self, values: &Values) -> Vec<Want> {
        if !values.contains_key("on") {
            let label = Text::new("op welke dag", "on which day");
            return vec![Want::words("on", label).of_kind(AskType::Date).only(vec![self.today.to_string()])];
        }
        let Some(step) = self.step(values) else { return self.correction(values) };
        let found = self.tried(values, |trial| {
            let mut wants: Vec<Want> = trial.lacks.iter().filter_map(|l| self.want(values, step, trial, l)).collect();
            wants.extend(receivers(trial, step, values));
            wants.extend(parts(trial, step, values));
            wants.extend(self.passed_over(values, step, trial));
            wants
        });
        let mut wants = found.unwrap_or_default();
        wants.sort_by_key(|w| place(&w.key, step));
        wants
    }

    fn correction(&self, values: &Values) -> Vec<Want> {
        let mut wants = Vec::new();
        if !values.contains_key("of") {
            let entry = |(n, e): (usize, &case::LogEntry)| {
                Choice::new((n + 1).to_string(), naming::same(format!("{} {}", e.on, e.step)))
            };
            let mut choices: Vec<Choice> = self.case.log.iter().enumerate().map(entry).collect();
            choices.push(Choice::new(RECEIPT, Text::new("de ontvangst", "the receipt")));
            wants.push(Want::choice("of", Text::new("welke stap vervalt", "which entry is annulled"), choices));
        }
        wants.extend(self.receipt(values));
        if !values.contains_key("by") {
            wants.push(self.as_me(Want::choice("by", label_by(), staff(self, self.today))));
        }
        if !values.contains_key("reason") {
            wants.push(Want::words("reason", Text::new("waarom", "why")));
        }
        wants
    }

    /// What a correction of the receipt may put right. One of both must change; which one is for the person to say.
    fn receipt(&self, values: &Values) -> Vec<Want> {
        if !of_receipt(values) {
            return Vec::new();
        }
        let day = Text::new(
            "de juiste dag van ontvangst (leeg: die klopt)",
            "the right day of receipt (empty: it is right as it is)",
        );
        let by = Text::new("langs welk kanaal het binnenkwam", "by which channel it came in");
        let rules = &self.version.regulation;
        let others = rules.channels.iter().filter(|c| c.id != self.case.intake.channel);
        let others = others.map(|c| Choice::new(&c.id, rules.channel_name(&c.id)));
        let wants = [
            Want::words(DAY, day).of_kind(AskType::Date).optional(),
            Want::choice(CHANNEL, by, others.collect()).optional(),
        ];
        let open = |want: &Want| !values.contains_key(&want.key) && (want.key == DAY || !want.choices.is_empty());
        wants.into_iter().filter(open).collect()
    }

    /// The want behind one lack.
    fn want(&self, values: &Values, step: &Step, trial: &Trial<'_>, lack: &LackKind) -> Option<Want> {
        match lack {
            LackKind::NoActor { .. } => {
                let want = Want::choice("by", label_by(), takers(self, values, trial));
                Some(if step.by_each.is_empty() { self.as_me(want) } else { want.several() })
            }
            LackKind::WrongHandler { why: HandlerFault::Missing, .. } => {
                let label = Text::new("wie de behandelaar wordt", "who becomes the handler");
                Some(Want::choice("handler", label, handlers(self, values, trial)))
            }
            LackKind::WrongChannel { channel: None, allowed, .. } => {
                let label = Text::new("langs welk kanaal", "by which channel");
                let name = |id: &String| Choice::new(id, self.version.regulation.channel_name(id));
                Some(Want::choice("channel", label, allowed.iter().map(name).collect()))
            }
            LackKind::DataMissing { key, kind, .. } => Some(self.datum(step, trial, key, *kind)),
            LackKind::Conflict { waivable: true, .. } if !values.contains_key("waiver") => {
                Some(Want::words("waiver", said(lack, trial)))
            }
            LackKind::Late { accounted: false, hard: true, .. }
            | LackKind::NoticeTooLate { .. }
            | LackKind::NoticeMissing { .. }
                if !values.contains_key("late") =>
            {
                let why = said(lack, trial);
                let label =
                    Text::new(format!("{}; waarom zo laat", why.nl), format!("{}; the reason for being late", why.en));
                Some(Want::words("late", label))
            }
            LackKind::NotAttested { attestation } => Some(self.declaration(attestation)),
            LackKind::BadAttestation { attestation, .. } => self.declarer(values, trial, attestation),
            _ => None,
        }
    }

    /// The same want, certain when it may be the person at the keyboard.
    fn as_me(&self, want: Want) -> Want {
        match self.me.filter(|me| want.choices.iter().any(|c| c.value == *me)) {
            Some(me) => want.only(vec![me.to_owned()]),
            None => want,
        }
    }

    /// A datum that is missing.
    fn datum(&self, step: &Step, trial: &Trial<'_>, key: &str, kind: AskType) -> Want {
        let label = naming::datum(&self.version.regulation, &step.id, key);
        if key == "recorded_by" {
            return self.as_me(Want::choice(key, label, staff(self, trial.on)));
        }
        if let Some(each) = &step.each
            && (key == "party" || matches!(each, Each::Items { key: k, .. } if k == key))
        {
            let open = trial.docket.progress.still_for(step, each);
            let named = open.into_iter().map(|v| parties_or_staff(trial.docket, v, trial.on)).collect();
            let want = Want::choice(key, label, named);
            return if key == "party" { want.several() } else { want };
        }
        match step.asks.iter().find(|a| a.key == key) {
            Some(ask) => asked(step, ask, label, trial),
            None => Want::words(key, label).of_kind(kind),
        }
    }

    /// What may be said too, and was not: put to somebody on a terminal, and never filled in by itself.
    fn passed_over(&self, values: &Values, step: &Step, trial: &Trial<'_>) -> Vec<Want> {
        let demanded =
            |key: &str| trial.lacks.iter().any(|l| matches!(l, LackKind::DataMissing { key: k, .. } if k == key));
        let free = step.asks.iter().filter(|a| !values.contains_key(&a.key) && !demanded(&a.key) && a.when.is_none());
        free.map(|a| asked(step, a, naming::datum(&self.version.regulation, &step.id, &a.key), trial).optional())
            .collect()
    }

    fn declaration(&self, id: &str) -> Want {
        let rule = self.version.regulation.attestations.iter().find(|a| a.id == id);
        let what = rule.map_or(id, |r| r.what.as_str());
        let label = Text::new(
            format!("verklaring “{what}” ({id}): hoe weet u dat"),
            format!("declaration “{what}” ({id}): how do you know"),
        );
        Want::words(&format!("{ATTEST}{id}"), label)
    }

    /// Who gives a declaration that whoever took the step may not give.
    fn declarer(&self, values: &Values, trial: &Trial<'_>, id: &str) -> Option<Want> {
        let key = format!("{ATTEST_BY}{id}");
        let given = values.contains_key(&format!("{ATTEST}{id}")) && !values.contains_key(&key);
        let rule = self.version.regulation.attestations.iter().find(|a| a.id == id).filter(|_| given)?;
        let progress = &trial.docket.progress;
        let mut keys: Vec<&str> = rule
            .by
            .iter()
            .flat_map(|s| match progress.cast.parties(s) {
                parties if parties.is_empty() => progress.cast.persons(s, trial.on, progress.handler),
                parties => parties.into_iter().map(|p| p.key.as_str()).collect(),
            })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let choices = keys.into_iter().map(|k| parties_or_staff(trial.docket, k, trial.on)).collect();
        let label = Text::new(format!("wie verklaart `{id}`"), format!("who declares `{id}`"));
        Some(self.as_me(Want::choice(&key, label, choices)))
    }
}

fn label_by() -> Text {
    Text::new("wie dit deed", "who did this")
}

/// What `check` would say.
fn said(lack: &LackKind, trial: &Trial<'_>) -> Text {
    of_lack(lack, trial.docket).map_or_else(|| Text::new("", ""), |(_, said)| said.message)
}

/// Whether a lack of a declaration was there before.
fn knew(docket: &Docket<'_>, kind: &LackKind) -> bool {
    docket.lacks.iter().any(|l| match (&l.kind, kind) {
        (LackKind::NotAttested { attestation: a }, LackKind::NotAttested { attestation: b }) => a == b,
        (
            LackKind::BadAttestation { attestation: a, by, .. },
            LackKind::BadAttestation { attestation: b, by: other, .. },
        ) => a == b && by == other,
        _ => false,
    })
}
