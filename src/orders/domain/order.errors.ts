import { DomainError, problem } from '../../kernel/domain-error.js';

export class OrderReferenceTakenError extends DomainError {
  static readonly problem = problem(
    'ORDERS.REFERENCE_TAKEN',
    'conflict',
    { en: 'Another order has this reference', zh: '该订单编号已被使用' },
    {
      en: 'Choose another `reference`, or find the order by `GET /v1/orders?reference=`',
      zh: '请更换 reference，或按 reference 查询已有订单',
    },
  );
}

export class OrderBindingError extends DomainError {
  static readonly problem = problem(
    'ORDERS.BINDING',
    'conflict',
    { en: 'The order can no longer be cancelled', zh: '订单已对外生效，不能取消' },
    {
      en: 'Cancel what `details.tracks` names with the service first: the booking, the declaration, the advance',
      zh: '请先在 details.tracks 所列的服务中撤销订舱、报关单或融资',
    },
  );
}
