import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { mergeStats } from '../../engine/stream/merge-stats.ts';
import { parseStats } from '../../engine/stream/parse-stats.ts';
import type { StreamStats } from '../../engine/stream/stream-stats.ts';

/**
 * Statistics from files (`-`: standard input) of one JSON document a line, merged. A fault is one
 * sentence.
 */
export const readStats = async (
  paths: readonly string[],
): Promise<Outcome<StreamStats, string>> => {
  let merged: StreamStats | null = null;
  for (const path of paths) {
    let text: string;
    try {
      text = path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8');
    } catch {
      return failed(`The statistics file "${path}" cannot be read`);
    }
    for (const [at, line] of documentsOf(text).entries()) {
      const stats = parseStats(line);
      if (!stats.ok) {
        return failed(
          `"${path}" has no statistics in line ${at + 1} (${stats.fault}): make them with "vygoda stats"`,
        );
      }
      const sum: Outcome<StreamStats, string> =
        merged === null ? stats : mergeStats(merged, stats.value);
      if (!sum.ok) {
        return failed(
          `"${path}" was made with another --${FLAGS[sum.fault] ?? sum.fault}: parts of one population have the same`,
        );
      }
      merged = sum.value;
    }
  }
  return merged === null ? failed(`No statistics in ${paths.join(', ')}`) : done(merged);
};

/** One document a line, or one document over many lines. */
const documentsOf = (text: string): string[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines[0].trim() === '{' ? [text] : lines;
};

const FLAGS: Readonly<Record<string, string>> = { dateOrder: 'date-order' };
