use super::*;

#[test]
fn a_file_of_messages_is_parted_where_they_begin() {
    let text = "From a@x.example Mon Nov 16 10:12:00 2026\nFrom: a@x.example\n\nFrom hier af ging het mis.\n>From x\n\nFrom b@x.example Mon Nov 16 11:12:00 2026\nFrom: b@x.example\n\ny\n";
    let found = messages(text.as_bytes()).unwrap();
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 7]);
    assert!(String::from_utf8_lossy(&found[0].1).contains("From hier af ging het mis.\nFrom x\n"));
    assert_eq!(messages(b"From: a@x.example\n\nx"), None);
}
