/**
 * `npm run tenant -- NAME [--live]`: makes a tenant and its first API key, as the owner of the database
 * (`ADMIN_DATABASE_URL`), and prints both as JSON. The key is shown this once.
 */
import { parseArgs } from 'node:util';

import { publicId } from '../src/kernel/ids.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { live: { type: 'boolean' } } });
const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
const name = positionals[0] ?? '';
if (adminUrl === '' || name === '') {
  process.stderr.write('Usage: ADMIN_DATABASE_URL=postgresql://… npm run tenant -- NAME [--live]\n');
  process.exit(64);
}
const { tenantId, apiKey } = await createTenant(adminUrl, { name, livemode: values.live === true });
process.stdout.write(`${JSON.stringify({ tenantId: publicId('tenant', tenantId), apiKey })}\n`);
