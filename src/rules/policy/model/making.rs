//! A regulation made ready for the search: ids become numbers, and what is asked in each state anew is worked out once.

use std::collections::HashMap;

use super::conditions::{asked_in, conditions, parts};
use super::facts::{Facts, combinations};
use super::holds::Question;
use super::machine::{Act, Asked, Assumptions, Clock, Machine};
use super::options::{Key, keys};
use super::state::Value;
use crate::regulation::{
    AskType, Binding, Condition, Does, Each, Ending, Escalation, Limits, Means, Moment, Need, Position, Precedence,
    Regulation, RoleKind, Selector, Step, Term,
};

/// What ids stand for.
pub(super) struct Ids<'a> {
    steps: HashMap<&'a str, usize>,
    pub facts: Vec<Facts>,
    pub keys: Vec<Assumptions>,
}

impl Ids<'_> {
    /// The number of a step.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.steps.get(id).copied()
    }

    /// The numbers of steps, of those there are.
    fn numbers(&self, ids: &[String]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.number(id)).collect()
    }
}

impl Machine {
    /// Makes a regulation ready, with the order of its steps.
    #[must_use]
    pub fn of(regulation: &Regulation, precedence: &Precedence) -> Self {
        let plain: Vec<&Condition> = conditions(regulation).into_iter().map(|(_, c)| c).collect();
        let within = parts(regulation).into_iter().map(|(_, c)| c);
        let (facts, cut) = combinations(regulation, &plain);
        let steps = regulation.steps.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
        let asked = keys(regulation, &plain);
        let mut ids = Ids { steps, facts, keys: first(regulation, &asked) };
        let overdue = overdue(regulation, &plain, &mut ids.keys);
        let asks: Vec<Vec<(usize, Vec<usize>)>> =
            regulation.steps.iter().map(|step| options(regulation, step, &asked, &mut ids.keys)).collect();
        let caps = caps(regulation, &plain, &ids);
        let making = Making { regulation, precedence, ids: &ids, caps: &caps };
        let formal = regulation.channels.iter().any(|c| c.formal) || regulation.channels.is_empty();
        let report = regulation.channels.iter().any(|c| !c.formal);
        Self {
            acts: regulation.steps.iter().enumerate().zip(asks).map(|((i, s), a)| making.act(i, s, a)).collect(),
            terms: regulation.terms.iter().map(|term| making.clock(term)).collect(),
            overdue: overdue.into_iter().map(|(key, term)| (key, making.clock(term))).collect(),
            conditions: plain.iter().copied().chain(within).map(|c| Question::of(c, &ids)).collect(),
            asked_in: conditions(regulation).iter().map(|(at, _)| asked_in(at)).collect(),
            facts: ids.facts.len(),
            cut,
            kinds: [formal.then_some(true), report.then_some(false)].into_iter().flatten().collect(),
            keys: ids.keys,
        }
    }
}

const LATE: &str = "termijn / term ";

/// What stands among the values for a term that is overdue: no key of a file has such a name.
pub(super) fn late_name(term: &str) -> String {
    format!("{LATE}{term}")
}

/// The term of such a name.
pub(super) fn late_term(name: &str) -> Option<&str> {
    name.strip_prefix(LATE)
}

/// The terms that conditions ask after, each with the number of the value that says that it is overdue.
fn overdue<'a>(
    regulation: &'a Regulation,
    conditions: &[&Condition],
    keys: &mut Vec<Assumptions>,
) -> Vec<(usize, &'a Term)> {
    let mut found: Vec<(usize, &Term)> = Vec::new();
    for condition in conditions {
        condition.walk(&mut |c| {
            let Condition::Overdue(id) = c else { return };
            let new = |t: &&Term| t.every.is_none() && !found.iter().any(|(_, known)| known.id == t.id);
            if let Some(term) = regulation.term(id).filter(new) {
                let values = vec![Value::Word("te laat / overdue".to_owned())];
                keys.push(Assumptions { name: late_name(id), values, first: None });
                found.push((keys.len() - 1, term));
            }
        });
    }
    found
}

/// The numbers of values, each once; what is new is added.
fn numbered(known: &mut Assumptions, values: Vec<Value>) -> Vec<usize> {
    let mut numbers = Vec::new();
    for value in values {
        let at = known.values.iter().position(|v| *v == value).unwrap_or_else(|| {
            known.values.push(value);
            known.values.len() - 1
        });
        if !numbers.contains(&(at + 1)) {
            numbers.push(at + 1);
        }
    }
    numbers
}

/// The keys with the values that a case may have from the start: of a field, and of what the intake says.
fn first(regulation: &Regulation, asked: &[Key]) -> Vec<Assumptions> {
    let known = |key: &Key| {
        let mut known = Assumptions { name: key.name.clone(), ..Assumptions::default() };
        let field = regulation.fields.iter().find(|f| f.id == key.name);
        let (absent, options) = match (field, key.name.as_str()) {
            (Some(field), _) => {
                let options = key.options(regulation, field.kind, &field.values, field.limits());
                (field.required != Need::Always, options)
            }
            (None, "main_topic" | "channel") => (false, key.options(regulation, AskType::Text, &[], Limits::default())),
            _ => return known,
        };
        let given = numbered(&mut known, options);
        known.first = Some(absent.then_some(0).into_iter().chain(given).collect());
        known
    };
    asked.iter().map(known).collect()
}

