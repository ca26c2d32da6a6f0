//! What the room promises, one file per promise.

mod declared;
mod editing;
mod parsing;
mod tables;

use super::{Fault, FaultKind, Node, parse};

/// Each fault as `code kind start..end "what stands there"`.
fn places(source: &str) -> Vec<String> {
    show(source, &parse(source, 0).1)
}

fn show(source: &str, faults: &[Fault]) -> Vec<String> {
    faults
        .iter()
        .map(|f| {
            let text = source.get(f.span.start..f.span.end).expect("a span within the source");
            let kind = match &f.kind {
                FaultKind::Syntax(kind) => format!(" {kind:?}"),
                _ => String::new(),
            };
            format!("{}{kind} {}..{} {text:?}", f.code(), f.span.start, f.span.end)
        })
        .collect()
}

fn tree(source: &str) -> Node {
    let (node, faults) = parse(source, 0);
    assert_eq!(faults, [], "{source}");
    node.expect("a tree")
}
