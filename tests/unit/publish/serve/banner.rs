use super::*;

const PAGE: &str = "<!doctype html><html><head>\n<meta http-equiv=\"Content-Security-Policy\" \
        content=\"default-src 'none'; style-src 'self'; img-src 'self'\">\n<title>T</title></head><body class=\"a\"><p>t</p></body></html>";

fn shown(faults: &[&str]) -> Shown {
    let told = |m: &&str| Told { place: "a<b".to_owned(), message: (*m).to_owned(), remedy: String::new() };
    Shown { faults: faults.iter().map(told).collect(), ..Shown::nothing(Lang::En) }
}

#[test]
fn only_what_the_preview_needs_is_allowed() {
    let page = previewed(PAGE, &shown(&[]));
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'";
    assert_eq!(page.policy.as_deref(), Some(policy));
    assert!(page.html.contains(&format!("content=\"{policy}\"")), "{}", page.html);
    assert_eq!(widened("img-src 'self'"), "img-src 'self'", "what is allowed already stays as it is");
    assert_eq!(widened("script-src 'none'"), "script-src 'self'");
}

#[test]
fn a_good_page_has_the_script_and_no_banner() {
    let page = previewed(PAGE, &shown(&[])).html;
    assert!(page.contains(SCRIPT) && !page.contains("klacht-preview\"") && !page.contains(STYLE), "{page}");
}

#[test]
fn what_is_wrong_stands_on_top_and_is_escaped() {
    let page = previewed(PAGE, &shown(&["<script>alert(1)</script>"])).html;
    let at = page.find("<body class=\"a\">\n<section class=\"klacht-preview\"");
    assert!(at.is_some() && page.contains("&lt;script&gt;alert") && page.contains("a&lt;b"), "{page}");
    assert!(!page.contains("<script>alert"), "{page}");
}

#[test]
fn a_page_without_a_head_stays_as_it_is() {
    assert_eq!(previewed("<p>t</p>", &shown(&["m"])).html, "<p>t</p>");
}
