//! What there is to name in a register, for whoever types: quick, silent about what is wrong, and no more than a suggestion.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use chrono::NaiveDate;
use walkdir::WalkDir;

use crate::case::CaseId;
use crate::casework::case_index::{CaseIndex, Row};
use crate::casework::new_case::party::party_choices;
use crate::casework::new_case::questions::Counter;
use crate::casework::open_case::workspace::{CaseFile, Workspace, register_at};
use crate::casework::prompt::Choice;
use crate::casework::take_step::asked_data::value_name;
use crate::casework::take_step::eligible::parties_or_staff;
use crate::casework::take_step::short_verb::{Short, step_choices};
use crate::context::Context;
use crate::diagnostics::Text;
use crate::docket::{Docket, State};
use crate::paths::{CasePlace, case_name};
use crate::register::Snapshot;
use crate::regulation::{Ask, Regulation, RoleKind};

/// A case by its name on disk, with what an earlier run knew of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCase {
    /// Its id.
    pub id: String,
    /// The regulation it stands under.
    pub regulation: String,
    /// Where it stood; nothing when nobody looked since it came.
    pub state: Option<State>,
    /// The day of what is to be done first.
    pub due: Option<NaiveDate>,
}

impl KnownCase {
    /// Whether something may still be done on it: also when nobody looked yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_none_or(|state| matches!(state, State::Report | State::Open | State::Escalated | State::Ruled))
    }
}

/// A register to choose from.
#[derive(Debug, Clone)]
pub struct Candidates {
    /// Its folder, or one inside it.
    pub dir: PathBuf,
    /// The day by which a regulation is in force.
    pub today: NaiveDate,
}

impl Candidates {
    /// The register at or above a folder, by the day that was asked for, the one on which it stands still, or today.
    #[must_use]
    pub fn at(dir: PathBuf, asked: Option<NaiveDate>, clock: NaiveDate) -> Self {
        let files = || register_at(&dir).ok()?.work_tree().ok();
        let stands_on = || Context::read_settings_only(&files()?).ok()?.settings.stands_on;
        let today = asked.or_else(stands_on).unwrap_or(clock);
        Self { dir, today }
    }

    /// The cases, those to be handled first in the order of their days, then the others. Names on disk are always
    /// there; what is said of them comes from the overview that an earlier run kept.
    #[must_use]
    pub fn cases(&self) -> Vec<KnownCase> {
        let Ok(register) = register_at(&self.dir) else { return Vec::new() };
        let Ok(files) = register.work_tree() else { return Vec::new() };
        let kept = register.git_dir();
        let (listing, case_index) = rayon::join(|| files.list("cases"), || CaseIndex::remembered(kept?));
        let rows = case_index.as_ref().map(CaseIndex::rows).unwrap_or_default();
        let known: HashMap<&str, &Row<&str>> = rows.iter().map(|row| (row.path, row)).collect();
        let listed = listing.map(|listing| listing.files).unwrap_or_default();
        let mut cases: Vec<KnownCase> = listed.iter().filter_map(|file| known_case(&file.path, &known)).collect();
        cases.sort_by(|a, b| {
            let urgency = |case: &KnownCase| (!case.is_open(), case.due.unwrap_or(NaiveDate::MAX));
            // Of equals the newest: an id begins with its year.
            urgency(a).cmp(&urgency(b)).then_with(|| b.id[..3].cmp(&a.id[..3])).then_with(|| a.id.cmp(&b.id))
        });
        cases
    }

    /// The years of which there are cases, the newest first.
    #[must_use]
    pub fn years(&self, regulation: Option<&str>) -> Vec<i32> {
        let Ok(register) = register_at(&self.dir) else { return Vec::new() };
        let folders = WalkDir::new(register.root().unwrap_or(&self.dir).join("cases")).min_depth(2).max_depth(2);
        let years = folders.into_iter().filter_map(Result::ok).filter_map(|entry| {
            let of = entry.path().parent()?.file_name()?.to_str()?;
            let year = entry.file_name().to_str()?.parse().ok()?;
            regulation.is_none_or(|id| id == of).then_some(year)
        });
        years.collect::<BTreeSet<i32>>().into_iter().rev().collect()
    }