/// The keys that a step asks for, of those that conditions ask after, with the values that it may set.
fn options(regulation: &Regulation, step: &Step, asked: &[Key], known: &mut [Assumptions]) -> Vec<(usize, Vec<usize>)> {
    let mut all = Vec::new();
    for ask in &step.asks {
        let found = asked.iter().zip(known.iter_mut()).enumerate().find(|(_, (key, _))| key.name == ask.key);
        if let Some((at, (key, known))) = found {
            let options = key.options(regulation, ask.kind, &ask.values, ask.limits());
            all.push((at, numbered(known, options)));
        }
    }
    all
}

/// Up to what number each step is counted, where something other than the order looks at it.
fn caps(regulation: &Regulation, conditions: &[&Condition], ids: &Ids<'_>) -> Vec<Option<u8>> {
    let mut caps = vec![None; regulation.steps.len()];
    let mut looked = |id: &str, times: usize| {
        if let Some(cap) = ids.number(id).and_then(|index| caps.get_mut(index)) {
            *cap = Some(cap.unwrap_or(1).max(u8::try_from(times).unwrap_or(u8::MAX)));
        }
    };
    for condition in conditions {
        condition.walk(&mut |c| match c {
            Condition::Step { step, at_least, .. } => looked(step, *at_least),
            Condition::LongerThan { from: Moment::Step(from), .. } => looked(from, 1),
            // The steps between which time can run out.
            Condition::Overdue(id) => {
                let term = regulation.term(id).into_iter();
                term.flat_map(|t| t.until.iter().chain([&t.from])).for_each(|step| looked(step, 1));
            }
            _ => {}
        });
    }
    for step in &regulation.steps {
        if let Some(Each::Items { step, .. }) = &step.each {
            looked(step, 1);
        }
    }
    let ruled =
        regulation.escalations.iter().filter(|e| e.binding == Binding::Yes).filter_map(|e| e.steps.ruled.as_deref());
    ruled.for_each(|step| looked(step, 1));
    caps
}

struct Making<'a> {
    regulation: &'a Regulation,
    precedence: &'a Precedence,
    ids: &'a Ids<'a>,
    caps: &'a [Option<u8>],
}

