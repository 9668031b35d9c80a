import { InsufficientFundsError } from '../../ledger/index.js';
import { judge } from '../../platform/queues/retry-policy.js';
import { SAY } from '../domain/financing.sentences.js';
import { unlessSpent } from './free-funds.js';

describe('Money that was free a moment ago and is spent', () => {
  const failed = (error: Error): Promise<unknown> =>
    unlessSpent(() => Promise.reject(error)).catch((reason: unknown) => reason);

  it('is reckoned with again, where what lacks money for other reasons is given up', async () => {
    const lacking = new InsufficientFundsError(SAY.funds_spent);
    expect(judge(lacking).retry).toBe(false);
    expect(judge(await failed(lacking))).toMatchObject({ retry: true, code: 'FINANCING.FUNDS_SPENT' });
  });

  it('says nothing of other errors', async () => {
    const other = new Error('broken');
    expect(await failed(other)).toBe(other);
    expect(await unlessSpent(() => Promise.resolve('taken'))).toBe('taken');
  });
});
