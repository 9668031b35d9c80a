import { DomainError, type ErrorDetails, problem } from '../../../kernel/domain-error.js';
import { type Language, type Sentence, told } from '../../../kernel/sentence.js';
import { SAY_INSURANCE as SAY } from './insurance.sentences.js';

/** One number, one policy. */
export class PolicyExistsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.POLICY_EXISTS',
    'conflict',
    { en: 'A policy of this number is entered already', zh: '该保单号已登记' },
    { en: 'Use the policy that is there', zh: '请使用已登记的保单' },
  );
}

/** One live limit per policy and buyer. */
export class BuyerLimitExistsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.BUYER_LIMIT_EXISTS',
    'conflict',
    { en: 'The buyer has a limit under this policy, or one is asked for', zh: '该保单项下买方限额已存在或正在申请' },
    { en: 'See the limit named in `details.limitId`', zh: '请查看 details.limitId 指明的限额' },
  );
}

/** A shipment cannot be insured; every reason is listed. */
export class NotInsurableError extends DomainError {
  static readonly problem = problem(
    'FINANCING.NOT_INSURABLE',
    'conflict',
    { en: 'The shipment cannot be insured', zh: '该批出运无法承保' },
    { en: 'Mend what `details.reasons` names, then declare it again', zh: '请根据 details.reasons 处理后重新申报' },
  );

  constructor(private readonly reasons: readonly Sentence[]) {
    super(SAY.not_insurable);
  }

  override detailsIn(language: Language): ErrorDetails {
    return { reasons: this.reasons.map((reason) => told(reason, language)) };
  }
}

/** One declaration per order. */
export class ShipmentDeclaredError extends DomainError {
  static readonly problem = problem(
    'FINANCING.SHIPMENT_DECLARED',
    'conflict',
    { en: 'The shipment of the order is declared already', zh: '该订单的出运已申报' },
    { en: 'See the declarations of the order', zh: '请查看该订单的出运申报' },
  );
}

/** The premium of a declaration is paid once. */
export class PremiumPaidError extends DomainError {
  static readonly problem = problem(
    'FINANCING.PREMIUM_PAID',
    'conflict',
    { en: 'The premium is paid, or not due', zh: '保费已付或尚未产生' },
    {
      en: 'Nothing to do where it is paid; else wait until the insurer has accepted the declaration',
      zh: '已付则无需处理；否则请等待保险机构接受申报',
    },
  );
}

/** The days for it are over, or have not come. */
export class ClaimTimeError extends DomainError {
  static readonly problem = problem(
    'FINANCING.CLAIM_TIME',
    'conflict',
    { en: 'It is too early or too late for this', zh: '不在规定期限内' },
    { en: 'See `detail` for the day', zh: '请查看 detail 中的日期' },
  );
}

/** A recovery was heard of before the indemnity that it follows. */
export class EarlyRecoveryError extends DomainError {
  static readonly problem = problem(
    'FINANCING.EARLY_RECOVERY',
    'unavailable',
    { en: 'A recovery came before its indemnity', zh: '追偿款消息早于赔款到达' },
    { en: 'Nothing to do: it is tried again by itself', zh: '无需处理，系统会自动重试' },
  );
}

/** The insurer's message names nothing of ours, or cannot be read. */
export class UnreadableInsurerMessageError extends DomainError {
  static readonly problem = problem(
    'FINANCING.UNREADABLE_INSURER_MESSAGE',
    'invalid',
    { en: 'A message of the insurer cannot be used', zh: '保险机构消息无法处理' },
    { en: 'Read it in the dead letter and ask the insurer', zh: '请在死信中查看并联系保险机构' },
  );
}
