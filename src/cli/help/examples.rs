//! The examples below each help.

/// Examples by command, the same in both languages.
pub(crate) const EXAMPLES: &[(&str, &str)] = &[
    ("", "  klacht check\n  klacht step K26-7F3QXM"),
    (
        "init",
        "  klacht init klachten\n  klacht init klachten --template training --organisation \"Academie Zilverlinde\" --yes",
    ),
    ("check", "  klacht check --format short\n  klacht check --range origin/main..HEAD --format github"),
    (
        "new",
        "  klacht new --regulation cmm --channel e-mail --party cursist --topic training \\\n      --sealed name,address,city,narrative\n  klacht new --regulation square-mile --dry-run",
    ),
    (
        "step",
        "  klacht step K26-7F3QXM\n  klacht step K26-7F3QXM ontvangst-bevestigd --by m1 --to p1 --on 2026-06-02 --commit",
    ),
    (
        "add",
        "  klacht add K26-7F3QXM --party trainer:respondent=m7 --topic docent\n  klacht add K26-7F3QXM --sealed address,city --commit",
    ),
    (
        "keys",
        "  klacht keys new --commit\n  klacht keys recovery make /media/stick\n  klacht keys add m9 --cases K26-7F3QXM",
    ),
    ("keys new", "  klacht keys new --commit\n  klacht keys new --dry-run"),
    ("keys status", "  klacht keys status\n  klacht keys status --lang en"),
    ("keys add", "  klacht keys add m4\n  klacht keys add m9 --cases K26-7F3QXM"),
    ("keys remove", "  klacht keys remove m4 --anew\n  klacht keys remove m7 --cases K26-7F3QXM"),
    ("keys renew", "  klacht keys renew --commit\n  klacht keys renew --dry-run"),
    ("keys lock", "  klacht keys lock\n  klacht -C klachten keys lock"),
    ("keys retire", "  klacht keys retire m3/1 --commit\n  klacht keys retire m3/1 --dry-run"),
    ("keys trust", "  klacht keys trust m3/2\n  klacht keys trust recovery/1"),
    ("keys lost", "  klacht keys lost m4/2 --commit\n  klacht keys lost m4 --dry-run"),
    ("keys recovery", "  klacht keys recovery make /media/stick --commit\n  klacht keys recovery use /media/stick"),
    (
        "keys recovery make",
        "  klacht keys recovery make /media/stick --commit\n  klacht keys recovery make /media/stick --dry-run",
    ),
    (
        "keys recovery renew",
        "  klacht keys recovery renew /media/stick --commit\n  klacht keys recovery renew /media/stick --dry-run",
    ),
    (
        "keys recovery use",
        "  klacht keys recovery use /media/stick\n  klacht -C klachten keys recovery use /media/stick",
    ),
    (
        "seal",
        "  klacht seal K26-7F3QXM --of p1\n  klacht seal K26-7F3QXM scan.pdf --as attachment --of p1 --commit\n  klacht seal K26-7F3QXM --withdraw 3 --reason \"verkeerde zaak\" --commit\n  klacht seal --from vertrouwelijk --remove --commit",
    ),
    ("open", "  klacht open K26-7F3QXM\n  klacht open K26-7F3QXM --piece 3 | lp"),
    ("find", "  klacht find\n  klacht find zilverlinde"),
    ("access", "  klacht access K26-7F3QXM\n  klacht access --person m5 --on 2026-06-02"),
    ("dossier", "  klacht dossier K26-7F3QXM --for p1 | lp\n  klacht dossier K26-7F3QXM --for geschillencommissie"),
    ("sync", "  klacht sync\n  klacht sync --sealed-only"),
    ("undo", "  klacht undo K26-7F3QXM --dry-run\n  klacht undo K26-7F3QXM"),
    ("show", "  klacht show K26-7F3QXM\n  klacht show k26-7f3qxm --format json"),
    (
        "acknowledge",
        "  klacht acknowledge K26-7F3QXM --channel e-mail\n  klacht acknowledge K26-7F3QXM --on 2026-06-02 --dry-run",
    ),
    (
        "extend",
        "  klacht extend K26-7F3QXM --set reden=\"onderzoek loopt\" --set nieuwe-datum=2026-07-01\n  klacht extend K26-7F3QXM --commit",
    ),
    ("hear", "  klacht hear K26-7F3QXM --party p1\n  klacht hear K26-7F3QXM --party p2 --offered"),
    ("judge", "  klacht judge K26-7F3QXM --channel brief --set oordeel=gegrond\n  klacht judge K26-7F3QXM --dry-run"),
    ("close", "  klacht close K26-7F3QXM --commit\n  klacht close K26-7F3QXM beroep-gemeld"),
    ("refer", "  klacht refer K26-7F3QXM --channel e-mail\n  klacht refer K26-7F3QXM --on 2026-06-02"),
    (
        "destroy",
        "  klacht destroy K26-7F3QXM --by m2 --dry-run\n  klacht destroy K26-7F3QXM --by m2 --commit\n  klacht destroy --due --plan\n  klacht destroy --due --commit\n  klacht destroy --certificate K26-7F3QXM > K26-7F3QXM.txt\n  klacht destroy --certificate K26-7F3QXM --server-clean 2027-03-01 --format json\n  klacht destroy --replay",
    ),
    ("list", "  klacht list --state open,report\n  klacht list --regulation cmm --year 2026 --format csv"),
    ("due", "  klacht due --within 7d\n  klacht due --for directeur --ics termijnen.ics"),
    (
        "export",
        "  klacht export --regulation cbmk --year 2026\n  klacht export --received month --excel > klachten.csv",
    ),
    ("explain", "  klacht explain W202\n  klacht explain step-too-early"),
    (
        "import",
        "  klacht import klacht.eml --confidential ../vertrouwelijk --topic training --role cursist --commit\n  klacht import register.csv --map kaart.yaml --confidential ../vertrouwelijk --dry-run",
    ),
    (
        "letter",
        "  klacht letter K26-7F3QXM\n  klacht letter K26-7F3QXM ontvangstbevestiging --format eml --output vertrouwelijk/K26-7F3QXM/brief.eml\n  klacht letter K26-7F3QXM uitkomst --sent ../brief.pdf --on 2026-06-02 --commit",
    ),
    ("policy", "  klacht policy check\n  klacht policy coverage interactie"),
    ("policy check", "  klacht policy check\n  klacht policy check cmm/2022-01-01\n  klacht policy check concept/cbmk"),
    (
        "policy new",
        "  klacht policy new\n  klacht policy new coaching --template coaching --valid-from 2027-01-01 --yes",
    ),
    (
        "policy skeleton",
        "  klacht policy skeleton text.nl.md\n  klacht policy skeleton concept/text.nl.md > concept/regulation.yaml",
    ),
    ("policy walk", "  klacht policy walk cmm\n  klacht policy walk concept/cbmk --from 2027-01-04 --format json"),
    ("policy coverage", "  klacht policy coverage interactie\n  klacht policy coverage square-mile/2025-01-01"),
    (
        "policy diff",
        "  klacht policy diff square-mile\n  klacht policy diff cbmk/2022-01-01 concept/cbmk --format json",
    ),
    (
        "policy simulate",
        "  klacht policy simulate concept/cbmk --year 2025\n  klacht policy simulate concept/cbmk --with-ids",
    ),
    ("build", "  klacht build\n  klacht build --output /srv/www/klachten --base-url https://klachten.example/"),
    ("serve", "  klacht serve\n  klacht serve --port 0"),
    ("stats", "  klacht stats cbmk 2025\n  klacht stats cbmk 2025 --explain topic-channel/verkoop/e-mail"),
    ("year", "  klacht year close cbmk 2026 --dry-run\n  klacht year close cbmk 2026"),
    ("year close", "  klacht year close cbmk 2026 --dry-run\n  klacht year close cbmk 2026 --yes"),
    (
        "resolve",
        "  klacht resolve K26-7F3QXM\n  klacht resolve K26-7F3QXM --keep ours --by m2 --reason \"dubbel vastgelegd\"",
    ),
    (
        "merge-driver",
        "  git config merge.klacht.driver 'klacht merge-driver %O %A %B %P'\n  klacht merge-driver base.md ours.md theirs.md cases/cmm/2026/01/K26-7F3QXM.md",
    ),
    ("doctor", "  klacht doctor\n  klacht doctor --bundle klacht-doctor.txt"),
    ("completions", "  source <(klacht completions bash)\n  klacht completions fish | source"),
    ("man", "  klacht man --dir ~/.local/share/man\n  klacht man | man -l -"),
    ("schema", "  klacht schema case > case.schema.json\n  klacht --lang en schema regulation"),
    ("lsp", "  klacht lsp\n  klacht --lang en lsp --today 2026-06-02"),
    ("hook", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook install", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook pre-commit", "  klacht hook pre-commit\n  klacht --lang en hook pre-commit"),
    (
        "hook prepare-commit-msg",
        "  klacht hook prepare-commit-msg .git/COMMIT_EDITMSG message\n  klacht --lang en hook prepare-commit-msg .git/COMMIT_EDITMSG",
    ),
    (
        "hook except",
        "  klacht -C /srv/git/klachten.git hook except --from main --to refs/klacht/without --by cbmk/m2 --reason \"a document with personal data\"\n  klacht hook except --from main --to refs/klacht/without --by cbmk/m2 --reason \"a name in a message\"",
    ),
    (
        "hook tidy",
        "  klacht -C /srv/git/klachten.git hook tidy\n  klacht -C /srv/git/klachten.git --lang en hook tidy --now",
    ),
    ("history", "  klacht history renew --plan\n  klacht history renew"),
    ("history renew", "  klacht history renew --plan\n  klacht history renew --reason \"het jaar 2026 is gesloten\""),
    (
        "hook commit-msg",
        "  klacht hook commit-msg .git/COMMIT_EDITMSG\n  klacht --lang en hook commit-msg .git/COMMIT_EDITMSG",
    ),
    (
        "hook pre-receive",
        "  klacht hook pre-receive < updates.txt\n  KLACHT_LANG=en klacht hook pre-receive < updates.txt",
    ),
];

#[cfg(test)]
#[path = "../../../tests/unit/cli/help/examples.rs"]
mod tests;
