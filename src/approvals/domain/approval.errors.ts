import { DomainError, problem } from '../../kernel/domain-error.js';

export class PolicyExistsError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.POLICY_EXISTS',
    'conflict',
    { en: 'The command has a policy already', zh: '该操作已有审批规则' },
    { en: 'Change the one there is, or end it first', zh: '请修改现有规则，或先终止它' },
  );
}

export class PolicyEndedError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.POLICY_ENDED',
    'conflict',
    { en: 'The policy has ended', zh: '审批规则已终止' },
    { en: 'Make a new one', zh: '请新建审批规则' },
  );
}

export class NotAPersonError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.NOT_A_PERSON',
    'forbidden',
    { en: 'Only a person of the tenant decides', zh: '仅本租户人员可以审批' },
    { en: 'Sign in as one of its users', zh: '请以本租户用户身份登录' },
  );
}

export class MakerCannotDecideError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.MAKER_CANNOT_DECIDE',
    'forbidden',
    { en: 'Who asks does not approve', zh: '发起人不得审批' },
    {
      en: 'Let somebody else decide; to take it back, withdraw the request',
      zh: '请由他人审批；如需撤回，请撤回该请求',
    },
  );
}

export class AlreadyDecidedError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.ALREADY_DECIDED',
    'conflict',
    { en: 'You have approved this already', zh: '您已审批' },
    { en: 'Another person is needed', zh: '还需要另一人审批' },
  );
}

export class RoleCannotDecideError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.ROLE_CANNOT_DECIDE',
    'forbidden',
    { en: 'The policy asks for another role', zh: '审批规则要求其他角色' },
    { en: 'Let somebody decide who has one of `roles`', zh: '请由具有 roles 之一的人员审批' },
  );
}

export class NotTheMakerError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.NOT_THE_MAKER',
    'forbidden',
    { en: 'Only who asked may withdraw it', zh: '仅发起人可以撤回' },
    { en: 'Refuse it, if you may decide', zh: '如有审批权限，请予以拒绝' },
  );
}

export class ApprovalTimeUpError extends DomainError {
  static readonly problem = problem(
    'APPROVALS.TIME_UP',
    'conflict',
    { en: 'The time to decide is over', zh: '审批已过期' },
    { en: 'Give the command again, and a new request is made', zh: '请重新发起操作，系统会生成新的审批请求' },
  );
}
