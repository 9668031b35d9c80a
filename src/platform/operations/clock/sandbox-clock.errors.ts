import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NoClockInLivemodeError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.LIVEMODE',
    'conflict',
    { en: 'A live tenant has no clock of its own', zh: '生产租户没有测试时钟' },
    { en: 'Use a key of a sandbox tenant (`ek_test_…`)', zh: '请使用沙箱租户的密钥（ek_test_…）' },
  );
}

export class ClockRunsForwardError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.CLOCK_RUNS_FORWARD',
    'conflict',
    { en: 'A clock does not run backwards', zh: '时钟不能倒退' },
    { en: 'Name an instant at or after the tenant’s present time', zh: '请指定不早于当前租户时间的时刻' },
  );
}

export class ClockAdvancingError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.CLOCK_ADVANCING',
    'conflict',
    { en: 'The clock is being advanced already', zh: '时钟正在前进中' },
    {
      en: 'Wait for the advance in `details.advance` to end, then move the clock on',
      zh: '请等待 details.advance 所示的前进结束后再移动时钟',
    },
  );
}

export class ClockTooFarError extends DomainError {
  static readonly problem = problem(
    'SANDBOX.CLOCK_TOO_FAR',
    'invalid',
    { en: 'One advance does not go that far', zh: '单次前进的跨度过大' },
    { en: 'Go there in several advances', zh: '请分多次前进' },
  );
}
