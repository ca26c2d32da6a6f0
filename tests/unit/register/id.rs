use super::*;

#[test]
fn reads_and_writes_both_lengths() {
    for length in [40, 64] {
        let hex = "0123456789abcdef".repeat(4)[..length].to_string();
        assert_eq!(Id::from_hex(hex.as_bytes()).unwrap().to_string(), hex);
    }
    assert_eq!(Id::from_hex(b"abc"), None);
    assert_eq!(Id::from_hex("G".repeat(40).as_bytes()), None);
}

#[test]
fn knows_the_zero_id_of_both_formats() {
    assert!(Id::from_hex("0".repeat(40).as_bytes()).unwrap().is_zero());
    assert!(Id::from_hex("0".repeat(64).as_bytes()).unwrap().is_zero());
    assert!(!Id::from_hex("1".repeat(40).as_bytes()).unwrap().is_zero());
}
