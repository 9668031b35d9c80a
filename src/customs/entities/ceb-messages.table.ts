import { byteaArray } from '../../platform/database/bytea-array.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Said } from '../../kernel/sentence.js';
import { CEB_MESSAGE, type CebMessageState } from '../domain/ceb/message-status.js';

/** A message as it is queued. */
export interface QueuedMessage {
  readonly id: string;
  readonly guid: string;
  readonly message: string;
  readonly direction: 'export' | 'import';
  readonly senderId: string;
  readonly records: number;
  readonly subject: { readonly type: string; readonly id: string } | null;
  /** Packed and sealed. */
  readonly body: Buffer;
  /** Length of the XML. */
  readonly bodyBytes: number;
  readonly mustSign: boolean;
  /** The body is the signed one. */
  readonly isSigned: boolean;
}

/** What is needed to send one. */
export interface DueMessage {
  readonly id: string;
  readonly message: string;
  readonly direction: 'export' | 'import';
  readonly state: CebMessageState;
  readonly senderId: string;
  readonly body: Buffer;
  readonly isUnsigned: boolean;
  readonly createdAt: Date;
}

/** The wait of a message for its answer. */
export interface Wait {
  readonly id: string;
  readonly state: CebMessageState;
  readonly asks: number;
  readonly expectedBy: Date | null;
}

const INSERT = `
  INSERT INTO customs.ceb_message (tenant_id, id, guid, message, direction, sender_id, records, subject_type, subject_id, body,
                                   body_bytes, must_sign, signed_at, state, expected_by, created_at, updated_at)
  SELECT $1, id, guid, message, direction, sender_id, records, subject_type, subject_id, body, body_bytes, must_sign,
         CASE WHEN is_signed THEN $3::timestamptz END, 'queued', $2, $3, $3
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[], $11::uuid[], $12::bytea[],
              $13::int[], $14::boolean[], $15::boolean[])
       AS m (id, guid, message, direction, sender_id, records, subject_type, subject_id, body, body_bytes, must_sign, is_signed)`;

/** Many in one statement. */
export async function insertMessages(tx: Tx, messages: readonly QueuedMessage[], expectedBy: Date): Promise<void> {
  const column = <Key extends keyof QueuedMessage>(key: Key): QueuedMessage[Key][] => messages.map((one) => one[key]);
  await tx.query(INSERT, [
    tx.tenantId,
    expectedBy,
    tx.now,
    column('id'),
    column('guid'),
    column('message'),
    column('direction'),
    column('senderId'),
    column('records'),
    messages.map(({ subject }) => subject?.type ?? null),
    messages.map(({ subject }) => subject?.id ?? null),
    byteaArray(column('body')),
    column('bodyBytes'),
    column('mustSign'),
    column('isSigned'),
  ]);
}

const DUE = `
  SELECT id, message, direction, state, sender_id AS "senderId", body, must_sign AND signed_at IS NULL AS "isUnsigned",
         created_at AS "createdAt"
  FROM customs.ceb_message WHERE tenant_id = $1 AND id = $2`;

/** @throws Error where there is none: it is sent only after the transaction that queued it */
export async function dueMessage(view: View, id: string): Promise<DueMessage> {
  const [message] = await view.query<DueMessage>(DUE, [view.tenantId, id]);
  if (message === undefined) throw new Error(`There is no message ${id}`);
  return message;
}

const SIGN = `
  UPDATE customs.ceb_message SET body = $3, body_bytes = $4, signed_at = $5, updated_at = $5
  WHERE tenant_id = $1 AND id = $2 AND signed_at IS NULL RETURNING id`;

/** Before it leaves, and once: a repeat sends the same bytes. @returns false where another has signed it */
export async function keepSigned(tx: Tx, id: string, body: Buffer, bodyBytes: number): Promise<boolean> {
  const kept = await tx.query(SIGN, [tx.tenantId, id, body, bodyBytes, tx.now]);
  return kept.length === 1;
}

