import { detectEncoding, type EncodingName } from '../bytes/encoding.ts';
import type { FileDraft } from './file-draft.ts';

export interface ChosenEncoding {
  readonly name: EncodingName;
  /** A UTF-8 byte-order mark stands before the text. */
  readonly bom: boolean;
  /** Nothing beyond ASCII was seen: the rest of the file may show otherwise. */
  readonly open: boolean;
  /** Too few letters to be sure: only words that are known can vouch for it. */
  readonly assumed: boolean;
}

/** The encoding of a file by its head, or a person's choice; null when it is no text of ours. */
export const chooseEncoding = (
  draft: FileDraft,
  head: Uint8Array,
  complete: boolean,
  choice: EncodingName | null,
): ChosenEncoding | null => {
  const detected = detectEncoding(head, complete);
  // A mark is no guess: a choice is for the files that have none.
  const isMarked = detected.ok && detected.value.by === 'bom';
  if (
    choice !== null &&
    !isMarked &&
    (detected.ok || detected.fault.name === '' || isEncoding(detected.fault))
  ) {
    return { name: choice, bom: choice === 'utf-8' && hasMark(head), open: false, assumed: false };
  }
  if (!detected.ok) {
    const { code, name } = detected.fault;
    draft.report(code === 'not-text' ? 'not-csv' : code, 0, '', name);
    return null;
  }
  const { name, bom, by } = detected.value;
  return { name, bom, open: by === 'only-ascii', assumed: by === 'assumed' };
};

/** A person may know an encoding better; that a PNG is a PNG stands. */
const isEncoding = ({ code }: { readonly code: string }): boolean => code !== 'not-text';

const hasMark = (head: Uint8Array): boolean =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
