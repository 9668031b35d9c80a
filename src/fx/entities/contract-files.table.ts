import { type LocalDate } from '../../kernel/local-date.js';
import { type MediaType } from '../../kernel/scan.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type SupportingKind } from '../domain/contracts/contract-filing.js';

/** The scan of a paper of a contract, without its content. */
export interface ContractFile {
  readonly id: string;
  readonly orderId: string;
  readonly kind: SupportingKind;
  readonly number: string;
  readonly issuedOn: LocalDate | null;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly createdAt: Date;
}

export const FILE_COLUMNS = `
  id, order_id AS "orderId", kind, number, issued_on::text AS "issuedOn", file_name AS "fileName", media_type AS "mediaType",
  size_bytes AS "sizeBytes", sha256, added_by AS "addedBy", created_at AS "createdAt"`;
const ADD = `
  INSERT INTO fx.contract_file (tenant_id, id, order_id, kind, number, issued_on, file_name, media_type, size_bytes, sha256, body,
                                added_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT ON CONSTRAINT uq_contract_file_content DO NOTHING RETURNING ${FILE_COLUMNS}`;
const SAME = `
  SELECT ${FILE_COLUMNS} FROM fx.contract_file
  WHERE tenant_id = $1 AND order_id = $2 AND kind = $3 AND number = $4 AND sha256 = $5`;
const COUNT = `SELECT count(*)::int AS count FROM fx.contract_file WHERE tenant_id = $1 AND order_id = $2`;
const BY_IDS = `SELECT ${FILE_COLUMNS} FROM fx.contract_file WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;
const CONTENT = `SELECT body FROM fx.contract_file WHERE tenant_id = $1 AND id = $2`;
const DELETE = `DELETE FROM fx.contract_file WHERE tenant_id = $1 AND id = $2`;
const SENT = `
  INSERT INTO fx.control_request_file (tenant_id, request_id, file_id) SELECT $1, $2, unnest($3::uuid[])`;

interface NewFile extends Omit<ContractFile, 'addedBy' | 'createdAt'> {
  readonly body: Buffer;
}

/** The same content as the same paper is the same file. @returns the file, and whether it is new */
export async function addFile(tx: Tx, file: NewFile): Promise<{ found: ContractFile; isNew: boolean }> {
  const { id, orderId, kind, number, issuedOn, fileName, mediaType, sizeBytes, sha256, body } = file;
  const [added] = await tx.query<ContractFile>(ADD, [
    ...[tx.tenantId, id, orderId, kind, number, issuedOn, fileName, mediaType, sizeBytes, sha256, body],
    ...[tx.caller.actor, tx.now],
  ]);
  if (added !== undefined) return { found: added, isNew: true };
  const [known] = await tx.query<ContractFile>(SAME, [tx.tenantId, orderId, kind, number, sha256]);
  if (known === undefined) throw new Error(`The file ${sha256} was neither added nor there`);
  return { found: known, isNew: false };
}

export async function countFiles(view: View, orderId: string): Promise<number> {
  const [row] = await view.query<{ count: number }>(COUNT, [view.tenantId, orderId]);
  return row?.count ?? 0;
}

export async function filesById(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, ContractFile>> {
  if (ids.length === 0) return new Map();
  const rows = await view.query<ContractFile>(BY_IDS, [view.tenantId, [...ids]]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function fileContent(view: View, id: string): Promise<Buffer | null> {
  const [found] = await view.query<{ body: Buffer }>(CONTENT, [view.tenantId, id]);
  return found?.body ?? null;
}

/** The database refuses it for what a message has. */
export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.query(DELETE, [tx.tenantId, id]);
}

/** A message has these files: from now on they are kept. */
export async function keepFiles(tx: Tx, requestId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await tx.query(SENT, [tx.tenantId, requestId, [...new Set(fileIds)]]);
}
