use super::*;

#[test]
fn markup_and_scripts_do_not_get_through() {
    let text = "## A b {#a}\n\n<script>x</script>\n\n[b](javascript:x) [c](https://c.example) <b>d</b>\n";
    let html = rendered(text, Lang::En);
    assert!(html.contains("<h2 id=\"a\">A b</h2>"), "{html}");
    assert!(html.contains("&lt;script&gt;") && html.contains("&lt;b&gt;"), "{html}");
    assert!(!html.contains("javascript") && html.contains("<a href=\"https://c.example\">c</a>"), "{html}");
}

#[test]
fn every_place_that_the_bundled_text_names_is_there() {
    for (name, text) in
        crate::site::BUNDLED.iter().filter(|(name, _)| name.starts_with("method.") && name.contains(".md"))
    {
        let html = rendered(text, Lang::Nl);
        let named = text.matches(" {#").count();
        assert!(named > 5, "{name}");
        assert_eq!(html.matches(" id=\"").count(), named, "{name}");
    }
}
