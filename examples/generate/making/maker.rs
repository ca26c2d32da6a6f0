//! Making one case that may stand: drafts until one is legal.

use chrono::{Datelike, NaiveDate};
use klacht::case::Case;
use klacht::regulation::Policy;

use super::days::{Jitter, plus, weekday};
use super::dice::Dice;
use super::draft::{Order, draft};
use super::paths::BasePath;
use super::{Fault, mishap, paths, policy, render, trial, words};

/// How often a case is tried before it is given up.
const ATTEMPTS: u64 = 400;

/// Everything that cases are made from.
pub struct Maker {
    /// Regulations and people.
    pub policy: Policy,
    /// Paths to follow.
    pub paths: Vec<BasePath>,
    seed: u64,
}

/// What is wanted of a case.
#[derive(Clone, Copy)]
pub struct Wish<'a> {
    /// The path.
    pub path: &'a BasePath,
    /// First day of receipt.
    pub from: NaiveDate,
    /// Last day of receipt.
    pub until: NaiveDate,
    /// With a step that came too late, and why.
    pub late: bool,
    /// With an entry that was annulled.
    pub corrected: bool,
    /// With nothing of its path still to come.
    pub finished: bool,
    /// Nothing after this day.
    pub stands_on: NaiveDate,
}

/// A case that may stand.
pub struct Made {
    /// The case.
    pub case: Case,
    /// Its working note.
    pub note: String,
    /// The regulation it stands under.
    pub regulation: String,
}

impl Made {
    /// Where its file stands.
    pub fn file(&self) -> String {
        let day = self.case.first_day();
        format!("cases/{}/{}/{:02}/{}.md", self.regulation, day.year(), day.month(), self.case.id)
    }
}

impl Maker {
    /// Reads policy and paths of this repository.
    pub fn new(seed: u64) -> Result<Self, Fault> {
        Ok(Self { policy: policy::read()?, paths: paths::read()?, seed })
    }

    /// A case as wished; nothing when no attempt was legal. The same number makes the same case.
    pub fn make(&self, number: u64, wish: &Wish<'_>) -> Option<Made> {
        (0..ATTEMPTS).find_map(|attempt| {
            let mut dice = Dice::new(self.seed, number << 16 | attempt);
            self.attempt(number, wish, attempt, &mut dice)
        })
    }

    fn attempt(&self, number: u64, wish: &Wish<'_>, attempt: u64, dice: &mut Dice) -> Option<Made> {
        let received = receipt(wish, dice)?;
        let id = &wish.path.regulation;
        let (version, history) = self.policy.in_force(id, received).ok()?;
        // The more often it failed, the closer it keeps to its path.
        let percent = 45_usize.saturating_sub(usize::try_from(attempt / 6).unwrap_or(45));
        let entries = wish.path.case.log.len();
        let stretch = wish.late.then(|| (dice.below(entries), 4 + dice.below(9) as u64));
        let free = attempt % 4 != 3 && !wish.path.name.starts_with("own-work");
        let jitter = Jitter::Percent(percent);
        let order = Order { path: wish.path, version, history, number, received, jitter, stretch, free };
        let mut case = draft(&order, dice)?;
        if wish.finished && case.log.iter().any(|e| e.on > wish.stands_on) {
            return None;
        }
        if wish.late && !trial::account_for_lateness(&mut case, &order, dice) {
            return None;
        }
        if wish.corrected && !mishap::correct(&mut case, &version.regulation, history, dice) {
            return None;
        }
        if !trial::legal(&case, &order) {
            return None;
        }
        trial::cut(&mut case, wish.stands_on);
        if case.log.is_empty() || !trial::legal(&case, &order) || trial::overdue(&case, &order, wish.stands_on) {
            return None;
        }
        let note = words::note(topic(&case), dice);
        let made = Made { note, regulation: id.clone(), case };
        reads_back(&made).then_some(made)
    }

    /// A case on the days of its path, whole weeks moved, that is trusted to be legal. For measuring.
    pub fn trust(&self, number: u64, path: &BasePath, about: NaiveDate) -> Option<Made> {
        (0..52_u64).find_map(|attempt| {
            let mut dice = Dice::new(self.seed, number << 16 | attempt);
            let first = path.case.first_day();
            let near = plus(about, 7 * attempt.min(3));
            let received = plus(
                near,
                u64::from((7 + first.weekday().num_days_from_monday() - near.weekday().num_days_from_monday()) % 7),
            );
            let (version, history) = self.policy.in_force(&path.regulation, received).ok()?;
            let jitter = Jitter::None;
            let order = Order { path, version, history, number, received, jitter, stretch: None, free: false };
            let case = draft(&order, &mut dice)?;
            let note = words::note(topic(&case), &mut dice);
            Some(Made { case, note, regulation: path.regulation.clone() })
        })
    }
}

fn topic(case: &Case) -> Option<&str> {
    case.main_topic.as_ref().or(case.topics.first()).map(String::as_str)
}

/// A day of receipt; a day of the weekend now and then, for mail comes then too.
fn receipt(wish: &Wish<'_>, dice: &mut Dice) -> Option<NaiveDate> {
    let span = usize::try_from((wish.until - wish.from).num_days()).ok()? + 1;
    let day = plus(wish.from, dice.below(span) as u64);
    (weekday(day) || dice.chance(10)).then_some(day)
}

/// Whether the file says what was meant.
fn reads_back(made: &Made) -> bool {
    let (read, _, faults) = klacht::case::read(&render::case(&made.case, &made.note));
    read.is_some_and(|mut read| {
        read.body = made.case.body.clone();
        faults.is_empty() && read == made.case
    })
}
