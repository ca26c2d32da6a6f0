//! Help in both languages. The command's own texts are English; the Dutch ones stand in a table and are put in their place.

use std::ffi::OsString;
use std::fmt::Write;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Cli;
use crate::diagnostics::Lang;

/// The language, found before the arguments are read, since help is printed while they are.
#[must_use]
pub fn language(arguments: &[OsString], env: &dyn Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let flag = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let (own, all, lang) = (env("KLACHT_LANG"), env("LC_ALL"), env("LANG"));
    Lang::resolve([flag, own.as_deref(), all.as_deref(), lang.as_deref()])
}

const TEMPLATE_NL: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n";

/// Dutch texts by the path of the command; `verb.flag` for a flag.
const NL: &[(&str, &str)] = &[
    ("", "Houdt de klachtafhandeling van een organisatie aan haar eigen gepubliceerde regeling"),
    ("init", "Begin een register: vijf vragen, en het staat er"),
    (".place", "De map; zonder: deze"),
    (".organisation", "De naam van de organisatie"),
    (".site", "Het adres van haar site"),
    (".email", "Het e-mailadres voor klachten"),
    (".template", "De sector: training, collection (incasso), coaching of minimal"),
    (".days", "Of korte termijnen in werkdagen of kalenderdagen zijn"),
    (".confirm", "Binnen welke tijd de ontvangst wordt bevestigd, zoals `5 werkdagen`"),
    (".decide", "Binnen welke tijd de uitkomst er is, zoals `4 weken`"),
    (".extend", "Met hoeveel dat hoogstens kan worden verlengd"),
    (".handler_address", "Het git-adres van wie klachten behandelt; zonder: het uwe"),
    (".substitute", "Het git-adres van wie vervangt"),
    (".body", "De onafhankelijke instantie waar een klager daarna terechtkan"),
    (".body_site", "Het adres van haar site"),
    (".binding", "Of haar uitspraak bindt: yes of no"),
    (".forge", "Waar het register staat: github, gitlab, forgejo, gitea of none; zonder: naar de remote"),
    ("init.yes", "Neem wat wordt voorgesteld, waar niets is gezegd"),
    ("init.diff", "Toon wat er anders zou worden geschreven dan er staat, en schrijf niets"),
    ("init.dry_run", "Noem de bestanden die zouden worden geschreven, en schrijf niets"),
    (".watch", "Controleer opnieuw zodra een bestand verandert, tot het wordt gestopt"),
    ("check", "Controleer klachten, regelingen en geschiedenis"),
    ("new", "Open een nieuwe klacht"),
    ("step", "Zet een stap in een klacht; zonder stap: wat er nu kan, wat dat vraagt, en uiterlijk wanneer"),
    ("show", "Toon een klacht: wat er gebeurde, waar zij staat, hoe elke laatste dag is geteld"),
    ("acknowledge", "Leg vast dat de ontvangst is bevestigd"),
    ("extend", "Leg vast dat een termijn is verlengd"),
    ("hear", "Leg vast dat iemand is gehoord"),
    ("judge", "Leg het oordeel vast"),
    ("close", "Sluit een klacht"),
    ("refer", "Leg vast dat de klager naar de externe instantie is verwezen"),
    ("list", "De klachten van dit register"),
    ("list.format", "Hoe het wordt getoond: text, json of csv"),
    ("due", "Wat er moet gebeuren of te laat is, en door wie"),
    ("due.format", "Hoe het wordt getoond: text, json of md (een bericht zonder personen)"),
    ("export", "Rijen om zelf mee te rekenen, zonder persoonsgegevens"),
    ("export.format", "Hoe het wordt getoond: csv of json"),
    ("explain", "Leg een regel uit"),
    ("import", "Maak zaken van e-mails, een tabel of formulieren"),
    (".files", "E-mails (.eml), een tabel (.csv) of formulieren (.md)"),
    (".compared_confidential", "Vergelijk de lessen voor het publiek met de vertrouwelijke delen in deze map"),
    (".confidential", "De map voor namen, adressen en woorden; git mag die niet zien"),
    (".map", "De kaart van een tabel: welke kolom wat bevat"),
    (".import_regulation", "De regeling; zonder: naar het adres waaraan een e-mail is gestuurd"),
    ("import.received", "De dag van ontvangst, in plaats van wat het bestand zegt"),
    (".channel", "Het kanaal; zonder: naar het adres waaraan een e-mail is gestuurd"),
    ("import.source", "Van binnen of van buiten, waar de regeling dat onderscheidt"),
    (".role", "De rol van de klager, als er meer mogelijk zijn"),
    ("import.party", "Een andere betrokkene, zoals trainer:respondent; mag vaker"),
    ("import.topic", "Waar het over gaat; mag vaker"),
    (".main_topic", "Waar het vooral over gaat"),
    ("import.severity", "Hoe ernstig het is"),
    (".field", "Een gegeven van deze organisatie; mag vaker"),
    ("import.sealed", "Wat ook in de woorden van de klager staat, zoals address; mag vaker"),
    ("import.dry_run", "Meld alles en schrijf niets"),
    ("letter", "Schrijf een brief aan de klager, of zie welke brieven nu kunnen"),
    (".case", "Het zaaknummer"),
    (
        ".kind",
        "De soort: ontvangstbevestiging, gegevens, uitnodiging, verlenging, tussenbericht, uitkomst, doorverwijzing of sluiting",
    ),
    (".letter_format", "Als tekst, of als concept voor een mailprogramma: text of eml"),
    (".letter_output", "Het bestand dat wordt geschreven; zonder: op het scherm"),
    (".force", "Vervang het bestand als het al bestaat"),
    ("policy", "Controleer een regeling, zie wat elke zin afdwingt, of weeg een concept"),
    ("policy check", "Controleer regelingen: gegevens, tekst, en werkwijze als model"),
    ("policy coverage", "Wat elke zin van de tekst afdwingt"),
    ("policy diff", "Wat er verandert van de ene versie naar de andere, of naar een concept, in gewone woorden"),
    ("policy diff.format", "Hoe het wordt getoond: text of json"),
    (
        ".diff_old",
        "Wat het was: `regeling/ingangsdatum`, de map van een concept, of één regeling voor haar laatste twee versies",
    ),
    (".diff_new", "Wat het wordt: `regeling/ingangsdatum` of de map van een concept"),
    ("policy simulate", "Beoordeel de klachten van een jaar naar een concept; schrijft niets"),
    ("policy simulate.format", "Hoe het wordt getoond: text of json"),
    (".draft", "De map van het concept, of `regeling/ingangsdatum`"),
    (".trial_year", "Het jaar van de klachten; zonder: het laatste hele jaar"),
    (".draft_of", "De regeling, als de map die niet laat zien"),
    ("policy simulate.with_ids", "Vertel over elke klacht, met haar nummer"),
    ("build", "Bouw de openbare site"),
    ("serve", "Toon de site op deze machine terwijl u eraan werkt"),
    ("stats", "De beschermde jaarcijfers, zoals ze zijn bevroren"),
    ("year", "Sluit een jaar"),
    ("year close", "Tel, bescherm en bevries de cijfers van een jaar dat voorbij is"),
    ("resolve", "Voeg een klacht samen die een merge open liet, per stap en per sleutel"),
    ("merge-driver", "Voeg drie versies van een klacht samen (git roept dit aan)"),
    (".base", "De versie van vóór beide wijzigingen (git: %O)"),
    (".ours", "De onze, waarvoor het resultaat in de plaats komt (git: %A)"),
    (".theirs", "Die van de ander (git: %B)"),
    (".merged_path", "Het pad in het register (git: %P)"),
    (".unresolved", "Het nummer van de klacht die een merge open liet"),
    ("doctor", "Kijk of alles rond het register goed is ingesteld"),
    (".bundle", "Schrijf ook wat een helpdesk nodig heeft in dit bestand: niets over personen"),
    ("completions", "Laat de shell aanvullen wat u typt: opdrachten, zaaknummers, stappen en meer"),
    (".shell", "De shell: bash, zsh, fish, powershell of elvish"),
    ("man", "De handleiding: de hoofdpagina, of alle pagina's in een map"),
    (".pages_dir", "Schrijf de pagina's van alle opdrachten in deze map, in beide talen; zonder: toon de hoofdpagina"),
    ("schema", "Het JSON-schema van een soort bestand, voor editors"),
    (".document", "Van welk bestand: case, regulation, people, yearbook, settings of words"),
    ("lsp", "Bedien een editor: bevindingen, aanvulling en volgende stappen terwijl u typt"),
    ("hook", "Bewaak commits en pushes"),
    ("hook install", "Zet de hooks op hun plaats"),
    ("hook pre-commit", "Beoordeel wat er wordt vastgelegd (git roept dit aan)"),
    ("hook pre-receive", "Beoordeel een push (git roept dit aan op de server)"),
    (".dir", "Werk alsof u in deze map staat"),
    (".today", "De dag waarop wordt beoordeeld; commits naar hun eigen dag"),
    (".lang", "Taal van wat er wordt getoond"),
    (".color", "Kleur: auto, always of never"),
    (".quiet", "Toon alleen bevindingen"),
    (".verbose", "Toon meer"),
    (".no_input", "Stel nooit een vraag"),
    (".output", "De map waarin de site komt"),
    (".base_url", "Waar de site komt te staan, zoals `https://klachten.example/`"),
    (".port", "De poort op 127.0.0.1; 0 voor een die vrij is"),
    (".help", "Toon deze hulp"),
    (".version", "Toon de versie"),
    (".staged", "Beoordeel wat klaarstaat om vastgelegd te worden"),
    (".range", "Beoordeel elke commit van een reeks, tegen elk van zijn ouders"),
    (".history", "Beoordeel elke commit van deze tak"),
    (".format", "Hoe het wordt getoond: human, short, json, sarif, github, gitlab, junit"),
    (".fail_on", "Vanaf welke ernst het mislukt: error, warning, hint, never"),
    (".exit_zero", "Meld alles, maar eindig altijd met 0"),
    (".snippets", "Toon de regels zelf, ook buiten een terminal"),
    (".verify_objects", "Reken de hash na van elk object dat wordt gelezen"),
    ("stats.format", "Hoe het wordt getoond: text, csv of json"),
    (".only_regulation", "Alleen van deze regeling"),
    (".state", "Alleen in een van deze toestanden: open, report, escalated, ended, destroyed"),
    ("list.handler", "Alleen van deze behandelaar"),
    (".only_year", "Alleen ontvangen in dit jaar"),
    ("list.topic", "Alleen over dit onderwerp"),
    (".within", "Alleen wat binnen deze tijd moet, of te laat is: 7d, 2w, 1m"),
    (".for_whom", "Alleen voor deze rol of persoon"),
    (".ics", "Schrijf een agenda naar dit bestand; zonder bestand: naar de standaarduitvoer"),
    (".exit_code", "Eindig met 1 als er iets te laat is"),
    ("export.received", "Hoe de dag van ontvangst wordt geschreven: quarter (kwartaal) of month (maand)"),
    ("export.with_ids", "Geef ook de nummers van de klachten"),
    (".excel", "CSV die een Nederlands rekenblad zo opent: puntkomma's en een byte order mark"),
    (".of", "De regeling; zonder: alle"),
    (".year", "Het jaar; zonder: het laatste dat is gesloten"),
    (".explain", "Leg één getal uit, genoemd als tabel/rij/kolom, zoals `topic-outcome/wachttijd/gegrond`"),
    (".closing_regulation", "De regeling"),
    (".closing_year", "Het jaar"),
    (".correct", "Publiceer een herziening van een jaar dat al is gesloten"),
    (".dry_run", "Toon de cijfers en schrijf niets"),
    (".yes", "Vraag niets"),
    (".under", "De regeling; niet nodig als er maar één is"),
    ("new.received", "De dag van ontvangst; zonder: vandaag"),
    (".came_by", "Langs welk kanaal zij binnenkwam"),
    ("new.source", "Waar zij vandaan komt, als de regeling dat vraagt"),
    (".parties", "Een partij, als `rol[:plaats][=persoon]`; voor elke opnieuw. De eerste klaagt"),
    (".topics", "Waar zij over gaat; voor elk opnieuw. Het eerste is het hoofdonderwerp"),
    ("new.severity", "Hoe ernstig zij is"),
    (".fields", "Een eigen gegeven van de organisatie; voor elk opnieuw"),
    ("new.sealed", "Wat het gesloten deel bevat, zoals name,address,narrative"),
    (".notes", "Een werknotitie, zonder namen en zonder woorden van de klager"),
    (".commit", "Leg dit bestand vast met git, en niets anders"),
    (".preview", "Toon wat er zou worden geschreven, en schrijf niets"),
    (".case_id", "Het zaaknummer"),
    (".which_step", "De stap; zonder: wat er nu kan"),
    (".chosen_step", "Welke stap, als de regeling er meer heeft"),
    (".all", "Zonder stap: ook wat nog niet kan, met wat er ontbreekt"),
    (".by", "Wie het deed; sleutels, met komma's"),
    (".to", "Aan wie"),
    (".cc", "Wie een kopie kreeg"),
    (".with", "Met wie"),
    (".reported_to", "Aan wie het is gemeld"),
    (".by_channel", "Langs welk kanaal"),
    (".on", "Op welke dag; zonder: vandaag"),
    (".set", "Wat de stap vraagt; voor elk gegeven opnieuw, en voor elke waarde van een lijst"),
    (".party", "Voor welke partij"),
    (".parts", "Welke onderdelen zijn gedaan"),
    (".handler", "Wie de klacht voortaan behandelt"),
    (".late", "Waarom het te laat is"),
    (".waived", "Op welke grond de stap vervalt"),
    (".waiver", "Waarom toch door deze persoon"),
    (".offered", "Het is aangeboden, en niemand ging erop in"),
    (".recorded_by", "Wie het opschreef, als dat een ander is dan wie het deed"),
    (".reason", "De reden"),
    (".reference", "Een kenmerk"),
    (".note", "Een aantekening"),
    (".annuls", "Bij een `correctie`: het nummer van de stap die vervalt, of `received`"),
    (".attest", "Een verklaring die de stap vraagt, en hoe dat bekend is; voor elke opnieuw"),
    (".attest_by", "Wie een verklaring geeft, als dat een ander is dan wie de stap zette"),
    ("show.format", "Hoe het wordt getoond: text of json"),
    (".rule", "Code of naam van een regel, zoals W202; zonder: alle regels"),
    (".regulation", "De regeling, of `regeling/ingangsdatum`; zonder: alle"),
    (".server", "Op een server: de hook die pushes beoordeelt, en de instellingen die weigeren wat geen hook ziet"),
    (".replace", "Vervang een hook van een ander (die wordt ernaast bewaard)"),
];

