use super::*;

#[test]
fn a_text_is_found_by_itself_only() {
    assert!(stands_in("mail a@b.example.", "a@b.example"));
    assert!(!stands_in("mail ja@b.example.", "a@b.example"));
    assert!(!stands_in("subtitels", "subtitel"));
}

#[test]
fn percent_signs_are_resolved() {
    assert_eq!(decoded("a%40b 100% c%2"), "a@b 100% c%2");
}

#[test]
fn files_of_a_regulation() {
    assert_eq!([folder("en/cmm/index.html"), folder("cmm/data/2025.csv")], ["cmm", "cmm"]);
    assert_eq!([folder("cmmx/index.html"), folder("en/index.html"), folder("cmm")], ["cmmx", "", ""]);
}
