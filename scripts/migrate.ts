/**
 * `npm run migrate`: brings the database up to date, as its owner (`ADMIN_DATABASE_URL`). Where `API_DATABASE_URL` and
 * `WORKER_DATABASE_URL` are given, their users get a login with that password and the rights of an api or a worker; they
 * are what those processes then have as `DATABASE_URL`.
 */
import { grantLogin, migrateAll, withClient } from './services/prepare-database.js';

const LOGINS = [
  { variable: 'API_DATABASE_URL', role: 'entrepot_app' },
  { variable: 'WORKER_DATABASE_URL', role: 'entrepot_worker' },
];

const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
if (adminUrl === '') {
  process.stderr.write('ADMIN_DATABASE_URL is required: the owner of the database, who may create roles\n');
  process.exit(78);
}
const applied = await migrateAll(adminUrl);
process.stdout.write(applied.length === 0 ? 'Nothing to migrate\n' : `Applied:\n  ${applied.join('\n  ')}\n`);
for (const { variable, role } of LOGINS) {
  const url = process.env[variable] ?? '';
  if (url === '') continue;
  const { username, password } = new URL(url);
  const login = { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  await withClient(adminUrl, (client) => grantLogin(client, login, role));
  process.stdout.write(`${login.name} may log in as ${role}\n`);
}
