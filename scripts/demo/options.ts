import path from 'node:path';
import { parseArgs } from 'node:util';

import { SHIPPED_ORDERS } from './order-file.js';

export interface Options {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly once: boolean;
  readonly json: boolean;
  /** Where everything is kept; absolute. */
  readonly dataFolder: string;
}

export const USAGE = `Usage: npm run demo -- [--order FILE]… [--once] [--json] [--data FOLDER]

Brings up PostgreSQL, the queues, the platform and the simulated outside world, plays export orders through all of it,
and stays up until Ctrl-C.

  --order FILE   play this order file (may be repeated; docs/order-file.md) instead of the three that are shipped
  --once         end when the orders are closed: 0 when every track is final, the ledger sums to zero and every
                 webhook was delivered
  --json         one JSON line last, with states, tracks and margins
  --data FOLDER  keep database, logs and keys there instead of .data
  --help         this text`;

/** @throws TypeError (ERR_PARSE_ARGS_…) for an unknown flag */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      order: { type: 'string', multiple: true },
      once: { type: 'boolean' },
      json: { type: 'boolean' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return 'help';
  // npm runs scripts in the project's folder; a path was typed where npm was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const files = values.order?.map((file) => path.resolve(cwd, file)) ?? SHIPPED_ORDERS;
  const dataFolder = values.data === undefined ? path.resolve('.data') : path.resolve(cwd, values.data);
  return { files, once: values.once === true, json: values.json === true, dataFolder };
}
