#!/usr/bin/env node
import { run } from './run.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}
// Who reads no further, as `head` does, wants no more.
process.stdout.on('error', () => {
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  signal: stop.signal,
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
  ...(process.stderr.isTTY ? { rewrite: (line: string) => process.stderr.write(`\r\u001b[2K${line}`) } : {}),
});
