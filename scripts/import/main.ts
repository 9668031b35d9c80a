/**
 * `npm run import -- hs-codes FILE.csv --from 2026-01-01 --source "税委会公告2025年第11号" [--year 2026] [--zh]`: records a table
 * of reference data, as the owner of the database (`ADMIN_DATABASE_URL`), and prints what changed as JSON. Instead of
 * `hs-codes` it may be a table of codes: `unit`, `customs-office`, … Ends with 65 where the file has faults: nothing is
 * recorded then. See docs/reference-data.md.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { CODE_TOPICS } from '../../src/catalogue/domain/reference-entry.js';
import { type FileKind } from '../../src/catalogue/domain/stated-row.js';
import { withClient } from '../services/prepare-database.js';
import { importFile, tellReport } from './import-file.js';

const KINDS: readonly FileKind[] = ['hs_codes', ...CODE_TOPICS];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, source: { type: 'string' }, year: { type: 'string' }, zh: { type: 'boolean' } },
});
const [name = '', file = ''] = positionals;
const kind = KINDS.find((each) => each === name.replaceAll('-', '_'));
const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
if (adminUrl === '' || kind === undefined || file === '') {
  const kinds = KINDS.map((each) => each.replaceAll('_', '-')).join(', ');
  process.stderr.write(
    `Usage: ADMIN_DATABASE_URL=postgresql://… npm run import -- KIND FILE.csv [--from DAY] [--source TEXT] [--year YEAR] [--zh]\n` +
      `KIND is one of ${kinds}\n`,
  );
  process.exit(64);
}
const terms = {
  kind,
  validFrom: values.from ?? null,
  source: values.source ?? null,
  year: values.year === undefined ? null : Number(values.year),
};
const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
const report = await withClient(adminUrl, (client) => importFile(client, lines, terms));
process.stdout.write(`${JSON.stringify(tellReport(report, values.zh === true ? 'zh' : 'en'), null, 2)}\n`);
process.exitCode = report.outcome === 'recorded' ? 0 : 65;
