//! Why a count is shown or not, from published figures alone: what the explanation knows, every reader may know.

use super::count::Count;
use super::figures::{Basis, Figures, MENTIONS};
use crate::diagnostics::Text;

/// The word for the total of a row or column.
pub const TOTAL: &str = "total";

/// Explains the count named `table/row/column`; in a table of one dimension `table/row`. `received`, `carried-in`, `closed` and
/// `carried-out` name the flow. Nothing when the figures have no such count.
#[must_use]
pub fn explain(figures: &Figures, cell: &str) -> Option<Text> {
    let parts: Vec<&str> = cell.split('/').collect();
    let flow = &figures.flow;
    let (count, by) = match parts.as_slice() {
        ["received"] => (figures.received, 1),
        ["carried-in"] => (flow.carried_in, 1),
        ["closed"] => (flow.closed, 1),
        ["carried-out"] => (flow.carried_out, 1),
        [table, row] => (of_table(figures, table, row, TOTAL)?, 1),
        [table, row, column] => (of_table(figures, table, row, column)?, 2),
        _ => return None,
    };
    Some(said(figures, count, by))
}

fn of_table(figures: &Figures, table: &str, row: &str, column: &str) -> Option<Count> {
    let named = |id: &'_ str| (id != TOTAL).then(|| id.to_owned());
    figures.table(table)?.count(named(row).as_deref(), named(column).as_deref())
}

fn said(figures: &Figures, count: Count, dimensions: usize) -> Text {
    let k = figures.k;
    match count {
        Count::Shown(number) => Text::new(
            format!("{number}. Dit aantal wordt getoond: het is niet klein en verraadt geen klein aantal."),
            format!("{number}. This count is shown: it is not small and gives no small count away."),
        ),
        Count::Fewer => Text::new(
            format!("Minder dan {k}. Meer wordt over zo'n klein jaar niet gezegd."),
            format!("Fewer than {k}. No more is said about so small a year."),
        ),
        Count::Hidden => {
            let lines = if dimensions == 2 {
                ("Een hele rij of kolom telt op", "A row or a column adds up")
            } else {
                ("De tabel telt op", "The table adds up")
            };
            Text::new(
                format!(
                    "Verborgen: het is kleiner dan {k} (nul ook), of het zou een kleiner aantal verraden. {}, dus één streepje alleen zou \
                     te raden zijn. Welk van beide het is, staat nergens: dat zou het al verraden.",
                    lines.0
                ),
                format!(
                    "Hidden: it is below {k} (zero included), or it would give a smaller count away. {}, so a single dash could be worked \
                     out. Which of the two it is, is written nowhere: that would give it away.",
                    lines.1
                ),
            )
        }
    }
}

/// Every count of the figures by its name for [`explain`], with what it counts: the flow first, then table by table.
#[must_use]
pub fn cells(figures: &Figures) -> Vec<(String, &'static str, Count)> {
    let flow = &figures.flow;
    let mut all: Vec<(String, &'static str, Count)> = vec![
        ("carried-in".to_owned(), "complaints", flow.carried_in),
        ("received".to_owned(), "complaints", figures.received),
        ("closed".to_owned(), "complaints", flow.closed),
        ("carried-out".to_owned(), "complaints", flow.carried_out),
    ];
    for table in &figures.tables {
        let basis = if table.basis == Basis::Mentions || table.id == MENTIONS { "mentions" } else { "complaints" };
        for (row, column, count) in table.cells() {
            let row = row.unwrap_or(TOTAL);
            let name = if table.columns.is_empty() {
                format!("{}/{row}", table.id)
            } else {
                format!("{}/{row}/{}", table.id, column.unwrap_or(TOTAL))
            };
            all.push((name, basis, count));
        }
    }
    all
}
