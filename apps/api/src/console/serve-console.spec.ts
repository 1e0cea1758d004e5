import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveConsole } from './serve-console';

@Module({})
class Nothing {}

const collection = { type: 'FeatureCollection', features: [] };
const folder = mkdtempSync(join(tmpdir(), 'duban-geo-'));
let app: NestExpressApplication;
const asked = async (path = '/geo/boundaries.geojson') => fetch(`${await app.getUrl()}${path}`);

beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
  serveConsole(app, folder);
  await app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('boundaries that the operator may put in', () => {
  it('are nothing where there is no file', async () => {
    const answer = await asked();
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('are served as they are, and looked for again every time', async () => {
    writeFileSync(join(folder, 'boundaries.geojson'), JSON.stringify(collection));
    writeFileSync(join(folder, 'other.txt'), 'not for everybody');
    const answer = await asked();
    expect(answer.headers.get('content-type')).toMatch(/^application\/geo\+json/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.json()).toEqual(collection);
  });

  it('are the one file of the folder that is served', async () => {
    expect((await asked('/geo/other.txt')).status).toBe(404);
    expect((await asked('/geo/boundaries.geojson/../other.txt')).status).toBe(404);
  });
});
