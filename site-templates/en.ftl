# Sentences of the site in English.
locale = en_GB
skip = Skip to content
menu = Menu
crumbs = Breadcrumbs
start = All regulations
menu-complaint = Make a complaint
menu-regulation = Regulation
menu-figures = Figures
menu-privacy = Privacy
contact-title = Contact { $organisation }
updated = Last changed on
valid-from = Valid from
revision = Version
picture-alt = A speech balloon with three lines of text
accessibility-title = Accessibility
accessibility-description = Which standard we follow, how we tested, what does not work yet, and where to report it.
accessibility-lead = Everybody must be able to use this site. Also with a screen reader, without a mouse or with strongly enlarged letters.
accessibility-standard-title = The standard
accessibility-standard = { $responsible } follows WCAG 2.2, level AA.
accessibility-tested-title = How we tested
accessibility-tested = The last test was on
accessibility-limits-title = What does not work yet
accessibility-no-limits = We know of no problems at present.
accessibility-contact-title = Does something not work for you?
accessibility-contact = Let us know:
accessibility-answer = You will get an answer within { $term }.
feed-title = Changes
feed-version = { $organisation }: regulation from { $day }
feed-version-valid = { $title } is valid from { $day }.
feed-version-coming = { $title } takes effect on { $day }.
feed-figures = { $organisation }: complaints in { $year }
feed-figures-text = The figures of { $year } are on the site.
start-title = Complaint regulations
start-description = How to make a complaint, what happens then, and how often that goes well.
start-lead = Choose the organisation that you want to complain about.
not-found-title = This page does not exist
not-found-description = The page you are looking for is not here.
not-found-text = The page you are looking for is not here.
to-start = To the start

# Figures.
figures-title = Our figures on complaints
figures-crumb = Figures
figures-description = How many complaints { $organisation } received each year, and how they ended.
figures-lead = Each year we show how many complaints we received, what they were about and how they ended.
figures-none = There are no figures yet. They will appear when we have closed the first year.
figures-years = All years
figures-years-caption = Complaints by year of receipt
figures-no-sums = We do not add up years. So hidden numbers stay hidden.
figures-year-title = Complaints in { $year }
figures-year-description = The complaints that { $organisation } received in { $year }: number, topics, time and outcome.
figures-year-more = All figures of { $year }
figures-method-title = How we count
figures-method-description = What the figures on complaints mean, and why some numbers are hidden.
figures-method-link = How we count and protect
figures-published = Published on
figures-final = These figures are final.
figures-before = The year before:
figures-after = The year after:
figures-next-expected = The figures of { $year } will appear when we have closed that year.
figures-contents = On this page

figures-hidden = not shown
figures-fewer = fewer than 5
figures-hidden-why = Why we do not show some numbers
figures-not-counted = not counted
figures-nothing = We show no numbers on: { $names }.
figures-total = Total
figures-main = Main topic
figures-also = Also mentioned
figures-received = Received
figures-in-time = In time
figures-median = Median
figures-days = { $n ->
    [one] { $number } day
   *[other] { $number } days
 }

figures-said-received = { $n ->
    [one] In { $year } we received { $number } complaint.
   *[other] In { $year } we received { $number } complaints.
 }
figures-said-fewer = In { $year } we received fewer than 5 complaints.
figures-said-not-received = We do not show how many complaints we received in { $year }.
figures-said-before = In { $year } there were { $number }.
figures-said-small = We show no tables for this year. So nobody can be recognised.
figures-said-in-time = { $n ->
    [one] { $number } complaint{ $share } was finished in time.
   *[other] { $number } complaints{ $share } were finished in time.
 }
figures-said-not-in-time = We do not show how many complaints were finished in time.
figures-said-median = { $n ->
    [0] Half of the complaints were finished on the same day.
    [one] Half of the complaints were finished within { $number } day.
   *[other] Half of the complaints were finished within { $number } days.
 }
figures-said-no-median = We do not show how long complaints took in this year.
figures-said-mean = { $n ->
    [one] On average a complaint took { $number } day.
   *[other] On average a complaint took { $number } days.
 }
figures-said-upheld = { $n ->
    [one] { $number } complaint{ $share } was upheld.
   *[other] { $number } complaints{ $share } were upheld.
 }
figures-said-not-upheld = We do not show how many complaints were upheld.
figures-said-resolved = { $n ->
    [one] { $number } complaint{ $share } was resolved.
   *[other] { $number } complaints{ $share } were resolved.
 }
figures-said-not-resolved = We do not show how many complaints were resolved.
figures-said-nothing = We show no figures on this for this year.

figures-size-one-way = This year is too small for tables with two features.
figures-size-why = Read why small years have fewer tables

figures-question-many = How many complaints were there?
figures-question-about = What were the complaints about?
figures-question-from = Where did the complaints come from?
figures-question-time = Were we in time?
figures-question-ended = How did it end?
figures-question-lessons = What did we learn?
figures-question-promises = What we write, and what we do
figures-question-how = How we counted
figures-question-data = The figures as a file
figures-promises-lead = These sentences are in our regulation. Below them is what the figures say about it.
figures-kind-goal = Our goal:
figures-kind-promise = We promise:
figures-kind-policy = Our policy:
figures-kind-context = We write:
figures-kind-explanation = We write:
figures-see = See
figures-counted = All tables are about complaints that we received in { $year }. The outcome is that of { $day }, when we closed the year.
figures-counted-bare = The figures are about complaints that we received in { $year }. We closed the year on { $day }.
figures-protected = We do not show a number below { $number }, not even zero. We only show a zero that follows from the regulation itself. We also hide a number that would give such a small number away.
figures-versions = In force in this year:
figures-from = in force from
figures-merged = Counted together as ‘Other’: { $names }.
figures-mentions = { $dimension }: all mentions
figures-crossed = { $rows } and { $columns }
figures-base-complaints = { $n ->
    [one] This is about { $number } complaint of { $year }.
   *[other] This is about { $number } complaints of { $year }.
 }
