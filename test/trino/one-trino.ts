import type { TestProject } from 'vitest/node';
import { installTrino } from './install.js';
import { startTrino } from './trino.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where Trino answers; absent when it could not be had. */
    trinoUrl: string | undefined;
  }
}

/** One Trino for all tests, stopped when they are over. SKIPPED, with the reason, where it cannot be had. */
export default async function oneTrino(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const installed = await installTrino();
  if ('reason' in installed) {
    console.warn(`SKIPPED: the SQL's second opinion. ${installed.reason}`);
    project.provide('trinoUrl', undefined);
    return undefined;
  }
  const { url, stop } = await startTrino(installed);
  project.provide('trinoUrl', url);
  return stop;
}
