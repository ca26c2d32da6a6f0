use super::*;

#[test]
fn a_page_is_taken_apart() {
    let html =
        b"<p id=a title='x &amp; y'>Ge<b>heim</b> &lt;i&gt;</p><a id=a href='#b'>q</a><script>{\"<b>\"}</script>";
    let page = Document::read(html);
    assert_eq!(page.ids.iter().collect::<Vec<_>>(), ["a"]);
    assert_eq!(page.twice.iter().collect::<Vec<_>>(), ["a"]);
    assert_eq!(page.links.iter().collect::<Vec<_>>(), ["#b"]);
    assert_eq!(page.text, "\nGeheim <i>\nq\n{\"<b>\"}\n");
    assert!(page.attributes.contains(&"x & y".to_owned()));
}
