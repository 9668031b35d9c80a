import { DomainError, problem } from '../../../kernel/domain-error.js';

export class CrossNotChangedError extends DomainError {
  static readonly problem = problem(
    'FX.CROSS_NOT_CHANGED',
    'conflict',
    { en: 'A conversion between two foreign currencies is not changed', zh: '两种外币之间的兑换不可变更或撤销' },
    { en: 'Let it settle, and convert the other way at a quote of its own', zh: '请待其交割后，另行询价反向兑换' },
  );
}

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
