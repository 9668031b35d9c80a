import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NoRateError extends DomainError {
  static readonly problem = problem(
    'FX.NO_RATE',
    'not-found',
    { en: 'No rate of this pair is on record at that time', zh: '该货币对在该时点没有汇率记录' },
    {
      en: 'Ask for another source or time, or take rates in by `POST /v1/fx/rates`',
      zh: '请更换来源或时间，或通过 POST /v1/fx/rates 录入汇率',
    },
  );
}

export class MarkUpExistsError extends DomainError {
  static readonly problem = problem(
    'FX.MARK_UP_EXISTS',
    'conflict',
    { en: 'A mark-up for the same begins on that day', zh: '同一范围已有自该日起的加点规则' },
    { en: 'Change that one, or let this begin on another day', zh: '请修改原规则，或更换起始日期' },
  );
}
