import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { publicId } from '../../../kernel/ids.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Acting, type MandateLimits } from '../../database/caller.js';
import { type Tx, type View } from '../../database/session.js';
import { MandateLimitError } from './mandate.errors.js';
import { SAY } from './mandates.sentences.js';

/** The row is held until the transaction ends: two that move money at once are counted one after the other. */
const COUNT = `
  INSERT INTO platform.mandate_use AS u (tenant_id, mandate_id, day, moved_minor) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id, mandate_id, day) DO UPDATE SET moved_minor = u.moved_minor + EXCLUDED.moved_minor
  RETURNING moved_minor`;

/** By the tenant's clock, as it is counted. */
const MOVED = `
  SELECT moved_minor FROM platform.mandate_use
  WHERE tenant_id = $1 AND mandate_id = $2
    AND day = (coalesce((SELECT test_clock FROM platform.tenant WHERE id = $1), now()) AT TIME ZONE '${CHINA}')::date`;

/** What may be moved under a mandate, and what has been. */
export interface MandateLeft extends Pick<MandateLimits, 'perCommand' | 'perDay'> {
  readonly movedToday: Money;
}

/** Null for a tenant's own people and programs, and under a mandate without limits. */
export async function leftUnderMandate(view: View): Promise<MandateLeft | null> {
  const { acting } = view.caller;
  if (acting === undefined || acting.limits === null) return null;
  const [row] = await view.query<{ moved_minor: string }>(MOVED, [view.tenantId, acting.mandateId]);
  const { currency, perCommand, perDay } = acting.limits;
  return { perCommand, perDay, movedToday: Money.ofMinor(BigInt(row?.moved_minor ?? 0), currency) };
}

/**
 * To be called by every command that moves a tenant's money. Where its own people or programs gave it, nothing happens;
 * under a mandate with limits it is counted against them, and given back where the transaction is.
 * @param sides what the command moves, in each currency it does: the one of the limits counts
 * @throws MandateLimitError
 */
export async function moveUnderMandate(tx: Tx, ...sides: readonly Money[]): Promise<void> {
  const { acting } = tx.caller;
  if (acting === undefined || acting.limits === null) return;
  const { currency, perCommand, perDay } = acting.limits;
  const amount = sides.find((side) => side.currency === currency);
  if (amount === undefined) throw refusal(acting, SAY.limit_currency({ currency }), 'currency');
  if (perCommand !== null && amount.isMoreThan(perCommand)) {
    throw refusal(acting, SAY.limit_command({ amount: String(amount), limit: String(perCommand) }), 'perCommand');
  }
  if (perDay === null) return;
  const values = [tx.tenantId, acting.mandateId, dateInZone(tx.now, CHINA), amount.minor];
  const [row] = await tx.query<{ moved_minor: string }>(COUNT, values);
  const moved = Money.ofMinor(BigInt(row?.moved_minor ?? 0), currency);
  if (moved.isMoreThan(perDay)) {
    throw refusal(acting, SAY.limit_day({ amount: String(moved), limit: String(perDay) }), 'perDay');
  }
}

function refusal(acting: Acting, sentence: Sentence, limit: string): MandateLimitError {
  const error = new MandateLimitError(sentence, { mandate: publicId('mandate', acting.mandateId), limit });
  acting.refused(error);
  return error;
}
