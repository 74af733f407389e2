import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import compressedStatic from "express-static-gzip";
import helmet from "helmet";
import type { Refusal, VisitContext } from "~/http/context.ts";
import { log } from "~/log.server.ts";
import type { Services } from "~/services.server.ts";
import { isOneOf, LANGUAGES, type Language } from "~/words.ts";

/*
 * The thin server around Remix: static files, compression, security headers, limits, live messages, shutdown. What the
 * product does is in app/; it comes here as one build, and its services with it.
 */

const DEVELOPMENT = process.env.NODE_ENV !== "production";
const PORT = Number(process.env.PORT ?? 3000);
/** Loopback only, until a public origin is set; then whatever stands in front of it decides (README, "Deploying"). */
const HOST = process.env.ORIGIN ? (process.env.HOST ?? "127.0.0.1") : "127.0.0.1";
const BODY_LIMIT_BYTES = 256 * 1024;
/** Documents of an action and versions of the visual identity may come with a file of 10 MB, and what a form needs around it. */
const UPLOAD_LIMIT_BYTES = 11 * 1024 * 1024;
const UPLOADS_TO = /^\/(?:actions\/[A-Z]+-\d+\/documents|identity\/\d+\/parts\/versions)$/;
/** A browser hears why its file is too large only once it has sent it: up to here it may. */
const READ_AWAY_BYTES = 64 * 1024 * 1024;
/** For the whole of a request: a file of 10 MB over a line of 12 kB a second. */
const REQUEST_MS = 15 * 60_000;
/** Of 11: above this, a page of a hundred cards costs more milliseconds than it saves bytes. */
const BROTLI_QUALITY = 3;
const SHUTDOWN_MS = 10_000;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Locals {
  visit: VisitContext;
}

async function main() {
  const vite = DEVELOPMENT ? await startVite() : undefined;
  const load = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>
    : () => import(here("./server/index.js")) as Promise<ServerBuild>;
  const build = await load();
  const services = (build.entry.module as unknown as { services: Services }).services;
  const { origin, evaluation } = services.config();
  const firstLink = await services.prepare();
  const stopJobs = services.startJobs();

  const app = express();
  app.disable("x-powered-by");
  // How many proxies stand in front, whose X-Forwarded-For may be believed.
  app.set("trust proxy", Number(process.env.TRUST_PROXY ?? 0));

  app.use(visit);
  app.use(securityHeaders(origin));
  app.get("/healthz", health(services));
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } }));
  if (vite) app.use(vite.middlewares);
  else {
    // Compressed once, at the build, as well as it can be done (scripts/build.mjs).
    app.use(
      "/assets",
      compressedStatic(here("./client/assets"), {
        enableBrotli: true,
        orderPreference: ["br"],
        serveStatic: { immutable: true, maxAge: "1y", fallthrough: false },
      }),
    );
    // Only what looks like a file is looked for on the disk: pages have no ending.
    app.get(/\.\w+$/, express.static(here("./client"), { maxAge: "1h", index: false }));
  }
  app.use(sameOriginOnly(origin));
  app.use(limitBody);
  app.get("/live", (request, response) => services.live.connect(request, response));
  app.get(/^\/boards\//, validate(services));
  app.all(
    "*",
    createRequestHandler({
      build: vite ? load : build,
      mode: process.env.NODE_ENV,
      getLoadContext: (_request, response) => (response.locals as Locals).visit,
    }),
  );
  app.use(lastResort);

  const server = createServer({ requestTimeout: REQUEST_MS }, app);
  server.listen(PORT, HOST, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : PORT;
    services.listeningOn(port);
    log.info({ address: `http://${HOST}:${port}`, origin, evaluation }, "listening");
    if (firstLink)
      log.warn({ link: firstLink }, "nobody has an account yet: this link, once, makes the first administrator");
    process.send?.({ listening: port });
  });
  shutDownInOrder(server, services, stopJobs);
}

async function startVite() {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true } });
}

/** Names the request and notes what Remix will want to know of it. */
function visit(request: Request, response: Response, next: NextFunction): void {
  // The first is the answer to a browser that has no wish.
  const accepted = request.acceptsLanguages("en", "fr", "es", "nl");
  (response.locals as Locals).visit = {
    requestId: randomUUID().slice(0, 8),
    nonce: randomBytes(16).toString("base64"),
    address: request.ip ?? "",
    acceptedLanguage: isOneOf(LANGUAGES, accepted) ? (accepted as Language) : "en",
  };
  next();
}

function securityHeaders(origin: string) {
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${((response as Response).locals as Locals).visit.nonce}'`;
  const https = origin.startsWith("https:");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce, ...(DEVELOPMENT ? ["'unsafe-eval'"] : [])],
        // Style attributes carry what only the content knows, such as a bar's length; style elements need the nonce.
        styleSrcElem: DEVELOPMENT ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'", ...(DEVELOPMENT ? ["ws:"] : [])],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

