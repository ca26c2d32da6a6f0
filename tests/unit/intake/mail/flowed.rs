use super::*;

#[test]
fn soft_line_ends_are_joined() {
    for (text, del_sp, wanted) in [
        ("een \ntwee\ndrie", false, "een twee\ndrie"),
        ("een  \ntwee  \ndrie.", true, "een twee drie."),
        ("> een \n> twee\ndrie", false, "> een twee\ndrie"),
        ("een \n> twee", false, "een\n> twee"),
        (" From hier \nverder", false, "From hier verder"),
        ("een\n-- \nJan", false, "een\n--\nJan"),
        ("een \n-- \nJan", false, "een\n--\nJan"),
    ] {
        assert_eq!(joined(text, del_sp), wanted, "{text:?}");
    }
}
