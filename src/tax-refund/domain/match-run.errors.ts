import { DomainError, problem } from '../../kernel/domain-error.js';

export class PreMatchRegimeError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.NO_REFUND_WANTED',
    'conflict',
    { en: 'No refund is wanted for this order', zh: '该订单不申请退税' },
    { en: 'Change its refund mode, or give the lines as a draft', zh: '请修改订单的退税方式，或以草稿方式提供各行' },
  );
}

export class MatchRunOpenError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.MATCH_RUN_OPEN',
    'conflict',
    { en: 'A matching run is under way', zh: '已有匹配任务在进行' },
    {
      en: 'Wait until it has ended, or cancel it: POST /v1/operations/{id}/cancellation',
      zh: '请等待其结束，或取消该任务',
    },
  );
}

export class MatchRowsError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.MATCH_ROWS',
    'invalid',
    { en: 'These rows cannot be read', zh: '数据行无法读取' },
    {
      en: 'Send a row a line, as NDJSON or as CSV with the columns of the template',
      zh: '请按行提交 NDJSON，或按模板列提交 CSV',
    },
  );
}
