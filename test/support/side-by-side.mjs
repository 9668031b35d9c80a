import Sequencer from '@jest/test-sequencer';

/** How long a file takes where Jest has not seen it run on this machine, by what it is, in seconds. */
const ESTIMATES = [
  [/\/test\/fault\//, 60],
  [/\/test\/(?:e2e|integration)\//, 10],
  [/./, 1],
];

/**
 * Tests of faults mostly wait, for processes to end and begin and for what was lost to be noticed; the others work. So one
 * worker takes the former, one after the other, and the rest the latter, longest first: two that work at once would share
 * the processors, and two that wait would leave them idle. Jest hands files out in this order to whoever is free.
 */
export default class SideBySide extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const waits = ({ path }) => path.includes('/test/fault/');
    const begins = new Map([...inTurn(sorted.filter(waits)), ...inTurn(sorted.filter((test) => !waits(test)))]);
    return sorted.sort((left, right) => begins.get(left) - begins.get(right));
  }
}

/** When each begins that follows the one before. */
function inTurn(tests) {
  let at = 0;
  return tests.map((test) => {
    const begin = [test, at];
    at += test.duration === undefined ? estimate(test) : test.duration / 1_000;
    return begin;
  });
}

function estimate({ path }) {
  return ESTIMATES.find(([kind]) => kind.test(path))[1];
}
