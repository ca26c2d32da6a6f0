//! Quotation marks that do not fit: the rows behind one would be read as the rest of a cell.

use super::super::row::Remark;

/// What is wrong with the quotation marks of a table, by the line on which the cell begins. A reader that mends such a thing by
/// itself gives one person's words to another.
pub(super) fn faults(text: &str, delimiter: u8, columns: usize) -> Vec<Remark> {
    let mut found = Vec::new();
    let (mut line, mut opened) = (1, 0);
    let mut rest = text.bytes().peekable();
    let mut state = State::Begin;
    // In which column a cell is, and how many separators its first line and its last one hold.
    let (mut column, mut first, mut last) = (1, None, 0);
    while let Some(byte) = rest.next() {
        state = match (state, byte) {
            (State::Begin, b'"') => {
                (opened, first, last) = (line, None, 0);
                State::Quoted
            }
            (State::Quoted, b'"') if rest.peek() == Some(&b'"') => {
                rest.next();
                State::Quoted
            }
            (State::Quoted, b'"') => {
                // The rest of one row and the beginning of another, up to the same column.
                if columns > 1 && first == Some(columns.saturating_sub(column)) && last + 1 == column {
                    found.push(mixed(opened));
                }
                State::Closed
            }
            (State::Quoted, b'\n') => {
                first = first.or(Some(last));
                last = 0;
                State::Quoted
            }
            (State::Quoted, other) => {
                last += usize::from(other == delimiter);
                State::Quoted
            }
            (State::Closed, other) if other != delimiter && !matches!(other, b'\n' | b'\r' | b' ') => {
                found.push(broken(opened));
                State::Plain
            }
            (State::Closed, b' ' | b'\r') => State::Closed,
            (_, other) if other == delimiter || other == b'\n' => State::Begin,
            (State::Begin | State::Plain, _) => State::Plain,
            (State::Closed, _) => State::Begin,
        };
        if state == State::Begin && byte == delimiter {
            column += 1;
        }
        if byte == b'\n' {
            line += 1;
            if state == State::Begin {
                column = 1;
            }
        }
    }
    if state == State::Quoted {
        found.push(Remark::refusal(
            Some(opened),
            "een aanhalingsteken in deze rij wordt nergens gesloten; de rijen eronder zouden erin verdwijnen; sluit het, of verdubbel het (`\"\"`)",
            "a quotation mark in this row is never closed; the rows below would vanish in it; close it, or double it (`\"\"`)",
        ));
    }
    found.dedup();
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Begin,
    Plain,
    Quoted,
    Closed,
}

fn broken(line: usize) -> Remark {
    Remark::refusal(
        Some(line),
        "achter een gesloten aanhalingsteken in deze rij staat nog tekst; verdubbel aanhalingstekens binnen een cel (`\"\"`)",
        "there is text behind a closed quotation mark in this row; double quotation marks within a cell (`\"\"`)",
    )
}

fn mixed(line: usize) -> Remark {
    Remark::refusal(
        Some(line),
        "in een cel van deze rij staat wat een hele rij lijkt: er ontbreekt een aanhalingsteken, of er is er een te veel; herstel het",
        "a cell of this row holds what looks like a whole row: a quotation mark is missing, or there is one too many; mend it",
    )
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/table/quotes.rs"]
mod tests;
