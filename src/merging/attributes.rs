//! What `.gitattributes` says of merging cases and yearbooks.

/// The lines that hand cases and yearbooks to the driver, each with the ending of what it is about.
pub const ATTRIBUTES: [(&str, &str); 2] =
    [(".md", "cases/**/*.md merge=klacht"), (".yaml", "cases/**/yearbook.yaml merge=klacht")];

/// The merges that lines about files below `cases/` with this ending name, in the order of the file; the last one counts.
#[must_use]
pub fn merges_of(ending: &str, attributes: &str) -> Vec<String> {
    let lines = attributes.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let of_cases = lines.filter_map(|line| line.split_once(char::is_whitespace)).filter(|(pattern, _)| {
        let pattern = pattern.trim_matches('/');
        let others = ATTRIBUTES.iter().any(|(other, _)| *other != ending && pattern.ends_with(other));
        let wide = ["*", "**"].contains(&pattern)
            || [format!("*{ending}"), format!("**/*{ending}")].iter().any(|p| p == pattern);
        wide || (pattern.starts_with("cases") && !others)
    });
    of_cases
        .flat_map(|(_, rest)| rest.split_whitespace().filter_map(|a| a.strip_prefix("merge=")))
        .map(str::to_owned)
        .collect()
}
