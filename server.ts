import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import compressedStatic from "express-static-gzip";
import helmet from "helmet";
import { boundBodies } from "~/http/server/bodies.ts";
import { limitBody, loopbackOnly, noticeUncountedProxy, readableOnly, sameOriginOnly } from "~/http/server/guards.ts";
import { noteVisit, refuse, visitOf } from "~/http/server/locals.ts";
import { oneAtATime } from "~/http/server/one-at-a-time.ts";
import { remixHandler } from "~/http/server/remix.ts";
import { endInOrder } from "~/http/server/shutdown.ts";
import { log } from "~/log.server.ts";
import type { Services } from "~/services.server.ts";

/*
 * The thin server around Remix: static files, compression, security headers, limits, live messages, shutdown. What the
 * product does is in app/; it comes here as one build, and its services with it.
 */

const DEVELOPMENT = process.env.NODE_ENV !== "production";
/** For the whole of a request: a file of 10 MB over a line of 12 kB a second. */
const REQUEST_MS = 15 * 60_000;
/**
 * Longer than a proxy keeps a connection on which nothing is asked (nginx 60 s): whichever side closes it must be the one that asks,
 * or a request meets a connection that has just been closed, and its proxy answers 502.
 */
const KEEP_ALIVE_MS = 72_000;
/** For the head of a request. Node counts from when a connection is opened: one opened in advance is kept no shorter than one kept. */
const HEADERS_MS = KEEP_ALIVE_MS + 3_000;
/**
 * A connection on which nothing has moved for so long is closed: nobody takes the answer. Longer than any page or document takes to
 * make, and than live messages are silent.
 */
const SILENT_MS = 120_000;
/** Each holds a few kilobytes and a file descriptor; a conference opens six for each of two hundred browsers. */
const MOST_CONNECTIONS = 4_000;
/** Of 11: above this, a page of a hundred cards costs more milliseconds than it saves bytes. */
const BROTLI_QUALITY = 3;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function main() {
  const vite = DEVELOPMENT ? await startVite() : undefined;
  const load = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>
    : () => import(here("./server/index.js")) as Promise<ServerBuild>;
  const build = await load();
  const services = (build.entry.module as unknown as { services: Services }).services;
  const problems = services.startProblems();
  if (problems.length > 0) return refuseToStart(problems);
  const { evaluation, port, host, trustedProxies } = services.config();
  const origin = evaluation ? null : services.config().origin;
  if (!vite) services.setWorkersFolder(here("./workers"));
  const firstLink = await services.prepare();
  const stopJobs = services.startJobs();

  const app = express();
  const timeouts = { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: KEEP_ALIVE_MS };
  const server = createServer(timeouts, app);
  server.timeout = SILENT_MS;
  server.maxConnections = MOST_CONNECTIONS;
  const whileLeaving = endInOrder(server, {
    stop() {
      services.live.close();
      return stopJobs();
    },
    close: services.close,
  });
  app.disable("x-powered-by");
  // How many proxies stand in front, whose X-Forwarded-For may be believed.
  app.set("trust proxy", trustedProxies);

  app.use(noteVisit);
  app.use(oneAtATime());
  app.use(securityHeaders(services.config().origin));
  app.use(whileLeaving);
  app.use(boundBodies(services.takesFiles));
  app.use(evaluation ? loopbackOnly : noticeUncountedProxy(trustedProxies));
  app.use(readableOnly);
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
  app.use(refuseUnservable);
  app.use(sameOriginOnly(origin));
  app.use(limitBody(services.takesFiles));
  app.get(
    "/live",
    caught((request, response) => services.live.connect(request, response, visitOf(response).address)),
  );
  app.get(/^\/boards\//, caught(validate(services)));
  app.all(
    "*",
    caught(remixHandler({ build: vite ? load : build, mode: process.env.NODE_ENV, origin: services.config().origin })),
  );
  app.use(lastResort);

  server.once("error", (error: NodeJS.ErrnoException) => {
    const used = error.code === "EADDRINUSE";
    refuseToStart([used ? `Port ${port} is in use: PORT names another one.` : `${host}:${port}: ${error.message}.`]);
  });
  server.listen(port, host, () => {
    const address = server.address();
    const listening = typeof address === "object" && address ? address.port : port;
    services.listeningOn(listening);
    log.info({ address: `http://${host}:${listening}`, origin, evaluation }, "listening");
    if (firstLink)
      log.warn({ link: firstLink }, "nobody has an account yet: this link, once, makes the first administrator");
    process.send?.({ listening });
  });
}

/** Says all that is wrong at once, in sentences and without a stack, and ends the process. */
function refuseToStart(problems: readonly string[]): never {
  process.stderr.write(`The server did not start:\n${problems.map((problem) => `- ${problem}\n`).join("")}`);
  process.exit(1);
}

/** A handler that awaits: Express 4 hears of what it throws only where it is told. */
function caught(handler: (request: Request, response: Response, next: NextFunction) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    handler(request, response, next).catch(next);
  };
}

async function startVite() {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true } });
}

function securityHeaders(origin: string) {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${visitOf(response as Response).nonce}'`;
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

/** Answers an unchanged board with 304, before anything is rendered. */
function validate(services: Services) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const context = visitOf(response);
    const headers = new Headers({ Cookie: request.get("Cookie") ?? "" });
    const etag = await services.boardValidator(request.path, queryOf(request), headers, context).catch(() => null);
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

const queryOf = ({ originalUrl }: Request): string => originalUrl.split("?")[1] ?? "";

/** What the static files refuse as no address of theirs gets the product's page; a file that is not there needs none. */
function refuseUnservable(
  error: Error & { status?: number },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const { status = 500 } = error;
  if (status >= 500 || status === 404) next(error);
  else refuse(request, response, next, { status: 400 });
}

/** For what no page could answer: a missing file, or a fault outside the product. */
function lastResort(
  error: Error & { status?: number },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const { requestId } = visitOf(response);
  const missing = error.status === 404;
  if (!missing && !request.socket.destroyed) log.error({ requestId, err: error }, "a request failed");
  if (response.headersSent) {
    next(error);
    return;
  }
  const words = missing
    ? "There is nothing at this address."
    : "Something went wrong on our side. Nothing that was saved before is lost.";
  response
    .status(missing ? 404 : 500)
    .type("text/plain; charset=utf-8")
    .send(`${words}\n${requestId}\n`);
}

main().catch((error) => {
  log.fatal({ err: error }, error.message);
  process.exit(1);
});