    /// The regulations with their titles.
    #[must_use]
    pub fn regulations(&self) -> Vec<Choice> {
        self.each(None, |regulation, _, id| vec![Choice::new(id, regulation.titled())])
    }

    /// The versions of the regulations, as `regulation/valid-from`.
    #[must_use]
    pub fn versions(&self) -> Vec<Choice> {
        let Ok(workspace) = Workspace::open(&self.dir, None) else { return Vec::new() };
        let all = workspace.context.policy.histories.iter();
        let versions =
            all.flat_map(|(id, history)| history.versions.iter().map(move |(day, version)| (id, day, version)));
        versions.map(|(id, day, v)| Choice::new(format!("{id}/{day}"), v.regulation.titled())).collect()
    }

    /// What the regulations know for a key of [`Counter::choices`]: of one regulation, or of all.
    #[must_use]
    pub fn words(&self, regulation: Option<&str>, key: &str) -> Vec<Choice> {
        self.each(regulation, |rules, workspace, id| {
            let Some(history) = workspace.context.policy.histories.get(id) else { return Vec::new() };
            let counter = Counter { regulation: rules, id, people: &history.people, received: self.today };
            counter.choices(key)
        })
    }

    /// Every party that there can be, as `role:position` and, of staff, `role:position=person`.
    #[must_use]
    pub fn parties(&self, regulation: Option<&str>) -> Vec<Choice> {
        self.each(regulation, |rules, workspace, id| {
            let Some(history) = workspace.context.policy.histories.get(id) else { return Vec::new() };
            let counter = Counter { regulation: rules, id, people: &history.people, received: self.today };
            party_choices(&counter, None, None)
        })
    }

    /// The roles that a party may have.
    #[must_use]
    pub fn party_roles(&self, regulation: Option<&str>) -> Vec<Choice> {
        self.each(regulation, |rules, _, _| {
            let roles = rules.roles.iter().filter(|role| !role.positions.is_empty());
            roles.map(|role| Choice::new(&role.id, rules.role_name(&role.id))).collect()
        })
    }

    /// The roles of staff and of others who act.
    #[must_use]
    pub fn acting_roles(&self, regulation: Option<&str>) -> Vec<Choice> {
        self.each(regulation, |rules, _, _| {
            let roles = rules.roles.iter().filter(|role| role.kind == RoleKind::Staff || role.positions.is_empty());
            roles.map(|role| Choice::new(&role.id, rules.role_name(&role.id))).collect()
        })
    }

    /// The keys of the members of staff, with the roles they hold: no names, for there are none in a register.
    #[must_use]
    pub fn staff(&self, regulation: Option<&str>) -> Vec<Choice> {
        self.each(regulation, |rules, workspace, id| {
            let persons =
                workspace.context.policy.histories.get(id).map(|d| d.people.persons.as_slice()).unwrap_or_default();
            persons
                .iter()
                .map(|p| Choice::new(&p.key, rules.roles_names(&p.roles.iter().collect::<Vec<_>>())))
                .collect()
        })
    }

    /// One case with what it is judged by.
    #[must_use]
    pub fn open(&self, id: &str) -> Option<Opened> {
        let (workspace, file) = Workspace::open_case(&self.dir, id).ok()?;
        Some(Opened { workspace, file })
    }

    /// Something of the version in force of one regulation or of each, every value once.
    fn each(&self, wanted: Option<&str>, take: impl Fn(&Regulation, &Workspace, &str) -> Vec<Choice>) -> Vec<Choice> {
        let Ok(workspace) = Workspace::open(&self.dir, wanted) else { return Vec::new() };
        let mut told = BTreeSet::new();
        let mut all = Vec::new();
        for (id, history) in &workspace.context.policy.histories {
            let newest = || history.versions.values().next_back();
            let Some(version) = workspace.in_force(id, self.today).ok().map(|(v, _)| v).or_else(newest) else {
                continue;
            };
            all.extend(take(&version.regulation, &workspace, id));
        }
        all.retain(|choice: &Choice| told.insert(choice.value.clone()));
        all
    }
}

/// A case taken up to see what can be said of it.
pub struct Opened {
    workspace: Workspace,
    file: CaseFile,
}

