//! Rules on the case file as such: can it be read, are its keys and values what they should be.
//!
//! The words of C101 to C107, C114 and C116 are those of the faults of the [`yaml`](crate::yaml) room.

rules! {
    c101, c102, c103, c104, c105, c106, c107, c108, c109, c110, c111, c112, c113, c114, c115, c116, c120,
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/case_file/tests.rs"]
mod tests;
mod words;
