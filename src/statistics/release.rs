//! From a year's records to its published figures.

use super::audit::{self, Failed};
use super::count::{Count, Counts};
use super::earlier::{Published, earlier_into};
use super::figures::{Certificate, Figures, NOTATION, Row, Size, Table, Times, fingerprint};
use super::flow::Flow;
use super::ladder::top;
use super::plan::Plan;
use super::protect::{Protected, Rule, protect, small};
use super::refused::Refused;
use super::schema::Schema;
use super::shape::shape;
use super::system::{Builder, Key, Role, System};
use super::tabulate::{Tally, Year};
use super::verify::verify;

/// A year's counts with what is hidden of them. Secret: it holds the true numbers.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What is counted.
    pub plan: Plan,
    /// The counts, with those of earlier releases that depend on them.
    pub system: System,
    /// What is hidden.
    pub done: Protected,
}

/// The figures of a year, safe beside all `earlier` releases, and audited.
///
/// Figures of the same year among the earlier ones are left out; whether they may be replaced is asked of
/// [`correction`](super::correction::may_replace).
///
/// # Errors
/// When the records do not fit the schema, the flow or what was published before.
pub fn release(year: &Year, schema: &Schema, k: u32, earlier: &[Figures]) -> Result<Figures, Refused> {
    prepare(year, schema, k, earlier).map(|(figures, _)| figures)
}

/// The same with the secret side, for tests and for corrections.
///
/// # Errors
/// As [`release`].
pub fn prepare(
    year: &Year,
    schema: &Schema,
    k: u32,
    earlier: &[Figures],
) -> Result<(Figures, Option<Prepared>), Refused> {
    let rule = Rule::new(k).ok_or(Refused::BelowFloor)?;
    year.check(schema)?;
    let earlier: Vec<Figures> = earlier.iter().filter(|f| f.year != year.year).cloned().collect();
    let size = Size::of(year.received(), k);
    let published = Published::of(&earlier);
    if size == Size::Fewer {
        return Ok((fewer(year.year, k, &published), None));
    }
    let mut plan = top(year, schema, size, k);
    loop {
        let step = attempt(year, schema, rule, &earlier, &plan)?;
        match step {
            Ok((mut figures, prepared)) => {
                figures.times = Times::of(&year.records);
                figures.certificate.sha256 = fingerprint(&figures);
                return Ok((figures, Some(prepared)));
            }
            Err(Some(less)) => plan = less,
            // The total alone depends on nothing else.
            Err(None) => return Ok((total_only(&plan, year.received(), rule, &published), None)),
        }
    }
}

/// One round: protect, look how much is left, audit. The inner error is the plan to try next.
type Attempt = Result<(Figures, Prepared), Option<Plan>>;

fn attempt(year: &Year, schema: &Schema, rule: Rule, earlier: &[Figures], plan: &Plan) -> Result<Attempt, Refused> {
    let published = Published::of(earlier);
    let system = system(year, schema, rule, earlier, plan)?;
    let primary = small(&system, rule);
    // A table that is mostly small goes whatever else is hidden.
    if let Some(part) = plan.mostly_hidden(&system, &primary) {
        return Ok(Err(plan.without(&part)));
    }
    let done = match protect(&system, &primary, rule) {
        Ok(done) => done,
        Err(stuck) => return Ok(Err(plan.without(&plan.part(&system.cells[stuck.cell].key)))),
    };
    if verify(&system, &primary, &done, rule).is_err() {
        return Ok(Err(plan.without(&super::ladder::Part::Flow)));
    }
    if let Some(part) = plan.mostly_hidden(&system, &done.hidden) {
        return Ok(Err(plan.without(&part)));
    }
    let mut figures = figures(plan, &system, &done, rule, &published);
    let prepared = Prepared { plan: plan.clone(), system, done };
    match audit::audit(&figures, earlier, schema, &year.records, &prepared, rule) {
        Ok(certificate) => figures.certificate = certificate,
        Err(Failed { part }) => return Ok(Err(plan.without(&part))),
    }
    Ok(Ok((figures, prepared)))
}

