import path from 'node:path';

/**
 * How the platform's processes are started everywhere: stacks point at the source, and the heap is collected before it
 * grows far beyond what is in use. Left to itself V8 lets a busy worker of 150 MB in use grow beyond half a gigabyte;
 * with much less room than this it collects all the time. Room for what is young has one size, and
 * is not given back and taken anew all the time. package.json, Dockerfile and docker-compose.yml say the same.
 */
export const NODE_FLAGS: readonly string[] = [
  '--import=./dist/src/platform/source-maps.js',
  '--max-old-space-size=344',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
];

/** Their environment, besides what each is told: what V8 made of the code is kept, and the next start is sooner by a fifth. */
export const NODE_ENVIRONMENT: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/v8'),
};
