import { StateMachine } from '../../../kernel/state-machine.js';

export type TradeCreditReportState = 'due' | 'reported' | 'corrected' | 'not_needed';
export type TradeCreditReportCommand = 'report' | 'correct' | 'waive' | 'settle' | 'reopen';

/**
 * A report of trade credit to SAFE (贸易信贷报告).
 *
 *     due ──report──▶ reported ──correct──▶ corrected ──┐
 *      │ ▲                                    ▲────────┘
 *      │ └──reopen── not_needed      it took longer than was said
 *      └──waive, settle──▲           a person says so, or goods or money came in time
 */
export const TRADE_CREDIT_REPORT = new StateMachine<TradeCreditReportState, TradeCreditReportCommand>(
  'trade credit report',
  ['due', 'reported', 'corrected', 'not_needed'],
  {
    report: { from: ['due'], to: 'reported', event: 'fx.trade_credit_report.reported', byCaller: true },
    correct: {
      from: ['reported', 'corrected'],
      to: 'corrected',
      event: 'fx.trade_credit_report.corrected',
      byCaller: true,
    },
    waive: { from: ['due'], to: 'not_needed', event: 'fx.trade_credit_report.not_needed', byCaller: true },
    settle: { from: ['due'], to: 'not_needed', event: 'fx.trade_credit_report.not_needed' },
    reopen: { from: ['not_needed'], to: 'due', event: 'fx.trade_credit_report.due' },
  },
);
