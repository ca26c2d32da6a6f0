//! Rules on the workflow: order, recipients, data, closing.

mod w201;
mod w202;
mod w203;
mod w204;
mod w205;
mod w206;
mod w207;
mod w208;
mod w209;
mod w210;
mod w211;
mod w212;
mod w213;
mod w214;
mod w215;
mod w216;
mod w217;
mod w218;
mod w219;
mod w220;
mod w221;
mod w222;
mod w223;
mod w224;

use super::Rule;
use crate::rules::message::OfViolation;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &w201::RULE,
    &w202::RULE,
    &w203::RULE,
    &w204::RULE,
    &w205::RULE,
    &w206::RULE,
    &w207::RULE,
    &w208::RULE,
    &w209::RULE,
    &w210::RULE,
    &w211::RULE,
    &w212::RULE,
    &w213::RULE,
    &w214::RULE,
    &w215::RULE,
    &w216::RULE,
    &w217::RULE,
    &w218::RULE,
    &w219::RULE,
    &w220::RULE,
    &w221::RULE,
    &w222::RULE,
    &w223::RULE,
    &w224::RULE,
];

/// What the family says of what a docket lacks.
pub static OF_VIOLATIONS: &[(&Rule, OfViolation)] = &[
    (&w201::RULE, w201::say),
    (&w202::RULE, w202::say),
    (&w203::RULE, w203::say),
    (&w204::RULE, w204::say),
    (&w205::RULE, w205::say),
    (&w206::RULE, w206::say),
    (&w207::RULE, w207::say),
    (&w208::RULE, w208::say),
    (&w209::RULE, w209::say),
    (&w210::RULE, w210::say),
    (&w211::RULE, w211::say),
    (&w212::RULE, w212::say),
    (&w213::RULE, w213::say),
    (&w214::RULE, w214::say),
    (&w215::RULE, w215::say),
    (&w216::RULE, w216::say),
    (&w217::RULE, w217::say),
    (&w218::RULE, w218::say),
    (&w219::RULE, w219::say),
    (&w220::RULE, w220::say),
    (&w221::RULE, w221::say),
    (&w222::RULE, w222::say),
    (&w223::RULE, w223::say),
    (&w224::RULE, w224::say),
];

#[cfg(test)]
mod tests;
