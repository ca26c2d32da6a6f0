//! An example case, and people who hold every role: keys only, nobody who exists.

use chrono::{Days, NaiveDate};

use crate::case::{Case, CaseId, DataValue, Intake, Party, Sealed};
use crate::regulation::{
    Account, AskType, Condition, HeldRole, Moment, Need, People, Person, Position, Regulation, RoleKind, Selector,
};
use crate::rules::policy::model::{Value, Way, conditions};

/// So many persons hold each role: another can take over, and a third can be complained about.
const EACH: usize = 3;

/// The client of every case for which somebody looks after a client.
const CLIENT: &str = "klant-1";

/// So many days are longer than every span that a regulation names.
const BEYOND: u64 = 3660;

/// People of whom each role has some.
pub(super) fn people(regulation: &Regulation, from: NaiveDate) -> People {
    let staff: Vec<&str> =
        regulation.roles.iter().filter(|role| role.kind != RoleKind::Party).map(|role| role.id.as_str()).collect();
    let key = |nth: usize, round: usize| format!("m{}", nth * EACH + round + 1);
    let person = |nth: usize, role: &str, round: usize| Person {
        key: key(nth, round),
        roles: vec![HeldRole {
            role: role.to_owned(),
            from: from.checked_sub_days(Days::new(366)).unwrap_or(from),
            until: None,
            deputy: round > 0,
            although: None,
        }],
        git: Vec::new(),
        transport: Vec::new(),
        keys: Vec::new(),
        attestations: Vec::new(),
        note: None,
    };
    let persons: Vec<Person> =
        staff.iter().enumerate().flat_map(|(nth, role)| (0..EACH).map(move |round| person(nth, role, round))).collect();
    let handles = regulation.assignment.handler.role.as_deref();
    let holder = persons.iter().find(|person| person.roles.iter().any(|held| Some(held.role.as_str()) == handles));
    let accounts = holder.map(|person| Account {
        client: CLIENT.to_owned(),
        holder: person.key.clone(),
        from: person.roles.first().map_or(from, |held| held.from),
        until: None,
    });
    People { persons, accounts: accounts.into_iter().collect(), ..People::default() }
}

/// The case with which a way begins.
pub(super) fn case(regulation: &Regulation, people: &People, way: &Way, from: NaiveDate) -> Case {
    let word = |key: &str| {
        way.fields.iter().find(|(name, _)| name == key).and_then(|(_, value)| match value {
            Value::Word(word) if word != "…" => Some(word.clone()),
            _ => None,
        })
    };
    let formal = regulation.channels.iter().find(|channel| channel.formal == way.complaint);
    let channel = word("channel").or_else(|| formal.map(|channel| channel.id.clone())).unwrap_or_default();
    let mut topics = way.facts.topics.clone();
    let main = word("main_topic").or_else(|| topics.first().cloned()).or_else(|| other_topic(regulation));
    topics.extend(main.clone().filter(|main| !topics.contains(main)));
    let wanted = regulation.intake.as_ref().map(|intake| intake.sealed.clone()).unwrap_or_default();
    let fields = if way.facts.incomplete { wanted.into_iter().skip(1).collect() } else { wanted };
    Case {
        id: CaseId::from_random(2000, 0),
        received: Some(from),
        intake: Intake { channel, source: source(regulation, way), digest: None },
        parties: parties(regulation, people, way, &topics),
        main_topic: main.filter(|_| !topics.is_empty()),
        topics,
        severity: way.facts.severity.clone(),
        fields: facts(regulation, way, from),
        sealed: Some(Sealed { fields, pieces: Vec::new(), withdrawn: Vec::new() }),
        earlier: None,
        charged: None,
        legal_hold: None,
        attestations: Vec::new(),
        accepted: Vec::new(),
        log: Vec::new(),
        destroyed: None,
        body: 0..0,
    }
}

fn source(regulation: &Regulation, way: &Way) -> Option<String> {
    let known = regulation.intake.iter().find_map(|intake| intake.sources.first());
    way.facts.source.clone().or_else(|| known.cloned())
}

/// A topic after which no condition asks, or else the first.
fn other_topic(regulation: &Regulation) -> Option<String> {
    let mut asked: Vec<String> = Vec::new();
    for (_, condition) in conditions(regulation) {
        condition.walk(&mut |c| {
            if let Condition::Topic(topic) = c {
                asked.push(topic.clone());
            }
        });
    }
    let plain = |topic: &&crate::regulation::Topic| !asked.contains(&topic.id) && topic.needs_party.is_none();
    let all = &regulation.topics.list;
    let unasked = || all.iter().find(|topic| !asked.contains(&topic.id));
    all.iter().find(plain).or_else(unasked).map(|topic| topic.id.clone())
}

