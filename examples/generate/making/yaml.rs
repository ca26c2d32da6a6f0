//! Writing scalars: plain where YAML reads the same text back, quoted where it would not.

/// A scalar; in `[…]` and `{…}` the brackets and the comma count too.
pub fn scalar(text: &str, flow: bool) -> String {
    if plain(text, flow) { text.to_owned() } else { quoted(text) }
}

/// A list in one line.
pub fn list<T: AsRef<str>>(texts: &[T]) -> String {
    let items: Vec<String> = texts.iter().map(|t| scalar(t.as_ref(), true)).collect();
    format!("[{}]", items.join(", "))
}

/// One text as itself, several as a list.
pub fn one_or_list(texts: &[String]) -> String {
    match texts {
        [one] => scalar(one, false),
        several => list(several),
    }
}

fn plain(text: &str, flow: bool) -> bool {
    let first = text.chars().next();
    let begins_well = first.is_some_and(char::is_alphanumeric);
    let ends_well = !text.ends_with(':') && text.trim() == text;
    let inside_well = !text.contains(": ") && !text.contains(" #") && !text.contains(char::is_control);
    let brackets = flow && text.contains([',', '[', ']', '{', '}']);
    begins_well && ends_well && inside_well && !brackets && !mistaken(text)
}

/// What YAML would take for something else than text: a truth, nothing, or a number that is written otherwise than ours.
fn mistaken(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let word = matches!(lower.as_str(), "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null");
    let number = text.parse::<f64>().is_ok() || lower.starts_with("0x") || lower.starts_with("0o");
    word || (number && !amount(text))
}

/// Digits without a leading zero, perhaps with two decimals: read as the same text.
fn amount(text: &str) -> bool {
    let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let short = whole.len() < 10 && (whole == "0" || !whole.starts_with('0'));
    !whole.is_empty() && short && cents.len() == 2 && digits(whole) && digits(cents)
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
