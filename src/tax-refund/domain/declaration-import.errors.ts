import { DomainError, problem } from '../../kernel/domain-error.js';

export class DeclarationTableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DECLARATION_TABLE',
    'invalid',
    { en: 'The official table cannot be taken in', zh: '申报表无法接收' },
    {
      en: 'Send CSV with the columns of the form; see docs/tax-refund-declaration-tables.md',
      zh: '请按申报表的列提交 CSV，参见 docs/tax-refund-declaration-tables.md',
    },
  );
}

export class DeclarationImportedError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.DECLARATION_IMPORTED',
    'conflict',
    { en: 'This very table was imported already', zh: '该申报表已导入' },
    { en: 'Read the import that `detail` names, or take it back first', zh: '请查看 detail 所列导入，或先将其撤回' },
  );
}

export class ImportWithdrawnError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.IMPORT_WITHDRAWN',
    'conflict',
    { en: 'The import was taken back already', zh: '该导入已撤回' },
    { en: 'Nothing is to be done', zh: '无需再操作' },
  );
}

export class UploadForgottenError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.UPLOAD_FORGOTTEN',
    'busy',
    { en: 'The table took so long to come that its beginning was forgotten', zh: '上传时间过长，前面的数据已清除' },
    { en: 'Send it again, packed with gzip', zh: '请重新提交，可用 gzip 压缩' },
  );
}