figures-base-mentions = { $n ->
    [one] This is about { $number } mention in complaints of { $year }.
   *[other] This is about { $number } mentions in complaints of { $year }.
 }
figures-base-complaints-hidden = This is about complaints of { $year }. We do not show how many there are.
figures-base-mentions-hidden = This is about mentions in complaints of { $year }. We do not show how many there are.

figures-flow = From the beginning to the end of the year
figures-flow-carried-in = Open on 1 January { $year }
figures-flow-received = Received in { $year }
figures-flow-closed = Closed in { $year }
figures-flow-carried-out = Open on 31 December { $year }
figures-flow-sum = What was open and what came in is, together, what we closed and what stayed open.

figures-file-csv = CSV, for programs
figures-file-excel = CSV, for Excel (in Dutch)
figures-file-json = JSON
figures-file-metadata = About the CSV file, for programs
figures-licence = The figures are free to use:
figures-column-year = Year
figures-column-table = table
figures-column-row = row
figures-column-column = column
figures-column-count = count
figures-column-table-description = The table. ‘received’ is the number of complaints received, ‘flow’ the flow of the year, ‘handling-time’ the handling time in days.
figures-column-row-description = The value of the first feature of the table; ‘_total’ for the total.
figures-column-column-description = The value of the second feature of the table; ‘_total’ for the total.
figures-column-count-description = The number of complaints, mentions or days; [c] if it is not shown.
figures-data-description = One line per number. A hidden number is [c]: too small, or it would give a small one away.
figures-data-null = An empty number (null) is not shown. It is not zero.
figures-data-no-sums = Do not add up years if one of the numbers is hidden.
figures-days-table = Handling time in days
figures-row-median = Median
figures-row-mean = Mean
figures-row-carried-in = Open on 1 January
figures-row-received = Received
figures-row-closed = Closed
figures-row-carried-out = Open on 31 December

figures-dimension-topic = Topic
figures-dimension-channel = Way of complaining
figures-dimension-source = From inside or outside
figures-dimension-complainant = Who complained
figures-dimension-severity = Severity
figures-dimension-cause = Cause
figures-dimension-outcome = Outcome
figures-dimension-handling = Way of handling
figures-dimension-timeliness = In time
figures-dimension-acknowledgement = Receipt confirmed
figures-dimension-satisfaction = Satisfied with the handling
figures-dimension-quarter = Quarter
figures-dimension-handling-band = Time until the outcome
figures-dimension-escalation = To an external body

figures-about-topic = Each complaint counts once: at its main topic.
figures-about-mentions = A complaint can be about more. Here every mention counts.
figures-about-crossed = Each complaint counts once. The last column adds up the line.
figures-about-channel = This is how the complaints reached us.
figures-about-source = A complaint from inside comes from somebody who works for us.
figures-about-complainant = Who made a complaint. We name roles, never persons.
figures-about-severity = How serious the complaints were.
figures-about-cause = What caused the complaints, as far as we found out.
figures-about-outcome = How the complaints ended, with the judgement if there was one.
figures-about-handling = How we handled the complaints.
figures-about-timeliness = In time is within the term of our regulation. Extended is later, but within an extended term.
figures-about-acknowledgement = Whether we confirmed receipt of a complaint in time.
figures-about-satisfaction = What complainants said when we asked them about the handling.
figures-about-quarter = In which quarter we received the complaints.
figures-about-handling-band = How long complaints took, measured by the term of our regulation.
figures-about-escalation = Which complaints went to a body outside our organisation.

figures-value-other = Other
figures-value-unknown = Unknown
figures-value-none = None
figures-value-open = Still open
figures-value-not-applicable = Not applicable
figures-value-in-time = In time
figures-value-extended = Within the extended term
figures-value-late = Late
figures-hearing-waived = Waived
figures-measures-agreed = Agreed
figures-measures-verified = Carried out and checked
figures-source-intern = From inside
figures-source-extern = From outside
figures-outcome-settled = Settled together
figures-outcome-decided = Decided
figures-outcome-withdrawn = Withdrawn
figures-outcome-inadmissible = Not admissible
figures-outcome-no-complaint = No complaint after all
figures-outcome-none = No judgement
figures-handling-informal = Informally
figures-handling-formal = Formally
figures-handling-mediation = With mediation
figures-acknowledgement-none = Not confirmed
figures-satisfaction-ja = Satisfied
figures-satisfaction-nee = Not satisfied
figures-satisfaction-onbekend = No answer
figures-satisfaction-not-asked = Not asked
figures-quarter-q1 = January to March
figures-quarter-q2 = April to June
figures-quarter-q3 = July to September
figures-quarter-q4 = October to December
figures-handling-band-half = In the first half of the term
figures-handling-band-whole = In the second half of the term
figures-escalation-none = Stayed with us
figures-cause-none = No cause found
figures-dimension-hearing = Heard
figures-about-hearing = Whether we heard the people involved in the complaint.
figures-hearing-held = Heard
figures-hearing-none = Not heard
figures-dimension-measures = Measures
figures-about-measures = Which complaints led to a measure. Checked means: we looked whether the measure was really taken.
figures-measures-none = No measure
