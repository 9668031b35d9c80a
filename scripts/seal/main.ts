/**
 * `npm run seal`: seals under `ENCRYPTION_KEY` every account number that stands in clear or is sealed under one of
 * `ENCRYPTION_OLD_KEYS`, as the owner of the database (`ADMIN_DATABASE_URL`), while the platform runs, and prints what it did
 * as JSON. See docs/operations.md. Ends with 75 where rows were written by others at the same moment: run it again.
 */
import { readEncryptionKeys } from '../../src/platform/config/app-config.js';
import { useFieldKeys } from '../../src/platform/database/sealed-fields.js';
import { withClient } from '../services/prepare-database.js';
import { resealAll } from './reseal.js';

const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
if (adminUrl === '' || (process.env['ENCRYPTION_KEY'] ?? '') === '') {
  process.stderr.write('Usage: ADMIN_DATABASE_URL=postgresql://… ENCRYPTION_KEY=… npm run seal\n');
  process.exit(64);
}
const { encryptionKey, oldEncryptionKeys } = readEncryptionKeys(process.env);
useFieldKeys({ encryptionKey, oldEncryptionKeys, sealFields: true });
const reports = await withClient(adminUrl, (client) => resealAll(client, [encryptionKey, ...oldEncryptionKeys]));
process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
if (reports.some(({ missed }) => missed > 0)) process.exitCode = 75;
