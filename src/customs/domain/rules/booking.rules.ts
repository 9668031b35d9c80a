import { warning, type FormRule } from './form-rule.js';
import { BOOKING } from './sources.js';

/** Of the booking that the carrier confirmed. */
export const BOOKING_RULES = {
  booking_vessel: warning(
    '/transport/vesselName',
    { en: 'The carrier confirmed another vessel', zh: '运输工具名称与订舱不一致' },
    { en: 'Declare what the carrier confirmed, or have the booking changed', zh: '请按承运人确认内容填报，或更改订舱' },
    BOOKING,
  ),
  booking_voyage: warning(
    '/transport/voyageNumber',
    { en: 'The carrier confirmed another voyage', zh: '航次号与订舱不一致' },
    { en: 'Declare what the carrier confirmed, or have the booking changed', zh: '请按承运人确认内容填报，或更改订舱' },
    BOOKING,
  ),
  booking_bill: warning(
    '/transport/billNumber',
    { en: 'The carrier gave another transport document', zh: '提运单号与订舱不一致' },
    { en: 'Declare what the carrier confirmed, or have the booking changed', zh: '请按承运人确认内容填报，或更改订舱' },
    BOOKING,
  ),
  booking_freight: warning(
    '/freightCharge',
    { en: 'The carrier charges another freight', zh: '运费与承运人费用不一致' },
    { en: 'Declare what the carrier confirmed, or have the booking changed', zh: '请按承运人确认内容填报，或更改订舱' },
    BOOKING,
  ),
  booking_containers: warning(
    '/containers',
    { en: 'Other containers were booked', zh: '集装箱数量或规格与订舱不一致' },
    { en: 'Declare what the carrier confirmed, or have the booking changed', zh: '请按承运人确认内容填报，或更改订舱' },
    BOOKING,
  ),
} as const satisfies Record<string, FormRule>;
