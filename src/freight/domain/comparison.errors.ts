import { DomainError, problem } from '../../kernel/domain-error.js';

/** Rows of a tariff have faults; each is named by its row and column, and nothing was kept. */
export class TariffRowsError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.TARIFF_ROWS',
    'invalid',
    { en: 'The tariff has faults', zh: '运价表有误' },
    {
      en: 'Mend every entry of `errors`, row and column by name, and send the whole table again',
      zh: '请按 errors 中的行号和列名逐项修改后，重新提交整张表',
    },
  );
}

/** Two imports of one tariff at once: one of them came first. */
export class TariffEditionError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.TARIFF_EDITION',
    'conflict',
    { en: 'Another edition of the tariff came in between, or begins later', zh: '该运价表已有更新的版本' },
    {
      en: 'Read the editions at GET /v1/freight/tariffs, and import one that begins after the last',
      zh: '请查询 /v1/freight/tariffs，导入起始日晚于最新版本的运价表',
    },
  );
}