function health(services: Services) {
  return (_request: Request, response: Response): void => {
    response.set("Cache-Control", "no-store");
    try {
      services.checkHealth();
      response.json({ status: "ready" });
    } catch (error) {
      log.error({ err: error }, "not ready");
      response.status(503).json({ status: "unavailable" });
    }
  };
}

/** A mutation comes from our own pages or not at all (Remix itself would answer 500, and only when Origin is there). */
function sameOriginOnly(origin: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const from = request.get("Origin") ?? originOf(request.get("Referer"));
    // Without a public origin the server answers on loopback only, under whichever name the browser used.
    const local = process.env.ORIGIN ? origin : `http://${request.get("Host")}`;
    // A mail program's own button sends no Origin: the link that it presses proves itself (RFC 8058).
    const fromMail = request.path.startsWith("/unsubscribe/");
    const harmless = request.method === "GET" || request.method === "HEAD" || fromMail;
    if (harmless || from === origin || from === local) next();
    else refuse(request, response, next, { status: 403, reason: "other-site" });
  };
}

function originOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}

/** Refuses a body over the limit by its announced length, and one that announces none, before anything of it is read. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.get("Content-Length") ?? 0);
  const upload =
    request.method === "POST" && UPLOADS_TO.test(request.path) && request.is("multipart/form-data") !== false;
  if (upload && length > UPLOAD_LIMIT_BYTES) refuseUpload(request, response, next, length);
  else if (length > (upload ? UPLOAD_LIMIT_BYTES : BODY_LIMIT_BYTES)) {
    refuse(request, response, next, { status: 413, reason: "too-large" });
  } else if (request.get("Transfer-Encoding")) {
    refuse(request, response, next, { status: 411, reason: "no-length" });
  } else next();
}

/** As `refuse`, but it is the page of the form that says so, beside the field. */
function refuseUpload(request: Request, response: Response, next: NextFunction, length: number): void {
  const { visit } = response.locals as Locals;
  log.warn({ requestId: visit.requestId, length, path: request.path }, "refused a file");
  visit.refusal = { status: 413, reason: "too-large" };
  response.set("Connection", "close");
  request.method = "GET";
  if (length > READ_AWAY_BYTES) next();
  else request.once("end", () => next()).resume();
}

/** Answers an unchanged board with 304, before anything is rendered. */
function validate(services: Services) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { visit: context } = response.locals as Locals;
    const headers = new Headers({ Cookie: request.get("Cookie") ?? "" });
    const etag = await services.boardValidator(request.path, headers, context).catch(() => null);
    if (!etag) return next();
    response.set("ETag", etag);
    response.set("Cache-Control", "private, no-cache");
    response.vary("Cookie, Accept-Language");
    if (request.get("If-None-Match") === etag) {
      // The stored page keeps its own policy: a fresh nonce here would forbid the scripts that it already has.
      response.removeHeader("Content-Security-Policy");
      response.status(304).end();
      return;
    }
    next();
  };
}

/** Hands the request on to the page that says why it was refused, in the product's layout and the visitor's language. */
function refuse(request: Request, response: Response, next: NextFunction, refusal: Refusal): void {
  const { visit } = response.locals as Locals;
  log.warn({ requestId: visit.requestId, ...refusal, method: request.method, path: request.path }, "refused");
  visit.refusal = refusal;
  // Its body is not read: neither by that page nor by a next request on the same connection.
  response.set("Connection", "close");
  request.method = "GET";
  request.url = "/refused";
  request.originalUrl = "/refused";
  next();
}

/** For what no page could answer: a missing file, or a fault outside the product. */
function lastResort(
  error: Error & { status?: number },
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { requestId } = (response.locals as Locals).visit;
  if (error.status !== 404) log.error({ requestId, err: error }, "a request failed");
  const words =
    error.status === 404
      ? "There is nothing at this address."
      : "Something went wrong on our side. Nothing that was saved before is lost.";
  response
    .status(error.status === 404 ? 404 : 500)
    .type("text/plain; charset=utf-8")
    .send(`${words}\n${requestId}\n`);
}

/** On SIGTERM or SIGINT: no new requests, those under way are finished, live lines closed, the database closed last. */
function shutDownInOrder(
  server: ReturnType<typeof createServer>,
  services: Services,
  stopJobs: () => Promise<void>,
): void {
  let leaving = false;
  const leave = (signal: string) => {
    if (leaving) return;
    leaving = true;
    log.info({ signal }, "finishing what is under way");
    const jobsDone = stopJobs();
    services.live.close();
    server.close(async () => {
      await jobsDone;
      services.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  };
  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
}

main().catch((error) => {
  log.fatal({ err: error }, error.message);
  process.exit(1);
});
