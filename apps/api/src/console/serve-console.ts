import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'console', 'dist');
const page = join(folder, 'index.html');
const ownGeoFolder = join(__dirname, '..', '..', '..', '..', 'infra', 'geo');

/** The console's own files may be read by nobody else's page, and it loads nothing from elsewhere. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

/** Serves the console: its files, and its one page for every address that is not the api's. Streams are not held back by compression. */
export function serveConsole(app: NestExpressApplication, geoFolder = ownGeoFolder): void {
  app.use(
    compression({ filter: (request, response) => isOrdinary(response) && compression.filter(request, response) }),
  );
  app.useStaticAssets(folder, {
    index: false,
    setHeaders: (response: Response, file: string) => void response.setHeader('Cache-Control', cachingOf(file)),
  });
  app.use('/geo/boundaries.geojson', (_request: Request, response: Response) =>
    serveBoundaries(join(resolve(geoFolder), 'boundaries.geojson'), response),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPageRequest(request) || !existsSync(page)) return next();
    response.set({ ...headers, 'Cache-Control': 'no-cache' }).sendFile(page);
  });
}

/** Boundaries of counties, where the operator has put some in; nothing (204) where not, so that asking is no fault. */
function serveBoundaries(file: string, response: Response): void {
  if (!existsSync(file)) return void response.status(204).end();
  response
    .set({ 'Content-Type': 'application/geo+json', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' })
    .sendFile(file);
}

const isOrdinary = (response: { getHeader(name: string): unknown }): boolean =>
  !String(response.getHeader('Content-Type')).startsWith('text/event-stream');

/** Names of assets carry a hash of what is in them. */
const cachingOf = (file: string): string =>
  /[/\\]assets[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

const apis = /^\/(api|docs|openapi\.json|healthz|readyz|metrics)(\/|-|$)/;

const isPageRequest = ({ method, path, headers: { accept = '' } }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !apis.test(path) && accept.includes('text/html');
