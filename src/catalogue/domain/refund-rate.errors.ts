import { DomainError, problem } from '../../kernel/domain-error.js';

export class RefundRateNotFoundError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.REFUND_RATE_NOT_FOUND',
    'invalid',
    { en: 'No export refund rate is known for these goods on this date', zh: '未找到该商品在该日期的出口退税率' },
    {
      en: 'Check the HS code and the export date, or load the refund rate library that covers them',
      zh: '请核对商品编码与出口日期，或导入包含该商品的退税率文库',
    },
  );
}

export class ProductGroupUnknownError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.PRODUCT_GROUP_UNKNOWN',
    'invalid',
    { en: 'There is no such product group', zh: '不存在该商品组' },
    { en: 'Choose one of `known`, or give the HS code', zh: '请从 known 中选择，或改用商品编码' },
  );
}

/** The official library divides the code, and its parts differ in rate or tax. */
export class RefundRateChoiceError extends DomainError {
  static readonly problem = problem(
    'CATALOGUE.REFUND_RATE_CHOICE',
    'invalid',
    {
      en: 'A person must choose which goods of the refund library these are',
      zh: '须由人工选择退税率文库中的具体商品',
    },
    {
      en: 'Give one of `choices` as `refundCode`; GET /v1/tax-refund/rates tells their names and rates',
      zh: '请从 choices 中选择并填入 refundCode；名称与退税率见 GET /v1/tax-refund/rates',
    },
  );
}
