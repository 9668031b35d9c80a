import { DomainError, problem } from '../../../kernel/domain-error.js';

export class WarehouseCodeTakenError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.WAREHOUSE_CODE_TAKEN',
    'conflict',
    { en: 'The code is taken', zh: '代码已被使用' },
    { en: 'Choose another code, or use what has it', zh: '请更换代码，或直接使用已有记录' },
  );
}

export class WarehouseReferenceTakenError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.WAREHOUSE_REFERENCE_TAKEN',
    'conflict',
    { en: 'The reference is taken', zh: '参考号已被使用' },
    { en: 'Give each its own reference', zh: '请为每项使用不同的参考号' },
  );
}

export class LotTakenError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.LOT_TAKEN',
    'conflict',
    { en: 'The lot is in the warehouse, or announced to it', zh: '该批次已在库或已预约' },
    { en: 'Give what comes another lot number', zh: '请为新到货使用其他批次号' },
  );
}

export class DeclaredGoodsExceededError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.DECLARED_GOODS_EXCEEDED',
    'conflict',
    { en: 'Not as much left under the declaration', zh: '超出报关单离境数量' },
    {
      en: 'Correct the quantity, cancel a notice that is wrong, or name the declaration that the rest left under',
      zh: '请更正数量、取消错误的预约，或填写其余货物对应的报关单',
    },
  );
}

export class StockShortError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.STOCK_SHORT',
    'conflict',
    { en: 'There is not as much stock for that', zh: '库存不足' },
    {
      en: 'Ask for less, or stock more first; nothing of the request was done',
      zh: '请减少数量或先行入库；本次请求未作任何变更',
    },
  );
}

export class OrderAllocatedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.ORDER_ALLOCATED',
    'conflict',
    { en: 'The order has its stock', zh: '该订单已分配库存' },
    { en: 'Look at its outbound order, or cancel that first', zh: '请查询其出库单，或先取消' },
  );
}

export class WarehouseStatementExistsError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.WAREHOUSE_STATEMENT_EXISTS',
    'conflict',
    { en: 'The month has its statement', zh: '该月已有账单' },
    { en: 'Look at the statement of that month', zh: '请查询该月账单' },
  );
}

export class WarehouseMonthOpenError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.WAREHOUSE_MONTH_OPEN',
    'conflict',
    { en: 'The month is not over', zh: '该月尚未结束' },
    {
      en: 'Wait for its last day at the warehouse to pass; until then look at its fees',
      zh: '请待仓库当地该月结束后再出账单',
    },
  );
}

export class NoWarehouseTariffError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.NO_WAREHOUSE_TARIFF',
    'conflict',
    { en: 'The warehouse has no prices for some day', zh: '仓库部分日期没有价目表' },
    { en: 'Set a price list that begins before the first goods came', zh: '请设置早于首次到货日的价目表' },
  );
}
