import type { JsonReader } from '../engine/benefits/json-reader.ts';
import type { KeptDecisions, KeptEdit, KeptVerdicts } from '../engine/texts/kept-decisions.ts';
import { longText } from './long-text.ts';

const MAX_CLIENTS = 10_000_000;
/** A push is a few hundred characters; its facts a few thousand. */
const MAX_TEXT = 100_000;
const WHOLE: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];

export const NO_DECISIONS: KeptDecisions = {
  approved: { clients: [], seen: [] },
  rejected: { clients: [], seen: [] },
  edited: [],
};

/** Decisions about texts from outside. */
export const readDecisions = (value: unknown, reader: JsonReader): KeptDecisions => {
  const path = 'work.texts';
  const source = reader.object(value, path, ['approved', 'rejected', 'edited']);
  return {
    approved: readVerdicts(source.approved, `${path}.approved`, reader),
    rejected: readVerdicts(source.rejected, `${path}.rejected`, reader),
    edited: reader.list(source.edited, `${path}.edited`, [0, MAX_CLIENTS], (item, at) =>
      readEdit(item, at, reader),
    ),
  };
};

const readVerdicts = (value: unknown, path: string, reader: JsonReader): KeptVerdicts => {
  const source = reader.object(value, path, ['clients', 'seen']);
  const numbers = (name: 'clients' | 'seen'): number[] =>
    reader.list(source[name], `${path}.${name}`, [0, MAX_CLIENTS], (item, at) =>
      reader.number(item, at, WHOLE),
    );
  const verdicts = { clients: numbers('clients'), seen: numbers('seen') };
  if (verdicts.clients.length !== verdicts.seen.length) {
    reader.note('wrong-form', path, verdicts.seen.length);
  }
  return verdicts;
};

const readEdit = (value: unknown, path: string, reader: JsonReader): KeptEdit => {
  const keys = ['client', 'seen', 'verdict', 'text', 'facts'];
  const { client, seen, verdict, text, facts } = reader.object(value, path, keys);
  return {
    client: reader.number(client, `${path}.client`, WHOLE),
    seen: reader.number(seen, `${path}.seen`, WHOLE),
    verdict:
      verdict === null
        ? null
        : reader.oneOf(verdict, `${path}.verdict`, ['approved', 'rejected'] as const),
    text: longText(text, `${path}.text`, MAX_TEXT, reader),
    facts: longText(facts, `${path}.facts`, MAX_TEXT, reader),
  };
};
