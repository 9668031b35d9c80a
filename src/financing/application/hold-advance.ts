import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { Advance } from '../entities/advance.entity.js';
import { learn } from './order-facts.js';

/** Holds an advance. The facts of its order are the turnstile, always passed first. @throws ResourceNotFoundError */
export async function holdAdvance(tx: Tx, advanceId: string): Promise<Advance> {
  const named = await tx.find(Advance, advanceId);
  if (named === null) throw new ResourceNotFoundError(SAY.no_such_advance);
  await learn(tx, named.orderId, {});
  const advance = await tx.lock(Advance, advanceId);
  if (advance === null) throw new ResourceNotFoundError(SAY.no_such_advance);
  return advance;
}
