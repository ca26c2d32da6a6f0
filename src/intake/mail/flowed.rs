//! Text of which the lines may be joined (RFC 3676, `format=flowed`).

/// The text with its soft line ends taken away; `del_sp` when the blank at such an end goes too.
pub(super) fn joined(text: &str, del_sp: bool) -> String {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut flows = false;
    for line in text.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let rest = line.get(depth..).unwrap_or_default();
        // A blank that was put before a line to keep it whole.
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let soft = rest.ends_with(' ') && rest != "-- ";
        let said = if soft && del_sp { rest.get(..rest.len() - 1).unwrap_or_default() } else { rest };
        match found.last_mut() {
            Some((before, last)) if flows && *before == depth && rest != "-- " => last.push_str(said),
            _ => found.push((depth, said.to_owned())),
        }
        flows = soft;
    }
    let lines = found.into_iter().map(|(depth, line)| {
        let mark = ">".repeat(depth);
        let line = line.trim_end();
        if depth == 0 || line.is_empty() { format!("{mark}{line}") } else { format!("{mark} {line}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/flowed.rs"]
mod tests;
