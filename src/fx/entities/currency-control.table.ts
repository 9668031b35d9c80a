import { type Tx, type View } from '../../platform/database/session.js';

export const CHANNELS = ['bank_api', 'iso20022'] as const;
export const DIRECTORY_POLICIES = ['off', 'warn', 'block'] as const;

/** How a tenant's bank wants to be told, and what the tenant asks beyond the law. */
export interface CurrencyControlSettings {
  /** 金融机构标识码: area code (6), institution (4), sequence (2). */
  readonly institutionCode: string;
  readonly channel: (typeof CHANNELS)[number];
  /** Whether receipts of class A pass through the account under review, too. */
  readonly classAUnderReview: boolean;
  /** What becomes of receipts of sellers that are not in the directory (名录). */
  readonly directory: (typeof DIRECTORY_POLICIES)[number];
}

/** Class A is credited directly since 汇发〔2019〕28号. */
const USUAL: CurrencyControlSettings = {
  institutionCode: '330200000101',
  channel: 'bank_api',
  classAUnderReview: false,
  directory: 'warn',
};

const READ_SETTINGS = `
  SELECT institution_code AS "institutionCode", channel, class_a_under_review AS "classAUnderReview", directory
  FROM fx.currency_control_settings WHERE tenant_id = $1`;
const SET_SETTINGS = `
  INSERT INTO fx.currency_control_settings (tenant_id, institution_code, channel, class_a_under_review, directory, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id) DO UPDATE SET institution_code = excluded.institution_code, channel = excluded.channel,
    class_a_under_review = excluded.class_a_under_review, directory = excluded.directory, updated_at = excluded.updated_at`;
const NEXT_SERIAL = `
  INSERT INTO fx.bop_serial AS s (tenant_id, institution, day, last) VALUES ($1, $2, $3, 1)
  ON CONFLICT (tenant_id, institution, day) DO UPDATE SET last = s.last + 1 RETURNING last`;
const KEEP_REVISION = `
  INSERT INTO fx.bop_revision (tenant_id, declaration_id, revision, state, content, why_corrected, kept_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const REVISIONS = `
  SELECT revision, state, content, why_corrected AS "whyCorrected", kept_at AS "keptAt"
  FROM fx.bop_revision WHERE tenant_id = $1 AND declaration_id = $2 ORDER BY revision`;
export const MESSAGE = `
  id, direction, message_type AS "messageType", message_id AS "messageId", declaration_id AS "declarationId",
  contract_id AS "contractId", letter_id AS "letterId", content, created_at AS "createdAt"`;
const MESSAGE_BY_ID = `SELECT ${MESSAGE} FROM fx.currency_control_message WHERE tenant_id = $1 AND id = $2`;
const KEEP_MESSAGE = `
  INSERT INTO fx.currency_control_message (tenant_id, id, direction, message_type, message_id, declaration_id, contract_id,
                                           letter_id, content, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, direction, message_id) DO NOTHING`;

export async function readSettings(view: View): Promise<CurrencyControlSettings> {
  const [settings] = await view.query<CurrencyControlSettings>(READ_SETTINGS, [view.tenantId]);
  return settings ?? USUAL;
}

export async function setSettings(tx: Tx, settings: CurrencyControlSettings): Promise<void> {
  const { institutionCode, channel, classAUnderReview, directory } = settings;
  await tx.query(SET_SETTINGS, [tx.tenantId, institutionCode, channel, classAUnderReview, directory, tx.now]);
}

/** The next serial of an institution and day; whoever asks at the same moment waits until this transaction ends. */
export async function nextSerial(tx: Tx, institution: string, day: string): Promise<number> {
  const [row] = await tx.query<{ last: number }>(NEXT_SERIAL, [tx.tenantId, institution, day]);
  return row?.last ?? 0;
}

export interface BopRevision {
  readonly revision: number;
  readonly state: string;
  readonly content: object;
  readonly whyCorrected: string;
  readonly keptAt: Date;
}

export async function keepRevision(tx: Tx, declarationId: string, kept: Omit<BopRevision, 'keptAt'>): Promise<void> {
  const { revision, state, content, whyCorrected } = kept;
  const values = [tx.tenantId, declarationId, revision, state, JSON.stringify(content), whyCorrected, tx.now];
  await tx.query(KEEP_REVISION, values);
}

export function revisionsOf(view: View, declarationId: string): Promise<BopRevision[]> {
  return view.query<BopRevision>(REVISIONS, [view.tenantId, declarationId]);
}

export interface ControlMessage {
  readonly id: string;
  readonly direction: 'out' | 'in';
  /** `auth.018.001.02` and others, or `bop.json` of the bank's own interface. */
  readonly messageType: string;
  readonly messageId: string;
  /** What it is about: a declaration of a receipt, a registered contract, a letter. */
  readonly declarationId: string | null;
  readonly contractId: string | null;
  readonly letterId: string | null;
  readonly content: string;
  readonly createdAt: Date;
}

/** The same message is kept once, however often it goes or comes. */
export async function keepMessage(tx: Tx, message: Omit<ControlMessage, 'createdAt'>): Promise<void> {
  const { id, direction, messageType, messageId, declarationId, contractId, letterId, content } = message;
  await tx.query(KEEP_MESSAGE, [
    ...[tx.tenantId, id, direction, messageType, messageId, declarationId, contractId, letterId, content],
    tx.now,
  ]);
}

export async function findMessage(view: View, id: string): Promise<ControlMessage | null> {
  const [row] = await view.query<ControlMessage>(MESSAGE_BY_ID, [view.tenantId, id]);
  return row ?? null;
}