/// Examples by command, the same in both languages.
const EXAMPLES: &[(&str, &str)] = &[
    ("", "  klacht check\n  klacht step K26-7F3QXM"),
    (
        "init",
        "  klacht init klachten\n  klacht begin klachten --template training --organisation \"Academie Zilverlinde\" --yes",
    ),
    ("check", "  klacht check --format short\n  klacht check --range origin/main..HEAD --format github"),
    (
        "new",
        "  klacht new --regulation cmm --channel e-mail --party cursist --topic training \\\n      --sealed name,address,city,narrative\n  klacht nieuw --regulation square-mile --dry-run",
    ),
    (
        "step",
        "  klacht step K26-7F3QXM\n  klacht stap K26-7F3QXM ontvangst-bevestigd --by m1 --to p1 --on 2026-06-02 --commit",
    ),
    ("show", "  klacht show K26-7F3QXM\n  klacht toon k26-7f3qxm --format json"),
    (
        "acknowledge",
        "  klacht acknowledge K26-7F3QXM --channel e-mail\n  klacht bevestig K26-7F3QXM --on 2026-06-02 --dry-run",
    ),
    (
        "extend",
        "  klacht extend K26-7F3QXM --set reden=\"onderzoek loopt\" --set nieuwe-datum=2026-07-01\n  klacht verleng K26-7F3QXM --commit",
    ),
    ("hear", "  klacht hear K26-7F3QXM --party p1\n  klacht hoor K26-7F3QXM --party p2 --offered"),
    (
        "judge",
        "  klacht judge K26-7F3QXM --channel brief --set oordeel=gegrond\n  klacht beoordeel K26-7F3QXM --dry-run",
    ),
    ("close", "  klacht close K26-7F3QXM --commit\n  klacht sluit K26-7F3QXM beroep-gemeld"),
    ("refer", "  klacht refer K26-7F3QXM --channel e-mail\n  klacht verwijs K26-7F3QXM --on 2026-06-02"),
    ("list", "  klacht list --state open,report\n  klacht lijst --regulation cmm --year 2026 --format csv"),
    ("due", "  klacht due --within 7d\n  klacht termijnen --for directeur --ics termijnen.ics"),
    (
        "export",
        "  klacht export --regulation cbmk --year 2026\n  klacht uitvoer --received month --excel > klachten.csv",
    ),
    ("explain", "  klacht explain W202\n  klacht uitleg step-too-early"),
    (
        "import",
        "  klacht import klacht.eml --confidential ../vertrouwelijk --topic training --role cursist\n  klacht invoer register.csv --map kaart.yaml --confidential ../vertrouwelijk --dry-run",
    ),
    (
        "letter",
        "  klacht letter K26-7F3QXM\n  klacht brief K26-7F3QXM ontvangstbevestiging --format eml --output brief.eml",
    ),
    ("policy", "  klacht policy check\n  klacht policy coverage interactie"),
    ("policy check", "  klacht policy check\n  klacht policy check cmm/2022-01-01"),
    ("policy coverage", "  klacht policy coverage interactie\n  klacht policy coverage square-mile/2025-01-01"),
    (
        "policy diff",
        "  klacht policy diff square-mile\n  klacht policy diff cbmk/2022-01-01 concept/cbmk --format json",
    ),
    (
        "policy simulate",
        "  klacht policy simulate concept/cbmk --year 2025\n  klacht regeling proef concept/cbmk --with-ids",
    ),
    ("build", "  klacht build\n  klacht bouw --output /srv/www/klachten --base-url https://klachten.example/"),
    ("serve", "  klacht serve\n  klacht bekijk --port 0"),
    ("stats", "  klacht stats cbmk 2025\n  klacht cijfers cbmk 2025 --explain topic-channel/verkoop/e-mail"),
    ("year", "  klacht year close cbmk 2026 --dry-run\n  klacht jaar sluit cbmk 2026"),
    ("year close", "  klacht year close cbmk 2026 --dry-run\n  klacht jaar sluit cbmk 2026 --yes"),
    ("resolve", "  klacht resolve K26-7F3QXM\n  klacht voegsamen K26-7F3QXM"),
    (
        "merge-driver",
        "  git config merge.klacht.driver 'klacht merge-driver %O %A %B %P'\n  klacht merge-driver base.md ours.md theirs.md cases/cmm/2026/01/K26-7F3QXM.md",
    ),
    ("doctor", "  klacht doctor\n  klacht onderzoek --bundle klacht-doctor.txt"),
    ("completions", "  source <(klacht completions bash)\n  klacht aanvulling fish | source"),
    ("man", "  klacht man --dir ~/.local/share/man\n  klacht handleiding | man -l -"),
    ("schema", "  klacht schema case > case.schema.json\n  klacht --lang en schema regulation"),
    ("lsp", "  klacht lsp\n  klacht --lang en lsp --today 2026-06-02"),
    ("hook", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook install", "  klacht hook install\n  klacht -C /srv/git/klachten.git hook install --server"),
    ("hook pre-commit", "  klacht hook pre-commit\n  klacht --lang en hook pre-commit"),
    (
        "hook pre-receive",
        "  klacht hook pre-receive < updates.txt\n  KLACHT_LANG=en klacht hook pre-receive < updates.txt",
    ),
];

/// The examples of a command, one a line.
#[must_use]
pub fn examples(path: &str) -> Option<&'static str> {
    lookup(EXAMPLES, path)
}

