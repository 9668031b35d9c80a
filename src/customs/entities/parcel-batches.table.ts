import { type Tx, type View } from '../../platform/database/session.js';
import { type Language } from '../../kernel/sentence.js';
import { type RowFormat } from '../domain/parcels/table.js';

/** An upload of parcels. */
export interface ParcelBatch {
  readonly id: string;
  readonly fingerprint: string;
  readonly profileId: string;
  readonly format: RowFormat;
  readonly language: Language;
  /** The first row of a table. */
  readonly header: string | null;
  /** How many there are; null until the last has come. */
  readonly chunks: number | null;
  readonly createdAt: Date;
  readonly receivedAt: Date | null;
}

export interface NewBatch extends Pick<ParcelBatch, 'id' | 'fingerprint' | 'profileId' | 'format' | 'language'> {
  readonly actor: string;
  readonly key: string;
}

export interface Chunk {
  readonly number: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly digest: Buffer;
  readonly body: Buffer;
}

const COLUMNS = `id, fingerprint, profile_id AS "profileId", format, language, header, chunks, created_at AS "createdAt",
  received_at AS "receivedAt"`;
const ADD = `
  INSERT INTO customs.parcel_batch (tenant_id, id, actor, key, fingerprint, profile_id, format, language, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, actor, key) DO NOTHING`;
const BY_KEY = `SELECT ${COLUMNS} FROM customs.parcel_batch WHERE tenant_id = $1 AND actor = $2 AND key = $3`;
const BY_ID = `SELECT ${COLUMNS} FROM customs.parcel_batch WHERE tenant_id = $1 AND id = $2`;
const SET_HEADER = `UPDATE customs.parcel_batch SET header = $3 WHERE tenant_id = $1 AND id = $2 AND header IS NULL`;
const SET_RECEIVED = `
  UPDATE customs.parcel_batch SET chunks = $3, received_at = $4 WHERE tenant_id = $1 AND id = $2 AND chunks IS NULL`;
const DIGESTS = `
  SELECT number, rows, digest FROM customs.parcel_chunk WHERE tenant_id = $1 AND batch_id = $2 ORDER BY number`;
const ADD_CHUNK = `
  INSERT INTO customs.parcel_chunk (tenant_id, batch_id, number, first_row, rows, digest, body)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, batch_id, number) DO NOTHING RETURNING 1`;
const CHUNK_DIGEST = `SELECT digest FROM customs.parcel_chunk WHERE tenant_id = $1 AND batch_id = $2 AND number = $3`;
const WAITING = `
  SELECT number, first_row AS "firstRow", rows, digest, body FROM customs.parcel_chunk
  WHERE tenant_id = $1 AND batch_id = $2 AND number = $3 AND results IS NULL`;
const WORKED = `
  UPDATE customs.parcel_chunk SET body = NULL, results = $4, rejected = $5
  WHERE tenant_id = $1 AND batch_id = $2 AND number = $3`;
const RESULTS = `
  SELECT number, results FROM customs.parcel_chunk
  WHERE tenant_id = $1 AND batch_id = $2 AND number > $3 AND results IS NOT NULL AND (NOT $4 OR rejected > 0)
  ORDER BY number LIMIT 1`;

/** @returns the upload under this key: the new one, or that which there is */
export async function batchUnderKey(tx: Tx, batch: NewBatch): Promise<ParcelBatch> {
  const { id, actor, key, fingerprint, profileId, format, language } = batch;
  await tx.query(ADD, [tx.tenantId, id, actor, key, fingerprint, profileId, format, language, tx.now]);
  const [found] = await tx.query<ParcelBatch>(BY_KEY, [tx.tenantId, actor, key]);
  if (found === undefined) throw new Error(`There is no upload ${id}`);
  return found;
}

export async function findBatch(view: View, id: string): Promise<ParcelBatch | null> {
  return (await view.query<ParcelBatch>(BY_ID, [view.tenantId, id]))[0] ?? null;
}

export async function keepHeader(tx: Tx, id: string, header: string): Promise<void> {
  await tx.query(SET_HEADER, [tx.tenantId, id, header]);
}

export async function markReceived(tx: Tx, id: string, chunks: number): Promise<void> {
  await tx.query(SET_RECEIVED, [tx.tenantId, id, chunks, tx.now]);
}

export function chunkDigests(view: View, id: string): Promise<{ number: number; rows: number; digest: Buffer }[]> {
  return view.query(DIGESTS, [view.tenantId, id]);
}

/** @returns false where there is one of this number already */
export async function addChunk(tx: Tx, batchId: string, chunk: Chunk): Promise<boolean> {
  const { number, firstRow, rows, digest, body } = chunk;
  return (await tx.query(ADD_CHUNK, [tx.tenantId, batchId, number, firstRow, rows, digest, body])).length > 0;
}

export async function chunkDigest(view: View, batchId: string, number: number): Promise<Buffer | null> {
  return (await view.query<{ digest: Buffer }>(CHUNK_DIGEST, [view.tenantId, batchId, number]))[0]?.digest ?? null;
}

/** One that is not worked yet. */
export async function waitingChunk(view: View, batchId: string, number: number): Promise<Chunk | null> {
  return (await view.query<Chunk>(WAITING, [view.tenantId, batchId, number]))[0] ?? null;
}

export async function markWorked(
  tx: Tx,
  batchId: string,
  { number, results, rejected }: { readonly number: number; readonly results: Buffer; readonly rejected: number },
): Promise<void> {
  await tx.query(WORKED, [tx.tenantId, batchId, number, results, rejected]);
}

/** The results of the next chunk after this one. @param onlyRejected of those that have any */
export async function resultsAfter(
  view: View,
  batchId: string,
  after: number,
  onlyRejected: boolean,
): Promise<{ number: number; results: Buffer } | null> {
  const rows = await view.query<{ number: number; results: Buffer }>(RESULTS, [
    view.tenantId,
    batchId,
    after,
    onlyRejected,
  ]);
  return rows[0] ?? null;
}
