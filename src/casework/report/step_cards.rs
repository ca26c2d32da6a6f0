//! Clocks and steps in words.

use serde::Serialize;

use crate::calendar::date_words;
use crate::diagnostics::{Text, text};
use crate::docket::{Clock, ClockState, Docket, Possible, Taken};
use crate::naming;
use crate::regulation::{Attestation, Does, Each, Form, Regulation, Selector, Step};
use crate::rules::Rule;

/// How a term was counted, from what started it to its last day; with what lengthened it.
#[must_use]
pub fn reckoning(docket: &Docket<'_>, clock: &Clock<'_>) -> Text {
    let regulation = &docket.version.regulation;
    let became = |t: &Taken<'_>| t.step.does == Some(Does::Formalise) && t.entry.on == clock.from;
    let event = match clock.term.from.as_str() {
        // One word for one day: a report was received before it became a complaint.
        "received" if clock.round == 0 && docket.progress.taken.iter().any(became) => {
            text!("klacht geworden", "became a complaint")
        }
        "received" if clock.round == 0 => text!("ontvangen", "received"),
        "received" => text!("weer geopend", "re-opened"),
        step => regulation.step_name(step),
    };
    let on = date_words(clock.due.on);
    let mut text = if let Some(reckoning) = &clock.due.reckoning {
        reckoning.summary(&event)
    } else {
        let on = date_words(clock.due.agreed.unwrap_or(clock.due.original));
        text!("afgesproken: {on}", "agreed: {on}", on)
    };
    let stood = clock.due.stood_still();
    if let Some(days) = &stood {
        text = joined(&text, &text!("{days} stilgestaan", "suspended for {days}", days));
    }
    if clock.due.extensions > 0 {
        text = joined(&text, &text!("verlengd tot en met {on}", "extended to {on}", on));
    } else if stood.is_some() {
        text = joined(&text, &text!("loopt tot en met {on}", "ends {on}", on));
    }
    text
}

fn joined(a: &Text, b: &Text) -> Text {
    text!("{a}; {b}", "{a}; {b}", a, b)
}

/// Where a clock stands, by a day.
#[must_use]
pub fn standing(clock: &Clock<'_>, day: chrono::NaiveDate) -> Text {
    let late = clock.late(Some(day));
    let days = |from: chrono::NaiveDate| match (from - clock.due.on).num_days() {
        1 => text!("1 dag", "1 day"),
        n => text!("{n} dagen", "{n} days"),
    };
    match clock.state {
        ClockState::Suspended => text!("staat stil", "suspended"),
        ClockState::Stopped { on, .. } if late => {
            let (n, on) = (days(on), date_words(on));
            text!("gestopt op {on}, {n} te laat", "met on {on}, {n} late", on, n)
        }
        ClockState::Stopped { on, .. } => {
            let on = date_words(on);
            text!("gestopt op {on}, op tijd", "met on {on}, on time", on)
        }
        ClockState::Running if late => {
            let n = days(day);
            text!("loopt, {n} te laat", "running, {n} late", n)
        }
        ClockState::Running => {
            let on = date_words(clock.due.on);
            text!("loopt tot en met {on}", "running until {on}", on)
        }
    }
}

/// A step as somebody at a counter reads it.
#[derive(Debug, Clone, Serialize)]
pub struct StepCard {
    /// Its id.
    pub step: String,
    /// Its name in the regulation.
    pub name: Text,
    /// Who may take it.
    pub by: Text,
    /// By when, with the reckoning.
    pub until: Option<Text>,
    /// What it asks, one a line.
    pub asks: Vec<Text>,
    /// What the regulation says.
    pub quote: Vec<String>,
    /// What stands in the way; empty when it can be taken now.
    #[serde(rename = "lacks")]
    pub violations: Vec<Text>,
}

/// Every step of the regulation as a card, those that can be taken now first.
#[must_use]
pub fn cards(docket: &Docket<'_>) -> Vec<StepCard> {
    let running = docket.running();
    docket.possible().iter().map(|p| card(docket, &running, p)).collect()
}

fn card(docket: &Docket<'_>, running: &[Clock<'_>], possible: &Possible<'_>) -> StepCard {
    let (regulation, step) = (&docket.version.regulation, possible.step);
    let by: Vec<&str> = step.by.iter().map(Selector::word).collect();
    let each: Vec<Text> = step.by_each.iter().map(|s| naming::who(regulation, s.word())).collect();
    let by = match (by.is_empty(), each.is_empty()) {
        (_, false) => naming::all_of(&each),
        (true, true) => text!("wie dan ook", "anybody"),
        (false, true) => naming::whos(regulation, &by),
    };
    let foretold = docket.timetable.foretold.iter().map(|(clock, _)| clock);
    let clock = running.iter().chain(foretold).find(|c| Some(c.term.id.as_str()) == possible.term.as_deref());
    let until = clock.zip(possible.until).map(|(c, day)| {
        let (on, how) = (date_words(day), reckoning(docket, c));
        let name = regulation.term_name(c.term);
        text!("{on} ({name}: {how})", "{on} ({name}: {how})", on, name, how)
    });
    let said = |kind| Rule::of(kind, docket).1.message;
    StepCard {
        step: step.id.clone(),
        name: regulation.step_name(&step.id),
        by,
        until,
        asks: asks(docket, possible),
        quote: step.quote.clone(),
        violations: possible.obstacles.iter().map(said).collect(),
    }
}

