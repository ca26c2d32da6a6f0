# Zinnen van de site in het Nederlands.
skip = Naar de inhoud
menu = Menu
crumbs = Kruimelpad
updated = Laatst gewijzigd op
start-title = Klachtenregelingen
start-description = Hoe u een klacht indient, wat er dan gebeurt en hoe vaak dat goed gaat.
start-lead = Kies de organisatie waarover u een klacht hebt.
not-found-title = Deze pagina bestaat niet
not-found-description = De pagina die u zoekt, staat hier niet.
not-found-text = De pagina die u zoekt, staat hier niet.
to-start = Naar het begin
