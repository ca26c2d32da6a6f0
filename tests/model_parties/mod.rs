//! Parties, rounds, keeping and facts: what a case is refused for and what must pass, one test for each row by its id.

mod brothers;
mod desk;
mod further;
mod gate;
mod keeping;
mod parties;
mod rounds;
mod said;
mod searched;
