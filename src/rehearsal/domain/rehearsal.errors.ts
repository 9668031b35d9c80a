import { DomainError, problem } from '../../kernel/domain-error.js';

export class NoSandboxError extends DomainError {
  static readonly problem = problem(
    'REHEARSAL.NO_SANDBOX',
    'conflict',
    { en: 'There are no simulated partners here', zh: '此处没有模拟合作机构' },
    { en: 'Ask the operator to set SANDBOX_URL', zh: '请联系运营方设置 SANDBOX_URL' },
  );
}

/** What is done later is done with the credential's own rights, and a mandate may have ended by then. */
export class ActingForError extends DomainError {
  static readonly problem = problem(
    'REHEARSAL.ACTING_FOR',
    'forbidden',
    { en: 'Nothing is rehearsed on behalf of another tenant', zh: '不能代表其他租户演练' },
    {
      en: 'Use a credential of the sandbox tenant itself, without `Acting-For`',
      zh: '请使用该沙箱租户自己的凭证，且不带 Acting-For',
    },
  );
}

export class NotNowError extends DomainError {
  static readonly problem = problem(
    'REHEARSAL.NOT_NOW',
    'conflict',
    { en: 'The resource has not come so far, or is past it', zh: '资源尚未到达或已经越过该阶段' },
    {
      en: 'Read how the resource stands, and order the simulation when it fits',
      zh: '请查询资源状态，并在合适时再次提交模拟',
    },
  );
}

/** Of a step that waits: it has gone another way, from which it does not come back by itself. */
export class WentOtherwiseError extends DomainError {
  static readonly problem = problem(
    'REHEARSAL.WENT_OTHERWISE',
    'conflict',
    { en: 'The export has gone another way', zh: '业务走向与预期不同' },
    {
      en: 'Read the order: its timeline says why. Then begin another scenario',
      zh: '请查看订单时间线了解原因，然后另起一次演练',
    },
  );
}

export class WaitedInVainError extends DomainError {
  static readonly problem = problem(
    'REHEARSAL.WAITED_IN_VAIN',
    'conflict',
    { en: 'What the scenario waited for did not come', zh: '等待的结果没有出现' },
    {
      en: 'See whether the sandbox runs and its partners are up; then begin another scenario',
      zh: '请检查沙箱及其合作机构是否正常运行，然后另起一次演练',
    },
  );
}
