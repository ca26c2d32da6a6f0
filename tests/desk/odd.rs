//! The same case laid out by hand in odd ways, of which none means anything.

use klacht::case::{read, split};
use regex::{Captures, Regex};

/// How many ways there are.
pub const WAYS: usize = 12;

/// The text laid out in one of the ways; the text itself where that would change what it says.
pub fn odd(text: &str, way: usize) -> String {
    let Some(data) = split(text).0.map(|f| f.data) else { return text.to_owned() };
    let (before, front, after) = (&text[..data.start], &text[data.clone()], &text[data.end..]);
    let laid = match way {
        1 => return same(text, text.replace("\r\n", "\n").replace('\n', "\r\n")),
        2 => each(front, r"(?m)^( *(?:- )?(?:on|received): )(\d{4}-\d{2}-\d{2})", "${1}'${2}'"),
        3 => each(front, r"(?m)^( *by: )(\w+)", "${1}\"${2}\""),
        4 => each(front, r"(?m)^( *)- step:", "${1}# daarna: 'dit'\n${1}- step:"),
        5 => each(front, r"(?m)^( *on: \S+)(\r?)$", "${1}   # een dag: \"goed\"${2}"),
        6 => each(front, r"(?m)^( *)- step:", "\n\n\n${1}- step:"),
        7 => of_log(front, |line| line.strip_prefix("  ").unwrap_or(line).to_owned()),
        8 => of_log(front, |line| format!("   {line}")),
        9 => moved(front),
        10 => each(front, r"(?m)^( +[a-z-]+: [^\r\n#|>]*[^\s#|>])(\r?)$", "${1}  ${2}"),
        11 => return same(text, text.trim_end_matches(['\r', '\n']).to_owned()),
        _ => front.to_owned(),
    };
    let eol = |t: String| if text.contains("\r\n") { t.replace("\r\n", "\n").replace('\n', "\r\n") } else { t };
    same(text, [before, &eol(laid), after].concat())
}

/// The new text, when it says the same as the old.
fn same(text: &str, laid: String) -> String {
    let told = |t: &str| {
        let (case, _, faults) = read(t);
        case.filter(|_| faults.is_empty()).map(|c| {
            let steps: Vec<String> =
                c.log.iter().map(|e| format!("{} {} {:?} {:?}", e.step, e.on, e.by, e.to)).collect();
            (c.id, c.received, c.topics.clone(), c.attestations.len(), steps)
        })
    };
    if told(&laid).is_some() && told(text) == told(&laid) { laid } else { text.to_owned() }
}

fn each(front: &str, pattern: &str, with: &str) -> String {
    Regex::new(pattern).unwrap().replace_all(front, with).into_owned()
}

/// The lines of the log, each changed.
fn of_log(front: &str, change: impl Fn(&str) -> String) -> String {
    let log = Regex::new(r"(?m)^log:\r?\n((?:[ -].*\n|\r?\n)*)").unwrap();
    let lines = |found: &Captures<'_>| {
        let changed =
            found[1].split_inclusive('\n').map(|l| if l.trim().is_empty() { l.to_owned() } else { change(l) });
        format!("log:\n{}", changed.collect::<String>())
    };
    log.replace(front, lines).into_owned()
}

/// The log above everything else but the id, so that it is not the last group any more.
fn moved(front: &str) -> String {
    let Some(at) = front.find("\nlog:") else { return front.to_owned() };
    let (rest, log) = front.split_at(at + 1);
    let end = log.find("\nattestations:").map_or(log.len(), |end| end + 1);
    let (log, more) = log.split_at(end);
    let Some(first) = rest.find('\n') else { return front.to_owned() };
    let (id, others) = rest.split_at(first + 1);
    format!("{id}{log}\n{}\n{more}", others.trim())
}
