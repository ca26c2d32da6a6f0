# Zinnen van de site in het Nederlands.
locale = nl_NL
skip = Naar de inhoud
menu = Menu
crumbs = Kruimelpad
start = Alle regelingen
menu-complaint = Klacht indienen
menu-regulation = Regeling
menu-figures = Cijfers
menu-privacy = Privacy
contact-title = Contact met { $organisation }
updated = Laatst gewijzigd op
valid-from = Geldig vanaf
revision = Versie
picture-alt = Een tekstballon met drie regels tekst
accessibility-title = Toegankelijkheid
accessibility-description = Welke norm wij volgen, hoe wij testten, wat nog niet lukt en waar u dat meldt.
accessibility-lead = Iedereen moet deze site kunnen gebruiken. Ook met een schermlezer, zonder muis of met sterk vergrote letters.
accessibility-standard-title = De norm
accessibility-standard = { $responsible } volgt WCAG 2.2, niveau AA.
accessibility-tested-title = Zo testten wij
accessibility-tested = De laatste test was op
accessibility-limits-title = Wat nog niet lukt
accessibility-no-limits = Wij kennen op dit moment geen problemen.
accessibility-contact-title = Lukt iets u niet?
accessibility-contact = Laat het ons weten:
accessibility-answer = U krijgt binnen { $term } antwoord.
feed-title = Wijzigingen
feed-version = { $organisation }: regeling vanaf { $day }
feed-version-valid = { $title } geldt vanaf { $day }.
feed-version-coming = { $title } gaat gelden op { $day }.
feed-figures = { $organisation }: klachten in { $year }
feed-figures-text = De cijfers over { $year } staan op de site.
start-title = Klachtenregelingen
start-description = Hoe u een klacht indient, wat er dan gebeurt en hoe vaak dat goed gaat.
start-lead = Kies de organisatie waarover u een klacht hebt.
not-found-title = Deze pagina bestaat niet
not-found-description = De pagina die u zoekt, staat hier niet.
not-found-text = De pagina die u zoekt, staat hier niet.
to-start = Naar het begin

# Cijfers.
figures-title = Onze cijfers over klachten
figures-crumb = Cijfers
figures-description = Hoeveel klachten { $organisation } per jaar kreeg, en hoe het afliep.
figures-lead = Elk jaar laten wij zien hoeveel klachten wij kregen, waar die over gingen en hoe het afliep.
figures-none = Er zijn nog geen cijfers. Die verschijnen als wij het eerste jaar hebben afgesloten.
figures-years = Alle jaren
figures-years-caption = Klachten per jaar van ontvangst
figures-no-sums = Wij tellen jaren niet bij elkaar op. Zo blijven verborgen getallen verborgen.
figures-year-title = Klachten in { $year }
figures-year-description = De klachten die { $organisation } in { $year } kreeg: aantal, onderwerpen, tijd en uitkomst.
figures-year-more = Alle cijfers van { $year }
figures-method-title = Zo tellen wij
figures-method-description = Wat de cijfers over klachten betekenen, en waarom sommige getallen verborgen zijn.
figures-method-link = Zo tellen en beschermen wij
figures-published = Gepubliceerd op
figures-final = Deze cijfers zijn definitief.
figures-before = Het jaar ervoor:
figures-after = Het jaar erna:
figures-next-expected = De cijfers van { $year } verschijnen als wij dat jaar hebben afgesloten.
figures-contents = Op deze pagina

figures-hidden = niet getoond
figures-fewer = minder dan 5
figures-hidden-why = Waarom wij getallen niet tonen
figures-not-counted = niet geteld
figures-nothing = Hierover tonen wij geen aantallen: { $names }.
figures-total = Totaal
figures-main = Hoofdonderwerp
figures-also = Ook genoemd
figures-received = Ontvangen
figures-in-time = Op tijd
figures-median = Mediaan
figures-days = { $n ->
    [one] { $number } dag
   *[other] { $number } dagen
 }

figures-said-received = { $n ->
    [one] In { $year } kregen wij { $number } klacht.
   *[other] In { $year } kregen wij { $number } klachten.
 }
figures-said-fewer = In { $year } kregen wij minder dan 5 klachten.
figures-said-not-received = Hoeveel klachten wij in { $year } kregen, tonen wij niet.
figures-said-before = In { $year } waren dat er { $number }.
figures-said-small = Tabellen tonen wij over dit jaar niet. Zo is niemand te herkennen.
figures-said-in-time = { $n ->
    [one] { $number } klacht{ $share } was op tijd klaar.
   *[other] { $number } klachten{ $share } waren op tijd klaar.
 }
