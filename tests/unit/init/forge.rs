use super::*;

#[test]
fn a_remote_shows_its_forge() {
    for (remote, forge) in [
        ("git@github.com:kantoor/klachten.git", Forge::GitHub),
        ("https://gebruiker:geheim@gitlab.kantoor.example/klachten.git", Forge::GitLab),
        ("ssh://git@codeberg.org/kantoor/klachten.git", Forge::Forgejo),
        ("https://gitea.kantoor.example:3000/a/github.git", Forge::Gitea),
        ("/srv/git/github.git", Forge::None),
        ("", Forge::None),
    ] {
        assert_eq!(Forge::guessed(remote), forge, "{remote}");
    }
}
