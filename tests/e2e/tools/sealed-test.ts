import { expect, test as base } from '@playwright/test';
import { watch, type Witness } from './witness.ts';

/**
 * Every test of the page is also a test of its policy: whatever a test does, at its end nothing has
 * been stopped by the content security policy. `leaky`: where something is planted to be stopped.
 */
export const test = base.extend<{ witness: Witness; leaky: boolean }>({
  leaky: [false, { option: true }],
  witness: [
    async ({ context, leaky }, use) => {
      const witness = await watch(context);
      await use(witness);
      if (!leaky) expect(witness.violations, 'stopped by the policy').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
