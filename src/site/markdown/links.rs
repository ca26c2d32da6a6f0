//! Which links a text may have.

/// The schemes that a page may lead to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The address of a link, or nothing when it must not be one: an unknown scheme (`javascript:`, `data:`), or another host
/// without a scheme. White space and control characters go first, since a browser leaves them out too.
#[must_use]
pub fn allowed(target: &str) -> Option<String> {
    let target: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    if target.is_empty() || target.contains('\\') || target.starts_with("//") {
        return None;
    }
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        Some((scheme, _)) => SCHEMES.iter().any(|s| s.eq_ignore_ascii_case(scheme)).then_some(target),
        None => Some(target),
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/site/markdown/links.rs"]
mod tests;
