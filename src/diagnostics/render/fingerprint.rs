//! An identity for a finding that outlives moved lines, so that servers recognise it from one run to the next.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::diagnostics::finding::Finding;

/// The findings with their fingerprints: 32 hexadecimal digits from code, case (or path) and route (or message), never
/// from line, severity or language. Like findings are numbered in their order, because servers drop doubles.
pub fn fingerprinted(findings: &[Finding]) -> Vec<(&Finding, String)> {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut pairs = Vec::with_capacity(findings.len());
    for finding in findings {
        let number = seen.entry(digest(finding, 0)).or_default();
        pairs.push((finding, digest(finding, *number)));
        *number += 1;
    }
    pairs
}

fn digest(finding: &Finding, number: u64) -> String {
    let subject = finding.case.as_deref().unwrap_or(&finding.path);
    let what = finding.route.as_deref().unwrap_or(&finding.message.en);
    let mut hash = Sha256::new();
    for part in [finding.code, subject, what] {
        // The length first: no two different lists of parts give the same bytes.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.update(number.to_le_bytes());
    let hash = hash.finalize();
    let half = hash.iter().take(16).fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    format!("{half:032x}")
}
