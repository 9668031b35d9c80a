import { newId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type CertifiedLine, type ItemCertificate } from '../domain/agency-certificate.js';

const INSERT_LINES = `
  INSERT INTO tax_refund.agency_certificate_line
    (tenant_id, certificate_id, line_number, declaration_line, export_date, hs_code, goods_name, quantity, unit, fob_minor, fob_currency)
  SELECT $1, $2, l.line_number, l.declaration_line, l.export_date, l.hs_code, l.goods_name, l.quantity, l.unit, l.fob_minor,
         l.fob_currency
  FROM jsonb_to_recordset($3::jsonb) AS l (
    line_number int, declaration_line text, export_date date, hs_code text, goods_name text, quantity numeric, unit text,
    fob_minor bigint, fob_currency text)`;

/** The database refuses an item that another certificate or a claim holds (`pk_declared_item_hold`). */
export async function insertCertifiedLines(
  tx: Tx,
  certificateId: string,
  lines: readonly CertifiedLine[],
): Promise<void> {
  const rows = lines.map((line, index) => ({
    line_number: index + 1,
    declaration_line: line.declarationLine,
    export_date: line.exportDate,
    hs_code: line.hsCode,
    goods_name: line.goodsName,
    quantity: line.quantity,
    unit: line.unit,
    fob_minor: Money.fromJSON(line.fob).minor.toString(),
    fob_currency: line.fob.currency,
  }));
  await tx.query(INSERT_LINES, [tx.tenantId, certificateId, JSON.stringify(rows)]);
}

interface LineRow extends Omit<CertifiedLine, 'fob'> {
  readonly fobMinor: string;
  readonly fobCurrency: Money['currency'];
}

const LINES = `
  SELECT declaration_line AS "declarationLine", export_date::text AS "exportDate", hs_code AS "hsCode", goods_name AS "goodsName",
         quantity::text AS quantity, unit, fob_minor::text AS "fobMinor", fob_currency AS "fobCurrency"
  FROM tax_refund.agency_certificate_line WHERE tenant_id = $1 AND certificate_id = $2 ORDER BY line_number`;

export async function certifiedLinesOf(view: View, certificateId: string): Promise<CertifiedLine[]> {
  const rows = await view.query<LineRow>(LINES, [view.tenantId, certificateId]);
  return rows.map(({ fobMinor, fobCurrency, ...line }) => ({
    ...line,
    fob: Money.ofMinor(BigInt(fobMinor), fobCurrency).toJSON(),
  }));
}

const HELD = `SELECT declaration_line AS "line" FROM tax_refund.declared_item_hold WHERE tenant_id = $1 AND declaration_line = ANY($2::text[])`;

/** Those of the declared items that a certificate or a claim holds. */
export async function heldItems(view: View, declarationLines: readonly string[]): Promise<Set<string>> {
  const rows = await view.query<{ line: string }>(HELD, [view.tenantId, declarationLines]);
  return new Set(rows.map(({ line }) => line));
}

const RELEASE = `UPDATE tax_refund.agency_certificate_line SET released = true WHERE tenant_id = $1 AND certificate_id = $2`;

/** Gives the items of a certificate that is void or abandoned free; the lines stay on record. */
export async function releaseCertifiedLines(tx: Tx, certificateId: string): Promise<void> {
  await tx.query(RELEASE, [tx.tenantId, certificateId]);
}

const APPLIED = `
  SELECT l.declaration_line AS "declarationLine", c.applied_on::text AS "appliedOn"
  FROM tax_refund.agency_certificate c
  JOIN tax_refund.agency_certificate_line l ON l.tenant_id = c.tenant_id AND l.certificate_id = c.id
  WHERE c.tenant_id = $1 AND c.order_id = $2 AND NOT l.released`;

/** The items of an order that certificates hold, and since when the bureau has their applications. */
export function itemCertificatesOf(view: View, orderId: string): Promise<ItemCertificate[]> {
  return view.query<ItemCertificate>(APPLIED, [view.tenantId, orderId]);
}

const REPLACED = `SELECT id FROM tax_refund.agency_certificate WHERE tenant_id = $1 AND replaces_id = $2`;

export async function replacementOf(view: View, certificateId: string): Promise<string | null> {
  const [row] = await view.query<{ id: string }>(REPLACED, [view.tenantId, certificateId]);
  return row?.id ?? null;
}

export type CertificateMessageKind = 'application' | 'voidance';

/** What is or was sent to the bureau about a certificate, word for word. */
export interface CertificateMessage {
  readonly id: string;
  readonly certificateId: string;
  readonly kind: CertificateMessageKind;
  readonly attempt: number;
  /** Ours; a repeat of it gets the bureau's first answer. */
  readonly reference: string;
  readonly body: string;
  readonly state: 'queued' | 'taken' | 'refused';
  readonly reason: string | null;
  readonly answeredAt: Date | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, certificate_id AS "certificateId", kind, attempt, reference, body, state, reason, answered_at AS "answeredAt",
  created_at AS "createdAt"`;
const MESSAGES = `SELECT ${COLUMNS} FROM tax_refund.agency_certificate_message WHERE tenant_id = $1`;
const INSERT_MESSAGE = `
  INSERT INTO tax_refund.agency_certificate_message
    (tenant_id, id, certificate_id, kind, attempt, reference, body, state, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8)`;

/** @returns its id */
export async function insertCertificateMessage(
  tx: Tx,
  message: Pick<CertificateMessage, 'certificateId' | 'kind' | 'attempt' | 'reference' | 'body'>,
): Promise<string> {
  const { certificateId, kind, attempt, reference, body } = message;
  const id = newId();
  await tx.query(INSERT_MESSAGE, [tx.tenantId, id, certificateId, kind, attempt, reference, body, tx.now]);
  return id;
}

export async function findCertificateMessage(view: View, id: string): Promise<CertificateMessage | null> {
  const [found] = await view.query<CertificateMessage>(`${MESSAGES} AND id = $2`, [view.tenantId, id]);
  return found ?? null;
}

export async function certificateMessageByReference(view: View, reference: string): Promise<CertificateMessage | null> {
  const [found] = await view.query<CertificateMessage>(`${MESSAGES} AND reference = $2`, [view.tenantId, reference]);
  return found ?? null;
}

/** Everything that was sent about a certificate, the first first. */
export function certificateMessagesOf(view: View, certificateId: string): Promise<CertificateMessage[]> {
  return view.query<CertificateMessage>(`${MESSAGES} AND certificate_id = $2 ORDER BY id`, [
    view.tenantId,
    certificateId,
  ]);
}

const ANSWER = `
  UPDATE tax_refund.agency_certificate_message SET state = $3, reason = $4, answered_at = $5 WHERE tenant_id = $1 AND id = $2`;

export async function answerCertificateMessage(
  tx: Tx,
  id: string,
  state: 'taken' | 'refused',
  reason: string | null,
): Promise<void> {
  await tx.query(ANSWER, [tx.tenantId, id, state, reason, tx.now]);
}
