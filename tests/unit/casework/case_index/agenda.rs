use super::*;

#[test]
fn spans_as_they_are_typed() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
    let until = |text: &str| text.parse::<Span>().map(|span| span.until(day).to_string());
    assert_eq!(until("7d"), Ok("2026-02-07".to_owned()));
    assert_eq!(until("2w"), Ok("2026-02-14".to_owned()));
    assert_eq!(until("1m"), Ok("2026-02-28".to_owned()));
    assert_eq!(until("1y"), until("1j"));
    assert_eq!(until("0d"), Ok("2026-01-31".to_owned()));
    for wrong in ["", "7", "d", "+7d", "7 d", "1000d", "é", "7é", "99999999999d"] {
        assert_eq!(until(wrong), Err(NoSpan), "{wrong}");
    }
}
