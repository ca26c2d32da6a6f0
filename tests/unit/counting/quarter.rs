#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use crate::counting::quarter::*;

#[test]
fn reads_what_it_writes_and_nothing_else() {
    let day = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap();
    assert_eq!(Quarter::of(day).to_string(), "2025-Q2");
    assert_eq!("2025-Q2".parse(), Ok(Quarter::of(day)));
    for wrong in ["2025-Q0", "2025-Q5", "2025-Q02", "+2025-Q2", "2025Q2", "2025-q2", ""] {
        assert_eq!(wrong.parse::<Quarter>(), Err(NoQuarter), "{wrong}");
    }
}