fn parties(regulation: &Regulation, people: &People, way: &Way, topics: &[String]) -> Vec<Party> {
    let mut wanted: Vec<(Position, Option<String>)> =
        vec![(Position::Complainant, role_of(regulation, Position::Complainant))];
    for topic in topics.iter().filter_map(|topic| regulation.topic(topic)) {
        if let Some(role) = &topic.needs_party {
            let known = regulation.role(role).and_then(|role| role.positions.first().copied());
            wanted.push((known.unwrap_or(Position::Respondent), Some(role.clone())));
        }
    }
    for position in &way.facts.parties {
        if wanted.iter().all(|(other, _)| other != position) {
            wanted.push((*position, role_of(regulation, *position)));
        }
    }
    // Who must be named in a complaint is there too, unless the way rests on it that they are not.
    let named = regulation.intake.iter().filter(|_| way.complaint).flat_map(|intake| &intake.parties);
    for position in named.filter(|position| !asked_after(regulation, **position)) {
        if wanted.iter().all(|(other, _)| other != position) {
            wanted.push((*position, role_of(regulation, *position)));
        }
    }
    // Who takes a step must be there, whether or not a condition asks after them.
    let steps = way.steps.iter().filter_map(|taken| regulation.steps.get(taken.step));
    let takers = steps.flat_map(|step| step.by.iter().chain(&step.by_each));
    for taker in takers {
        if let Selector::Position(position) = taker
            && *position != Position::Representative
            && wanted.iter().all(|(other, _)| other != position)
        {
            wanted.push((*position, role_of(regulation, *position)));
        }
    }
    let one_of = way.facts.same.iter().flatten().find_map(|selector| match selector {
        Selector::Role(role) => Some(role.clone()),
        Selector::Handler => regulation.assignment.handler.role.clone(),
        _ => None,
    });
    let same = one_of.is_some();
    if same {
        wanted.retain(|(position, _)| *position != Position::Respondent);
        wanted.push((Position::Respondent, one_of));
    }
    let person = |role: Option<&str>| {
        let role = role.filter(|role| regulation.role(role).is_some_and(|role| role.kind == RoleKind::Staff))?;
        let mut holders = people.persons.iter().filter(|person| person.roles.iter().any(|held| held.role == role));
        // Whoever handles is the first of them, so another is complained about, unless that is the question.
        let found = if same { holders.next() } else { holders.next_back() };
        found.map(|person| person.key.clone())
    };
    let party = |(nth, (position, role)): (usize, (Position, Option<String>))| Party {
        key: format!("p{}", nth + 1),
        person: person(role.as_deref()),
        role,
        position,
        contact: false,
        since: None,
    };
    wanted.into_iter().enumerate().map(party).collect()
}

/// Whether a condition asks if there is somebody in this position.
fn asked_after(regulation: &Regulation, position: Position) -> bool {
    let mut asked = false;
    for (_, condition) in conditions(regulation) {
        condition.walk(&mut |c| asked |= matches!(c, Condition::Party(of) if *of == position));
    }
    asked
}

/// The role that somebody in this position ordinarily has: of the handlers last.
fn role_of(regulation: &Regulation, position: Position) -> Option<String> {
    let may = regulation.roles.iter().filter(|role| role.positions.contains(&position));
    let handles = regulation.assignment.handler.role.as_deref();
    let mut may: Vec<&str> = may.map(|role| role.id.as_str()).collect();
    may.sort_by_key(|role| Some(*role) == handles);
    may.first().map(|role| (*role).to_owned())
}

fn facts(regulation: &Regulation, way: &Way, from: NaiveDate) -> Vec<(String, DataValue)> {
    let account = regulation.assignment.handler.account_field.as_deref();
    let value = |field: &crate::regulation::CaseField| {
        let assumed = way.fields.iter().find(|(name, _)| *name == field.id).map(|(_, value)| value);
        match assumed {
            Some(Value::Far) if since(regulation, &field.id) => Some(long_ago(from)),
            Some(value) => Some(said(value, from)),
            None if account == Some(field.id.as_str()) => Some(CLIENT.to_owned()),
            None => (field.required == Need::Always).then(|| example(field.kind, &field.values, from)).flatten(),
        }
    };
    let all = regulation.fields.iter().filter_map(|field| Some((field.id.clone(), value(field)?)));
    all.map(|(key, value)| (key, DataValue::Text(value))).collect()
}

/// Whether a condition counts from this date.
fn since(regulation: &Regulation, key: &str) -> bool {
    let mut counted = false;
    for (_, condition) in conditions(regulation) {
        condition.walk(&mut |c| {
            counted |= matches!(c, Condition::LongerThan { from: Moment::Key(from), .. } if from == key);
        });
    }
    counted
}

/// Before every span that a regulation names.
fn long_ago(day: NaiveDate) -> String {
    day.checked_sub_days(Days::new(BEYOND)).unwrap_or(day).to_string()
}

/// A value of the model as a case writes it, on a day.
pub(super) fn said(value: &Value, day: NaiveDate) -> String {
    match value {
        Value::Word(word) => word.clone(),
        Value::Near => day.to_string(),
        Value::Far => day.checked_add_days(Days::new(BEYOND)).unwrap_or(day).to_string(),
        number @ Value::Number(_) => number.told(),
    }
}

/// Any value of a type, where it does not matter which; nothing where the case itself decides.
pub(super) fn example(kind: AskType, values: &[String], day: NaiveDate) -> Option<String> {
    Some(match kind {
        AskType::Date => day.to_string(),
        AskType::Number => "1".to_owned(),
        AskType::Amount => "0".to_owned(),
        AskType::YesNo => values.first().map_or("ja", String::as_str).to_owned(),
        AskType::Digest => "0".repeat(64),
        AskType::Case => "K26-7F3QXM".to_owned(),
        AskType::Text | AskType::Reference | AskType::Item | AskType::List => "voorbeeld".to_owned(),
        _ => values.first()?.clone(),
    })
}
