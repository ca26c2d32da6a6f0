//! The figures in long form: a line per number, so that a table of any shape fits.

use crate::statistics::{Count, Figures, Flow};

/// What stands in the place of a hidden number, by the guidance of the British statistical service: a letter in brackets, which a
/// screen reader says and a spreadsheet does not take for a number.
pub const HIDDEN: &str = "[c]";
/// What stands in the place of a code in a line that holds a total. No code has such a mark.
pub const TOTAL: &str = "_total";
/// The table of the number received.
pub const RECEIVED: &str = "received";
/// The table of the flow.
pub const FLOW: &str = "flow";
/// The table of handling times, in days.
pub const TIMES: &str = "handling-time";

/// One number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// The table.
    pub table: &'a str,
    /// The row; nothing for the totals of columns.
    pub row: Option<&'a str>,
    /// The column; nothing for the totals of rows.
    pub column: Option<&'a str>,
    /// The number.
    pub count: Count,
}

/// Every published number of a year, and every place where one is hidden.
#[must_use]
pub fn lines(figures: &Figures) -> Vec<Line<'_>> {
    let mut lines = vec![Line { table: RECEIVED, row: None, column: None, count: figures.received }];
    let Flow { carried_in, received, closed, carried_out } = figures.flow;
    let flow = [("carried-in", carried_in), ("received", received), ("closed", closed), ("carried-out", carried_out)];
    lines.extend(flow.map(|(row, count)| Line { table: FLOW, row: Some(row), column: None, count }));
    for table in &figures.tables {
        let cells = table.cells();
        lines.extend(cells.map(|(row, column, count)| Line { table: &table.id, row, column, count }));
    }
    if let Some(times) = figures.times {
        let days = [("median", times.median), ("mean", times.mean)];
        let line =
            |(row, days)| Line { table: TIMES, row: Some(row), column: None, count: Count::Shown(u64::from(days)) };
        lines.extend(days.map(line));
    }
    lines
}

/// How a count is written in a file.
#[must_use]
pub fn written(count: Count) -> String {
    count.shown().map_or_else(|| HIDDEN.to_owned(), |number| number.to_string())
}

/// A text that a spreadsheet does not take for a formula, whoever chose it.
#[must_use]
pub fn unformulated(text: &str) -> String {
    // By OWASP's advice on CSV injection: these begin a formula, or hide one.
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}
