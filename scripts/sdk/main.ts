/**
 * `npm run sdk:generate`: the types and methods of the SDK, anew from docs/openapi.json.
 * `npm run sdk:build`: compiles it into sdk/dist, as modules and as CommonJS; `--if-stale` leaves what is up to date.
 */
import { parseArgs } from 'node:util';

import { buildSdk } from './build.js';
import { generate } from './generate.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'if-stale': { type: 'boolean', default: false } },
});
const root = process.cwd();
switch (positionals[0]) {
  case 'generate':
    await generate(root);
    break;
  case 'build':
    buildSdk(root, { onlyIfStale: values['if-stale'] });
    break;
  default:
    throw new Error('generate or build');
}
