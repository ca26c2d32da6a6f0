// Which pages stand for their kind, and in which guises each is looked at.

/** The kinds of pages, with the one regulation whose page says most. A new kind fails the check until it is added here. */
export const KINDS = [
  ["start", /^(en\/)?index\.html$/],
  ["accessibility", /^(toegankelijkheid|en\/accessibility)\/index\.html$/],
  ["not found", /^404\.html$/],
  ["complaint", /^(en\/)?[a-z-]+\/index\.html$/, "interactie"],
  ["regulation", /^(en\/)?[a-z-]+\/(regeling|regulation)\/index\.html$/, "academie"],
  ["versions", /^(en\/)?[a-z-]+\/(regeling\/versies|regulation\/versions)\/index\.html$/, "square-mile"],
  ["version", /^(en\/)?[a-z-]+\/(regeling|regulation)\/\d{4}-\d\d-\d\d\/index\.html$/, "square-mile"],
  ["changes", /^(en\/)?[a-z-]+\/(regeling|regulation)\/\d{4}-\d\d-\d\d\/(wijzigingen|changes)\/index\.html$/, "square-mile"],
  ["figures", /^(en\/)?[a-z-]+\/(cijfers|figures)\/index\.html$/, "cbmk"],
  ["year", /^(en\/)?[a-z-]+\/(cijfers|figures)\/\d{4}\/index\.html$/, "cbmk"],
  ["method", /^(en\/)?[a-z-]+\/(cijfers\/methode|figures\/method)\/index\.html$/, "cbmk"],
  ["privacy", /^(en\/)?[a-z-]+\/privacy\/index\.html$/, "square-mile"],
];

/** How a page may be looked at. */
export const GUISES = ["light", "dark", "forced"].flatMap((scheme) => [320, 1280].map((width) => ({ scheme, width })));

/** The kind of a page. */
export const kindOf = (path) => KINDS.find(([, pattern]) => pattern.test(path))?.[0];

/** For each kind and language the pages to look at in every guise. */
export function chosen(paths) {
  const pages = [];
  for (const [kind, pattern, regulation] of KINDS) {
    const all = paths.filter((path) => kindOf(path) === kind && pattern.test(path));
    const best = all.filter((path) => !regulation || path.split("/").includes(regulation));
    for (const lang of ["nl", "en"]) {
      const own = best.filter((path) => path.startsWith("en/") === (lang === "en"));
      if (own.length > 0) pages.push(own.at(-1));
    }
    if (all.length === 0) throw new Error(`the site has no page of the kind "${kind}"`);
  }
  return pages;
}
