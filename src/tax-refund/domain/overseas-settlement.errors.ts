import { DomainError, problem } from '../../kernel/domain-error.js';

export class NoAdvanceToSettleError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NO_ADVANCE_TO_SETTLE',
    'conflict',
    { en: 'There is no advance to settle here', zh: '没有可核算的海外仓预退税' },
    {
      en: 'Settle a paid claim with businessType HWC-YT, once; a manufacturer settles in its VAT return',
      zh: '仅可对已退付的 HWC-YT 申报核算一次；生产企业随增值税申报核算',
    },
  );
}

export class SettlementTooEarlyError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.SETTLEMENT_TOO_EARLY',
    'conflict',
    { en: 'The advance cannot be settled yet', zh: '尚未到核算期' },
    { en: 'Settle it from `opensOn` on', zh: '请自 opensOn 起核算' },
  );
}
