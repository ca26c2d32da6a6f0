use super::*;

fn lines(text: &str) -> Vec<Option<usize>> {
    faults(text, b';', 3).iter().map(|r| r.line).collect()
}

#[test]
fn a_quotation_mark_that_does_not_fit_is_told_where_its_cell_begins() {
    for (text, wanted) in [
        ("a;b;c\n1;\"x\";y\n2;\"x \"\"y\"\"\";z\n", vec![]),
        ("a;b;c\n1;\"twee\nregels, met ; erin\";y\n", vec![]),
        ("a;b;c\n1;5\" breed;y\n", vec![]),
        ("a;b;c\n1;\"x\" ;y\n", vec![]),
        ("a;b;c\n1;\"x;y\n2;z;w\n", vec![Some(2), Some(2)]),
        ("a;b;c\n1;\"x;y\n2;\"z\";w\n", vec![Some(2)]),
        ("a;b;c\n1;\"zei \"ja\" tegen\";y\n", vec![Some(2), Some(2)]),
        ("a;b;c\n1;x;\"y\n2;z;w\"\n", vec![Some(2)]),
        ("a;b;c\n1;\"x;y\n2;z\";w\n", vec![Some(2)]),
        ("a;b;c\n\"1;x;y\n2\";z;w\n", vec![Some(2)]),
        ("a;b;c\n1;x;\"een; twee; drie\nvier; vijf\"\n", vec![]),
    ] {
        let found = lines(text);
        assert_eq!(found.is_empty(), wanted.is_empty(), "{text}: {found:?}");
        assert!(found.iter().all(|line| *line == Some(2)), "{text}: {found:?}");
    }
}