figures-said-not-in-time = Hoeveel klachten op tijd klaar waren, tonen wij niet.
figures-said-median = { $n ->
    [0] De helft van de klachten was dezelfde dag klaar.
    [one] De helft van de klachten was binnen { $number } dag klaar.
   *[other] De helft van de klachten was binnen { $number } dagen klaar.
 }
figures-said-no-median = Hoe lang klachten duurden, tonen wij over dit jaar niet.
figures-said-mean = { $n ->
    [one] Gemiddeld duurde een klacht { $number } dag.
   *[other] Gemiddeld duurde een klacht { $number } dagen.
 }
figures-said-upheld = { $n ->
    [one] { $number } klacht{ $share } was gegrond.
   *[other] { $number } klachten{ $share } waren gegrond.
 }
figures-said-not-upheld = Hoeveel klachten gegrond waren, tonen wij niet.
figures-said-resolved = { $n ->
    [one] { $number } klacht{ $share } is opgelost.
   *[other] { $number } klachten{ $share } zijn opgelost.
 }
figures-said-not-resolved = Hoeveel klachten zijn opgelost, tonen wij niet.
figures-said-nothing = Hierover tonen wij over dit jaar geen cijfers.

figures-size-one-way = Dit jaar is te klein voor tabellen met twee kenmerken.
figures-size-why = Lees waarom kleine jaren minder tabellen hebben

figures-question-many = Hoeveel klachten waren er?
figures-question-about = Waar gingen de klachten over?
figures-question-from = Van wie kwamen de klachten?
figures-question-time = Waren wij op tijd?
figures-question-ended = Hoe liep het af?
figures-question-lessons = Wat leerden wij?
figures-question-promises = Wat wij schrijven, en wat wij doen
figures-question-how = Zo telden wij
figures-question-data = De cijfers als bestand
figures-promises-lead = Deze zinnen staan in onze regeling. Eronder staat wat de cijfers erover zeggen.
figures-kind-goal = Ons doel:
figures-kind-promise = Wij beloven:
figures-kind-policy = Ons beleid:
figures-kind-context = Wij schrijven:
figures-kind-explanation = Wij schrijven:
figures-see = Zie
figures-counted = Alle tabellen gaan over klachten die wij in { $year } kregen. De uitkomst is die van { $day }: toen sloten wij het jaar af.
figures-counted-bare = De cijfers gaan over klachten die wij in { $year } kregen. Op { $day } sloten wij het jaar af.
figures-protected = Een aantal onder { $number } tonen wij niet, ook nul niet. Alleen een nul die uit de regeling zelf volgt, tonen wij wel. Ook een aantal dat zo'n klein getal zou verraden, tonen wij niet.
figures-versions = In dit jaar gold:
figures-from = geldig vanaf
figures-merged = Onder ‘Overig’ tellen samen: { $names }.
figures-mentions = { $dimension }: alle vermeldingen
figures-crossed = { $rows } en { $columns }
figures-base-complaints = { $n ->
    [one] Dit gaat over { $number } klacht uit { $year }.
   *[other] Dit gaat over { $number } klachten uit { $year }.
 }
figures-base-mentions = { $n ->
    [one] Dit gaat over { $number } vermelding in klachten uit { $year }.
   *[other] Dit gaat over { $number } vermeldingen in klachten uit { $year }.
 }
figures-base-complaints-hidden = Dit gaat over klachten uit { $year }. Hoeveel dat er zijn, tonen wij niet.
figures-base-mentions-hidden = Dit gaat over vermeldingen in klachten uit { $year }. Hoeveel dat er zijn, tonen wij niet.

figures-flow = Van begin tot eind van het jaar
figures-flow-carried-in = Open op 1 januari { $year }
figures-flow-received = Ontvangen in { $year }
figures-flow-closed = Afgesloten in { $year }
figures-flow-carried-out = Open op 31 december { $year }
figures-flow-sum = Wat open stond en wat binnenkwam, is samen wat wij afsloten en wat open bleef.

figures-file-csv = CSV, voor programma's
figures-file-excel = CSV, voor Excel
figures-file-json = JSON
figures-file-metadata = Uitleg bij het CSV-bestand, voor programma's
figures-licence = De cijfers zijn vrij te gebruiken:
figures-column-year = Jaar
figures-column-table = tabel
figures-column-row = rij
figures-column-column = kolom
figures-column-count = aantal
figures-column-table-description = De tabel. ‘received’ is het aantal ontvangen klachten, ‘flow’ het verloop van het jaar, ‘handling-time’ de behandeltijd in dagen.
figures-column-row-description = De waarde van het eerste kenmerk van de tabel; ‘_total’ voor het totaal.
figures-column-column-description = De waarde van het tweede kenmerk van de tabel; ‘_total’ voor het totaal.
figures-column-count-description = Het aantal klachten, vermeldingen of dagen; [c] als het niet getoond is.
figures-data-description = Eén regel per getal. Een verborgen getal is [c]: te klein, of het zou een klein getal verraden.
figures-data-null = Een leeg getal (null) is niet getoond. Het is geen nul.
figures-data-no-sums = Tel geen jaren bij elkaar op als een van de getallen verborgen is.
figures-days-table = Behandeltijd in dagen
figures-row-median = Mediaan
figures-row-mean = Gemiddelde
figures-row-carried-in = Open op 1 januari
figures-row-received = Ontvangen
figures-row-closed = Afgesloten
figures-row-carried-out = Open op 31 december

