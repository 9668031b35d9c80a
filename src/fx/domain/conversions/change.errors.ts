import { DomainError, problem } from '../../../kernel/domain-error.js';

export class ChangeNeedsApprovalError extends DomainError {
  static readonly problem = problem(
    'FX.CHANGE_NEEDS_APPROVAL',
    'conflict',
    { en: 'That much would take a second person', zh: '该金额需要第二人审批' },
    {
      en: 'Leave the conversion as it is, and convert the rest at a quote of its own',
      zh: '请保留原兑换，其余金额另行询价兑换',
    },
  );
}
