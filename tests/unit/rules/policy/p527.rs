use super::*;

#[test]
fn a_participle_makes_it_passive() {
    for passive in ["De klacht wordt behandeld.", "Dan wordt de klacht voorgelegd.", "Er werden besluiten genomen."] {
        assert!(is_passive(passive), "{passive}");
    }
    for active in ["Het wordt snel duidelijk.", "Wij hebben de klacht behandeld.", "Het worden lange gesprekken."] {
        assert!(!is_passive(active), "{active}");
    }
}
