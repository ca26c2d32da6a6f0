use super::*;

#[test]
fn a_share_needs_two_published_counts_and_a_base_that_bears_it() {
    let shown = Count::Shown;
    assert_eq!(percent(shown(16), shown(20)), Some(80));
    assert_eq!(percent(shown(16), shown(19)), None);
    assert_eq!(percent(Count::Hidden, shown(40)), None);
    assert_eq!(percent(shown(16), Count::Hidden), None);
    assert_eq!(percent(shown(5), shown(2000)), Some(1));
    assert_eq!(percent(shown(1999), shown(2000)), Some(99));
    assert_eq!(percent(shown(0), shown(20)), Some(0));
    assert_eq!(percent(shown(20), shown(20)), Some(100));
    assert_eq!(percent(shown(25), shown(200)), Some(13));
}
