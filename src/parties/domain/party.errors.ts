import { DomainError, problem } from '../../kernel/domain-error.js';

export class PartyReferenceTakenError extends DomainError {
  static readonly problem = problem(
    'PARTIES.REFERENCE_TAKEN',
    'conflict',
    { en: 'Another party has this reference', zh: '该客户编号已被使用' },
    {
      en: 'Choose another `reference`, or find the party by `GET /v1/parties?reference=`',
      zh: '请更换 reference，或按 reference 查询',
    },
  );
}