const SENT = `
  UPDATE customs.ceb_message
  SET state = 'sent', attempts = attempts + 1, sent_at = $3, updated_at = $3, expected_by = $4, reason = NULL
  WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND state = ANY($5) RETURNING id`;

/** @returns those that have not moved on: customs may be faster than we */
export async function markSent(tx: Tx, ids: readonly string[], expectedBy: Date): Promise<string[]> {
  const values = [tx.tenantId, ids, tx.now, expectedBy, CEB_MESSAGE.table.send.from];
  return (await tx.query<{ readonly id: string }>(SENT, values)).map(({ id }) => id);
}

/** One that has just come to its end. */
export interface EndedMessage {
  readonly id: string;
  readonly guid: string;
  readonly message: string;
  readonly records: number;
}

const ENDED = `
  UPDATE customs.ceb_message SET state = $3, attempts = attempts + (state = 'queued')::int, updated_at = $4, expected_by = NULL, reason = $5::jsonb
  WHERE tenant_id = $1 AND state = ANY($6) AND (id = ANY($2::uuid[]) OR guid = ANY($7))
  RETURNING id, guid, message, records`;

/** Ends those named by id or by guid, as far as they may still end. @returns which did */
export function markEnded(
  tx: Tx,
  { ids, guids }: { readonly ids: readonly string[]; readonly guids: readonly string[] },
  command: 'refuse' | 'fail',
  reason: Said,
): Promise<EndedMessage[]> {
  const { to, from } = CEB_MESSAGE.table[command];
  return tx.query<EndedMessage>(ENDED, [tx.tenantId, ids, to, tx.now, JSON.stringify(reason), from, guids]);
}

const ANSWERED = `
  UPDATE customs.ceb_message
  SET state = 'answered', answered_at = $2, updated_at = $2, expected_by = NULL, reason = NULL,
      sent_at = coalesce(sent_at, $2)
  WHERE tenant_id = $1 AND state = ANY($3) AND `;

export async function markAnsweredByIds(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(`${ANSWERED}id = ANY($4::uuid[])`, [tx.tenantId, tx.now, CEB_MESSAGE.table.answer.from, ids]);
}

export async function markAnsweredByGuids(tx: Tx, guids: readonly string[]): Promise<void> {
  await tx.query(`${ANSWERED}guid = ANY($4)`, [tx.tenantId, tx.now, CEB_MESSAGE.table.answer.from, guids]);
}

const QUEUED_AGAIN = `
  UPDATE customs.ceb_message SET state = 'queued', expected_by = $3, asks = $6, updated_at = $4, reason = NULL
  WHERE tenant_id = $1 AND id = $2 AND state = ANY($5) RETURNING id`;

export async function queueAgain(tx: Tx, id: string, expectedBy: Date, asks: number): Promise<boolean> {
  const from = ['queued', ...CEB_MESSAGE.table.resend.from];
  const moved = await tx.query(QUEUED_AGAIN, [tx.tenantId, id, expectedBy, tx.now, from, asks]);
  return moved.length === 1;
}

const WAIT_LONGER = `
  UPDATE customs.ceb_message SET asks = asks + 1, expected_by = $3, updated_at = $4
  WHERE tenant_id = $1 AND id = $2 AND expected_by IS NOT NULL`;

export async function waitLonger(tx: Tx, id: string, expectedBy: Date): Promise<void> {
  await tx.query(WAIT_LONGER, [tx.tenantId, id, expectedBy, tx.now]);
}

const WAIT = `SELECT id, state, asks, expected_by AS "expectedBy" FROM customs.ceb_message WHERE tenant_id = $1 AND id = $2`;

export async function waitOf(view: View, id: string): Promise<Wait | null> {
  const [wait] = await view.query<Wait>(WAIT, [view.tenantId, id]);
  return wait ?? null;
}

/** Held until the transaction ends. */
export async function lockWait(tx: Tx, id: string): Promise<Wait | null> {
  const [wait] = await tx.query<Wait>(`${WAIT} FOR NO KEY UPDATE`, [tx.tenantId, id]);
  return wait ?? null;
}
