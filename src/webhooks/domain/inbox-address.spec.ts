import { inboxAddress, isInboxAddress } from './inbox-address.js';

const TENANT = 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb';
const TOKEN = 'A-b_'.repeat(10) + 'xyz';
const PUBLIC = 'http://api.internal:3000';

describe('The address of an inbox', () => {
  it.each([PUBLIC, 'https://API.example.com', 'https://example.com/entrepot'])('is known again at %s', (publicUrl) => {
    expect(isInboxAddress(inboxAddress(publicUrl, TENANT, TOKEN), publicUrl)).toBe(true);
  });

  it.each([
    [`http://api.internal:3001/v1/inbound/inbox/${TENANT}/${TOKEN}`, 'another port'],
    [`http://api.internal/v1/inbound/inbox/${TENANT}/${TOKEN}`, 'no port'],
    [`https://api.internal:3000/v1/inbound/inbox/${TENANT}/${TOKEN}`, 'another scheme'],
    [`http://api.internal:3000@evil.example/v1/inbound/inbox/${TENANT}/${TOKEN}`, 'a user, and another host'],
    [`http://a:b@api.internal:3000/v1/inbound/inbox/${TENANT}/${TOKEN}`, 'a password'],
    [`http://api.internal:3000/v1/inbound/inbox/${TENANT}/${TOKEN}/`, 'something after it'],
    [`http://api.internal:3000/v1/inbound/inbox/${TENANT}/${TOKEN}?to=1`, 'a query'],
    [`http://api.internal:3000/v1/inbound/inbox/${TENANT}/${TOKEN}\n`, 'a line break'],
    [`http://api.internal:3000/v1/inbound/inbox/../../${TENANT}/${TOKEN}`, 'a way up'],
    [`http://api.internal:3000/v1/inbound/inbox/${TENANT}/short`, 'a token that can be guessed'],
    [`http://api.internal:3000/v1/inbound/bank/${TENANT}`, 'where partners call back'],
    [`http://api.internal:3000/metrics`, 'another part of the platform'],
  ])('is not %j (%s)', (url, _why) => {
    expect(isInboxAddress(url, PUBLIC)).toBe(false);
  });
});
