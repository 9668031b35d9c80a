import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

import { openBytes, sealBytes } from '../../platform/auth/secret-box.js';
import { type RowResult } from '../domain/parcels/row-result.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const QUICK = { level: constants.Z_BEST_SPEED, chunkSize: 131_072 };
/** A chunk comes in one piece or two: each takes a turn through the pool of threads. */
const UNPACKED_PIECE = 1_048_576;

/** Rows name persons: they are sealed. */
export async function packRows(rows: Buffer, key: Buffer): Promise<Buffer> {
  return sealBytes(await pack(rows, QUICK), key);
}

export async function unpackRows(packed: Buffer, keys: readonly Buffer[]): Promise<Buffer> {
  return unpack(openBytes(packed, keys), { chunkSize: UNPACKED_PIECE });
}

/** Results name nobody. */
export async function packResults(results: readonly RowResult[]): Promise<Buffer> {
  return pack(JSON.stringify(results), QUICK);
}

export async function unpackResults(packed: Buffer): Promise<RowResult[]> {
  return JSON.parse((await unpack(packed)).toString('utf8')) as RowResult[];
}
