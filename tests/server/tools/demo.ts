import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { ask, form } from './ask.ts';

export const KINDS = ['clients', 'transactions', 'transfers'] as const;

export const smallDemo = () => demoFiles({ clients: 40, seed: 11 });

/** Uploads the demo data and scores them. */
export const processDemo = async (base: string, options: object = {}): Promise<void> => {
  await uploadDemo(base);
  await ask(base, 'POST /process', json(options));
};

export const uploadDemo = async (base: string): Promise<void> => {
  const files = smallDemo();
  for (const kind of KINDS) {
    await ask(base, `POST /upload/${kind}`, { body: form([`${kind}.csv`, files[kind]]) });
  }
};

export const json = (value: unknown): RequestInit => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});