impl Making<'_> {
    fn act(&self, index: usize, step: &Step, asks: Vec<(usize, Vec<usize>)>) -> Act {
        let cap = self.caps.get(index).copied().flatten();
        let moves = matches!(step.does, Some(Does::Formalise | Does::Reopen | Does::Close | Does::End));
        let harmless = !moves && asks.is_empty() && cap.is_none();
        let steps = &self.regulation.steps;
        let awaited = || steps.iter().any(|s| s.after.iter().chain(&s.after_any).any(|id| *id == step.id));
        let ways = self.regulation.escalations.iter();
        let ruling =
            ways.clone().position(|way| way.binding == Binding::Yes && way.steps.ruled.as_deref() == Some(&step.id));
        let after_ruling = |ruled: Option<&str>, executed: Option<&str>| {
            let follows = ruled.is_some_and(|ruled| self.precedence.precedes(ruled, &step.id));
            follows || matches!(step.does, Some(Does::Close | Does::End)) || executed == Some(&step.id)
        };
        let ends = matches!(step.does, Some(Does::Close | Does::End));
        let bound = || self.regulation.escalations.iter().enumerate().filter(|(_, way)| way.binding == Binding::Yes);
        let possible: Vec<bool> =
            ways.clone().map(|w| after_ruling(w.steps.ruled.as_deref(), w.steps.executed.as_deref())).collect();
        let asked = self.asked_by(step);
        let held_by: Option<Vec<usize>> =
            step.after.iter().chain(&step.after_any).map(|id| self.ids.number(id)).collect();
        Act {
            belongs_to: step.belongs_to,
            does: step.does,
            finishes: ends && !matches!(step.ends_as, Some(Ending::Withdrawn | Ending::Duplicate)),
            when: self.question(step.when.as_ref()),
            after: self.ids.numbers(&step.after),
            after_any: (!step.after_any.is_empty()).then(|| self.ids.numbers(&step.after_any)),
            once: step.once,
            each_round: step.each_round,
            each: match &step.each {
                Some(Each::Items { step, .. }) => Some(self.ids.numbers(std::slice::from_ref(step))),
                _ => None,
            },
            asks: self.asked(step, asks),
            cap: cap.unwrap_or(1),
            // What the organisation does not take itself is never taken at once: it may not come.
            harmless: harmless && !self.by_others(step),
            theirs: self.by_others(step),
            idle: step.optional && harmless && !awaited(),
            past_the_end: self.precedence.past_the_end(&step.id),
            rules: ruling,
            shut_out: bound().any(|(way, by)| possible.get(way) == Some(&false) && !self.needed(by, &step.id)),
            leads_to_ruling: bound()
                .filter_map(|(_, way)| way.steps.ruled.as_deref())
                .any(|ruled| self.precedence.precedes(&step.id, ruled)),
            after_ruling: possible,
            demanded_again: asked.iter().copied().filter(|i| steps.get(*i).is_some_and(|s| !s.optional)).collect(),
            closes_again: self.precedence.closes_again(&step.id).filter_map(|id| self.ids.number(id)).collect(),
            asked,
            demands: if step.does == Some(Does::Close) { self.demands(step) } else { Vec::new() },
            held_by: held_by.filter(|_| !step.after.is_empty()),
        }
    }

    /// Whether no ruling can come without the step: it comes before it on every way there.
    fn needed(&self, way: &Escalation, step: &str) -> bool {
        let steps = &self.regulation.steps;
        let mut open: Vec<&str> = way.steps.ruled.as_deref().into_iter().collect();
        let mut seen: Vec<&str> = Vec::new();
        while let Some(id) = open.pop() {
            let Some(before) = steps.iter().find(|s| s.id == id).filter(|_| !seen.contains(&id)) else { continue };
            seen.push(id);
            open.extend(before.after.iter().map(String::as_str));
            if let [only] = before.after_any.as_slice() {
                open.push(only);
            }
        }
        seen.contains(&step)
    }

    /// The steps that a re-opening asks for.
    fn asked_by(&self, step: &Step) -> Vec<usize> {
        if step.does != Some(Does::Reopen) {
            return Vec::new();
        }
        let steps = self.regulation.steps.iter().enumerate();
        steps.filter(|(_, other)| self.precedence.asked_by(&step.id, &other.id)).map(|(index, _)| index).collect()
    }

    /// Whether what a step asks is for the other side to say: whether it is satisfied, or agrees.
    fn theirs(&self, step: &Step, key: &str) -> bool {
        let agreed = self.regulation.judgement.iter().any(|judgement| {
            let open = judgement.scale.iter().any(|item| item.means == Means::NotResolved);
            open && judgement.step == step.id && judgement.key == key
        });
        agreed || self.regulation.satisfaction.iter().any(|asked| asked.step == step.id && asked.key == key)
    }

    /// Whether a step waits for the other side: neither the organisation nor an external body takes it, or may do without. Of those who
    /// must each take it one is enough to wait for, and an offer is no signature.
    fn by_others(&self, step: &Step) -> bool {
        let roles = &self.regulation.roles;
        let outside = |position: Position| {
            roles.iter().filter(|role| role.positions.contains(&position)).all(|role| role.kind == RoleKind::Party)
        };
        let other = |who: &Selector| match who {
            Selector::Position(Position::Complainant | Position::Representative) => true,
            Selector::Position(position) => outside(*position),
            Selector::Parties => outside(Position::Respondent) && outside(Position::Involved),
            Selector::Role(id) => self.regulation.role(id).is_some_and(|role| role.kind == RoleKind::Party),
            Selector::Handler | Selector::Owner | Selector::Anyone => false,
        };
        let one = !step.by.is_empty() && step.by.iter().all(other) && !step.offer_suffices;
        (one || step.by_each.iter().any(other)) && step.waivable.is_empty()
    }

    fn question(&self, condition: Option<&Condition>) -> Option<Question> {
        condition.map(|c| Question::of(c, self.ids))
    }

    fn asked(&self, step: &Step, options: Vec<(usize, Vec<usize>)>) -> Vec<Asked> {
        let known = step.asks.iter().filter(|ask| self.ids.keys.iter().any(|k| k.name == ask.key));
        known
            .zip(options)
            .map(|(ask, (key, options))| Asked {
                key,
                options,
                stays: ask.same_as.is_some(),
                required: ask.required,
                when: self.question(ask.when.as_ref()),
                theirs: self.theirs(step, &ask.key),
            })
            .collect()
    }

    /// Every step that must be taken before this one closes the case.
    fn demands(&self, closing: &Step) -> Vec<usize> {
        let demanded = |step: &Step| {
            let moves = matches!(step.does, Some(Does::Close | Does::End | Does::Reopen | Does::Formalise));
            let later = self.precedence.past_the_end(&step.id) && !self.precedence.precedes(&step.id, &closing.id);
            !step.optional && !moves && !later && step.id != closing.id
        };
        let steps = self.regulation.steps.iter().enumerate();
        steps.filter(|(_, step)| demanded(step)).map(|(index, _)| index).collect()
    }

    fn clock(&self, term: &Term) -> Clock {
        Clock {
            received: term.from == "received",
            from: self.ids.number(&term.from),
            when: self.question(term.when.as_ref()),
            until: self.ids.numbers(&term.until),
            all: term.until.all(),
            belongs_to: term.belongs_to,
            again: term.each_round && term.from == "received",
        }
    }
}
