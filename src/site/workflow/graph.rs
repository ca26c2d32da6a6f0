//! The steps of a regulation as a graph: what comes after what, and which way a complaint ordinarily goes.

use std::collections::{BTreeMap, BTreeSet};

use crate::regulation::{Does, For, Regulation, Step};

/// The place of a node: the receipt of the complaint, or a step by its index in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// The complaint is received.
    Receipt,
    /// A step.
    Step(usize),
}

/// The graph, without cycles.
#[derive(Debug, Clone)]
pub struct Graph<'a> {
    /// The rules.
    pub rules: &'a Regulation,
    /// What comes directly before each node; only what is worth a line.
    pub before: BTreeMap<Node, BTreeSet<Node>>,
    /// Steps that are possible at any moment: nothing comes before them and nothing after.
    pub any_time: BTreeSet<Node>,
    /// The ordinary way.
    pub main: BTreeSet<Node>,
    /// From a re-opening back to the step with which the new round begins.
    pub loops: Vec<(Node, Node)>,
}

impl<'a> Graph<'a> {
    /// Works it out.
    #[must_use]
    pub fn of(rules: &'a Regulation) -> Self {
        let mut graph =
            Self { rules, before: direct(rules), any_time: BTreeSet::new(), main: BTreeSet::new(), loops: Vec::new() };
        graph.receipt();
        graph.without_cycles();
        graph.alternatives();
        graph.main = graph.ordinary();
        graph.reduce();
        graph.loops = graph.rounds();
        graph
    }

