//! Bars drawn from published counts. A hidden count has no bar: nothing about it may be read off a drawing.

use crate::statistics::Count;

/// The count that fills the whole width: the greatest that is shown.
#[must_use]
pub fn scale(counts: impl IntoIterator<Item = Count>) -> u64 {
    counts.into_iter().filter_map(Count::shown).max().unwrap_or(0)
}

/// The width of a bar as an SVG attribute, such as `41.6%`; nothing for a count that is hidden or zero.
#[must_use]
pub fn width(count: Count, scale: u64) -> Option<String> {
    let number = count.shown().filter(|n| *n > 0 && *n <= scale)?;
    let thousandths = number * 1000 / scale;
    let (whole, tenth) = (thousandths / 10, thousandths % 10);
    Some(if tenth == 0 { format!("{whole}%") } else { format!("{whole}.{tenth}%") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_is_the_greatest_published_count() {
        let counts = [Count::Shown(5), Count::Hidden, Count::Shown(12), Count::Shown(0), Count::Fewer];
        let scale = scale(counts);
        let drawn: Vec<Option<String>> = counts.iter().map(|c| width(*c, scale)).collect();
        assert_eq!(drawn, [Some("41.6%".to_owned()), None, Some("100%".to_owned()), None, None]);
        assert_eq!(width(Count::Shown(3), 0), None);
    }
}
