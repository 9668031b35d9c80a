import { DomainError, problem } from '../../../kernel/domain-error.js';

export class NoOverseasExportError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.NO_OVERSEAS_EXPORT',
    'conflict',
    { en: 'It is no stock abroad', zh: '不能形成海外仓库存' },
    {
      en: 'Receive what was declared under 9810, once it has left',
      zh: '请在以 9810 申报的货物离境后再登记入仓',
    },
  );
}

export class OverseasStockReceivedError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.OVERSEAS_STOCK_RECEIVED',
    'conflict',
    { en: 'It was received before', zh: '该批货物已登记入仓' },
    { en: 'Look at the stock of its declaration or parcel', zh: '请查询该报关单或包裹的库存' },
  );
}

export class OverseasStockShortError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.OVERSEAS_STOCK_SHORT',
    'conflict',
    { en: 'There is not as much of it', zh: '库存数量不足' },
    {
      en: 'Receive what is missing first, or correct the quantity, the day or the line; nothing of the request was done',
      zh: '请先登记缺少的入仓，或更正数量、日期或所属项；本次请求未作任何变更',
    },
  );
}

export class OverseasMovementDiffersError extends DomainError {
  static readonly problem = problem(
    'CUSTOMS.OVERSEAS_MOVEMENT_DIFFERS',
    'conflict',
    { en: 'The warehouse has told this reference before, otherwise', zh: '同一编号此前以不同内容上报' },
    { en: 'Give another movement its own reference', zh: '请为新的出入库变动使用新的编号' },
  );
}
