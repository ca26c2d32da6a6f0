//! Rules on git and history: what was logged stays. They only have words: what is wrong is found where git is read, and
//! told to `say` in plain values, so that this room knows no git.

rules! {
    g701, g702, g703, g704, g705, g706, g707, g708, g709, g710, g711, g712, g713, g714, g715, g716, g717,
    g718, g719, g720, g721, g722, g723, g724, g725, g730, g731, g732, g733, g734, g735, g736, g737,
    g738, g739, g740, g741, g742, g743, g750, g751, g752, g753, g754,
    g755, g756, g757, g758, g759, g760, g761, g762, g770, g771, g772,
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/history/tests.rs"]
mod tests;
