import type { Vocabulary } from '../../engine/rows/vocabulary.ts';
import type { LanguagePack } from '../../engine/texts/language-pack.ts';
import type { FactSource } from '../../engine/texts/fact-source.ts';
import type { Channel } from '../../engine/texts/channel.ts';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Outcome } from '../../engine/kernel/fault.ts';
import type { DemoOptions, NamedFile, Settings } from '../contract.ts';
import type { Pool } from '../pool.ts';

/** What the desk is given by whoever puts the program together. */
export interface DeskParts {
  readonly vocabulary: Vocabulary;
  /** The right answers for the sample, as a `client_code,product` file. */
  demoLabels(options: DemoOptions): string;
  readonly packs: Readonly<Record<Settings['language'], LanguagePack>>;
  readonly factSources: Readonly<Record<string, FactSource>>;
  readonly channels: Readonly<Record<Settings['channel'], Channel>>;
  /** The threads of one import. */
  pool(): Pool;
  /** Files as they were dropped → the files inside them. */
  sourcesOf(files: readonly NamedFile[]): Promise<Outcome<readonly ByteSource[]>>;
  demoSources(options: DemoOptions): readonly ByteSource[];
}
