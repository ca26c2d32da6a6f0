//! What `.gitattributes` says of merging cases.

/// The line that hands cases to the driver.
pub const ATTRIBUTE: &str = "cases/**/*.md merge=klacht";

/// The merges that lines about cases name, in the order of the file; the last one counts.
#[must_use]
pub fn merges_of_cases(attributes: &str) -> Vec<String> {
    let lines = attributes.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let of_cases = lines.filter_map(|line| line.split_once(char::is_whitespace)).filter(|(pattern, _)| {
        let pattern = pattern.trim_matches('/');
        pattern.starts_with("cases") || matches!(pattern, "*" | "*.md" | "**" | "**/*.md")
    });
    of_cases
        .flat_map(|(_, rest)| rest.split_whitespace().filter_map(|a| a.strip_prefix("merge=")))
        .map(str::to_owned)
        .collect()
}
