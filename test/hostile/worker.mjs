/** Starts the runner in a worker thread, which does not inherit the loader of TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./runner.ts');
