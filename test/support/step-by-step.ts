import { type Partner } from './process-platform.js';
import { eventually, type TestPlatform } from './test-platform.js';

const HOUR_MS = 3_600_000;

/** Lets the partner go on by one step, as soon as it has one to take. */
export type StepOn = () => Promise<void>;

/**
 * While `work` runs, the partner goes on only when it is told to. What it says in one breath is worked on at the same
 * time, and a later word may overtake an earlier one: whoever wants to see the states between must not let it.
 */
export async function stepByStep(
  { sandbox }: TestPlatform,
  partner: Partner,
  work: (stepOn: StepOn) => Promise<void>,
): Promise<void> {
  const address = `${sandbox.url}/control/partners/${partner}`;
  const tell = async (method: string, url: string, body: object = {}): Promise<{ steps?: number }> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { steps?: number };
  };
  const stepOn = async (): Promise<void> => {
    await eventually(
      () => tell('POST', `${address}/steps`),
      ({ steps }) => steps !== 0,
    );
  };
  await tell('PUT', address, { delayMs: HOUR_MS });
  try {
    await work(stepOn);
  } finally {
    await tell('PUT', address);
    await tell('POST', `${address}/steps`);
  }
}