/// The command, in a language.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let mut command = unbuilt(lang);
    command.build();
    command
}

/// The command before what its parts share is put in each of them.
pub(super) fn unbuilt(lang: Lang) -> Command {
    let (help, version) = match lang {
        Lang::Nl => ("Toon deze hulp", "Toon de versie"),
        Lang::En => ("Print help", "Print the version"),
    };
    let help =
        Arg::new("help").short('h').long("help").global(true).display_order(990).action(ArgAction::Help).help(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version);
    // A fixed width: the same bytes on every terminal, and on none.
    let root = Cli::command().term_width(100).disable_help_flag(true).disable_version_flag(true);
    localise(root.arg(help).arg(version), "", lang)
}

/// The whole command line as Markdown, for `docs/`: each command with its help as it is printed.
#[must_use]
pub fn reference(lang: Lang) -> String {
    let (title, refresh) = match lang {
        Lang::Nl => ("# Opdrachten", "Gemaakt uit het programma; niet met de hand wijzigen."),
        Lang::En => ("# Commands", "Made from the program; not to be edited by hand."),
    };
    let mut text = format!("<!-- {refresh} -->\n\n{title}\n");
    describe(&mut command(lang), "klacht", &mut text);
    text
}

fn describe(command: &mut Command, path: &str, text: &mut String) {
    let help = command.render_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    // Writing to a string cannot fail.
    let _ = write!(text, "\n## {path}\n\n```text\n{}\n```\n", lines.join("\n").trim_end());
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        if let Some(below) = command.find_subcommand_mut(&name) {
            describe(below, &format!("{path} {name}"), text);
        }
    }
}

