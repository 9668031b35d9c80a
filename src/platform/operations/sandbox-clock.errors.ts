import { DomainError, problem } from '../../kernel/domain-error.js';

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