impl Opened {
    /// Looks at the case replayed.
    fn look<T: Default>(&self, take: impl Fn(&Docket<'_>) -> T) -> T {
        let Ok((version, history)) = self.workspace.version(&self.file) else { return T::default() };
        take(&Docket::replay(&self.file.case, version, &history.people))
    }

    /// The regulation that the case stands under.
    #[must_use]
    pub fn regulation(&self) -> &str {
        &self.file.regulation
    }

    /// The steps that can be taken now, of a short verb or of all; when none can, those that there are.
    #[must_use]
    pub fn steps(&self, short: Option<Short>) -> Vec<Choice> {
        self.look(|docket| {
            let regulation = &docket.version.regulation;
            let meant = short.map(|short| short.steps_of(docket));
            let of_verb = |id: &String| meant.as_ref().is_none_or(|steps| steps.contains(id));
            let possible = docket.possible();
            let ids = |open: bool| -> Vec<String> {
                let fitting = possible.iter().filter(|p| !open || p.obstacles.is_empty());
                fitting.map(|p| p.step.id.clone()).filter(|id| of_verb(id)).collect()
            };
            let now = ids(true);
            step_choices(regulation, &if now.is_empty() { ids(false) } else { now })
        })
    }

    /// The parties of the case and the members of staff, by key.
    #[must_use]
    pub fn keys(&self, today: NaiveDate) -> Vec<Choice> {
        self.look(|docket| {
            let parties = docket.case().parties.iter().map(|party| party.key.as_str());
            let staff = docket.progress.participants.people.persons.iter().map(|person| person.key.as_str());
            parties.chain(staff).map(|key| parties_or_staff(docket, key, today)).collect()
        })
    }

    /// The keys of the parties.
    #[must_use]
    pub fn parties(&self, today: NaiveDate) -> Vec<Choice> {
        self.look(|docket| {
            let parties = docket.case().parties.iter();
            parties.map(|party| parties_or_staff(docket, &party.key, today)).collect()
        })
    }

    /// What a step asks, as `key=` or, once the key is there, as `key=value`.
    #[must_use]
    pub fn asked(&self, step: &str, typed: &str) -> Vec<Choice> {
        self.look(|docket| {
            let regulation = &docket.version.regulation;
            let asks = regulation.step(step).map(|s| s.asks.as_slice()).unwrap_or_default();
            let Some((key, _)) = typed.split_once('=') else {
                let label = |a: &Ask| regulation.named(&format!("steps/{step}/{}", a.key), a.label());
                return asks.iter().map(|a| Choice::new(format!("{}=", a.key), label(a))).collect();
            };
            let named = |ask: &Ask| -> Vec<Choice> {
                let values = docket.progress.values_of(ask.kind, &ask.values);
                let name = |value: &String| regulation.step(step).map(|s| value_name(docket, s, ask, value));
                values.iter().filter_map(|value| Some(Choice::new(format!("{key}={value}"), name(value)?))).collect()
            };
            asks.iter().filter(|ask| ask.key == key).flat_map(named).collect()
        })
    }

    /// The parts of a step.
    #[must_use]
    pub fn parts(&self, step: &str) -> Vec<Choice> {
        self.of_step(step, |step| step.parts.clone())
    }

    /// The grounds on which a step may be left out.
    #[must_use]
    pub fn grounds(&self, step: &str) -> Vec<Choice> {
        self.of_step(step, crate::regulation::Step::grounds)
    }

    fn of_step(&self, step: &str, take: impl Fn(&crate::regulation::Step) -> Vec<String>) -> Vec<Choice> {
        self.look(|docket| {
            let values = docket.version.regulation.step(step).map(&take).unwrap_or_default();
            values.iter().map(|value| Choice::new(value, Text::new(value.as_str(), value.as_str()))).collect()
        })
    }
}

/// A case by the path of its file, `cases/<regulation>/<year>/<month>/<ID>.md`, with what is known of it.
fn known_case(path: &str, known: &HashMap<&str, &Row<&str>>) -> Option<KnownCase> {
    let regulation = CasePlace::of(path)?.regulation;
    let id: CaseId = case_name(path)?.parse().ok()?;
    let row = known.get(path);
    Some(KnownCase {
        id: id.to_string(),
        regulation: regulation.to_owned(),
        state: row.map(|row| row.state),
        due: row.and_then(|row| row.next_day()),
    })
}
