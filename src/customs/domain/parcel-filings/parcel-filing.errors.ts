import { DomainError, type Fault, problem } from '../../../kernel/domain-error.js';
import { SAY } from './parcel-filing.sentences.js';

/** Some of the parcels are not so that this could be filed about them; nothing is filed about any. */
export class ParcelsNotFileableError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.PARCELS_NOT_FILEABLE',
    'conflict',
    { en: 'This cannot be filed about these parcels', zh: '这些包裹不能办理该申请' },
    {
      en: 'Leave out the parcels of `errors`, or wait until they are so far',
      zh: '请去掉 errors 中的包裹，或待其状态允许后再办理',
    },
  );

  constructor(faults: readonly Fault[]) {
    super(SAY.not_possible({ count: faults.length }), {}, faults);
  }
}
