import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest begins first, or one worker would still be at it when the others have nothing left to do. Jest orders
 * by how long each file took before, on a machine that has run it; on one that has not, by size, which says little of
 * tests that wait for processes to be killed and started.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isKnown = tests.some(({ duration }) => duration !== undefined);
    const sorted = super.sort(tests);
    if (isKnown) return sorted;
    const waits = ({ path }) => path.includes('/test/fault/');
    return [...sorted.filter(waits), ...sorted.filter((test) => !waits(test))];
  }
}
