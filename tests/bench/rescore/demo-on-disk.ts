import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { streamDemo } from '../../../src/presets/demo/demo-files.ts';

const NAMES = ['clients', 'transactions', 'transfers'] as const;
const PIECE = 1 << 22;
const SEED = 7;

/** The generated population as three lean files, written client by client; paths of them. */
export const demoOnDisk = (folder: string, clients: number): string[] => {
  if (!existsSync(folder)) {
    // A folder of that name is a finished one.
    mkdirSync(`${folder}.part`, { recursive: true });
    writeDemo(`${folder}.part`, clients);
    renameSync(`${folder}.part`, folder);
  }
  return NAMES.map((name) => join(folder, `${name}.csv`));
};

const writeDemo = (folder: string, clients: number): void => {
  const targets = NAMES.map((name) => ({
    name,
    file: openSync(join(folder, `${name}.csv`), 'w'),
    text: '',
  }));
  for (const lines of streamDemo({ clients, seed: SEED, lean: true })) {
    for (const target of targets) {
      target.text += lines[target.name];
      if (target.text.length < PIECE) continue;
      writeSync(target.file, target.text);
      target.text = '';
    }
  }
  for (const { file, text } of targets) {
    writeSync(file, text);
    closeSync(file);
  }
};
