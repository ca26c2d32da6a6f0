//! Where a case gets stuck: states from which nothing ends it, or nothing but that the other side gives in or acts.

use std::collections::{BTreeMap, BTreeSet};

use super::explore::{Move, Search};

impl Search<'_> {
    /// The states from which no finishing step can be reached: all, less those found by walking back from one.
    pub fn dead_ends(&mut self) {
        let mut alive = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = self.nodes.iter().enumerate().filter(|(_, n)| n.finishes).map(|(i, _)| i).collect();
        while let Some(number) = open.pop() {
            let Some(here) = alive.get_mut(number).filter(|a| !**a) else { continue };
            *here = true;
            open.extend(self.nodes.get(number).into_iter().flat_map(|node| &node.before));
        }
        let mut told = BTreeSet::new();
        for (number, node) in self.nodes.iter().enumerate() {
            let fine = |p: usize| alive.get(p) == Some(&true) || self.nodes.get(p).is_some_and(|n| n.state.ended());
            let first = node.from.as_ref().is_none_or(|(parent, ..)| fine(*parent));
            if alive.get(number) == Some(&false) && !node.state.ended() && first {
                let path = self.path(number);
                let last = path.last().map(|m| m.step);
                if told.insert(last) {
                    self.found.dead.push(path);
                }
            }
        }
    }

    /// The states from which the organisation cannot end the case whatever the other side answers, though it could have if the
    /// last answer had been another.
    pub fn given_in(&mut self) {
        let safe = self.safe();
        let is_safe = |number: usize| safe.get(number) == Some(&true);
        let mut told = BTreeSet::new();
        let mut stuck = Vec::new();
        for (number, node) in self.nodes.iter().enumerate().filter(|(number, _)| !is_safe(*number)) {
            let Some((parent, step, values)) = &node.from else { continue };
            let parent = self.nodes.get(*parent);
            let choices = parent.into_iter().flat_map(|n| n.choices.iter().chain(n.theirs.iter().map(|(_, all)| all)));
            let mut siblings = choices.filter(|choice| choice.contains(&number));
            let otherwise = siblings.any(|choice| choice.iter().any(|other| is_safe(*other)));
            if otherwise && !node.state.ended() && told.insert((*step, values.clone())) {
                stuck.push(number);
            }
        }
        let paths: Vec<Vec<Move>> = stuck.into_iter().map(|number| self.path(number)).collect();
        let dead = |path: &Vec<Move>| self.found.dead.iter().any(|dead| path.starts_with(dead));
        self.found.stuck = paths.into_iter().filter(|path| !dead(path)).collect();
        self.wait_for_others(&safe);
    }

    /// The states in which a complaint waits for the other side: nothing that the organisation does ends it, and a step of theirs
    /// would let it end.
    fn wait_for_others(&mut self, safe: &[bool]) {
        let is_safe = |number: &usize| safe.get(*number) == Some(&true);
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, node) in self.nodes.iter().enumerate().filter(|(number, _)| !is_safe(number)) {
            let open = node.state.complaint() && !node.state.ended();
            let would = node.theirs.iter().filter(|(_, reached)| open && reached.iter().any(&is_safe));
            for (step, _) in would {
                first.entry(*step).or_insert(number);
            }
        }
        self.found.awaited = first.into_iter().map(|(step, number)| (step, self.path(number))).collect();
    }

    /// For each state, whether the organisation can bring the case to an end, whatever the other side answers.
    fn safe(&self) -> Vec<bool> {
        let mut safe = vec![false; self.nodes.len()];
        let mut waits: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.nodes.len()];
        let mut left: Vec<Vec<usize>> = Vec::with_capacity(self.nodes.len());
        for (number, node) in self.nodes.iter().enumerate() {
            for (nth, choice) in node.choices.iter().enumerate() {
                for reached in choice {
                    if let Some(waits) = waits.get_mut(*reached) {
                        waits.push((number, nth));
                    }
                }
            }
            left.push(node.choices.iter().map(Vec::len).collect());
        }
        let mut open: Vec<usize> = self.nodes.iter().enumerate().filter(|(_, n)| n.finishes).map(|(i, _)| i).collect();
        while let Some(number) = open.pop() {
            let Some(here) = safe.get_mut(number).filter(|safe| !**safe) else { continue };
            *here = true;
            for (waiting, nth) in waits.get(number).into_iter().flatten() {
                let Some(count) = left.get_mut(*waiting).and_then(|counts| counts.get_mut(*nth)) else { continue };
                *count = count.saturating_sub(1);
                if *count == 0 {
                    open.push(*waiting);
                }
            }
        }
        safe
    }
}
