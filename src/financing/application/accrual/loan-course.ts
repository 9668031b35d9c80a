import { type View } from '../../../platform/database/session.js';
import { type LoanHistory } from '../../domain/accrual/statement.js';
import { type Advance } from '../../entities/advance.entity.js';
import { Extension } from '../../entities/extension.entity.js';
import { writeOffOf } from '../write-offs/recovered.js';

const EXTENSIONS_MAX = 1_000;

/** What became of a loan after it was drawn, but for what was paid of it. */
export type LoanCourse = Pick<LoanHistory, 'maturityOn' | 'extensions' | 'writtenOff'>;

/** Of a loan that was drawn: its first due date, later ones that were granted, and its write-off. */
export async function courseOf(view: View, { id, maturityOn }: Advance): Promise<LoanCourse> {
  const where = { tenantId: view.tenantId, advanceId: id, state: 'granted' as const };
  const granted = await view.manager.find(Extension, { where, order: { id: 'ASC' }, take: EXTENSIONS_MAX });
  const writeOff = await writeOffOf(view, id);
  return {
    maturityOn: granted[0]?.fromMaturityOn ?? maturityOn,
    // Both days are of every one that was granted.
    extensions: granted.flatMap(({ effectiveOn: on, grantedDueOn: until, fee }) =>
      on === null || until === null ? [] : [{ on, maturityOn: until, fee }],
    ),
    writtenOff:
      writeOff?.writtenOffOn == null
        ? null
        : { on: writeOff.writtenOffOn, forgiven: writeOff.forgiven, closedOn: writeOff.closedOn },
  };
}
