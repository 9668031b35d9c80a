import { DomainError, problem } from '../../../kernel/domain-error.js';

/** Papers are made out for a booking that the carrier has confirmed. */
export class BookingNotConfirmedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.BOOKING_NOT_CONFIRMED',
    'conflict',
    { en: 'The booking is not in a state in which papers are made out', zh: '订舱当前状态不能制单' },
    { en: 'Wait for `freight.booking.confirmed`', zh: '请等待订舱确认' },
  );
}

export class InstructionsExistError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.INSTRUCTIONS_EXIST',
    'conflict',
    { en: 'The booking has shipping instructions already', zh: '该订舱已有提单补料' },
    { en: 'Update those, or cancel them first', zh: '请更新已有提单补料，或先取消' },
  );
}

/** The message would not hold with itself, with the booking or with the carrier's schema; every fault with its place. */
export class UnsendableInstructionsError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNSENDABLE_INSTRUCTIONS',
    'invalid',
    { en: 'The shipping instructions cannot be sent as they are', zh: '提单补料内容有误，无法发送' },
    { en: 'Mend what `errors` names and send them again', zh: '请按 errors 修改后重新提交' },
  );
}

/** The carrier takes nothing of the kind any more. */
export class CutOffPassedError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.CUT_OFF_PASSED',
    'conflict',
    { en: 'The cut-off has passed', zh: '截止时间已过' },
    {
      en: 'Ask the carrier for a later one (`freight.cut_off.moved` tells of it), or for another sailing',
      zh: '请联系承运人延期，或改订其他航次',
    },
  );
}

export class InstructionsNotChangeableError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.INSTRUCTIONS_NOT_CHANGEABLE',
    'conflict',
    { en: 'This cannot be done with the shipping instructions now', zh: '提单补料目前不能进行该操作' },
    { en: 'Read them, and choose one of `allowedActions`', zh: '请查询提单补料，并选择 allowedActions 中的操作' },
  );
}

export class DocumentNotReadyError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.DOCUMENT_NOT_READY',
    'conflict',
    { en: 'This cannot be done with the transport document now', zh: '运输单证目前不能进行该操作' },
    { en: 'Read it, and choose one of `allowedActions`', zh: '请查询运输单证，并选择 allowedActions 中的操作' },
  );
}

export class HouseDocumentExistsError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.HOUSE_DOCUMENT_EXISTS',
    'conflict',
    { en: 'Another transport document has this number', zh: '该单号已被使用' },
    { en: 'Choose another number', zh: '请使用其他单号' },
  );
}

/** A message about papers that are not ours, as far as we and the carrier know. */
export class UnknownPapersError extends DomainError {
  static readonly problem = problem(
    'FREIGHT.UNKNOWN_PAPERS',
    'not-found',
    { en: 'A message of the carrier names no papers of ours', zh: '承运人报文所述单证不存在' },
    { en: 'Look at the kept message; retry it once the papers are known', zh: '请查看原始报文，确认后重试' },
  );
}
