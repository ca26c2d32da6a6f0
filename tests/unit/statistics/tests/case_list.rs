//! Witnesses as lists of records, for the joint guarantee: a witness is a year that could have been.

use std::collections::BTreeMap;

use crate::statistics::plan::{Axis, Plan};
use crate::statistics::release::Prepared;
use crate::statistics::system::Key;
use crate::statistics::{Dimension, Flow, OTHER, Record, Year};

/// Numbers of one witness by key.
struct Numbers<'a> {
    prepared: &'a Prepared,
    witness: &'a [i64],
}

impl Numbers<'_> {
    fn get(&self, key: &Key) -> Option<i64> {
        self.prepared.system.index(key).map(|at| self.witness[at])
    }

    fn of(&self, values: &[(Dimension, usize)]) -> Option<i64> {
        self.get(&Key::complaints(self.prepared.plan.year, values))
    }

    fn flow(&self, key: &Key, year: &Year) -> u32 {
        let own = |flow: &Flow<u32>| match key {
            Key::Closed(_) => flow.closed,
            Key::Carried(at) if *at == year.year => flow.carried_out,
            _ => flow.carried_in,
        };
        self.get(key).map_or_else(|| own(&year.flow), |n| u32::try_from(n).unwrap())
    }
}

type Codes = BTreeMap<Dimension, usize>;

/// The year that a witness stands for; flow that the witness does not tell is the true one.
pub fn year_of(prepared: &Prepared, witness: &[i64], truth: &Year) -> Year {
    let plan = &prepared.plan;
    let numbers = Numbers { prepared, witness };
    let mut lists: Vec<Codes> = match plan.hub_axis() {
        Some(hub) => spread(&numbers, &[], hub),
        None => vec![Codes::new(); usize::try_from(numbers.of(&[]).unwrap()).unwrap()],
    };
    for axis in plan.axes.iter().filter(|a| Some(a.dimension) != plan.hub) {
        assign(&numbers, plan, axis, &mut lists);
    }
    let code = |d: Dimension, v: usize| plan.axis(d).unwrap().members[v][0].clone();
    let mut records: Vec<Record> =
        lists.iter().map(|codes| Record::new(codes.iter().map(|(d, v)| (*d, code(*d, *v))))).collect();
    if let Some(hub) = plan.hub_axis().filter(|_| plan.mentions) {
        mention(&numbers, hub, &mut records);
    }
    let at = plan.year;
    let flow = Flow {
        carried_in: numbers.flow(&Key::Carried(at - 1), truth),
        received: u32::try_from(records.len()).unwrap(),
        closed: numbers.flow(&Key::Closed(at), truth),
        carried_out: numbers.flow(&Key::Carried(at), truth),
    };
    Year { year: at, records, flow }
}

/// As many lists as there are complaints with each value of an axis.
fn spread(numbers: &Numbers<'_>, given: &[(Dimension, usize)], axis: &Axis) -> Vec<Codes> {
    let count = |v: usize| {
        let key: Vec<_> = given.iter().copied().chain([(axis.dimension, v)]).collect();
        usize::try_from(numbers.of(&key).unwrap_or_default()).unwrap()
    };
    (0..axis.values.len()).flat_map(|v| vec![Codes::from([(axis.dimension, v)]); count(v)]).collect()
}

/// Gives every record a value of an axis: by what it is tied to, else by the hub, else in any order.
fn assign(numbers: &Numbers<'_>, plan: &Plan, axis: &Axis, lists: &mut [Codes]) {
    let d = axis.dimension;
    let knows = |given: &[(Dimension, usize)]| {
        (0..axis.values.len()).any(|v| numbers.of(&given.iter().copied().chain([(d, v)]).collect::<Vec<_>>()).is_some())
    };
    let contexts: Vec<Vec<(Dimension, usize)>> = lists
        .iter()
        .map(|codes| {
            let hub: Vec<_> = plan.hub.and_then(|hub| Some((hub, *codes.get(&hub)?))).into_iter().collect();
            let others = codes.iter().filter(|(other, _)| Some(**other) != plan.hub).map(|(a, v)| (*a, *v));
            let tied = others.map(|own| hub.iter().copied().chain([own]).collect::<Vec<_>>()).find(|c| knows(c));
            tied.unwrap_or_else(|| if knows(&hub) { hub } else { Vec::new() })
        })
        .collect();
    let mut values: BTreeMap<Vec<(Dimension, usize)>, Vec<usize>> = BTreeMap::new();
    for (codes, context) in lists.iter_mut().zip(contexts) {
        let left = values.entry(context.clone()).or_insert_with(|| {
            let of = |codes: Codes| codes[&d];
            spread(numbers, &context, axis).into_iter().map(of).rev().collect()
        });
        codes.insert(d, left.pop().unwrap());
    }
}

/// Lets records mention further values, each code at most once.
fn mention(numbers: &Numbers<'_>, hub: &Axis, records: &mut [Record]) {
    let year = numbers.prepared.plan.year;
    for (v, members) in hub.members.iter().enumerate() {
        let mut left = numbers.get(&Key::Also(year, Some(v))).unwrap();
        for code in members {
            for record in records.iter_mut().filter(|r| r.codes[&hub.dimension] != *code) {
                if left > 0 {
                    record.also.push(code.clone());
                    left -= 1;
                }
            }
        }
        assert_eq!(left, 0, "{} of {OTHER} cannot be placed", hub.values[v]);
    }
}
