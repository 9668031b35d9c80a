import { DomainError, problem } from '../../../kernel/domain-error.js';

export class UnknownBankMessageError extends DomainError {
  static readonly problem = problem(
    'FX.UNKNOWN_BANK_MESSAGE',
    'invalid',
    { en: 'A message of the bank is of a kind that is not understood', zh: '无法识别的银行报文类型' },
    { en: 'It is kept word for word; read it, act by hand, and discard it', zh: '报文已原样保存，请人工处理后关闭' },
  );
}

export class UnreadableBankMessageError extends DomainError {
  static readonly problem = problem(
    'FX.UNREADABLE_BANK_MESSAGE',
    'invalid',
    { en: 'A message of the bank cannot be read', zh: '银行报文无法解析' },
    { en: 'It is kept word for word; ask the bank to send it again', zh: '报文已原样保存，请联系银行重发' },
  );
}

export class ContradictoryStatusError extends DomainError {
  static readonly problem = problem(
    'FX.CONTRADICTORY_STATUS',
    'conflict',
    { en: 'The bank takes back a final word on a payment or a deal', zh: '银行对付款或成交的终态通知前后矛盾' },
    {
      en: 'Ask the bank which word holds before anything is paid or dealt again',
      zh: '请先向银行核实，再决定后续处理',
    },
  );
}