fn lookup(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(k, _)| *k == key).map(|(_, text)| *text)
}

fn localise(command: Command, path: &str, lang: Lang) -> Command {
    let mut command = command;
    if let Some(examples) = lookup(EXAMPLES, path) {
        let heading = if lang == Lang::Nl { "Voorbeelden" } else { "Examples" };
        command = command.after_help(format!("{heading}:\n{examples}"));
    }
    // What a variable holds here and now is nobody's business in a reference.
    command = command.disable_help_flag(true).mut_args(|arg| arg.hide_env_values(true));
    let nested = command.has_subcommands();
    if lang == Lang::Nl {
        if let Some(about) = lookup(NL, path) {
            command = command.about(about);
        }
        command = command
            .help_template(if nested {
                "{about}\n\nGebruik: {usage}\n\nOpdrachten:\n{subcommands}\n\nOpties:\n{options}{after-help}\n"
            } else {
                TEMPLATE_NL
            })
            .subcommand_help_heading("Opdrachten");
        command = command.mut_args(|arg| {
            let (own, key) = (format!("{path}.{}", arg.get_id()), format!(".{}", arg.get_id()));
            let heading = if arg.is_positional() { "Gegevens" } else { "Opties" };
            match lookup(NL, &own).or(lookup(NL, &key)) {
                Some(help) => arg.help(help).help_heading(heading),
                None => arg.help_heading(heading),
            }
        });
    }
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |sub| localise(sub, &below, lang));
    }
    command
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Of two texts for one key the second would never be read.
    #[test]
    fn every_dutch_text_has_a_key_of_its_own_that_is_used() {
        let mut told = BTreeSet::new();
        let twice: Vec<&str> = NL.iter().map(|(key, _)| *key).filter(|key| !told.insert(*key)).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let mut keys = BTreeSet::new();
        used(&command(Lang::En), "", &mut keys);
        let idle: Vec<&str> = NL.iter().map(|(key, _)| *key).filter(|key| !keys.contains(*key)).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }

    fn used(command: &Command, path: &str, keys: &mut BTreeSet<String>) {
        keys.insert(path.to_owned());
        for arg in command.get_arguments() {
            keys.extend([format!("{path}.{}", arg.get_id()), format!(".{}", arg.get_id())]);
        }
        for sub in command.get_subcommands() {
            let below = if path.is_empty() { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) };
            used(sub, &below, keys);
        }
    }
}
