/**
 * How the platform's processes are started everywhere: stacks point at the source, and the heap is collected before it
 * grows far beyond what is in use. Left to itself V8 lets a busy worker of 120 MB in use grow to half a gigabyte.
 * package.json, Dockerfile and docker-compose.yml say the same.
 */
export const NODE_FLAGS: readonly string[] = [
  '--import=./dist/src/platform/source-maps.js',
  '--max-old-space-size=320',
  '--max-semi-space-size=32',
];
