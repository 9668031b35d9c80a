import { DomainError, problem } from '../../../kernel/domain-error.js';

/** The members do not make a group by the rules in force; every finding is in `errors`. */
export class GuaranteeNotFormedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.GUARANTEE_NOT_FORMED',
    'conflict',
    { en: 'The guarantee group breaks the rules of formation', zh: '联保小组不符合组建规则' },
    { en: 'Mend every entry of `errors`; GET …/formation-check tells them too', zh: '请按 errors 逐项处理' },
  );
}

/** Who joins or leaves must neither bring nor leave debts. */
export class GuaranteeExposedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.GUARANTEE_EXPOSED',
    'conflict',
    { en: 'The guarantee group still owes', zh: '联保小组仍有债务' },
    {
      en: 'Wait until all advances and recourse claims of the members are repaid',
      zh: '请待全部融资与追偿结清后再操作',
    },
  );
}

/** What is overdue keeps the group frozen. */
export class GuaranteeOverdueError extends DomainError {
  static readonly problem = problem(
    'FINANCING.GUARANTEE_OVERDUE',
    'conflict',
    { en: 'A debt of the guarantee group is overdue', zh: '联保小组存在逾期债务' },
    { en: 'Collect the open calls until they are covered', zh: '请完成未结的代偿' },
  );
}

/** Only a default is called. */
export class DebtNotOverdueError extends DomainError {
  static readonly problem = problem(
    'FINANCING.DEBT_NOT_OVERDUE',
    'conflict',
    { en: 'The debt cannot be called', zh: '该债务不可发起代偿' },
    { en: 'Call a drawn advance of a member after its maturity', zh: '请在成员融资逾期后再发起' },
  );
}

/** One call for one debt. */
export class GuaranteeCallOpenError extends DomainError {
  static readonly problem = problem(
    'FINANCING.GUARANTEE_CALL_OPEN',
    'conflict',
    { en: 'The debt is called already', zh: '该债务已发起代偿' },
    { en: 'Collect the call named in `details.callId` again', zh: '请对 details.callId 再次收取' },
  );
}

/** One draw at a time, so that what the others were shown stays true. */
export class DrawAnnouncedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.GUARANTEE_DRAW_ANNOUNCED',
    'conflict',
    { en: 'Another draw is announced in the guarantee group', zh: '联保小组已有一笔用款公告' },
    {
      en: 'Wait until the draw named in `details.noticeId` is made, refused or out of date',
      zh: '请待该笔用款完成、被拒或失效',
    },
  );
}
