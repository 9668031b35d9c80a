import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { Advance } from '../entities/advance.entity.js';
import { passTurnstile } from './loan-grounds.js';

/** Holds an advance. The turnstile of what it is lent on is always passed first. @throws ResourceNotFoundError */
export async function holdAdvance(tx: Tx, advanceId: string): Promise<Advance> {
  const named = await tx.find(Advance, advanceId);
  if (named === null) throw new ResourceNotFoundError(SAY.no_such_advance);
  await passTurnstile(tx, named.subject);
  const advance = await tx.lock(Advance, advanceId);
  if (advance === null) throw new ResourceNotFoundError(SAY.no_such_advance);
  return advance;
}
