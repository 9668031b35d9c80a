import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { totalOfLoan } from '../../domain/waterfall.js';
import { type Advance } from '../../entities/advance.entity.js';
import { WriteOff } from '../../entities/write-off.entity.js';

/** The write-off of a loan that was written off, whether or not anything is still owed of it. */
export async function writeOffOf(view: View, advanceId: string): Promise<WriteOff | null> {
  const where = { tenantId: view.tenantId, advanceId };
  const all = await view.manager.find(WriteOff, { where, order: { id: 'DESC' }, take: 1_000 });
  return all.find(({ writtenOffOn }) => writtenOffOn !== null) ?? null;
}

/**
 * Nothing is owed any more of a loan that was written off: all of it came in, or its lender has given up the rest. To be called with
 * the loan held.
 */
export async function closeWriteOff(tx: Tx, advance: Advance, forgiven: Money): Promise<void> {
  const found = await writeOffOf(tx, advance.id);
  const writeOff = found === null ? null : await tx.lock(WriteOff, found.id);
  if (writeOff === null) throw new Error(`Loan ${advance.id} was recovered and never written off`);
  writeOff.close(forgiven, dateInZone(tx.now, CHINA), tx.now);
  await tx.store(WriteOff, writeOff);
  publish(tx, {
    type: 'financing.advance.recovered',
    resource: { type: 'advance', id: advance.id },
    orderId: advance.orderId,
    changed: ['state', 'outstanding'],
    data: {
      writeOffId: publicId('loanWriteOff', writeOff.id),
      recovered: totalOfLoan(writeOff.parts).minus(forgiven).toJSON(),
      forgiven: forgiven.toJSON(),
    },
  });
  audit(tx, {
    ...{ action: 'financing.write_off.close', resourceType: 'loanWriteOff', resourceId: writeOff.id },
    ...{ from: 'written_off', to: writeOff.state, details: { forgiven: forgiven.toAmountString() } },
  });
}
