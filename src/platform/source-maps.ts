import { setSourceMapsSupport } from 'node:module';

/*
 * Loaded before everything else (`--import`): stacks point at our source. `--enable-source-maps` would keep the maps of all
 * libraries in memory too, 40 MB in each process.
 */
setSourceMapsSupport(true, { nodeModules: false });
