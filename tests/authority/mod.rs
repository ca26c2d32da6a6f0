//! Who may change what cases are judged by: `docs/decisions/authority.md`, row by row, under each strength, as an attack and as
//! honest work.

mod agree;
mod attacks;
mod eyes;
mod honest;
mod missing;
mod office;
mod table;
