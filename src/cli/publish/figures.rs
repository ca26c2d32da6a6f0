//! Published figures as text: plain tables, or one line per count.

use std::fmt::Write;

use crate::diagnostics::{Lang, Text, text};
use crate::statistics::{Basis, Count, Figures, Table, explain};

/// A year's figures for reading.
#[must_use]
pub fn text(regulation: &str, figures: &Figures, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{regulation} {}\n", figures.year);
    let flow = &figures.flow;
    let lines = [
        (text!("van vorig jaar", "carried in"), flow.carried_in),
        (text!("ontvangen", "received"), figures.received),
        (text!("afgesloten", "closed"), flow.closed),
        (text!("naar volgend jaar", "carried out"), flow.carried_out),
    ];
    for (name, count) in lines {
        let _ = writeln!(out, "  {:<20}{:>6}", name.in_(lang), shown(count, figures.k));
    }
    if let Some(times) = figures.times {
        let name = text!("behandeltijd in dagen", "handling time in days");
        let how = text!("mediaan", "median");
        let mean = text!("gemiddeld", "mean");
        let (median, average) = (times.median, times.mean);
        let _ = writeln!(out, "  {}: {} {median}, {} {average}", name.in_(lang), how.in_(lang), mean.in_(lang));
    }
    for one in &figures.tables {
        let _ = write!(out, "\n{}", table(one, figures.k, lang));
    }
    let hidden = text!(
        "– minder dan {k}, of een getal dat een klein getal zou verraden",
        "– below {k}, or a number from which a small one could be derived",
        k = figures.k
    );
    let _ = writeln!(out, "\n{}", hidden.in_(lang));
    out
}

fn shown(count: Count, k: u32) -> String {
    match count {
        Count::Shown(number) => number.to_string(),
        Count::Hidden => "–".to_owned(),
        Count::Fewer => format!("< {k}"),
    }
}

fn table(table: &Table, k: u32, lang: Lang) -> String {
    let total = text!("totaal", "total").in_(lang).to_owned();
    let columns: Vec<String> = if table.columns.is_empty() {
        vec![text!("aantal", "count").in_(lang).to_owned()]
    } else {
        table.columns.iter().cloned().chain([total.clone()]).collect()
    };
    let lines = table.rows.iter().map(|r| (r.id.clone(), &r.counts)).chain([(total, &table.total)]);
    let lines: Vec<(String, Vec<String>)> =
        lines.map(|(id, counts)| (id, counts.0.iter().map(|c| shown(*c, k)).collect())).collect();
    let first = lines.iter().map(|(id, _)| id.chars().count()).chain([table.id.chars().count()]).max().unwrap_or(0);
    let width = |at: usize| {
        let cells = lines.iter().filter_map(|(_, cells)| cells.get(at)).map(|c| c.chars().count());
        cells.chain([columns[at].chars().count()]).max().unwrap_or(0)
    };
    let row = |name: &str, cells: &[String]| {
        let mut line = format!("{name:<first$}");
        for (at, cell) in cells.iter().enumerate() {
            let _ = write!(line, "  {cell:>w$}", w = width(at));
        }
        line + "\n"
    };
    let body: String = lines.iter().map(|(name, cells)| row(name, cells)).collect();
    format!("{}{body}", row(&table.id, &columns))
}

/// The word for the total of a row, a column or a table.
const TOTAL: &str = "total";

/// A count by its name: `topic-outcome/waiting/upheld`, `outcome/upheld`, `flow/received`.
struct Named {
    table: String,
    row: String,
    column: String,
    context: &'static str,
    count: Count,
}

impl Named {
    fn name(&self) -> String {
        let column = if self.column.is_empty() { String::new() } else { format!("/{}", self.column) };
        format!("{}/{}{column}", self.table, self.row)
    }
}

/// Every count: the flow first, then table by table.
fn cells(figures: &Figures) -> Vec<Named> {
    let flow = &figures.flow;
    let flow = [
        ("carried-in", flow.carried_in),
        ("received", figures.received),
        ("closed", flow.closed),
        ("carried-out", flow.carried_out),
    ];
    let named = |(row, count): (&str, Count)| Named {
        table: "flow".to_owned(),
        row: row.to_owned(),
        column: String::new(),
        context: "complaints",
        count,
    };
    let mut all: Vec<Named> = flow.into_iter().map(named).collect();
    for table in &figures.tables {
        let context = if table.basis == Basis::Mentions { "mentions" } else { "complaints" };
        for (row, column, count) in table.cells() {
            let column = if table.columns.is_empty() { "" } else { column.unwrap_or(TOTAL) };
            let row = row.unwrap_or(TOTAL).to_owned();
            all.push(Named { table: table.id.clone(), row, column: column.to_owned(), context, count });
        }
    }
    all
}

/// Why a count is hidden, or the count; the names of all when there is none of this name.
pub fn explained(figures: &Figures, cell: &str) -> Result<Text, Vec<String>> {
    let mut parts = cell.split('/');
    let table = parts.next().unwrap_or_default();
    let place = |part: Option<&str>| part.filter(|p| *p != TOTAL).map(str::to_owned);
    let (row, column) = (place(parts.next()), place(parts.next()));
    let all = cells(figures);
    let found = all.iter().find(|named| named.name() == cell);
    if let Some(Count::Shown(number)) = found.map(|named| named.count) {
        return Ok(text!("{number}; dit getal wordt getoond", "{number}; this number is shown"));
    }
    let merged = || row.as_ref().is_some_and(|row| figures.merged.contains(row));
    let said = explain(figures, table, row.as_deref(), column.as_deref()).filter(|_| found.is_some() || merged());
    said.ok_or_else(|| all.iter().map(Named::name).collect())
}

/// The header of the lines of [`csv`](csv()).
pub const HEADER: &str = "regulation,year,table,row,column,basis,count\n";

/// One line per count; a hidden one is `hidden`. No value has a comma: they are ids.
#[must_use]
pub fn csv(regulation: &str, figures: &Figures) -> String {
    let mut out = String::new();
    for Named { table, row, column, context, count } in cells(figures) {
        let _ = writeln!(out, "{regulation},{},{table},{row},{column},{context},{count}", figures.year);
    }
    out
}
