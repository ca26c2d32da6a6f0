//! Where two histories part: the commits against which a merge of them is judged.

use std::collections::{BinaryHeap, HashMap};

use super::{Id, Register, RegisterError};

/// Reached from the one commit.
const ONE: u8 = 1;
/// Reached from the other.
const OTHER: u8 = 2;
/// Reached from a common ancestor.
const STALE: u8 = 4;

impl Register {
    /// The best common ancestors of two commits: those that are no ancestors of another one. Dates decide only how soon the
    /// search ends.
    pub fn merge_bases(&self, one: Id, other: Id) -> Result<Vec<Id>, RegisterError> {
        let git = self.git()?;
        let mut marks: HashMap<Id, u8> = HashMap::from([(one, ONE)]);
        *marks.entry(other).or_default() |= OTHER;
        let mut heap = BinaryHeap::new();
        for id in [one, other] {
            heap.push((git.outline(id)?.2, id));
        }
        let mut common: Vec<Id> = Vec::new();
        while heap.iter().any(|(_, id)| marks[id] & STALE == 0) {
            let Some((_, id)) = heap.pop() else { break };
            let mut mark = marks[&id];
            if mark == ONE | OTHER {
                common.extend(Some(id).filter(|id| !common.contains(id)));
                mark |= STALE;
            }
            for parent in git.outline(id)?.1 {
                let known = marks.entry(parent).or_default();
                if *known & mark != mark {
                    *known |= mark;
                    heap.push((git.outline(parent)?.2, parent));
                }
            }
        }
        common.retain(|id| marks[id] & STALE == 0);
        let mut best = Vec::new();
        for id in &common {
            let mut below = false;
            for other in common.iter().filter(|other| *other != id) {
                below |= self.is_ancestor(*id, *other)?;
            }
            best.extend((!below).then_some(*id));
        }
        Ok(best)
    }
}