/// Who becomes the handler, where a step says so.
fn handler(docket: &Docket<'_>, step: &Step) -> Option<Text> {
    let (regulation, progress) = (&docket.version.regulation, &docket.progress);
    let roles = progress.assigns(step).then(|| naming::handlers(regulation, &progress.handler_roles(step, false)))?;
    let day = docket.last_recorded();
    // Who was appointed in the place of another is the only one.
    let appointed = progress.stand_in(day).filter(|key| progress.may_handle(step, day) == [*key]);
    let roles = appointed.map_or(roles, |key| naming::key(docket, key));
    let flag = naming::flag("handler");
    Some(text!("wie de behandelaar wordt, met {flag}: {roles}", "who becomes the handler, with {flag}: {roles}", roles))
}

/// The persons among whom the handler of this case is chosen.
fn who_can_handle(docket: &Docket<'_>, step: &Step) -> Option<Text> {
    let progress = &docket.progress;
    let keys = progress.assigns(step).then(|| progress.may_handle(step, docket.last_recorded()))?;
    let all = naming::any_of(&keys.into_iter().map(naming::same).collect::<Vec<_>>());
    (!all.nl.is_empty()).then(|| text!("behandelaar kan hier zijn: {all}", "eligible handlers: {all}", all))
}

/// What the regulation demands of every entry and the step does not ask by itself.
fn of_every_entry(regulation: &Regulation, step: &Step) -> Vec<Text> {
    let required = regulation.entries.iter().flat_map(|rule| &rule.require);
    let keys = required.filter(|key| step.asks.iter().all(|ask| ask.key != **key));
    keys.map(|key| {
        let (name, flag) = (naming::datum(regulation, &step.id, key), naming::flag(key));
        text!("{name}, met {flag}", "{name}, with {flag}", name)
    })
    .collect()
}

/// A declaration that is demanded with the step.
fn declaration(regulation: &Regulation, rule: &Attestation) -> Text {
    let what = regulation.named(&format!("attestations/{}", rule.id), &rule.what);
    let by = naming::whos(regulation, &rule.by.iter().map(Selector::word).collect::<Vec<_>>());
    let id = &rule.id;
    text!(
        "verklaring van {by}: “{what}”, met --attest {id}=…",
        "declaration by {by}: “{what}”, with --attest {id}=…",
        by,
        what
    )
}

/// What a step asks besides who and when.
fn asks(docket: &Docket<'_>, possible: &Possible<'_>) -> Vec<Text> {
    let (regulation, step) = (&docket.version.regulation, possible.step);
    let mut lines: Vec<Text> = handler(docket, step).into_iter().chain(who_can_handle(docket, step)).collect();
    let groups = [
        (text!("aan", "to"), &step.to),
        (text!("kopie aan", "copy to"), &step.cc),
        (text!("met", "with"), &step.with),
        (text!("gemeld aan", "reported to"), &step.report_to),
    ];
    for (word, selectors) in groups.into_iter().filter(|(_, selectors)| !selectors.is_empty()) {
        let all = naming::all_of(&selectors.iter().map(|s| naming::who(regulation, s.word())).collect::<Vec<_>>());
        lines.push(text!("{word} {all}", "{word} {all}", word, all));
    }
    if step.form.is_some() || !step.channels.is_empty() {
        let channels: Vec<Text> =
            docket.progress.channels_for(step).iter().map(|c| naming::channel(regulation, c)).collect();
        let any = naming::any_of(&channels);
        lines.push(match step.form {
            Some(Form::Written) => text!("op schrift, langs {any}", "in writing, by {any}", any),
            Some(Form::Oral) => text!("mondeling, langs {any}", "orally, by {any}", any),
            None => text!("langs {any}", "by {any}", any),
        });
    }
    let open = step.each.as_ref().map(|each| (each, docket.progress.still_for(step, each).join(", ")));
    if let Some((each, open)) = open.filter(|(_, open)| !open.is_empty()) {
        lines.push(match each {
            Each::Parties(_) => text!("voor elke partij: {open}", "for each party: {open}"),
            Each::Items { key, .. } => {
                text!("voor elke `{key}`: {open}", "for each `{key}`: {open}")
            }
        });
    }
    if !step.parts.is_empty() {
        let parts = naming::ids(&step.parts);
        lines.push(text!("onderdelen: {parts}", "parts: {parts}"));
    }
    for ask in &possible.asks {
        let (name, form) = (
            naming::datum(regulation, &step.id, &ask.key),
            naming::expected(ask.kind, &naming::values(regulation, ask.kind, &ask.values)),
        );
        let free = if ask.required { text!("", "") } else { text!(" (mag leeg)", " (optional)") };
        let when = ask.when.as_ref().map(|c| naming::occasion(regulation, c));
        let when = when.map_or_else(|| text!("", ""), |when| text!(", als {when}", ", if {when}", when));
        lines.push(text!("{name}: {form}{free}{when}", "{name}: {form}{free}{when}", name, form, free, when));
    }
    lines.extend(of_every_entry(regulation, step));
    lines.extend(docket.progress.declarations_with(step).into_iter().map(|rule| declaration(regulation, rule)));
    if !step.waivable.is_empty() {
        let grounds = naming::ids(&step.grounds());
        lines.push(text!("mag vervallen met --waived: {grounds}", "may be waived with --waived: {grounds}"));
    }
    lines
}
