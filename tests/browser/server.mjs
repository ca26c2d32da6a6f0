// Serves a built site from memory under a sub-path on the loopback, and notes what was asked for.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

/** Every file below a folder, by its path with `/`. */
export async function files(folder) {
  const found = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    found.set(relative(folder, path).split(sep).join("/"), await readFile(path));
  }
  return found;
}

/** Serves the files below `prefix` (as in `/klachten/`); an address that is not there gets 404.html. */
export async function serve(site, prefix) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let path = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : undefined;
    if (path !== undefined && (path === "" || path.endsWith("/"))) path += "index.html";
    const body = site.get(path);
    const missing = site.get("404.html");
    response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(body ? path : "404.html")] ?? "application/octet-stream" });
    response.end(body ?? missing);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
