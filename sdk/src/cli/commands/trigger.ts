import { type Schemas } from '../../operations.js';
import { type Command, type Options } from '../command.js';
import { type Context } from '../context.js';
import { pull } from '../sandbox.js';
import { SAY } from '../sentences.js';
import { UsageError } from '../usage-error.js';

const SANDBOX: Options = { 'sandbox-url': { type: 'string' } };

const buyerPayment: Command = {
  name: 'trigger buyer-payment',
  usage:
    '--order ID [--amount AMOUNT] [--charges AMOUNT] [--payer-name NAME] [--payer-country CC] [--remittance TEXT] [--after-ms N]',
  summary: { en: 'The buyer of an order pays', zh: '订单的买方付款' },
  details: {
    en: 'What is still owed, unless --amount says; --charges is what banks on the way keep.',
    zh: '未给出 --amount 时支付全部未付金额；--charges 为中间行扣费。',
  },
  options: {
    ...SANDBOX,
    order: { type: 'string' },
    amount: { type: 'string' },
    charges: { type: 'string' },
    'payer-name': { type: 'string' },
    'payer-country': { type: 'string' },
    remittance: { type: 'string' },
    'after-ms': { type: 'string' },
  },
  async run(context) {
    const answer = await pull(context, 'POST', 'buyer-payments', await paymentOf(context, context.required('order')));
    const { amount, currency } = answer['credited'] as Schemas['MoneyDto'];
    context.print(answer, context.say(SAY.paid, { amount, currency, reference: String(answer['bankReference']) }));
  },
};

async function paymentOf(context: Context, orderId: string): Promise<object> {
  const client = context.client();
  const [receivable] = await client.fx.receivables.list({ orderId }).toArray(1);
  if (receivable === undefined) throw new UsageError(SAY.nothing_owed, { id: orderId });
  const { sellerId, buyerId, orderReference, outstanding } = receivable;
  const { currency } = outstanding;
  const [[account], buyer] = await Promise.all([
    client.fx.collectionAccounts.list({ sellerId, currency, state: 'open' }).toArray(1),
    client.parties.get(buyerId),
  ]);
  if (account === undefined) throw new UsageError(SAY.no_account, { currency });
  const charges = context.option('charges');
  const afterMs = context.number('after-ms');
  return {
    accountNumber: account.accountNumber,
    amount: { amount: context.option('amount') ?? outstanding.amount, currency },
    payerName: context.option('payer-name') ?? buyer.name,
    payerCountry: context.option('payer-country') ?? buyer.country,
    remittance: context.option('remittance') ?? orderReference,
    ...(charges === undefined ? {} : { charges: { amount: charges, currency } }),
    ...(afterMs === undefined ? {} : { afterMs }),
  };
}

const departure: Command = {
  name: 'trigger departure',
  usage: '--bill-no NUMBER [--vessel-name NAME] [--voyage NUMBER]',
  summary: { en: 'A vessel leaves with goods that the carrier does not know', zh: '一艘船载着承运人不知道的货物离港' },
  options: {
    ...SANDBOX,
    'bill-no': { type: 'string' },
    'vessel-name': { type: 'string' },
    voyage: { type: 'string' },
  },
  async run(context) {
    const answer = await pull(context, 'POST', 'departures', {
      billNo: context.required('bill-no'),
      vesselName: context.option('vessel-name'),
      voyage: context.option('voyage'),
    });
    const { vesselName, voyage } = answer;
    context.print(answer, context.say(SAY.departed, { vessel: String(vesselName), voyage: String(voyage) }));
  },
};

const fxBoard: Command = {
  name: 'trigger fx-board',
  usage: '-f FILE|-',
  summary: {
    en: 'The market moves: {"quotes": […]} as the board shows them',
    zh: '行情变动：{"quotes": […]}，与牌价表格式相同',
  },
  options: { ...SANDBOX, file: { type: 'string', short: 'f' } },
  async run(context) {
    const board = await pull(context, 'PUT', 'fx/board', context.json(context.required('file')) as object);
    context.print(board, context.say(SAY.board_set, { count: (board['quotes'] as unknown[]).length }));
  },
};

const NUMBERS = ['delay-ms', 'latency-ms', 'lossy', 'seed', 'repeat'] as const;
const FLAGS = ['down', 'hang', 'out-of-order', 'anonymous'] as const;

const partner: Command = {
  name: 'trigger partner',
  usage: `NAME ${NUMBERS.map((name) => `[--${name} N]`).join(' ')} ${FLAGS.map((name) => `[--${name}]`).join(' ')}`,
  summary: {
    en: 'A partner is down, slow, lossy; without switches, normal again',
    zh: '合作方停机、变慢、丢包；不带开关则恢复正常',
  },
  details: {
    en: 'customs, carrier, courier, bank, lender or tax-bureau',
    zh: 'customs（海关）、carrier（承运人）、courier（快递承运人）、bank（银行）、lender（贷款方）或 tax-bureau（税务局）',
  },
  positionals: ['NAME'],
  options: {
    ...SANDBOX,
    ...Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
  },
  async run(context) {
    const name = context.argument('NAME');
    const switches = [
      ...NUMBERS.map((option) => [camelCase(option), context.number(option)] as const),
      ...FLAGS.map((option) => [camelCase(option), context.flag(option) || undefined] as const),
    ];
    const path = `partners/${encodeURIComponent(name)}`;
    const now = await pull(context, 'PUT', path, Object.fromEntries(switches) as object);
    const told = Object.entries(now).map(([key, value]) => `${key} ${String(value)}`);
    context.print(now, context.say(SAY.partner_set, { name, switches: told.join(', ') }));
  },
};

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

export const trigger: readonly Command[] = [buyerPayment, departure, fxBoard, partner];
