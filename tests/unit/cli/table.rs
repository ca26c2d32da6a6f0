use super::*;

#[test]
fn a_table_fits_its_terminal() {
    let cells = ["K26-7F3QXM", "Contact met de klager", "é日本 lange tekst in woorden"].map(Cow::Borrowed);
    let lines = [Line { cells: cells.to_vec(), urgent: true }];
    let whole = table(&["id", "stap", "meer"], &lines, None, false);
    assert!(whole.contains("é日本 lange tekst in woorden"));
    for width in [30, 40, 60] {
        let text = table(&["id", "stap", "meer"], &lines, Some(width), false);
        assert!(text.lines().all(|line| line.width() <= width), "{width}: {text}");
    }
    assert!(!whole.contains('\u{1b}'));
    assert!(table(&["id", "stap", "meer"], &lines, None, true).contains("\u{1b}[31m"));
}
