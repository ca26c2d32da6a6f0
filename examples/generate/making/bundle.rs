//! The register that stands in this repository.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use klacht::docket::Discussed;

use super::closing::{Life, freeze};
use super::dice::Dice;
use super::keeping::{Gone, gone};
use super::maker::{Made, Maker, Wish};
use super::paths::BasePath;
use super::plan::{JUST_NOW, LATELY, SHARES, Share, any, wish, year};
use super::tally::{Tally, line};
use super::yearbooks::{book, discussions};
use super::{Fault, SEED, render};

/// Every file under `cases/`, by path.
pub fn bundled() -> Result<BTreeMap<String, String>, Fault> {
    let maker = Maker::new(SEED)?;
    let mut shelf = Shelf {
        maker: &maker,
        files: BTreeMap::new(),
        tallies: BTreeMap::new(),
        lives: BTreeMap::new(),
        count: 0,
        number: 0,
    };
    for share in &SHARES {
        shelf.fill(share)?;
    }
    let Shelf { mut files, tallies, lives, .. } = shelf;
    for share in &SHARES {
        for number in 2024..=2026 {
            let rows = tallies.get(&(share.regulation, number)).cloned().unwrap_or_default();
            let Some(history) = maker.policy.histories.get(share.regulation) else { continue };
            if let Some(text) = book(share.regulation, number, history, &rows) {
                files.insert(format!("cases/{}/{number}/yearbook.yaml", share.regulation), text);
            }
        }
        let lives = lives.get(share.regulation).map(Vec::as_slice).unwrap_or_default();
        freeze(share.regulation, &maker, lives, &mut files)?;
    }
    Ok(files)
}

/// What has been made so far.
struct Shelf<'a> {
    maker: &'a Maker,
    files: BTreeMap<String, String>,
    tallies: BTreeMap<(&'static str, i32), Tally>,
    /// Every case by its regulation, whole, also those that are gone by now.
    lives: BTreeMap<&'static str, Vec<Life>>,
    /// Cases of the regulation at hand.
    count: usize,
    number: u64,
}

impl<'a> Shelf<'a> {
    fn fill(&mut self, share: &'static Share) -> Result<(), Fault> {
        let mut left = share.years;
        let discussed = discussions(share.regulation);
        let paths: Vec<&'a BasePath> = self.maker.paths.iter().filter(|p| p.regulation == share.regulation).collect();
        let mut dice = Dice::new(SEED, u64::MAX - self.number);
        for (nth, path) in paths.iter().enumerate() {
            // What is never destroyed may be of any year.
            let start = if share.for_ever { nth % LATELY.len() } else { 0 };
            let received = self.whole(share, path, start, &discussed)?;
            take(&mut left, received);
        }
        for path in paths.iter().filter(|_| share.each_path > 1) {
            let received = self.again(share, path, &mut left, &discussed)?;
            take(&mut left, received);
        }
        for (nth, wanted) in left.iter_mut().enumerate() {
            while *wanted > 0 {
                let path = any(self.maker, share.regulation, &mut dice).ok_or("no paths")?;
                if let Some((made, kept)) = self.make(path, year(nth), false, &discussed) {
                    self.put(share.regulation, &made, kept);
                    *wanted -= 1;
                }
            }
        }
        Ok(())
    }

    /// A case of the path of which the whole file is still there; of an open path, one that is open now.
    fn whole(
        &mut self,
        share: &'static Share,
        path: &'a BasePath,
        start: usize,
        discussed: &Discussed,
    ) -> Result<NaiveDate, Fault> {
        let open = path.name == "open";
        let times = LATELY.iter().cycle().skip(start).take(LATELY.len()).flat_map(|days| [*days; 5]);
        let times = times.map(|days| if open { JUST_NOW } else { days });
        for days in times {
            if let Some((made, None)) = self.make(path, days, true, discussed) {
                return Ok(self.put(share.regulation, &made, None));
            }
        }
        Err(format!("{}/{}: no whole case can be made of it", path.regulation, path.name).into())
    }

    /// Another case of the path, in the year that still wants most.
    fn again(
        &mut self,
        share: &'static Share,
        path: &'a BasePath,
        left: &mut [usize; 3],
        discussed: &Discussed,
    ) -> Result<NaiveDate, Fault> {
        let mut order: Vec<usize> = (0..left.len()).collect();
        order.sort_by_key(|nth| std::cmp::Reverse(left[*nth]));
        for nth in order {
            let days = if path.name == "open" { JUST_NOW } else { year(nth) };
            for _ in 0..3 {
                if let Some((made, kept)) = self.make(path, days, false, discussed) {
                    return Ok(self.put(share.regulation, &made, kept));
                }
            }
        }
        Err(format!("{}/{}: no second case can be made of it", path.regulation, path.name).into())
    }

    /// A case and, when it is gone by now, what is left of it.
    fn make(
        &mut self,
        path: &'a BasePath,
        days: (NaiveDate, NaiveDate),
        finished: bool,
        discussed: &Discussed,
    ) -> Option<(Made, Option<Gone>)> {
        self.number += 1;
        let wished = Wish { finished, ..wish(path, days, self.number) };
        let plainly = Wish { late: false, corrected: false, ..wished };
        let made = self.maker.make(self.number, &wished).or_else(|| self.maker.make(self.number, &plainly))?;
        let (version, history) = self.maker.policy.in_force(&path.regulation, made.case.first_day()).ok()?;
        let mut dice = Dice::new(SEED, self.number << 16 | 0xFFFF);
        let left = gone(&made.case, version, history, discussed, &mut dice);
        Some((made, left))
    }

    fn put(&mut self, regulation: &'static str, made: &Made, left: Option<Gone>) -> NaiveDate {
        let received = made.case.first_day();
        let gone = left.as_ref().map(|l| (l.on, l.row.clone()));
        self.lives.entry(regulation).or_default().push(Life { case: made.case.clone(), gone });
        let text = match left {
            None => render::case(&made.case, &made.note),
            Some(left) => {
                let row = line(&left.row);
                *self.tallies.entry((regulation, received.year())).or_default().entry(row).or_default() += 1;
                render::case(&left.stub, "")
            }
        };
        self.files.insert(made.file(), text);
        self.count += 1;
        received
    }
}

fn take(left: &mut [usize; 3], received: NaiveDate) {
    let nth = usize::try_from(received.year() - 2024).unwrap_or(0);
    if let Some(count) = left.get_mut(nth) {
        *count = count.saturating_sub(1);
    }
}
