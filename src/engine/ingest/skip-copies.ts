import type { FileDraft } from './file-draft.ts';
import { haveSameBytes } from './same-bytes.ts';

/**
 * The same bytes twice count once: the file that comes later by name is skipped, packed or not.
 * Only files that begin alike are read for it.
 */
export const skipCopies = async (drafts: readonly FileDraft[]): Promise<void> => {
  const byHead = new Map<string, FileDraft[]>();
  for (const draft of drafts) {
    if (draft.skipped || draft.plan === null) continue;
    const twins = byHead.get(draft.headKey) ?? [];
    byHead.set(draft.headKey, twins);
    const original = await findSame(draft, twins);
    if (original === null) twins.push(draft);
    else draft.report('duplicate-file', 0, '', original.source.name);
  }
};

const findSame = async (
  draft: FileDraft,
  twins: readonly FileDraft[],
): Promise<FileDraft | null> => {
  for (const twin of twins) {
    if (await haveSameBytes(twin.source, draft.source)) return twin;
  }
  return null;
};

const KEYED = 1 << 10;

/** Equal for equal heads; what it is equal for is compared byte by byte. */
export const headKeyOf = (head: Uint8Array): string =>
  `${head.length}:${latin1.decode(head.subarray(0, KEYED))}`;

const latin1 = new TextDecoder('latin1');
