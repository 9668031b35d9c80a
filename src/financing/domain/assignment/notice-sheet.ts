import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { boxRow, fieldRow, type Sheet } from '../../../kernel/sheet.js';

/** What a notice of assignment names. */
export interface NoticeFacts {
  readonly reference: string;
  readonly seller: { readonly name: string; readonly nameEn: string; readonly address: string };
  readonly buyer: { readonly name: string; readonly address: string };
  readonly assignee: string;
  readonly account: string;
  readonly contractNumber: string;
  readonly orderReference: string;
  readonly amount: Money;
  readonly draftedOn: LocalDate;
  /** Not sent yet. */
  readonly isDraft: boolean;
}

/** Notice of assignment of a receivable (应收账款转让通知书) to the buyer, with a form to acknowledge it on. */
export function noticeSheet(facts: NoticeFacts): Sheet {
  const { seller, buyer, assignee, account, amount } = facts;
  return {
    ...{ title: 'NOTICE OF ASSIGNMENT', titleZh: '应收账款转让通知书', number: facts.reference },
    mark: facts.isDraft ? 'DRAFT 草稿' : null,
    blocks: [
      boxRow({ label: 'To (debtor) 债务人', text: `${buyer.name}\n${buyer.address}` }),
      boxRow({ label: 'From (assignor) 转让人', text: `${seller.nameEn}\n${seller.name}\n${seller.address}` }),
      boxRow({ label: 'Assignee 受让人', text: assignee }),
      fieldRow(['Contract 合同号', facts.contractNumber], ['Order 订单', facts.orderReference]),
      fieldRow(['Receivable 应收账款', String(amount)], ['Date 日期', facts.draftedOn]),
      boxRow({ label: 'Account to be paid to 收款账户', text: account }),
      {
        kind: 'text',
        text:
          'We give notice that the receivable named above, with all rights that belong to it, has been assigned to the assignee. ' +
          'From the receipt of this notice on, payment discharges you only when it is made to the account named above. ' +
          'This instruction is changed only with the written consent of the assignee.',
      },
      {
        kind: 'text',
        text:
          '兹通知：上述应收账款及其从权利已转让给受让人。自收到本通知之日起，贵方仅在向上述账户付款后方可解除付款义务；' +
          '未经受让人书面同意，本指示不得变更。（民法典第五百四十五至五百四十六条、第七百六十四条）',
      },
      boxRow({ label: 'Acknowledged by the debtor: name, signature, date 债务人确认：姓名、签章、日期', text: '\n\n' }),
    ],
  };
}
