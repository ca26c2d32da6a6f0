use proptest::prelude::ProptestConfig;

/// Whether everything is to be tried that chance can bring, as `tests/run --full` asks; or enough to see that it works.
fn full() -> bool {
    std::env::var_os("KLACHT_TESTS").is_some_and(|asked| asked == "full")
}

/// How often something is tried: `few` times, or as often as `all` when everything is asked for.
pub fn draws<T>(few: T, all: T) -> T {
    if full() { all } else { few }
}

/// The settings of a random test with so many draws. What fails is told, not written into the tree.
pub fn chance(few: u32, all: u32) -> ProptestConfig {
    ProptestConfig { cases: draws(few, all), failure_persistence: None, ..ProptestConfig::default() }
}
