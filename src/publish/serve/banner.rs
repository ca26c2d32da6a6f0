//! A page as the preview shows it: with what is wrong on top, and with the script that looks for a newer one. The page's own
//! policy is widened by what those two need and by nothing else.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::shown::{Shown, Told};
use crate::diagnostics::Lang;

/// Where the script stands.
pub const SCRIPT: &str = "_klacht/preview.js";
/// Where the style of the banner stands.
pub const STYLE: &str = "_klacht/preview.css";

/// The policy of the page that stands in for a site that there is not.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// A page and its policy, when it has one.
pub struct Previewed {
    /// The page.
    pub html: String,
    /// Its policy, to be sent along.
    pub policy: Option<String>,
}

/// A page of the last good site.
#[must_use]
pub fn previewed(page: &str, shown: &Shown) -> Previewed {
    let mut html = page.to_owned();
    let mut policy = None;
    if let Some((start, end)) = policy_in(page) {
        let wide = page.get(start..end).map(widened).unwrap_or_default();
        html.replace_range(start..end, &wide);
        policy = Some(wide);
    }
    insert(&mut html, "</head>", false, &head(shown));
    insert(&mut html, "<body", true, &banner(&shown.faults, shown.lang));
    Previewed { html, policy }
}

/// The page while no site could be built yet.
#[must_use]
pub fn alone(shown: &Shown) -> Previewed {
    let (lang, policy) = (shown.lang.tag(), widened(POLICY));
    let title = match shown.lang {
        Lang::Nl => "Nog geen site",
        Lang::En => "No site yet",
    };
    let html = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n{}</head>\n\
         <body>\n{}</body>\n</html>\n",
        head(shown),
        banner(&shown.faults, shown.lang)
    );
    Previewed { html, policy: Some(policy) }
}

fn head(shown: &Shown) -> String {
    let style =
        if shown.faults.is_empty() { String::new() } else { format!("<link rel=\"stylesheet\" href=\"/{STYLE}\">\n") };
    format!("{style}<script src=\"/{SCRIPT}\" data-state=\"{}\" defer></script>\n", shown.state)
}

fn banner(faults: &[Told], lang: Lang) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let title = match lang {
        Lang::Nl => "Dit houdt de site tegen",
        Lang::En => "This keeps the site from being built",
    };
    let mut html = format!(
        "\n<section class=\"klacht-preview\" role=\"alert\" lang=\"{}\" aria-label=\"{title}\">\n<h2>{title}</h2>\n<ul>\n",
        lang.tag()
    );
    for told in faults {
        let place =
            if told.place.is_empty() { String::new() } else { format!("<code>{}</code>: ", escaped(&told.place)) };
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<li>{place}{}<br>{}</li>", escaped(&told.message), escaped(&told.remedy));
    }
    html + "</ul>\n</section>\n"
}

fn escaped(text: &str) -> String {
    escape(text).into_owned()
}

/// Puts something before a tag, or behind the one that begins so. A page without the tag stays as it is.
fn insert(html: &mut String, tag: &str, behind: bool, what: &str) {
    let Some(start) = html.to_ascii_lowercase().find(tag) else { return };
    let at =
        if behind { html.get(start..).and_then(|rest| rest.find('>')).map(|end| start + end + 1) } else { Some(start) };
    if let Some(at) = at {
        html.insert_str(at, what);
    }
}

/// Where the page's policy stands in its head.
fn policy_in(page: &str) -> Option<(usize, usize)> {
    let small = page.to_ascii_lowercase();
    let named = small.find("http-equiv=\"content-security-policy\"")?;
    let (open, close) = (small.get(..named)?.rfind('<')?, named + small.get(named..)?.find('>')?);
    let start = open + small.get(open..close)?.find(" content=\"")? + " content=\"".len();
    let end = start + small.get(start..close)?.find('"')?;
    Some((start, end))
}

/// A policy that also allows a script, a style sheet and a question to this server.
fn widened(policy: &str) -> String {
    let mut parts: Vec<String> = policy.split(';').map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect();
    let sources = |parts: &[String], name: &str| {
        parts.iter().position(|p| p.split_whitespace().next().is_some_and(|n| n.eq_ignore_ascii_case(name)))
    };
    for name in ["script-src", "style-src", "connect-src"] {
        let own = sources(&parts, name);
        // Without a rule of its own that of all kinds holds; without that, everything is allowed.
        let Some(rule) = own.or_else(|| sources(&parts, "default-src")).and_then(|at| parts.get(at)) else { continue };
        let mut allowed: Vec<&str> = rule.split_whitespace().skip(1).filter(|s| *s != "'none'").collect();
        if !allowed.contains(&"'self'") {
            allowed.push("'self'");
        }
        let wide = format!("{name} {}", allowed.join(" "));
        match own.and_then(|at| parts.get_mut(at)) {
            Some(part) => *part = wide,
            None => parts.push(wide),
        }
    }
    parts.join("; ")
}

#[cfg(test)]
#[path = "../../../tests/unit/publish/serve/banner.rs"]
mod tests;
