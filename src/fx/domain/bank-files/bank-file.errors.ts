import { DomainError, problem } from '../../../kernel/domain-error.js';

/** Everything that is wrong with a file, by its place in it. */
export class BankFileError extends DomainError {
  static readonly problem = problem(
    'FX.BANK_FILE_UNUSABLE',
    'invalid',
    { en: 'The bank’s file cannot be used', zh: '银行文件无法使用' },
    {
      en: 'Every entry of `errors` names a place in the file: ask the bank for a right one; nothing of it was taken in',
      zh: '`errors` 逐项注明文件中的位置，请向银行索取正确文件；本次未接收任何内容',
    },
  );
}
