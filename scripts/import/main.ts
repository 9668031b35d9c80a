/**
 * `npm run import -- hs-codes FILE.csv --from 2026-01-01 --source "税委会公告2025年第11号" [--year 2026] [--zh]`: records a table
 * of reference data, as the owner of the database (`ADMIN_DATABASE_URL`), and prints what changed as JSON. Instead of
 * `hs-codes` it may be `tax-classification`, in UTF-8 or GBK, or a table of codes: `unit`, `customs-office`, … See
 * docs/reference-data.md.
 *
 * `npm run import -- refund-rates FILE.csv --issue 2026B [--library 出口退税率文库] --source "国家税务总局…"`: records an issue of the
 * official library of refund rates, in UTF-8 or GBK. See docs/tax-refund-rates.md.
 *
 * `npm run import -- fx-rates FILE.csv --publisher ecb|cfets --source "https://www.ecb.europa.eu/stats/eurofxref/…"`: records
 * exchange rates: the ECB's file as published, or middle rates (中间价) as date, base, quote, unit, rate. See docs/fx-rates.md.
 *
 * `npm run import -- calendars FILE.csv --source "国务院办公厅关于2027年…"`: records the days off and worked weekends of currencies, as
 * currency, day, kind (off, worked); each year that the file names, as a whole.
 *
 * `npm run import -- places FILE.csv --source "npm sea-ports 0.0.9"`: adds sea ports (unlocode, name, lat, lon) or airports (iata,
 * name, country, lat, lon) to those that freight is compared between. See docs/freight.md.
 *
 * Ends with 65 where the file has faults: nothing is recorded then.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { SystemClock } from '../../src/kernel/clock.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { PUBLISHED_SOURCES } from '../../src/fx/domain/rates/rate-source.js';
import { CODE_TOPICS } from '../../src/catalogue/domain/reference-entry.js';
import { type FileKind } from '../../src/catalogue/domain/stated-row.js';
import { withClient } from '../services/prepare-database.js';
import { type CalendarsReport, importCalendars } from './import-calendars.js';
import { fileLines, textLines } from './csv-records.js';
import { importFile, type ImportReport, tellReport } from './import-file.js';
import { importPlaces, type PlacesReport } from './import-places.js';
import { importRates, type RatesReport } from './import-rates.js';
import { decoded, importLibrary, type LibraryReport } from './import-library.js';

const KINDS: readonly FileKind[] = ['hs_codes', 'tax_classification', ...CODE_TOPICS];
const LIBRARY = 'refund-rates';
const RATES = 'fx-rates';
const DAYS = 'calendars';
const PLACES = 'places';
const LIBRARY_NAME = '出口退税率文库';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    source: { type: 'string' },
    year: { type: 'string' },
    library: { type: 'string' },
    issue: { type: 'string' },
    publisher: { type: 'string' },
    zh: { type: 'boolean' },
  },
});
const [name = '', file = ''] = positionals;
const kind = KINDS.find((each) => each === name.replaceAll('-', '_'));
const { source = '', issue = '', library = LIBRARY_NAME } = values;
const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
const isLibrary = name === LIBRARY && issue !== '' && source !== '';
const isDays = name === DAYS && source !== '';
const isPlaces = name === PLACES && source !== '';
const publisher =
  name === RATES && source !== '' ? PUBLISHED_SOURCES.find((each) => each === values.publisher) : undefined;
if (
  adminUrl === '' ||
  (kind === undefined && !isLibrary && publisher === undefined && !isDays && !isPlaces) ||
  file === ''
) {
  const kinds = KINDS.map((each) => each.replaceAll('_', '-')).join(', ');
  process.stderr.write(
    `Usage: ADMIN_DATABASE_URL=postgresql://… npm run import -- KIND FILE.csv [--from DAY] [--source TEXT] [--year YEAR] [--zh]\n` +
      `       … npm run import -- ${LIBRARY} FILE.csv --issue ISSUE --source TEXT [--library NAME] [--zh]\n` +
      `       … npm run import -- ${RATES} FILE.csv --publisher ${PUBLISHED_SOURCES.join('|')} --source TEXT [--zh]\n` +
      `       … npm run import -- ${DAYS} FILE.csv --source TEXT [--zh]\n` +
      `       … npm run import -- ${PLACES} FILE.csv --source TEXT [--zh]\n` +
      `KIND is one of ${kinds}\n`,
  );
  process.exit(64);
}
const report = await withClient(
  adminUrl,
  async (client): Promise<ImportReport | LibraryReport | RatesReport | CalendarsReport | PlacesReport> => {
    if (isPlaces) return importPlaces(client, fileLines(file), source);
    if (isDays) return importCalendars(client, fileLines(file), source);
    if (publisher !== undefined) {
      const today = dateInZone(new SystemClock().now(), CHINA);
      return importRates(client, fileLines(file), { source: publisher, document: source, today });
    }
    if (kind === undefined) {
      return importLibrary(client, decoded(await readFile(file)), { name: library, issue, source });
    }
    const terms = {
      kind,
      validFrom: values.from ?? null,
      source: values.source ?? null,
      year: values.year === undefined ? null : Number(values.year),
    };
    // The tax authority's own table is kept in GBK by most.
    const lines = kind === 'tax_classification' ? textLines(decoded(await readFile(file))) : fileLines(file);
    return importFile(client, lines, terms);
  },
);
process.stdout.write(`${JSON.stringify(tellReport(report, values.zh === true ? 'zh' : 'en'), null, 2)}\n`);
process.exitCode = report.outcome === 'recorded' ? 0 : 65;
