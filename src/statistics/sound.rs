//! What anybody can check of published figures by addition alone: that they add up, and that no line gives its hidden number away.

use super::count::Count;
use super::figures::{Basis, Figures, Size, Table};

/// What is wrong with published figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsound {
    /// A table, by its id, that does not have its rows and columns, or whose total is not the number received.
    Shape(String),
    /// A line of a table that does not add up.
    Sum(String),
    /// A line with one hidden number, which is the difference of the others.
    Lonely(String),
    /// A number is shown that is below the least that is said.
    Small(String),
    /// The flow does not add up, or the year says more than its size allows.
    Flow,
}

impl Unsound {
    /// The table, where it is one.
    #[must_use]
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::Shape(id) | Self::Sum(id) | Self::Lonely(id) | Self::Small(id) => Some(id),
            Self::Flow => None,
        }
    }
}

/// Checks the figures of a year.
///
/// # Errors
/// The first thing that is wrong.
pub fn sound(figures: &Figures) -> Result<(), Unsound> {
    flow(figures)?;
    figures.tables.iter().try_for_each(|t| table(figures, t))
}

fn flow(figures: &Figures) -> Result<(), Unsound> {
    let f = &figures.flow;
    let few = matches!(figures.size, Size::Fewer | Size::Total);
    let told = match (figures.size, figures.received) {
        (Size::Fewer, Count::Fewer) => true,
        (Size::Fewer, _) | (_, Count::Fewer | Count::Hidden) => false,
        (_, Count::Shown(number)) => number >= figures.k.into(),
    };
    let counts = [f.carried_in, f.received, f.closed, f.carried_out].map(Count::shown);
    let adds_up = match counts {
        [Some(carried_in), Some(received), Some(closed), Some(carried_out)] => {
            carried_in.checked_add(received) == closed.checked_add(carried_out)
        }
        // Three of four give the fourth.
        several => several.iter().flatten().count() < 3,
    };
    let tables = !few || figures.tables.is_empty();
    if told && adds_up && tables && f.received == figures.received { Ok(()) } else { Err(Unsound::Flow) }
}

fn table(figures: &Figures, table: &Table) -> Result<(), Unsound> {
    let id = || table.id.clone();
    let wide = table.columns.len() + 1;
    let lines: Vec<&[Count]> =
        table.rows.iter().map(|r| &r.counts).chain([&table.total]).map(|c| c.0.as_slice()).collect();
    let whole = table.basis == Basis::Mentions || lines.last().and_then(|l| l.last()) == Some(&figures.received);
    if table.dimensions.is_empty() || lines.iter().any(|l| l.len() != wide) || !whole {
        return Err(Unsound::Shape(id()));
    }
    let small = |c: &Count| c.shown().is_some_and(|n| n > 0 && n < figures.k.into());
    if lines.iter().any(|l| l.iter().any(small)) {
        return Err(Unsound::Small(id()));
    }
    let down = (0..wide).map(|at| lines.iter().map(|l| l[at]).collect::<Vec<_>>());
    let across = lines.iter().map(|l| l.to_vec()).filter(|l| l.len() > 1);
    down.chain(across).try_for_each(|line| adds_up(&line, id))
}

/// A line of counts whose last is the total of the others.
fn adds_up(line: &[Count], id: impl Fn() -> String) -> Result<(), Unsound> {
    let Some((total, parts)) = line.split_last() else { return Ok(()) };
    let shown: u64 = parts.iter().filter_map(|c| c.shown()).sum();
    let hidden = line.iter().filter(|c| c.shown().is_none()).count();
    match (hidden, total.shown()) {
        (0, Some(total)) if total != shown => Err(Unsound::Sum(id())),
        (1, _) => Err(Unsound::Lonely(id())),
        (_, Some(total)) if total < shown => Err(Unsound::Sum(id())),
        _ => Ok(()),
    }
}
