//! What happens with a complaint, as far as the complainant notices it.

use serde_json::{Value, json};

use super::super::super::workflow;
use super::super::writer::Writer;
use crate::regulation::{Does, Each, Escalation, For, Form, Position, Regulation, Selector, Step};

/// The steps in order.
pub fn steps(w: &mut Writer<'_>) -> Vec<Value> {
    let rules = w.rules();
    let shown: Vec<&Step> = workflow::in_order(rules).into_iter().filter(|s| shown(rules, s)).collect();
    if shown.is_empty() {
        w.empty("steps");
    }
    shown.into_iter().map(|s| step(w, s)).collect()
}

/// Milestones, and what is addressed to the complainant or taken by them. What may be left out, what belongs to a report,
/// to the way out or to an early end is told elsewhere.
fn shown(rules: &Regulation, step: &Step) -> bool {
    if step.optional || step.belongs_to == For::Report || step.does == Some(Does::End) {
        return false;
    }
    let m = &rules.milestones;
    let milestones = [&m.acknowledgement, &m.hearing, &m.judgement, &m.outcome, &m.closing];
    if milestones.into_iter().flatten().any(|id| *id == step.id) {
        return true;
    }
    let on_the_way = |e: &Escalation| way_out(e).any(|id| id == step.id) || after_way_out(way_out(e), step);
    !rules.escalations.iter().any(on_the_way) && (concerns(step) || asked(rules, step))
}

/// The steps outside the organisation. The one that points the way there is still its own answer.
fn way_out(way: &Escalation) -> impl Iterator<Item = &str> {
    let offer = way.steps.offer.as_deref();
    way.steps.all().filter(move |id| Some(*id) != offer)
}

/// Whether a step follows on one of the way out, such as giving the data of the body.
fn after_way_out<'a>(mut way: impl Iterator<Item = &'a str>, step: &Step) -> bool {
    way.any(|id| step.after.len() == 1 && step.after.iter().any(|a| a == id))
}

fn concerns(step: &Step) -> bool {
    let you = |s: &Selector| matches!(s, Selector::Position(Position::Complainant) | Selector::Parties);
    let each = match &step.each {
        Some(Each::Parties(parties)) => parties.iter().any(you),
        _ => false,
    };
    each || [&step.by, &step.by_each, &step.to, &step.cc, &step.with].into_iter().flatten().any(you)
}

/// Whether the complainant is asked there whether they are satisfied.
fn asked(rules: &Regulation, step: &Step) -> bool {
    let you = Selector::Position(Position::Complainant);
    rules.satisfaction.iter().any(|s| s.step == step.id && s.of.contains(&you))
}

fn step(w: &mut Writer<'_>, step: &Step) -> Value {
    let who = w.voice.actors(step);
    let who = w.keep(who);
    let limits = w.voice.limits(step);
    let limits = w.keep(limits).join("; ");
    let mut said = Vec::new();
    if !who.is_empty() {
        said.push(w.with("workflow-who", &[("who", who.into())]));
    }
    if !limits.is_empty() {
        said.push(w.with("workflow-limit", &[("limit", limits.into())]));
    }
    if step.form == Some(Form::Written) && step.to.contains(&Selector::Position(Position::Complainant)) {
        said.push(w.say("complaint-step-written"));
    }
    if step.offer_suffices {
        said.push(w.say("complaint-step-offer"));
    }
    // Each complaint that is handled comes to the ordinary closing.
    let ordinary = w.rules().milestones.closing.as_ref() == Some(&step.id);
    if step.when.is_some() && !ordinary {
        said.push(w.say("workflow-remark-maybe"));
    }
    json!({"name": w.voice.names.item("steps", &step.id), "sentences": said})
}