    /// The step at a node.
    #[must_use]
    pub fn step(&self, node: Node) -> Option<&'a Step> {
        match node {
            Node::Receipt => None,
            Node::Step(index) => self.rules.steps.get(index),
        }
    }

    /// Whether a case can go without a step.
    #[must_use]
    pub fn skippable(&self, node: Node) -> bool {
        self.step(node).is_some_and(|s| s.optional || s.when.is_some())
    }

    /// Whether what comes after a step may follow without it: an optional step that is named must still have been taken, a
    /// step whose condition is false is passed over.
    fn passed_over(&self, node: Node) -> bool {
        self.step(node).is_some_and(|s| s.when.is_some())
    }

    /// The layer of each node: one below the lowest of what comes before it.
    #[must_use]
    pub fn layers(&self) -> BTreeMap<Node, usize> {
        let mut layers = BTreeMap::new();
        for node in self.before.keys() {
            self.layer(*node, &mut layers);
        }
        layers
    }

    fn layer(&self, node: Node, layers: &mut BTreeMap<Node, usize>) -> usize {
        if let Some(known) = layers.get(&node) {
            return *known;
        }
        let above = self.before.get(&node).into_iter().flatten();
        let layer = above.map(|b| self.layer(*b, layers) + 1).max().unwrap_or(0);
        layers.insert(node, layer);
        layer
    }

    /// Puts the receipt before the first steps of a complaint, and what makes a complaint of a report before the receipt.
    fn receipt(&mut self) {
        let nodes: Vec<Node> = self.before.keys().copied().collect();
        let followed: BTreeSet<Node> = self.before.values().flatten().copied().collect();
        let mut receipt = BTreeSet::new();
        for node in nodes {
            let Some(step) = self.step(node) else { continue };
            if step.does == Some(Does::Formalise) {
                receipt.insert(node);
            }
            let alone = self.before.get(&node).is_some_and(BTreeSet::is_empty);
            if step.belongs_to == For::Report {
                continue;
            }
            if alone && step.optional && !followed.contains(&node) {
                self.any_time.insert(node);
                self.before.remove(&node);
                continue;
            }
            let first = self.before.get(&node).is_some_and(|b| b.iter().all(|n| self.passed_over(*n)));
            if first {
                self.before.entry(node).or_default().insert(Node::Receipt);
            }
        }
        self.before.insert(Node::Receipt, receipt);
    }

    /// Leaves out every line that would lead back to where it came from. The lint reports them; a drawing must end.
    fn without_cycles(&mut self) {
        let mut done = BTreeSet::new();
        for node in self.before.keys().copied().collect::<Vec<_>>() {
            self.descend(node, &mut Vec::new(), &mut done);
        }
    }

    fn descend(&mut self, node: Node, path: &mut Vec<Node>, done: &mut BTreeSet<Node>) {
        if done.contains(&node) {
            return;
        }
        path.push(node);
        for above in self.before.get(&node).cloned().unwrap_or_default() {
            if path.contains(&above) {
                self.before.entry(node).or_default().remove(&above);
            } else {
                self.descend(above, path, done);
            }
        }
        path.pop();
        done.insert(node);
    }

    /// The longest way from the receipt to the closing, over as few steps as possible that can be left out, together with
    /// what must always be done before the closing.
    fn ordinary(&self) -> BTreeSet<Node> {
        let Some(closing) = self.closing() else { return BTreeSet::new() };
        let above = self.all_before(closing);
        let mut main: BTreeSet<Node> = above.iter().copied().filter(|n| !self.skippable(*n)).collect();
        let mut order: Vec<Node> = above.iter().copied().chain([closing]).collect();
        let layers = self.layers();
        order.sort_by_key(|n| (layers.get(n).copied().unwrap_or(0), *n));
        let mut best: BTreeMap<Node, (i64, Option<Node>)> = BTreeMap::from([(Node::Receipt, (0, None))]);
        for node in order.into_iter().filter(|n| *n != Node::Receipt) {
            let weight = if self.skippable(node) && !self.milestone(node) { -1 } else { 1 };
            let from = self.before.get(&node).into_iter().flatten();
            let from = from.filter_map(|b| best.get(b).map(|(score, _)| (*score, *b))).max();
            if let Some((score, from)) = from {
                best.insert(node, (score + weight, Some(from)));
            }
        }
        let mut at = Some(closing);
        while let Some(node) = at {
            main.insert(node);
            at = best.get(&node).and_then(|(_, from)| *from);
        }
        main.retain(|n| self.step(*n).is_none_or(|s| s.belongs_to != For::Report));
        main
    }

    /// The step that closes an ordinary case.
    fn closing(&self) -> Option<Node> {
        let named = |s: &Step| self.rules.milestones.closing.as_deref() == Some(&s.id);
        let closes = |s: &Step| s.does == Some(Does::Close);
        let steps = &self.rules.steps;
        steps.iter().position(named).or_else(|| steps.iter().position(closes)).map(Node::Step)
    }

    fn milestone(&self, node: Node) -> bool {
        let m = &self.rules.milestones;
        let named =
            [&m.registration, &m.acknowledgement, &m.hearing, &m.judgement, &m.outcome, &m.resolved, &m.closing];
        self.step(node).is_some_and(|s| named.into_iter().flatten().any(|id| *id == s.id))
    }

    /// Everything before a node, as far as the receipt: not every complaint was a report before.
    fn all_before(&self, node: Node) -> BTreeSet<Node> {
        let mut seen = BTreeSet::new();
        let mut open = vec![node];
        while let Some(next) = open.pop() {
            if next == Node::Receipt {
                continue;
            }
            for above in self.before.get(&next).into_iter().flatten() {
                if seen.insert(*above) {
                    open.push(*above);
                }
            }
        }
        seen
    }

    /// Leaves out every line that goes past a choice of steps, one of which is always taken.
    fn alternatives(&mut self) {
        for node in self.before.keys().copied().collect::<Vec<_>>() {
            let Some(step) = self.step(node) else { continue };
            let place = |id: &String| self.rules.steps.iter().position(|s| s.id == *id).map(Node::Step);
            let each = step.after_any.iter().filter_map(place).map(|n| self.all_before(n));
            let Some(past) = each.reduce(|one, other| one.intersection(&other).copied().collect()) else { continue };
            if let Some(above) = self.before.get_mut(&node) {
                above.retain(|a| !past.contains(a));
            }
        }
    }

    /// Leaves out every line that goes past a step which is always taken: the way over that step says the same.
    fn reduce(&mut self) {
        let nodes: Vec<Node> = self.before.keys().copied().collect();
        let certain: BTreeMap<Node, BTreeSet<Node>> = nodes
            .iter()
            .map(|n| {
                let over = self.all_before(*n).into_iter().filter(|m| !self.passed_over(*m));
                (*n, over.flat_map(|m| self.all_before(m)).collect())
            })
            .collect();
        for (node, above) in &mut self.before {
            let past = certain.get(node);
            above.retain(|a| past.is_none_or(|p| !p.contains(a)));
        }
    }

    /// Where each re-opening leads: the first step that a new round demands again.
    fn rounds(&self) -> Vec<(Node, Node)> {
        let layers = self.layers();
        let layer = |n: &Node| layers.get(n).copied();
        let mut loops = Vec::new();
        for (index, step) in self.rules.steps.iter().enumerate().filter(|(_, s)| s.does == Some(Does::Reopen)) {
            let from = Node::Step(index);
            let again = self.rules.steps.iter().enumerate().filter(|(_, s)| s.each_round && s.id != step.id);
            let again = again.map(|(i, _)| Node::Step(i)).filter(|n| layer(n) < layer(&from) && layer(n).is_some());
            if let Some(to) = again.min_by_key(|n| (layer(n), *n)) {
                loops.push((from, to));
            }
        }
        loops
    }
}

/// For each step what the file says comes before it.
fn direct(rules: &Regulation) -> BTreeMap<Node, BTreeSet<Node>> {
    let place = |id: &String| rules.steps.iter().position(|s| s.id == *id).map(Node::Step);
    let above = |s: &Step| s.after.iter().chain(&s.after_any).filter_map(place).collect();
    rules.steps.iter().enumerate().map(|(index, step)| (Node::Step(index), above(step))).collect()
}