figures-dimension-topic = Onderwerp
figures-dimension-channel = Manier van indienen
figures-dimension-source = Van binnen of van buiten
figures-dimension-complainant = Wie klaagde
figures-dimension-severity = Ernst
figures-dimension-cause = Oorzaak
figures-dimension-outcome = Uitkomst
figures-dimension-handling = Manier van behandelen
figures-dimension-timeliness = Op tijd
figures-dimension-acknowledgement = Ontvangst bevestigd
figures-dimension-satisfaction = Tevreden over de behandeling
figures-dimension-quarter = Kwartaal
figures-dimension-handling-band = Tijd tot de uitkomst
figures-dimension-escalation = Naar een instantie buiten ons

figures-about-topic = Elke klacht telt één keer: bij het belangrijkste onderwerp.
figures-about-mentions = Een klacht kan over meer gaan. Hier telt elke vermelding.
figures-about-crossed = Elke klacht telt één keer. De laatste kolom telt de regel op.
figures-about-channel = Zo kwamen de klachten bij ons binnen.
figures-about-source = Een klacht van binnen komt van iemand die bij ons werkt.
figures-about-complainant = Wie een klacht indiende. Wij noemen rollen, nooit personen.
figures-about-severity = Hoe ernstig de klachten waren.
figures-about-cause = Waardoor de klachten ontstonden, voor zover wij dat vonden.
figures-about-outcome = Hoe de klachten afliepen, met het oordeel als dat er was.
figures-about-handling = Hoe wij de klachten behandelden.
figures-about-timeliness = Op tijd is binnen de termijn van onze regeling. Verlengd is later, maar binnen een verlengde termijn.
figures-about-acknowledgement = Of wij de ontvangst van een klacht op tijd bevestigden.
figures-about-satisfaction = Wat klagers zeiden toen wij hen vroegen naar de behandeling.
figures-about-quarter = In welk kwartaal wij de klachten kregen.
figures-about-handling-band = Hoe lang klachten duurden, gemeten aan de termijn van onze regeling.
figures-about-escalation = Welke klachten naar een instantie buiten onze organisatie gingen.

figures-value-other = Overig
figures-value-unknown = Onbekend
figures-value-none = Geen
figures-value-open = Loopt nog
figures-value-not-applicable = Niet van toepassing
figures-value-in-time = Op tijd
figures-value-extended = Binnen de verlengde termijn
figures-value-late = Te laat
figures-hearing-waived = Van afgezien
figures-measures-agreed = Afgesproken
figures-measures-verified = Uitgevoerd en gecontroleerd
figures-source-intern = Van binnen
figures-source-extern = Van buiten
figures-outcome-settled = Samen opgelost
figures-outcome-decided = Beslist
figures-outcome-withdrawn = Ingetrokken
figures-outcome-inadmissible = Niet in behandeling genomen
figures-outcome-no-complaint = Toch geen klacht
figures-outcome-none = Geen oordeel
figures-handling-informal = Informeel
figures-handling-formal = Formeel
figures-handling-mediation = Met bemiddeling
figures-acknowledgement-none = Niet bevestigd
figures-satisfaction-ja = Tevreden
figures-satisfaction-nee = Niet tevreden
figures-satisfaction-onbekend = Geen antwoord
figures-satisfaction-not-asked = Niet gevraagd
figures-quarter-q1 = Januari tot en met maart
figures-quarter-q2 = April tot en met juni
figures-quarter-q3 = Juli tot en met september
figures-quarter-q4 = Oktober tot en met december
figures-handling-band-half = In de eerste helft van de termijn
figures-handling-band-whole = In de tweede helft van de termijn
figures-escalation-none = Bij ons gebleven
figures-cause-none = Geen oorzaak vastgesteld
figures-dimension-hearing = Gehoord
figures-about-hearing = Of wij mensen hoorden die bij de klacht betrokken waren.
figures-hearing-held = Gehoord
figures-hearing-none = Niet gehoord
figures-dimension-measures = Maatregelen
figures-about-measures = Welke klachten tot een maatregel leidden. Gecontroleerd is: wij keken of de maatregel echt is genomen.
figures-measures-none = Geen maatregel
