import { openBytes, sealBytes } from '../../src/platform/auth/secret-box.js';
import { fieldIndex, openField, resealed, type SealedText } from '../../src/platform/database/sealed-fields.js';
import { type SqlValue } from '../../src/platform/database/sql-value.js';

/** The present key first, then those of before. */
export type Keys = readonly [Buffer, ...Buffer[]];

/** What is written instead of what a column holds, by column; null where nothing is to be done. */
type Rewrite = (value: never, row: { readonly tenantId: string; readonly keys: Keys }) => Change | null;
export type Change = Readonly<Record<string, SqlValue>>;

/** A column that holds account numbers. */
export interface SealedPlace {
  readonly table: string;
  /** Its primary key, without the tenant. */
  readonly key: readonly string[];
  readonly column: string;
  /** Which of its rows may hold one, where that is not each. */
  readonly where?: string;
  readonly rewrite: Rewrite;
}

/** Every column in which account numbers are sealed: what `npm run seal` goes through. */
export const PLACES: readonly SealedPlace[] = [
  { table: 'parties.party', key: ['id'], column: 'bank_account', rewrite: account('bank_account') },
  {
    table: 'fx.collection_account',
    key: ['id'],
    column: 'account_number',
    rewrite: (kept: SealedText, { tenantId }) => {
      const anew = resealed(kept);
      return anew === null ? null : { account_number: anew, number_index: fieldIndex(tenantId, openField(kept)) };
    },
  },
  { table: 'fx.bank_report', key: ['id'], column: 'account_number', rewrite: text('account_number') },
  { table: 'fx.payout', key: ['id'], column: 'creditor_account', rewrite: text('creditor_account') },
  { table: 'fx.tax_payment', key: ['id'], column: 'creditor', rewrite: account('creditor') },
  { table: 'fx.collection', key: ['id'], column: 'payer_box', rewrite: box('payer_box') },
  { table: 'fx.collection_refund', key: ['id'], column: 'payee_box', rewrite: box('payee_box') },
  {
    table: 'fx.bank_entry',
    key: ['file_id', 'ordinal'],
    column: 'movements',
    where: `movements::text LIKE '%"payerBox"%'`,
    rewrite: movements,
  },
  { table: 'customs.tax_bill', key: ['id'], column: 'payee', rewrite: account('payee') },
  { table: 'tax_refund.claim', key: ['id'], column: 'account_number', rewrite: text('account_number') },
  {
    table: 'platform.idempotency_record',
    key: ['actor', 'key'],
    column: 'body',
    where: `(body LIKE '~s1.%' OR body LIKE '%"accountNumber":%')`,
    rewrite: text('body'),
  },
];

function text(column: string): Rewrite {
  return (kept: SealedText) => {
    const anew = resealed(kept);
    return anew === null ? null : { [column]: anew };
  };
}

function account(column: string): Rewrite {
  return (kept: { readonly accountNumber: SealedText }) => {
    const anew = resealed(kept.accountNumber);
    return anew === null ? null : { [column]: JSON.stringify({ ...kept, accountNumber: anew }) };
  };
}

function box(column: string): Rewrite {
  return (kept: Buffer, { keys }) => {
    const anew = reboxed(kept, keys);
    return anew === null ? null : { [column]: anew };
  };
}

function movements(kept: readonly { readonly payerBox?: string }[], { keys }: { readonly keys: Keys }): Change | null {
  const boxes = kept.map(({ payerBox }) =>
    payerBox === undefined ? null : reboxed(Buffer.from(payerBox, 'base64'), keys),
  );
  if (boxes.every((anew) => anew === null)) return null;
  const movementWith = (anew: Buffer | null | undefined) => (anew == null ? {} : { payerBox: anew.toString('base64') });
  return { movements: JSON.stringify(kept.map((movement, at) => ({ ...movement, ...movementWith(boxes[at]) }))) };
}

/** A box says nothing of its key: what the present one opens is up to date. */
function reboxed(kept: Buffer, [current, ...old]: Keys): Buffer | null {
  try {
    openBytes(kept, current);
    return null;
  } catch {
    return sealBytes(openBytes(kept, old), current);
  }
}
