import { DomainError, problem } from '../../../kernel/domain-error.js';

export class TradeCheckOpenError extends DomainError {
  static readonly problem = problem(
    'FX.TRADE_CHECK_OPEN',
    'conflict',
    { en: 'The trade behind the money is not shown yet', zh: '贸易背景尚未核实' },
    {
      en: 'Read the check of the order, bring what its findings name, or have a second person accept it',
      zh: '请查看该订单的贸易背景核查，按提示补充凭证，或由第二人认可',
    },
  );
}

export class SecondPersonNeededError extends DomainError {
  static readonly problem = problem(
    'FX.SECOND_PERSON_NEEDED',
    'conflict',
    { en: 'It takes evidence of one and the word of another', zh: '须由一人提交凭证、另一人认可' },
    { en: 'Bring evidence, and let somebody else accept it', zh: '请先提交凭证，并由另一人认可' },
  );
}

export class NoTradeCreditError extends DomainError {
  static readonly problem = problem(
    'FX.NO_TRADE_CREDIT',
    'conflict',
    { en: 'There is no such credit on the order', zh: '该订单无此类贸易信贷' },
    {
      en: 'An advance is paid before the export, a deferral is unpaid after it',
      zh: '预收须先收款后出口，延期收款须先出口后收款',
    },
  );
}
