//! The drawing itself: boxes and lines with attributes and classes only, since the pages allow no style of their own.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::graph::{Graph, Node};
use super::rows::{Cell, Rows};
use crate::regulation::Does;

/// The width of a box, in units of the drawing (CSS pixels at full size).
const BOX: i32 = 204;
/// The height of a box: four lines of text.
const HIGH: i32 = 70;
/// Between boxes of a row.
const GAP: i32 = 22;
/// Between rows: room for lines and arrow heads.
const ROW: i32 = 44;
/// The width that a passing line takes in a row.
const PASS: i32 = 20;
/// Around the whole.
const EDGE: i32 = 24;
/// Characters on a line of a box.
const LINE: usize = 25;
/// Height of a line of text.
const TEXT: i32 = 16;
/// Above and below the heading of the steps that are possible at any moment.
const ANY: i32 = 14;

/// What is written in the boxes.
pub struct Labels<'a> {
    /// For each node.
    pub of: &'a BTreeMap<Node, String>,
    /// Above the steps that are possible at any moment.
    pub any_time: &'a str,
    /// What the drawing is called.
    pub title: &'a str,
    /// What it shows.
    pub description: &'a str,
    /// What the ids of its parts begin with; two drawings on a page need two of them.
    pub prefix: &'a str,
}

/// The middle of a box, and its top.
type At = (i32, i32);

/// Draws the graph.
#[must_use]
pub fn svg(graph: &Graph<'_>, rows: &Rows, labels: &Labels<'_>) -> String {
    let width = rows.rows.iter().map(|r| row_width(r)).max().unwrap_or(0).max(any_width(graph));
    let places = place(rows, width);
    let bottom = i32::try_from(rows.rows.len()).unwrap_or(0) * (HIGH + ROW);
    let any = if graph.any_time.is_empty() { 0 } else { HIGH + TEXT + 2 * ANY };
    let (wide, high) = (width + 2 * EDGE, bottom - ROW + any + 2 * EDGE);
    let p = labels.prefix;
    let mut out = format!(
        "<svg class=\"flow\" role=\"img\" aria-labelledby=\"{p}-t {p}-d\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\">\
         <title id=\"{p}-t\">{}</title><desc id=\"{p}-d\">{}</desc>\
         <defs><marker id=\"{p}-a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\
         <g aria-hidden=\"true\"><g marker-end=\"url(#{p}-a)\">",
        escape(labels.title),
        escape(labels.description),
    );
    lines(graph, rows, &places, wide, &mut out);
    out.push_str("</g>");
    for (cell, at) in &places {
        if let Cell::Node(node) = cell {
            boxed(graph, *node, *at, labels, &mut out);
        }
    }
    any_time(graph, labels, bottom - ROW + EDGE, &mut out);
    out.push_str("</g></svg>");
    out
}

fn row_width(row: &[Cell]) -> i32 {
    let cells: i32 = row.iter().map(|c| wide(*c) + GAP).sum();
    (cells - GAP).max(0)
}

fn any_width(graph: &Graph<'_>) -> i32 {
    i32::try_from(graph.any_time.len()).unwrap_or(0) * (BOX + GAP) - GAP
}

fn wide(cell: Cell) -> i32 {
    if matches!(cell, Cell::Node(_)) { BOX } else { PASS }
}

/// The width in which rows stand in the middle: two boxes, the most that a telephone shows of two rows at once. A wider row
/// begins at the left, so that a reader with a narrow window finds something where they start.
const MIDDLE: i32 = 2 * BOX + GAP;

/// Rows one below the other, narrow ones in the middle of the first two columns.
fn place(rows: &Rows, width: i32) -> BTreeMap<Cell, At> {
    let mut places = BTreeMap::new();
    let mut y = EDGE;
    for row in &rows.rows {
        let mut x = EDGE + ((width.min(MIDDLE) - row_width(row)) / 2).max(0);
        for cell in row {
            places.insert(*cell, (x + wide(*cell) / 2, y));
            x += wide(*cell) + GAP;
        }
        y += HIGH + ROW;
    }
    places
}

fn lines(graph: &Graph<'_>, rows: &Rows, places: &BTreeMap<Cell, At>, wide: i32, out: &mut String) {
    for line in &rows.lines {
        let mut points = Vec::new();
        for (index, cell) in line.iter().enumerate() {
            let Some((x, y)) = places.get(cell) else { continue };
            if index > 0 {
                points.push(format!("{x} {y}"));
            }
            if index + 1 < line.len() {
                points.push(format!("{x} {}", y + HIGH));
            }
        }
        let ends = [line.first(), line.last()];
        let main = ends.iter().all(|c| matches!(c, Some(Cell::Node(n)) if graph.main.contains(n)));
        let class = if main { " class=\"main\"" } else { "" };
        let _ = write!(out, "<polyline{class} points=\"{}\"/>", points.join(" "));
    }
    for (from, to) in &graph.loops {
        let (Some((x, y)), Some((to_x, to_y))) = (places.get(&Cell::Node(*from)), places.get(&Cell::Node(*to))) else {
            continue;
        };
        // Round the right side: below its own row, up along the edge, down into the first step of the new round.
        let (below, above, right) = (y + HIGH + 10, to_y - 14, wide - 8);
        let start = x + 40;
        let end = to_x + 40;
        let _ = write!(
            out,
            "<polyline class=\"back\" points=\"{start} {} {start} {below} {right} {below} {right} {above} {end} {above} {end} {to_y}\"/>",
            y + HIGH,
        );
    }
}

fn boxed(graph: &Graph<'_>, node: Node, (x, y): At, labels: &Labels<'_>, out: &mut String) {
    let step = graph.step(node);
    let mut classes = Vec::new();
    if graph.main.contains(&node) {
        classes.push("main");
    }
    if graph.skippable(node) {
        classes.push("maybe");
    }
    let ends = step.is_none_or(|s| matches!(s.does, Some(Does::Close | Does::End)));
    let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    let round = if ends { HIGH / 2 } else { 4 };
    let left = x - BOX / 2;
    let _ = write!(out, "<rect{class} x=\"{left}\" y=\"{y}\" width=\"{BOX}\" height=\"{HIGH}\" rx=\"{round}\"/>");
    let words = labels.of.get(&node).map_or(Vec::new(), |label| wrap(label));
    let first = y + HIGH / 2 + 5 - (i32::try_from(words.len()).unwrap_or(0) - 1) * TEXT / 2;
    out.push_str("<text>");
    for (index, line) in words.iter().enumerate() {
        let at = first + i32::try_from(index).unwrap_or(0) * TEXT;
        let _ = write!(out, "<tspan x=\"{x}\" y=\"{at}\">{}</tspan>", escape(line));
    }
    out.push_str("</text>");
}

fn any_time(graph: &Graph<'_>, labels: &Labels<'_>, top: i32, out: &mut String) {
    if graph.any_time.is_empty() {
        return;
    }
    let _ = write!(out, "<text class=\"any\"><tspan x=\"{EDGE}\" y=\"{}\">", top + ANY + TEXT - 4);
    let _ = write!(out, "{}</tspan></text>", escape(labels.any_time));
    for (index, node) in graph.any_time.iter().enumerate() {
        let x = EDGE + BOX / 2 + i32::try_from(index).unwrap_or(0) * (BOX + GAP);
        boxed(graph, *node, (x, top + TEXT + 2 * ANY), labels, out);
    }
}

/// Breaks words over lines; a longer word stands on a line of its own.
fn wrap(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
