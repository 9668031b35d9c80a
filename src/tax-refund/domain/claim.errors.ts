import { DomainError, problem } from '../../kernel/domain-error.js';

export class FilingWindowClosedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.FILING_WINDOW_CLOSED',
    'conflict',
    { en: 'The time for filing this export is over', zh: '已超过退税申报期限' },
    {
      en: 'From `deemedDomesticOn` the sale counts as domestic: declare its VAT',
      zh: '自 deemedDomesticOn 起视同内销，请申报缴纳增值税',
    },
  );
}

export class PeriodInUseError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.PERIOD_IN_USE',
    'conflict',
    { en: 'A claim already stands on the figures of this period', zh: '该所属期数据已被退税申报使用' },
    { en: 'Abandon the claims of the period first, or correct the next period', zh: '请先放弃该期申报，或在下期更正' },
  );
}

/** A callback from the bureau about a claim that is not ours, or in no form that we know. */
export class UnreadableBureauMessageError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.UNREADABLE_BUREAU_MESSAGE',
    'invalid',
    { en: 'A message from the tax bureau cannot be read', zh: '无法识别的税务机关消息' },
    { en: 'Compare the kept message with the interface description', zh: '请核对接口说明' },
  );
}
