import { DomainError, problem } from '../../kernel/domain-error.js';

export class InsufficientFundsError extends DomainError {
  static readonly problem = problem(
    'LEDGER.INSUFFICIENT_FUNDS',
    'conflict',
    { en: 'The account does not hold enough that is free', zh: '账户可用余额不足' },
    {
      en: 'Read the available balance (posted less holds) and use no more than that',
      zh: '请查询可用余额（账面余额减冻结金额）后再操作',
    },
  );
}

export class AlreadyReversedError extends DomainError {
  static readonly problem = problem(
    'LEDGER.ALREADY_REVERSED',
    'conflict',
    { en: 'The transfer was reversed before', zh: '该笔记账已冲销' },
    { en: 'Look at the reversal; post a new transfer if the books are still wrong', zh: '请查看冲销记录' },
  );
}

export class HoldNotActiveError extends DomainError {
  static readonly problem = problem(
    'LEDGER.HOLD_NOT_ACTIVE',
    'conflict',
    { en: 'The hold was settled, voided or has expired', zh: '该冻结已结算、撤销或过期' },
    { en: 'Place a new hold', zh: '请重新冻结' },
  );
}