/// The counts of a year by a plan, together with what depends on them in earlier releases.
///
/// # Errors
/// When the year does not fit what was published before.
pub fn system(year: &Year, schema: &Schema, rule: Rule, earlier: &[Figures], plan: &Plan) -> Result<System, Refused> {
    let mut builder = Builder::default();
    let carried = [
        (Key::Carried(year.year - 1), i64::from(year.flow.carried_in)),
        (Key::Carried(year.year), i64::from(year.flow.carried_out)),
    ];
    earlier_into(earlier, schema, &carried, rule, &mut builder)?;
    let published = Published::of(earlier);
    let tally = Tally::new(year, plan, schema);
    let source = |key: &Key, role: Role| (tally.count(key, plan.year), published.role(key, role));
    shape(plan, schema, &source, &mut builder);
    Ok(builder.build())
}

/// The public side of a plan.
#[must_use]
pub fn figures(plan: &Plan, system: &System, done: &Protected, rule: Rule, published: &Published) -> Figures {
    let count = |key: &Key| match system.index(key) {
        Some(at) if !done.hidden.contains(&at) => {
            u64::try_from(system.cells[at].value).map_or(Count::Hidden, Count::Shown)
        }
        Some(_) => Count::Hidden,
        None => published.get(key).unwrap_or(Count::Hidden),
    };
    let tables = plan.grids().into_iter().map(|grid| {
        let mut lines = grid.keys.iter().map(|line| Counts(line.iter().map(count).collect()));
        let rows: Vec<Row> =
            grid.rows.iter().zip(lines.by_ref()).map(|(id, counts)| Row { id: id.clone(), counts }).collect();
        let total = lines.next().unwrap_or(Counts(Vec::new()));
        Table { id: grid.id, dimensions: grid.dimensions, basis: grid.basis, columns: grid.columns, rows, total }
    });
    let received = count(&Key::received(plan.year));
    Figures {
        schema: NOTATION.to_owned(),
        year: plan.year,
        k: u32::try_from(rule.k).unwrap_or_default(),
        width: u32::try_from(rule.width).unwrap_or_default(),
        size: plan.size(),
        received,
        flow: Flow {
            carried_in: count(&Key::Carried(plan.year - 1)),
            received,
            closed: count(&Key::Closed(plan.year)),
            carried_out: count(&Key::Carried(plan.year)),
        },
        hub: plan.hub,
        merged: plan.merged.clone(),
        tables: tables.collect(),
        times: None,
        certificate: Certificate::default(),
    }
}

/// A year with fewer than `k` complaints: that is all that is said, besides what was published before.
fn fewer(year: i32, k: u32, published: &Published) -> Figures {
    bare(year, k, Size::Fewer, Count::Fewer, published)
}

/// A year of which only the total is told.
fn total_only(plan: &Plan, received: u64, rule: Rule, published: &Published) -> Figures {
    bare(plan.year, u32::try_from(rule.k).unwrap_or_default(), Size::Total, Count::Shown(received), published)
}

fn bare(year: i32, k: u32, size: Size, received: Count, published: &Published) -> Figures {
    let told = |key: Key| published.get(&key).unwrap_or(Count::Hidden);
    let mut figures = Figures {
        schema: NOTATION.to_owned(),
        year,
        k,
        width: k,
        size,
        received,
        flow: Flow {
            carried_in: told(Key::Carried(year - 1)),
            received,
            closed: Count::Hidden,
            carried_out: told(Key::Carried(year)),
        },
        hub: None,
        merged: Vec::new(),
        tables: Vec::new(),
        times: None,
        certificate: Certificate::default(),
    };
    figures.certificate = audit::plain_certificate(&figures);
    figures.certificate.sha256 = fingerprint(&figures);
    figures
}
