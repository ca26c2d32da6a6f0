//! Tables for reading: columns side by side, as wide as the terminal allows.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";
/// What stands for text that was cut off.
const CUT: &str = "…";
/// A column is never made narrower than this.
const LEAST: usize = 6;

/// What stands out.
const URGENT: Style = AnsiColor::Red.on_default();

/// A line of a table.
#[derive(Debug, Clone, Default)]
pub struct Line<'a> {
    /// A text for each column.
    pub cells: Vec<Cow<'a, str>>,
    /// Whether it stands out, where there is colour.
    pub urgent: bool,
}

/// The lines below a head; `width` is that of the terminal, where there is one: without it nothing is cut off.
#[must_use]
pub fn table(head: &[&str], lines: &[Line<'_>], width: Option<usize>, color: bool) -> String {
    let mut widths: Vec<usize> = head.iter().map(|name| name.width()).collect();
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(&line.cells) {
            *width = (*width).max(columns(cell));
        }
    }
    if let Some(width) = width {
        fit(&mut widths, width.saturating_sub(GAP.len() * head.len().saturating_sub(1)));
    }
    let mut text = String::new();
    write(&mut text, head.iter().copied(), &widths);
    text.push('\n');
    for line in lines {
        let urgent = color && line.urgent;
        let style = if urgent { URGENT } else { Style::new() };
        text.push_str(&style.render().to_string());
        write(&mut text, line.cells.iter().map(AsRef::as_ref), &widths);
        text.push_str(&style.render_reset().to_string());
        text.push('\n');
    }
    text
}

/// Takes from the widest column until all fit, or none can give any more.
fn fit(widths: &mut [usize], room: usize) {
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max().filter(|width| **width > LEAST) else { return };
        *widest -= 1;
    }
}

/// Whether a byte of it is a column, as in nearly all that is written: then nothing need be looked up.
fn is_plain(cell: &str) -> bool {
    cell.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

fn columns(cell: &str) -> usize {
    if is_plain(cell) { cell.len() } else { cell.width() }
}

/// Writes cells side by side, without blanks at the end.
fn write<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>, widths: &[usize]) {
    let start = text.len();
    for (at, (cell, width)) in cells.zip(widths).enumerate() {
        if at > 0 {
            text.push_str(GAP);
        }
        let taken = put(text, cell, *width);
        text.extend(std::iter::repeat_n(' ', width.saturating_sub(taken)));
    }
    let end = text.get(start..).unwrap_or_default().trim_end().len();
    text.truncate(start + end);
}

/// Writes a cell, no wider than `width`; how wide it became. What a file holds must not steer the terminal.
fn put(line: &mut String, cell: &str, width: usize) -> usize {
    if cell.len() <= width && is_plain(cell) {
        line.push_str(cell);
        return cell.len();
    }
    let shown = cut(&cell.replace(char::is_control, "?"), width);
    line.push_str(&shown);
    shown.width()
}

fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for cluster in text.graphemes(true) {
        if short.width() + cluster.width() + CUT.width() > width {
            break;
        }
        short.push_str(cluster);
    }
    short + CUT
}

#[cfg(test)]
#[path = "../../tests/unit/cli/table.rs"]
mod tests;
