// Looks at a built site as its visitors do: axe in a real browser in light, dark and forced colours, at the width of a phone
// and of a desk; without JavaScript; from the disk; and what every page asks the network for.
//
//   node run.mjs SITE            every check; exit code 1 when one fails
//   node run.mjs SITE --shots DIR  also a screenshot of each page in each guise
import { createRequire } from "node:module";
import { mkdir } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { files, serve } from "./server.mjs";
import { GUISES, chosen, kindOf } from "./pages.mjs";

const [folder, flag, shots] = process.argv.slice(2);
if (!folder || (flag && flag !== "--shots")) {
  console.error("usage: node run.mjs SITE [--shots DIR]");
  process.exit(2);
}
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const PREFIX = "/klachten/";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const failures = [];
const fail = (page, what) => failures.push(`${page}: ${what}`);

const site = await files(resolve(folder));
const paths = [...site.keys()].filter((path) => path.endsWith(".html")).sort();
const { origin, close } = await serve(site, PREFIX);
const executablePath = process.env.CHROME_PATH ?? execFileSync("sh", ["-c", "command -v chromium"]).toString().trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

/** Opens pages one after the other in a context of their own; requests that leave the site are failures. */
async function visit(options, list, look) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}${PREFIX}`) && !url.startsWith("file:") && !url.startsWith("data:"))
      fail(page.url(), `asks for ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) fail(page.url(), `says ${message.text()}`);
  });
  for (const path of list) await look(page, path);
  await context.close();
}

for (const path of paths) if (!kindOf(path)) fail(path, "is of no known kind; add it to pages.mjs");
const looked = chosen(paths);

for (const { scheme, width } of GUISES) {
  const forced = scheme === "forced";
  const options = {
    bypassCSP: true, // only so that axe can be put into the page; the policy itself is tried below
    viewport: { width, height: 800 },
    colorScheme: scheme === "dark" ? "dark" : "light",
    forcedColors: forced ? "active" : "none",
  };
  await visit(options, looked, async (page, path) => {
    const name = `${path} (${scheme}, ${width} px)`;
    await page.goto(`${origin}${PREFIX}${path}`);
    if (shots) {
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${path.replaceAll("/", "_")}-${scheme}-${width}.png`), fullPage: true });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) fail(name, `is ${wide} px wider than the window`);
    await page.addScriptTag({ path: AXE });
    const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
    for (const kind of ["violations", "incomplete"])
      for (const rule of found[kind])
        fail(name, `axe ${kind} ${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  });
}

// As visitors get it: the policy of the page in force, no JavaScript, every page.
await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, paths, async (page, path) => {
  const answer = await page.goto(`${origin}${PREFIX}${path}`);
  if (answer.status() !== 200) fail(path, `answers ${answer.status()}`);
  const headings = await page.locator("h1").count();
  if (headings !== 1) fail(path, `has ${headings} headings of the first level`);
  if ((await page.locator("main").innerText()).trim().length < 20) fail(path, "says nothing without JavaScript");
  if ((await page.locator("script:not([type='application/ld+json'])").count()) > 0) fail(path, "has a script");
});

// From the disk, and under the page's own policy: the style sheet must be applied.
await visit({}, looked.filter((path) => path !== "404.html"), async (page, path) => {
  await page.goto(pathToFileURL(resolve(folder, path)).href);
  const sheets = await page.evaluate(() => [...document.styleSheets].length);
  if (sheets === 0) fail(path, "has no style when opened from the disk");
  const skip = await page.evaluate(() => getComputedStyle(document.querySelector("a")).position);
  if (skip === "static") fail(path, "is not styled when opened from the disk");
});

// The first stop of the keyboard is the link to the content, and it can be seen.
await visit({ viewport: { width: 320, height: 800 } }, looked, async (page, path) => {
  await page.goto(`${origin}${PREFIX}${path}`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { href: document.activeElement.getAttribute("href"), seen: box.width > 0 && box.left >= 0 && box.top >= 0 };
  });
  if (!first.href?.startsWith("#") || !first.seen) fail(path, "does not begin with a visible link to its content");
});

// An address that is not there, deep down, still gets a page with its style.
await visit({}, ["nergens/te/vinden/"], async (page, path) => {
  const answer = await page.goto(`${origin}${PREFIX}${path}`);
  if (answer.status() !== 404) fail(path, `answers ${answer.status()}`);
  if ((await page.locator("h1").count()) !== 1) fail(path, "has no heading");
});

await browser.close();
close();
for (const failure of failures) console.error(failure);
console.log(`${paths.length} pages, ${looked.length} of them in ${GUISES.length} guises: ${failures.length} faults`);
process.exit(failures.length > 0 ? 1 : 0);
