use super::*;

#[test]
fn html_reads_as_a_browser_shows_it() {
    for (html, wanted) in [
        ("<div>De docent kwam niet</div><div>en niemand belde.</div>", "De docent kwam niet\nen niemand belde."),
        ("een<br>twee<br><br>drie", "een\ntwee\n\ndrie"),
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("<ul><li>een<li>twee</ul>drie", "- een\n- twee\n\ndrie"),
        ("<table><tr><td>een</td><td>twee</td></tr><tr><td>drie</td></tr></table>", "een twee\ndrie"),
        ("<h1>een</h1>twee", "een\n\ntwee"),
        ("<b>on</b>gehoord <i>slecht</i>", "ongehoord slecht"),
        ("een&nbsp;twee &amp; drie &eacute;", "een twee & drie é"),
        ("<head><title>x</title><style>p{color:red}</style></head><body>een</body>", "een"),
        ("<script>let x = '<p>nee</p>';</script>een", "een"),
        ("een<span style='display: none'>nee<span>nee</span></span> twee", "een twee"),
        ("<span style=\"display:block\">een</span>twee", "een\ntwee"),
        ("<!-- nee -->een", "een"),
        ("<blockquote>een</blockquote>twee", "een\n\ntwee"),
        ("<pre>een\n  twee</pre>", "een\ntwee"),
        ("<dl><dt>een<dd>twee</dl>", "een\ntwee"),
        ("on\u{ad}ge\u{200b}hoord", "ongehoord"),
        ("<o:p>een</o:p><label>Naam</label><input value=\"Twee\">", "eenNaam Twee"),
        ("<td>een", "een"),
        ("zonder tags < of >", "zonder tags < of >"),
        ("<head><meta charset=utf-8><body>een", "een"),
    ] {
        assert_eq!(text(html), wanted, "{html}");
    }
}
