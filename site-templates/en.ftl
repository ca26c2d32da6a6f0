# Sentences of the site in English.
skip = Skip to content
menu = Menu
crumbs = Breadcrumbs
updated = Last changed on
start-title = Complaint regulations
start-description = How to make a complaint, what happens then, and how often that goes well.
start-lead = Choose the organisation that you want to complain about.
not-found-title = This page does not exist
not-found-description = The page you are looking for is not here.
not-found-text = The page you are looking for is not here.
to-start = To the start
