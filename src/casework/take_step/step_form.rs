//! What a step still wants, found by replaying the case with the step as it was said so far: what it lacks then is what the
//! regulation demands, neither more nor less.

use chrono::NaiveDate;

use crate::case::{self, Case};
use crate::casework::prompt::{Choice, Prompt, Values};
use crate::casework::take_step::asked_data::{asked, parts, place};
use crate::casework::take_step::eligible::{handlers, parties_or_staff, receivers, staff, takers};
use crate::casework::take_step::written_step::{ATTEST, ATTEST_BY, CHANNEL, DAY, drafted, of_receipt, one};
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, HandlerFault, RECEIPT, ViolationKind};
use crate::naming;
use crate::regulation::{AskType, Each, People, Step, Version};
use crate::rules::Rule;
use crate::yaml::Route;

/// A step that somebody wants to take.
#[derive(Clone, Copy)]
pub struct StepForm<'a> {
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
pub(crate) struct DryRun<'a> {
    pub docket: &'a Docket<'a>,
    pub violations: Vec<ViolationKind>,
    pub on: NaiveDate,
}

impl<'a> StepForm<'a> {
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
    pub(crate) fn tried<T>(&self, values: &Values, look: impl FnOnce(&DryRun<'_>) -> T) -> Option<T> {
        let text = drafted(self.source, &self.version.regulation, values).ok()?;
        let case = case::read(&text).0?;
        let before = self.docket();
        let docket = Docket::replay(&case, self.version, self.people);
        let own = Route::root().key("log").index(case.log.len().checked_sub(1)?);
        let new = |kind: &ViolationKind, at: &Route| {
            let declared = matches!(kind, ViolationKind::NotAttested { .. } | ViolationKind::BadAttestation { .. });
            (declared && !knew(&before, kind)) || at.0.starts_with(&own.0)
        };
        let violations = docket.violations.iter().filter(|l| new(&l.kind, &l.at)).map(|l| l.kind.clone()).collect();
        let on = case.log.last().map_or(self.today, |e| e.on);
        Some(look(&DryRun { docket: &docket, violations, on }))
    }

    /// What the step still wants; in the order in which people say it.
    #[must_use]
    pub fn prompts(&self, values: &Values) -> Vec<Prompt> {
        if !values.contains_key("on") {
            let label = text!("op welke dag", "on which day");
            return vec![Prompt::words("on", label).of_kind(AskType::Date).only(vec![self.today.to_string()])];
        }
        let Some(step) = self.step(values) else { return self.correction(values) };
        let found = self.tried(values, |dry_run| {
            let mut prompts: Vec<Prompt> =
                dry_run.violations.iter().filter_map(|l| self.prompt(values, step, dry_run, l)).collect();
            prompts.extend(receivers(dry_run, step, values));
            prompts.extend(parts(dry_run, step, values));
            prompts.extend(self.passed_over(values, step, dry_run));
            prompts
        });
        let mut prompts = found.unwrap_or_default();
        prompts.sort_by_key(|w| place(&w.key, step));
        prompts
    }

    fn correction(&self, values: &Values) -> Vec<Prompt> {
        let mut prompts = Vec::new();
        if !values.contains_key("of") {
            let entry = |(n, e): (usize, &case::LogEntry)| {
                Choice::new((n + 1).to_string(), naming::same(format!("{} {}", e.on, e.step)))
            };
            let mut choices: Vec<Choice> = self.case.log.iter().enumerate().map(entry).collect();
            choices.push(Choice::new(RECEIPT, text!("de ontvangst", "the receipt")));
            prompts.push(Prompt::choice("of", text!("welke stap vervalt", "which entry is annulled"), choices));
        }
        prompts.extend(self.receipt(values));
        if !values.contains_key("by") {
            // A correction about oneself is nobody's to make.
            let able = self.tried(values, |dry_run| takers(self, values, dry_run));
            let mut choices = staff(self, self.today);
            choices.retain(|who| able.as_ref().is_none_or(|able| able.iter().any(|other| other.value == who.value)));
            prompts.push(self.as_me(Prompt::choice("by", label_by(), choices)));
        }
        if !values.contains_key("reason") {
            prompts.push(Prompt::words("reason", text!("waarom (zonder namen)", "why (without names)")));
        }
        prompts
    }

    /// What a correction of the receipt may put right. One of both must change; which one is for the person to say.
    fn receipt(&self, values: &Values) -> Vec<Prompt> {
        if !of_receipt(values) {
            return Vec::new();
        }
        let day =
            text!("de juiste dag van ontvangst (leeg: die klopt)", "the right date of receipt (empty: it is correct)");
        let by = text!("langs welk kanaal het binnenkwam", "by which channel it was received");
        let rules = &self.version.regulation;
        let others = rules.channels.iter().filter(|c| c.id != self.case.intake.channel);
        let others = others.map(|c| Choice::new(&c.id, rules.channel_name(&c.id)));
        let prompts = [
            Prompt::words(DAY, day).of_kind(AskType::Date).optional(),
            Prompt::choice(CHANNEL, by, others.collect()).optional(),
        ];
        let open =
            |prompt: &Prompt| !values.contains_key(&prompt.key) && (prompt.key == DAY || !prompt.choices.is_empty());
        prompts.into_iter().filter(open).collect()
    }

    /// The want behind one lack.
    fn prompt(&self, values: &Values, step: &Step, dry_run: &DryRun<'_>, violation: &ViolationKind) -> Option<Prompt> {
        match violation {
            ViolationKind::NoActor { .. } => {
                let prompt = Prompt::choice("by", label_by(), takers(self, values, dry_run));
                Some(if step.by_each.is_empty() { self.as_me(prompt) } else { prompt.several() })
            }
            ViolationKind::WrongHandler { why: HandlerFault::Missing, .. } => {
                let label = text!("wie de behandelaar wordt", "who becomes the handler");
                Some(Prompt::choice("handler", label, handlers(self, values, dry_run)))
            }
            ViolationKind::WrongChannel { channel: None, allowed, .. } => {
                let label = text!("langs welk kanaal", "by which channel");
                let name = |id: &String| Choice::new(id, self.version.regulation.channel_name(id));
                Some(Prompt::choice("channel", label, allowed.iter().map(name).collect()))
            }
            ViolationKind::DataMissing { key, kind, .. } => Some(self.datum(step, dry_run, key, *kind)),
            ViolationKind::Conflict { waivable: true, .. } if !values.contains_key("waiver") => {
                Some(Prompt::words("waiver", said(violation, dry_run)))
            }
            ViolationKind::Late { accounted: false, hard: true, .. }
            | ViolationKind::NoticeTooLate { .. }
            | ViolationKind::NoticeMissing { .. }
                if !values.contains_key("late") =>
            {
                let why = said(violation, dry_run);
                let label = text!(
                    "{why}; waarom zo laat (zonder namen)",
                    "{why}; the reason for being late (without names)",
                    why
                );
                Some(Prompt::words("late", label))
            }
            ViolationKind::NotAttested { attestation, .. } => Some(self.declaration(attestation)),
            ViolationKind::BadAttestation { attestation, .. } => self.declarer(values, dry_run, attestation),
            _ => None,
        }
    }

    /// The same want, certain when it may be the person at the keyboard.
    fn as_me(&self, prompt: Prompt) -> Prompt {
        match self.me.filter(|me| prompt.choices.iter().any(|c| c.value == *me)) {
            Some(me) => prompt.only(vec![me.to_owned()]),
            None => prompt,
        }
    }

    /// A datum that is missing.
    fn datum(&self, step: &Step, dry_run: &DryRun<'_>, key: &str, kind: AskType) -> Prompt {
        let label = naming::datum(&self.version.regulation, &step.id, key);
        if key == "recorded_by" {
            return self.as_me(Prompt::choice(key, label, staff(self, dry_run.on)));
        }
        if let Some(each) = &step.each
            && (key == "party" || matches!(each, Each::Items { key: k, .. } if k == key))
        {
            let open = dry_run.docket.progress.still_for(step, each);
            let named = open.into_iter().map(|v| parties_or_staff(dry_run.docket, v, dry_run.on)).collect();
            let prompt = Prompt::choice(key, label, named);
            return if key == "party" { prompt.several() } else { prompt };
        }
        match step.asks.iter().find(|a| a.key == key) {
            Some(ask) => asked(step, ask, label, dry_run),
            None => Prompt::words(key, label).of_kind(kind),
        }
    }

    /// What may be said too, and was not: put to somebody on a terminal, and never filled in by itself.
    fn passed_over(&self, values: &Values, step: &Step, dry_run: &DryRun<'_>) -> Vec<Prompt> {
        let demanded = |key: &str| {
            dry_run.violations.iter().any(|l| matches!(l, ViolationKind::DataMissing { key: k, .. } if k == key))
        };
        let free = step.asks.iter().filter(|a| !values.contains_key(&a.key) && !demanded(&a.key) && a.when.is_none());
        free.map(|a| asked(step, a, naming::datum(&self.version.regulation, &step.id, &a.key), dry_run).optional())
            .collect()
    }

    fn declaration(&self, id: &str) -> Prompt {
        let rule = self.version.regulation.attestations.iter().find(|a| a.id == id);
        let what = rule.map_or(id, |r| r.what.as_str());
        let label = text!("verklaring “{what}” ({id}): hoe weet u dat", "declaration “{what}” ({id}): how do you know");
        Prompt::words(&format!("{ATTEST}{id}"), label)
    }

    /// Who gives a declaration that whoever took the step may not give.
    fn declarer(&self, values: &Values, dry_run: &DryRun<'_>, id: &str) -> Option<Prompt> {
        let key = format!("{ATTEST_BY}{id}");
        let given = values.contains_key(&format!("{ATTEST}{id}")) && !values.contains_key(&key);
        let rule = self.version.regulation.attestations.iter().find(|a| a.id == id).filter(|_| given)?;
        let progress = &dry_run.docket.progress;
        let mut keys: Vec<&str> = rule
            .by
            .iter()
            .flat_map(|s| match progress.participants.parties(s) {
                parties if parties.is_empty() => progress.participants.persons(s, dry_run.on, progress.handler),
                parties => parties.into_iter().map(|p| p.key.as_str()).collect(),
            })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let choices = keys.into_iter().map(|k| parties_or_staff(dry_run.docket, k, dry_run.on)).collect();
        let label = text!("wie verklaart `{id}`", "who declares `{id}`");
        Some(self.as_me(Prompt::choice(&key, label, choices)))
    }
}

fn label_by() -> Text {
    text!("wie dit deed", "who did this")
}

/// What `check` would say.
fn said(violation: &ViolationKind, dry_run: &DryRun<'_>) -> Text {
    Rule::of(violation, dry_run.docket).1.message
}

/// Whether a lack of a declaration was there before.
fn knew(docket: &Docket<'_>, kind: &ViolationKind) -> bool {
    docket.violations.iter().any(|l| match (&l.kind, kind) {
        (
            ViolationKind::NotAttested { attestation: a, party },
            ViolationKind::NotAttested { attestation: b, party: other },
        ) => a == b && party == other,
        (
            ViolationKind::BadAttestation { attestation: a, by, .. },
            ViolationKind::BadAttestation { attestation: b, by: other, .. },
        ) => a == b && by == other,
        _ => false,
    })
}
