//! Rules on the public site. They only have words: what is wrong is found where the site is built, and told to `say` in
//! plain values.

rules! {
    s801, s802, s803, s804, s805, s806, s807, s808, s809, s810,
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/site/tests.rs"]
mod tests;
