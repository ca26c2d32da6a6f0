//! Whether figures that were published may be replaced: both versions stay known, so their difference is a table too.

use super::audit::Puzzle;
use super::figures::Figures;
use super::refused::Refused;
use super::schema::Schema;

/// Whether `new` may be published after `old`, figures of the same year, beside the `others`.
///
/// The same tables again may. Otherwise every number shown in both must differ by at least `k`, and where one is hidden, a reader who takes
/// the new complaints to be added to the old ones must still find the width in both versions and in their difference. A correction
/// that may not be published waits, or becomes a footnote of the next year.
///
/// # Errors
/// [`Refused::Difference`] when the difference would give a small number away.
pub fn may_replace(old: &Figures, new: &Figures, others: &[Figures], schema: &Schema) -> Result<(), Refused> {
    let same_tables = (&old.tables, old.received, old.flow) == (&new.tables, new.received, new.flow);
    if same_tables {
        return if old.times == new.times { Ok(()) } else { Err(Refused::Difference) };
    }
    // `other` stands for something else then, and its codes could be told apart.
    if old.merged != new.merged || old.hub != new.hub {
        return Err(Refused::Difference);
    }
    let others: Vec<&Figures> = others.iter().filter(|f| f.year != old.year).collect();
    let with = |version| Puzzle::new(&others.iter().copied().chain([version]).collect::<Vec<_>>(), schema);
    let k = i64::from(old.k.max(new.k));
    let both = Puzzle::difference(&with(old), &with(new), old.year, k).ok_or(Refused::Difference)?;
    for mut group in both.groups() {
        group.least_width(&both, k).map_err(|_| Refused::Difference)?;
    }
    Ok(())
}
