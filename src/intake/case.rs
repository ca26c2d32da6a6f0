//! From what a file says to a new case: on which day it came in, and under which regulation.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::given::Given;
use super::reading::Reading;
use super::row::{Ask, Remark, Row};
use crate::calendar::parse_date;
use crate::case::CaseId;
use crate::casework::NewCase;
use crate::context::Context;
use crate::regulation::Form;

/// Makes cases of rows.
pub struct Maker<'a> {
    /// What cases are judged by.
    pub context: &'a Context,
    /// What holds for all of them.
    pub given: &'a Given,
    /// The day on which it is done: no complaint was received after it.
    pub today: NaiveDate,
}

/// What is said of a row, or why nothing is made of it.
pub(super) type Parsed<T> = Result<T, Vec<Remark>>;

fn no<T>(row: &Row, nl: impl Into<String>, en: impl Into<String>) -> Parsed<T> {
    Err(vec![Remark::refusal(row.line, nl, en)])
}

/// The same, with what could be asked.
fn asking(told: Vec<Remark>, ask: &Ask) -> Vec<Remark> {
    told.into_iter().map(|remark| remark.asking(ask.clone())).collect()
}

impl Maker<'_> {
    /// The case of a row, with an id that somebody else has drawn; everything that was not understood of it at once.
    pub fn case(&self, row: &Row, id: CaseId) -> Parsed<NewCase> {
        let received = self.received(row)?;
        let (regulation, by_address) = self.regulation(row, received)?;
        let version = match self.context.policy.in_force(&regulation, received) {
            Ok((version, _)) => version,
            Err(why) => {
                let told = why.told(&regulation, received);
                let way = why.way(&regulation, received);
                let (nl, en) =
                    way.map_or_else(Default::default, |way| (format!("; {}", way.nl), format!("; {}", way.en)));
                return no(
                    row,
                    format!("{}; klopt dat niet, geef dan `--regulation` of `--received`{nl}", told.nl),
                    format!("{}; if that is not so, give `--regulation` or `--received`{en}", told.en),
                );
            }
        };
        // The clock that counts is the one of the regulation.
        let told = row.moment.filter(|_| self.given.received.is_none());
        let received = told.map_or(received, |moment| version.regulation.received_on(moment));
        if received > self.today {
            return no(
                row,
                format!("het bericht kwam na sluitingstijd en telt als ontvangen op {received}; lees het dan in"),
                format!("the message came after closing time and counts as received on {received}; import it then"),
            );
        }
        let reading = Reading { row, version, remarks: Vec::new() };
        reading.case(self.given, received, regulation, by_address, id)
    }

    /// The day on which it came in: the one given, or what the file says.
    pub fn received(&self, row: &Row) -> Parsed<NaiveDate> {
        let told = row.said.get("received").and_then(|v| v.first());
        let day = self.given.received.or_else(|| told.and_then(|t| parse_date(t).ok()));
        // The flag would hold for every row of a table: what is wrong with one is mended there.
        let own = row.day_column.as_ref().filter(|_| self.given.received.is_none());
        match (day, own) {
            (Some(day), _) if day <= self.today => Ok(day),
            (Some(_), Some(column)) => no(
                row,
                format!("kolom `{column}`: de dag van ontvangst ligt in de toekomst; verbeter hem in deze rij"),
                format!("column `{column}`: the day of receipt lies in the future; mend it in this row"),
            ),
            (Some(_), None) => no(
                row,
                "de dag van ontvangst ligt in de toekomst; geef `--received DATUM`",
                "the day of receipt lies in the future; give `--received DATE`",
            )
            .map_err(|told| asking(told, &Ask::Received)),
            (None, Some(_)) if row.day_unread => Err(Vec::new()),
            (None, Some(column)) => no(
                row,
                format!("kolom `{column}`: er staat geen dag van ontvangst; zet hem in deze rij"),
                format!("column `{column}`: there is no day of receipt; put it in this row"),
            ),
            (None, None) if row.day_told.is_some() => Err(row
                .day_told
                .iter()
                .map(|told| Remark::told(row.line, told.clone(), true).asking(Ask::Received))
                .collect()),
            (None, None) => no(
                row,
                "er staat geen dag van ontvangst in; geef `--received DATUM`",
                "it has no day of receipt; give `--received DATE`",
            )
            .map_err(|told| asking(told, &Ask::Received)),
        }
    }

    /// What else is wrong with a row of which the day is not known: told with it, so that one look mends the row. It is read by
    /// the version of today; nothing is made of it. `id` is any id.
    pub(super) fn else_wrong(&self, row: &Row, id: CaseId) -> Vec<Remark> {
        let Ok((regulation, by_address)) = self.regulation(row, self.today) else { return Vec::new() };
        let Ok((version, _)) = self.context.policy.in_force(&regulation, self.today) else { return Vec::new() };
        let reading = Reading { row, version, remarks: Vec::new() };
        reading.case(self.given, self.today, regulation, by_address, id).err().unwrap_or_default()
    }

    /// The regulation, and the channel when the address of the organisation tells it.
    fn regulation(&self, row: &Row, day: NaiveDate) -> Parsed<(String, Option<String>)> {
        let told = row.said.get("regulation").and_then(|v| v.first());
        let asked = self.given.regulation.as_ref().or(told);
        let mut hits: BTreeSet<(String, String)> = BTreeSet::new();
        for id in self.context.policy.histories.keys().filter(|id| asked.is_none_or(|a| a == *id)) {
            let Ok((version, _)) = self.context.policy.in_force(id, day) else { continue };
            let rules = &version.regulation;
            let reached = |value: &str| row.addresses.iter().any(|a| a.eq_ignore_ascii_case(value.trim()));
            for contact in rules.organisation.contact.iter().filter(|c| c.kind == "email" && reached(&c.value)) {
                let ways = rules.channels.iter().filter(|c| c.form == Form::Written);
                hits.extend(
                    ways.filter(|c| c.contact.as_ref() == Some(&contact.id)).map(|c| (id.clone(), c.id.clone())),
                );
            }
        }
        let regulations: BTreeSet<&String> = hits.iter().map(|(id, _)| id).collect();
        // Where there is one regulation it need not be named.
        let all = &self.context.regulations;
        let only = all.first().filter(|_| all.len() == 1);
        let reached = regulations.first().copied().filter(|_| regulations.len() == 1);
        let regulation = match asked.or(reached).or(only) {
            Some(id) => id.clone(),
            None => {
                return no(
                    row,
                    "er blijkt niet uit bij welke regeling het hoort; geef `--regulation REGELING`",
                    "it does not show to which regulation it belongs; give `--regulation REGULATION`",
                )
                .map_err(|told| asking(told, &Ask::Regulation));
            }
        };
        let channels: Vec<&String> = hits.iter().filter(|(id, _)| *id == regulation).map(|(_, c)| c).collect();
        let channel = if let [one] = channels.as_slice() { Some((*one).clone()) } else { None };
        Ok((regulation, channel))
    }
}
