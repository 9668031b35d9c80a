import { randomUUID } from 'node:crypto';

import { type AccountBody } from '../support/fx-answers.js';
import { FxDesk } from '../support/fx-desk.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

describe('A partner whose text cannot be stored', () => {
  let platform: TestPlatform;
  let bank: Receiver;
  let desk: FxDesk;

  beforeAll(async () => {
    bank = await Receiver.start();
    platform = await TestPlatform.start({ env: { BANK_URL: bank.url } });
    desk = await FxDesk.open(platform);
  });
  afterAll(async () => {
    await platform.stop();
    await bank.stop();
  });

  it('is heard in an answer, which is kept', async () => {
    bank.answer = () => [422, '{"code":"NO\\u0000","message":"no \\ud83d, \\ud83d\\ude00"}'];
    await desk.place();
    const { data } = await eventually(
      () => desk.get<{ data: AccountBody[] }>('/v1/fx/collection-accounts'),
      (page) => page.data.length === 2 && page.data.every(({ state }) => state === 'refused'),
    );
    expect(data[0]?.reason).toBe('no \ufffd, 😀');
    const [exchange] = await platform.rows<{ response_body: string }>(
      `SELECT response_body FROM platform.partner_exchange WHERE operation = 'open-account'`,
    );
    expect(exchange?.response_body).toBe('{"code":"NO\ufffd","message":"no \ufffd, \\ud83d\\ude00"}');
  });

  it('is heard in a callback, which is kept', async () => {
    const id = randomUUID();
    expect(await desk.callback(`<a>${id}\0&#0;&#xD83D;</a>`)).toBe(202);
    const [kept] = await platform.rows<{ body: string }>(
      `SELECT body FROM platform.inbox_message WHERE body LIKE '%' || $1 || '%'`,
      [id],
    );
    expect(kept?.body).toBe(`<a>${id}\ufffd\ufffd\ufffd</a>`);
    const heard = { queue: 'fx.take-bank-message', error_code: 'FX.UNKNOWN_BANK_MESSAGE' };
    const letters = async () => (await desk.deadLetters()).filter(({ queue }) => queue === heard.queue);
    expect(await eventually(letters, ({ length }) => length > 0)).toEqual([heard]);
  });
});
