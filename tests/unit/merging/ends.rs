use super::*;

#[test]
fn whoever_changed_the_line_ends_is_followed() {
    let (unix, windows) = ("a\nb\n", "a\r\nb\r\n");
    for (three, all) in [
        ([unix, unix, windows], windows),
        ([unix, windows, unix], windows),
        ([windows, unix, windows], unix),
        ([windows, windows, unix], unix),
        ([unix, windows, windows], windows),
        ([unix, unix, unix], unix),
    ] {
        assert_eq!(alike(three), [all; 3], "{three:?}");
    }
    // Where all agree by their first line, no byte is touched.
    let mixed = ["a\nb\r\n", "a\nb\r\nc\n", "a\n"];
    assert_eq!(alike(mixed), mixed);
}
