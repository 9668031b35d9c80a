import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, decimal, event, text } from './shape.js';

const NUMBER = text('WR-2026-0117', 'Of the receipt');
const COVER = money('180000.00', 'CNY', 'What may be owed on it at most');

export const STOCK_EVENTS = {
  'financing.warehouse_receipt.pledged': event(
    ['warehouseReceipt'],
    'a warehouse receipt is pledged, and the movables register is asked',
    '仓单已出质，并已提交中登网登记',
    {
      sellerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      number: NUMBER,
      issuer: text('91330201MA2812345X', 'Tax number of the warehouse'),
      quantity: decimal('1000'),
      unit: text('KG'),
      value: money('300000.00', 'CNY'),
      cover: COVER,
    },
  ),
  'financing.warehouse_receipt.registered': event(
    ['warehouseReceipt'],
    'the pledge stands in the movables register: it can be lent on',
    '质押已在中登网登记，可用于融资',
    { number: NUMBER, registrationNumber: text('ZD0000000117') },
  ),
  'financing.warehouse_receipt.refused': event(
    ['warehouseReceipt'],
    'the movables register does not take the pledge, with the reason; the receipt is free again',
    '中登网未予登记，附原因；仓单恢复自由',
    { number: NUMBER, ...REASON },
  ),
  'financing.warehouse_receipt.revalued': event(
    ['warehouseReceipt'],
    'the goods were valued: `value` of what is in pledge, and what it covers',
    '货物已重新估值：在押货值 `value` 及可担保金额',
    {
      number: NUMBER,
      valuedOn: day('2026-11-24'),
      source: text('Shanghai Metals Market'),
      value: money('280000.00', 'CNY'),
      cover: COVER,
    },
  ),
  'financing.warehouse_receipt.top_up_due': event(
    ['warehouseReceipt'],
    'the goods cover less than is owed on them, by `shortfall`: repay, or nothing more is drawn',
    '货值不足以担保欠款，差额 `shortfall` 须补足；补足前不得提款',
    {
      number: NUMBER,
      owed: money('180000.00', 'CNY'),
      cover: money('168000.00', 'CNY'),
      shortfall: money('12000.00', 'CNY'),
    },
  ),
  'financing.warehouse_receipt.part_released': event(
    ['warehouseReceipt'],
    'a part of the goods has left the pledge; `left` stays',
    '部分货物已解押；`left` 为在押数量',
    {
      number: NUMBER,
      quantity: decimal('400'),
      unit: text('KG'),
      left: decimal('600'),
      value: money('180000.00', 'CNY', 'Of what stays'),
    },
  ),
  'financing.warehouse_receipt.released': event(
    ['warehouseReceipt'],
    'the last of the goods has left the pledge: the receipt is free again',
    '货物已全部解押，仓单恢复自由',
    { number: NUMBER, quantity: decimal('600'), unit: text('KG') },
  ),
  'financing.warehouse_receipt.withdrawn': event(
    ['warehouseReceipt'],
    'the pledge was taken back, with the reason; the receipt is free again',
    '质押已撤回及原因；仓单恢复自由',
    { number: NUMBER, ...REASON },
  ),
} as const;
