import { DomainError, problem } from '../../kernel/domain-error.js';

export class NotBatchableError extends DomainError {
  static readonly problem = problem(
    'BULK.NO_SUCH_COMMAND',
    'invalid',
    { en: 'The command cannot be given in a batch', zh: '该命令不能批量执行' },
    { en: 'Name one of `details.known` as `operation`', zh: '请在 operation 中使用 details.known 所列命令' },
  );
}

export class BatchSizeError extends DomainError {
  static readonly problem = problem(
    'BULK.SIZE',
    'invalid',
    { en: 'A batch has one item at least, and not more than allowed', zh: '批量请求至少一条，且不得超过上限' },
    { en: 'Send it as several batches', zh: '请拆分为多个批次提交' },
  );
}

export class BatchLinesError extends DomainError {
  static readonly problem = problem(
    'BULK.LINES',
    'invalid',
    { en: 'The batch cannot be read', zh: '批量请求无法解析' },
    {
      en: 'Mend what `errors` names: `/0` is the first item; of many faults the first hundred are told',
      zh: '请修正 errors 所列问题：/0 为第一条；最多列出前一百处',
    },
  );
}

export class BatchTooSlowError extends DomainError {
  static readonly problem = problem(
    'BULK.TOO_SLOW',
    'malformed',
    { en: 'The batch took too long to arrive', zh: '批量请求传输过慢' },
    { en: 'Send it again, in smaller parts', zh: '请拆分后重新提交' },
  );
}

export class TooManyStreamsError extends DomainError {
  static readonly problem = problem(
    'BULK.TOO_MANY_STREAMS',
    'too-many',
    { en: 'Too many streams of progress are open', zh: '打开的进度流过多' },
    { en: 'Close one, or ask for the operation itself from time to time', zh: '请关闭其中一个，或定期查询该操作' },
  );
}
